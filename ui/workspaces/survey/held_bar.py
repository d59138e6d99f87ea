"""A sentence that stands before something is done, with the ways to go on."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui import icons, theme
from ui.language import _
from ui.theme import TextRole, Tone
from ui.widgets.buttons import LinkButton, SecondaryButton
from ui.widgets.flow_box import FlowBox
from ui.widgets.labels import WrapLabel


class HeldBar(QFrame):
    """Says why a change is held back.

    Signals:
        version_requested: a new version is to be made with the change.
        correction_requested: the change is only the correction of a slip.
        left: everything is to stay as it was asked.
    """

    version_requested = Signal()
    correction_requested = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "notice")
        theme.set_property(self, "notice", "warning")
        self.text = WrapLabel(role=TextRole.SMALL, tone=Tone.TEXT, parent=self)
        sign = QLabel(self)
        icons.set_icon(sign, "warning", Tone.LATE.value, theme.ICON)
        self.version_button = SecondaryButton(icon="copy", small=True, parent=self)
        self.slip_button = LinkButton(icon="edit", parent=self)
        self.leave_button = LinkButton(icon="undo", parent=self)
        self.version_button.clicked.connect(self.version_requested)
        self.slip_button.clicked.connect(self.correction_requested)
        self.leave_button.clicked.connect(self.left)
        self._head = QWidget(self)
        head = QHBoxLayout(self._head)
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(theme.space(2))
        head.addWidget(sign)
        head.addWidget(self.text, 1)
        self._ways = FlowBox(parent=self)
        for button in (self.version_button, self.slip_button, self.leave_button):
            self._ways.add(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.space(3), theme.space(2), theme.space(3), theme.space(2))
        column.setSpacing(theme.space(2))
        column.addWidget(self._head)
        column.addWidget(self._ways)
        self.hide()

    def hold(self, sentence: str, version: str, *, can_be_slip: bool) -> None:
        """Say a sentence, "" where it stands above; version names what a new version would do."""
        self.text.setText(sentence)
        self._head.setVisible(bool(sentence))
        self.version_button.setText(version)
        self.slip_button.setText(_("Correct a slip"))
        self.slip_button.setToolTip(_("Only for a mistake in typing: the answers stay, the history shows it"))
        self.slip_button.setVisible(can_be_slip)
        self.leave_button.setText(_("Leave it as it was asked"))
        self.show()
