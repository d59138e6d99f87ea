"""The keys that answer a question, whatever keyboard they are pressed on."""

from __future__ import annotations

from PySide6.QtGui import QKeyEvent

from models.domain.records.organisation import Score
from models.localisation.text import ascii_digits
from ui.plain_keys import is_plain

# The letter that stands on the same key of a Persian keyboard counts as well.
_NOT_APPLICABLE_KEY = ("n", "N", "\u062f")
_MARK_KEY = ("m", "M", "\u0626", "\u067e")
_SCORES = frozenset(Score) - {Score.NOT_APPLICABLE}


def score_key(event: QKeyEvent) -> str:
    """Return the score that a key stands for, "" for none."""
    if not is_plain(event):
        return ""
    typed = ascii_digits(event.text())
    if typed in _NOT_APPLICABLE_KEY:
        return Score.NOT_APPLICABLE
    return typed if typed in _SCORES else ""


def is_mark_key(event: QKeyEvent) -> bool:
    """Return whether a key stands for marking a question."""
    return is_plain(event) and event.text() in _MARK_KEY
