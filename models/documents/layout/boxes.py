"""Boxes: what fills a page from top to bottom, each of known height, some of them divisible."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from models.documents.blocks import Align, Inline
from models.documents.layout.references import names_pages, origins_of, target_of, with_pages
from models.documents.layout.style import BODY, HAIR, Type, fill, stroke
from models.documents.layout.text import Typist
from models.documents.typesetting.lines import Line
from models.documents.typesetting.page import Anchored, Bookmark, Drawn, Link, Marked
from models.documents.typesetting.text import clean


@dataclass
class Box:
    """A box as wide as the text of the page."""

    height: float
    gap: float = 0.0
    """Room above, dropped at the top of a page."""
    keep: bool = False
    """Whether the next box must begin on the same page."""
    head: Box | None = field(default=None, repr=False)
    """Painted again above the box when the box begins a page."""

    def paint(self, typist: Typist, left: float, top: float, width: float) -> Sequence[Drawn]:  # noqa: ARG002
        """Return the operators that draw the box below `top`; an empty box draws nothing."""
        return []

    def split(self, room: float) -> tuple[Box, Box] | None:  # noqa: ARG002
        """Return the part that fits a height and the rest, None when the box may not be divided there."""
        return None


@dataclass
class Space(Box):
    """Empty room."""


@dataclass
class Break(Space):
    """The end of a page."""


@dataclass
class SheetBox(Box):
    """A whole sheet without margins, of a size of its own."""

    size: tuple[float, float] = (0.0, 0.0)
    sides: int = 1
    """How many there are one above the other once the sheet is folded."""

    def draw(self, typist: Typist) -> Sequence[Drawn]:  # noqa: ARG002
        """Return what draws the sheet."""
        return []


@dataclass
class AnchorBox(Box):
    """A named place at the box that follows."""

    name: str = ""

    def paint(self, typist: Typist, left: float, top: float, width: float) -> Sequence[Drawn]:  # noqa: ARG002
        """Return the place."""
        return [Anchored(self.name, top)]


_FEWEST_LINES = 2
_ABOVE_HEADING = 6.0


@dataclass
class TextBox(Box):
    """Lines of one kind, with a label before the first one, divisible between lines."""

    lines: Sequence[Line] = ()
    type_: Type = BODY
    align: Align = Align.START
    indent: float = 0.0
    label: Sequence[Line] = ()
    bookmark: tuple[str, int] | None = None
    """Title and level under which the box stands in the outline."""

    content: Inline = ""
    """The text of the lines, where it leads elsewhere or comes from a record."""

    def paint(self, typist: Typist, left: float, top: float, width: float) -> list[Drawn]:
        """Return the operators of the label and the lines, and what they lead to."""
        drawn: list[Drawn] = []
        if self.bookmark:
            title, level = self.bookmark
            drawn.append(Bookmark(clean(title), level, top + _ABOVE_HEADING))
        area = (left, top - self.height, left + width, top)
        target = target_of(self.content)
        if target:
            drawn.append(Link(*area, target))
        drawn += [Marked(*area, origin) for origin in origins_of(self.content)]
        if names_pages(self.content):
            return [*drawn, lambda: "\n".join(self._text(typist, left, top, width))]
        return drawn + self._text(typist, left, top, width)

    def _text(self, typist: Typist, left: float, top: float, width: float) -> list[str]:
        inner = width - self.indent
        text_left = typist.column_left(self.indent, inner, left, width)
        lines = self.lines
        if names_pages(self.content):
            lines = typist.lines(with_pages(self.content, typist.page_words), self.type_, inner)
        placed = typist.place(lines, self.type_, text_left, top, inner, self.align)
        if self.label:
            label_left = typist.column_left(0, self.indent, left, width)
            placed = typist.place(self.label, self.type_, label_left, top, self.indent) + placed
        return typist.operators(placed)

    def split(self, room: float) -> tuple[Box, Box] | None:
        """Return the lines that fit and the others, two lines at least on either side."""
        if names_pages(self.content):
            return None
        fitting = min(int(room / self.type_.leading), len(self.lines) - _FEWEST_LINES)
        if fitting < _FEWEST_LINES:
            return None
        first = self._part(self.lines[:fitting], self.label)
        rest = self._part(self.lines[fitting:], ())
        rest.gap, rest.keep = 0.0, self.keep
        return first, rest

    def _part(self, lines: Sequence[Line], label: Sequence[Line]) -> TextBox:
        return TextBox(
            height=len(lines) * self.type_.leading,
            gap=self.gap,
            lines=lines,
            type_=self.type_,
            align=self.align,
            indent=self.indent,
            label=label,
            bookmark=self.bookmark if label is self.label else None,
            content=self.content,
        )


def rectangle(
    left: float,
    bottom: float,
    width: float,
    height: float,
    *,
    filled: str = "",
    line: str = "",
    weight: float = 0.5,
    dash: str = "",
) -> str:
    """Return the operators of a rectangle, filled or framed or both."""
    shape = f"{left:.2f} {bottom:.2f} {width:.2f} {height:.2f} re"
    parts = []
    if filled:
        parts.append(f"{fill(filled)} {shape} f")
    if line:
        dashed = f"[{dash}] 0 d " if dash else ""
        parts.append(f"q {stroke(line)} {weight:.2f} w {dashed}{shape} S Q")
    return " ".join(parts)


def rule(left: float, right: float, y: float, colour: str, weight: float) -> str:
    """Return the operators of a horizontal line."""
    return f"{stroke(colour)} {weight:.2f} w {left:.2f} {y:.2f} m {right:.2f} {y:.2f} l S"


def dotted(left: float, right: float, y: float) -> str:
    """Return the operators of a row of fine dots."""
    return f"q {stroke(HAIR)} 1 w 1 J [0 4] 0 d {left:.2f} {y:.2f} m {right:.2f} {y:.2f} l S Q"


def upright(x: float, bottom: float, top: float, colour: str, weight: float) -> str:
    """Return the operators of a vertical line."""
    return f"{stroke(colour)} {weight:.2f} w {x:.2f} {bottom:.2f} m {x:.2f} {top:.2f} l S"
