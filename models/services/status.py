"""How a company stands, in words and as plain values, for the command line."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from models.content.guidance import guidance
from models.content.steps import step as step_content
from models.domain.gates import CriterionState, Place
from models.domain.health import LATE, SEVERITIES, Finding, findings
from models.domain.lateness import LateThing, late_things
from models.domain.marking import N_
from models.domain.progress import Phase, StepState, step_states
from models.domain.readiness import Readiness, readiness
from models.domain.sentences import Sentence
from models.localisation.language import Language
from models.localisation.text import without_isolates
from models.services.companies import open_company

PHASES = {
    Phase.UNTOUCHED: N_("not begun"),
    Phase.RUNNING: N_("in progress"),
    Phase.CLOSED: N_("closed"),
    Phase.CLOSED_WITH_REASON: N_("closed with a reason"),
}


@dataclass(frozen=True)
class Status:
    """How one company stands on a day."""

    day: date
    steps: tuple[StepState, ...]
    readiness: Readiness
    late: tuple[LateThing, ...]
    health: tuple[Finding, ...]


def of_file(path: Path, today: date) -> Status:
    """Return how the company of a file stands.

    Raises:
        AppError: it cannot be opened.
    """
    company = open_company(path, read_only=True)
    try:
        known = guidance()
        return Status(
            today,
            step_states(company, known, today),
            readiness(company, known, today),
            late_things(company, known, today),
            findings(company, known, today),
        )
    finally:
        company.close()


def lines(status: Status, language: Language) -> list[str]:
    """Return the status as lines to read."""
    _ = language.gettext
    found = [_("Prepared for audit: {share}").format(share=language.percent(status.readiness.share))]
    for state in status.steps:
        title = step_content(state.step).name.best(language.code)
        found.append(
            _("{number}. {title}: {phase}, {met} of {all} criteria met, {done} of {tasks} tasks done").format(
                number=language.number(state.step),
                title=title,
                phase=_(PHASES[state.phase]),
                met=language.number(state.criteria_met),
                all=language.number(len(state.criteria)),
                done=language.number(state.tasks_done),
                tasks=language.number(state.tasks),
            )
        )
        found += [f"   - {_said(one.reason, language)}" for one in state.criteria if not one.is_met]
    if status.late:
        found.append(_("Late:"))
        found += [f"   - {_said(thing.reason, language)}" for thing in status.late]
    # What is late was told already.
    others = [one for one in status.health if one.rule != LATE]
    if others:
        found.append(_("Found by the health check:"))
        found += [f"   - {_(SEVERITIES[one.severity])}: {_said(one.sentence, language)}" for one in others]
    return found


def plain(status: Status, language: Language) -> dict[str, Any]:
    """Return the status as values for JSON; sentences stand in the language given."""
    return {
        "day": status.day.isoformat(),
        "language": language.code,
        "readiness": {
            "share": round(float(status.readiness.share), 4),
            "is_prepared": status.readiness.is_prepared,
            "conditions": [_criterion(one, language) for one in status.readiness.conditions],
        },
        "steps": [_step(state, language) for state in status.steps],
        "late": [
            {"due": thing.due.isoformat(), "reason": _said(thing.reason, language), **_place(thing.place)}
            for thing in status.late
        ],
        "health": [
            {
                "rule": one.rule,
                "step": one.step,
                "severity": one.severity.value,
                "sentence": _said(one.sentence, language),
                **_place(one.place),
            }
            for one in status.health
        ],
    }


def _said(sentence: Sentence, language: Language) -> str:
    # Terminals and other programs show the marks of a bidirectional text as boxes, or stumble over them.
    return without_isolates(sentence.worded(language))


def _step(state: StepState, language: Language) -> dict[str, Any]:
    return {
        "step": state.step,
        "title": step_content(state.step).name.best(language.code),
        "phase": state.phase.value,
        "share": round(float(state.share), 4),
        "tasks": state.tasks,
        "tasks_done": state.tasks_done,
        "criteria": [_criterion(one, language) for one in state.criteria],
    }


def _criterion(state: CriterionState, language: Language) -> dict[str, Any]:
    return {
        "id": state.id,
        "is_met": state.is_met,
        "reason": _said(state.reason, language),
        **_place(state.place),
    }


def _place(place: Place) -> dict[str, Any]:
    return {"register": place.register, "record": place.record, "field": place.field}
