"""The places where the charter is seen: which revision they carry, and replacing what is out of date."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from datetime import date

from models.domain.gates.step3 import CHARTER
from models.domain.ids import RecordId, new_id
from models.domain.ledger import Ledger
from models.domain.numbering import newest_issues
from models.domain.records.control import Evidence
from models.domain.records.operation import Display
from models.services.company import OpenCompany


def issued_revision(ledger: Ledger) -> str:
    """Return the revision of the charter that was issued last, "" before the first."""
    issued = newest_issues(ledger, CHARTER)
    return issued[0].revision if issued else ""


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


def set_photo(company: OpenCompany, display: RecordId, evidence: Evidence | None) -> None:
    """Save a picture that was taken in as the photo of a display, or take its photo away, in one transaction.

    Raises:
        AppError: nothing was changed.
    """
    known = company.find(Display, display)
    if known is None:
        return
    photo = evidence.id if evidence else None
    company.save_all([*([evidence] if evidence else []), dataclasses.replace(known, photo=photo)])


def photo_of(ledger: Ledger, display: Display) -> Evidence | None:
    """Return the photo of a display, None where it has none."""
    return ledger.find(Evidence, display.photo)
