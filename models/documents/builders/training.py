"""The parts of training records: for D3 as a whole, and for R-05 and R-06 as forms of their own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from models.content.documents import record_form
from models.content.training import syllabus
from models.documents.blocks import (
    Block,
    CellKind,
    Column,
    ControlBlock,
    Entry,
    Heading,
    PageBreak,
    SignatureBox,
    Signatures,
    Table,
)
from models.documents.builders.desk import Desk
from models.documents.builders.sections import closing, form_opening, opening
from models.documents.builders.values import NOTHING, labelled
from models.domain import training as rules
from models.domain.ids import RecordId
from models.domain.records.control import Person
from models.domain.records.training import NEEDS, Attendance, SkillNeed, TrainingSession

_SKILLS_ACROSS = 6
_PEOPLE_TO_FILL = 12
_GUESTS_TO_FILL = 3
_SYLLABUS_WIDTHS = (0.4, 1.2, 3.4)


def build_plan(desk: Desk) -> tuple[Block, ...]:
    """Return R-05: the matrix of needs and the plan of sessions."""
    parts = (("training.matrix", matrix(desk)), ("training.plan", plan(desk)))
    blocks = list(opening(desk))
    for heading, part in parts:
        blocks += [Heading(desk.phrase(heading), 2), *desk.filled(part)]
    return (*blocks, *closing(desk))


def build_attendance(desk: Desk) -> tuple[Block, ...]:
    """Return R-06: a sheet for each session, or an empty one to be filled in by hand."""
    blocks = list(opening(desk))
    planned = sessions(desk)
    for place, session in enumerate(planned):
        blocks += [PageBreak()] if place else []
        blocks += sheet(desk, session)
    if not planned:
        blocks += [desk.missing(TrainingSession), *sheet(desk, TrainingSession())]
    return tuple(blocks)


def build_blank_attendance(desk: Desk) -> tuple[Block, ...]:
    """Return a sheet to sign for each session that is still to be held, or else one for any session."""
    blocks: list[Block] = []
    ahead = [session for session in sessions(desk) if not session.is_held] or [TrainingSession()]
    for place, session in enumerate(ahead):
        blocks += [PageBreak()] if place else []
        blocks += [*form_opening(desk, desk.title), _block_to_sign(desk, session), _to_sign(desk, session)]
    return tuple(blocks)


def _block_to_sign(desk: Desk, session: TrainingSession) -> ControlBlock:
    titles = record_form("R-06").columns
    block = session_block(desk, session)
    return replace(block, entries=(*block.entries, Entry(labelled(desk.say(titles[3]), desk.say(titles[6])))))


def _to_sign(desk: Desk, session: TrainingSession) -> Table:
    """Return the names of those who are to come, or else of all staff, with room to sign and for others."""
    entered = [desk.ledger.find(Person, one.person) for one in attendances(desk, session.id)]
    people = [person for person in entered if person] or staff(desk)
    rows = tuple((desk.say(person.name), desk.say(person.job), "", "") for person in people)
    more = max(_PEOPLE_TO_FILL - len(rows), _GUESTS_TO_FILL)
    return Table(_people_columns(desk), rows, blank_rows=more, by_hand=True)


def sessions(desk: Desk) -> Sequence[TrainingSession]:
    """Return the sessions in the order of their days."""
    return sorted(desk.ledger.all(TrainingSession), key=lambda one: one.held_on or date.max)


def matrix(desk: Desk) -> Iterator[Block]:
    """Yield the matrix of jobs and skills, in several tables where there are many skills."""
    needs = rules.matrix(desk.ledger.all(SkillNeed))
    if not needs.jobs or not needs.skills:
        yield desk.missing(SkillNeed)
        return
    role = desk.say(record_form("R-05").columns[0])
    for start in range(0, len(needs.skills), _SKILLS_ACROSS):
        shown = needs.skills[start : start + _SKILLS_ACROSS]
        columns = (Column(role, 1.4), *(Column(skill, 1.0) for skill in shown))
        rows = tuple((job, *(_state(desk, needs.state(job, skill)) for skill in shown)) for job in needs.jobs)
        yield Table(columns, rows)


def _state(desk: Desk, state: str) -> str:
    return desk.phrase(f"training.{state}") if state in NEEDS else ""


def plan(desk: Desk) -> Iterator[Block]:
    """Yield the sessions with day, length, trainer, number of people and status."""
    titles = [desk.say(title) for title in record_form("R-05").columns[3:]]
    kinds = (CellKind.TEXT, CellKind.DATE, CellKind.NUMBER, CellKind.TEXT, CellKind.NUMBER, CellKind.TEXT)
    widths = (2.6, 1, 1, 1.4, 1, 1)
    columns = tuple(map(Column, titles, widths, kinds))
    rows = tuple(_plan_row(desk, session) for session in sessions(desk))
    if not rows:
        yield desk.missing(TrainingSession)
    else:
        yield Table(columns, rows)


def _plan_row(desk: Desk, session: TrainingSession) -> tuple[str, ...]:
    people = [one for one in attendances(desk, session.id) if one.attended or not session.is_held]
    status = rules.session_status(session, desk.today)
    return (
        session.topic,
        desk.date_of(session.held_on),
        desk.number_of(session.minutes),
        desk.person(session.trainer),
        desk.number_of(len(people)) if people else NOTHING,
        desk.phrase(f"training.{status}"),
    )


def modules(desk: Desk) -> Iterator[Block]:
    """Yield the syllabus with the length of each module."""
    names = ("training.module", "training.module_name", "training.module_content")
    columns = (
        *(Column(desk.phrase(name), width) for name, width in zip(names, _SYLLABUS_WIDTHS, strict=True)),
        Column(desk.say(record_form("R-05").columns[5]), kind=CellKind.NUMBER),
    )
    rows = tuple(
        (desk.language.island(one.id), desk.say(one.name), desk.say(one.content), desk.number_of(one.minutes))
        for one in syllabus().modules
    )
    yield Table(columns, rows)


def attendances(desk: Desk, session: RecordId) -> Sequence[Attendance]:
    """Return who is entered for a session, in the order of their names."""
    own = (one for one in desk.ledger.all(Attendance) if one.session == session)
    return sorted(own, key=lambda one: desk.language.sort_key(desk.person(one.person)))


def sheet(desk: Desk, session: TrainingSession) -> Iterator[Block]:
    """Yield one attendance sheet; of a session that nobody is entered for, with the names of all staff."""
    yield session_block(desk, session)
    yield _people_table(desk, session, desk.say(record_form("R-06").columns[3]))


def session_block(desk: Desk, session: TrainingSession) -> ControlBlock:
    """Return what a session is about, when and where it is, who teaches; what is not known stays empty."""
    topic, day, minutes, trainer, *_ = (desk.say(title) for title in record_form("R-06").columns)
    return ControlBlock(
        (
            Entry(topic, session.topic),
            Entry(day, desk.day(session.held_on)),
            Entry(minutes, desk.number_of(session.minutes)),
            Entry(trainer, desk.person(session.trainer)),
            Entry(desk.label(TrainingSession, "place"), session.place),
        )
    )


def _people_columns(desk: Desk) -> tuple[Column, ...]:
    name, role, signature = (desk.say(title) for title in record_form("R-06").columns[4:])
    return (
        Column(name, 2),
        Column(role, 2),
        Column(desk.phrase("training.present"), 1),
        Column(signature, 2),
    )


def _people_table(desk: Desk, session: TrainingSession, trainer: str) -> Table:
    columns = _people_columns(desk)
    entered = attendances(desk, session.id)
    rows = tuple(_attendance_row(desk, one) for one in entered) or tuple(
        (desk.say(person.name), desk.say(person.job), "", "") for person in staff(desk)
    )
    if not rows:
        return Table(columns, rows, blank_rows=_PEOPLE_TO_FILL)
    signing = (labelled(trainer, desk.person(session.trainer)), desk.job(session.trainer), "", "")
    return Table(columns, (*rows, signing), to_sign=not session.is_held)


def _attendance_row(desk: Desk, one: Attendance) -> tuple[str, ...]:
    present = desk.phrase("training.yes" if one.attended else "training.absent")
    signed = desk.phrase("training.signed") if one.signed else "" if one.attended else NOTHING
    return desk.person(one.person), desk.job(one.person), present, signed


def staff(desk: Desk) -> Sequence[Person]:
    """Return everybody who is here, in the order of their names."""
    return sorted(rules.staff(desk.facts), key=lambda person: desk.language.sort_key(desk.say(person.name)))


def signed_by(desk: Desk, *boxes: SignatureBox) -> Signatures:
    """Return boxes to sign in, labelled as in every document."""
    labels = desk.rules.label
    return Signatures(
        boxes, desk.language.gettext("Name"), desk.say(labels("date")), desk.say(labels("signature"))
    )
