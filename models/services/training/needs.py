"""The training matrix: states of cells, skills and jobs added, renamed and removed, sessions from needs."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping, Sequence

from models.domain.errors import AppError
from models.domain.fields import Record, field_of
from models.domain.ids import RecordId
from models.domain.ledger import Ledger
from models.domain.marking import N_
from models.domain.records.commitment import Role, RoleName
from models.domain.records.control import Person
from models.domain.records.training import Attendance, SkillNeed, TrainingSession
from models.domain.text import LocalText
from models.domain.training import NEED, Matrix, matrix
from models.domain.validation import refusal_of
from models.localisation.text import normalise, search_key
from models.services.company import OpenCompany
from models.services.editing import ValueRefused

JOB, SKILL = "job", "skill"
"""The two axes of the matrix, named by their fields."""


class NameMissing(AppError):
    """A row or a column without a name."""

    message = N_("Write a name first.")


class NameTaken(AppError):
    """A second row or column of the same name."""

    message = N_("{name} is in the matrix already.")


def needs(ledger: Ledger) -> Matrix:
    """Return the matrix as it is now."""
    return matrix(ledger.all(SkillNeed))


def set_states(company: OpenCompany, wanted: Mapping[tuple[str, str], str]) -> None:
    """Save the states of cells, by job and skill, in one step to undo."""
    cells = needs(company).needs
    company.save_all(
        dataclasses.replace(cells.get(cell) or SkillNeed(job=cell[0], skill=cell[1]), state=state)
        for cell, state in wanted.items()
    )


def add(company: OpenCompany, axis: str, typed: str) -> str:
    """Save a new job or skill and return its name.

    Raises:
        NameMissing, NameTaken, ValueRefused: nothing was saved.
    """
    name = _checked(company, axis, typed)
    company.save(_named(SkillNeed(), axis, name))
    return name


def add_jobs(company: OpenCompany, names: Iterable[str]) -> None:
    """Save jobs that are not in the matrix yet, in one step to undo."""
    known = set(map(search_key, needs(company).jobs))
    company.save_all(SkillNeed(job=name) for name in names if search_key(name) not in known)


def rename(company: OpenCompany, axis: str, name: str, typed: str) -> str:
    """Save another name of a job or a skill, in all its cells, and return it.

    Raises:
        NameMissing, NameTaken, ValueRefused: nothing was saved.
    """
    new = _checked(company, axis, typed, but=name)
    company.save_all(_named(need, axis, new) for need in _of(company, axis, name))
    return new


def remove(company: OpenCompany, axis: str, name: str) -> None:
    """Move a job or a skill with its cells to the bin; what only these cells kept in the matrix stays."""
    doomed = _of(company, axis, name)
    gone = {need.id for need in doomed}
    other = SKILL if axis == JOB else JOB
    left = matrix(need for need in company.all(SkillNeed) if need.id not in gone)
    known = left.jobs if other == JOB else left.skills
    lost = dict.fromkeys(
        crossing for need in doomed if (crossing := getattr(need, other).strip()) and crossing not in known
    )
    company.save_all(_named(SkillNeed(), other, crossing) for crossing in lost)
    company.delete(doomed)


def _named(need: SkillNeed, axis: str, name: str) -> SkillNeed:
    return dataclasses.replace(need, job=name) if axis == JOB else dataclasses.replace(need, skill=name)


def _of(ledger: Ledger, axis: str, name: str) -> list[SkillNeed]:
    return [need for need in ledger.all(SkillNeed) if getattr(need, axis).strip() == name]


def _checked(ledger: Ledger, axis: str, typed: str, but: str = "") -> str:
    name = " ".join(normalise(typed).split())
    if not name:
        raise NameMissing
    refused = refusal_of(field_of(SkillNeed, axis), name)
    if refused is not None:
        raise ValueRefused(refused)
    present = needs(ledger)
    names = present.jobs if axis == JOB else present.skills
    if any(search_key(known) == search_key(name) for known in names if known != but):
        raise NameTaken(name=name)
    return name


def people_in(job: str, people: Sequence[Person]) -> tuple[Person, ...]:
    """Return who has a job, by its name in any language."""
    key = search_key(job)
    return tuple(one for one in people if any(search_key(text) == key for _, text in one.job.items()))


def missing_jobs(ledger: Ledger, people: Sequence[Person], code: str) -> tuple[str, ...]:
    """Return the jobs of people that are not in the matrix, in the language of that code."""
    known = set(map(search_key, needs(ledger).jobs))
    missing: dict[LocalText, str] = {}
    for person in people:
        if person.job and not any(search_key(text) in known for _, text in person.job.items()):
            missing[person.job] = person.job.best(code)
    return tuple(dict.fromkeys(missing.values()))


def planned(ledger: Ledger, skill: str) -> TrainingSession | None:
    """Return a session about a skill that is still to be held, None while there is none."""
    key = search_key(skill)
    sessions = (one for one in ledger.all(TrainingSession) if not one.is_held)
    return next((one for one in sessions if search_key(one.topic) == key), None)


def plan_session(company: OpenCompany, skill: str, people: Sequence[Person]) -> TrainingSession:
    """Save a session about a skill with everybody whose job needs it, and return it, still without a day."""
    found = needs(company)
    jobs = [job for job in found.jobs if found.state(job, skill) == NEED]
    session = TrainingSession(topic=skill, trainer=_trainer(company))
    invited = {one.id: one for job in jobs for one in people_in(job, people)}
    records: list[Record] = [session]
    records += [Attendance(session=session.id, person=person) for person in invited]
    company.save_all(records)
    return session


def _trainer(ledger: Ledger) -> RecordId | None:
    """Return who trains: the trainer by appointment, or else the charter owner."""
    holders = {role.role: role.person for role in ledger.all(Role)}
    return holders.get(RoleName.TRAINER) or holders.get(RoleName.CHARTER_OWNER)
