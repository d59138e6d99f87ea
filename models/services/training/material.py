"""Slides, quiz and attendance sheet as PDF: made on the spot, no controlled documents of their own."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from enum import StrEnum

from models.documents.blocks import Block, Document, State
from models.documents.builders.desk import Desk
from models.documents.builders.sections import opening
from models.documents.builders.staff_training import build_quiz, build_slides
from models.documents.builders.training import sheet
from models.domain.ids import RecordId
from models.domain.ledger import Ledger
from models.domain.records.training import TrainingSession
from models.localisation.language import load_language
from models.localisation.languages import language_row
from models.services import documents

_CHARTER, _SHEET = "D2", "R-06"


class Material(StrEnum):
    """What is made of the charter for a session."""

    SLIDES = "slides"
    QUIZ = "quiz"


_BUILDERS: Mapping[Material, Callable[[Desk], tuple[Block, ...]]] = {
    Material.SLIDES: build_slides,
    Material.QUIZ: build_quiz,
}


def build(ledger: Ledger, which: Material, language_code: str, today: date | None = None) -> Document:
    """Return slides or quiz in one language; while the charter is a draft they are one too."""
    desk = Desk(ledger, load_language(language_code), _CHARTER, today or date.today())
    return _document(desk, _BUILDERS[which](desk), is_wide=which is Material.SLIDES)


def render(ledger: Ledger, which: Material, language_code: str, today: date | None = None) -> bytes:
    """Return slides or quiz as PDF.

    Raises:
        TextDoesNotFit: a promise is too long for a slide.
    """
    from models.documents.pdf import render as render_pdf

    return render_pdf(build(ledger, which, language_code, today))


def file_name(ledger: Ledger, which: Material, language_code: str) -> str:
    """Return the name of a file of slides or quiz, such as "CS-CH-01_slides_fa.pdf"."""
    stem = documents.file_name(ledger, _CHARTER, which.value).removesuffix(".pdf")
    return f"{stem}_{language_code}.pdf"


def render_sheet(
    ledger: Ledger, session_id: RecordId, language_code: str, today: date | None = None
) -> bytes:
    """Return the attendance sheet of one session as PDF, with everybody who is on its list or may come."""
    from models.documents.pdf import render as render_pdf

    desk = Desk(ledger, load_language(language_code), _SHEET, today or date.today())
    session = ledger.find(TrainingSession, session_id) or TrainingSession()
    return render_pdf(_document(desk, (*opening(desk), *sheet(desk, session)), is_wide=False))


def sheet_name(ledger: Ledger, session: TrainingSession, language_code: str) -> str:
    """Return the name of the file of an attendance sheet, such as "CS-FR-06_2026-11-02_fa.pdf"."""
    day = session.held_on.isoformat() if session.held_on else "session"
    stem = documents.file_name(ledger, _SHEET, day).removesuffix(".pdf")
    return f"{stem}_{language_code}.pdf"


def _document(desk: Desk, blocks: tuple[Block, ...], *, is_wide: bool) -> Document:
    language = desk.language
    return Document(
        number=desk.number,
        title=desk.title,
        language=language.code,
        direction=language.row.direction,
        blocks=blocks,
        created=desk.control.issue_date or desk.control.approved_on or desk.today,
        state=State.DRAFT if desk.is_draft else State.APPROVED,
        is_sample=desk.settings.is_sample,
        author=desk.say(desk.organisation.name),
        subject=desk.statement_on_guidance(),
        furniture=desk.furniture(),
        landscape=is_wide,
        font=language_row(language.code).font,
    )
