"""The keys that say how a line of the checklist was found, whatever keyboard they are pressed on."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtGui import QKeyEvent

from models.localisation.text import ascii_digits
from ui.plain_keys import is_plain

LETTERS: Mapping[str, str] = {"yes": "Y", "partly": "P", "no": "N", "not_looked": "S"}
"""The letter of each result; its digit is its place."""

# The letter that stands on the same key of a Persian keyboard counts as well.
_ALSO: Mapping[str, str] = {"yes": "\u063a", "partly": "\u062d", "no": "\u062f", "not_looked": "\u0633"}


def result_key(event: QKeyEvent) -> str:
    """Return the result that a key stands for, "" for none."""
    typed = ascii_digits(event.text()).upper()
    if not typed or not is_plain(event):
        return ""
    for digit, (result, letter) in enumerate(LETTERS.items(), 1):
        if typed in (str(digit), letter, _ALSO[result]):
            return result
    return ""
