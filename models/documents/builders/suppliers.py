"""The letters of R-19: each supplier's part in the promises, a page for each, to be signed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from models.documents.blocks import (
    Block,
    Column,
    Entry,
    PageBreak,
    Paragraph,
    SignatureBox,
    Spacer,
    Table,
    Title,
)
from models.documents.builders.contact import first_contact
from models.documents.builders.desk import Desk
from models.documents.builders.roles import manager_of
from models.documents.builders.sections import facts, form_opening
from models.documents.builders.training import signed_by
from models.domain.records.charter import Promise
from models.domain.records.commitment import ROLES, RoleName
from models.domain.records.operation import SupplierNotice
from models.localisation.text import search_key

_LINES_TO_FILL = 3


def build_letters(desk: Desk) -> tuple[Block, ...]:
    """Return a letter for each supplier, or an empty one to be filled in by hand."""
    blocks: list[Block] = []
    by_supplier: dict[str, list[SupplierNotice]] = {}
    for notice in desk.ledger.all(SupplierNotice):
        by_supplier.setdefault(search_key(notice.supplier), []).append(notice)
    if not by_supplier:
        blocks.append(desk.missing(SupplierNotice))
    for notices in by_supplier.values() or [[]]:
        blocks += [PageBreak()] if any(isinstance(one, Title) for one in blocks) else []
        blocks += _letter(desk, notices)
    return tuple(blocks)


def _letter(desk: Desk, notices: Sequence[SupplierNotice]) -> Iterator[Block]:
    """Yield the letter about everything that one supplier has a part in."""
    supplier = notices[0].supplier if notices else ""
    quote = desk.language.isolate
    told = max((one.told_on for one in notices if one.told_on), default=None)
    yield from form_opening(desk, "")
    yield Title(desk.phrase("suppliers.letter"), desk.say(desk.organisation.name))
    yield from facts((Entry(desk.say(desk.rules.label("date")), desk.day(told)),))
    yield Spacer()
    if supplier:
        yield Paragraph(desk.phrase("suppliers.dear", name=quote(supplier)))
    organisation = quote(desk.say(desk.organisation.name)) or desk.phrase("suppliers.we")
    yield Paragraph(desk.phrase("suppliers.why", organization=organisation))
    yield _parts(desk, notices)
    yield Paragraph(desk.phrase("suppliers.ask"))
    contact = first_contact(desk)
    if contact:
        yield Paragraph(desk.phrase("suppliers.reach", contact=desk.language.island(contact)))
    manager = manager_of(desk)
    yield signed_by(
        desk,
        SignatureBox(
            desk.language.gettext(ROLES[RoleName.TOP_MANAGER]), desk.person(manager), desk.job(manager)
        ),
        SignatureBox(desk.phrase("suppliers.accepts"), supplier),
    )


def _parts(desk: Desk, notices: Sequence[SupplierNotice]) -> Table:
    """Return what is promised and what the supplier does for it, a row for each notice."""
    columns = (
        Column(desk.phrase("suppliers.promise"), 1.2),
        Column(desk.phrase("suppliers.part"), 1.0),
    )
    rows = tuple((_promise(desk, one), one.part) for one in notices)
    return Table(columns, rows, blank_rows=0 if rows else _LINES_TO_FILL)


def _promise(desk: Desk, notice: SupplierNotice) -> str:
    promise = desk.ledger.find(Promise, notice.promise)
    return desk.say(promise.text) if promise else ""
