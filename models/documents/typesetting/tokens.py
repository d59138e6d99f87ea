"""Codes, addresses and mixed tokens set twice, so that readers built on pdfium find them whole (rule T).

pdfium cuts a line into segments of one class and turns their order round when most of them are Persian:
CS-FR-012 comes out as -012FR-CS. A token is therefore set once without ink, a character at a time, which
pdfium overlooks and all others read; and once with ink, its segments from the last to the first, in a span
that poppler and MuPDF leave out.
"""

from collections.abc import Iterator
from itertools import groupby

from models.documents.typesetting.codes import Code
from models.documents.typesetting.pieces import Piece, reader_class
from models.documents.typesetting.shaping import ZERO_WIDTH_SPACE, Atom
from models.documents.typesetting.stream import Drawing, Item

_UNSEEN = "\u0002"
"""Dropped by pdfium; stands for the characters whose text another code of the segment carries."""

_EDGE = 10
_MARK_WIDTH = 50


def is_token(piece: Piece) -> bool:
    """Tell whether pdfium would take a left-to-right piece apart."""
    return piece.is_ltr and len(_segments(piece)) > 1


def add_token(drawing: Drawing) -> None:
    """Draw a token: unseen and whole, then seen and with its segments from the last to the first."""
    piece, table = drawing.piece, drawing.table
    for mark in piece.left:
        drawing.hide(drawing.mark(mark.text, 0), mark.text)
    for atom in _atoms(piece):
        if atom.text != ZERO_WIDTH_SPACE:
            drawing.hide(table.inkless(atom.text, atom.width), atom.text)
    for mark in piece.right:
        if not mark.shown:
            codes = drawing.mark(mark.text, _MARK_WIDTH)
            drawing.items.append(Item(codes, mark.text, _MARK_WIDTH, hidden=True))
    drawing.items += _inked(drawing)


def _inked(drawing: Drawing) -> Iterator[Item]:
    piece, table = drawing.piece, drawing.table
    segments = _segments(piece)
    starts, end = [], 0
    for segment in segments:
        starts.append(end)
        end += sum(atom.width for atom in segment)
    back = end
    for mark in piece.left:
        if mark.shown:
            yield Item(drawing.mark(mark.text, _MARK_WIDTH), mark.text, back, replaced=True)
            back = _MARK_WIDTH
    pen = 0
    # The pen never jumps further than it must: a gap at either end would make pdfium read a space.
    for width in (_EDGE, starts[-1] - _EDGE):
        yield Item(drawing.mark(ZERO_WIDTH_SPACE, width), ZERO_WIDTH_SPACE, back, replaced=True)
        back = 0
        pen += width
    for place in range(len(segments) - 1, -1, -1):
        back = pen - starts[place]
        carrier = len(segments[place]) - 1 if place + 1 == len(segments) else 0
        whole = "".join(atom.text for atom in segments[place] if atom.text != ZERO_WIDTH_SPACE)
        for number, atom in enumerate(segments[place]):
            text = (whole if number == carrier else _UNSEEN) + ZERO_WIDTH_SPACE
            yield Item(table.hex(Code(text, *atom[2:6])), text, back, replaced=True)
            back = 0
        pen = starts[place] + sum(atom.width for atom in segments[place])
    for width in (end - pen - _EDGE, _EDGE):
        yield Item(drawing.mark(ZERO_WIDTH_SPACE, width), ZERO_WIDTH_SPACE, replaced=True)
    for mark in piece.right:
        if mark.shown:
            yield Item(drawing.mark(mark.text, _MARK_WIDTH), mark.text, _MARK_WIDTH, replaced=True)


def _atoms(piece: Piece) -> Iterator[Atom]:
    for part in piece.parts:
        yield from part.shaped.atoms


def _segments(piece: Piece) -> list[list[Atom]]:
    """Return the atoms of each segment as pdfium cuts it; a neutral character is a segment of its own."""
    segments: list[list[Atom]] = []
    for kind, atoms in groupby(_atoms(piece), key=lambda atom: reader_class(atom.text)):
        if kind == "N":
            segments += [[atom] for atom in atoms]
        else:
            segments.append(list(atoms))
    return segments
