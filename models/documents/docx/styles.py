"""The styles of a DOCX file: the same types as on paper, for both scripts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from docx.document import Document as File
from docx.enum.style import WD_STYLE_TYPE

from models.documents.docx.words import Voice
from models.documents.docx.xml import element, twips
from models.documents.layout.style import (
    BODY,
    BODY_QUIET,
    BODY_STRONG,
    CAPTION,
    CELL,
    CELL_HEAD,
    FOOT,
    HEADINGS,
    LABEL,
    ROLE,
    RUNNING,
    SUBTITLE,
    TITLE,
    VALUE,
    WARNING,
    Type,
)


class Look(NamedTuple):
    """A paragraph style: its type, the room above and below, and whether it stays with what follows."""

    type_: Type
    above: float = 0.0
    below: float = 0.0
    keeps_next: bool = False
    level: int | None = None


LOOKS: Mapping[str, Look] = {
    "Normal": Look(BODY, 0.0, 5.0),
    "Title": Look(TITLE, 12.0, 2.0, keeps_next=True),
    "Subtitle": Look(SUBTITLE, 0.0, 8.0, keeps_next=True),
    "Heading 1": Look(HEADINGS[0], 14.0, 3.0, keeps_next=True, level=0),
    "Heading 2": Look(HEADINGS[1], 10.0, 3.0, keeps_next=True, level=1),
    "Heading 3": Look(HEADINGS[2], 8.0, 2.0, keeps_next=True, level=2),
    "List Bullet": Look(BODY, 0.0, 2.0),
    "List Number": Look(BODY, 0.0, 2.0),
    "Caption": Look(CAPTION, 8.0, 2.0, keeps_next=True),
    "Quiet": Look(BODY_QUIET, 0.0, 5.0),
    "Strong text": Look(BODY_STRONG, 0.0, 5.0),
    "Fact": Look(BODY),
    "Fact label": Look(BODY_STRONG),
    "Cell": Look(CELL),
    "Cell heading": Look(CELL_HEAD),
    "Label": Look(LABEL),
    "Value": Look(VALUE),
    "Role": Look(ROLE),
    "Warning": Look(WARNING),
    "Header": Look(RUNNING),
    "Footer": Look(FOOT),
}

_LEADING = 0.82
"""Word adds the room between lines that a typeface asks for; this share of ours looks the same."""


def add_styles(file: File, voice: Voice) -> None:
    """Give a file its styles, in the direction of its language."""
    for name, look in LOOKS.items():
        styles = file.styles
        style = styles[name] if name in styles else styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        shape: Any = style.element
        for old in shape.xpath("./w:pPr | ./w:rPr"):
            shape.remove(old)
        shape.append(_paragraph(look, voice))
        shape.append(_run(look.type_, voice))


def _paragraph(look: Look, voice: Voice) -> Any:
    made = element("w:pPr")
    if look.keeps_next:
        made.append(element("w:keepNext"))
    if look is LOOKS["List Bullet"]:
        made.append(element("w:numPr", element("w:numId", w_val=1)))
    if voice.is_rtl:
        made.append(element("w:bidi"))
    line = twips(look.type_.leading * _LEADING)
    above, below = twips(look.above), twips(look.below)
    made.append(element("w:spacing", w_before=above, w_after=below, w_line=line, w_lineRule="atLeast"))
    if look.level is not None:
        made.append(element("w:outlineLvl", w_val=look.level))
    return made


def _run(type_: Type, voice: Voice) -> Any:
    font = voice.font
    size = round(type_.size * 2)
    made = element("w:rPr", element("w:rFonts", w_ascii=font, w_hAnsi=font, w_cs=font, w_eastAsia=font))
    if type_.bold:
        made.extend((element("w:b"), element("w:bCs")))
    made.append(element("w:color", w_val=type_.colour.removeprefix("#")))
    made.extend((element("w:sz", w_val=size), element("w:szCs", w_val=size)))
    made.append(element("w:lang", w_val="en-GB", w_bidi=voice.language))
    return made
