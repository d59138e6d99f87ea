"""The places where the charter is seen: which revision they carry, and replacing what is out of date."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from datetime import date

from models.domain.gates.step3 import CHARTER
from models.domain.ids import new_id
from models.domain.ledger import Ledger
from models.domain.numbering import revision_in_force
from models.domain.records.operation import Display
from models.services.company import OpenCompany


def charter_revision(ledger: Ledger) -> str:
    """Return the revision of the charter that is in force, "" before the first."""
    return revision_in_force(ledger, CHARTER)


def replace_displays(
    company: OpenCompany, displays: Iterable[Display], revision: str, today: date
) -> list[Display]:
    """Save displays as removed today, each with one of the new revision in its place, in one transaction.

    The new ones have no photo and no proof yet: those of the old ones prove nothing about them.

    Returns:
        the new displays, in the order of the old ones.

    Raises:
        AppError: nothing was changed.
    """
    old = list(displays)
    new = [
        dataclasses.replace(
            one, id=new_id(), revision=revision, installed_on=today, removed_on=None, photo=None, proof=""
        )
        for one in old
    ]
    company.save_all([*(dataclasses.replace(one, removed_on=today) for one in old), *new])
    return new
