"""R-10: corrective actions, all in one table and each as a report of its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from models.content.documents import record_form
from models.content.improvement import corrective_model
from models.documents.blocks import (
    Block,
    CellKind,
    Entry,
    Heading,
    KeepTogether,
    Note,
    Numbered,
    PageBreak,
    Paragraph,
    Table,
    Tone,
    WriteLines,
)
from models.documents.builders.desk import Desk
from models.documents.builders.registers import Fill, register_table
from models.documents.builders.sections import closing, facts, numerals, opening, titled
from models.domain.action_states import ActionState, has_failed, is_overdue, state_of
from models.domain.records.correction import Action, ActionRule
from models.domain.text import first_words

_EIGHT_DISCIPLINES = "8d"
_LINES = 2
_PROBLEM = Fill("problem", 3.2)
_SHORT = 80
"""How many letters of a problem stand in the table before the reports, so that it is seen at a glance."""


def build(desk: Desk) -> tuple[Block, ...]:
    """Return the rule, the table and a report on a page of its own for each action."""
    blocks: list[Block] = [*opening(desk), *_rule(desk), Heading(desk.phrase("actions.overview"), 2)]
    actions = desk.ledger.all(Action)
    if not actions:
        blocks.append(desk.missing(Action))
    blocks.append(overview(desk, actions, Fill(_in_short, 3.2)))
    for action in actions:
        blocks += [PageBreak(), *report(desk, action)]
    if not actions:
        blocks += [PageBreak(), *_form_to_fill(desk)]
    return (*blocks, *closing(desk))


def _rule(desk: Desk) -> Iterator[Block]:
    rule = desk.ledger.sheet(ActionRule)
    yield Heading(desk.phrase("actions.rule"), 2)
    if rule.rule:
        yield Paragraph(rule.rule)
    else:
        yield desk.missing(rule, "rule")
    if rule.no_case:
        yield Note(rule.no_case, desk.label(ActionRule, "no_case"))


def overview(desk: Desk, actions: Iterable[Action], problem: Fill = _PROBLEM) -> Table:
    """Return the actions with their owners, days and states.

    problem: how the problem is told; the words of the record where no reports follow that tell it.
    """
    titles = record_form("R-10").columns
    fills = (
        Fill("no", title=titles[0]),
        Fill("source", 1, title=titles[1]),
        replace(problem, title=titles[2]),
        Fill("owner", 1.2, title=titles[7]),
        Fill(_due, kind=CellKind.DATE, title=titles[8]),
        Fill("done_on", title=titles[9]),
        Fill(state, 1.4, title=titles[12]),
    )
    return register_table(desk, Action, fills, actions)


def _in_short(_desk: Desk, action: Action) -> str:
    return first_words(action.problem, _SHORT)


def _due(desk: Desk, action: Action) -> str:
    return desk.date_of(action.due_now)


def state(desk: Desk, action: Action) -> str:
    """Return where an action stands: open, overdue, done, effective or not."""
    return desk.phrase(f"actions.{_state(action, desk.today)}")


def _state(action: Action, today: date) -> str:
    if has_failed(action):
        return "not_yet"
    match state_of(action):
        case ActionState.CLOSED:
            return "effective"
        case ActionState.WAITING:
            return "done"
        case _:
            return "overdue" if is_overdue(action, today) else "open"


def counted(desk: Desk, actions: Iterable[Action]) -> Iterator[Entry]:
    """Yield how many actions are in each state, those with none left out."""
    states = [_state(action, desk.today) for action in actions]
    for name in dict.fromkeys(states):
        yield Entry(desk.phrase(f"actions.{name}"), desk.number_of(states.count(name)))


def effect_table(desk: Desk, actions: Iterable[Action]) -> Table:
    """Return what the effectiveness checks showed, and when those still to come are due."""
    fills = (
        "no",
        "check_on",
        "checked_on",
        Fill("check_result", 2.6),
        Fill("result", 1.2),
    )
    return register_table(desk, Action, fills, actions)


def report(desk: Desk, action: Action, level: int = 2) -> Iterator[Block]:
    """Yield the report on one action: the short form, or the eight disciplines for a serious case."""
    problem = desk.phrase("actions.report", no=desk.language.island(action.no))
    yield Heading(problem, level)
    entries = (
        Entry(desk.label(Action, "source"), desk.value(action, "source")),
        Entry(desk.label(Action, "promise"), desk.value(action, "promise")),
        Entry(desk.label(Action, "opened_on"), desk.day(action.opened_on)),
        Entry(desk.phrase("common.responsible"), desk.person(action.owner)),
        Entry(desk.say(record_form("R-10").columns[12]), state(desk, action)),
    )
    yield from facts(entries)
    yield from _disciplines(desk, action) if action.method == _EIGHT_DISCIPLINES else _short(desk, action)


def _short(desk: Desk, action: Action) -> Iterator[Block]:
    titles = [desk.say(title) for title in record_form("R-10").columns]
    yield from _text(desk, action, "trigger")
    yield from titled(titles[2], action.problem)
    yield from _text(desk, action, "is_not")
    yield from titled(titles[3], action.containment)
    yield from _filled(desk, action, "contained_on", "containment_check")
    yield from _listed(desk, titles[4], action.whys)
    yield from titled(titles[5], action.cause)
    yield from _text(desk, action, "escape")
    yield from _listed(desk, titles[6], action.steps)
    yield from _filled(desk, action, "due", "new_due", "new_due_reason", "done_on")
    yield from _text(desk, action, "proof")
    yield from _effect(desk, action)
    yield from _text(desk, action, "prevents")
    yield from _filled(desk, action, "informed_on", "closed_on")
    yield from _rounds(desk, action)


def _disciplines(desk: Desk, action: Action) -> Iterator[Block]:
    parts: Mapping[str, Iterator[Block]] = {
        "8D-0": _reason(desk, action),
        "8D-1": _team(desk, action),
        "8D-2": _with(_body(action.problem), _text(desk, action, "is_not")),
        "8D-3": _with(_body(action.containment), _filled(desk, action, "contained_on", "containment_check")),
        "8D-4": _causes(desk, action),
        "8D-5": _with(
            _steps(desk, action.steps), _filled(desk, action, "owner", "due", "new_due", "new_due_reason")
        ),
        "8D-6": _with(_filled(desk, action, "done_on"), _text(desk, action, "proof")),
        "8D-7": _body(action.prevents),
        "8D-8": _filled(desk, action, "informed_on", "closed_on"),
    }
    for number, discipline in enumerate(corrective_model().disciplines):
        label = desk.language.island(f"D{number}")
        blocks = tuple(parts[discipline.id])
        yield Heading(desk.say(discipline.title), 3, label)
        yield from blocks or (desk.nothing(),)
    yield Heading(desk.say(corrective_model().effectiveness), 3)
    yield from _effect(desk, action)
    yield from _rounds(desk, action)


def _reason(desk: Desk, action: Action) -> Iterator[Block]:
    yield from _body(desk.value(action, "source"))
    yield from _body(action.trigger)


def _team(desk: Desk, action: Action) -> Iterator[Block]:
    if leader := desk.person(action.leader or action.owner):
        yield Paragraph(desk.phrase("actions.leader", name=leader))
    if names := desk.value(action, "team"):
        yield Paragraph(desk.phrase("actions.team", names=names))


def _causes(desk: Desk, action: Action) -> Iterator[Block]:
    yield from _steps(desk, action.whys)
    yield from titled(desk.label(Action, "cause"), action.cause)
    yield from _text(desk, action, "escape")


def _with(*parts: Iterator[Block]) -> Iterator[Block]:
    for part in parts:
        yield from part


def _body(text: str) -> Iterator[Block]:
    if text:
        yield Paragraph(text)


def _text(desk: Desk, action: Action, field: str) -> Iterator[Block]:
    yield from titled(desk.label(Action, field), desk.value(action, field))


def _steps(desk: Desk, items: Sequence[str]) -> Iterator[Block]:
    if items:
        yield Numbered(tuple(items), numerals(desk, len(items)))


def _listed(desk: Desk, title: str, items: Sequence[str]) -> Iterator[Block]:
    if items:
        yield KeepTogether((Paragraph(title, Tone.STRONG), *_steps(desk, items)))


def _filled(desk: Desk, action: Action, *fields: str) -> Iterator[Block]:
    """Yield the fields in which something stands, with their labels."""
    yield from facts(Entry(desk.label(Action, field), desk.value(action, field)) for field in fields)


def _effect(desk: Desk, action: Action) -> Iterator[Block]:
    yield from _filled(desk, action, "check_on", "checked_on", "check_result", "result")


def _rounds(desk: Desk, action: Action) -> Iterator[Block]:
    """Yield why it was opened again, and how the rounds before ended."""
    yield from _filled(desk, action, "reopened_on", "reopened_because")
    yield from _text(desk, action, "earlier")


def _form_to_fill(desk: Desk) -> Iterator[Block]:
    yield Heading(desk.phrase("actions.short_form"), 2)
    yield Paragraph(desk.say(corrective_model().note), Tone.QUIET)
    for title in corrective_model().short_form:
        yield WriteLines(desk.say(title), _LINES)
