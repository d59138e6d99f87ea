"""Inkless direction marks at the places where readers of a PDF go wrong (rules M1 to M5 and M9).

Each rule was found by trial with poppler, pdfium, MuPDF, pdf.js and pypdf, and has its test. "Before" and
"after" are logical: on paper the start of a right-to-left piece is its right end.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from models.documents.typesetting import bidi
from models.documents.typesetting.pieces import (
    Kind,
    Mark,
    Piece,
    is_poppler_neutral,
    is_poppler_number,
    reader_class,
)

LRM, RLM, ALM, SHY, PDI = "\u200e", "\u200f", "\u061c", "\u00ad", "\u2069"

_WEAK_OR_NUMBER = re.compile("[^\u0621-\u064a\u066e-\u06d5 \u200c]")
_DIGITS_OR_LATIN = re.compile("[\u0660-\u0669\u06f0-\u06f9]|[A-Za-z\u00c0-\u024f]")


def add_marks(pieces: Sequence[Piece]) -> None:
    """Give the pieces of a right-to-left line the marks that depend on what stands beside what."""
    for piece in pieces:
        if piece.kind is Kind.PERSIAN and len(piece.text) > 1 and _WEAK_OR_NUMBER.search(piece.text):
            _inside(piece)
    for place, piece in enumerate(pieces):
        after = pieces[place + 1] if place + 1 < len(pieces) else None
        if piece.kind is Kind.SINGLE:
            _round_single(piece, after)
        if piece.is_ltr and is_poppler_neutral(piece.text[-1]):
            piece.right.append(Mark(LRM, shown=False))
        if after is not None:
            beyond = pieces[place + 2] if place + 2 < len(pieces) else None
            _between(piece, after, beyond)
    _before_persian_digits(pieces)


def _inside(piece: Piece) -> None:
    for place, (before, after) in enumerate(pairwise(piece.text), start=1):
        if _weak_pair(before, after):
            piece.inside[place] = Mark(RLM, shown=True)
        elif is_poppler_number(before) and reader_class(after) != "R":
            piece.inside[place] = Mark(RLM, shown=False)


def _round_single(piece: Piece, after: Piece | None) -> None:
    """M1: a mirrored or changed character is framed, so that pdfium takes it as drawn."""
    piece.right.append(Mark(LRM, shown=True))
    if after is None or reader_class(after.text[0]) != "R":
        piece.left.append(Mark(RLM, shown=True))


def _between(piece: Piece, after: Piece, beyond: Piece | None) -> None:
    last, first = piece.text[-1], after.text[0]
    if _weak_pair(last, first) and not (piece.is_ltr and after.is_ltr):
        # M2: weak characters that meet become one segment of pdfium, which it never turns round.
        if after.is_ltr:
            piece.left.append(Mark(RLM, shown=True))
        else:
            after.right.append(Mark(RLM, shown=True))
        return
    if after.is_ltr or reader_class(first) == "R":
        return
    if piece.is_ltr and _neutral_stretch(after, beyond) and "L" in map(reader_class, piece.text):
        piece.left.append(Mark(RLM, shown=True))
    elif piece.is_ltr or is_poppler_number(last):
        # M3: poppler's left-to-right and number sections run on until a right-to-left letter.
        after.right.append(Mark(RLM, shown=False))


def _neutral_stretch(after: Piece, beyond: Piece | None) -> bool:
    """M5: tell whether two or more neutrals follow; pdfium gives them the direction before them."""
    following = after.text[:2] + (beyond.text[:1] if beyond is not None and len(after.text) == 1 else "")
    return len(following) == 2 and all(reader_class(character) == "N" for character in following)


def _weak_pair(before: str, after: str) -> bool:
    if reader_class(before) != "W" or reader_class(after) != "W":
        return False
    return bidi.bidi_class(after) not in ("NSM", "BN")


def _before_persian_digits(pieces: Sequence[Piece]) -> None:
    """M9: pypdf reverses Persian digits that follow Persian letters, unless a soft hyphen comes first."""
    before: Piece | None = None
    for piece in pieces:
        found = _DIGITS_OR_LATIN.search(piece.text) if piece.is_ltr else None
        if found and not found.group().isalpha():
            if before is None:
                piece.left.append(Mark(SHY, shown=False))
            else:
                before.right.append(Mark(SHY, shown=False))
        before = piece
