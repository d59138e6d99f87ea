"""What an auditor would pick from the registers for each question of the model checklist."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from models.domain.fields import Record
from models.domain.ledger import Ledger
from models.domain.records.audit import Review
from models.domain.records.charter import CharterText, Promise
from models.domain.records.commitment import Objective, Policy, Scope
from models.domain.records.control import DocumentControl, Person
from models.domain.records.correction import Action
from models.domain.records.feedback import Analysis, Survey
from models.domain.records.operation import Breach, Complaint, Display, SupplierNotice
from models.domain.sampling import pick

R = TypeVar("R", bound=Record)


@dataclass(frozen=True)
class Sampler:
    """Picks records of one company on one day; salt: what they are picked for, so that two draws differ."""

    ledger: Ledger
    today: date
    salt: str = ""

    def some(self, record_type: type[R], count: int, is_wanted: Callable[[R], object] = bool) -> list[Record]:
        """Return up to so many records of a type, drawn by lot."""
        wanted = (one for one in self.ledger.all(record_type) if is_wanted(one))
        return list(pick(wanted, count, self.today, f"{record_type.__name__}{self.salt}"))

    def last(self, record_type: type[R], day: Callable[[R], date | None]) -> list[Record]:
        """Return the record of a type whose day is the latest, none where no day is given."""
        dated = [(found, one) for one in self.ledger.all(record_type) if (found := day(one))]
        return [max(dated, key=lambda pair: pair[0])[1]] if dated else []

    def sheet(self, record_type: type[R]) -> list[Record]:
        """Return the only record of a sheet."""
        return [self.ledger.sheet(record_type)]

    def is_here(self, person: Person) -> bool:
        """Return whether somebody works here now."""
        return person.left_on is None or person.left_on > self.today


def _complaints(sampler: Sampler) -> list[Record]:
    return sampler.some(Complaint, 5, lambda one: not one.cancelled_because)


def _displays(sampler: Sampler) -> list[Record]:
    return sampler.some(Display, 3, lambda one: one.installed_on and not one.removed_on)


def _worked(sampler: Sampler) -> list[Record]:
    return sampler.some(Action, 1, lambda one: one.result == "effective")


def _policy(sampler: Sampler) -> list[Record]:
    people = sampler.some(Person, 1, lambda one: one.meets_customers and sampler.is_here(one))
    return [*sampler.sheet(Policy), *people]


# By the id of the question; what is looked at on the spot only has nothing to pick.
_SAMPLES: Mapping[str, Callable[[Sampler], Iterable[Record]]] = {
    "A1": _policy,
    "A2": lambda sampler: sampler.sheet(Scope),
    "A3": lambda sampler: sampler.some(Promise, 2),
    "A4": lambda sampler: sampler.some(Promise, 1, lambda one: one.is_lawful),
    "A5": lambda sampler: sampler.some(Promise, 3),
    "A6": _displays,
    "A7": _complaints,
    "A8": lambda sampler: sampler.some(Breach, 2),
    "A9": lambda sampler: sampler.last(Person, lambda one: one.started_on if sampler.is_here(one) else None),
    "A10": lambda sampler: sampler.last(Survey, lambda one: one.start),
    "A11": lambda sampler: sampler.last(Analysis, lambda one: one.end),
    "A12": _worked,
    "A13": lambda sampler: sampler.sheet(CharterText),
    "A14": lambda sampler: sampler.some(SupplierNotice, 1),
    "A15": lambda sampler: sampler.some(Objective, 3),
    "A16": lambda sampler: sampler.last(Review, lambda one: one.held_on),
    "A17": lambda sampler: sampler.some(DocumentControl, 3),
    "A18": _displays,
}


def samples(question: str, ledger: Ledger, today: date, salt: str = "") -> tuple[Record, ...]:
    """Return what is looked at for a question of the checklist, the same all day long for one salt."""
    search = _SAMPLES.get(question)
    return tuple(search(Sampler(ledger, today, salt))) if search is not None else ()
