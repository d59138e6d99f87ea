"""Objects of a PDF file, through reportlab: dictionaries and packed streams by reference."""

import zlib
from collections.abc import Mapping
from typing import Any, cast

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFDocument, PDFObjectReference, PDFStream

Value = str | int | float | PDFDictionary | PDFObjectReference | PDFArray
"""What an entry may hold; a str is written as it stands: a name begins with a slash."""


def reference(pdf: PDFDocument, thing: object) -> PDFObjectReference:
    """Return the reference to an object, numbered in the order of first use."""
    return cast(PDFObjectReference, cast(Any, pdf).Reference(thing))


def dictionary(pdf: PDFDocument, entries: Mapping[str, Value]) -> PDFObjectReference:
    """Add a dictionary to the file."""
    return reference(pdf, cast(Any, PDFDictionary)(dict(entries)))


def array(items: list[Value]) -> PDFArray:
    """Return an array to stand in a dictionary."""
    return cast(PDFArray, cast(Any, PDFArray)(items))


def stream(
    pdf: PDFDocument, content: bytes, entries: Mapping[str, Value] | None = None
) -> PDFObjectReference:
    """Add a stream, packed here so that page contents need not wait unpacked for the end."""
    return packed_stream(pdf, pack(content), entries)


def pack(content: bytes) -> bytes:
    """Return content as the FlateDecode filter reads it."""
    return zlib.compress(content, 6)


def packed_stream(
    pdf: PDFDocument, packed: bytes, entries: Mapping[str, Value] | None = None
) -> PDFObjectReference:
    """Add a stream that has been packed before."""
    inside = cast(Any, PDFDictionary)({"Filter": "/FlateDecode", **(entries or {})})
    return reference(pdf, cast(Any, PDFStream)(inside, packed))
