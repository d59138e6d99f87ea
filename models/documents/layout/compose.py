"""Blocks to boxes, one function a kind of block."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain, pairwise, zip_longest
from typing import NamedTuple

from models.documents.blocks import (
    Align,
    Anchor,
    Block,
    Bullets,
    Chart,
    CheckBoxes,
    Contents,
    ControlBlock,
    Heading,
    Image,
    InColumns,
    Inline,
    KeepTogether,
    KeyValues,
    Missing,
    Note,
    Numbered,
    PageBreak,
    Paragraph,
    Passage,
    QrCode,
    SideBySide,
    Signatures,
    Spacer,
    Table,
    Title,
    Tone,
    WriteLines,
    plain,
)
from models.documents.layout.boxes import AnchorBox, Box, Break, Space, TextBox
from models.documents.layout.cards import CardBox
from models.documents.layout.columns import COLUMN_GAP, Stack, level_pair, translated
from models.documents.layout.contents import Listing, contents_boxes, leading
from models.documents.layout.drawing import chart_boxes
from models.documents.layout.forms import tick_boxes, writing_boxes
from models.documents.layout.frames import (
    control_boxes,
    fact_boxes,
    note_box,
    signature_boxes,
)
from models.documents.layout.leaflets import leaflet_boxes
from models.documents.layout.pictures import image_box, qr_box
from models.documents.layout.posters import PosterBox
from models.documents.layout.references import origins_of, target_of
from models.documents.layout.slides import SlideBox
from models.documents.layout.style import (
    COMPACT,
    MILLIMETRE,
    ROOMY,
    SUBTITLE,
    TITLE,
    Texts,
    Type,
)
from models.documents.layout.tables import table_boxes
from models.documents.layout.text import Typist
from models.documents.layout.two_columns import columns_box
from models.documents.pieces import Leaflet, Poster, Slide, TableCard
from models.localisation.languages import Direction

_Framed = ControlBlock | KeyValues | Signatures | Note | WriteLines | CheckBoxes | Chart | Image | QrCode
_BULLET = "•"
_BULLET_INDENT = 13.0
_LOGO_WIDTH, _LOGO_HEIGHT = 60.0, 26.0


class Area(NamedTuple):
    """The text area of a page and its whole sheet, in points."""

    width: float
    height: float
    sheet: tuple[float, float]


class Outlining(NamedTuple):
    """What tables of contents list, how deep in the outline headings begin, and whether they are in it."""

    listing: Listing = Listing()
    depth: int = 0
    is_on: bool = True


class Composer:
    """Turns the blocks of one document into boxes, lazily."""

    def __init__(
        self,
        typist: Typist,
        area: Area,
        is_draft: bool,
        outlining: Outlining | None = None,
        texts: Texts = ROOMY,
    ) -> None:
        self._typist = typist
        self._area = area
        self._width = area.width
        self._page_height = area.height
        self._is_draft = is_draft
        self._outlining = outlining or Outlining()
        self._texts = texts
        self._tones = {Tone.BODY: texts.body, Tone.QUIET: texts.quiet, Tone.STRONG: texts.strong}

    def boxes(self, blocks: Iterable[Block]) -> Iterator[Box]:
        """Yield the boxes of blocks from top to bottom; what is missing is said in drafts only."""
        for block, following in pairwise(chain(blocks, (None,))):
            boxes = self._boxes(block) if block else iter(())
            # Nobody signs a page on which nothing else stands.
            yield from _held(boxes) if isinstance(following, Signatures) else boxes

    def _boxes(self, block: Block) -> Iterator[Box]:
        match block:
            case Title():
                yield from self._title(block)
            case Heading():
                yield self._heading(block)
            case Paragraph():
                yield self._text(block.text, self._tones[block.tone], block.align)
            case Bullets():
                yield from self._items(block.items, [_BULLET] * len(block.items), _BULLET_INDENT)
            case Numbered():
                widths = [self._typist.natural_width(label, self._texts.body) for label in block.labels]
                yield from self._items(block.items, block.labels, max(widths, default=0.0) + 6)
            case Table():
                yield from table_boxes(block, self._typist, self._width, self._page_height)
            case KeepTogether():
                yield from self._together(block)
            case Passage():
                yield from self._passage(block)
            case InColumns():
                yield self._in_columns(block)
            case SideBySide():
                yield from self._columns(block)
            case Leaflet():
                yield from leaflet_boxes(block, self._typist, self._area.sheet, self._in_panel)
            case Poster():
                yield PosterBox(0.0, size=self._area.sheet, poster=block)
            case Slide():
                yield SlideBox(0.0, size=(max(self._area.sheet), min(self._area.sheet)), slide=block)
            case TableCard():
                upright = (min(self._area.sheet), max(self._area.sheet))
                yield CardBox(0.0, size=upright, sides=2, display=block.display)
            case Contents():
                yield from contents_boxes(block, self._outlining.listing, self._typist, self._width)
            case Anchor():
                yield AnchorBox(0.0, keep=True, name=block.name)
            case Spacer():
                yield Space(block.height * MILLIMETRE)
            case PageBreak():
                yield Break(0.0)
            case Missing():
                if self._is_draft:
                    yield note_box(block, self._typist, self._width)
            case _:
                yield from self._framed(block)

    def _framed(self, block: _Framed) -> Iterator[Box]:
        match block:
            case Chart():
                yield from chart_boxes(block, self._typist, self._width)
            case Image():
                yield image_box(block, self._typist, self._width, self._page_height)
            case QrCode():
                yield qr_box(block, self._typist, self._width)
            case ControlBlock():
                yield from control_boxes(block, self._typist, self._width, self._page_height)
            case KeyValues():
                yield from fact_boxes(block, self._typist, self._width, self._page_height)
            case Signatures():
                yield from signature_boxes(block, self._typist, self._width)
            case Note():
                yield note_box(block, self._typist, self._width)
            case WriteLines():
                yield from writing_boxes(block, self._typist, self._width)
            case CheckBoxes():
                yield from tick_boxes(block, self._typist, self._width)

    def _text(self, content: Inline, type_: Type, align: Align = Align.START) -> TextBox:
        lines = self._typist.lines(content, type_, self._width)
        told = content if target_of(content) or origins_of(content) else ""
        height = len(lines) * type_.leading
        return TextBox(height, self._texts.paragraph_gap, lines=lines, type_=type_, align=align, content=told)

    def _title(self, block: Title) -> Iterator[Box]:
        if block.logo:
            logo = replace(block.logo, width=block.logo.width or _LOGO_WIDTH, height=_LOGO_HEIGHT)
            yield replace(image_box(logo, self._typist, self._width, self._page_height), keep=True)
        title = self._text(block.text, TITLE, Align.CENTRE)
        title.gap, title.keep = 14.0, True
        yield title
        if plain(block.subtitle):
            subtitle = self._text(block.subtitle, SUBTITLE, Align.CENTRE)
            subtitle.gap, subtitle.keep = 0.0, True
            yield subtitle

    def _heading(self, block: Heading) -> Box:
        level = min(max(block.level, 1), len(self._texts.headings))
        title = f"{block.number} {block.text}".strip()
        box = self._text(title, self._texts.headings[level - 1])
        box.gap, box.keep = self._texts.heading_gaps[level - 1], True
        if self._outlining.is_on:
            box.bookmark = (title, level + self._outlining.depth)
        return box

    def _items(self, items: Iterable[Inline], labels: Iterable[str], indent: float) -> Iterator[Box]:
        body = self._texts.body
        for item, label in zip(items, labels, strict=True):
            lines = self._typist.lines(item, body, self._width - indent)
            yield TextBox(
                len(lines) * body.leading,
                self._texts.item_gap,
                lines=lines,
                type_=body,
                indent=indent,
                label=self._typist.lines(label, body, 1000),
                content=item if origins_of(item) else "",
            )

    def _of(self, passage: Passage, width: float, is_leading: bool = True) -> Composer:
        """Return the composer of a passage, which knows its language and its width."""
        rtl = passage.direction is Direction.RTL
        typist = self._typist.in_language(passage.language, rtl, passage.font)
        outlining = self._outlining._replace(is_on=self._outlining.is_on and is_leading)
        return Composer(typist, self._area._replace(width=width), self._is_draft, outlining, self._texts)

    def _in_panel(self, blocks: Iterable[Block], width: float, height: float) -> Iterator[Box]:
        area = self._area._replace(width=width, height=height)
        outlining = self._outlining._replace(is_on=False)
        return Composer(self._typist, area, self._is_draft, outlining).boxes(blocks)

    def _passage(self, block: Passage) -> Iterator[Box]:
        composer = self._of(block, self._width)
        for box in composer.boxes(block.blocks):
            yield translated(box, composer._typist)

    def _columns(self, block: SideBySide) -> Iterator[Box]:
        width = (self._width - COLUMN_GAP) / 2
        first = leading(block, self._typist.language)
        sides = [self._of(side, width, side is first) for side in (block.left, block.right)]
        for pair in zip_longest(block.left.blocks, block.right.blocks):
            stacks = [
                Stack(list(side.boxes([one] if one else [])), side._typist)
                for side, one in zip(sides, pair, strict=True)
            ]
            yield level_pair(*stacks)

    def _in_columns(self, block: InColumns) -> Box:
        column = Composer(
            self._typist,
            self._area._replace(width=(self._width - COLUMN_GAP) / 2),
            self._is_draft,
            self._outlining,
            COMPACT,
        )
        return columns_box(list(column.boxes(block.blocks)), self._typist, self._page_height)

    def _together(self, block: KeepTogether) -> Iterator[Box]:
        boxes = list(self.boxes(block.blocks))
        for place, box in enumerate(boxes):
            yield replace(box, keep=place + 1 < len(boxes) or box.keep)


def _held(boxes: Iterable[Box]) -> Iterator[Box]:
    """Yield boxes of which the last one stays with what follows."""
    last: Box | None = None
    for box in boxes:
        if last:
            yield last
        last = box
    if last:
        last.keep = True
        yield last
