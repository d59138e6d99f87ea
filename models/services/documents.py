"""The controlled documents of an open company: which there are, how they stand, and their PDF."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from models.documents.blocks import Document, Paper, State
from models.documents.builders import BUILDERS, LANDSCAPE, Builder
from models.documents.builders.desk import Desk, OpenPoint
from models.documents.words import words_of
from models.domain.errors import AppError
from models.domain.ledger import Ledger
from models.domain.marking import N_
from models.domain.numbering import control_of, newest_issues, next_draft
from models.domain.records.control import DocumentControl, Issue
from models.domain.text import LocalText
from models.localisation.language import Language, load_language
from models.localisation.languages import language_row, language_rows
from models.storage.writing import replacing


class NoSuchDocument(AppError):
    """A document of that code does not exist."""

    message = N_("There is no document {code}. Choose one of these: {known}.")


@dataclass(frozen=True)
class Standing:
    """Where a document stands.

    control: as it holds for the present text; after a change to an issued document that is the unapproved
    next revision. issues: of the newest issued revision, one a language; empty before the first.
    """

    state: State
    control: DocumentControl
    issues: tuple[Issue, ...]


@dataclass(frozen=True)
class DocumentRow:
    """How one document stands.

    steps: the steps whose work it shows. issues: those of `Standing`. is_broken: it cannot be written.
    """

    code: str
    title: LocalText
    number: str
    control: DocumentControl
    state: State
    steps: tuple[int, ...]
    open_points: Sequence[OpenPoint] = ()
    issues: tuple[Issue, ...] = ()
    is_broken: bool = False

    @property
    def revision(self) -> str:
        """The revision of the present text."""
        return self.control.revision

    @property
    def changed_since(self) -> str:
        """The issued revision from which the present text differs, "" for none."""
        return self.issues[0].revision if self.issues and self.state is not State.ISSUED else ""


def available() -> tuple[str, ...]:
    """Return the codes of all documents, in the order they are listed."""
    return tuple(BUILDERS)


def check_codes(codes: Iterable[str]) -> None:
    """Raise NoSuchDocument for the first code that is not one of `available()`."""
    for code in codes:
        if code not in BUILDERS:
            raise NoSuchDocument(code=code, known=", ".join(BUILDERS))


def document_rows(ledger: Ledger, language: Language, today: date | None = None) -> list[DocumentRow]:
    """Return how each document stands, in the order they are listed."""
    return [_row(ledger, language, code, today or date.today()) for code in BUILDERS]


def _row(ledger: Ledger, language: Language, code: str, today: date) -> DocumentRow:
    desk = Desk(ledger, language, code, today)
    content = desk.content
    steps = getattr(content, "steps", None) or (getattr(content, "step", 0),)
    try:
        where = standing(ledger, code)
        desk = Desk(ledger, language, code, today, where.control)
        BUILDERS[code](desk)
    except Exception:
        # One document that cannot be written must not hide the others.
        logging.getLogger(__name__).exception("The document %s cannot be written", code)
        return DocumentRow(code, content.title, desk.number, desk.control, State.DRAFT, steps, is_broken=True)
    points = tuple(desk.open_points)
    return DocumentRow(
        code, content.title, desk.number, where.control, where.state, steps, points, where.issues
    )


def standing(ledger: Ledger, code: str) -> Standing:
    """Return where a document stands: draft, approved, issued, or the draft after an issued revision."""
    control = control_of(ledger, code) or DocumentControl(document=code)
    issued = newest_issues(ledger, code)
    if not issued or issued[0].revision != control.revision:
        return Standing(State.APPROVED if control.is_approved else State.DRAFT, control, issued)
    if all(words(ledger, code, one.language, control, one.issued_on) == one.words for one in issued):
        return Standing(State.ISSUED, control, issued)
    return Standing(State.DRAFT, next_draft(control), issued)


def words(
    ledger: Ledger, code: str, language_code: str, control: DocumentControl, today: date | None
) -> tuple[str, ...]:
    """Return what a document says in one language, a block or a row on each line."""
    desk = Desk(ledger, load_language(language_code), code, today or date.today(), control)
    return words_of(BUILDERS[code](desk))


def open_points(ledger: Ledger, code: str) -> tuple[OpenPoint, ...]:
    """Return what a document still lacks."""
    desk = Desk(ledger, load_language(language_rows()[0].code), code, date.today())
    BUILDERS[code](desk)
    return tuple(desk.open_points)


def number(ledger: Ledger, code: str) -> str:
    """Return a document's number, such as "CS-PO-01"."""
    return Desk(ledger, load_language(language_rows()[0].code), code, date.today()).number


def build(
    ledger: Ledger,
    code: str,
    language_code: str,
    today: date | None = None,
    issued: DocumentControl | None = None,
    builder: Builder | None = None,
) -> Document:
    """Return a document as blocks in one language.

    issued: the control data under which it is being issued; None for the document as it stands. builder: of
    another edition than the whole document.

    Raises:
        NoSuchDocument: the code is not one of `available()`.
    """
    check_codes([code])
    language = load_language(language_code)
    day = today or date.today()
    where = Standing(State.ISSUED, issued, ()) if issued else standing(ledger, code)
    desk = Desk(ledger, language, code, day, where.control)
    return Document(
        number=desk.number,
        title=desk.title,
        language=language_code,
        direction=language.row.direction,
        blocks=(builder or BUILDERS[code])(desk),
        created=desk.control.issue_date or desk.control.approved_on or day,
        state=where.state,
        is_sample=desk.settings.is_sample,
        author=desk.say(desk.organisation.name),
        subject=desk.statement_on_guidance(),
        furniture=desk.furniture(),
        paper=Paper.A4,
        landscape=code in LANDSCAPE,
        font=language_row(language_code).font,
    )


def render(
    ledger: Ledger,
    code: str,
    language_code: str,
    today: date | None = None,
    issued: DocumentControl | None = None,
) -> bytes:
    """Return a document as PDF; the arguments are those of `build`.

    Raises:
        NoSuchDocument: the code is not one of `available()`.
    """
    from models.documents.pdf import render as render_pdf

    return render_pdf(build(ledger, code, language_code, today, issued))


def file_name(ledger: Ledger, code: str, language_code: str) -> str:
    """Return the name of a document's file, such as "CS-PO-01_fa.pdf"."""
    return f"{safe_name(number(ledger, code))}_{language_code}.pdf"


def issue_file_name(issued: Issue) -> str:
    """Return the name of the file of an issue, such as "CS-PO-01_00_fa.pdf"."""
    return f"{safe_name(issued.number)}_{safe_name(issued.revision)}_{issued.language}.pdf"


def safe_name(text: str) -> str:
    """Return a text with nothing in it that a file's name may not hold anywhere."""
    return "".join(letter if letter.isalnum() or letter in "-_." else "_" for letter in text)


def write(content: bytes, path: Path) -> None:
    """Write a finished document; an existing file is replaced only when the new one is complete.

    Raises:
        AppError: nothing was written.
    """
    with replacing(path) as (unfinished,):
        unfinished.write_bytes(content)
