"""The plan of a company: steps and tasks over the weeks, dates for the tasks, a file for calendars."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from uuid import NAMESPACE_OID, uuid5

from models.content.guidance import guidance
from models.content.outline import step_outline
from models.content.plan import plan
from models.content.steps import task as task_content
from models.domain.action_states import is_open
from models.domain.errors import AppError
from models.domain.ledger import Ledger
from models.domain.marking import N_
from models.domain.records.audit import Audit, Review
from models.domain.records.choices import Progress
from models.domain.records.commitment import ObjectiveAction
from models.domain.records.control import CompanySettings, StepClosing, TaskState
from models.domain.records.correction import Action
from models.domain.records.organisation import Organisation
from models.domain.schedule import Setting, Span, StepBar, TaskBar, Weeks, schedule
from models.domain.workdays import Workdays, workdays_of
from models.exchange.calendars import Occasion, calendar_file
from models.localisation.language import Language
from models.services.company import OpenCompany
from models.storage.writing import replacing

_REMINDED = 1  # day before


class NoStart(AppError):
    """A plan was asked for although nobody said when the work began."""

    message = N_("Enter the day on which the work started; the plan counts its weeks from there.")


@dataclass(frozen=True)
class Outline:
    """A plan as it looks on a day.

    weeks: how long it was to last. actions: those of the yearly programme that fall into it. span: the days
    from the start to the end, the later one of planned and expected.
    """

    weeks: int
    start: date
    today: date
    bars: tuple[StepBar, ...]
    actions: tuple[ObjectiveAction, ...]
    days: Workdays

    @property
    def planned_end(self) -> date:
        """The day on which all is done by the plan."""
        return max(bar.planned.last for bar in self.bars)

    @property
    def expected_end(self) -> date:
        """The day on which all is done as it looks now."""
        return max(bar.expected.last for bar in self.bars)

    @property
    def slip(self) -> int:
        """By how many working days the end is later than planned, 0 or more."""
        return max(0, self.days.between(self.planned_end, self.expected_end))

    @property
    def span(self) -> Span:
        """All days that the plan touches."""
        first = min(self.start, *(bar.expected.first for bar in self.bars))
        return Span(first, max(self.planned_end, self.expected_end))

    @property
    def is_done(self) -> bool:
        """Whether every task is done."""
        return all(task.done_on is not None for bar in self.bars for task in bar.tasks)


def outline_of(ledger: Ledger, today: date) -> Outline | None:
    """Return the plan as it looks today; None as long as nobody said when the work started."""
    settings = ledger.sheet(CompanySettings)
    if settings.started_on is None:
        return None
    chosen = plan(int(settings.plan_weeks))
    days = workdays_of(ledger)
    setting = Setting(
        weeks={one.step: Weeks(one.first, one.last) for one in chosen.steps},
        start=settings.started_on,
        tasks=guidance().tasks,
        states={state.task: state for state in reversed(ledger.all(TaskState))},
        closed=_closed(ledger),
        days=days,
        today=today,
    )
    bars = schedule(setting)
    found = Outline(chosen.weeks, settings.started_on, today, bars, (), days)
    return dataclasses.replace(found, actions=tuple(_actions_within(ledger, found.span)))


def _closed(ledger: Ledger) -> dict[int, date]:
    return {
        int(one.step): one.closed_on
        for one in ledger.all(StepClosing)
        if one.closed_on is not None and one.step.isdecimal()
    }


def _actions_within(ledger: Ledger, span: Span) -> list[ObjectiveAction]:
    found = []
    for action in ledger.all(ObjectiveAction):
        days = span_of(action)
        if days is not None and days.first <= span.last and days.last >= span.first:
            found.append(action)
    return sorted(found, key=lambda action: action.start or action.due or date.max)


def span_of(action: ObjectiveAction) -> Span | None:
    """Return the days of an action of the yearly programme; None where it has none."""
    first, last = action.start or action.due, action.due or action.start
    return Span(*sorted((first, last))) if first and last else None


def with_dates(ledger: Ledger, today: date) -> tuple[TaskState, ...]:
    """Return the open tasks that lack a due date, with the days that the plan gives them, not saved yet.

    Raises:
        NoStart: there is no plan.
    """
    found = outline_of(ledger, today)
    if found is None:
        raise NoStart
    states = {state.task: state for state in reversed(ledger.all(TaskState))}
    return tuple(
        dataclasses.replace(state, start=state.start or bar.expected.first, due=bar.expected.last)
        for step in found.bars
        for bar in step.tasks
        if bar.done_on is None
        for state in (states.get(bar.task) or TaskState(task=bar.task),)
        if state.due is None
    )


def without_dates(ledger: Ledger) -> tuple[TaskState, ...]:
    """Return the open tasks that have days of their own, without them, not saved yet."""
    return tuple(
        dataclasses.replace(state, start=None, due=None)
        for state in ledger.all(TaskState)
        if state.done_on is None and (state.due is not None or state.start is not None)
    )


def calendar_of(company: OpenCompany, language: Language, today: date) -> bytes:
    """Return the plan, and what else has its day, as a file for calendars.

    Raises:
        NoStart: there is no plan.
    """
    found = outline_of(company, today)
    if found is None:
        raise NoStart
    name = company.sheet(Organisation).name.best(language.code)
    title = language.gettext(N_("Customer charter: {company}")).format(company=name)
    occasions = (*_steps(found, language), *_tasks(found, language), *_days(company, language))
    file = company.identity
    return calendar_file(
        title if name else language.gettext(N_("Customer charter")),
        language.code,
        (dataclasses.replace(one, uid=str(uuid5(NAMESPACE_OID, f"{file} {one.uid}"))) for one in occasions),
    )


def save_calendar(company: OpenCompany, language: Language, today: date, target: Path) -> None:
    """Write what `calendar_of` gives to a file, which replaces one that is there.

    Raises:
        NoStart: there is no plan. AppError: the file cannot be written; one that was there is as it was.
    """
    content = calendar_of(company, language, today)
    with replacing(target) as (unfinished,):
        unfinished.write_bytes(content)


def _steps(found: Outline, language: Language) -> Iterator[Occasion]:
    for bar in found.bars:
        if bar.closed_on is None:
            name = step_outline(bar.step).name.best(language.code)
            text = language.gettext(N_("Step {number}: {name}"))
            title = text.format(number=language.number(bar.step), name=name)
            yield Occasion(f"step-{bar.step}", title, bar.expected.first, bar.expected.last)


def _tasks(found: Outline, language: Language) -> Iterator[Occasion]:
    bars: Iterator[TaskBar] = (task for bar in found.bars for task in bar.tasks if task.done_on is None)
    for bar in bars:
        known = task_content(bar.task)
        name, text = known.name.best(language.code), known.text.best(language.code)
        due = bar.expected.last
        yield Occasion(bar.task, name, due, due, text, _REMINDED)


def _days(company: OpenCompany, language: Language) -> Iterator[Occasion]:
    """Yield what else has a day before it: programme, corrective actions, audits, reviews."""
    for action in company.all(ObjectiveAction):
        days = span_of(action)
        if days is not None and action.status not in (Progress.DONE, Progress.MISSED):
            yield Occasion(action.id, action.action, days.last, days.last, "", _REMINDED)
    for one in company.all(Action):
        no = language.island(one.no)
        if is_open(one) and one.due_now:
            title = language.gettext(N_("Corrective action {no} is due")).format(no=no)
            yield Occasion(f"{one.id}-due", title, one.due_now, one.due_now, one.problem, _REMINDED)
        elif one.checked_on is None and one.check_on:
            title = language.gettext(N_("Check whether corrective action {no} worked")).format(no=no)
            yield Occasion(f"{one.id}-check", title, one.check_on, one.check_on, one.problem, _REMINDED)
    for audit in company.all(Audit):
        if audit.audited_on is None and audit.planned_on:
            yield Occasion(audit.id, audit.title, audit.planned_on, audit.planned_on, audit.criteria, 7)
    for review in company.all(Review):
        if review.next_on:
            title = language.gettext(N_("Management review"))
            yield Occasion(f"{review.id}-next", title, review.next_on, review.next_on, "", 7)
