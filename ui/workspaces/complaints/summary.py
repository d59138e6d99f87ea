"""What happened in a stage, in one line."""

from __future__ import annotations

from datetime import date

from models.content import titles as content_titles
from models.domain.complaints import Stage
from models.domain.fields import field_of
from models.domain.ledger import Ledger
from models.domain.records.operation import Complaint
from models.localisation.display import Display
from models.localisation.text import shortened
from ui.language import _, current

_LONGEST = 120

_DAYS = {
    Stage.RECEIVED: "received_on",
    Stage.CONFIRMED: "acknowledged_on",
    Stage.ANSWERED: "answered_on",
    Stage.CLOSED: "closed_on",
}
_TEXTS = {Stage.EXAMINED: "findings", Stage.DECIDED: "decision"}


def summary(case: Complaint, stage: Stage, ledger: Ledger) -> str:
    """Return when a stage was done and by whom, or what was written; "" where nothing was."""
    if stage in _TEXTS:
        text = shortened(getattr(case, _TEXTS[stage]), _LONGEST)
        return current().isolate(text) if text else ""
    if stage is Stage.SECOND_LOOK:
        return _second_look(case, ledger)
    if stage is Stage.CLOSED and case.cancelled_because.strip():
        reason = current().isolate(shortened(case.cancelled_because, _LONGEST))
        return _("Cancelled: {reason}").format(reason=reason)
    day = _day(getattr(case, _DAYS[stage]))
    parts = [day]
    if stage is Stage.RECEIVED:
        parts += [_of(case, name, ledger) for name in ("channel", "assigned")]
    if stage is Stage.CLOSED and case.satisfied:
        parts.append(_("Customer satisfied: {answer}").format(answer=_of(case, "satisfied", ledger)))
    return " · ".join(filter(None, parts))


def _second_look(case: Complaint, ledger: Ledger) -> str:
    if case.appealed_on is None:
        return _("Not asked for")
    if case.appeal_answered_on is not None:
        done = _("Answered on {day}").format(day=_day(case.appeal_answered_on))
    else:
        done = _("Asked for on {day}").format(day=_day(case.appealed_on))
    return " · ".join(filter(None, (done, _of(case, "appeal_by", ledger))))


def _day(day: date | None) -> str:
    return current().medium_date(day) if day is not None else ""


def _of(case: Complaint, name: str, ledger: Ledger) -> str:
    text = Display(ledger, current(), content_titles.title).of(case, field_of(Complaint, name))
    return current().isolate(text) if text else ""
