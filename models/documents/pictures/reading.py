"""A picture file as upright points of three colours or of grey, no more of them than paper can show."""

import struct
import zlib
from io import BytesIO

from PIL import Image
from PIL.JpegImagePlugin import JpegImageFile
from PIL.PngImagePlugin import PngImageFile

from models.documents.pictures import strips
from models.documents.pictures.errors import NotAPicture, PictureTooLarge

_PNG, _JPEG = b"\x89PNG\r\n\x1a\n", b"\xff\xd8"
_ORIENTATION = 0x0112
_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
"""What turns a picture upright, by the note of the camera."""

_LYING = frozenset(range(5, 9))
"""Notes of pictures that are stored lying on their side."""

_TAKEN_WHOLE = 8_000_000
"""Points up to which a picture is unpacked at once."""

_MOST_WHOLE = 100_000_000
_MOST = 800_000_000
"""The most points of a picture that can only be unpacked at once, and of any picture."""

_BROKEN = (OSError, SyntaxError, ValueError, EOFError, ArithmeticError, LookupError)
"""What the decoders raise for files that lie about themselves."""


def is_photograph(data: bytes) -> bool:
    """Tell whether a file is stored in the way of photographs, with a little loss."""
    return data.startswith(_JPEG)


def check(data: bytes, name: str) -> None:
    """Raise the error that a document with this picture would end in, if there is one."""
    read(data, name, (200, 200))


def made_small(data: bytes, name: str, most: tuple[int, int]) -> bytes:
    """Return a picture file of the same kind, upright, with at most so many points across and down.

    Raises:
        NotAPicture, PictureTooLarge: in the user's words.
    """
    picture = read(data, name, most)
    file = BytesIO()
    if is_photograph(data):
        picture.save(file, "JPEG", quality=95)
    else:
        picture.save(file, "PNG")
    return file.getvalue()


def read(data: bytes, name: str, most: tuple[int, int]) -> Image.Image:
    """Return a picture in mode L or RGB.

    Args:
        data: a PNG or JPEG file.
        name: what the user calls it.
        most: points across and down, upright, within which it is brought; a smaller one stays as it is.

    Raises:
        NotAPicture, PictureTooLarge: in the user's words.
    """
    try:
        return _read(data, name, most)
    except (*_BROKEN, struct.error, zlib.error) as error:
        raise NotAPicture(file=name) from error


def _read(data: bytes, name: str, most: tuple[int, int]) -> Image.Image:
    picture = _opened(data, name)
    orientation = _orientation(picture)
    points = picture.width * picture.height
    in_parts = _in_parts(picture, data)
    if points > (_MOST if in_parts else _MOST_WHOLE):
        raise PictureTooLarge(file=name)
    size = _shrunk(picture.size, most[::-1] if orientation in _LYING else most)
    reduced: Image.Image = picture
    if isinstance(picture, JpegImageFile):
        picture.draft(None, size)
    elif in_parts and points > _TAKEN_WHOLE:
        reduced = strips.reduced(data, max(size), _flat)
    flat = _flat(reduced)
    if flat.size != size:
        flat = flat.resize(size, Image.Resampling.LANCZOS, reducing_gap=2.0)
    return _turned(flat, orientation)


def _in_parts(picture: JpegImageFile | PngImageFile, data: bytes) -> bool:
    """Tell whether a picture can be made smaller without ever being held whole."""
    if isinstance(picture, JpegImageFile):
        return not picture.info.get("progressive")
    return strips.can_reduce(data)


def _opened(data: bytes, name: str) -> JpegImageFile | PngImageFile:
    # Image.open would refuse large pictures by itself, in a warning of its own.
    if data.startswith(_PNG):
        return PngImageFile(BytesIO(data))
    if data.startswith(_JPEG):
        return JpegImageFile(BytesIO(data))
    raise NotAPicture(file=name)


def _orientation(picture: Image.Image) -> int:
    # Asked for notes that it has not met yet, a PNG unpacks itself whole to look for them.
    if isinstance(picture, PngImageFile) and "exif" not in picture.info:
        return 1
    try:
        turned = picture.getexif().get(_ORIENTATION, 1)
    except (*_BROKEN, struct.error):
        return 1
    return turned if isinstance(turned, int) else 1


def _shrunk(size: tuple[int, int], most: tuple[int, int]) -> tuple[int, int]:
    share = min(most[0] / size[0], most[1] / size[1], 1.0)
    return max(round(size[0] * share), 1), max(round(size[1] * share), 1)


def _turned(picture: Image.Image, orientation: int) -> Image.Image:
    turn = _TURNS.get(orientation)
    return picture if turn is None else picture.transpose(turn)


def _flat(picture: Image.Image) -> Image.Image:
    """Return a picture without transparency, on white, in grey or in red, green and blue."""
    picture.load()
    if picture.mode.startswith("I"):
        return picture.convert("I").point(lambda value: value / 256).convert("L")
    if "A" in picture.mode or "a" in picture.mode or "transparency" in picture.info:
        clear = picture.convert("RGBA")
        ground = Image.new("RGBA", clear.size, "white")
        ground.alpha_composite(clear)
        return ground.convert("RGB")
    if picture.mode in ("L", "RGB"):
        return picture
    return picture.convert("L" if picture.mode == "1" else "RGB")
