"""Lines to text operators of a PDF page: positions, private codes, and the marks that depend on drawing.

The pieces of a right-to-left line go out in logical order, the glyphs of each from left to right, so that
readers that follow the stream and readers that sort by position come to the same text.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from models.documents.typesetting import bidi
from models.documents.typesetting.codes import Code, Codes, CodeTable
from models.documents.typesetting.faces import UNITS, Face
from models.documents.typesetting.lines import Line
from models.documents.typesetting.marks import ALM, LRM, PDI, RLM, add_marks
from models.documents.typesetting.pieces import (
    Kind,
    Mark,
    Piece,
    is_mark,
    is_poppler_neutral,
    pieces,
    reader_class,
)
from models.documents.typesetting.shaping import ZERO_WIDTH_SPACE, Shaped
from models.documents.typesetting.stream import Drawing, Item, number, shows
from models.documents.typesetting.tokens import add_phrase, add_token, add_unseen, is_phrase, is_token, joined

_MARK_WIDTH = 50
_APART = 120
_CELL_END = 80
_FENCE = 250
_MARKS_AT_ONCE = 16
# Narrower ones poppler takes for one drawn twice.
_WEIGHT = 160
_NUDGE = 0.001


class Placed(NamedTuple):
    """A line on a page: the left end of its baseline, its size and the operator of its colour."""

    line: Line
    x: float
    y: float
    size: float
    colour: str = "0 g"


class Setter:
    """Sets the lines of one document with one set of codes."""

    def __init__(self, codes: Codes, tokens: bool = True) -> None:
        """Take the codes of the document and whether tokens are set twice, for readers built on pdfium."""
        self._codes = codes
        self._tokens = tokens

    def operators(self, placed: Iterable[Placed]) -> Iterator[str]:
        """Yield the operators that draw lines, in the order given; neighbours on one baseline form a row."""
        for _, row in groupby(placed, key=lambda one: one.y):
            cells = [one for one in row if one.line.text]
            mixed = any("R" in map(reader_class, one.line.text) for one in cells)
            drawings = [
                self._drawings(one, self._tokens and mixed, has_next=place + 1 < len(cells))
                for place, one in enumerate(cells)
            ]
            if mixed:
                _balance(cells, drawings)
            for one, drawn in zip(cells, drawings, strict=True):
                if one.line.base == 1:
                    _toggle(drawn)
                yield _operators(one, drawn)

    def fence(self, face: Face, x: float, y: float) -> str:
        """Return an operator that keeps what comes after it apart from what came before.

        pdfium makes one line of all that stands on one height, across columns, unless something stands
        elsewhere in between; two blanks are enough.
        """
        table = self._codes.of(face)
        blanks = table.inkless(" ", _FENCE) * 2
        return f"BT /{table.resource} 10 Tf {number(x)} {number(y)} Td <{blanks}>Tj ET"

    def weight(self, face: Face, x: float, y: float, letters: int) -> str:
        """Return an operator that outweighs so many left-to-right letters by inkless right-to-left marks.

        poppler reads all lines of a page in the direction of most of its letters.
        """
        table = self._codes.of(face)
        marks = table.inkless(RLM * _MARKS_AT_ONCE, _WEIGHT) * (letters // _MARKS_AT_ONCE + 1)
        return f"BT /{table.resource} 10 Tf {number(x)} {number(y)} Td <{marks}>Tj ET"

    def _drawings(self, placed: Placed, tokens: bool, has_next: bool) -> list[Drawing]:
        parts = pieces(placed.line)
        if placed.line.base == 0:
            return self._left_to_right(parts, tokens)
        add_marks(parts)
        drawn = [
            self._token(piece)
            if tokens and is_token(piece)
            else self._right_to_left(piece, first=place == 0, last=place + 1 == len(parts))
            for place, piece in enumerate(parts)
        ]
        if has_next and drawn:
            drawn.append(self._cell_end(parts[-1]))
        return drawn

    def _left_to_right(self, parts: list[Piece], tokens: bool) -> list[Drawing]:
        mixed = any(not piece.is_ltr for piece in parts)
        for place, piece in enumerate(parts if mixed else ()):
            following = parts[place + 1].text[0] if place + 1 < len(parts) else ""
            if not piece.is_ltr and following and reader_class(following) in ("N", "W"):
                piece.right.append(Mark(LRM, shown=True))
            if not following and is_poppler_neutral(piece.text[-1]):
                piece.right.append(Mark(LRM, shown=True))
        drawn = [
            self._phrase(stretch) if tokens and is_phrase(stretch) else [self._plain(one) for one in stretch]
            for stretch in _stretches(parts)
        ]
        return [drawing for stretch in drawn for drawing in stretch]

    def _phrase(self, stretch: Sequence[Piece]) -> list[Drawing]:
        unseen = [Drawing(piece, self._codes.of(piece.face)) for piece in stretch]
        for drawing in unseen:
            add_unseen(drawing)
        seen = Drawing(joined(stretch), unseen[0].table)
        add_phrase(seen, stretch)
        return [*unseen, seen]

    def _plain(self, piece: Piece) -> Drawing:
        drawing = Drawing(piece, self._codes.of(piece.face))
        self._add_glyphs(drawing, hide_left=False, hide_right=False)
        _add_right_marks(drawing)
        return drawing

    def _token(self, piece: Piece) -> Drawing:
        drawing = Drawing(piece, self._codes.of(piece.face))
        add_token(drawing)
        return drawing

    def _right_to_left(self, piece: Piece, first: bool, last: bool) -> Drawing:
        drawing = Drawing(piece, self._codes.of(piece.face))
        spaced = piece.kind in (Kind.PERSIAN, Kind.SPACE)
        hide_right = spaced and piece.text[0] == " " and not first
        hide_left = (
            spaced and piece.text[-1] == " " and not last and not (hide_right and len(piece.text) == 1)
        )
        _add_left_marks(drawing)
        ends_in_mark = last and piece.kind is Kind.PERSIAN and is_mark(piece.text[-1])
        if ends_in_mark:
            # Nearer, poppler would take it for a copy of the mark and cut the word there.
            drawing.items.append(Item(drawing.table.inkless(RLM + " ", _APART), RLM + " ", _APART))
        self._add_glyphs(drawing, hide_left, hide_right)
        _add_right_marks(drawing)
        if (
            piece.kind is Kind.PERSIAN
            and not ends_in_mark
            and not _is_strong_rtl(drawing.items[0].text, drawing.items[0].codes)
        ):
            drawing.hide_first(ALM)
        return drawing

    def _add_glyphs(self, drawing: Drawing, hide_left: bool, hide_right: bool) -> None:
        piece, table = drawing.piece, drawing.table
        parts = piece.parts
        for place, (shift, shaped) in enumerate(parts):
            if place == 0 and hide_left:
                drawing.items.append(_space(table, shaped, RLM))
                _add_inside(drawing, shift)
            elif place + 1 == len(parts) and hide_right:
                drawing.items.append(_space(table, shaped, ALM))
            elif piece.inside and any(shift <= spot < shift + shaped.length for spot in piece.inside):
                _add_marked(drawing, shift, shaped)
            elif (
                shaped.visual == " " and place + 1 < len(parts) and is_mark(parts[place + 1].shaped.visual[0])
            ):
                # M12: a plain space left of a combining mark would take the mark from its letter.
                text = RLM + " "
                drawing.append(table.inkless(text, shaped.width), text)
            else:
                drawing.append(_word(table, shaped), shaped.visual)

    def _cell_end(self, last: Piece) -> Drawing:
        """M11: end a cell that has a neighbour with a hidden space, left of its text."""
        piece = Piece(Kind.SPACE, 1, last.end, last.end, last.face, " ", [], x=-_CELL_END)
        drawing = Drawing(piece, self._codes.of(last.face))
        drawing.hide(drawing.mark(ALM + " ", 0), ALM + " ")
        return drawing


def _stretches(parts: Sequence[Piece]) -> Iterator[list[Piece]]:
    """Yield the pieces of a left-to-right line as they stand on paper, those of one phrase together."""
    for _, group in groupby(parts, key=lambda piece: piece.level > 0):
        yield sorted(group, key=lambda piece: piece.x)


def _word(table: CodeTable, shaped: Shaped) -> str:
    drawn = table.words.get(shaped)
    if drawn is None:
        drawn = table.words[shaped] = "".join(
            [table.hex(Code(atom.text, atom.glyph, atom.width, atom.dx, atom.dy)) for atom in shaped.atoms]
        )
    return drawn


def _space(table: CodeTable, shaped: Shaped, mark: str) -> Item:
    """M7: a space where two pieces meet is hidden from pdfium and reads right to left."""
    text = mark + " "
    return Item(table.inkless(text, shaped.width), text, hidden=True)


def _add_marked(drawing: Drawing, shift: int, shaped: Shaped) -> None:
    """Draw a word atom by atom, with the marks that stand between its characters or before its first one."""
    table = drawing.table
    for atom in shaped.atoms:
        drawing.append(table.hex(Code(atom.text, atom.glyph, atom.width, atom.dx, atom.dy)), atom.text)
        _add_inside(drawing, shift + atom.place)


def _add_inside(drawing: Drawing, place: int) -> None:
    """Draw the mark that stands before a character, now that the character to its left has been drawn."""
    mark = drawing.piece.inside.get(place)
    if mark is None:
        return
    if mark.shown:
        drawing.append(drawing.mark(mark.text, _MARK_WIDTH), mark.text)
        drawing.trailing = _MARK_WIDTH
    else:
        drawing.hide(drawing.mark(mark.text, 0), mark.text)


def _add_left_marks(drawing: Drawing) -> None:
    for mark in drawing.piece.left:
        if mark.shown:
            _add_left(drawing, drawing.mark(mark.text, _MARK_WIDTH), mark.text, _MARK_WIDTH)
        else:
            drawing.hide_first(mark.text)


def _add_left(drawing: Drawing, codes: str, text: str, width: int) -> None:
    drawing.append(codes, text)
    drawing.trailing = width


def _add_right_marks(drawing: Drawing) -> None:
    # A shown mark shares the operator of the ink: hidden ones come after all of them.
    for mark in sorted(drawing.piece.right, key=lambda mark: not mark.shown):
        codes = drawing.mark(mark.text, _MARK_WIDTH)
        drawing.items.append(Item(codes, mark.text, _MARK_WIDTH, hidden=not mark.shown))


def _is_strong_rtl(text: str, codes: str) -> bool:
    """M8: tell whether the leftmost code is one strong right-to-left letter."""
    return reader_class(text[0]) == "R" and (len(text) == 1 or len(codes) > 4)


def _toggle(drawings: Sequence[Drawing]) -> None:
    """M10: let the direction change at each jump of the pen, or MuPDF starts a new line there."""
    state: int | None = None
    pen = 0
    for drawing in drawings:
        first = _mupdf_class(drawing.items[0].text[0])
        if state is not None and drawing.piece.x != pen and first in (None, state):
            text = PDI if state else RLM
            drawing.hide_first(text)
        for item in drawing.items:
            for character in "" if item.replaced else item.text:
                kind = _mupdf_class(character)
                state = state if kind is None else kind
        pen = drawing.piece.x + drawing.piece.width


def _mupdf_class(character: str) -> int | None:
    kind = bidi.bidi_class(character)
    if kind in ("R", "AL", "AN"):
        return 1
    return None if kind in ("CS", "NSM", "BN", "WS", "ON") else 0


def _balance(cells: Sequence[Placed], drawings: Sequence[list[Drawing]]) -> None:
    """M6: pdfium turns a whole line round when its right-to-left segments outnumber the others.

    A right-to-left line must have more of them, a left-to-right line fewer: marks make up the difference.
    """
    flat = [
        (one.x + d.piece.x * one.size / UNITS, d)
        for one, drawn in zip(cells, drawings, strict=True)
        for d in drawn
    ]
    if not flat:
        return
    counts = _segments("".join([d.seen() for _, d in sorted(flat, key=lambda entry: entry[0])]))
    rtl = cells[-1].line.base == 1
    short = counts["L"] - counts["R"] + 1 if rtl else counts["R"] - counts["L"] + 1
    if not counts["L" if rtl else "R"] or short <= 0:
        return
    last = next(drawing for _, drawing in reversed(flat) if any(not item.hidden for item in drawing.items))
    place = next(place for place, item in enumerate(last.items) if not item.hidden)
    padding: list[Item] = []
    for _ in range(short):
        for text in (RLM if rtl else LRM, ZERO_WIDTH_SPACE):
            back = _MARK_WIDTH if padding else last.items[place].back
            padding.append(
                Item(last.mark(text, _MARK_WIDTH), text, back, replaced=last.items[place].replaced)
            )
    last.items[place] = last.items[place]._replace(back=_MARK_WIDTH)
    last.items[place:place] = padding


def _segments(text: str) -> dict[str, int]:
    counts = {"L": 0, "R": 0, "W": 0, "N": 0}
    for kind, _ in groupby(text, key=reader_class):
        counts[kind] += 1
    return counts


def _operators(placed: Placed, drawings: Sequence[Drawing]) -> str:
    """Return one text object: each piece with its own font operator, moved to its own place."""
    rtl = placed.line.base == 1
    mixed = not rtl and len(drawings) > 1
    parts = [f"{placed.colour} BT {number(placed.x)} {number(placed.y)} Td"]
    at = 0.0
    for place, drawing in enumerate(drawings):
        x = round(drawing.piece.x * placed.size / UNITS, 3)
        # pdf.js reorders each stretch of one size by itself: alternating it cuts a mixed line into runs.
        size = placed.size + _NUDGE * (place % 2) if mixed else placed.size
        parts.append(f"/{drawing.table.resource} {number(size)} Tf {number(x - at)} 0 Td")
        parts.append(shows(drawing.items))
        at = x
    parts.append("ET")
    return " ".join(parts)
