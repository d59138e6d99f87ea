"""The line above a record's form."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from models.domain.register import Register
from ui import language, theme
from ui.language import _
from ui.theme import TextRole, Tone
from ui.widgets.buttons import IconButton, LinkButton
from ui.widgets.labels import ElidedLabel, PlainLabel


class FormHead(QWidget):
    """Leads back to the list, says how the record is called, and leads to the one before and the next."""

    back_requested = Signal()
    step_requested = Signal(int)
    add_requested = Signal()
    deletion_requested = Signal()

    def __init__(self, register: Register, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._register = register
        self._is_beside = False
        self.back_button = LinkButton(icon="back")
        self.title = ElidedLabel(role=TextRole.BODY)
        theme.set_role(self.title, TextRole.BODY, strong=True)
        self.place = PlainLabel(role=TextRole.SMALL, tone=Tone.QUIET)
        self.previous_button = IconButton("leading", role="quiet")
        self.next_button = IconButton("trailing", role="quiet")
        self.add_button = IconButton("add", role="primary")
        self.delete_button = IconButton("delete", role="quiet")
        line = QHBoxLayout(self)
        line.setContentsMargins(theme.space(3), theme.space(2.5), theme.space(3), theme.space(2.5))
        line.setSpacing(theme.space(2))
        line.addWidget(self.back_button)
        line.addWidget(self.title, 1)
        for widget in (self.place, self.previous_button, self.next_button):
            line.addWidget(widget)
        line.addWidget(self.delete_button)
        line.addWidget(self.add_button)
        self.back_button.clicked.connect(self.back_requested)
        self.previous_button.clicked.connect(self._go_back)
        self.next_button.clicked.connect(self._go_on)
        self.add_button.clicked.connect(self.add_requested)
        self.delete_button.clicked.connect(self.deletion_requested)
        self.retranslate()

    def _go_back(self) -> None:
        self.step_requested.emit(-1)

    def _go_on(self) -> None:
        self.step_requested.emit(1)

    def show_place(self, row: int | None, total: int) -> None:
        """Show which of the records in the list this is; None for one that is not in it."""
        number = language.current().number
        text = _("{number} of {total}").format(number=number((row or 0) + 1), total=number(total))
        self.place.setText(text if row is not None else "")
        for button in (self.place, self.previous_button, self.next_button):
            button.setVisible(row is not None and total > 1)

    def stand_beside(self) -> None:
        """Take the little room beside the list: the way back is a sign, the name comes first."""
        self._is_beside = True
        self.retranslate()

    def retranslate(self) -> None:
        """Word the buttons in the current language."""
        self.back_button.setText("" if self._is_beside else _(self._register.title))
        self.back_button.setAccessibleName(_(self._register.title))
        self.back_button.setToolTip(_("Back to the list (Escape)"))
        self.previous_button.set_name(_("Previous (Ctrl+Page Up)"))
        self.next_button.set_name(_("Next (Ctrl+Page Down)"))
        self.delete_button.set_name(_("Move to the bin"))
        self.add_button.set_name(_("{text} (Ctrl+N)").format(text=_(self._register.add)))
