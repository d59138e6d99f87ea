"""Changing one field of a record, and starting a new record."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Sequence
from datetime import date
from typing import Any, TypeVar

from models.domain.completion import completed
from models.domain.consistency.days import refused_ahead
from models.domain.consistency.rules import refused_together
from models.domain.errors import AppError
from models.domain.fields import Kind, Record, field_of, fields_of
from models.domain.ledger import Ledger
from models.domain.register import Register
from models.domain.sentences import Sentence
from models.domain.validation import Problem, problems, refusal_of
from models.localisation.languages import language_rows
from models.services.company import OpenCompany

R = TypeVar("R", bound=Record)

_LAST_NUMBER = re.compile(r"^(.*?)([0-9]+)$", re.DOTALL)
# Fields that count records, by which a new one follows the last.
_COUNTING = frozenset({"no", "order"})


class ValueRefused(AppError):
    """A value that cannot be kept; words itself by the sentence of its problem."""

    def __init__(self, problem: Sentence) -> None:
        super().__init__()
        self.wanted = problem


def problems_of(record: Record, ledger: Ledger) -> dict[str, Problem]:
    """Return what is to be mended in a record, by field name, at most one a field."""
    return problems(record, ledger, language_rows(), date.today())


def save_field(company: OpenCompany, record: Record, name: str, value: Any) -> Record:
    """Save one field of a record, and what follows from it, and return the record as it is then.

    Args:
        company: whose newer state of the other fields is kept, where the record was saved before.
        record: new or known.
        name: of the field.
        value: of the type that the field's kind holds.

    Raises:
        ValueRefused: the value cannot be kept; nothing was changed.
        AppError: the company file cannot be written; nothing was changed.
    """
    known, changed = changed_field(company, record, name, value, date.today())
    changed = completed(known, changed, company)
    refused = refused_together(known, changed)
    if refused is not None:
        raise ValueRefused(refused)
    company.save(changed)
    return changed


def changed_field(company: OpenCompany, record: R, name: str, value: Any, today: date) -> tuple[R, R]:
    """Return a record as it is now, and as it would be with another value of one field; nothing is saved.

    Raises:
        ValueRefused: the value by itself cannot be kept.
    """
    refused = refusal_of(field_of(type(record), name), value)
    refused = refused or refused_ahead(type(record), name, value, today)
    if refused is not None:
        raise ValueRefused(refused)
    known = company.find(type(record), record.id) or record
    return known, dataclasses.replace(known, **{name: value})


def new_record(register: Register, ledger: Ledger) -> Record:
    """Return an unsaved record of a register; its number, where it has one, follows the last one given."""
    return new_records(register, ledger, 1)[0]


def new_records(register: Register, ledger: Ledger, count: int) -> list[Record]:
    """Return unsaved records of a register; their numbers, where they have one, follow the last one given."""
    counting = [spec for spec in fields_of(register.record) if spec.name in _COUNTING]
    given = {spec.name: [getattr(one, spec.name) for one in ledger.all(register.record)] for spec in counting}
    records: list[Record] = []
    for _each in range(count):
        values = {spec.name: _following(spec.kind, given[spec.name]) for spec in counting}
        known: dict[str, Any] = {name: value for name, value in values.items() if value}
        for name, value in known.items():
            given[name].append(value)
        records.append(dataclasses.replace(register.empty_record(), **known))
    return records


def _following(kind: Kind, given: Sequence[Any]) -> str | int | None:
    """Return what comes after the highest number given; None where that cannot be told."""
    if kind is Kind.INTEGER:
        return max((number for number in given if number is not None), default=0) + 1
    counted = [found for text in given if (found := _LAST_NUMBER.match(text))]
    if not counted:
        return None
    last = max(counted, key=lambda found: int(found[2]))
    return f"{last[1]}{int(last[2]) + 1:0{len(last[2])}}"
