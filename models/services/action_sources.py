"""What corrective actions come from: any record that tells of a failure, and the way back to it."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from models.content.gap import gap_question
from models.domain.action_states import is_checked
from models.domain.errors import AppError
from models.domain.fields import Record
from models.domain.ids import RecordId, derived_id
from models.domain.ledger import Ledger
from models.domain.marking import N_
from models.domain.names import name_of
from models.domain.records.audit import AuditCheck, Finding, ReviewDecision
from models.domain.records.charter import Indicator, Promise
from models.domain.records.correction import Action, ActionSource
from models.domain.records.feedback import Survey, Theme
from models.domain.records.operation import Breach, Complaint
from models.domain.records.organisation import SCORES, GapAnswer
from models.domain.registers import register_of
from models.domain.sentences import Sentence, Wording
from models.localisation.text import without_isolates
from models.services.editing import new_record

SHORT = "short"
"""The form of an action unless the full report is asked for."""

FIRST_NUMBER = "CA-{:02}"
"""The number of an action while none has one that others could follow."""


# So many characters of an id tell the moment at which it, or what it was derived from, was made.
_MOMENT = 13


class NoSuchSource(AppError):
    """No corrective action comes from such a record."""

    message = N_("No corrective action can be made from this entry.")


def numbered(ledger: Ledger) -> Action:
    """Return a new action, not saved, whose number follows the last one."""
    begun = new_record(register_of(Action), ledger)
    assert isinstance(begun, Action)
    taken = {one.no for one in ledger.all(Action)}
    count = 1
    while not begun.no or begun.no in taken:
        begun, count = dataclasses.replace(begun, no=FIRST_NUMBER.format(count)), count + 1
    return begun


def started(ledger: Ledger, today: date) -> Action:
    """Return a new action of no particular source, not saved."""
    return dataclasses.replace(numbered(ledger), opened_on=today, method=SHORT)


def begun_from(ledger: Ledger, source: Record, wording: Wording, today: date) -> Action:
    """Return the action that a record calls for, not saved: numbered, with its source, problem and promise.

    Raises:
        NoSuchSource: nothing is made from such records.
    """
    fill = _FROM.get(type(source))
    if fill is None:
        raise NoSuchSource
    return dataclasses.replace(started(ledger, today), **fill(source, ledger, wording))


LINKED = (Complaint, Breach, Finding, ReviewDecision)
"""Records that name their action themselves, in the field `action`."""


def action_of(ledger: Ledger, source: Record) -> Action | None:
    """Return the action that was made from a record, None where one can still be made."""
    if isinstance(source, LINKED):
        return ledger.find(Action, source.action)
    if isinstance(source, AuditCheck):
        return ledger.find(Action, derived_id(source.id, Action.__name__))
    if isinstance(source, GapAnswer):
        return next((one for one in ledger.all(Action) if one.gap == source.id), None)
    if isinstance(source, Indicator):
        found = (one for one in ledger.all(Action) if one.indicator == source.id and not is_checked(one))
        return next(found, None)
    if isinstance(source, Survey):
        found = (one for one in ledger.all(Action) if one.survey == source.id and not is_checked(one))
        return next(found, None)
    if isinstance(source, Theme):
        return ledger.find(Action, derived_id(source.id, Action.__name__))
    return None


def _worded(sentence: Sentence, wording: Wording) -> str:
    return without_isolates(sentence.worded(wording))


def _promise_text(ledger: Ledger, promise: RecordId | None, wording: Wording) -> str:
    known = ledger.find(Promise, promise)
    return known.text.best(wording.code) if known is not None else ""


def _from_gap(source: Any, _ledger: Ledger, wording: Wording) -> dict[str, Any]:
    question = gap_question(source.question)
    problem = Sentence(
        N_("{question} Score in the gap analysis: {score}."),
        question=question.question.best(wording.code),
        score=Sentence(SCORES[source.score]) if source.score else "—",
    )
    return {
        "source": ActionSource.GAP,
        "problem": problem.worded(wording),
        "steps": (question.action.best(wording.code),),
        "gap": source.id,
        "owner": source.owner,
        "due": source.due,
    }


def _from_complaint(source: Any, _ledger: Ledger, wording: Wording) -> dict[str, Any]:
    problem = _worded(Sentence(N_("Complaint {no}: {text}"), no=source.no, text=source.text), wording)
    return {
        "source": ActionSource.COMPLAINT,
        "problem": problem,
        "containment": source.decision,
        "promise": source.promise,
        "owner": source.assigned,
    }


def _from_breach(source: Any, ledger: Ledger, wording: Wording) -> dict[str, Any]:
    promise = _promise_text(ledger, source.promise, wording)
    sentence = Sentence(N_("Promise not kept: {promise}"), promise=promise)
    if source.happened_on is not None:
        sentence = Sentence(
            N_("Promise not kept on {day}: {promise}"), day=source.happened_on, promise=promise
        )
    problem = _worded(sentence, wording)
    return {
        "source": ActionSource.BREACH,
        "problem": "\n".join(filter(None, (problem, source.cause))),
        "containment": source.remedy,
        "promise": source.promise,
    }


def _from_indicator(source: Any, _ledger: Ledger, wording: Wording) -> dict[str, Any]:
    name = source.name.best(wording.code)
    problem = _worded(Sentence(N_("The indicator “{name}” does not reach its target."), name=name), wording)
    return {
        "source": ActionSource.INDICATOR,
        "problem": problem,
        "promise": source.promise,
        "indicator": source.id,
    }


def _from_survey(source: Any, _ledger: Ledger, wording: Wording) -> dict[str, Any]:
    name = source.title.best(wording.code) or source.no
    problem = _worded(Sentence(N_("What the survey “{name}” showed:"), name=name), wording)
    return {"source": ActionSource.SURVEY, "problem": problem, "survey": source.id}


def _from_theme(source: Any, _ledger: Ledger, _wording: Wording) -> dict[str, Any]:
    problem = "\n".join(filter(None, (source.name, source.note)))
    return {
        "id": derived_id(source.id, Action.__name__),
        "source": ActionSource.SURVEY,
        "problem": problem,
        "survey": source.survey,
    }


def _from_check(source: Any, _ledger: Ledger, wording: Wording) -> dict[str, Any]:
    problem = _worded(Sentence(N_("Not shown in the audit: {question}"), question=source.question), wording)
    return {
        "id": derived_id(source.id, Action.__name__),
        "source": ActionSource.AUDIT,
        "problem": "\n".join(filter(None, (problem, source.evidence))),
        "promise": source.promise,
    }


def _from_finding(source: Any, ledger: Ledger, _wording: Wording) -> dict[str, Any]:
    check = ledger.find(AuditCheck, source.check)
    return {
        "source": ActionSource.AUDIT,
        "problem": "\n".join(filter(None, (source.statement, source.evidence))),
        "promise": check.promise if check is not None else None,
        "due": source.agreed_on,
    }


def _from_decision(source: Any, _ledger: Ledger, _wording: Wording) -> dict[str, Any]:
    return {
        "source": ActionSource.REVIEW,
        "problem": source.text,
        "owner": source.owner,
        "due": source.due,
    }


_FROM: Mapping[type[Record], Callable[[Any, Ledger, Wording], dict[str, Any]]] = {
    GapAnswer: _from_gap,
    Complaint: _from_complaint,
    Breach: _from_breach,
    Indicator: _from_indicator,
    Survey: _from_survey,
    Theme: _from_theme,
    AuditCheck: _from_check,
    Finding: _from_finding,
    ReviewDecision: _from_decision,
}


def origins_of(action: Action, ledger: Ledger) -> tuple[Record, ...]:
    """Return the records that an action came from or that name it; none for one that was not saved."""
    if ledger.find(Action, action.id) is None:
        return ()
    named = (
        ledger.find(GapAnswer, action.gap),
        ledger.find(Indicator, action.indicator),
        ledger.find(Survey, action.survey),
    )
    linked = (one for kind in LINKED for one in ledger.all(kind) if getattr(one, "action", None) == action.id)
    made_from = (
        one
        for kind in (AuditCheck, Theme)
        for one in ledger.all(kind)
        # A derived id begins like its base, and to derive one takes longer than to compare the beginnings.
        if one.id[:_MOMENT] == action.id[:_MOMENT] and derived_id(one.id, Action.__name__) == action.id
    )
    return (*(one for one in named if one is not None), *linked, *made_from)


ORIGIN_TYPES: tuple[type[Record], ...] = tuple(_FROM)
"""The types of records that actions come from."""


def origin_name(record: Record, ledger: Ledger) -> Sentence:
    """Return how a record is called as what an action came from: its kind and its name."""
    return Sentence(
        N_("{kind}: {name}"), kind=Sentence(ORIGIN_KINDS[type(record)]), name=name_of(record, ledger)
    )


ORIGIN_KINDS: Mapping[type[Record], str] = {
    GapAnswer: N_("Gap"),
    Complaint: N_("Complaint"),
    Breach: N_("Broken promise"),
    Indicator: N_("Indicator"),
    Survey: N_("Survey"),
    Theme: N_("Theme of the answers"),
    AuditCheck: N_("Checklist line"),
    Finding: N_("Audit finding"),
    ReviewDecision: N_("Decision of the review"),
}
