"""What several rules look up in a company's records."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import Any, TypeVar, cast

from models.domain import appointments
from models.domain.fields import Record, field_of
from models.domain.guidance import Guidance
from models.domain.ids import RecordId
from models.domain.independence import Work, work_of_everybody
from models.domain.ledger import Ledger
from models.domain.names import name_of
from models.domain.records.commitment import Role, RoleName
from models.domain.records.control import DocumentControl, Evidence, Person, TaskState
from models.domain.records.organisation import GapAnswer, GapRound
from models.domain.scoring import answers_by_round, answers_with_files, rounds_in_order
from models.domain.sentences import Sentence
from models.domain.validation import first_blank

R = TypeVar("R", bound=Record)
T = TypeVar("T")


class Facts:
    """The records as they are now, read and indexed once, when they are first asked for.

    It sees no later change: make a new one for every question.
    """

    def __init__(self, ledger: Ledger, guidance: Guidance, today: date) -> None:
        self.ledger = ledger
        self.guidance = guidance
        self.today = today
        self._read: dict[type[Record], Sequence[Record]] = {}
        self._groups: dict[tuple[type[Record], str], dict[Hashable, list[Any]]] = {}
        self._told: dict[Callable[[Facts], object], object] = {}

    def once(self, search: Callable[[Facts], T]) -> T:
        """Return what a function finds in these facts; it is asked once, however many rules ask."""
        if search not in self._told:
            self._told[search] = search(self)
        return cast("T", self._told[search])

    def all(self, record_type: type[R]) -> Sequence[R]:
        """Return the records of a type, oldest first."""
        if record_type not in self._read:
            self._read[record_type] = self.ledger.all(record_type)
        return cast("Sequence[R]", self._read[record_type])

    def sheet(self, record_type: type[R]) -> R:
        """Return the only record of a sheet."""
        return self.ledger.sheet(record_type)

    def find(self, record_type: type[R], record_id: RecordId | None) -> R | None:
        """Return one record, None where there is none."""
        return self.ledger.find(record_type, record_id)

    def of(self, record_type: type[R], field: str, value: Hashable) -> Sequence[R]:
        """Return the records of a type whose field has that value, oldest first."""
        groups = self._groups.get((record_type, field))
        if groups is None:
            groups = self._groups[record_type, field] = {}
            for record in self.all(record_type):
                groups.setdefault(getattr(record, field), []).append(record)
        return groups.get(value, ())

    def name(self, record: Record) -> object:
        """Return what a record is called, as the field of a sentence."""
        return name_of(record, self.ledger)

    def person(self, person: RecordId | None) -> Person | None:
        """Return a person; None where nobody is named, or somebody whose record was deleted."""
        return self.ledger.find(Person, person)

    def who(self, person: RecordId | None) -> object:
        """Return somebody's name as the field of a sentence, "" for nobody."""
        known = self.person(person)
        return self.name(known) if known else ""

    def blank(self, record: Record, *names: str) -> str:
        """Return the first of these fields in which nothing stands, "" when all are filled in.

        A "no" is nothing here, and a person whose record was deleted is nobody.
        """
        return first_blank(record, names, self.ledger)

    def has_file(self, subject: str, subject_id: str) -> bool:
        """Return whether a piece of evidence is attached to a record."""
        return (subject, subject_id) in self._subjects

    def has_come(self, day: date | None) -> bool:
        """Return whether a day is given and not still to come."""
        return day is not None and day <= self.today

    def is_here(self, person: Person) -> bool:
        """Return whether somebody has started and not left."""
        started = person.started_on is None or self.has_come(person.started_on)
        return started and not self.has_come(person.left_on)

    def holders(self, role: RoleName) -> tuple[Role, ...]:
        """Return the appointments to a role whose holder is here."""
        return tuple(
            appointment
            for appointment in self.of(Role, "role", role)
            if (person := self.person(appointment.person)) and self.is_here(person)
        )

    @cached_property
    def charter_people(self) -> frozenset[RecordId]:
        """The charter owner and the deputy: nobody of them can audit the charter."""
        return appointments.charter_people(self.ledger)

    @cached_property
    def work(self) -> Work:
        """What each person answers for: nobody audits their own."""
        return work_of_everybody(self.ledger)

    @cached_property
    def rounds(self) -> tuple[GapRound, ...]:
        """The gap rounds in their order."""
        return rounds_in_order(self.ledger)

    @cached_property
    def answers(self) -> Mapping[RecordId, Mapping[str, GapAnswer]]:
        """The gap answers by round and question."""
        return answers_by_round(self.ledger)

    @cached_property
    def latest_round(self) -> GapRound | None:
        """The newest round with answers, None before there is any."""
        return next((one for one in reversed(self.rounds) if one.id in self.answers), None)

    @cached_property
    def answers_with_files(self) -> frozenset[str]:
        """The ids of the gap answers that have a file as evidence."""
        return answers_with_files(self.ledger)

    @cached_property
    def controls(self) -> Mapping[str, DocumentControl]:
        """The control data by document."""
        return {control.document: control for control in self.all(DocumentControl)}

    @cached_property
    def task_states(self) -> Mapping[str, TaskState]:
        """What was entered about each task."""
        return {state.task: state for state in self.all(TaskState)}

    @cached_property
    def _subjects(self) -> frozenset[tuple[str, str]]:
        return frozenset((file.subject, file.subject_id) for file in self.all(Evidence))


def label(record: Record | type[Record], field: str) -> Sentence:
    """Return how a field is called on the screen."""
    record_type = record if isinstance(record, type) else type(record)
    return Sentence(field_of(record_type, field).label)
