"""How cases are spoken of: their states, their stages, and their time in working days."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from models.domain.complaints import LIMITS, Stage, Standing, State, rule_due
from models.domain.ledger import Ledger
from models.domain.marking import N_
from models.domain.records.charter import ComplaintRule
from models.domain.records.choices import WEEKDAYS
from models.domain.records.control import CompanySettings, Holiday
from models.domain.records.operation import Complaint
from models.domain.workdays import workdays_of
from ui.language import _, current, ngettext
from ui.theme import Tone

STATES: Mapping[State, str] = {
    State.OPEN: N_("Open case"),
    State.WAITING: N_("Waiting for the customer"),
    State.CLOSED: N_("Closed case"),
    State.CANCELLED: N_("Cancelled"),
}
STATE_TONES: Mapping[State, Tone] = {
    State.OPEN: Tone.PRIMARY,
    State.WAITING: Tone.ACCENT,
    State.CLOSED: Tone.GOOD,
    State.CANCELLED: Tone.QUIET,
}
STAGES: Mapping[Stage, str] = {
    Stage.RECEIVED: N_("Complaint received"),
    Stage.CONFIRMED: N_("Receipt confirmed"),
    Stage.EXAMINED: N_("Looked into"),
    Stage.DECIDED: N_("Decided"),
    Stage.ANSWERED: N_("Answered"),
    Stage.SECOND_LOOK: N_("Second look"),
    Stage.CLOSED: N_("Case closed"),
}


def time_left(standing: Standing, today: date) -> tuple[str, Tone]:
    """Return how a stage stands in working days, with its tone."""
    count = current().number(abs(standing.left))
    if standing.is_done:
        if standing.left >= 0:
            return _("On time"), Tone.GOOD
        late = ngettext("{count} working day late", "{count} working days late", -standing.left)
        return late.format(count=count), Tone.LATE
    if standing.left < 0:
        over = ngettext("{count} working day over", "{count} working days over", -standing.left)
        return over.format(count=count), Tone.BROKEN
    if standing.due == today:
        return _("Due today"), Tone.LATE
    left = ngettext("{count} working day left", "{count} working days left", standing.left)
    return left.format(count=count), Tone.LATE if standing.left <= 1 else Tone.QUIET


def due_hint(complaint: Complaint, stage: Stage, ledger: Ledger) -> str:
    """Return where the due date of a stage comes from, "" where the rule gives none."""
    rule = ledger.sheet(ComplaintRule)
    by_rule, count = rule_due(complaint, stage, rule, workdays_of(ledger)), getattr(rule, LIMITS[stage].days)
    if by_rule is None:
        return ""
    if getattr(complaint, LIMITS[stage].due) != by_rule:
        day = current().date(by_rule)
        return _("By the rule it would be {day}.").format(day=day)
    start = getattr(complaint, LIMITS[stage].start)
    return " ".join(filter(None, (_counted(stage, count), _off(start, by_rule, ledger))))


def _counted(stage: Stage, count: int) -> str:
    if stage is Stage.SECOND_LOOK:
        sentence = ngettext(
            "{count} working day after it was asked for.",
            "{count} working days after it was asked for.",
            count,
        )
    else:
        sentence = ngettext(
            "{count} working day after receipt.", "{count} working days after receipt.", count
        )
    return sentence.format(count=current().number(count))


def _off(start: date, end: date, ledger: Ledger) -> str:
    """Return which days are not counted: the days off in the week, and the holidays in between."""
    speech = current()
    weekly = [_(WEEKDAYS[day]) for day in ledger.sheet(CompanySettings).days_off if day in WEEKDAYS]
    names = [
        speech.isolate(one.name)
        for one in ledger.all(Holiday)
        if one.first and one.first <= end and (one.last or one.first) >= start
    ]
    off = [*weekly, *names]
    sentence = ngettext("{days} is off.", "{days} are off.", len(off))
    return sentence.format(days=speech.join(off)) if off else ""
