"""The record forms that are one register: each is a row here, not a module."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import Any

from models.content.documents import record_form
from models.documents.blocks import Block, CellKind, Table
from models.documents.builders.attached import Attached, attached_picture
from models.documents.builders.desk import Desk
from models.documents.builders.registers import Fill, Fills, register_table
from models.documents.builders.sections import closing, opening
from models.domain.fields import Record
from models.domain.records.charter import Comment, Communication, Promise
from models.domain.records.correction import Retention
from models.domain.records.operation import Breach, Complaint, Display, SupplierNotice
from models.domain.records.organisation import Law, Party

_Order = Callable[[Desk, Any], Any]

_SIZE = (28.0, 19.0)
_POINTS = (400, 300)
"""How large the picture of a line is at most, in millimetres and in points."""


def _by_name(field: str) -> _Order:
    return lambda desk, record: desk.language.sort_key(desk.value(record, field))


def _by_day(field: str) -> _Order:
    return lambda _desk, record: getattr(record, field) or date.max


def _law(desk: Desk, law: Law) -> str:
    if not law.article:
        return law.title
    quote = desk.language.isolate
    return desk.phrase("annexes.article", law=quote(law.title), article=quote(law.article))


def _part(desk: Desk, notice: SupplierNotice) -> str:
    promise = desk.ledger.find(Promise, notice.promise)
    text = desk.say(promise.text) if promise else ""
    return f"{notice.part}\n({desk.language.isolate(text)})" if text else notice.part


def _revision(desk: Desk, display: Display) -> str:
    return desk.language.digits(display.revision)


def _customer(desk: Desk, breach: Breach) -> str:
    """Return the customer, and the complaint that told of the broken promise."""
    complaint = desk.ledger.find(Complaint, breach.complaint)
    if complaint is None:
        return breach.customer_ref
    no = desk.phrase("complaint.of_complaint", no=desk.language.digits(complaint.no))
    return "\n".join(filter(None, (breach.customer_ref, no)))


@dataclass(frozen=True)
class ListForm:
    """A record form that prints the records of one type, a row each, in an order.

    picture: the field with a picture that is shown small beside its line, "" for none.
    """

    record: type[Record]
    fills: Fills
    order: _Order | None = None
    picture: str = ""

    def records(self, desk: Desk) -> Sequence[Record]:
        """Return the records in the order of the rows."""
        everything = desk.ledger.all(self.record)
        return sorted(everything, key=partial(self.order, desk)) if self.order else everything


LISTS: Mapping[str, ListForm] = {
    "R-01": ListForm(
        Party,
        ("name", "needs", "expectations", "influence", "channel", "priority", "reviewed_on"),
        _by_name("name"),
    ),
    "R-03": ListForm(
        Communication,
        ("audience", Fill("message", 2.4), "channel", "form", "due", "by", "done_on", "proof"),
        _by_day("due"),
    ),
    "R-09": ListForm(
        Breach,
        ("happened_on", "promise", Fill(_customer, 1.7), "cause", "remedy", "cost", "by", "satisfied"),
        _by_day("happened_on"),
    ),
    "R-13": ListForm(Retention, ("record", "form", "place", "responsible", "years", "disposal")),
    "R-18": ListForm(
        Display,
        (
            "place",
            "channel",
            Fill(_revision, kind=CellKind.CODE),
            "installed_on",
            "removed_on",
            Fill("proof", 2),
        ),
        picture="photo",
    ),
    "R-19": ListForm(SupplierNotice, ("supplier", Fill(_part, 3.2), "is_agreed", "told_on")),
    "R-21": ListForm(Comment, ("who", "text", "decision", Fill("reason", 2.4)), _by_day("given_on")),
    "R-22": ListForm(
        Law, (Fill(_law, 1.7), Fill("duty", 3), "applies_to", "checked_by", "checked_on"), _by_name("title")
    ),
}


def list_table(desk: Desk, form_id: str, *, by_hand: bool = False) -> Table:
    """Return the table of a form, for the form itself and for documents that contain it."""
    form = LISTS[form_id]
    titles = record_form(form_id).columns
    return register_table(desk, form.record, form.fills, form.records(desk), titles=titles, by_hand=by_hand)


def _picture(desk: Desk, record: Record, field: str) -> Attached:
    return attached_picture(desk.ledger, getattr(record, field), _POINTS, _SIZE)


def build(desk: Desk) -> tuple[Block, ...]:
    """Return the form that the desk is for."""
    blocks = list(opening(desk))
    form = LISTS[desk.code]
    table = list_table(desk, desk.code, by_hand=True)
    if not table.rows:
        blocks.append(desk.missing(form.record))
    if form.picture:
        records = form.records(desk)
        attached = [_picture(desk, one, form.picture) for one in records]
        for record, one in zip(records, attached, strict=True):
            blocks += desk.lacking_picture(one, record, form.picture)
        table = replace(table, pictures=[one.image for one in attached])
    return (*blocks, table, *closing(desk))
