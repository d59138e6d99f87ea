"""What stands round the text of every page of a DOCX file: watermark, running head, foot and page number."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from xml.sax.saxutils import quoteattr

from docx.document import Document as File
from docx.oxml.parser import parse_xml

from models.documents.blocks import Align, Document, Furniture, Inline, Span, State, plain
from models.documents.docx.paragraphs import Paragraphs
from models.documents.docx.tables import ABOVE, TableCell, TableRow, table
from models.documents.docx.words import Voice, field, runs, writable
from models.documents.docx.xml import element, twips
from models.documents.layout.style import AMBER, HAIR

_NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:w10="urn:schemas-microsoft-com:office:word"'
)
_WATERMARK = (
    "<w:r {namespaces}><w:rPr><w:noProof/></w:rPr><w:pict>"
    '<v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" '
    'path="m@7,l@8,m@5,21600l@6,21600e"><v:formulas><v:f eqn="sum #0 0 10800"/>'
    '<v:f eqn="prod #0 2 1"/><v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/>'
    '<v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/><v:f eqn="if @0 21600 @1"/>'
    '<v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/><v:f eqn="mid @5 @6"/><v:f eqn="mid @8 @5"/>'
    '<v:f eqn="mid @7 @8"/><v:f eqn="mid @6 @7"/><v:f eqn="sum @6 0 @5"/></v:formulas>'
    '<v:path textpathok="t" o:connecttype="custom" o:connectlocs="@9,0;@10,10800;@11,21600;@12,10800" '
    'o:connectangles="270,180,90,0"/><v:textpath on="t" fitshape="t"/></v:shapetype>'
    '<v:shape id="{name}" type="#_x0000_t136" style="position:absolute;margin-left:0;margin-top:0;'
    "width:{width}pt;height:{height}pt;rotation:315;z-index:-251658752;"
    "mso-position-horizontal:center;mso-position-horizontal-relative:margin;"
    'mso-position-vertical:center;mso-position-vertical-relative:margin" o:allowincell="f" '
    'fillcolor="#dfeeee" stroked="f"><v:fill opacity=".7"/>'
    '<v:textpath style="font-family:&quot;{font}&quot;;font-size:1pt" string={text}/>'
    '<w10:wrap anchorx="margin" anchory="margin"/></v:shape></w:pict></w:r>'
)
_PAGE, _PAGES = 4, 7
"""Numbers that stand for the page and the number of pages while their words are looked for."""


class Surroundings:
    """Writes head and foot of the one section of a file."""

    def __init__(self, file: File, document: Document, paragraphs: Paragraphs, width: float) -> None:
        self._section = file.sections[0]
        self._document = document
        self._words = document.furniture
        self._paragraphs = paragraphs
        self._voice = Voice.of(document.language, document.direction, document.font)
        self._width = width

    def write(self) -> None:
        """Write the head of the first page and of the others, and the foot of all."""
        self._section.different_first_page_header_footer = True
        heads = ((self._section.first_page_header, ""), (self._section.header, self._words.running))
        for number, (head, running) in enumerate(heads):
            _filled(head._element, [self._head(running, number)])
        for foot in (self._section.first_page_footer, self._section.footer):
            _filled(foot._element, [self._foot(), self._paragraphs.gap(1)])

    def _head(self, running: Inline, number: int) -> Any:
        document = self._document
        parts = list(runs(running, self._voice))
        properties = [element("w:tabs", element("w:tab", w_val="right", w_pos=twips(self._width)))]
        if document.is_sample and self._words.sample_mark:
            parts += [element("w:r", element("w:tab")), *_stamp(self._words.sample_mark, self._voice)]
        if document.state is State.DRAFT and self._words.draft_mark:
            parts.append(_watermark(self._words.draft_mark, document.font, self._width, number))
        if plain(running):
            properties.append(_rule())
        return self._paragraphs.made(parts, self._voice, "Header", properties=properties)

    def _foot(self) -> Any:
        label = self._paragraphs.made(page_label(self._words, self._voice), self._voice, "Footer", Align.END)
        words = self._paragraphs.text(self._words.footer, self._voice, "Footer")
        widths = (self._width * 0.74, self._width * 0.26)
        row = TableRow((TableCell((words,), ABOVE), TableCell((label,), ABOVE)))
        return table([row], widths, self._voice, margin=0.0)


def page_label(words: Furniture, voice: Voice) -> list[Any]:
    """Return the runs of page n of m, its numbers as fields."""
    shown = words.page_label(_PAGE, _PAGES)
    page, pages = words.page_number(_PAGE), words.page_number(_PAGES)
    if page not in shown or pages not in shown or shown.index(page) > shown.index(pages):
        return list(field("PAGE", "1", voice))
    before, rest = shown.split(page, 1)
    between, after = rest.split(pages, 1)
    parts: list[Any] = []
    for text, instruction in ((before, "PAGE"), (between, "NUMPAGES"), (after, "")):
        parts += runs(text, voice) if text else ()
        parts += field(instruction, words.page_number(1), voice) if instruction else ()
    return parts


def _stamp(mark: str, voice: Voice) -> Iterator[Any]:
    """Yield the runs of a word that strikes the eye; a frame round it would not fit in every program."""
    for run in runs((Span(mark, bold=True),), voice):
        run[0].insert(2, element("w:color", w_val=AMBER.removeprefix("#")))
        yield run


def _rule() -> Any:
    line = element("w:bottom", w_val="single", w_sz=4, w_space=4, w_color=HAIR.removeprefix("#"))
    return element("w:pBdr", line)


def _filled(part: Any, content: list[Any]) -> None:
    for old in list(part):
        part.remove(old)
    part.extend(content)


def _watermark(mark: str, font: str, width: float, number: int) -> Any:
    across = round(width * 0.95)
    return parse_xml(
        _WATERMARK.format(
            namespaces=_NAMESPACES,
            name=f"Watermark{number}",
            width=across,
            height=round(across / max(len(mark) * 0.55, 1.6)),
            font=font,
            text=quoteattr(writable(mark)),
        )
    )
