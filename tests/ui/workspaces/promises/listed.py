"""The promises of a company as the builder lists them."""

from __future__ import annotations

from collections.abc import Sequence

from models.domain.records.charter import Promise
from models.domain.sequence import in_order
from models.services.company import OpenCompany


def promises(of: OpenCompany) -> Sequence[Promise]:
    """Return the promises of a company in the order of the charter."""
    return in_order(of.all(Promise))
