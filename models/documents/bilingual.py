"""One document in two languages side by side, made from the same document in each of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from models.documents.blocks import (
    Block,
    Bullets,
    Chart,
    ControlBlock,
    Document,
    Entry,
    Furniture,
    Image,
    InColumns,
    Inline,
    KeepTogether,
    KeyValues,
    Numbered,
    Passage,
    SideBySide,
    SignatureBox,
    Signatures,
    Table,
    Title,
    plain,
)
from models.localisation.languages import Direction
from models.localisation.text import isolated

_BETWEEN = " · "
LOGO_HEIGHT = 22.0
"""Of a logo above two titles, in millimetres."""


def side_by_side(first: Document, second: Document) -> Document:
    """Return a document that says everything in both languages and is signed once.

    Text stands in two columns, block beside block; tables and charts follow each other at the full width;
    the control block and the signatures have one frame with both languages in it.

    Args:
        first: lends the file its language, direction, title and state.
        second: the same document in the other language, its blocks in the same order.
    """
    merger = _Merger(first, second)
    return replace(
        first,
        title=_both(first.title, second.title),
        blocks=tuple(merger.blocks(first.blocks, second.blocks)),
        furniture=_furniture(first.furniture, second.furniture),
        most_pages=first.most_pages + second.most_pages,
    )


class _Merger:
    """Pairs the blocks of two documents."""

    def __init__(self, first: Document, second: Document) -> None:
        self._documents = (first, second)
        # The column of the language that runs to the left stands at the right.
        self._is_mirrored = first.direction is Direction.RTL

    def blocks(self, first: Sequence[Block], second: Sequence[Block]) -> Iterator[Block]:
        """Yield the blocks of both, paired as far as they are of one kind."""
        for one, other in zip_longest(first, second):
            if one == other:
                yield one
            elif type(one) is type(other):
                yield from self._pair(one, other)
            else:
                yield self._columns(_some(one), _some(other))

    def _pair(self, one: Block, other: Block) -> Iterator[Block]:
        match one, other:
            case KeepTogether(), KeepTogether():
                yield KeepTogether(tuple(self.blocks(one.blocks, other.blocks)))
            case InColumns(), InColumns():
                # The columns are those of the languages now.
                yield from self.blocks(one.blocks, other.blocks)
            case ControlBlock(), ControlBlock():
                yield replace(one, entries=tuple(_entries(one.entries, other.entries)))
            case Signatures(), Signatures():
                yield _signatures(one, other)
            case Title(), Title() if one.logo:
                yield replace(one.logo, height=LOGO_HEIGHT)
                yield self._columns((replace(one, logo=None),), (replace(other, logo=None),))
            case ((Table() | Chart() | Image()), _):
                yield from (self._passage(0, (one,)), self._passage(1, (other,)))
            case _:
                for left, right in zip_longest(_parts(one), _parts(other)):
                    yield self._columns(_some(left), _some(right))

    def _columns(self, one: tuple[Block, ...], other: tuple[Block, ...]) -> SideBySide:
        first, second = self._passage(0, one), self._passage(1, other)
        return SideBySide(second, first) if self._is_mirrored else SideBySide(first, second)

    def _passage(self, place: int, blocks: tuple[Block, ...]) -> Passage:
        document = self._documents[place]
        return Passage(blocks, document.language, document.direction, document.font)


def _some(block: Block | None) -> tuple[Block, ...]:
    return () if block is None else (block,)


def _parts(block: Block) -> Iterable[Block]:
    """Return a list item by item, so that equal items stand level."""
    match block:
        case Bullets():
            return [Bullets((item,)) for item in block.items]
        case Numbered():
            return [
                Numbered((item,), (label,)) for item, label in zip(block.items, block.labels, strict=True)
            ]
        case KeyValues():
            return [KeyValues((entry,)) for entry in block.entries]
    return [block]


def _both(one: str, other: str) -> str:
    """Return two short texts in one line, each in its own direction; equal ones once."""
    if not one or not other or one == other:
        return one or other
    return _BETWEEN.join((isolated(one), isolated(other)))


def _below(one: Inline, other: Inline) -> Inline:
    """Return two values one under the other; equal ones once."""
    above, below = plain(one), plain(other)
    if not above or not below or above == below:
        return one if above else other
    return f"{isolated(above)}\n{isolated(below)}"


def _entries(first: Sequence[Entry], second: Sequence[Entry]) -> Iterator[Entry]:
    for one, other in zip_longest(first, second):
        if one is None or other is None:
            yield one or other
        else:
            yield Entry(_both(one.label, other.label), _below(one.value, other.value), one.is_code)


def _signatures(one: Signatures, other: Signatures) -> Signatures:
    boxes = (
        SignatureBox(
            _both(mine.role, its.role),
            plain(_below(mine.name, its.name)),
            _both(mine.position, its.position),
            mine.date,
        )
        for mine, its in zip(one.boxes, other.boxes, strict=False)
    )
    return Signatures(
        tuple(boxes),
        _both(one.name_label, other.name_label),
        _both(one.date_label, other.date_label),
        _both(one.signature_label, other.signature_label),
    )


def _furniture(one: Furniture, other: Furniture) -> Furniture:
    def label(page: int, pages: int) -> str:
        return f"{isolated(one.page_label(page, pages))}\n{isolated(other.page_label(page, pages))}"

    return replace(
        one,
        footer=str(_below(one.footer, other.footer)),
        running=_both(one.running, other.running),
        draft_mark=_both(one.draft_mark, other.draft_mark),
        sample_mark=_both(one.sample_mark, other.sample_mark),
        page_label=label,
    )
