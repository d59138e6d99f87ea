"""The part of a text in which searched words stand."""

from __future__ import annotations

from collections.abc import Sequence

from models.localisation.finding import Findable
from models.localisation.text import search_key

_BEFORE, _AFTER = 40, 90
_SEEN = 50
# Of a text as long as a book only the beginning is looked through for something to show.
_LONGEST = 20_000


def unseen_in(name: str, words: Sequence[str]) -> list[str]:
    """Return the folded words that the part of a name does not hold which is seen in a list."""
    key = search_key(name[:_SEEN])
    return [word for word in words if word not in key]


def around(text: str, words: Sequence[str]) -> str:
    """Return the line round the first of the words that a text holds, shortened; "" where it holds none."""
    text = text[:_LONGEST]
    key = search_key(text)
    word = next((one for one in words if one in key), "")
    places = Findable(text).places(word) if word else []
    if not places:
        return ""
    first, last = places[0]
    begin = max(text.rfind("\n", 0, first) + 1, 0)
    end = text.find("\n", last)
    line = text[begin : end if end >= 0 else len(text)]
    return _shortened(line, first - begin, last - begin)


def _shortened(line: str, first: int, last: int) -> str:
    begin, end = 0, len(line)
    if first > _BEFORE:
        begin = line.rfind(" ", 0, first - _BEFORE) + 1 or first - _BEFORE
    if end - last > _AFTER:
        blank = line.find(" ", last + _AFTER)
        end = blank if 0 <= blank < last + 2 * _AFTER else last + _AFTER
    before, after = "…" if begin else "", "…" if end < len(line) else ""
    return f"{before}{line[begin:end].strip()}{after}"


def marked(text: str, words: Sequence[str]) -> tuple[tuple[int, int], ...]:
    """Return beginning and end of every part of a text that is to be marked, none within another.

    A word is marked as a whole: letters that are joined are not torn apart.
    """
    findable = Findable(text)
    parts = sorted({_whole_word(text, *place) for word in words for place in findable.places(word)})
    joined: list[tuple[int, int]] = []
    for begin, end in parts:
        if joined and begin <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((begin, end))
    return tuple(joined)


def _whole_word(text: str, first: int, last: int) -> tuple[int, int]:
    begin, end = first, last + 1
    while begin > 0 and _is_of_word(text[begin - 1]):
        begin -= 1
    while end < len(text) and _is_of_word(text[end]):
        end += 1
    return begin, end


def _is_of_word(character: str) -> bool:
    is_unseen = not character.isspace() and not search_key(character)
    return character.isalnum() or is_unseen
