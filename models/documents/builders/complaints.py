"""R-08: the complaint log, and the form on which a customer complains."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from models.content.documents import record_form
from models.documents.blocks import (
    Block,
    CellKind,
    ControlBlock,
    Entry,
    Heading,
    PageBreak,
    Paragraph,
    Title,
    WriteLines,
)
from models.documents.builders.contact import deadlines, second_look
from models.documents.builders.desk import Desk
from models.documents.builders.promises import number_of
from models.documents.builders.registers import Fill, Fills, register_table
from models.documents.builders.sections import closing, form_opening, opening
from models.documents.builders.values import code_of, labelled
from models.domain.records.charter import ComplaintRule
from models.domain.records.correction import Action
from models.domain.records.operation import Complaint

_RECEIPT = 8
_FORM_ENTRIES = ("no", "received", "channel", "customer", "contact", "by_customer")
_LINES = {"what": 3, "wish": 2}
_OFFICE_ACROSS = 6
_OFFICE_COLUMNS = (7, 8, 9, 12, 14)


def build(desk: Desk) -> tuple[Block, ...]:
    """Return the log in parts, each a table, and a blank form on a page of its own."""
    blocks: list[Block] = list(opening(desk))
    complaints = sorted(desk.ledger.all(Complaint), key=lambda one: (one.received_on or date.max, one.no))
    if not complaints:
        blocks.append(desk.missing(Complaint))
    titles = record_form("R-08").columns
    receipt, handling = titles[:_RECEIPT], (titles[0], *titles[_RECEIPT:])
    for caption, fills, heads in (
        ("complaint.receipt", _RECEIPT_FILLS, receipt),
        ("complaint.handling", _HANDLING_FILLS, handling),
    ):
        name = desk.phrase(caption)
        blocks.append(
            register_table(desk, Complaint, fills, complaints, titles=heads, caption=name, by_hand=True)
        )
    if looked_at_again := [one for one in complaints if one.appealed_on]:
        name = desk.phrase("complaint.second_look")
        blocks.append(register_table(desk, Complaint, _SECOND_LOOK, looked_at_again, caption=name))
    return (*blocks, *closing(desk), PageBreak(), *_form(desk))


def build_blank(desk: Desk) -> tuple[Block, ...]:
    """Return the form on which a customer complains, alone."""
    return (*form_opening(desk, ""), *_form(desk))


def _subject(desk: Desk, complaint: Complaint) -> str:
    text = complaint.text
    if complaint.cancelled_because:
        reason = desk.language.isolate(complaint.cancelled_because)
        text = "\n".join((text, desk.phrase("complaint.cancelled", reason=reason)))
    kind = desk.value(complaint, "type")
    return labelled(kind, text) if kind else text


def _action(desk: Desk, complaint: Complaint) -> str:
    action = desk.ledger.find(Action, complaint.action)
    return code_of(desk, action.no) if action else ""


def _acknowledged(desk: Desk, complaint: Complaint) -> str:
    """Return when the receipt was confirmed, and by when it was to be."""
    day = desk.value(complaint, "acknowledged_on")
    if complaint.acknowledge_by is None:
        return day
    due = desk.phrase("complaint.confirm_by", day=desk.value(complaint, "acknowledge_by"))
    return "\n".join(filter(None, (day, due)))


_RECEIPT_FILLS: Fills = (
    "no",
    "received_on",
    Fill("channel", 1),
    Fill("customer_ref", 0.9),
    Fill(_subject, 4),
    Fill(lambda desk, complaint: number_of(desk, complaint.promise), kind=CellKind.MARK),
    Fill("severity", 0.9),
    Fill(_acknowledged, 1.2),
)
_HANDLING_FILLS: Fills = (
    "no",
    Fill("assigned", 1.1),
    "due",
    Fill("findings", 2.6),
    Fill("decision", 2.6),
    "answered_on",
    Fill("satisfied", 0.9),
    "closed_on",
    Fill(_action, kind=CellKind.CODE),
)
_SECOND_LOOK: Fills = (
    "no",
    "appealed_on",
    "appeal_due",
    Fill("appeal_by", 1.1),
    Fill("appeal_decision", 4),
    "appeal_answered_on",
)
_SECOND_LOOK_BY_HAND = ("appealed_on", "appeal_due", "appeal_by", "appeal_answered_on")


def _form(desk: Desk) -> Iterator[Block]:
    """Yield the form a customer fills in, with the time limits that the charter promises."""
    yield Title(desk.phrase("complaint.form_title"), desk.say(desk.organisation.name))
    yield Paragraph(desk.phrase("complaint.form_intro"))
    yield ControlBlock(tuple(Entry(desk.phrase(f"complaint.{name}")) for name in _FORM_ENTRIES))
    for name, count in _LINES.items():
        yield WriteLines(desk.phrase(f"complaint.{name}"), count)
    rule = desk.ledger.sheet(ComplaintRule)
    if text := " ".join(filter(None, (deadlines(desk, rule), second_look(desk, rule)))):
        yield Paragraph(text)
    yield Heading(desk.phrase("complaint.office"), 3)
    columns = record_form("R-08").columns
    office = [desk.say(columns[place]) for place in _OFFICE_COLUMNS]
    entries = tuple(Entry(title) for title in (*office, desk.phrase("complaint.by_receiver")))
    yield ControlBlock(entries, _OFFICE_ACROSS)
    again = tuple(Entry(desk.label(Complaint, name)) for name in _SECOND_LOOK_BY_HAND)
    yield ControlBlock(again, len(again))
