"""The edge where reading starts: for places inside a widget, and for texts."""

from __future__ import annotations

from functools import lru_cache
from unicodedata import bidirectional

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

_ISOLATES = frozenset("\u2066\u2067\u2068")
_END_OF_ISOLATE = "\u2069"
_TEXTS_REMEMBERED = 2_000


def placed(widget: QWidget, start: int, top: int, width: int, height: int) -> QRect:
    """Return the rectangle that lies `start` pixels behind the leading edge of the widget."""
    # QStyle could do this as well, but the first window would have to wait for its many constants.
    left = widget.width() - start - width if widget.isRightToLeft() else start
    return QRect(left, top, width, height)


@lru_cache(_TEXTS_REMEMBERED)
def reads_from_right(text: str, is_window_rtl: bool) -> bool:
    """Return whether a text reads from right to left where it stands by itself.

    Its first letter does not tell: a Persian sentence may begin with "ISO". What counts is the script of most
    letters outside of isolated values, that of the window twice, because its own sentences are written in it.
    """
    left, right = _letters(text)
    if is_window_rtl:
        return 2 * right >= left
    return right > 2 * left


def _letters(text: str) -> tuple[int, int]:
    """Return how many letters read from the left, and how many from the right."""
    left = right = depth = 0
    for letter in text:
        if letter in _ISOLATES:
            depth += 1
        elif letter == _END_OF_ISOLATE:
            depth = max(depth - 1, 0)
        elif not depth and letter.isalpha():
            kind = bidirectional(letter)
            left += kind == "L"
            right += kind in ("R", "AL")
    return left, right
