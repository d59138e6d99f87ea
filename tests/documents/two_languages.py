"""One document in two languages, and the words of documents."""

from __future__ import annotations

from dataclasses import replace

from models.documents.blocks import (
    Bullets,
    CellKind,
    Column,
    ControlBlock,
    Document,
    Entry,
    Heading,
    KeepTogether,
    KeyValues,
    Missing,
    Numbered,
    Paragraph,
    SignatureBox,
    Signatures,
    Table,
    Title,
)
from tests.documents.samples import LINES, english, persian, persian_table

_UNSAID = ("tone", "align", "kind", "origin")


def versions() -> tuple[Document, Document]:
    """Return a document in Persian and in English."""
    signatures = Signatures((SignatureBox("تصویب‌کننده", "نگار احمدی"),), "نام", "تاریخ", "امضا")
    fa = replace(
        persian(rows=3),
        blocks=(
            ControlBlock((Entry("شمارهٔ مدرک", "CS-PO-01", is_code=True), Entry("بازنگری", "۰۰"))),
            Title("خط‌مشی"),
            Heading("هدف", 1, "۱."),
            Paragraph(" ".join(LINES[:6])),
            Bullets(("یک", "دو")),
            KeepTogether((Numbered(("سه",), ("۱.",)), KeyValues((Entry("نشانی", "مشهد"),)))),
            Missing("کم است."),
            persian_table(2),
            signatures,
        ),
    )
    en = replace(
        english(),
        blocks=(
            ControlBlock((Entry("Document no.", "CS-PO-02", is_code=True), Entry("Revision", "00"))),
            Title("Policy"),
            Heading("Purpose", 1, "1."),
            Paragraph("We keep what we promise, see CS-FR-012 (revision 2)."),
            Bullets(("one", "two", "more")),
            KeepTogether((Numbered(("three",), ("1.",)), KeyValues((Entry("Address", "Mashhad"),)))),
            Missing("Something lacks."),
            Table(
                (Column("Party"), Column("Form", kind=CellKind.CODE)), [("Guests", "CS-FR-001")], "Table 1"
            ),
            Signatures((SignatureBox("Approved by", "Negar Ahmadi"),), "Name", "Date", "Signature"),
        ),
    )
    return fa, en


def words_of(*documents: Document) -> str:
    """Return everything that documents say."""
    return " ".join(words(document.blocks) for document in documents)


def words(thing: object) -> str:
    """Return what a block, or anything in it, says."""
    if isinstance(thing, str):
        return thing
    if isinstance(thing, tuple | list):
        return " ".join(words(item) for item in thing)
    names = getattr(thing, "__dataclass_fields__", ())
    return " ".join(words(getattr(thing, name)) for name in names if name not in _UNSAID)
