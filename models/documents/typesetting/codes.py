"""Private codes: what one byte pair in a content stream means, for each face of a document."""

from typing import NamedTuple

from models.documents.typesetting.faces import Face
from models.documents.typesetting.shaping import Shaped

FIRST_CODE = 0x100
"""Readers give lower codes meanings of their own, and 0xFFFE too."""


class Code(NamedTuple):
    """A glyph that stands for a text, with its width and the shift baked into it (thousandths of an em)."""

    text: str
    glyph: int
    width: int
    dx: int = 0
    dy: int = 0
    serial: int = 0
    """Tells apart codes that are otherwise equal: readers drop the same code twice in one place."""


class CodeTable:
    """Numbers the codes of one face in the order of their first use."""

    def __init__(self, face: Face, resource: str) -> None:
        self.face = face
        self.resource = resource
        self.codes: list[Code] = []
        self.words: dict[Shaped, str] = {}
        """The digits that draw whole words, filled in by the setter."""
        self._hex: dict[Code, str] = {}

    def hex(self, code: Code) -> str:
        """Return the four hexadecimal digits that draw a code."""
        found = self._hex.get(code)
        if found is None:
            found = self._hex[code] = f"{FIRST_CODE + len(self.codes):04X}"
            self.codes.append(code)
        return found

    def inkless(self, text: str, width: int, serial: int = 0) -> str:
        """Return the digits of a code that draws nothing, for marks that only readers see."""
        return self.hex(Code(text, self.face.space, width, serial=serial))


class Codes:
    """The code tables of a document."""

    def __init__(self) -> None:
        self._tables: dict[str, CodeTable] = {}

    def of(self, face: Face) -> CodeTable:
        """Return the table of a face, made at its first use."""
        table = self._tables.get(face.name)
        if table is None:
            table = self._tables[face.name] = CodeTable(face, f"F{len(self._tables) + 1}")
        return table

    def tables(self) -> list[CodeTable]:
        """Return the tables in the order of their first use."""
        return list(self._tables.values())
