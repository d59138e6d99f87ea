"""D1: the customer-focus policy."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from models.documents.blocks import Block, Bullets, Entry, KeyValues, Numbered, Paragraph
from models.documents.builders import scope
from models.documents.builders.desk import Desk
from models.documents.builders.sections import Writer, facts, history, numerals, opening, sections_of
from models.documents.builders.values import from_record
from models.domain.records.commitment import ROLES, Objective, Policy, PolicyStatement, Role, RoleName
from models.domain.text import LocalText

_LISTED_ROLES = (RoleName.TOP_MANAGER, RoleName.CHARTER_OWNER, RoleName.COMPLAINT_OFFICER)


def build(desk: Desk) -> tuple[Block, ...]:
    """Return the policy's blocks, one section after another."""
    return (*opening(desk), *sections_of(desk, _SECTIONS), *history(desk))


def _introduction(desk: Desk) -> Iterator[Block]:
    yield _text(desk, "introduction")


def _purpose(desk: Desk) -> Iterator[Block]:
    yield _text(desk, "purpose")


def _text(desk: Desk, field: str) -> Block:
    policy = desk.ledger.sheet(Policy)
    text: LocalText = getattr(policy, field)
    return Paragraph(from_record(desk.say(text), policy, field)) if text else desk.missing(policy, field)


def _scope(desk: Desk) -> Iterator[Block]:
    yield from scope.lacking(desk)
    yield from facts(scope.covered(desk))
    yield from scope.left_out(desk)


def _commitments(desk: Desk) -> Iterator[Block]:
    statements = sorted(desk.ledger.all(PolicyStatement), key=lambda one: (one.order or 0, one.id))
    texts = tuple(from_record(desk.say(one.text), one, "text") for one in statements if one.text)
    if not texts:
        yield desk.missing(PolicyStatement)
        return
    yield Numbered(texts, numerals(desk, len(texts)))


def _objectives(desk: Desk) -> Iterator[Block]:
    policy = desk.ledger.sheet(Policy)
    said = desk.say(policy.objectives_framework) or desk.phrase("policy.objectives")
    yield Paragraph(from_record(said, policy, "objectives_framework"))
    objectives = tuple(
        from_record(desk.say(one.text), one, "text") for one in desk.ledger.all(Objective) if one.text
    )
    yield Bullets(objectives) if objectives else desk.missing(Objective)


def _responsibilities(desk: Desk) -> Iterator[Block]:
    roles = [role for role in desk.ledger.all(Role) if role.person is not None]
    listed = [role for name in _LISTED_ROLES for role in roles if role.role == name]
    if not any(role.role == RoleName.CHARTER_OWNER for role in listed):
        yield desk.missing(Role)
    entries = [Entry(desk.language.gettext(ROLES[role.role]), desk.person(role.person)) for role in listed]
    entries.append(Entry(desk.phrase("policy.all_staff"), desk.phrase("policy.all_staff_do")))
    yield KeyValues(tuple(entries))


def _communication(desk: Desk) -> Iterator[Block]:
    yield _text(desk, "communication")
    policy = desk.ledger.sheet(Policy)
    if policy.announced_on:
        day = desk.day(policy.announced_on)
        yield Paragraph(from_record(desk.phrase("policy.announced", day=day), policy, "announced_on"))
    else:
        yield desk.missing(policy, "announced_on")


def _review(desk: Desk) -> Iterator[Block]:
    yield Paragraph(desk.phrase("policy.review"))
    if desk.control.next_review:
        day = desk.day(desk.control.next_review)
        yield Paragraph(desk.phrase("common.next_review", day=day))


def _approval(desk: Desk) -> Iterator[Block]:
    yield desk.signatures()


_SECTIONS: Mapping[str, Writer] = {
    "D1-02": _introduction,
    "D1-03": _purpose,
    "D1-04": _scope,
    "D1-05": _commitments,
    "D1-06": _objectives,
    "D1-07": _responsibilities,
    "D1-08": _communication,
    "D1-09": _review,
    "D1-10": _approval,
}
