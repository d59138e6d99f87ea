"""DOCX files opened again: their paragraphs, runs, fields and parts."""

from __future__ import annotations

import shutil
import zipfile
from dataclasses import replace
from io import BytesIO
from typing import Any

import docx
import pytest
from docx.document import Document as File
from docx.oxml.ns import qn

from models.documents.blocks import Block, CellKind, Column, Document
from models.documents.docx import render
from tests.documents.samples import persian

needs_office = pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
COLUMNS = (Column("Name", 2), Column("Code", kind=CellKind.CODE), Column("Yes", kind=CellKind.MARK))


def opened(document: Document) -> File:
    return docx.Document(BytesIO(render(document)))


def in_persian(*blocks: Block, **changes: Any) -> Document:
    return replace(persian(), blocks=blocks, **changes)


def all_paragraphs(file: File) -> list[Any]:
    return list(file.element.body.iter(qn("w:p")))


def text_of(thing: Any) -> str:
    return "".join(part.text or "" for part in thing.iter(qn("w:t")))


def whole_text(file: File) -> str:
    return "\n".join(text_of(paragraph) for paragraph in all_paragraphs(file)).replace("\u200e", "")


def runs_of(file: File) -> list[tuple[str, bool]]:
    """Return the text of each run with whether it runs from right to left."""
    found = [
        (text_of(run).replace("\u200e", ""), run.find(f"{qn('w:rPr')}/{qn('w:rtl')}") is not None)
        for run in file.element.body.iter(qn("w:r"))
    ]
    return [(text, is_rtl) for text, is_rtl in found if text.strip()]


def fields(thing: Any) -> list[str]:
    return [" ".join((part.text or "").split()) for part in thing.iter(qn("w:instrText"))]


def part(document: Document, name: str) -> str:
    with zipfile.ZipFile(BytesIO(render(document))) as package:
        return package.read(name).decode("utf-8")
