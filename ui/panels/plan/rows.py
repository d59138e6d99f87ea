"""The lines of the plan, as the tree shows them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from models.content.outline import step_outline
from models.domain.gates.criterion import Place
from models.domain.ids import RecordId
from models.domain.records.commitment import ObjectiveAction
from models.domain.records.control import Person, TaskState
from models.domain.registers import register_of
from models.domain.schedule import Span, StepBar, TaskBar
from models.services.company import OpenCompany
from models.services.plan import Outline, span_of
from models.services.steps import task_state
from ui.language import _, current, ngettext
from ui.step_marks import step_name
from ui.theme import Tone


@dataclass(frozen=True)
class PlanRow:
    """One line: a step, a task, or an action of the yearly programme.

    task: the id of a task, "" for others. planned is None where only one span is known. slip: working days
    by which it ends later than planned. warning: what is wrong with its own dates, "" for nothing.
    """

    key: str
    name: str
    owner: str
    when: str
    tone: Tone
    expected: Span | None
    planned: Span | None = None
    is_done: bool = False
    is_open: bool = True
    slip: int = 0
    task: str = ""
    warning: str = ""
    place: Place | None = None
    children: tuple[PlanRow, ...] = ()

    def in_words(self) -> str:
        """Return what the bars show, for tooltip and assistive technology."""
        speech = current()
        lines = [self.name]
        if self.planned:
            lines.append(_("Planned: {first} to {last}").format(**_days(self.planned)))
        if self.expected:
            said = _("Done: {first} to {last}") if self.is_done else _("Expected: {first} to {last}")
            lines.append(said.format(**_days(self.expected)))
        if self.slip:
            lines.append(late_by(self.slip))
        if self.owner:
            lines.append(_("Owner: {name}").format(name=speech.isolate(self.owner)))
        return "\n".join([*lines, self.warning] if self.warning else lines)


def late_by(days: int) -> str:
    """Return by how many working days something is late, in words."""
    count = current().number(days)
    return ngettext("{count} working day late", "{count} working days late", days).format(count=count)


def rows_of(company: OpenCompany, plan: Outline) -> tuple[PlanRow, ...]:
    """Return the lines of a plan in the current language."""
    steps = tuple(_step(company, bar, plan.today) for bar in plan.bars)
    actions = tuple(_action(company, action, plan.today) for action in plan.actions)
    if not actions:
        return steps
    spans = [row.expected for row in actions if row.expected]
    whole = Span(min(span.first for span in spans), max(span.last for span in spans))
    name = _("Programme of the objectives")
    return (*steps, PlanRow("programme", name, "", "", Tone.TEXT, whole, children=actions))


def _step(company: OpenCompany, bar: StepBar, today: date) -> PlanRow:
    speech = current()
    tasks = tuple(_tasks(company, bar, today))
    left = sum(not row.is_done for row in tasks)
    if bar.closed_on:
        when, tone = speech.date(bar.closed_on), Tone.GOOD
    else:
        when, tone = speech.date(bar.expected.last), Tone.LATE if bar.slip else Tone.TEXT
    name = _("{number}. {title}").format(number=speech.number(bar.step), title=step_name(bar.step))
    owner = (
        ngettext("{count} task left", "{count} tasks left", left).format(count=speech.number(left))
        if left
        else ""
    )
    return PlanRow(
        f"step-{bar.step}",
        name,
        owner,
        when,
        tone,
        bar.expected,
        bar.planned,
        is_done=bar.closed_on is not None,
        is_open=bar.closed_on is None and bar.expected.first <= today,
        slip=bar.slip,
        children=tasks,
    )


def _tasks(company: OpenCompany, bar: StepBar, today: date) -> Iterator[PlanRow]:
    names = step_outline(bar.step).tasks
    for task in bar.tasks:
        yield _task(company, task, names[task.task].best(current().code), today)


def _task(company: OpenCompany, bar: TaskBar, name: str, today: date) -> PlanRow:
    speech, state = current(), task_state(bar.task, company)
    if bar.done_on:
        when, tone = speech.date(bar.done_on), Tone.GOOD
    else:
        is_late = bar.slip > 0 or (state.due is not None and state.due < today)
        when, tone = speech.date(bar.expected.last), Tone.LATE if is_late else Tone.TEXT
    warning = ""
    if bar.clash:
        before = step_outline(int(bar.clash[1])).tasks[bar.clash].best(speech.code)
        warning = _("Due before “{task}” can be done.").format(task=before)
    return PlanRow(
        bar.task,
        name,
        _name(company, state.owner),
        when,
        tone,
        bar.expected,
        bar.planned,
        is_done=bar.done_on is not None,
        is_open=bar.expected.first <= today,
        slip=bar.slip,
        task=bar.task,
        warning=warning,
        place=Place(register_of(TaskState).code, content=bar.task),
    )


def _action(company: OpenCompany, action: ObjectiveAction, today: date) -> PlanRow:
    speech, span = current(), span_of(action)
    is_done = action.status == "done"
    is_late = span is not None and not is_done and span.last < today
    return PlanRow(
        action.id,
        action.action,
        _name(company, action.owner),
        speech.date(span.last) if span else "",
        Tone.GOOD if is_done else Tone.LATE if is_late else Tone.TEXT,
        span,
        is_done=is_done,
        is_open=span is not None and span.first <= today,
        place=Place(register_of(ObjectiveAction).code, action.id),
    )


def _name(company: OpenCompany, person: RecordId | None) -> str:
    found = company.find(Person, person)
    return found.name.best(current().code) if found else ""


def _days(span: Span) -> dict[str, str]:
    speech = current()
    return {"first": speech.date(span.first), "last": speech.date(span.last)}
