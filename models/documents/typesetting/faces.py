"""The bundled typefaces: what each covers, and which one draws a character.

A character that no face has is drawn as a visible box and keeps its own text.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import uharfbuzz as hb

FONTS = Path(__file__).resolve().parents[3] / "resources" / "fonts"
UNITS = 1000
"""Text space units in one em; every width and offset of the setter is a whole number of them."""

BOX = "\u25a1"
_FALLBACK = "DejaVuSans-Symbols"


@dataclass(frozen=True, eq=False)
class Face:
    """One font file: its shaper, the characters it has, and its bytes for the subset."""

    name: str
    data: bytes
    font: hb.Font
    coverage: frozenset[int]
    units_per_em: int
    ascent: int
    descent: int
    space: int

    def __reduce__(self) -> tuple[object, ...]:
        return (load_face, (self.name,))


@lru_cache(maxsize=16)
def load_face(name: str) -> Face:
    """Return the face of a bundled file, measured in thousandths of an em."""
    data = (FONTS / f"{name}.ttf").read_bytes()
    face = hb.Face(hb.Blob(data))
    font = hb.Font(face)
    font.scale = (UNITS, UNITS)
    extents = font.get_font_extents("ltr")
    return Face(
        name=name,
        data=data,
        font=font,
        coverage=frozenset(face.unicodes),
        units_per_em=face.upem,
        ascent=extents.ascender,
        descent=-extents.descender,
        space=font.get_nominal_glyph(ord(" ")) or 0,
    )


class Family:
    """A text face in two weights with the faces that stand in for it."""

    def __init__(self, name: str) -> None:
        fallback = load_face(_FALLBACK)
        self._faces = {
            False: (load_face(f"{name}-Regular"), fallback),
            True: (load_face(f"{name}-SemiBold"), fallback),
        }
        self._chosen: dict[tuple[str, bool], Face | None] = {}

    def main(self, bold: bool) -> Face:
        """Return the text face of a weight."""
        return self._faces[bold][0]

    def face_of(self, character: str, bold: bool) -> Face | None:
        """Return the first face that has a character, None when it must be drawn as a box."""
        key = (character, bold)
        if key not in self._chosen:
            code = ord(character)
            faces = self._faces[bold]
            self._chosen[key] = next((face for face in faces if code in face.coverage), None)
        return self._chosen[key]

    def box_face(self, bold: bool) -> Face:
        """Return the face whose box stands for a character that no face has."""
        return self._faces[bold][-1]

    def missing(self, text: Iterable[str]) -> list[str]:
        """Return the characters of a text that would be drawn as a box, each once, in order of appearance."""
        return [character for character in dict.fromkeys(text) if self.face_of(character, bold=False) is None]


@lru_cache(maxsize=4)
def family(name: str = "Vazirmatn") -> Family:
    """Return a family by the name its files begin with."""
    return Family(name)
