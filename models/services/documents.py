"""The controlled documents of an open company: which there are, how they stand, and their PDF."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from models.documents.bilingual import side_by_side
from models.documents.blocks import Document, State
from models.documents.builders import BUILDERS, Builder, builder_of
from models.documents.builders.desk import Desk, OpenPoint
from models.documents.builders.sheets import Edition, edition_of, editions_of
from models.documents.words import words_of
from models.domain.errors import AppError
from models.domain.ledger import Ledger
from models.domain.marking import N_
from models.domain.numbering import control_of, newest_issues, next_draft
from models.domain.records.control import DocumentControl, Issue
from models.domain.text import LocalText
from models.localisation.language import Language, load_language
from models.localisation.languages import language_rows, paper_languages, rows_of
from models.storage.writing import replacing


class NoSuchDocument(AppError):
    """A document of that code does not exist."""

    message = N_("There is no document {code}. Choose one of these: {known}.")


class NotSideBySide(AppError):
    """A document is made in one language only."""

    message = N_("{code} is not made in two languages side by side. Choose one language.")


@dataclass(frozen=True)
class Standing:
    """Where a document stands.

    control: as it holds for the present text; after a change to an issued document that is the unapproved
    next revision. issues: of the newest issued revision, one a language or pair; empty before the first.
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


def editions(code: str) -> tuple[Edition, ...]:
    """Return the ways in which a document is printed, the controlled one first; its key is ""."""
    return editions_of(code)


def languages(code: str, edition: str = "") -> tuple[str, ...]:
    """Return the keys of the languages in which an edition is made, the pairs behind the single ones."""
    single = tuple(row.code for row in language_rows())
    return paper_languages() if edition_of(code, edition).is_bilingual else single


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

    @cache
    def said(language_code: str, day: date | None) -> tuple[str, ...]:
        return words(ledger, code, language_code, control, day)

    def is_as_issued(one: Issue) -> bool:
        return one.words == _in_turn(said(row.code, one.issued_on) for row in rows_of(one.language))

    if all(map(is_as_issued, issued)):
        return Standing(State.ISSUED, control, issued)
    return Standing(State.DRAFT, next_draft(control), issued)


def words(
    ledger: Ledger, code: str, language_code: str, control: DocumentControl, today: date | None
) -> tuple[str, ...]:
    """Return what a document says, a block or a row on each line; of two languages, one after the other."""
    day = today or date.today()
    desks = (Desk(ledger, load_language(row.code), code, day, control) for row in rows_of(language_code))
    return _in_turn(words_of(BUILDERS[code](desk)) for desk in desks)


def _in_turn(texts: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(line for text in texts for line in text)


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
    edition: str = "",
    builder: Builder | None = None,
) -> Document:
    """Return a document as blocks.

    Args:
        ledger: the company's records, or a snapshot of them.
        code: one of `available()`.
        language_code: one of `languages(code, edition)`; a pair gives both side by side, signed once.
        today: the day that stands on a draft, the present one where it is not given.
        issued: the control data under which it is being issued; None for the document as it stands.
        edition: the key of one of `editions(code)`.
        builder: of a part of the document, in place of the edition's own.

    Raises:
        NoSuchDocument: the code is not one of `available()`. NotSideBySide: it is made in one language only.
    """
    check_codes([code])
    rows = rows_of(language_code)
    printed = edition_of(code, edition)
    if len(rows) > 1 and not printed.is_bilingual:
        raise NotSideBySide(code=code)
    where = Standing(State.ISSUED, issued, ()) if issued else standing(ledger, code)
    day = today or date.today()
    made = [
        _build(Desk(ledger, load_language(row.code), code, day, where.control, printed), where.state, builder)
        for row in rows
    ]
    return side_by_side(*made) if len(made) > 1 else made[0]


def _build(desk: Desk, state: State, builder: Builder | None) -> Document:
    row, printed = desk.language.row, desk.edition
    return Document(
        number=desk.number,
        title=desk.title,
        language=row.code,
        direction=row.direction,
        blocks=(builder or builder_of(desk.code, printed.key))(desk),
        created=desk.control.issue_date or desk.control.approved_on or desk.today,
        state=state,
        is_sample=desk.settings.is_sample,
        author=desk.say(desk.organisation.name),
        subject=desk.statement_on_guidance(),
        furniture=desk.furniture(),
        paper=printed.paper,
        landscape=printed.landscape,
        font=row.font,
        most_pages=printed.most_pages,
    )


def render(
    ledger: Ledger,
    code: str,
    language_code: str,
    today: date | None = None,
    issued: DocumentControl | None = None,
    edition: str = "",
) -> bytes:
    """Return a document as PDF; the arguments are those of `build`.

    Raises:
        NoSuchDocument, NotSideBySide: as `build` does. TextDoesNotFit: a sheet cannot hold its text.
    """
    from models.documents.pdf import render as render_pdf

    return render_pdf(build(ledger, code, language_code, today, issued, edition))


def file_name(ledger: Ledger, code: str, language_code: str, edition: str = "") -> str:
    """Return the name of a document's file, such as "CS-PO-01_fa.pdf" or "CS-CH-17_a3-band_fa.pdf"."""
    parts = (safe_name(number(ledger, code)), edition, language_code)
    return "_".join(part for part in parts if part) + ".pdf"


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
