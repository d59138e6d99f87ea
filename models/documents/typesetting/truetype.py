"""TrueType subsets for embedding: the outlines that a document draws, with mark positions baked in.

A PDF reader needs no character map and no layout tables, only outlines by number; writing these seven tables
ourselves is what lets a shifted mark become a glyph of its own.
"""

import struct
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from models.documents.typesetting.faces import UNITS, Face

_WORDS, _XY, _SCALE, _MORE, _XY_SCALE, _MATRIX, _INSTRUCTIONS = 0x1, 0x2, 0x8, 0x20, 0x40, 0x80, 0x100
_UNSCALED = 0x1000
_CHECKSUM = 0xB1B0AFBA


class Drawing(NamedTuple):
    """An outline and its shift in thousandths of an em."""

    glyph: int
    dx: int
    dy: int


class _Source:
    """The tables of a font file that a subset is made from."""

    def __init__(self, face: Face) -> None:
        self.tables = tables_of(face.data)
        self.glyphs: int = struct.unpack_from(">H", self.tables["maxp"], 4)[0]
        loca = self.tables["loca"]
        if struct.unpack_from(">h", self.tables["head"], 50)[0]:
            self.offsets: Sequence[int] = struct.unpack(f">{self.glyphs + 1}L", loca)
        else:
            self.offsets = [2 * offset for offset in struct.unpack(f">{self.glyphs + 1}H", loca)]

    def outline(self, glyph: int) -> bytes:
        """Return a glyph's outline without its hinting instructions, empty for a blank one."""
        outline = self.tables["glyf"][self.offsets[glyph] : self.offsets[glyph + 1]]
        if not outline:
            return b""
        contours = struct.unpack_from(">h", outline)[0]
        if contours < 0:
            return outline
        header = 10 + 2 * contours
        length = struct.unpack_from(">H", outline, header)[0]
        return outline[:header] + b"\0\0" + outline[header + 2 + length :]


@lru_cache(maxsize=8)
def _source(face: Face) -> _Source:
    return _Source(face)


def _components(outline: bytes) -> Iterable[tuple[int, int, int]]:
    """Yield (position, flags, glyph) of each component of a composite outline."""
    if not outline or struct.unpack_from(">h", outline)[0] >= 0:
        return
    position, flags = 10, _MORE
    while flags & _MORE:
        flags, glyph = struct.unpack_from(">HH", outline, position)
        yield position, flags, glyph
        position += 8 if flags & _WORDS else 6
        position += 2 if flags & _SCALE else 4 if flags & _XY_SCALE else 8 if flags & _MATRIX else 0


class _Outlines:
    """Collects the outlines of a subset; number 0 is the box of the font."""

    def __init__(self, source: _Source, units: int) -> None:
        self._source = source
        self._units = units
        self._numbers: dict[Drawing, int] = {}
        self.outlines: list[bytes] = []
        self.number(Drawing(0, 0, 0))

    def number(self, drawing: Drawing) -> int:
        """Return the number of a drawing in the subset."""
        outline = self._source.outline(drawing.glyph)
        if not outline:
            drawing = Drawing(-1, 0, 0)
        if drawing not in self._numbers:
            self._numbers[drawing] = len(self.outlines)
            place = len(self.outlines)
            self.outlines.append(b"")
            shifted = drawing.dx or drawing.dy
            self.outlines[place] = self._shifted(drawing, outline) if shifted else self._renumbered(outline)
        return self._numbers[drawing]

    def _renumbered(self, outline: bytes) -> bytes:
        result = bytearray(outline)
        for position, flags, glyph in _components(outline):
            number = self.number(Drawing(glyph, 0, 0))
            struct.pack_into(">HH", result, position, flags & ~_INSTRUCTIONS, number)
        return bytes(result)

    def _shifted(self, drawing: Drawing, outline: bytes) -> bytes:
        if not outline:
            return b""
        dx = round(drawing.dx * self._units / UNITS)
        dy = round(drawing.dy * self._units / UNITS)
        left, bottom, right, top = struct.unpack_from(">4h", outline, 2)
        base = self.number(Drawing(drawing.glyph, 0, 0))
        box = struct.pack(">5h", -1, left + dx, bottom + dy, right + dx, top + dy)
        return box + struct.pack(">HHhh", _WORDS | _XY | _UNSCALED, base, dx, dy)


def subset(face: Face, drawings: Sequence[Drawing]) -> tuple[bytes, list[int]]:
    """Return a font file with the drawings, and the number of each drawing in it."""
    source = _source(face)
    outlines = _Outlines(source, face.units_per_em)
    numbers = [outlines.number(drawing) for drawing in drawings]
    return _file(source, outlines.outlines), numbers


def _file(source: _Source, outlines: Sequence[bytes]) -> bytes:
    glyf, offsets = bytearray(), [0]
    metrics = bytearray()
    for outline in outlines:
        left = struct.unpack_from(">h", outline, 2)[0] if outline else 0
        # Widths stand in the PDF; a side bearing other than the outline's own edge would move the glyph.
        metrics += struct.pack(">Hh", 0, left)
        glyf += outline + b"\0" * (-len(outline) % 4)
        offsets.append(len(glyf))
    count = len(outlines)
    head = bytearray(source.tables["head"])
    struct.pack_into(">L", head, 8, 0)
    struct.pack_into(">h", head, 50, 1)
    hhea = bytearray(source.tables["hhea"])
    struct.pack_into(">H", hhea, 34, count)
    maxp = bytearray(source.tables["maxp"])
    struct.pack_into(">H", maxp, 4, count)
    _deepen(maxp)
    tables = {
        "glyf": bytes(glyf),
        "head": bytes(head),
        "hhea": bytes(hhea),
        "hmtx": bytes(metrics),
        "loca": struct.pack(f">{count + 1}L", *offsets),
        "maxp": bytes(maxp),
    }
    return assembled(tables)


def _deepen(maxp: bytearray) -> None:
    """Allow for the composites that shifts add, and for no hinting."""
    struct.pack_into(">5H", maxp, 16, 0, 0, 0, 0, 0)
    struct.pack_into(">H", maxp, 26, 0)
    elements, depth = struct.unpack_from(">HH", maxp, 28)
    struct.pack_into(">HH", maxp, 28, max(elements, 1), depth + 1)


def tables_of(data: bytes) -> dict[str, bytes]:
    """Return the tables of a font file by their tags."""
    count = struct.unpack_from(">H", data, 4)[0]
    tables: dict[str, bytes] = {}
    for record in range(count):
        tag, _, offset, length = struct.unpack_from(">4sLLL", data, 12 + 16 * record)
        tables[tag.decode("ascii")] = data[offset : offset + length]
    return tables


def assembled(tables: dict[str, bytes]) -> bytes:
    """Return a font file of tables, its checksums right."""
    count = len(tables)
    power = count.bit_length() - 1
    header = struct.pack(">L4H", 0x00010000, count, 16 << power, power, 16 * count - (16 << power))
    offset = 12 + 16 * count
    records, body, head = b"", b"", 0
    for tag, table in sorted(tables.items()):
        if tag == "head":
            head = offset + len(body)
        place = offset + len(body)
        records += struct.pack(">4sLLL", tag.encode("ascii"), _checksum(table), place, len(table))
        body += table + b"\0" * (-len(table) % 4)
    font = bytearray(header + records + body)
    struct.pack_into(">L", font, head + 8, (_CHECKSUM - _checksum(bytes(font))) & 0xFFFFFFFF)
    return bytes(font)


def _checksum(table: bytes) -> int:
    padded = table + b"\0" * (-len(table) % 4)
    words: tuple[int, ...] = struct.unpack(f">{len(padded) // 4}L", padded)
    return sum(words) & 0xFFFFFFFF
