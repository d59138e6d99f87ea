"""D3: the training records, from needs and plan to results and effectiveness."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from datetime import date

from models.content.training import syllabus
from models.documents.blocks import (
    Block,
    CellKind,
    Column,
    Entry,
    Heading,
    KeyValues,
    Paragraph,
    SignatureBox,
    Table,
)
from models.documents.builders import training
from models.documents.builders.desk import Desk
from models.documents.builders.registers import Fill, register_table
from models.documents.builders.sections import (
    Writer,
    closing,
    facts,
    references,
    report_opening,
    sections_of,
)
from models.documents.builders.values import NOTHING, share_of
from models.domain import training as rules
from models.domain.records.control import Person
from models.domain.records.correction import Retention
from models.domain.records.training import (
    TEST_QUESTIONS,
    Attendance,
    Authority,
    EffectCheck,
    Induction,
    TestResult,
    TrainingRule,
    TrainingSession,
)

_FORMS = ("D3", "R-05", "R-06")


def build(desk: Desk) -> tuple[Block, ...]:
    """Return the training records, one section after another."""
    return (*report_opening(desk), *sections_of(desk, _SECTIONS), *closing(desk))


def _purpose(desk: Desk) -> Iterator[Block]:
    yield Paragraph(desk.phrase("training.purpose"))
    people = training.staff(desk)
    if not people:
        yield desk.missing(Person)
    facing = [person for person in people if person.meets_customers]
    figures = (
        Entry(desk.phrase("training.staff"), desk.number_of(len(people)) if people else ""),
        Entry(desk.phrase("training.facing"), desk.number_of(len(facing)) if people else ""),
        references(desk),
    )
    yield from facts(figures)


def _syllabus(desk: Desk) -> Iterator[Block]:
    yield from training.modules(desk)


def _attendance(desk: Desk) -> Iterator[Block]:
    planned = training.sessions(desk)
    if not planned:
        yield desk.missing(TrainingSession)
    for session in planned:
        if not training.attendances(desk, session.id) and session.is_held:
            yield desk.missing(Attendance)
        day = desk.date_of(session.held_on)
        yield Heading(f"{session.topic} · {day}" if day else session.topic, 3)
        yield from training.sheet(desk, session)


def _results(desk: Desk) -> Iterator[Block]:
    pass_mark = desk.ledger.sheet(TrainingRule).pass_mark
    if pass_mark is not None:
        number = desk.number_of
        yield Paragraph(
            desk.phrase("training.pass_mark", mark=number(pass_mark), questions=number(TEST_QUESTIONS))
        )
    results = sorted(desk.ledger.all(TestResult), key=lambda one: (one.taken_on or date.max, one.id))
    if not results:
        yield desk.missing(TestResult)
        return

    words = {rules.Standing.PASSED: "training.passed", rules.Standing.REPEAT: "training.repeat"}

    def verdict(at: Desk, result: TestResult) -> str:
        found = rules.standing(result.score, pass_mark)
        return at.phrase(words[found]) if found in words else ""

    fills = (
        Fill("person", 1.6),
        "taken_on",
        Fill("score", kind=CellKind.NUMBER),
        Fill(verdict, 1, title="training.verdict"),
        Fill("note", 2.4),
    )
    yield register_table(desk, TestResult, fills, results)


def _effectiveness(desk: Desk) -> Iterator[Block]:
    checks = sorted(desk.ledger.all(EffectCheck), key=lambda one: one.observed_on or date.max)
    if not checks:
        yield desk.missing(EffectCheck)
        return
    fills = (Fill("person", 1.3), "observed_on", Fill("observer", 1.2), Fill("result", 3), "effective")
    yield register_table(desk, EffectCheck, fills, checks)


def _induction(desk: Desk) -> Iterator[Block]:
    started = sorted(desk.ledger.all(Induction), key=lambda one: one.started_on or date.max)
    for induction in started:
        yield Heading(desk.person(induction.person) or NOTHING, 3)
        entries = ("started_on", "completed_on", "by", "note")
        yield from facts(Entry(desk.label(Induction, f), desk.value(induction, f)) for f in entries)
        yield _points(desk, rules.points_done(induction))
        yield training.signed_by(
            desk,
            SignatureBox(desk.phrase("training.newcomer"), desk.person(induction.person)),
            SignatureBox(desk.label(Induction, "by"), desk.person(induction.by)),
        )
    if not started:
        yield Paragraph(desk.phrase("training.induction_form"))
        yield _points(desk)


def _points(desk: Desk, done: Collection[str] = ()) -> Table:
    columns = (
        Column(desk.phrase("annexes.number"), kind=CellKind.NUMBER),
        Column(desk.phrase("training.point"), 4),
        Column(desk.phrase("training.done"), kind=CellKind.MARK),
    )
    rows = tuple(
        (desk.number_of(number), desk.say(point.text), "✓" if point.id in done else "☐")
        for number, point in enumerate(syllabus().induction, 1)
    )
    return Table(columns, rows)


def _authority(desk: Desk) -> Iterator[Block]:
    lines = desk.ledger.all(Authority)
    if not lines:
        yield desk.missing(Authority)
        return
    fills = (Fill("job", 1.4), Fill("remedy", 2.4), "amount", Fill("limit", 1.4), "approver")
    yield register_table(desk, Authority, fills, lines)
    rule = desk.ledger.sheet(TrainingRule)
    fields = ("authority_signed_by", "authority_signed_on")
    for field in fields:
        if not getattr(rule, field):
            yield desk.missing(rule, field)
    yield from facts(Entry(desk.label(TrainingRule, f), desk.value(rule, f)) for f in fields)


def _summary(desk: Desk) -> Iterator[Block]:
    found = rules.summary(desk.facts)
    if not found.trained.total:
        yield desk.missing(Person)
        return
    figures = (
        ("trained", _share(desk, found.trained)),
        ("facing_trained", _share(desk, found.facing_trained)),
        ("all_passed", _share(desk, found.passed)),
        ("facing_passed", _share(desk, found.facing_passed)),
        ("sessions", desk.number_of(found.sessions)),
        ("minutes", desk.number_of(found.minutes)),
        ("open_needs", desk.number_of(found.open_needs)),
    )
    yield KeyValues(tuple(Entry(desk.phrase(f"training.{name}"), value) for name, value in figures))


def _share(desk: Desk, part: rules.Part) -> str:
    return share_of(desk, part.count, part.total)


def _retention(desk: Desk) -> Iterator[Block]:
    rule = desk.ledger.sheet(TrainingRule)
    years = rule.retention_years
    if years is None:
        yield desk.missing(rule, "retention_years")
    else:
        name = "training.kept_one_year" if years == 1 else "training.kept"
        yield Paragraph(desk.phrase(name, years=desk.number_of(years)))
    kept = [one for one in desk.ledger.all(Retention) if one.form.strip() in _FORMS]
    if kept:
        yield register_table(desk, Retention, ("record", "place", "responsible", "access", "years"), kept)


_SECTIONS: Mapping[str, Writer] = {
    "D3-02": _purpose,
    "D3-03": training.matrix,
    "D3-04": training.plan,
    "D3-05": _syllabus,
    "D3-06": _attendance,
    "D3-07": _results,
    "D3-08": _effectiveness,
    "D3-09": _induction,
    "D3-10": _authority,
    "D3-11": _summary,
    "D3-12": _retention,
}
