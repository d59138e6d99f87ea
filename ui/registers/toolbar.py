"""The line above a register's table: search, count, and what can be done."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QWidget

from models.domain.register import Register
from ui import language, theme
from ui.language import _
from ui.theme import TextRole, Tone
from ui.widgets.buttons import LinkButton, PrimaryButton, SecondaryButton
from ui.widgets.labels import PlainLabel
from ui.widgets.more_button import MoreButton
from ui.widgets.search_field import SearchField

_SEARCH_WIDTH = theme.space(60)


class Toolbar(QWidget):
    """Offers what fits the state of the list; the list itself does it.

    Signals: each asks for what it is named after; `searched` with the text.
    """

    searched = Signal(str)
    add_requested = Signal()
    restore_requested = Signal()
    list_requested = Signal()
    bin_requested = Signal()
    duplicate_requested = Signal()
    deletion_requested = Signal()
    model_requested = Signal()
    sort_requested = Signal()
    paste_requested = Signal()
    export_requested = Signal()
    import_requested = Signal()

    def __init__(self, register: Register, has_starter: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._register = register
        self._has_starter = has_starter
        self.search = SearchField()
        self.count = PlainLabel(role=TextRole.SMALL, tone=Tone.QUIET)
        self.back_button = LinkButton(icon="back")
        self.restore_button = SecondaryButton(icon="restore")
        self.more_button = MoreButton()
        self.add_button = PrimaryButton(icon="add")
        self.menu = self.more_button.choices
        self.duplicate_action = self.more_button.add_choice("copy")
        self.delete_action = self.more_button.add_choice("delete")
        self.sort_action = self.more_button.add_choice("sort")
        self.menu.addSeparator()
        self.model_action = self.more_button.add_choice("idea")
        self.paste_action = self.more_button.add_choice("paste")
        self.export_action = self.more_button.add_choice("download")
        self.import_action = self.more_button.add_choice("upload")
        self.bin_action = self.more_button.add_choice("bin")
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        bar = QHBoxLayout(self)
        bar.setContentsMargins(theme.space(3), theme.space(2.5), theme.space(3), theme.space(2.5))
        bar.setSpacing(theme.space(2.5))
        self.search.setMaximumWidth(_SEARCH_WIDTH)
        bar.addWidget(self.back_button)
        bar.addWidget(self.search, 2)
        bar.addWidget(self.count)
        bar.addStretch(1)
        for widget in (self.restore_button, self.more_button, self.add_button):
            bar.addWidget(widget)

    def _connect(self) -> None:
        self.search.searched.connect(self.searched)
        self.add_button.clicked.connect(self.add_requested)
        self.restore_button.clicked.connect(self.restore_requested)
        self.back_button.clicked.connect(self.list_requested)
        self.bin_action.triggered.connect(self.bin_requested)
        self.duplicate_action.triggered.connect(self.duplicate_requested)
        self.delete_action.triggered.connect(self.deletion_requested)
        self.model_action.triggered.connect(self.model_requested)
        self.sort_action.triggered.connect(self.sort_requested)
        self.paste_action.triggered.connect(self.paste_requested)
        self.export_action.triggered.connect(self.export_requested)
        self.import_action.triggered.connect(self.import_requested)

    def show_state(self, count: str, *, is_empty: bool, is_bin: bool, is_locked: bool, binned: int) -> None:
        """Show the count, and offer what can be done in that state; `binned` records lie in the bin."""
        self.count.setText(count)
        self.search.setVisible(not is_empty or bool(self.search.text()))
        self.back_button.setVisible(is_bin)
        self.restore_button.setVisible(is_bin and not is_empty and not is_locked)
        self.more_button.setVisible(not is_bin and not (is_empty and is_locked and not binned))
        self.bin_action.setVisible(binned > 0)
        self.bin_action.setText(_("Show the bin ({count})").format(count=language.current().number(binned)))
        for action in (self.duplicate_action, self.delete_action):
            action.setVisible(not is_empty and not is_locked)
        self.model_action.setVisible(self._has_starter and not is_locked)
        self.export_action.setVisible(not is_empty)
        for action in (self.paste_action, self.import_action):
            action.setVisible(not is_locked)
        self.add_button.setVisible(not is_bin and not is_empty and not is_locked)

    def set_chosen(self, is_any: bool, column: str) -> None:
        """Allow what needs chosen rows, and name the column that could be sorted by."""
        self.duplicate_action.setEnabled(is_any)
        self.delete_action.setEnabled(is_any)
        self.sort_action.setText(_("Sort by “{column}”").format(column=column))
        self.sort_action.setVisible(bool(column))

    def retranslate(self) -> None:
        """Word everything in the current language."""
        self.search.set_placeholder(_("Search in this list"))
        self.back_button.setText(_("Back to the list"))
        self.restore_button.setText(_("Restore"))
        self.more_button.set_name(_("More"))
        self.add_button.setText(_(self._register.add))
        self.add_button.setToolTip(_("{text} (Ctrl+N)").format(text=_(self._register.add)))
        self.duplicate_action.setText(_("Duplicate"))
        self.duplicate_action.setShortcut(QKeySequence("Ctrl+D"))
        self.delete_action.setText(_("Move to the bin"))
        self.delete_action.setShortcut(QKeySequence(Qt.Key.Key_Delete))
        self.model_action.setText(_("Start from the model"))
        self.export_action.setText(_("Export table…"))
        self.import_action.setText(_("Import table…"))
        self.paste_action.setText(_("Paste rows of a spreadsheet"))
        self.paste_action.setShortcut(QKeySequence(QKeySequence.StandardKey.Paste))
