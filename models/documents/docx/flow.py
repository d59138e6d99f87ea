"""Blocks to the paragraphs and tables of a DOCX file, one function a kind of block."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import zip_longest
from typing import Any

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
from models.documents.docx import framed
from models.documents.docx.figures import chart_figure, picture_figure, qr_figure
from models.documents.docx.paragraphs import keep_with_next
from models.documents.docx.setting import Setting
from models.documents.docx.tables import TableCell, TableRow, table
from models.documents.docx.words import Voice, bookmark_name, field, runs
from models.documents.docx.xml import element, twips
from models.documents.layout.contents import leading
from models.documents.layout.style import BODY, MILLIMETRE
from models.documents.pieces import Cover, Display, Leaflet, Poster, Slide, TableCard

_TONES = {Tone.BODY: "Normal", Tone.QUIET: "Quiet", Tone.STRONG: "Strong text"}
_DEEPEST_LEVEL = 2
_LOGO = (60 * MILLIMETRE, 26 * MILLIMETRE)
_COLUMN_GAP = 14.0


def written(blocks: Iterable[Block], setting: Setting) -> Iterator[Any]:
    """Yield the paragraphs and tables of blocks; named places are bookmarks of what follows them."""
    names: list[str] = []
    for block in blocks:
        if isinstance(block, Anchor):
            names.append(bookmark_name(block.name))
            continue
        for thing in _written(block, setting):
            paragraph = next(iter(thing.iter(element("w:p").tag)), None)
            while names and paragraph is not None:
                setting.bookmarked(paragraph, names.pop())
            yield thing
    for name in names:
        yield setting.bookmarked(setting.text(""), name)


def _written(block: Block, setting: Setting) -> Iterator[Any]:
    match block:
        case Title():
            yield from _title(block, setting)
        case Heading():
            yield _heading(block, setting)
        case Paragraph():
            yield setting.text(block.text, _TONES[block.tone], block.align)
        case Bullets():
            yield from (setting.text(item, "List Bullet") for item in block.items)
        case Numbered():
            yield from _numbered(block, setting)
        case KeepTogether():
            things = list(written(block.blocks, setting))
            keep_with_next(things[:-1])
            yield from things
        case Spacer():
            yield setting.paragraphs.gap(block.height * MILLIMETRE)
        case PageBreak():
            yield setting.paragraphs.page_break()
        case Contents():
            yield from _contents(block, setting)
        case InColumns():
            yield from written(block.blocks, setting)
        case Passage():
            voice = Voice.of(block.language, block.direction, block.font)
            yield from written(block.blocks, setting.inside(setting.width, voice))
        case SideBySide():
            yield from _columns(block, setting)
        case Chart() | Image() | QrCode():
            yield from _figure(block, setting)
        case Leaflet() | Poster() | Slide() | TableCard():
            yield from written(_piece(block), setting)
        case _:
            yield from _framed(block, setting)


def _framed(block: Block, setting: Setting) -> Iterator[Any]:
    match block:
        case Table():
            yield from framed.register(block, setting)
        case ControlBlock():
            yield from framed.control(block, setting)
        case KeyValues():
            yield from framed.facts(block, setting)
        case Signatures():
            yield from framed.signatures(block, setting)
        case Note():
            yield from framed.note(block, setting)
        case Missing():
            if setting.is_draft:
                yield from framed.missing(block, setting)
        case WriteLines():
            yield from framed.lines_to_write(block, setting)
        case CheckBoxes():
            yield from framed.boxes_to_tick(block, setting)


def _title(block: Title, setting: Setting) -> Iterator[Any]:
    if block.logo:
        yield setting.figure(picture_figure(block.logo, *_LOGO))
    yield setting.text(block.text, "Title", Align.CENTRE)
    if plain(block.subtitle):
        yield setting.text(block.subtitle, "Subtitle", Align.CENTRE)


def _heading(block: Heading, setting: Setting) -> Any:
    level = min(max(block.level, 1), 3)
    made = setting.text(f"{block.number} {block.text}".strip(), f"Heading {level}")
    if setting.voice.language != setting.language:
        return made
    return setting.bookmarked(made, f"heading_{next(setting.headings)}")


def _numbered(block: Numbered, setting: Setting) -> Iterator[Any]:
    widest = max((setting.typist.natural_width(label, BODY) for label in block.labels), default=0.0)
    for item, label in zip(block.items, block.labels, strict=True):
        yield setting.paragraphs.labelled(label, item, setting.voice, widest + 8)


def _contents(block: Contents, setting: Setting) -> Iterator[Any]:
    yield setting.text(block.title, "Heading 1")
    for place, (title, level) in enumerate(setting.contents, start=1):
        if level > _DEEPEST_LEVEL:
            continue
        end = element("w:tab", w_val="right", w_leader="dot", w_pos=twips(setting.width))
        indent = element("w:ind", w_left=twips(14.0 * (level - 1)))
        number = field(f"PAGEREF heading_{place} \\h", "–", setting.voice)
        parts = [*runs(f"{title} ", setting.voice), element("w:r", element("w:tab")), *number]
        yield setting.paragraphs.made(
            parts, setting.voice, "Normal", Align.START, (element("w:tabs", end), indent)
        )


def _columns(block: SideBySide, setting: Setting) -> Iterator[Any]:
    """Yield two columns as a table without lines, whose rows keep them level."""
    first = leading(block, setting.language)
    passages = (first, block.left if first is block.right else block.right)
    width = setting.width / 2
    insides = [
        setting.inside(width - _COLUMN_GAP, Voice.of(side.language, side.direction, side.font))
        for side in passages
    ]
    rows = []
    for pair in zip_longest(*(side.blocks for side in passages)):
        cells = [
            TableCell(_closed(written([one] if one else [], inside), inside))
            for one, inside in zip(pair, insides, strict=True)
        ]
        rows.append(TableRow(cells, may_split=True))
    # The columns run as the document does: the one that is read first stands where it begins.
    is_rtl = first is block.right
    yield table(rows, [width, width], setting.voice._replace(is_rtl=is_rtl), _COLUMN_GAP / 2)


def _closed(things: Iterable[Any], setting: Setting) -> tuple[Any, ...]:
    """Return the content of a cell, which must end with a paragraph."""
    content = list(things)
    if not content or content[-1].tag != element("w:p").tag:
        content.append(setting.paragraphs.gap(1.0))
    return tuple(content)


def _figure(block: Chart | Image | QrCode, setting: Setting) -> Iterator[Any]:
    if isinstance(block, Chart):
        if block.caption:
            yield setting.text(block.caption, "Caption")
        uncaptioned = replace(block, caption="")
        yield setting.figure(chart_figure(uncaptioned, setting.typist, setting.width))
        return
    if isinstance(block, Image):
        figure = picture_figure(block, setting.width, setting.height * 0.8)
    else:
        figure = qr_figure(block, setting.width)
    made = setting.figure(figure, block.align)
    if not block.caption:
        yield made
        return
    keep_with_next([made])
    yield from (made, setting.text(block.caption, "Quiet", block.align))


def _piece(block: Leaflet | Poster | Slide | TableCard) -> Iterator[Block]:
    """Yield a piece for customers as running text: its sheet is a matter of the PDF."""
    if isinstance(block, Leaflet):
        yield from _cover(block.cover)
        yield from (*block.flap, *block.inside, *block.back)
    elif isinstance(block, Slide):
        yield from _slide(block)
    else:
        yield from _display(block.display)


def _cover(cover: Cover) -> Iterator[Block]:
    yield Title(cover.title, cover.subtitle, cover.logo)
    for text in (cover.organisation, cover.foot):
        if text:
            yield Paragraph(text, Tone.QUIET, Align.CENTRE)


def _slide(slide: Slide) -> Iterator[Block]:
    yield Heading(slide.title, 1, slide.label)
    if slide.kicker:
        yield Paragraph(slide.kicker, Tone.QUIET)
    texts = tuple(": ".join(filter(None, (point.name, point.text))) for point in slide.points)
    yield Numbered(texts, slide.labels) if slide.labels else Bullets(texts)


def _display(display: Display) -> Iterator[Block]:
    yield Title(display.title, display.organisation, display.logo)
    for label, promise in zip(display.labels, display.promises, strict=False):
        yield Heading(plain(promise), 2, f"{label}.")
    yield Spacer(6)
    if plain(display.call):
        yield Paragraph(display.call, Tone.STRONG, Align.CENTRE)
    if display.qr:
        yield QrCode(display.qr)
    for text in (display.qr_caption, display.foot):
        if plain(text):
            yield Paragraph(text, Tone.QUIET, Align.CENTRE)
