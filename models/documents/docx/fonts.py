"""The typeface of a document inside its DOCX file, so that it looks the same where nobody installed it."""

from __future__ import annotations

import hashlib
import struct
from functools import lru_cache

from docx.document import Document as File
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from models.documents.docx.xml import element
from models.documents.typesetting.faces import load_face
from models.documents.typesetting.truetype import assembled, tables_of

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_KIND = "application/vnd.openxmlformats-officedocument.obfuscatedFont"
_HIDDEN = 32
"""Bytes at the start of a font file that are mixed with its key."""

_FAMILY, _WEIGHT, _FULL = 1, 2, 4
_REGULAR, _BOLD = 0x40, 0x20


def embed(file: File, family: str) -> None:
    """Put the two weights of a bundled family into a file."""
    relations = file.part.rels.values()
    table = next(one.target_part for one in relations if one.reltype == f"{_OFFICE}/fontTable")
    entries = []
    for number, (role, name) in enumerate((("embedRegular", "Regular"), ("embedBold", "SemiBold")), start=1):
        data = _weight(family, name)
        key = hashlib.sha256(data).hexdigest()[:32].upper()
        part = Part(PackURI(f"/word/fonts/font{number}.odttf"), _KIND, _mixed(data, key), table.package)
        relation = table.relate_to(part, f"{_OFFICE}/font")
        parts = (key[:8], key[8:12], key[12:16], key[16:20], key[20:])
        entries.append(f'<w:{role} r:id="{relation}" w:fontKey="{{{"-".join(parts)}}}"/>')
    entry = f'<w:font w:name="{family}"><w:altName w:val="Tahoma"/>{"".join(entries)}</w:font></w:fonts>'
    table._blob = table.blob.replace(b"</w:fonts>", entry.encode("ascii"))
    settings = file.settings.element
    settings.insert(1, element("w:embedTrueTypeFonts"))


@lru_cache(maxsize=4)
def _weight(family: str, name: str) -> bytes:
    data = load_face(f"{family}-{name}").data
    return data if name == "Regular" else _as_bold(data, family)


def _as_bold(data: bytes, family: str) -> bytes:
    """Return a font file that calls itself the bold weight of a family, as programs look for it."""
    tables = tables_of(data)
    tables["name"] = _named(tables["name"], family)
    system = bytearray(tables["OS/2"])
    flags = struct.unpack_from(">H", system, 62)[0]
    struct.pack_into(">H", system, 62, flags & ~_REGULAR | _BOLD)
    tables["OS/2"] = bytes(system)
    head = bytearray(tables["head"])
    struct.pack_into(">L", head, 8, 0)
    struct.pack_into(">H", head, 44, 1)
    tables["head"] = bytes(head)
    return assembled(tables)


def _named(table: bytes, family: str) -> bytes:
    """Return the table of names with those by which a weight is found."""
    _, count, start = struct.unpack_from(">3H", table)
    names: list[tuple[tuple[int, ...], bytes]] = []
    told = {_FAMILY: family, _WEIGHT: "Bold", _FULL: f"{family} Bold"}
    for place in range(count):
        *key, length, offset = struct.unpack_from(">6H", table, 6 + 12 * place)
        name = table[start + offset : start + offset + length]
        if key[3] in told:
            name = told[key[3]].encode("utf-16-be")
        if key[3] not in (16, 17):
            names.append((tuple(key), name))
    records, body = b"", b""
    for key_, name in names:
        records += struct.pack(">6H", *key_, len(name), len(body))
        body += name
    return struct.pack(">3H", 0, len(names), 6 + len(records)) + records + body


def _mixed(data: bytes, key: str) -> bytes:
    mask = bytes.fromhex(key)[::-1] * 2
    first = bytes(one ^ other for one, other in zip(data[:_HIDDEN], mask, strict=True))
    return first + data[_HIDDEN:]
