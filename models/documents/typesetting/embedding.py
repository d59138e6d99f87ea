"""Font objects of a PDF: one composite font a face, with its subset, its widths and its texts."""

import hashlib
import struct

from reportlab.pdfbase.pdfdoc import PDFDocument, PDFObjectReference

from models.documents.typesetting.codes import FIRST_CODE, Code, CodeTable
from models.documents.typesetting.objects import Value, array, dictionary, stream
from models.documents.typesetting.truetype import Drawing, subset

_BLOCK = 100
_UPRIGHT_SYMBOLIC = 4
_STEM = 80

_MAP_HEAD = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
"""
_MAP_TAIL = """endcmap
CMapName currentdict /CMap defineresource pop
end
end
"""


def embed(pdf: PDFDocument, table: CodeTable) -> PDFObjectReference:
    """Add a face with the codes that were used, and return the reference to its font."""
    numbers = _Numbers(table)
    name = f"{_tag(table)}+{table.face.name}"
    descriptor: dict[str, Value] = {
        "Type": "/FontDescriptor",
        "FontName": f"/{name}",
        "Flags": _UPRIGHT_SYMBOLIC,
        "FontBBox": f"[-1000 {-table.face.descent} 2000 {table.face.ascent}]",
        "ItalicAngle": 0,
        "Ascent": table.face.ascent,
        "Descent": -table.face.descent,
        "CapHeight": 700,
        "StemV": _STEM,
        "FontFile2": stream(pdf, numbers.font, {"Length1": len(numbers.font)}),
    }
    descendant: dict[str, Value] = {
        "Type": "/Font",
        "Subtype": "/CIDFontType2",
        "BaseFont": f"/{name}",
        "CIDSystemInfo": "<< /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>",
        "FontDescriptor": dictionary(pdf, descriptor),
        "DW": 0,
        "W": _widths(table.codes),
        "CIDToGIDMap": stream(pdf, numbers.by_code),
    }
    font: dict[str, Value] = {
        "Type": "/Font",
        "Subtype": "/Type0",
        "BaseFont": f"/{name}",
        "Encoding": "/Identity-H",
        "DescendantFonts": array([dictionary(pdf, descendant)]),
        "ToUnicode": stream(pdf, to_unicode(table.codes).encode("ascii")),
    }
    return dictionary(pdf, font)


class _Numbers:
    """The subset of a table and the glyph number of each code in it."""

    def __init__(self, table: CodeTable) -> None:
        drawings = [Drawing(code.glyph, code.dx, code.dy) for code in table.codes]
        self.font, numbers = subset(table.face, drawings)
        self.by_code = bytes(2 * FIRST_CODE) + struct.pack(f">{len(numbers)}H", *numbers)


def to_unicode(codes: list[Code]) -> str:
    """Return the character map that tells readers the text of each code."""
    lines = [
        f"<{FIRST_CODE + place:04X}> <{code.text.encode('utf-16-be').hex().upper()}>"
        for place, code in enumerate(codes)
    ]
    blocks = [lines[start : start + _BLOCK] for start in range(0, len(lines), _BLOCK)]
    body = "".join(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar\n" for block in blocks)
    return _MAP_HEAD + body + _MAP_TAIL


def _widths(codes: list[Code]) -> str:
    return f"[{FIRST_CODE} [{' '.join(str(code.width) for code in codes)}]]"


def _tag(table: CodeTable) -> str:
    """Return six capitals that differ when the subset does."""
    digest = hashlib.sha256(repr(table.codes).encode()).digest()
    return "".join(chr(ord("A") + octet % 26) for octet in digest[:6])
