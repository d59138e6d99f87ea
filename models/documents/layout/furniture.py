"""What stands round the text of every page: watermark, running head, sample stamp, foot and page number."""

import math

from models.documents.blocks import Align, Document, Span, State
from models.documents.layout.boxes import rectangle, rule
from models.documents.layout.style import (
    AMBER,
    FOOT,
    FRAME,
    GHOST,
    HAIR,
    HAIRLINE,
    PAGE_LABEL,
    RUNNING,
    SMALL_PRINT,
    STAMP,
    Type,
    margins,
)
from models.documents.layout.text import Typist

_BARE_EDGE = 20.0
_STAMP_DROP = 8.0
_HEAD_DROP = 15.0
_FOOT_RISE = 10.0
_PAGE_LABEL_WIDTH = 96.0
_WATERMARK_SHARE = 0.62
_WATERMARK_LARGEST = 130.0
_STAMP_PADDING = 6.0


class PageFurniture:
    """Draws the furniture of one document on sheets of one size."""

    def __init__(
        self, document: Document, typist: Typist, width: float, height: float, first: int = 1
    ) -> None:
        """Take the document, the size of its sheets and the number of its first page."""
        self._first = first
        self._is_bare = False
        self._sides = 1
        self._document = document
        self._words = document.furniture
        self._typist = typist
        self._width = width
        self._height = height
        self._edge = margins(width, height)
        self._inner = width - 2 * self._edge.side

    def bare(self, width: float, height: float, sides: int) -> "PageFurniture":
        """Return the furniture of a sheet without margins: number, disclaimer and stamps are all it has.

        sides: how many there are one above the other once the sheet is folded; each has its stamps.
        """
        furniture = PageFurniture(self._document, self._typist, width, height, self._first)
        furniture._is_bare = True
        furniture._sides = sides
        return furniture

    def underlay(self) -> list[str]:
        """Return the watermark of a draft, which lies under the text."""
        mark = self._words.draft_mark
        if self._document.state is not State.DRAFT or not mark:
            return []
        trial = Type(100.0, 100.0, bold=True, colour=GHOST)
        room = math.hypot(self._width, self._height) * _WATERMARK_SHARE
        scale = min(room / max(self._typist.natural_width(mark, trial), 1.0), _WATERMARK_LARGEST / 100)
        type_ = trial._replace(size=round(trial.size * scale, 1), leading=round(trial.leading * scale, 1))
        lines = self._typist.lines(mark, type_, 10_000)
        angle = math.atan2(self._height, self._width) * 0.8
        cos, sin = math.cos(angle), math.sin(angle)
        placed = self._typist.place(lines, type_, -5000, type_.leading / 2, 10_000, Align.CENTRE)
        turned = f"q {cos:.4f} {sin:.4f} {-sin:.4f} {cos:.4f} {self._width / 2:.2f} {self._height / 2:.2f} cm"
        return [turned, *self._typist.operators(placed), "Q"]

    def finish(self, page: int, pages: int) -> list[str]:
        """Return the head and the foot of a page."""
        if self._is_bare:
            return self._bare()
        return self._head(page) + self._foot(page, pages)

    def _head(self, page: int) -> list[str]:
        operators: list[str] = []
        top = self._height - self._edge.top + _HEAD_DROP + RUNNING.leading
        left = self._edge.side
        if page > self._first and self._words.running:
            lines = self._typist.lines(self._words.running, RUNNING, self._inner * 0.8)[:1]
            placed = self._typist.place(lines, RUNNING, left, top, self._inner)
            y = top - RUNNING.leading - 3
            operators.append(rule(left, left + self._inner, y, HAIR, HAIRLINE))
            operators += self._typist.operators(placed)
        if self._document.is_sample and self._words.sample_mark:
            operators += self._stamp(self._words.sample_mark, top)
        return operators

    def _bare(self) -> list[str]:
        width = self._width - 2 * _BARE_EDGE
        number = Span(self._document.number, island=True)
        lines = self._typist.lines((number, Span(f" · {self._words.footer}")), SMALL_PRINT, width)
        top = _BARE_EDGE * 0.6 + SMALL_PRINT.leading * len(lines)
        placed = self._typist.place(lines, SMALL_PRINT, _BARE_EDGE, top, width, Align.CENTRE)
        operators = self._typist.operators(placed)
        for side in range(self._sides):
            operators += self._stamps(self._height * (1 - side / self._sides) - _STAMP_DROP)
        return operators

    def _stamps(self, top: float) -> list[str]:
        """Return the stamps of a sheet whose colours may hide the watermark, one beside the other."""
        words, document = self._words, self._document
        marks = (words.sample_mark, document.is_sample), (words.draft_mark, document.state is State.DRAFT)
        operators, before = [], 0.0
        for mark, is_wanted in marks:
            if mark and is_wanted:
                operators += self._stamp(mark, top, before)
                before += self._stamp_width(mark) + _STAMP_PADDING
        return operators

    def _stamp_width(self, mark: str) -> float:
        return self._typist.natural_width(mark, STAMP) + 2 * _STAMP_PADDING

    def _stamp(self, mark: str, top: float, before: float = 0.0) -> list[str]:
        """Return a mark in a frame where reading ends, so far from the margin."""
        width = self._stamp_width(mark)
        left = self._typist.column_left(self._inner - before - width, width, self._edge.side, self._inner)
        bottom = top - STAMP.leading - 1
        lines = self._typist.lines(mark, STAMP, width)
        placed = self._typist.place(lines, STAMP, left, top, width, Align.CENTRE)
        frame = rectangle(left, bottom, width, STAMP.leading + 3, filled="#FFFFFF", line=AMBER, weight=FRAME)
        return [frame, *self._typist.operators(placed)]

    def _foot(self, page: int, pages: int) -> list[str]:
        typist, left, inner = self._typist, self._edge.side, self._inner
        top = self._edge.bottom - _FOOT_RISE
        label_width = min(_PAGE_LABEL_WIDTH, inner / 3)
        lines = typist.lines(self._words.footer, FOOT, inner - label_width - 10)
        text_left = typist.column_left(0, inner - label_width, left, inner)
        label_left = typist.column_left(inner - label_width, label_width, left, inner)
        label = typist.lines(self._words.page_label(page, pages), PAGE_LABEL, label_width)
        operators = [rule(left, left + inner, top + 3, HAIR, HAIRLINE)]
        if self._words.footer:
            operators += typist.operators(typist.place(lines, FOOT, text_left, top, inner - label_width))
        placed = typist.place(label, PAGE_LABEL, label_left, top, label_width, Align.END)
        return operators + typist.operators(placed)
