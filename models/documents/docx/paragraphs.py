"""Paragraphs of a DOCX file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from docx.oxml.ns import qn

from models.documents.blocks import Align, Inline
from models.documents.docx.words import Voice, runs
from models.documents.docx.xml import element, twips

_ALIGN = {Align.CENTRE: "center", Align.END: "end"}
_ORDER = ("w:keepNext", "w:pageBreakBefore", "w:pBdr", "w:tabs", "w:bidi", "w:spacing", "w:ind", "w:jc")
"""The order in which the properties of a paragraph must stand behind its style."""


class Paragraphs:
    """Makes paragraphs of the styles of one file."""

    def __init__(self, style_ids: Mapping[str, str]) -> None:
        self._style_ids = style_ids

    def text(
        self,
        content: Inline,
        voice: Voice,
        style: str = "Normal",
        align: Align = Align.START,
        *properties: Any,
    ) -> Any:
        """Return a paragraph with a text."""
        return self.made(runs(content, voice), voice, style, align, properties)

    def labelled(self, label: str, content: Inline, voice: Voice, indent: float) -> Any:
        """Return a paragraph behind a label of its own, such as a number."""
        at = twips(indent)
        tabs = element("w:tabs", element("w:tab", w_val="left", w_pos=at))
        hanging = element("w:ind", w_left=at, w_hanging=at)
        tab = element("w:r", element("w:tab"))
        parts = [*runs(label, voice), tab, *runs(content, voice)]
        return self.made(parts, voice, "List Number", Align.START, (tabs, hanging))

    def made(
        self,
        parts: Iterable[Any],
        voice: Voice,
        style: str,
        align: Align = Align.START,
        properties: Sequence[Any] = (),
    ) -> Any:
        """Return a paragraph of runs and whatever else may stand in one."""
        inside = [*properties]
        if voice.is_rtl:
            inside.append(element("w:bidi"))
        else:
            # Styles carry the direction of the file, which is not that of every passage.
            inside.append(element("w:bidi", w_val="0"))
        if align in _ALIGN:
            inside.append(element("w:jc", w_val=_ALIGN[align]))
        inside.sort(key=_place)
        style_id = element("w:pStyle", w_val=self._style_ids[style])
        return element("w:p", element("w:pPr", style_id, *inside), *parts)

    def gap(self, points: float = 6.0) -> Any:
        """Return an empty paragraph of a height, which also keeps two tables apart."""
        height = twips(points)
        spacing = element("w:spacing", w_before=0, w_after=0, w_line=height, w_lineRule="exact")
        tiny = element("w:rPr", element("w:sz", w_val=2), element("w:szCs", w_val=2))
        return element("w:p", element("w:pPr", spacing, tiny))

    def page_break(self) -> Any:
        """Return a paragraph that ends the page."""
        return element("w:p", element("w:r", element("w:br", w_type="page")))


def _place(one: Any) -> int:
    return next(place for place, tag in enumerate(_ORDER) if qn(tag) == one.tag)


def keep_with_next(things: Sequence[Any]) -> None:
    """Let paragraphs and tables stay on one page with what follows them."""
    for thing in things:
        for paragraph in thing.iter(qn("w:p")):
            properties = paragraph.find(qn("w:pPr"))
            if properties is not None and properties.find(qn("w:keepNext")) is None:
                after = 1 if properties.find(qn("w:pStyle")) is not None else 0
                properties.insert(after, element("w:keepNext"))
