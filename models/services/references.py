"""Where a person is named: the records and fields that pick them from the people register."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from models.domain.fields import FieldSpec, Kind, Record
from models.domain.ids import RecordId
from models.domain.ledger import Ledger
from models.domain.records.control import Person
from models.domain.register import Register
from models.domain.registers import REGISTERS, register_of


@dataclass(frozen=True)
class Mention:
    """One field of one record in which a person stands."""

    register: Register
    record: Record
    spec: FieldSpec


def mentions(person: RecordId, ledger: Ledger) -> Iterator[Mention]:
    """Yield every mention of a person, register by register, oldest first."""
    for register, specs in _naming_people():
        for record in ledger.all(register.record):
            for spec in specs:
                value = getattr(record, spec.name)
                if value == person or (spec.kind is Kind.PEOPLE and person in value):
                    yield Mention(register, record, spec)


@cache
def _naming_people() -> tuple[tuple[Register, tuple[FieldSpec, ...]], ...]:
    target = register_of(Person).code
    found = (
        (register, tuple(spec for spec in register.fields if spec.target == target)) for register in REGISTERS
    )
    return tuple((register, specs) for register, specs in found if specs)
