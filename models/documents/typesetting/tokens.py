"""What readers built on pdfium would take apart is set twice, so that they find it whole (rule T).

pdfium cuts a line into segments of one class and turns their order round when most of them are Persian:
CS-FR-012 comes out as -012FR-CS; in an English line the words of a Persian phrase stay in the order of the
paper. A token or a phrase is therefore set once without ink, a character at a time, which pdfium overlooks
and all others read; and once with ink, its segments in the order in which pdfium gives them back, in a span
that poppler and MuPDF leave out.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from models.documents.typesetting.codes import Code
from models.documents.typesetting.marks import LRM, RLM
from models.documents.typesetting.pieces import Kind, Piece, is_mark, reader_class
from models.documents.typesetting.shaping import ZERO_WIDTH_SPACE, Atom
from models.documents.typesetting.stream import Drawing, Item

_UNSEEN = "\u0002"
"""Dropped by pdfium; stands for the characters whose text another code of the segment carries."""

_EDGE = 10
_MARK_WIDTH = 50


class Segment(NamedTuple):
    """A stretch of one class: how far its left end lies from that of its piece, and what is drawn in it."""

    start: int
    atoms: Sequence[Atom]


def is_token(piece: Piece) -> bool:
    """Tell whether pdfium would take a left-to-right piece of a right-to-left line apart."""
    return piece.is_ltr and len(_segments(piece)) > 1


def is_phrase(stretch: Sequence[Piece]) -> bool:
    """Tell whether pdfium would take a right-to-left stretch of a left-to-right line apart."""
    return (
        stretch[0].level > 0
        and len({piece.face for piece in stretch}) == 1
        and sum(len(_segments(piece)) for piece in stretch) > 1
    )


def joined(stretch: Sequence[Piece]) -> Piece:
    """Return a right-to-left phrase as one piece, given its pieces from left to right."""
    first, last = stretch[-1], stretch[0]
    parts = [part for piece in stretch for part in piece.parts]
    text = "".join(piece.text for piece in reversed(stretch))
    marks = max(stretch, key=lambda piece: piece.start).right
    return Piece(Kind.PERSIAN, 1, first.start, last.end, first.face, text, parts, last.x, right=list(marks))


def add_token(drawing: Drawing) -> None:
    """Draw a left-to-right piece: unseen and whole, then seen, its segments from the last to the first."""
    add_unseen(drawing)
    drawing.items += _inked(drawing, _segments(drawing.piece)[::-1], back=drawing.piece.width)


def add_phrase(drawing: Drawing, stretch: Sequence[Piece]) -> None:
    """Draw a right-to-left phrase to be seen, its segments in the order of reading."""
    segments = [
        Segment(segment.start + piece.x - drawing.piece.x, segment.atoms)
        for piece in sorted(stretch, key=lambda piece: piece.start)
        for segment in (_segments(piece) if piece.is_ltr else _segments(piece)[::-1])
    ]
    drawing.items += _inked(drawing, segments, back=0)


def add_unseen(drawing: Drawing) -> None:
    """Draw a piece without ink, a character at a time."""
    piece, table = drawing.piece, drawing.table
    for mark in piece.left:
        drawing.hide(drawing.mark(mark.text, 0), mark.text)
    if not piece.is_ltr and is_mark(piece.text[-1]):
        # poppler takes a combining mark at the left end of a phrase for a part of what stands before it.
        drawing.hide(drawing.mark(RLM, 0), RLM)
    for atom in _atoms(piece):
        if atom.text != ZERO_WIDTH_SPACE:
            drawing.hide(table.inkless(atom.text, atom.width), atom.text)
    for mark in piece.right:
        if not mark.shown or not piece.is_ltr:
            codes = drawing.mark(mark.text, _MARK_WIDTH)
            drawing.items.append(Item(codes, mark.text, _MARK_WIDTH, hidden=True))


def _inked(drawing: Drawing, segments: Sequence[Segment], back: int) -> Iterator[Item]:
    """Yield what is seen; the pen stands `back` units right of the left end."""
    piece, table = drawing.piece, drawing.table
    end = piece.width
    for mark in piece.left:
        if mark.shown:
            yield Item(drawing.mark(mark.text, _MARK_WIDTH), mark.text, back, replaced=True)
            back = _MARK_WIDTH
    pen = 0
    # The pen never jumps further than it must: a gap at either end would make pdfium read a space.
    for width in (_EDGE, segments[0].start - _EDGE):
        yield Item(drawing.mark(ZERO_WIDTH_SPACE, width), ZERO_WIDTH_SPACE, back, replaced=True)
        back = 0
        pen += width
    for place, (start, atoms) in enumerate(segments):
        back = pen - start
        # What is found is marked from the far end of the first segment to that of the last.
        carrier = len(atoms) - 1 if place == 0 else 0
        whole = _guard(piece, atoms) + "".join(atom.text for atom in atoms if atom.text != ZERO_WIDTH_SPACE)
        for number, atom in enumerate(atoms):
            text = (whole if number == carrier else _UNSEEN) + ZERO_WIDTH_SPACE
            yield Item(table.hex(Code(text, *atom[2:6])), text, back, replaced=True)
            back = 0
        pen = start + sum(atom.width for atom in atoms)
    for width in (end - pen - _EDGE, _EDGE):
        yield Item(drawing.mark(ZERO_WIDTH_SPACE, width), ZERO_WIDTH_SPACE, replaced=True)
    for mark in piece.right:
        if mark.shown:
            yield Item(drawing.mark(mark.text, _MARK_WIDTH), mark.text, _MARK_WIDTH, replaced=True)


def _guard(piece: Piece, atoms: Sequence[Atom]) -> str:
    """Return what keeps pdfium from mirroring a bracket that follows a right-to-left word."""
    return LRM if not piece.is_ltr and reader_class(atoms[0].text) == "N" and atoms[0].text != " " else ""


def _atoms(piece: Piece) -> Iterator[Atom]:
    for part in piece.parts:
        yield from part.shaped.atoms


def _segments(piece: Piece) -> list[Segment]:
    """Return what pdfium cuts a piece into, from left to right; a neutral character stands by itself."""
    segments: list[Segment] = []
    start = 0
    for kind, group in groupby(_atoms(piece), key=lambda atom: reader_class(atom.text)):
        atoms = list(group)
        for some in [[atom] for atom in atoms] if kind == "N" else [atoms]:
            segments.append(Segment(start, some))
            start += sum(atom.width for atom in some)
    return segments
