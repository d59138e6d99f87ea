"""What a search found, over the page and under the search field."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from models.services.search.targets import Found
from ui import theme
from ui.language import _, current
from ui.search.results import ResultList
from ui.theme import TextRole, Tone
from ui.widgets.labels import PlainLabel, WrapLabel

_WIDTH = theme.space(160)
_SMALL_GAP = theme.space(1.5)
_MARGIN = theme.space(4)


class SearchSheet(QWidget):
    """Covers the page while something is looked for; a click beside the results leaves the search.

    Signals:
        left: the user pressed beside the results.
    """

    left = Signal()

    def __init__(self, frame: QWidget) -> None:
        super().__init__(frame)
        self._frame = frame
        self.card = QFrame(self)
        self.card.setProperty("kind", "card")
        self.list = ResultList(self.card)
        self._head = WrapLabel(parent=self.card)
        theme.set_role(self._head, TextRole.BODY, strong=True)
        self._advice = WrapLabel(role=TextRole.SMALL, tone=Tone.QUIET, parent=self.card)
        self._keys = PlainLabel(role=TextRole.SMALL, tone=Tone.QUIET, parent=self.card)
        self._words = QVBoxLayout()
        self._found: Found | None = None
        self._lay_out()
        self.retranslate()
        self.hide()

    def _lay_out(self) -> None:
        words = self._words
        words.setContentsMargins(_MARGIN, theme.space(2.5), _MARGIN, theme.space(2.5))
        words.setSpacing(theme.space(1))
        for label in (self._head, self._advice, self._keys):
            words.addWidget(label)
        column = QVBoxLayout(self.card)
        column.setContentsMargins(1, _SMALL_GAP, 1, 1)
        column.setSpacing(0)
        column.addWidget(self.list, 1)
        column.addLayout(words)

    def show_found(self, found: Found, under: QWidget) -> None:
        """Show what was found under a field."""
        self._found = found
        self.list.show_found(found)
        self._word()
        self.place(under)
        self.show()
        self.raise_()
        self.list.show_choice()

    def words(self) -> str:
        """Return what is said below the results."""
        said = (self._head, self._advice, self._keys)
        return " ".join(label.text() for label in said if not label.isHidden())

    def place(self, under: QWidget) -> None:
        """Cover everything below a field; the results end where it ends."""
        frame = self._frame
        corner = under.mapTo(frame, QPoint(0, 0))
        head = under.parentWidget()
        top = head.mapTo(frame, QPoint(0, head.height())).y() if head is not None else corner.y()
        self.setGeometry(0, top, frame.width(), frame.height() - top)
        width = min(_WIDTH, self.width() - 2 * _MARGIN)
        left = corner.x() if self.isRightToLeft() else corner.x() + under.width() - width
        left = min(max(left, _MARGIN), self.width() - width - _MARGIN)
        self.card.setGeometry(left, _SMALL_GAP, width, self._height(width))

    def _height(self, width: int) -> int:
        rows = self.list.wanted_height()
        self.list.setVisible(rows > 0)
        self._words.invalidate()
        # A layout without wrapped texts has no height for a width.
        wrapped = self._words.heightForWidth(width - 2)
        words = wrapped if wrapped >= 0 else self._words.sizeHint().height()
        return min(rows + words + _SMALL_GAP + 2, self.height() - 2 * _MARGIN)

    def _word(self) -> None:
        found = self._found
        if found is None:
            return
        is_vain = not found.groups and bool(found.words)
        text = _("Nothing was found for “{text}”.").format(text=current().isolate(found.wanted))
        self._head.setText(text)
        self._head.setVisible(is_vain)
        self._advice.setText(_advice(found, is_vain))
        self._advice.setVisible(bool(self._advice.text()))
        self._keys.setVisible(bool(found.groups))

    def retranslate(self) -> None:
        """Word everything in the current language."""
        self._keys.setText(_("↑ ↓ to choose · Enter to open · Esc to close"))
        self._word()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Leave when the page is pressed."""
        if not self.card.geometry().contains(event.position().toPoint()):
            self.left.emit()
        event.accept()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()


def _advice(found: Found, is_vain: bool) -> str:
    if not found.is_whole:
        return _("The entries of this company are still being read; what they hold is found in a moment.")
    if not found.words:
        return _("Type a word of what you look for: a name, a number, a part of a text, a command.")
    if is_vain:
        return _("Every word has to occur. Try fewer words, or only the beginning of one.")
    return ""
