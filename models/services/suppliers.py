"""Suppliers who have a part in the promises."""

from __future__ import annotations

from models.domain.ledger import Ledger
from models.domain.records.operation import SupplierNotice
from models.domain.records.organisation import Party
from models.localisation.text import search_key

SUPPLIER = "suppliers"


def not_told(ledger: Ledger) -> list[Party]:
    """Return the suppliers among the interested parties to whom no notice is written, oldest first.

    A notice belongs to whoever is named in it, in whichever language.
    """
    told = {search_key(notice.supplier) for notice in ledger.all(SupplierNotice)}
    return [
        party
        for party in ledger.all(Party)
        if party.group == SUPPLIER
        and party.name
        and not any(search_key(name) in told for _code, name in party.name.items() if name)
    ]
