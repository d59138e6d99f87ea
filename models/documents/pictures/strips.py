"""PNG files too large to be unpacked at once, made smaller strip by strip.

A row of a PNG depends on the row above it only. So a strip is unpacked as a small PNG of its own that begins
with the last row of the strip before; Pillow does the arithmetic.
"""

import struct
import zlib
from collections.abc import Callable, Iterator
from io import BytesIO
from typing import NamedTuple, Self

from PIL import Image
from PIL.PngImagePlugin import PngImageFile

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_STRIP_POINTS = 4_000_000
_UNPACKED = 1 << 20
_CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
_TWIN = {1: 0, 2: 4, 3: 2, 4: 6}
"""The colour type with one byte a channel whose points have so many bytes."""


class _Header(NamedTuple):
    """The first chunk of a PNG file."""

    width: int
    height: int
    depth: int
    colours: int
    interlaced: int

    @classmethod
    def of(cls, data: bytes) -> Self:
        """Return the header of a file."""
        width, height, depth, colours, _, _, interlaced = struct.unpack_from(">LL5B", data, 16)
        return cls(width, height, depth, colours, interlaced)

    @property
    def bits(self) -> int:
        """The bits of one point."""
        return self.depth * _CHANNELS[self.colours]

    @property
    def row(self) -> int:
        """The bytes of one row."""
        return (self.width * self.bits + 7) // 8


def can_reduce(data: bytes) -> bool:
    """Tell whether a PNG file can be read in strips: its rows in order, at most one byte a channel."""
    header = _Header.of(data)
    return header.depth <= 8 and not header.interlaced


def reduced(data: bytes, longest: int, flat: Callable[[Image.Image], Image.Image]) -> Image.Image:
    """Return a PNG file's picture divided by the whole number that leaves at least `longest` points a side.

    Args:
        data: a PNG file for which `can_reduce` is true.
        longest: points of the longer side.
        flat: takes the transparency out of a strip.

    Raises:
        ValueError, OSError, zlib.error: rows are missing or broken.
    """
    header = _Header.of(data)
    source = PngImageFile(BytesIO(data))
    divisor = max(max(source.size) // longest, 1)
    rows = max(_STRIP_POINTS // source.width // divisor, 1) * divisor
    size = (-(-source.width // divisor), -(-source.height // divisor))
    result: Image.Image | None = None
    for number, points in enumerate(_strips(data, header, rows)):
        small = flat(_strip(source, header, points)).reduce(divisor)
        result = result or Image.new(small.mode, size)
        result.paste(small, (0, number * rows // divisor))
    if result is None:
        raise ValueError("a picture without rows")
    return result


def _strip(source: PngImageFile, header: _Header, points: bytes) -> Image.Image:
    """Return unpacked rows as a picture in the mode of the file."""
    size = (header.width, len(points) // header.row)
    strip = Image.frombytes(source.mode, size, points, "raw", source.tile[0].args)
    if source.palette is not None:
        strip.putpalette(source.palette.getdata()[1])
    if "transparency" in source.info:
        strip.info["transparency"] = source.info["transparency"]
    return strip


def _strips(data: bytes, header: _Header, rows: int) -> Iterator[bytes]:
    """Yield the rows of the file without their filters, so many at a time."""
    above = bytes(header.row)
    packed = _Unpacked(data)
    for start in range(0, header.height, rows):
        count = min(rows, header.height - start)
        points = _unfiltered(header, above, packed.take(count * (header.row + 1)), count)
        above = points[-header.row :]
        yield points


def _unfiltered(header: _Header, above: bytes, filtered: bytes, count: int) -> bytes:
    """Return rows as they were before filtering; the filters work on bytes, whatever these mean."""
    step = max(header.bits // 8, 1)
    twin = struct.pack(">LL5B", header.row // step, count + 1, 8, _TWIN[step], 0, 0, 0)
    packed = zlib.compress(b"\0" + above + filtered, 0)
    chunks = ((b"IHDR", twin), (b"IDAT", packed), (b"IEND", b""))
    file = BytesIO(_SIGNATURE + b"".join(_chunk(name, body) for name, body in chunks))
    return PngImageFile(file).tobytes()[header.row :]


def _chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">L", len(body)) + name + body + struct.pack(">L", zlib.crc32(name + body))


class _Unpacked:
    """The rows of a PNG file as one stream of bytes, unpacked as they are taken."""

    def __init__(self, data: bytes) -> None:
        self._parts = self._unpack(memoryview(data))
        self._held = b""

    def take(self, count: int) -> bytes:
        """Return the next bytes; a file that ends before is broken."""
        parts, have = [self._held], len(self._held)
        while have < count:
            part = next(self._parts, b"")
            if not part:
                raise ValueError("rows are missing")
            parts.append(part)
            have += len(part)
        joined = b"".join(parts)
        self._held = joined[count:]
        return joined[:count]

    def _unpack(self, data: memoryview) -> Iterator[bytes]:
        unpacker = zlib.decompressobj()
        place = len(_SIGNATURE)
        while place + 8 <= len(data):
            length, name = struct.unpack_from(">L4s", data, place)
            waiting = bytes(data[place + 8 : place + 8 + length]) if name == b"IDAT" else b""
            while waiting:
                part = unpacker.decompress(waiting, _UNPACKED)
                if part:
                    yield part
                waiting = unpacker.unconsumed_tail
            place += 12 + length
