"""The promises and how they are referred to."""

from __future__ import annotations

from collections.abc import Sequence

from models.documents.builders.desk import Desk
from models.domain.ids import RecordId
from models.domain.ledger import Ledger
from models.domain.records.charter import Promise
from models.domain.sequence import in_order


def promises(ledger: Ledger) -> Sequence[Promise]:
    """Return the promises that have a text, in their order."""
    return in_order(one for one in ledger.all(Promise) if one.text)


def number_of(desk: Desk, promise_id: RecordId | None) -> str:
    """Return the number under which the charter prints a promise, "" for one that it does not print."""
    places = {one.id: place for place, one in enumerate(promises(desk.ledger), 1)}
    return desk.number_of(places.get(promise_id)) if promise_id else ""


def named(desk: Desk, promise_id: RecordId | None) -> str:
    """Return number and text of a promise, "" for none."""
    promise = desk.ledger.find(Promise, promise_id)
    if promise is None:
        return ""
    number, text = number_of(desk, promise_id), desk.name(promise)
    return f"{number}. {text}" if number else text
