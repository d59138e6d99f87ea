"""Documents as DOCX files, for those who go on writing in Word or LibreOffice."""

from __future__ import annotations

from pathlib import Path

from models.documents.blocks import Document
from models.documents.pieces import Leaflet, Poster, TableCard
from models.domain.errors import AppError
from models.domain.marking import N_

SUFFIX = ".docx"


class NotForWord(AppError):
    """A document is a sheet and not a text."""

    message = N_("{title} is laid out as whole sheets, which Word does not keep. Save it as PDF.")


def is_suitable(document: Document) -> bool:
    """Tell whether a document is a text to go on with.

    Posters, table cards and leaflets are none: their type is as large as the frame allows, panels are folded
    and the back is turned round. A word processor would take all that apart and print something else.
    """
    return not any(isinstance(block, Poster | TableCard | Leaflet) for block in document.blocks)


def render(document: Document) -> bytes:
    """Return a document, as `documents.build` gives it, as DOCX.

    Raises:
        NotForWord: it is laid out as whole sheets. AppError: a picture or a QR code cannot be shown.
    """
    if not is_suitable(document):
        raise NotForWord(title=document.title)
    from models.documents.docx import render as render_docx

    return render_docx(document)


def file_name(of_pdf: str) -> str:
    """Return the name of the file beside that of its PDF, such as "CS-PO-01_fa.docx"."""
    return Path(of_pdf).with_suffix(SUFFIX).name
