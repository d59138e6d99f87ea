"""Text that means harm or merely looks like it, and blocks of every shape to hold it."""

from __future__ import annotations

from models.documents.blocks import (
    Block,
    Bullets,
    Column,
    Contents,
    ControlBlock,
    Entry,
    Heading,
    InColumns,
    KeyValues,
    Missing,
    Note,
    Paragraph,
    SignatureBox,
    Signatures,
    Span,
    Table,
    Title,
)

HOSTILE = (
    "<b>&\"'</b> &amp; %s {0}",
    "\u0301\u064b\u064b",
    "\u0654",
    "x" * 10_000,
    "ب" * 10_000,
    "ب\u064b" * 3_000,
    "(" * 3_000 + "ب1a" + ")" * 3_000,
    "😀👩\u200d👩\u200d👧🏽 ✔ ★ →",
    "a\x00b\x1bc",
    "\u202e\u202dabc\u2067سلام\u2066",
    "\u2066" * 200 + "x",
    "\ud800 and \udfff",
    "漢字 кириллица Ελληνικά עברית ไทย",
    "\U0010fffd\ufffe\uffff",
    "\u200b\u200c\u200d\u00ad\u2060",
    " ",
    "\n\n\n",
    "ﷲ ﷼ ﻻ",
    "1" * 5_000,
)


def everywhere(text: str) -> tuple[Block, ...]:
    """Return blocks of every shape that hold a text."""
    return (
        ControlBlock((Entry(text[:500], text[:500]),)),
        Title(text[:500], text[:500]),
        Heading(text[:500], 1, text[:50]),
        Paragraph(text),
        Paragraph((Span(text[:500], bold=True), Span(text[:500], island=True))),
        Bullets((text[:500],)),
        KeyValues((Entry(text[:500], text[:500]),)),
        Note(text[:500], text[:500]),
        Missing(text[:500]),
        InColumns((Heading(text[:500]), Paragraph(text), Bullets((text[:500],)))),
        Table((Column(text[:200]), Column("b")), [(text, text[:500])]),
        Contents(text[:500]),
        Signatures((SignatureBox(text[:500], text[:500], text[:500], text[:500]),), text[:20], "d", "s"),
    )
