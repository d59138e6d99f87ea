"""What of a document's blocks is printed."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator

from models.documents.blocks import Anchor, Block, Image, Missing, Passage, QrCode, Span, Table
from models.documents.charts.shapes import Figure
from models.documents.origin import Origin
from models.documents.pieces import Display

_UNPRINTED = {
    (Anchor, "name"),
    (Display, "qr"),
    (Image, "name"),
    (Passage, "font"),
    (Passage, "language"),
    (QrCode, "text"),
    (Span, "link"),
    (Span, "page_of"),
    (Table, "anchors"),
}


def printed_texts(blocks: Iterable[Block], *, is_draft: bool) -> Iterator[str]:
    """Yield every text that stands on paper, in the order of the blocks."""
    for block in blocks:
        yield from _texts(block, is_draft)


def _texts(value: object, is_draft: bool) -> Iterator[str]:
    if isinstance(value, Figure | Origin) or (isinstance(value, Missing) and not is_draft):
        return
    if isinstance(value, tuple | list):
        if value and all(isinstance(part, Span) for part in value):
            yield "".join(part.text for part in value)
        else:
            for part in value:
                yield from _texts(part, is_draft)
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            if (type(value), field.name) not in _UNPRINTED:
                yield from _texts(getattr(value, field.name), is_draft)
    elif type(value) is str:
        # Names of kinds and tones are no texts.
        yield value
