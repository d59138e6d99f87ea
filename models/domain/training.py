"""What the training records of step 4 say: the matrix, who was trained, who passed, whom to watch at work."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction
from typing import TYPE_CHECKING

from models.domain.days import months_later
from models.domain.ids import RecordId
from models.domain.records.control import Person
from models.domain.records.training import (
    INDUCTION_POINTS,
    Attendance,
    EffectCheck,
    Induction,
    SkillNeed,
    TestResult,
    TrainingRule,
    TrainingSession,
)
from models.domain.statistics import share

if TYPE_CHECKING:
    # The gates read these rules too.
    from models.domain.gates.facts import Facts

NEED = "need"
MONTHS_UNTIL_WATCHED = 1


@dataclass(frozen=True)
class Matrix:
    """Jobs against skills in the order in which they were entered; a cell without a record is missing.

    A need that names only a job, or only a skill, keeps the row or the column and has no cell.
    """

    jobs: tuple[str, ...]
    skills: tuple[str, ...]
    needs: Mapping[tuple[str, str], SkillNeed]

    def state(self, job: str, skill: str) -> str:
        """Return "have", "need" or "na"; "" where nothing was entered."""
        need = self.needs.get((job, skill))
        return need.state if need is not None else ""

    def open_for_job(self, job: str) -> int:
        """Return how many skills a job still needs."""
        return sum(self.state(job, skill) == NEED for skill in self.skills)

    def open_for_skill(self, skill: str) -> int:
        """Return how many jobs still need a skill."""
        return sum(self.state(job, skill) == NEED for job in self.jobs)

    @property
    def open(self) -> tuple[SkillNeed, ...]:
        """The cells that say "needs it", row by row."""
        cells = (self.needs.get((job, skill)) for job in self.jobs for skill in self.skills)
        return tuple(cell for cell in cells if cell is not None and cell.state == NEED)


def matrix(needs: Iterable[SkillNeed]) -> Matrix:
    """Return the matrix of needs; where two records name one cell, the later one counts."""
    jobs: dict[str, None] = {}
    skills: dict[str, None] = {}
    cells: dict[tuple[str, str], SkillNeed] = {}
    for need in needs:
        job, skill = need.job.strip(), need.skill.strip()
        if job:
            jobs[job] = None
        if skill:
            skills[skill] = None
        if job and skill:
            cells[job, skill] = need
    return Matrix(tuple(jobs), tuple(skills), cells)


def staff(facts: Facts) -> tuple[Person, ...]:
    """Return everybody who is here, in the order of entry."""
    return tuple(person for person in facts.all(Person) if facts.is_here(person))


def facing_customers(facts: Facts) -> tuple[Person, ...]:
    """Return who meets customers and is here, in the order of entry."""
    return tuple(person for person in staff(facts) if person.meets_customers)


def held_days(facts: Facts) -> Mapping[RecordId, date]:
    """Return the day of each session that was held; one without a day, or still to come, is left out."""
    return {
        session.id: session.held_on
        for session in facts.all(TrainingSession)
        if session.is_held and session.held_on and facts.has_come(session.held_on)
    }


def first_training(facts: Facts) -> Mapping[RecordId, date]:
    """Return the day each person first took part in a session that was held."""
    first: dict[RecordId, date] = {}
    for person, day in _trainings(facts):
        first[person] = min(day, first.get(person, date.max))
    return first


def last_training(facts: Facts) -> Mapping[RecordId, date]:
    """Return the day each person last took part in a session that was held."""
    last: dict[RecordId, date] = {}
    for person, day in _trainings(facts):
        last[person] = max(day, last.get(person, date.min))
    return last


def _trainings(facts: Facts) -> Iterator[tuple[RecordId, date]]:
    held = held_days(facts)
    for one in facts.all(Attendance):
        if one.attended and one.person and one.session and one.session in held:
            yield one.person, held[one.session]


def best_scores(facts: Facts) -> Mapping[RecordId, int]:
    """Return the most right answers of each person who took the test."""
    best: dict[RecordId, int] = {}
    for result in facts.all(TestResult):
        if result.person is not None and result.score is not None:
            best[result.person] = max(best.get(result.person, 0), result.score)
    return best


class Standing(StrEnum):
    """Where somebody stands with the test."""

    UNTESTED = "untested"
    REPEAT = "repeat"
    PASSED = "passed"


def standing(best: int | None, pass_mark: int | None) -> Standing | None:
    """Return where somebody stands by the best result; None while no pass mark is set."""
    if best is None:
        return Standing.UNTESTED
    if pass_mark is None:
        return None
    return Standing.PASSED if best >= pass_mark else Standing.REPEAT


def passed(facts: Facts) -> frozenset[RecordId]:
    """Return who reached the pass mark at least once; nobody while none is set."""
    mark = facts.sheet(TrainingRule).pass_mark
    return frozenset(
        person for person, best in best_scores(facts).items() if standing(best, mark) is Standing.PASSED
    )


class SessionStatus(StrEnum):
    """Where a session stands."""

    PLANNED = "planned"
    LATE = "late"
    HELD = "held"


def session_status(session: TrainingSession, today: date) -> SessionStatus:
    """Return whether a session was held, is planned, or should have been held by now."""
    if session.is_held:
        return SessionStatus.HELD
    is_over = session.held_on is not None and session.held_on < today
    return SessionStatus.LATE if is_over else SessionStatus.PLANNED


def points_done(induction: Induction) -> frozenset[str]:
    """Return the points that are done; all of them where only the day of completion was entered."""
    if induction.completed_on is not None and not induction.points:
        return frozenset(INDUCTION_POINTS)
    return frozenset(induction.points)


@dataclass(frozen=True)
class Watch:
    """Somebody who was trained, and the look at their work that shows whether it helped.

    due: a month after the last training. check: the newest look since then, None while nobody looked.
    """

    person: Person
    trained_on: date
    due: date
    check: EffectCheck | None = None

    def is_over(self, today: date) -> bool:
        """Return whether the day has passed and nobody looked."""
        return self.check is None and self.due < today


def watches(facts: Facts) -> tuple[Watch, ...]:
    """Return everybody here who was trained, the earliest due first."""
    newest: dict[RecordId, EffectCheck] = {}
    for check in facts.all(EffectCheck):
        if check.person is not None and check.observed_on is not None:
            known = newest.get(check.person)
            if known is None or (known.observed_on or date.min) <= check.observed_on:
                newest[check.person] = check
    last = last_training(facts)
    found = (_watch(one, last[one.id], newest.get(one.id)) for one in staff(facts) if one.id in last)
    return tuple(sorted(found, key=lambda one: (one.due, one.person.id)))


def _watch(person: Person, trained_on: date, newest: EffectCheck | None) -> Watch:
    is_since = newest is not None and newest.observed_on is not None and newest.observed_on >= trained_on
    due = months_later(trained_on, MONTHS_UNTIL_WATCHED)
    return Watch(person, trained_on, due, newest if is_since else None)


@dataclass(frozen=True)
class Part:
    """So many of all."""

    count: int
    total: int

    @property
    def share(self) -> Fraction | None:
        """0 to 1; None where there is nobody."""
        return share(self.count, self.total)


@dataclass(frozen=True)
class Summary:
    """The figures of the training: of all staff, and of those who meet customers."""

    trained: Part
    facing_trained: Part
    passed: Part
    facing_passed: Part
    sessions: int
    minutes: int
    open_needs: int


def summary(facts: Facts) -> Summary:
    """Return the figures of the training records as they are now."""
    people, facing = staff(facts), facing_customers(facts)
    trained, able = first_training(facts).keys(), passed(facts)
    held = [session for session in facts.all(TrainingSession) if session.is_held]
    return Summary(
        trained=_part(people, trained),
        facing_trained=_part(facing, trained),
        passed=_part(people, able),
        facing_passed=_part(facing, able),
        sessions=len(held),
        minutes=sum(session.minutes or 0 for session in held),
        open_needs=len(matrix(facts.all(SkillNeed)).open),
    )


def _part(people: Sequence[Person], known: Collection[RecordId]) -> Part:
    return Part(sum(person.id in known for person in people), len(people))
