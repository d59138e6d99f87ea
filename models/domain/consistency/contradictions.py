"""All rules that a record breaks, by itself and beside other records."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from models.domain.consistency.days import ORDERS, disorder, still_to_come
from models.domain.consistency.others import at_odds_with_others
from models.domain.consistency.repetitions import ONCE, repeated
from models.domain.consistency.rules import RULES
from models.domain.fields import Record
from models.domain.ledger import Ledger
from models.domain.sentences import Sentence

JUDGED: frozenset[type[Record]] = frozenset((*ORDERS, *ONCE, *RULES))
"""The types of records about which there is any rule here."""


def contradictions(
    record: Record, ledger: Ledger, today: date | None = None
) -> Iterator[tuple[str, Sentence]]:
    """Yield (field name, sentence) for each rule that the record breaks.

    today: by which a day is found to lie in the future; None where that does not matter.
    """
    yield from own_contradictions(record)
    yield from still_to_come(record, today)
    yield from repeated(record, ledger)
    yield from at_odds_with_others(record, ledger)


def own_contradictions(record: Record) -> Iterator[tuple[str, Sentence]]:
    """Yield (field name, sentence) for each rule that the record breaks by itself."""
    for rule in RULES.get(type(record), ()):
        if rule.is_broken(record):
            yield rule.field, Sentence(rule.message)
    yield from disorder(record)
