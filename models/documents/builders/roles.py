"""R-15: the table of roles, and a letter of appointment for each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from models.content.documents import record_form
from models.documents.blocks import (
    Block,
    Entry,
    PageBreak,
    Paragraph,
    SignatureBox,
    Spacer,
    Table,
    Title,
)
from models.documents.builders.desk import Desk
from models.documents.builders.registers import Fill, register_table
from models.documents.builders.sections import closing, facts, opening
from models.documents.builders.training import signed_by
from models.domain.ids import RecordId
from models.domain.records.commitment import ROLES, Role, RoleName


def build(desk: Desk) -> tuple[Block, ...]:
    """Return the table of roles and, each on a page of its own, the letters to those who hold them."""
    blocks: list[Block] = list(opening(desk))
    roles = _roles(desk)
    if not roles:
        blocks.append(desk.missing(Role))
    blocks += [_table(desk, roles), *closing(desk)]
    for role in roles:
        # The manager appoints the others and is appointed by nobody here.
        if role.person is not None and role.role != RoleName.TOP_MANAGER:
            blocks += [PageBreak(), *_letter(desk, role)]
    return tuple(blocks)


def _roles(desk: Desk) -> Sequence[Role]:
    order = list(ROLES)
    return sorted(desk.ledger.all(Role), key=lambda one: order.index(one.role) if one.role else len(order))


def title_of(desk: Desk, role: Role) -> str:
    """Return what a role is called: its own title, or else the name of the role."""
    return desk.say(role.title) or desk.value(role, "role")


def _table(desk: Desk, roles: Sequence[Role]) -> Table:
    fills = (
        Fill(title_of, 1.2),
        Fill("person", 1.2),
        Fill("deputy", 1.2),
        Fill("duties", 2.6),
        Fill("authority", 2),
    )
    titles = record_form("R-15").columns
    return register_table(desk, Role, fills, roles, titles=titles, by_hand=True)


def _letter(desk: Desk, role: Role) -> Iterator[Block]:
    name, title = desk.person(role.person), title_of(desk, role)
    quote = desk.language.isolate
    _, _, deputy, duties, authority = (desk.say(column) for column in record_form("R-15").columns)
    yield Title(desk.phrase("roles.letter"), desk.say(desk.organisation.name))
    yield from facts(
        (
            Entry(desk.label(Role, "letter_no"), role.letter_no, is_code=True),
            Entry(desk.say(desk.rules.label("date")), desk.day(role.appointed_on)),
        )
    )
    yield Spacer()
    yield Paragraph(desk.phrase("roles.dear", name=quote(name)))
    organisation = quote(desk.say(desk.organisation.name))
    yield Paragraph(desk.phrase("roles.appointed", role=quote(title), organization=organisation))
    yield from facts(
        (
            Entry(duties, desk.say(role.duties)),
            Entry(authority, desk.say(role.authority)),
            Entry(deputy, desk.person(role.deputy)),
        )
    )
    yield Paragraph(desk.phrase("roles.support"))
    manager = manager_of(desk)
    yield signed_by(
        desk,
        SignatureBox(
            desk.language.gettext(ROLES[RoleName.TOP_MANAGER]), desk.person(manager), desk.job(manager)
        ),
        SignatureBox(desk.phrase("roles.accepts"), name, desk.job(role.person)),
    )


def manager_of(desk: Desk) -> RecordId | None:
    """Return the person at the top, None where nobody is named."""
    return next((one.person for one in desk.ledger.all(Role) if one.role == RoleName.TOP_MANAGER), None)
