"""D1: the customer-focus policy."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from models.content.documents import document
from models.documents.blocks import Block, Bullets, Entry, Heading, KeyValues, Numbered, Paragraph, Title
from models.documents.builders.desk import Desk
from models.domain.fields import field_of
from models.domain.records.choices import CHANNELS
from models.domain.records.commitment import (
    ROLES,
    Exclusion,
    Objective,
    Policy,
    PolicyStatement,
    Role,
    RoleName,
    Scope,
)
from models.domain.records.control import DocumentControl
from models.domain.text import LocalText

_LISTED_ROLES = (RoleName.TOP_MANAGER, RoleName.CHARTER_OWNER, RoleName.COMPLAINT_OFFICER)


def build(desk: Desk) -> tuple[Block, ...]:
    """Return the policy's blocks, one section after another."""
    blocks: list[Block] = [desk.control_block(), Title(desk.title)]
    # The first section of the content is the control block itself.
    for number, section in enumerate(document("D1").sections[1:], 1):
        label = desk.language.digits(f"{number}.")
        blocks.append(Heading(desk.say(section.heading), 1, label))
        blocks.extend(_SECTIONS[section.id](desk))
    return tuple(blocks)


def _introduction(desk: Desk) -> Iterator[Block]:
    yield _text(desk, "introduction")


def _purpose(desk: Desk) -> Iterator[Block]:
    yield _text(desk, "purpose")


def _text(desk: Desk, field: str) -> Block:
    policy = desk.ledger.sheet(Policy)
    text: LocalText = getattr(policy, field)
    return Paragraph(desk.say(text)) if text else desk.missing(policy, field)


def _scope(desk: Desk) -> Iterator[Block]:
    scope = desk.ledger.sheet(Scope)
    for field, text in (
        ("products", scope.products),
        ("sites", scope.sites),
        ("customer_groups", scope.customer_groups),
    ):
        if not text:
            yield desk.missing(scope, field)
    entries = [
        Entry(_label(desk, field), desk.say(text))
        for field, text in (
            ("products", scope.products),
            ("sites", scope.sites),
            ("customer_groups", scope.customer_groups),
        )
        if text
    ]
    if scope.channels:
        channels = (desk.language.gettext(CHANNELS.get(channel, channel)) for channel in scope.channels)
        entries.append(Entry(_label(desk, "channels"), desk.language.join(channels)))
    if entries:
        yield KeyValues(tuple(entries))
    yield from _exclusions(desk, scope)


def _label(desk: Desk, field: str) -> str:
    return desk.language.gettext(field_of(Scope, field).label)


def _exclusions(desk: Desk, scope: Scope) -> Iterator[Block]:
    exclusions = desk.ledger.all(Exclusion)
    if exclusions:
        yield Paragraph(desk.language.gettext("Left out, with the reason:"))
        yield Bullets(tuple(_exclusion(desk, one) for one in exclusions))
    elif scope.nothing_excluded:
        yield Paragraph(desk.language.gettext("Nothing is left out."))
    else:
        yield desk.missing(Exclusion)


def _exclusion(desk: Desk, exclusion: Exclusion) -> str:
    isolate = desk.language.isolate
    return desk.language.gettext("{what}: {reason}").format(
        what=isolate(desk.say(exclusion.what)), reason=isolate(desk.say(exclusion.reason))
    )


def _commitments(desk: Desk) -> Iterator[Block]:
    statements = sorted(desk.ledger.all(PolicyStatement), key=lambda one: (one.order or 0, one.id))
    texts = [desk.say(statement.text) for statement in statements if statement.text]
    if not texts:
        yield desk.missing(PolicyStatement)
        return
    labels = (desk.language.digits(f"{number}.") for number in range(1, len(texts) + 1))
    yield Numbered(tuple(texts), tuple(labels))


def _objectives(desk: Desk) -> Iterator[Block]:
    policy = desk.ledger.sheet(Policy)
    own = desk.say(policy.objectives_framework)
    yield Paragraph(
        own or desk.language.gettext("Objectives are set, measured and reviewed every year by management.")
    )
    objectives = [desk.say(one.text) for one in desk.ledger.all(Objective) if one.text]
    if objectives:
        yield Bullets(tuple(objectives))
    else:
        yield desk.missing(Objective)


def _responsibilities(desk: Desk) -> Iterator[Block]:
    roles = [role for role in desk.ledger.all(Role) if role.person is not None]
    listed = [role for name in _LISTED_ROLES for role in roles if role.role == name]
    if not any(role.role == RoleName.CHARTER_OWNER for role in listed):
        yield desk.missing(Role)
    entries = [Entry(desk.language.gettext(ROLES[role.role]), desk.person(role.person)) for role in listed]
    everybody = desk.language.gettext("They know this policy, act on it and report what stands in its way.")
    entries.append(Entry(desk.language.gettext("All staff"), everybody))
    yield KeyValues(tuple(entries))


def _communication(desk: Desk) -> Iterator[Block]:
    yield _text(desk, "communication")
    policy = desk.ledger.sheet(Policy)
    if policy.announced_on:
        announced = desk.language.gettext("It was announced to all staff on {day}.")
        yield Paragraph(announced.format(day=desk.language.isolate(desk.day(policy.announced_on))))
    else:
        yield desk.missing(policy, "announced_on")


def _review(desk: Desk) -> Iterator[Block]:
    yield Paragraph(
        desk.language.gettext(
            "This policy is reviewed at least once a year, and whenever the business, the law or what "
            "customers expect changes."
        )
    )
    if desk.control.next_review:
        next_review = desk.language.gettext("The next review is due on {day}.")
        yield Paragraph(next_review.format(day=desk.language.isolate(desk.day(desk.control.next_review))))


def _approval(desk: Desk) -> Iterator[Block]:
    if not desk.control.is_approved:
        yield desk.missing(DocumentControl, "approved_by")
    yield desk.signatures()


_SECTIONS: dict[str, Callable[[Desk], Iterator[Block]]] = {
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
