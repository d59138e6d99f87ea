"""D6: plans and objectives, from where the organisation stood to where it wants to be."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from models.content.gap import gap_model
from models.content.plan import plan
from models.content.steps import steps
from models.documents.blocks import (
    Block,
    CellKind,
    Column,
    Inline,
    KeepTogether,
    Note,
    Paragraph,
    Span,
    Table,
)
from models.documents.builders import gap
from models.documents.builders.desk import Desk
from models.documents.builders.indicators import dashboard
from models.documents.builders.registers import Fill, register_table
from models.documents.builders.risks import brief_risk_table, context_table
from models.documents.builders.sections import Writer, facts, history, references, report_opening, sections_of
from models.documents.builders.values import with_unit
from models.domain.objective_results import Outcome, outcomes
from models.domain.performance import performances
from models.domain.records.charter import Indicator, Resource, Risk
from models.domain.records.choices import Progress
from models.domain.records.commitment import BudgetItem, Objective, ObjectiveAction
from models.domain.records.control import StepClosing
from models.domain.records.correction import Action
from models.domain.records.operation import CharterChange
from models.domain.records.organisation import ContextFactor, GapAnswer
from models.domain.registers import register_of
from models.domain.totals import totals

_TOP_RISKS = 6
_WEEK = timedelta(days=7)
_MARK = "■"


def build(desk: Desk) -> tuple[Block, ...]:
    """Return the plan, one section after another; its last section is signed."""
    return (*report_opening(desk), *sections_of(desk, _SECTIONS), *history(desk))


def _background(desk: Desk) -> Iterator[Block]:
    yield Paragraph(desk.phrase("plan.purpose"))
    yield from facts([references(desk)])
    known = gap.rounds(desk)
    if not known:
        yield desk.missing(GapAnswer)
        return
    yield gap.area_table(desk, known)
    yield gap.area_chart(desk, known)
    model = gap_model()
    yield Note(desk.say(model.score_note), desk.say(model.score_label))


def _context(desk: Desk) -> Iterator[Block]:
    factors = replace(context_table(desk), caption=desk.phrase("annexes.context"))
    yield factors if factors.rows else desk.missing(ContextFactor)
    risks = sorted(desk.ledger.all(Risk), key=lambda risk: -(risk.level or 0))[:_TOP_RISKS]
    if risks:
        yield replace(brief_risk_table(desk, risks), caption=desk.phrase("annexes.risks"))
    else:
        yield desk.missing(Risk)


def _objectives(desk: Desk) -> Iterator[Block]:
    fills = (
        Fill("text", 1.8),
        Fill("indicator", 1.8),
        Fill(
            lambda at, one: with_unit(at, one.baseline, one.unit), kind=CellKind.NUMBER, title="plan.baseline"
        ),
        Fill(lambda at, one: with_unit(at, one.target, one.unit), kind=CellKind.NUMBER, title="plan.target"),
        "due",
        Fill("owner", 1.2, title="common.responsible"),
    )
    known = outcomes(desk.ledger)
    standing = [one.objective for one in known if one.follower is None]
    yield register_table(desk, Objective, fills, standing) if standing else desk.missing(Objective)
    before = [one for one in known if one.follower is not None]
    if before:
        yield _results(desk, before)


def _results(desk: Desk, before: Sequence[Outcome]) -> Table:
    """Return what became of the objectives that others follow now."""
    columns = (
        Column(desk.label(Objective, "text"), 2.4),
        Column(desk.phrase("plan.baseline"), kind=CellKind.NUMBER),
        Column(desk.phrase("plan.target"), kind=CellKind.NUMBER),
        Column(desk.phrase("plan.reached"), kind=CellKind.NUMBER),
        Column(desk.phrase("plan.result"), 1),
    )
    words = {True: desk.phrase("plan.met"), False: desk.phrase("plan.not_met"), None: ""}
    rows = tuple(
        (
            desk.say(one.objective.text),
            *(
                with_unit(desk, value, one.objective.unit)
                for value in (one.objective.baseline, one.objective.target, one.reached)
            ),
            words[one.is_met],
        )
        for one in before
    )
    return Table(columns, rows, desk.phrase("plan.earlier"))


def _programme(desk: Desk) -> Iterator[Block]:
    fills = (
        Fill("action", 2.2),
        Fill("objective", 1.5),
        Fill("owner", 1.2, title="common.responsible"),
        Fill("start", title="plan.start"),
        Fill("due", title="plan.end"),
        Fill("resources", 1.3),
        Fill("status", 1),
    )
    actions = _by_start(desk)
    yield register_table(desk, ObjectiveAction, fills, actions) if actions else desk.missing(ObjectiveAction)


def _by_start(desk: Desk) -> Sequence[ObjectiveAction]:
    return sorted(desk.ledger.all(ObjectiveAction), key=lambda one: one.start or one.due or date.max)


def _indicators(desk: Desk) -> Iterator[Block]:
    everything = performances(desk.ledger)
    yield dashboard(desk, everything) if everything else desk.missing(Indicator)


def _resources(desk: Desk) -> Iterator[Block]:
    needs = desk.ledger.all(Resource)
    fills = (
        Fill("promise", 2),
        Fill("need", 1.7),
        Fill("have", 1.5),
        Fill("missing", 1.2),
        Fill("action", 1.4),
    )
    yield register_table(desk, Resource, fills, needs) if needs else desk.missing(Resource)
    items = desk.ledger.all(BudgetItem)
    if not items:
        yield desk.missing(BudgetItem)
        return
    yield _budget(desk, items)


def _budget(desk: Desk, items: Sequence[BudgetItem]) -> Table:
    """Return the budget with its total, as long as everything is in one currency."""
    fills = (Fill("item", 3), Fill("amount", kind=CellKind.NUMBER), "currency", "period")
    table = register_table(desk, BudgetItem, fills, items, caption=desk.phrase("plan.budget"))
    sums = totals(register_of(BudgetItem), items)
    if len(sums) != 1:
        return table
    texts = (desk.phrase("plan.total"), desk.number_of(sums[0].amount), sums[0].unit, "")
    last = tuple[Inline, ...]((Span(text, bold=True),) for text in texts)
    return Table(table.columns, (*table.rows, last), table.caption)


def _timeline(desk: Desk) -> Iterator[Block]:
    chosen = plan(int(desk.settings.plan_weeks))
    weeks = range(1, chosen.weeks + 1)
    columns = (
        Column(desk.phrase("plan.step"), 1),
        *(Column(desk.number_of(week), kind=CellKind.MARK) for week in weeks),
    )
    names = {step.number: desk.say(step.name) for step in steps()}
    rows = [(names[one.step], *_bar(weeks, one.first, one.last)) for one in chosen.steps]
    start = desk.settings.started_on
    if start is None:
        yield desk.missing(desk.settings, "started_on")
        yield Table(columns, tuple(rows))
        return
    rows += [row for action in _by_start(desk) if (row := _action_row(action, start, weeks))]
    begun = desk.phrase("plan.week_one", plan=desk.say(chosen.name), day=desk.day(start))
    yield KeepTogether((Paragraph(begun), Table(columns, tuple(rows))))


def _bar(weeks: range, first: int, last: int) -> tuple[str, ...]:
    return tuple(_MARK if first <= week <= last else "" for week in weeks)


def _action_row(action: ObjectiveAction, start: date, weeks: range) -> tuple[str, ...]:
    """Return the weeks of an action within the plan; nothing for one that lies outside of it."""
    first, last = action.start or action.due, action.due or action.start
    if first is None or last is None:
        return ()
    bar = _bar(weeks, _week(first, start), _week(last, start))
    return (action.action, *bar) if any(bar) else ()


def _week(day: date, start: date) -> int:
    return (day - start) // _WEEK + 1


def _progress(desk: Desk) -> Iterator[Block]:
    objectives = desk.ledger.all(Objective)
    if not objectives:
        yield desk.missing(Objective)
        return
    for objective in objectives:
        if not objective.status:
            yield desk.missing(objective, "status")
    fills = (Fill("text", 2.4), "due", Fill("status", 1), Fill(_late, 1, title="plan.on_time"))
    yield register_table(desk, Objective, fills, objectives)
    closed = sorted(desk.ledger.all(StepClosing), key=lambda one: one.step)
    if closed:
        reasons = (Fill("reason", 2),) if any(one.reason for one in closed) else ()
        fills_of_steps = (Fill("step", 2), "closed_on", Fill("closed_by", 1.4), *reasons)
        caption = desk.phrase("plan.closed_steps")
        yield register_table(desk, StepClosing, fills_of_steps, closed, caption=caption)


def _late(desk: Desk, objective: Objective) -> str:
    settled = objective.status in (Progress.DONE, Progress.MISSED)
    if settled or objective.due is None:
        return ""
    return desk.phrase("plan.late" if objective.due < desk.today else "plan.in_time")


def _changes(desk: Desk) -> Iterator[Block]:
    columns = (
        Column(desk.phrase("plan.what"), 3),
        Column(desk.phrase("plan.why"), 3),
        Column(desk.phrase("plan.when"), kind=CellKind.DATE),
    )
    charter = [(one.changed_on or date.max, one.what, one.why) for one in desk.ledger.all(CharterChange)]
    moved = [
        (one.new_due or date.max, _moved(desk, one), one.new_due_reason)
        for one in desk.ledger.all(Action)
        if one.new_due
    ]
    if not charter and not moved:
        yield desk.nothing()
        return
    changes = sorted((*charter, *moved), key=lambda change: change[0])
    days = ((what, why, "" if day == date.max else desk.date_of(day)) for day, what, why in changes)
    yield Table(columns, tuple(days))


def _moved(desk: Desk, action: Action) -> str:
    days = {"before": desk.date_of(action.due), "after": desk.date_of(action.new_due)}
    return desk.phrase("plan.moved", no=desk.language.island(action.no), **days)


def _approval(desk: Desk) -> Iterator[Block]:
    yield desk.signatures()


_SECTIONS: Mapping[str, Writer] = {
    "D6-02": _background,
    "D6-03": _context,
    "D6-04": _objectives,
    "D6-05": _programme,
    "D6-06": _indicators,
    "D6-07": _resources,
    "D6-08": _timeline,
    "D6-09": _progress,
    "D6-10": _changes,
    "D6-11": _approval,
}
