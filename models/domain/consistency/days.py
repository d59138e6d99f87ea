"""Days that must lie in an order, and days of what has happened."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from models.domain.action_states import not_come
from models.domain.fields import Record, field_of
from models.domain.marking import N_
from models.domain.records.audit import Audit, Finding, Review
from models.domain.records.charter import Pilot
from models.domain.records.commitment import Decision, ObjectiveAction
from models.domain.records.control import DocumentControl, Person
from models.domain.records.correction import Action
from models.domain.records.feedback import Analysis, IndicatorValue, Survey
from models.domain.records.operation import Complaint, Display
from models.domain.records.organisation import GapRound
from models.domain.records.training import Induction
from models.domain.sentences import Sentence

# Pairs of days, the earlier first. A day that is missing breaks nothing.
ORDERS: Mapping[type[Record], tuple[tuple[str, str], ...]] = {
    Action: (
        ("opened_on", "due"),
        ("opened_on", "done_on"),
        ("opened_on", "closed_on"),
        ("done_on", "check_on"),
        ("done_on", "closed_on"),
        ("opened_on", "contained_on"),
    ),
    Analysis: (("start", "end"), ("end", "signed_on")),
    Audit: (("audited_on", "signed_on"),),
    Complaint: (
        ("received_on", "acknowledge_by"),
        ("received_on", "acknowledged_on"),
        ("received_on", "due"),
        ("received_on", "answered_on"),
        ("answered_on", "appealed_on"),
        ("appealed_on", "appeal_due"),
        ("appealed_on", "appeal_answered_on"),
        ("received_on", "closed_on"),
        ("answered_on", "closed_on"),
        ("appeal_answered_on", "closed_on"),
    ),
    Decision: (("met_on", "signed_on"),),
    Display: (("installed_on", "removed_on"),),
    DocumentControl: (
        ("prepared_on", "reviewed_on"),
        ("prepared_on", "approved_on"),
        ("reviewed_on", "approved_on"),
        ("issue_date", "next_review"),
    ),
    GapRound: (("started_on", "signed_on"),),
    IndicatorValue: (("start", "end"),),
    Induction: (("started_on", "completed_on"),),
    ObjectiveAction: (("start", "due"),),
    Person: (("started_on", "left_on"),),
    Pilot: (("start", "end"),),
    Review: (("held_on", "signed_on"), ("start", "end"), ("start", "held_on"), ("held_on", "next_on")),
    Survey: (("start", "end"),),
}


@dataclass(frozen=True)
class PastDays:
    """Names of fields whose days tell of what has happened.

    refused: one that lies ahead is not kept. warned: one that lies ahead is kept, since it may be a plan.
    """

    refused: tuple[str, ...] = ()
    warned: tuple[str, ...] = ()


HAPPENED: Mapping[type[Record], PastDays] = {
    Action: PastDays(
        refused=("contained_on", "done_on", "checked_on", "reopened_on", "informed_on", "closed_on")
    ),
    Audit: PastDays(warned=("audited_on", "signed_on")),
    Finding: PastDays(warned=("closed_on",)),
}


def past_days(record_type: type[Record]) -> PastDays:
    """Return which days of such records tell of what has happened."""
    return HAPPENED.get(record_type, PastDays())


def refused_ahead(record_type: type[Record], name: str, value: object, today: date) -> Sentence | None:
    """Return why a day cannot be entered: it tells of what has happened, and is still to come."""
    if isinstance(value, date) and value > today and name in past_days(record_type).refused:
        return not_come(value)
    return None


def disorder(record: Record) -> Iterator[tuple[str, Sentence]]:
    """Yield each day that lies before one that must come first."""
    for earlier, later in ORDERS.get(type(record), ()):
        first, second = getattr(record, earlier), getattr(record, later)
        if first is not None and second is not None and second < first:
            yield (
                later,
                Sentence(
                    N_("This lies before “{earlier}” ({day}). Check the two dates."),
                    earlier=Sentence(field_of(type(record), earlier).label),
                    day=first,
                ),
            )


def still_to_come(record: Record, today: date | None) -> Iterator[tuple[str, Sentence]]:
    """Yield each day that is warned of, since it lies ahead of today; none without one."""
    for name in past_days(type(record)).warned:
        day = getattr(record, name)
        if today is not None and day is not None and day > today:
            yield name, Sentence(N_("This day is still to come. Write here what has happened."))
