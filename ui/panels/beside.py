"""An editor with a document beside it, which gives way where there is no room for both."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui import theme
from ui.language import _
from ui.panels.documents.live import LiveDocument
from ui.widgets.buttons import IconButton

# Below this width both would be too narrow: the document, when asked for, takes the place of the editor.
_BOTH_FROM = theme.space(170)
_DOCUMENT_SHARE = 0.48
_WIDEST_DOCUMENT = theme.space(190)
_RAIL_WIDTH = theme.space(10)


class Beside(QWidget):
    """Shows the editor at the leading side and the document at the trailing one.

    Editor and document are given to `hold`, made with this widget as their parent.

    Signals:
        toggled: the user opened or closed the document, to be remembered.
    """

    toggled = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_open = True
        self._is_peeking = False
        self._editor: QWidget | None = None
        self._document: LiveDocument | None = None
        self._line = QFrame(self)
        self._line.setProperty("kind", "line")
        self._line.setFixedWidth(1)
        self._rail = QWidget(self)
        self._rail.setFixedWidth(_RAIL_WIDTH)
        self.open_button = IconButton("document-beside", parent=self._rail)
        self.open_button.clicked.connect(self._open)
        rail = QVBoxLayout(self._rail)
        rail.setContentsMargins(0, theme.space(2), 0, 0)
        rail.addWidget(self.open_button, 0, Qt.AlignmentFlag.AlignHCenter)
        rail.addStretch(1)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self.retranslate()

    def hold(self, editor: QWidget, document: LiveDocument) -> None:
        """Take the two, once."""
        self._editor, self._document = editor, document
        document.close_requested.connect(self._close)
        self._row.addWidget(editor, 1)
        for widget in (self._line, document, self._rail):
            self._row.addWidget(widget)
        self._arrange()

    @property
    def is_open(self) -> bool:
        """Whether the document is seen."""
        return self._is_open if self._has_room else self._is_peeking

    def show_document(self, is_open: bool) -> None:
        """Open or close the document where there is room for both, without any signal."""
        self._is_open = is_open
        self._arrange()

    def _open(self) -> None:
        self._toggle(is_open=True)
        if self._document is not None:
            self._document.close_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _close(self) -> None:
        self._toggle(is_open=False)
        self.open_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _toggle(self, *, is_open: bool) -> None:
        if self._has_room:
            self._is_open = is_open
        else:
            self._is_peeking = is_open
        self._arrange()
        if self._has_room:
            self.toggled.emit(is_open)

    @property
    def _has_room(self) -> bool:
        return self.width() >= _BOTH_FROM

    def _arrange(self) -> None:
        if self._editor is None or self._document is None:
            return
        has_both = self._has_room
        if has_both:
            self._is_peeking = False
            self._document.setFixedWidth(min(round(self.width() * _DOCUMENT_SHARE), _WIDEST_DOCUMENT))
        else:
            self._document.setFixedWidth(self.width())
        self._document.setVisible(self.is_open)
        self._rail.setVisible(not self.is_open)
        self._line.setVisible(has_both or not self.is_open)
        self._editor.setVisible(has_both or not self.is_open)

    def minimumSizeHint(self) -> QSize:
        """Ask for no more than the editor needs: the document gives way first."""
        own = super().minimumSizeHint()
        return QSize(self._editor.minimumSizeHint().width() if self._editor else own.width(), own.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width anew."""
        super().resizeEvent(event)
        self._arrange()
        # What is to be brought into view next must find its final place.
        self._row.activate()

    def retranslate(self) -> None:
        """Name the button that opens the document."""
        self.open_button.set_name(_("Show the document beside the form"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
