"""Tables as text: rows on lines, cells between separators, in whatever encoding they were saved."""

from __future__ import annotations

import codecs
import csv
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from io import StringIO, TextIOWrapper
from itertools import chain
from operator import itemgetter
from pathlib import Path
from typing import TextIO

from models.exchange.table_rows import (
    MOST_COLUMNS,
    MOST_MEGABYTES,
    ROWS_IN_A_STRETCH,
    BrokenRow,
    NotATable,
    Reading,
    Stretch,
    TableTooLarge,
    WrongEncoding,
    gathered,
)

ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be", "cp1256")
SEPARATORS = (",", ";", "\t", "|")

_BLOCK = 1 << 20
_BLOCK_OF_LINES = 1 << 16
_LONGEST_LINE = 1 << 20
_LOOKED_AT = 1 << 16
_LINES_LOOKED_AT = 30
_beginning = itemgetter(slice(MOST_COLUMNS))
_BOM = "\ufeff"
_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
# Spreadsheets write the separator above the table where it is not the one that readers expect.
_SAID = re.compile(r'\ufeff?"?sep=([,;\t|])"?\s*')
_BINARY = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
# The high bytes of what tables in UTF-16 are made of: Latin, Arabic script, punctuation.
_HIGH_BYTES = frozenset({0x00, 0x06, 0x20, 0xFB, 0xFE})


def how_to_read(path: Path) -> Reading:
    """Return encoding and separator of a text, as far as it tells.

    Raises:
        NotATable: it is no text. OSError: it cannot be read.
    """
    encoding = _encoding_of(path)
    with path.open("rb") as file:
        start = file.read(_LOOKED_AT).decode(encoding, "ignore")
    return Reading(encoding, _separator_of(start))


def stretches(path: Path, reading: Reading) -> Iterator[Stretch]:
    """Yield the rows of a text, some at a time; only the present ones are held.

    Raises:
        TableTooLarge, WrongEncoding, BrokenRow: there is no going on. OSError: it cannot be read.
    """
    size = path.stat().st_size
    if size > MOST_MEGABYTES << 20:
        raise TableTooLarge(file=path.name, limit=MOST_MEGABYTES)
    number = 0
    with path.open("rb") as raw, TextIOWrapper(raw, reading.encoding, newline="") as text:
        try:
            reader = csv.reader(_lines(text, path), delimiter=reading.separator)
            for rows in gathered(map(_beginning, reader), ROWS_IN_A_STRETCH):
                numbers = range(number + 1, number + 1 + len(rows))
                yield Stretch(numbers, rows, raw.tell() / size)
                number += len(rows)
        except UnicodeError as error:
            raise WrongEncoding(file=path.name, encoding=reading.encoding.upper()) from error
        except csv.Error as error:
            raise BrokenRow(file=path.name, row=number) from error


def _lines(text: TextIO, path: Path) -> Iterator[str]:
    """Return the lines of a text without what stands before the table."""
    first = text.readline(_LONGEST_LINE)
    beginning = () if _SAID.fullmatch(first) else (first.removeprefix(_BOM),)
    return chain(beginning, chain.from_iterable(_blocks(text, path)))


def _blocks(text: TextIO, path: Path) -> Iterator[Iterable[str]]:
    """Yield lines, as many together as lie in a block: to ask for each by itself takes longer."""
    while block := text.read(_BLOCK_OF_LINES):
        end = text.readline(_LONGEST_LINE)
        if len(end) == _LONGEST_LINE:
            raise NotATable(file=path.name)
        yield StringIO(block + end, newline="")


def _encoding_of(path: Path) -> str:
    with path.open("rb") as file:
        start = file.read(_LOOKED_AT)
    for mark, encoding in _BOMS:
        if start.startswith(mark):
            return encoding
    for encoding, at in (("utf-16-le", 1), ("utf-16-be", 0)):
        if _is_wide(start, at):
            return encoding
    if len(_BINARY.findall(start)) > len(start) // 200:
        raise NotATable(file=path.name)
    return "utf-8" if _is_utf8(path) else "cp1256"


def _is_wide(start: bytes, at: int) -> bool:
    """Return whether every second byte is the high byte of a letter, and the others are not."""
    high, low = start[at::2], start[1 - at :: 2]
    if b"\x00" not in high:
        return False
    fitting = sum(byte in _HIGH_BYTES for byte in high)
    return fitting > 0.9 * len(high) and low.count(0) < 0.1 * len(low) + 1


def _is_utf8(path: Path) -> bool:
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        with path.open("rb") as file:
            while block := file.read(_BLOCK):
                decoder.decode(block)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def _separator_of(start: str) -> str:
    """Return the separator that divides the most of the first lines into equally many cells."""
    said = _SAID.match(start)
    if said:
        return said[1]
    return max(SEPARATORS, key=lambda separator: _evenness(start, separator))


def _evenness(start: str, separator: str) -> tuple[int, int]:
    widths: Counter[int] = Counter()
    reader = csv.reader(StringIO(start.lstrip(_BOM), newline=""), delimiter=separator)
    try:
        for cells in reader:
            widths[len(cells)] += 1
            if reader.line_num >= _LINES_LOOKED_AT:
                break
    except csv.Error:
        return (0, 0)
    divided = {width: count for width, count in widths.items() if width > 1}
    return max(((count, width) for width, count in divided.items()), default=(0, 0))
