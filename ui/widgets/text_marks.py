"""Marks words of a text while it is being typed."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtGui import QColor, QSyntaxHighlighter, QTextCharFormat
from PySide6.QtWidgets import QPlainTextEdit

from ui import theme
from ui.theme import Tone

_LAST_OF_ONE_UNIT = "\uffff"


class TextMarks(QSyntaxHighlighter):
    """Underlines parts of a text, on a ground of their own, as something to look at again.

    find: returns where the parts begin and end, counted in characters of a line.
    """

    def __init__(self, area: QPlainTextEdit, find: Callable[[str], Sequence[tuple[int, int]]]) -> None:
        super().__init__(area.document())
        self._find = find
        theme.herald().redressed.connect(self.rehighlight)

    def highlightBlock(self, text: str) -> None:  # noqa: N802
        """Mark the parts of one line."""
        found = self._find(text)
        if found:
            mark = _mark()
            for start, end in found:
                first = _units(text[:start])
                self.setFormat(first, _units(text[start:end]), mark)


def _mark() -> QTextCharFormat:
    inks = theme.colours()
    mark = QTextCharFormat()
    mark.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
    mark.setUnderlineColor(QColor(inks.late))
    mark.setBackground(QColor(inks.tint(Tone.LATE)))
    return mark


def _units(text: str) -> int:
    """Return the length of a text as Qt counts it: a character beyond the first 65,536 takes two."""
    return len(text) + sum(character > _LAST_OF_ONE_UNIT for character in text)
