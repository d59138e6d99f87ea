"""What the page of a step shows: the places where its work is done, its tasks, and its sign-off."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from models.content import documents, titles
from models.content.steps import Task, step
from models.domain.errors import AppError
from models.domain.fields import Kind, Record
from models.domain.gates.criterion import CriterionState, Place
from models.domain.ids import RecordId
from models.domain.ledger import Ledger
from models.domain.marking import N_
from models.domain.numbering import control_of, document_number
from models.domain.records.control import CompanySettings, DocumentControl, Evidence, StepClosing, TaskState
from models.domain.records.organisation import GapAnswer
from models.domain.register import Register
from models.domain.registers import REGISTERS, register
from models.domain.scoring import rounds_in_order
from models.services.editing import new_record

TASK_SUBJECT = "task"


@dataclass(frozen=True)
class Tab:
    """One place of work on a step's page: a register, or the control data of one document.

    `also` are the codes of registers whose records are edited in the same place.
    """

    register: Register
    document: str = ""
    also: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """A name that no other tab of the step has."""
        return f"{self.register.code}:{self.document}" if self.document else self.register.code

    @property
    def title(self) -> str:
        """The message by which the tab is called."""
        return _APPROVALS[self.document] if self.document else self.register.title

    def holds(self, place: Place, ledger: Ledger) -> bool:
        """Return whether a place is found here."""
        if place.register not in (self.register.code, *self.also):
            return False
        if not self.document:
            return True
        control = ledger.find(DocumentControl, place.record)
        return self.document == (control.document if control else place.content)


_APPROVALS: Mapping[str, str] = {
    "D1": N_("Approval of the policy"),
    "D2": N_("Approval of the charter"),
}

# What a step needs of other steps, or of what runs through all of them: the code after which it stands
# ("" for the beginning), the code, and the document where its control data are meant.
_BORROWED: Mapping[int, Sequence[tuple[str, str, str]]] = {
    2: (("policy", "document_control", "D1"), ("budget_item", "document_control", "")),
    3: (("charter_text", "document_control", "D2"),),
    4: (("", "person", ""),),
    6: (("indicator_value", "promise", ""),),
    8: (
        ("finding", "action", ""),
        ("action", "gap_round", ""),
        ("gap_round", "gap_answer", ""),
        ("review", "objective", ""),
        ("objective", "document_control", ""),
    ),
}

# What is edited in one place with something else: by the register that gives the tab its name.
_TOGETHER: Mapping[str, tuple[str, ...]] = {
    "scope": ("exclusion",),
    "policy": ("policy_statement",),
    "launch": ("launch_point",),
    "survey": ("survey_question",),
    "review": ("review_input", "review_decision"),
}


@cache
def tabs(number: int) -> tuple[Tab, ...]:
    """Return the places where a step's work is done, in the order of the work."""
    joined = {code for codes in _TOGETHER.values() for code in codes}
    ordered = [
        Tab(one, also=_TOGETHER.get(one.code, ()))
        for one in REGISTERS
        if one.step == number and one.code not in joined
    ]
    for after, code, document in _BORROWED.get(number, ()):
        codes = [tab.register.code for tab in ordered]
        at = codes.index(after) + 1 if after else 0
        ordered.insert(at, Tab(register(code), document))
    return tuple(ordered)


def tab_of(number: int, place: Place, ledger: Ledger) -> Tab | None:
    """Return where on a step's page a place is found; None where it is on another page."""
    return next((tab for tab in _narrow_first(tabs(number)) if tab.holds(place, ledger)), None)


def _narrow_first(offered: Iterable[Tab]) -> list[Tab]:
    return sorted(offered, key=lambda tab: not tab.document)


@dataclass(frozen=True)
class TaskLine:
    """One task of a step and what was entered about it; files is the number of its pieces of evidence."""

    task: Task
    state: TaskState
    files: int = 0

    @property
    def is_done(self) -> bool:
        """Whether somebody ticked it off."""
        return self.state.done_on is not None

    def is_late(self, today: date) -> bool:
        """Return whether its day has passed and it is not done."""
        return not self.is_done and self.state.due is not None and self.state.due < today


def task_lines(number: int, ledger: Ledger) -> tuple[TaskLine, ...]:
    """Return the tasks of a step in their order."""
    states = {state.task: state for state in reversed(ledger.all(TaskState))}
    files = [one.subject_id for one in ledger.all(Evidence) if one.subject == TASK_SUBJECT]
    return tuple(
        TaskLine(task, states.get(task.id) or TaskState(task=task.id), files.count(task.id))
        for task in step(number).tasks
    )


def task_state(task_id: str, ledger: Ledger) -> TaskState:
    """Return what was entered about a task; a new record where nothing was."""
    known = (state for state in ledger.all(TaskState) if state.task == task_id)
    return next(known, None) or TaskState(task=task_id)


def ticked(state: TaskState, is_done: bool, today: date) -> TaskState:
    """Return the task ticked off today, or open again."""
    return dataclasses.replace(state, done_on=today if is_done else None)


class SignOffRefused(AppError):
    """A step cannot be signed off like this; `field` is the one of StepClosing to mend."""

    field = ""


class NoSigner(SignOffRefused):
    """Nobody signs."""

    message = N_("Choose who signs off this step.")
    field = "closed_by"


class NoClosingDay(SignOffRefused):
    """There is no day, or it has not come yet."""

    message = N_("Enter the day on which the step was closed; it cannot be in the future.")
    field = "closed_on"


class NoReason(SignOffRefused):
    """Criteria are open and nothing says why the step is closed all the same."""

    message = N_("Write why this step is closed although criteria are open.")
    field = "reason"


def open_criteria(states: Iterable[CriterionState]) -> tuple[CriterionState, ...]:
    """Return the criteria that are not met."""
    return tuple(state for state in states if not state.is_met)


def signed_off(
    number: int,
    states: Sequence[CriterionState],
    *,
    by: RecordId | None,
    on: date | None,
    reason: str,
    today: date,
) -> StepClosing:
    """Return the sign-off of a step, not saved yet.

    Args:
        number: of the step.
        states: of its gate, as it is now.
        by: who signs.
        on: the day, not after today.
        reason: needed while criteria are open, and kept only then.
        today: the present day.

    Raises:
        SignOffRefused: it lacks something.
    """
    if by is None:
        raise NoSigner
    if on is None or on > today:
        raise NoClosingDay
    is_forced = bool(open_criteria(states))
    if is_forced and not reason.strip():
        raise NoReason
    return StepClosing(step=str(number), closed_on=on, closed_by=by, reason=reason if is_forced else "")


def closings(number: int, ledger: Ledger) -> tuple[StepClosing, ...]:
    """Return the sign-offs of a step that stand, oldest first; normally none or one."""
    return tuple(one for one in ledger.all(StepClosing) if one.step == str(number))


def closing(number: int, ledger: Ledger) -> StepClosing | None:
    """Return the sign-off of a step, None while it is open."""
    return next(reversed(closings(number, ledger)), None)


def prepared(place: Place, ledger: Ledger) -> Record | None:
    """Return the new record that a place without one asks for, such as the answer to a gap question.

    None where the place has a record, or names no content that its register holds.
    """
    wanted = register(place.register)
    if place.record is not None or not place.content:
        return None
    if wanted.record is DocumentControl:
        return control_sheet(place.content, ledger)
    for spec in wanted.fields:
        if spec.kind is Kind.CONTENT and place.content in titles.titles(spec.target):
            given: dict[str, Any] = {spec.name: place.content}
            record = dataclasses.replace(new_record(wanted, ledger), **given)
            return _in_the_newest_round(record, ledger)
    return None


def _in_the_newest_round(record: Record, ledger: Ledger) -> Record:
    if not isinstance(record, GapAnswer):
        return record
    newest = next(reversed(rounds_in_order(ledger)), None)
    return dataclasses.replace(record, round=newest.id if newest else None)


def control_sheet(document: str, ledger: Ledger) -> DocumentControl:
    """Return the control data of a document; where there are none, a new record with the number it gets."""
    known = control_of(ledger, document)
    return known or DocumentControl(document=document, number=proposed_number(document, ledger))


def proposed_number(document_id: str, ledger: Ledger) -> str:
    """Return the number that a document or record form has unless another is entered, such as "CS-PO-01"."""
    is_form = document_id.startswith("R")
    kind = documents.record_form(document_id).type if is_form else documents.document(document_id).types[0]
    return document_number(ledger.sheet(CompanySettings).number_prefix, kind, document_id)
