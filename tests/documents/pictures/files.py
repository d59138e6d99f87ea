"""Picture files of every kind, made for the tests."""

import random
import struct
import zlib
from io import BytesIO

from PIL import Image

RED, GREEN, BLUE = (255, 0, 0), (0, 255, 0), (0, 0, 255)


def stripes(width: int = 60, height: int = 40) -> Image.Image:
    """Return a picture whose left half is red, whose right half is green, with a blue upper edge."""
    picture = Image.new("RGB", (width, height), RED)
    picture.paste(GREEN, (width // 2, 0, width, height))
    picture.paste(BLUE, (0, 0, width, height // 4))
    return picture


def noise(mode: str, width: int, height: int, colours: int = 0) -> Image.Image:
    """Return a picture of coloured blocks, different in every row."""
    chance = random.Random(width)
    small = Image.new("RGBA", (23, 17))
    small.putdata([tuple(chance.randrange(256) for _ in range(4)) for _ in range(23 * 17)])
    picture = small.resize((width, height), Image.Resampling.BICUBIC)
    if mode == "P":
        return picture.convert("RGB").quantize(colours or 256)
    return picture.convert(mode)


def png(picture: Image.Image, **options: object) -> bytes:
    """Return a picture as PNG."""
    return _saved(picture, "PNG", **options)


def jpeg(picture: Image.Image, orientation: int = 1, **options: object) -> bytes:
    """Return a picture as JPEG, with the camera's note on how it was held."""
    notes = Image.Exif()
    notes[0x0112] = orientation
    return _saved(picture, "JPEG", exif=notes, quality=95, **options)


def wide_png(width: int, height: int, colour: tuple[int, int, int]) -> bytes:
    """Return a PNG of one colour without ever holding it unpacked."""
    packer = zlib.compressobj(1)
    row = b"\0" + bytes(colour) * width
    packed = b"".join(packer.compress(row) for _ in range(height)) + packer.flush()
    header = struct.pack(">LL5B", width, height, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", packed), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">L", len(body)) + name + body + struct.pack(">L", zlib.crc32(name + body))
        for name, body in chunks
    )


def endless_png() -> bytes:
    """Return a PNG that claims to have 60,000 by 60,000 points and ends after one row."""
    end = b"\x08\x02"
    one_row = wide_png(60_000, 1, RED)
    return one_row.replace((1).to_bytes(4, "big") + end, (60_000).to_bytes(4, "big") + end, 1)


def _saved(picture: Image.Image, kind: str, **options: object) -> bytes:
    file = BytesIO()
    picture.save(file, kind, **options)
    return file.getvalue()
