"""Who holds the roles of the charter: which are still open, and whether the auditor is independent."""

from __future__ import annotations

from models.domain.ids import RecordId
from models.domain.ledger import Ledger
from models.domain.records.commitment import Role, RoleName

NEEDED = (
    RoleName.TOP_MANAGER,
    RoleName.CHARTER_OWNER,
    RoleName.COMPLAINT_OFFICER,
    RoleName.INTERNAL_AUDITOR,
)


def unlisted(ledger: Ledger) -> tuple[RoleName, ...]:
    """Return the needed roles that do not stand among the roles at all, in their order."""
    listed = {role.role for role in ledger.all(Role)}
    return tuple(name for name in NEEDED if name not in listed)


def is_open(role: Role) -> bool:
    """Whether nobody holds a role."""
    return role.person is None


def charter_people(ledger: Ledger) -> frozenset[RecordId]:
    """Return who answers for the charter: its owner and the deputy. Nobody of them can audit it."""
    owners = [role for role in ledger.all(Role) if role.role == RoleName.CHARTER_OWNER]
    return frozenset(one for role in owners for one in (role.person, role.deputy) if one is not None)


def is_audited_by_oneself(role: Role, ledger: Ledger) -> bool:
    """Whether the role is that of an auditor who answers for what is audited."""
    return role.role == RoleName.INTERNAL_AUDITOR and role.person in charter_people(ledger)
