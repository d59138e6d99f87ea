"""The preview of a document with the line of its size and its pages."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui import theme
from ui.language import _, current
from ui.panels.documents.preview import DocumentPreview
from ui.panels.documents.search import PaperSearch
from ui.theme import TextRole, Tone
from ui.widgets.buttons import IconButton, LinkButton
from ui.widgets.labels import PlainLabel


class DocumentPaper(QWidget):
    """The pages of a document; above them which page is in view, how large, and the buttons for that."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.preview = DocumentPreview()
        self.search = PaperSearch(self.preview)
        self.status = PlainLabel(role=TextRole.SMALL, tone=Tone.QUIET)
        self.place = PlainLabel(role=TextRole.SMALL, tone=Tone.QUIET)
        self.zoom = PlainLabel(role=TextRole.SMALL, tone=Tone.QUIET)
        self.smaller = IconButton("zoom-out", role="quiet")
        self.larger = IconButton("zoom-in", role="quiet")
        self.fit = LinkButton()
        self.search_button = IconButton("search", role="quiet")
        self.smaller.clicked.connect(self.preview.zoom_out)
        self.larger.clicked.connect(self.preview.zoom_in)
        self.fit.clicked.connect(self.preview.fit_width)
        self.preview.moved.connect(self._show_place)
        self.search_button.clicked.connect(self.open_search)
        self.search.closed.connect(self._close_search)
        for keys, doing in (
            ("Ctrl+F", self.open_search),
            ("F3", self.search_on),
            ("Shift+F3", self.search_back),
        ):
            QShortcut(QKeySequence(keys), self, doing)
        self._lay_out()
        self.retranslate()

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setContentsMargins(theme.space(3), theme.space(1), theme.space(3), theme.space(1))
        line.setSpacing(theme.space(1))
        line.addWidget(self.search)
        line.addWidget(self.place)
        line.addWidget(self.status)
        line.addStretch()
        for widget in (self.search_button, self.fit, self.smaller, self.zoom, self.larger):
            line.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(line)
        column.addWidget(self.preview, 1)

    def open_search(self) -> None:
        """Show the search field where else page and width stand."""
        self._make_room(True)
        self.search.begin()

    def search_on(self) -> None:
        """Go to the next place where the searched text stands."""
        self._make_room(True)
        self.search.go_on()

    def search_back(self) -> None:
        """Go to the place before."""
        self._make_room(True)
        self.search.go_back()

    def _close_search(self) -> None:
        self._make_room(False)
        self.preview.setFocus()

    def _make_room(self, is_searching: bool) -> None:
        for widget in (self.place, self.fit, self.search_button):
            widget.setVisible(not is_searching)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close the search with Escape, from the field as from the pages."""
        if event.key() == Qt.Key.Key_Escape and self.search.isVisible():
            self.search.end()
        else:
            super().keyPressEvent(event)

    def _show_place(self) -> None:
        speech, preview = current(), self.preview
        text = ""
        if preview.pages:
            text = _("Page {page} of {pages}").format(
                page=speech.number(preview.page), pages=speech.number(preview.pages)
            )
        self.place.setText(text)
        self.zoom.setText(speech.percent(preview.zoom))

    def retranslate(self) -> None:
        """Word the buttons."""
        self.smaller.set_name(_("Show smaller"))
        self.larger.set_name(_("Show larger"))
        self.fit.setText(_("Fit width"))
        self.search_button.set_name(_("Search in the document (Ctrl+F)"))
        self._show_place()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
