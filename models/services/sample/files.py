"""The files that the sample company keeps as evidence: pictures, notes and tables, made here."""

from __future__ import annotations

import csv
import dataclasses
import io
import struct
import zlib
from collections.abc import Callable, Mapping

from models.domain.ids import RecordId
from models.domain.records.control import Evidence
from models.domain.registers import REGISTERS, register
from models.services import evidence_files
from models.services.sample.source import BrokenSampleError, Line
from models.services.sample.values import Reader

Colour = tuple[int, int, int]
Picture = Callable[[float, float], Colour]

_TURQUOISE: Colour = (15, 110, 115)
_SAFFRON: Colour = (214, 158, 46)
_WHITE: Colour = (255, 255, 255)
_PAPER: Colour = (250, 249, 246)
_INK: Colour = (90, 98, 104)
_WALL: Colour = (203, 190, 170)
_FLOOR: Colour = (120, 92, 70)
_EDGE = 1 / 240  # so wide are the edges of the logo, which makes slanting ones smooth
_BYTE_ORDER_MARK = "\ufeff"  # without it, spreadsheets take the table for another encoding


def content_of(reader: Reader, line: Line, record_id: RecordId) -> tuple[Evidence, bytes]:
    """Return a file of the source: its record, and its content made as `picture`, `text` or `rows` say."""
    values = line.values
    name = reader.text(values["name"])
    content = _content(reader, line)
    subject, subject_id = _subject(reader, line)
    evidence = evidence_files.of_content(name, content, subject, subject_id, reader.text(values["note"]))
    added_on = reader.calendar.day(line.entered, reader.today)
    return dataclasses.replace(evidence, id=record_id, added_on=added_on), content


def _content(reader: Reader, line: Line) -> bytes:
    values = line.values
    if "picture" in values:
        width, height = values["size"]
        return png(width, height, _PICTURES[values["picture"]])
    if "rows" in values:
        table = io.StringIO(newline="")
        csv.writer(table).writerows([[reader.text(cell) for cell in row] for row in values["rows"]])
        return (_BYTE_ORDER_MARK + table.getvalue()).encode()
    return reader.text(values["text"]).encode()


def _subject(reader: Reader, line: Line) -> tuple[str, str]:
    """Return what a file belongs to, written as register and key, or as a content collection and its id."""
    subject, _, name = str(line.values["about"]).partition(":")
    if subject not in {one.code for one in REGISTERS}:
        return subject, name
    if register(subject).is_sheet:
        return subject, register(subject).sheet_id
    record_id = reader.ids.get((subject, name))
    if record_id is None:
        raise BrokenSampleError(f"{line.place}: about: no line of {subject} has the key {name!r}")
    return subject, record_id


def png(width: int, height: int, picture: Picture) -> bytes:
    """Return a PNG image whose colour at each point, from 0 to 1 across and down, the picture gives."""
    rows = b"".join(
        b"\0" + b"".join(bytes(picture(x / width, y / height)) for x in range(width)) for y in range(height)
    )
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    parts = (b"IHDR", header), (b"IDAT", zlib.compress(rows, 9)), (b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + b"".join(_part(name, body) for name, body in parts)


def _part(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def _within(x: float, y: float, left: float, top: float, right: float, bottom: float) -> bool:
    return left <= x < right and top <= y < bottom


def _lit(colour: Colour, x: float, y: float) -> Colour:
    """Return a colour as a lamp above the middle of the picture lights it."""
    light = 1.12 - 0.55 * ((x - 0.5) ** 2 + y**2)
    return (
        min(255, int(colour[0] * light)),
        min(255, int(colour[1] * light)),
        min(255, int(colour[2] * light)),
    )


def _poster(x: float, y: float) -> Colour:
    """A poster with a turquoise head and grey lines on the wall beside a door."""
    if y > 0.86:
        return _lit(_FLOOR, x, y)
    if _within(x, y, 0.74, 0.2, 0.98, 0.86):
        return _lit(_FLOOR if x < 0.76 or y < 0.23 else _SAFFRON, x, y)
    if not _within(x, y, 0.2, 0.1, 0.6, 0.74):
        return _lit(_WALL, x, y)
    return _lit(_sheet_of_paper((x - 0.2) / 0.4, (y - 0.1) / 0.64), x, y)


def _table_card(x: float, y: float) -> Colour:
    """A card standing on a table."""
    if _within(x, y, 0.32, 0.18, 0.68, 0.78):
        return _lit(_sheet_of_paper((x - 0.32) / 0.36, (y - 0.18) / 0.6), x, y)
    return _lit(_FLOOR if y > 0.55 else _WALL, x, y)


def _sheet_of_paper(x: float, y: float) -> Colour:
    if y < 0.16:
        return _TURQUOISE
    is_line = 0.12 < x < (0.88 if int(y * 12) % 3 else 0.6) and (y * 12) % 1 < 0.28 and y > 0.25
    if _within(x, y, 0.7, 0.8, 0.9, 0.94):
        return _INK if int(x * 40) * int(y * 40) % 3 else _PAPER
    return _INK if is_line and y < 0.78 else _PAPER


_STAR = ((0.11, _SAFFRON), (0.26, _TURQUOISE), (0.275, _WHITE), (0.35, _TURQUOISE))
"""The stars that lie over one another, the smallest first: how far each reaches, and its colour."""


def _star(x: float, y: float) -> Colour:
    """An eight-pointed star, as Persian tiles have it: two squares, one turned by an eighth."""
    across, down = abs(x - 0.5), abs(y - 0.5)
    reach = min(max(across, down), (across + down) / 2**0.5)
    for place, (size, colour) in enumerate(_STAR):
        share = (size - reach) / _EDGE + 0.5
        if share >= 1:
            return colour
        if share > 0:
            below = _STAR[place + 1][1] if place + 1 < len(_STAR) else _WHITE
            red, green, blue = (
                round(old + (new - old) * share) for old, new in zip(below, colour, strict=True)
            )
            return red, green, blue
    return _WHITE


_PICTURES: Mapping[str, Picture] = {"poster": _poster, "table_card": _table_card, "star": _star}
