"""How wide the columns of a register are, and which of them there is room for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from models.domain.fields import FieldSpec, Kind
from ui import theme

# A column narrower than this says nothing; what its texts need less than that, it does not take.
_LEAST: Mapping[Kind, int] = {
    Kind.CHOICE: 26,
    Kind.CODE: 23,
    Kind.PERSON: 30,
    Kind.BOOLEAN: 20,
    Kind.LONG_TEXT: 30,
    Kind.BILINGUAL_LONG: 30,
}
_LEAST_OTHER = 29
_LEAST_NAME = 48
_LEAST_LONG_NAME = 56
_LONG_NAMES = frozenset({Kind.LONG_TEXT, Kind.BILINGUAL_LONG, Kind.CONTENT})
_NARROWEST = 16
_MOST = 80
# A list whose names cannot be read says nothing, so further columns have to wait for this part of the room.
_SHARE_OF_NAME = 0.35
# Their texts are short and alike, so they are never cut off, and need no more than they take.
_FIXED = frozenset({Kind.DATE, Kind.INTEGER, Kind.DECIMAL})


@dataclass(frozen=True)
class Column:
    """A column: whether it stays while others go, and how wide it must and wants to be, in pixels."""

    is_name: bool
    is_needed: bool
    is_fixed: bool
    least: int
    wanted: int

    @classmethod
    def of(cls, spec: FieldSpec, *, is_name: bool, content: int, label: int) -> Column:
        """Return the column of a field, whose widest text and whose label take so many pixels."""
        least = max(content, theme.space(_NARROWEST))
        if spec.kind not in _FIXED:
            least = min(theme.space(_usual(spec.kind, is_name=is_name)), max(least, label))
        wanted = min(max(content, label), theme.space(_MOST))
        return cls(is_name, is_name or spec.required, spec.kind in _FIXED, least, max(least, wanted))


def _usual(kind: Kind, *, is_name: bool) -> int:
    """Return how wide a column of texts must be to say something, in steps."""
    if is_name and kind in _LONG_NAMES:
        return _LEAST_LONG_NAME
    return _LEAST.get(kind, _LEAST_NAME if is_name else _LEAST_OTHER)


def fitted(columns: Sequence[Column], room: int) -> dict[int, int]:
    """Return the width of each column there is room for, by its number; together they fill the room.

    Where the least widths are too much, the last columns go, those that are not needed first. Room that is
    left fulfils the small wishes first; what is left then goes to the texts alike.
    """
    least = [_least(column, room) for column in columns]
    shown = list(range(len(columns)))
    while len(shown) > 1 and sum(least[at] for at in shown) > room:
        shown.remove(max(shown, key=lambda at: _dispensable(columns[at], at)))
    widths = {at: least[at] for at in shown}
    _give(widths, {at: columns[at].wanted - least[at] for at in shown}, room)
    _spread(widths, [at for at in shown if not columns[at].is_fixed] or shown, room)
    return widths


def _dispensable(column: Column, at: int) -> tuple[bool, bool, int]:
    """Return what is greatest for the column that goes first; the name never goes before another."""
    return not column.is_name, not column.is_needed, at


def _least(column: Column, room: int) -> int:
    """Return how wide a column must be; that of the name takes its share where its texts need it."""
    share = round(_SHARE_OF_NAME * room) if column.is_name else 0
    return max(column.least, min(column.wanted, share))


def _give(widths: dict[int, int], wishes: Mapping[int, int], room: int) -> None:
    """Fulfil the wishes for more width, small ones before large ones."""
    left = room - sum(widths.values())
    waiting = sorted(wishes, key=lambda at: wishes[at])
    while waiting and left > 0:
        at = waiting.pop(0)
        given = min(wishes[at], left // (len(waiting) + 1))
        widths[at] += given
        left -= given


def _spread(widths: dict[int, int], growing: Sequence[int], room: int) -> None:
    """Hand out what is left, the rest of the division to the first."""
    left = max(room - sum(widths.values()), 0)
    for at in growing:
        widths[at] += left // len(growing)
    widths[growing[0]] += left % len(growing)
