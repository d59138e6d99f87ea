"""Rules about the charter at work: displays, complaints, remedies, weekly counts."""

from __future__ import annotations

from datetime import timedelta

from models.domain.action_triggers import Trigger, untreated
from models.domain.gates.criterion import place
from models.domain.gates.facts import Facts
from models.domain.health.rule import Found, serious, warning
from models.domain.launch_readiness import old_displays
from models.domain.numbering import revision_in_force
from models.domain.records.charter import ComplaintRule, Promise
from models.domain.records.operation import (
    COMPLAINT_TYPES,
    Breach,
    Complaint,
    DataSheet,
    Display,
    Launch,
    SupplierNotice,
)
from models.domain.repetition import repetitions
from models.domain.sentences import Sentence

CHARTER = "D2"
_COUNT_DAYS = timedelta(days=14)
_CLOSING_DAYS = timedelta(days=30)


def launched_unseen(facts: Facts) -> Found:
    """Find a charter in force that hangs nowhere."""
    launch = facts.sheet(Launch)
    hanging = [one for one in facts.all(Display) if one.installed_on and not one.removed_on]
    if facts.has_come(launch.launch_on) and not hanging:
        yield Sentence("The charter is in force and customers can see it nowhere."), place(Display)


def old_revision_on_display(facts: Facts) -> Found:
    """Find displays of another revision than the one in force."""
    in_force = revision_in_force(facts.ledger, CHARTER)
    for display in old_displays(facts):
        reason = Sentence(
            "At “{name}” hangs revision {old}; revision {new} is in force.",
            name=facts.name(display),
            old=display.revision,
            new=in_force,
        )
        yield reason, place(display, "revision")


def route_not_tested(facts: Facts) -> Found:
    """Find a complaint route that nobody tried before the launch."""
    launch = facts.sheet(Launch)
    if facts.has_come(launch.launch_on) and not facts.has_come(launch.route_tested_on):
        reason = Sentence("The charter is in force, and nobody has tried out the complaint route.")
        yield reason, place(launch, "route_tested_on")


def complaint_without_owner(facts: Facts) -> Found:
    """Find open complaints for which nobody answers."""
    for complaint in _open(facts):
        if field := facts.blank(complaint, "assigned", "due"):
            reason = Sentence("The complaint {no} has no owner or no due date.", no=facts.name(complaint))
            yield reason, place(complaint, field)


def complaint_not_acknowledged(facts: Facts) -> Found:
    """Find complaints whose receipt was not confirmed in time.

    The rule speaks of working days; twice as many calendar days are always enough.
    """
    days = facts.sheet(ComplaintRule).acknowledge_days
    if days is None:
        return
    for complaint in _open(facts):
        received = complaint.received_on
        if received and not complaint.acknowledged_on and received + timedelta(2 * days + 2) < facts.today:
            reason = Sentence("The receipt of the complaint {no} is not confirmed.", no=facts.name(complaint))
            yield reason, place(complaint, "acknowledged_on")


def complaint_not_closed(facts: Facts) -> Found:
    """Find complaints that were answered a month ago and are still open."""
    for complaint in _open(facts):
        answered = complaint.answered_on
        if answered is not None and answered + _CLOSING_DAYS < facts.today:
            reason = Sentence(
                "The complaint {no} was answered over a month ago and is not closed.",
                no=facts.name(complaint),
            )
            yield reason, place(complaint, "closed_on")


def complaint_repeated(facts: Facts) -> Found:
    """Find what customers complained about three times while nobody looked for the cause."""
    for one in repetitions(facts.ledger, Complaint):
        promise = facts.find(Promise, one.promise)
        if promise is not None:
            reason = Sentence(
                "{count} complaint is about the promise “{name}”, and no action looks for the cause.",
                "{count} complaints are about the promise “{name}”, and no action looks for the cause.",
                len(one.cases),
                name=facts.name(promise),
            )
        elif one.subject in COMPLAINT_TYPES:
            reason = Sentence(
                "{count} complaint is about “{subject}”, and no action looks for the cause.",
                "{count} complaints are about “{subject}”, and no action looks for the cause.",
                len(one.cases),
                subject=Sentence(COMPLAINT_TYPES[one.subject]),
            )
        else:
            continue
        yield reason, place(one.cases[-1], "action")


def breach_repeated(facts: Facts) -> Found:
    """Find promises that were broken three times while nobody looked for the cause."""
    for one in repetitions(facts.ledger, Breach):
        promise = facts.find(Promise, one.promise)
        if promise is not None:
            reason = Sentence(
                "The promise “{name}” was broken {count} time, and no action looks for the cause.",
                "The promise “{name}” was broken {count} times, and no action looks for the cause.",
                len(one.cases),
                name=facts.name(promise),
            )
            yield reason, place(one.cases[-1], "action")


def breach_without_remedy(facts: Facts) -> Found:
    """Find broken promises for which the customer got nothing."""
    for breach in facts.all(Breach):
        if facts.blank(breach, "remedy"):
            reason = Sentence(
                "No remedy is entered for a case in which the promise “{name}” was not kept.",
                name=facts.name(facts.find(Promise, breach.promise) or breach),
            )
            yield reason, place(breach, "remedy")


def supplier_not_agreed(facts: Facts) -> Found:
    """Find suppliers who were not told of their part, or have not agreed."""
    for notice in facts.all(SupplierNotice):
        if field := facts.blank(notice, "told_on", "is_agreed"):
            reason = Sentence("{name} has not agreed to their part yet.", name=facts.name(notice))
            yield reason, place(notice, field)


def weeks_not_counted(facts: Facts) -> Found:
    """Find promises that nobody counted for two weeks after the launch."""
    launched = facts.sheet(Launch).launch_on
    if launched is None or launched + _COUNT_DAYS > facts.today:
        return
    for promise in facts.all(Promise):
        starts = [one.week_start for one in facts.of(DataSheet, "promise", promise.id) if one.week_start]
        if max(starts, default=launched) + 2 * _COUNT_DAYS < facts.today:
            reason = Sentence(
                "For weeks nobody has counted how often the promise “{name}” was kept.",
                name=facts.name(promise),
            )
            yield reason, place(DataSheet)


def complaint_action_missing(facts: Facts) -> Found:
    """Find serious complaints without a corrective action."""
    for case in untreated(facts.ledger, Trigger.SERIOUS):
        reason = Sentence("The serious complaint {no} has no corrective action.", no=facts.name(case.record))
        yield reason, place(case.record, "action")


def _open(facts: Facts) -> list[Complaint]:
    return [one for one in facts.all(Complaint) if not one.closed_on and not one.cancelled_because]


RULES = (
    serious(5, launched_unseen),
    warning(5, old_revision_on_display),
    warning(5, route_not_tested),
    warning(5, complaint_without_owner),
    serious(5, complaint_not_acknowledged),
    warning(5, complaint_not_closed),
    serious(5, complaint_repeated),
    warning(5, breach_repeated),
    warning(5, complaint_action_missing),
    serious(5, breach_without_remedy),
    warning(5, supplier_not_agreed),
    warning(5, weeks_not_counted),
)
