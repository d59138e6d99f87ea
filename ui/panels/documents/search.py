"""The search field of a preview, with the count of hits and the buttons to go through them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from ui import theme
from ui.language import _, current
from ui.panels.documents.finder import PaperFinder
from ui.panels.documents.preview import DocumentPreview
from ui.theme import TextRole, Tone
from ui.widgets.buttons import IconButton
from ui.widgets.labels import PlainLabel
from ui.widgets.search_field import SearchField

_WIDTH = theme.space(50)


class PaperSearch(QWidget):
    """Hidden until it is opened; what is searched stays lit while it is open.

    Signals:
        closed: the search is over.
    """

    closed = Signal()

    def __init__(self, preview: DocumentPreview, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.finder = PaperFinder(preview)
        self.field = SearchField()
        self.field.setMaximumWidth(_WIDTH)
        self.count = PlainLabel(role=TextRole.SMALL, tone=Tone.QUIET)
        self.previous = IconButton("chevron-up", role="quiet")
        self.next = IconButton("chevron-down", role="quiet")
        self.close_button = IconButton("remove", role="quiet")
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme.space(1))
        line.addWidget(self.field, 1)
        for widget in (self.count, self.previous, self.next, self.close_button):
            line.addWidget(widget)
        self._connect()
        self.retranslate()
        self.hide()

    def _connect(self) -> None:
        self.field.searched.connect(self.finder.look_for)
        # The field tells a new text before this is called: Enter after typing waits for its first hit.
        self.field.returnPressed.connect(self._enter)
        self.previous.clicked.connect(self.go_back)
        self.next.clicked.connect(self.go_on)
        self.close_button.clicked.connect(self.end)
        self.finder.found.connect(self._show_count)

    def begin(self) -> None:
        """Open the search, or lead back to its field."""
        if self.isHidden():
            self.show()
            self.finder.look_for(self.field.text().strip())
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def end(self) -> None:
        """Close the search and put the lights out; the text is kept for the next time."""
        if not self.isHidden():
            self.hide()
            self.finder.look_for("")
            self.closed.emit()

    def go_on(self) -> None:
        """Go to the next hit; opens the search while it is closed."""
        self._step(1)

    def go_back(self) -> None:
        """Go to the hit before; opens the search while it is closed."""
        self._step(-1)

    def _step(self, by: int) -> None:
        if self.isHidden():
            self.begin()
        else:
            self.finder.step(by)

    def _enter(self) -> None:
        is_back = QApplication.keyboardModifiers() & Qt.KeyboardModifier.ShiftModifier
        self.finder.step(-1 if is_back else 1)

    def _show_count(self) -> None:
        finder, speech = self.finder, current()
        text = ""
        if finder.hits:
            place, count = speech.number(finder.at + 1), speech.number(len(finder.hits))
            text = _("{place} of {count}").format(place=place, count=count)
        elif finder.is_vain:
            text = _("Not found")
        self.count.setText(text)
        self.count.setVisible(bool(text))

    def retranslate(self) -> None:
        """Word field and buttons."""
        self.field.set_placeholder(_("Search in the document"))
        self.previous.set_name(_("The one before (Shift+F3)"))
        self.next.set_name(_("The next one (F3)"))
        self.close_button.set_name(_("Close the search (Esc)"))
        self._show_count()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
