"""R-12: the master list of all controlled documents and record forms."""

from __future__ import annotations

from collections.abc import Iterator

from models.content.documents import documents, record_form, record_forms
from models.documents.blocks import Block, CellKind, Column, Table
from models.documents.builders.desk import Desk
from models.documents.builders.sections import closing, opening
from models.documents.builders.values import NOTHING
from models.domain.numbering import control_of, document_number
from models.domain.records.control import DocumentControl
from models.domain.records.correction import Retention
from models.domain.text import LocalText
from models.localisation.languages import language_rows

_KINDS = (
    CellKind.CODE,
    CellKind.TEXT,
    CellKind.TEXT,
    CellKind.TEXT,
    CellKind.CODE,
    CellKind.DATE,
    CellKind.TEXT,
    CellKind.TEXT,
    CellKind.TEXT,
    CellKind.TEXT,
)
_WIDTHS = (1, 2.2, 2.2, 0.9, 0.8, 1, 1.3, 1.3, 1, 1.1)


def build(desk: Desk) -> tuple[Block, ...]:
    """Return the list with a row for every document, whether or not it is begun."""
    titles = [desk.say(title) for title in record_form("R-12").columns]
    columns = tuple(map(Column, titles, _WIDTHS, _KINDS))
    return (*opening(desk), Table(columns, tuple(_rows(desk))), *closing(desk))


def _rows(desk: Desk) -> Iterator[tuple[str, ...]]:
    for document in documents():
        yield _row(desk, document.id, document.title, document.types[0])
    for form in record_forms():
        yield _row(desk, form.id, form.title, form.type)


def _row(desk: Desk, code: str, title: LocalText, type_code: str) -> tuple[str, ...]:
    control = control_of(desk.ledger, code)
    known = control or DocumentControl(document=code)
    number = known.number or document_number(desk.settings.number_prefix, type_code, code)
    type_name = next(desk.say(one.name) for one in desk.rules.types if one.id == type_code)
    return (
        number,
        *(desk.language.isolate(title.get(row.code)) for row in language_rows()),
        type_name,
        desk.language.digits(known.revision) if control else "",
        desk.date_of(known.issue_date or known.approved_on),
        desk.person(known.prepared_by),
        known.place or _shelf(desk, code) or NOTHING,
        _retention(desk, known),
        desk.phrase(f"control.{_state(desk, control)}"),
    )


def _state(desk: Desk, control: DocumentControl | None) -> str:
    if control is None:
        return "not_begun"
    if not control.is_approved:
        return "draft"
    overdue = control.next_review is not None and control.next_review < desk.today
    return "review_due" if overdue else "approved"


def _shelf(desk: Desk, code: str) -> str:
    """Return where the retention list says that the records of a form are kept."""
    return next((one.place for one in desk.ledger.all(Retention) if one.form.strip() == code), "")


def _retention(desk: Desk, control: DocumentControl) -> str:
    """Return for how many years a document is kept: as entered, or else as the retention list says."""
    listed = (one.years for one in desk.ledger.all(Retention) if one.form.strip() == control.document)
    years = control.retention_years
    if years is None:
        years = next(listed, None)
    if years is None:
        return ""
    return desk.phrase("control.one_year" if years == 1 else "control.years", years=desk.number_of(years))
