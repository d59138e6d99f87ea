"""Where the characters of a token stand that one glyph carries for its neighbours.

Tokens are set so that readers built on PDFium find them whole (`typesetting.tokens`): one glyph of a segment
carries the text of all, the first one or in the last segment the last; the others carry a character that is
none. PDFium gives the box of that one glyph for every character; here each gets a glyph of its own again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias

Box: TypeAlias = tuple[float, float, float, float]
"""Left, top, right and bottom."""

_SILENT = "\x02"
_NEAR = 0.3
"""How far two edges that touch may lie apart, in points."""


def spread(characters: str, boxes: Sequence[Box]) -> list[Box]:
    """Return the boxes of characters, those that share the glyph of a token spread over its neighbours."""
    silent = _Silent(box for character, box in zip(characters, boxes, strict=True) if character == _SILENT)
    result = list(boxes)
    for first, end in _carried(characters, boxes):
        length = end - first
        glyphs = silent.beside(boxes[first], length)
        for number in range(length):
            result[first + number] = glyphs[number * len(glyphs) // length]
    return result


def _carried(characters: str, boxes: Sequence[Box]) -> Iterator[tuple[int, int]]:
    """Yield begin and end of characters that stand in one box together."""
    first = 0
    for at in range(1, len(boxes) + 1):
        if at == len(boxes) or boxes[at] != boxes[first] or not characters[at].isprintable():
            if at - first > 1:
                yield first, at
            first = at


class _Silent:
    """The glyphs that carry no text, by the edges at which others may touch them."""

    def __init__(self, boxes: Iterable[Box]) -> None:
        self._by_left: defaultdict[int, list[Box]] = defaultdict(list)
        self._by_right: defaultdict[int, list[Box]] = defaultdict(list)
        for box in boxes:
            self._by_left[round(box[0])].append(box)
            self._by_right[round(box[2])].append(box)

    def beside(self, carrier: Box, most: int) -> list[Box]:
        """Return a glyph and those it speaks for, from left to right, at most so many."""
        after, before = [carrier], [carrier]
        while len(after) < most and (found := self._touching(after[-1], 2, 0)):
            after.append(found)
        while len(before) < most and (found := self._touching(before[-1], 0, 2)):
            before.append(found)
        return after if len(after) >= len(before) else before[::-1]

    def _touching(self, box: Box, own: int, other: int) -> Box | None:
        known = self._by_left if other == 0 else self._by_right
        edge = box[own]
        near = (one for key in range(round(edge) - 1, round(edge) + 2) for one in known.get(key, ()))
        return next(
            (one for one in near if abs(one[other] - edge) < _NEAR and abs(one[1] - box[1]) < 1), None
        )
