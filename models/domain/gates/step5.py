"""Exit criteria of step 5, the charter at work."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from models.domain.gates.criterion import Criterion, Outcome, met, place, unmet
from models.domain.gates.facts import Facts, label
from models.domain.records.choices import CHANNELS
from models.domain.records.commitment import Scope
from models.domain.records.operation import Complaint, DataSheet, Display, Launch
from models.domain.sentences import Sentence

WEEKS = 4

_WEEK = timedelta(days=7)


def charter_visible(facts: Facts) -> Outcome:
    """Judge whether the charter can be seen, provably, on every channel of the scope."""
    channels = facts.sheet(Scope).channels
    if not channels:
        reason = Sentence("The scope names no ways in which customers reach you.")
        return unmet(reason, place(facts.sheet(Scope), "channels"))
    displays = [display for display in facts.all(Display) if stands(facts, display)]
    hidden = hidden_channels(facts)
    if hidden:
        reason = Sentence(
            "The charter is not shown on {count} of {total} channels; the first is “{first}”.",
            "The charter is not shown on {count} of {total} channels; the first is “{first}”.",
            len(hidden),
            total=len(channels),
            first=Sentence(CHANNELS[hidden[0]]),
        )
        return unmet(reason, place(Display))
    proven = {display.channel for display in displays if _is_proven(facts, display)}
    for display in displays:
        if display.channel in channels and display.channel not in proven:
            reason = Sentence(
                "Nothing proves yet that the charter is shown at “{place}”.", place=facts.name(display)
            )
            return unmet(reason, place(display, "proof"))
    reason = Sentence(
        "The charter is shown on {count} channel, with proof.",
        "The charter is shown on all {count} channels, with proof.",
        len(channels),
    )
    return met(reason, place(Display))


def hidden_channels(facts: Facts) -> list[str]:
    """Return the channels of the scope on which no charter stands, in the order of the scope."""
    shown = {display.channel for display in facts.all(Display) if stands(facts, display)}
    return [channel for channel in facts.sheet(Scope).channels if channel not in shown]


def route_tested(facts: Facts) -> Outcome:
    """Judge whether it is recorded when and by whom the complaint route was tested, and how that went."""
    launch = facts.sheet(Launch)
    if field := facts.blank(launch, "route_tested_on", "route_tested_by", "route_result"):
        reason = Sentence(
            "The test of the complaint route is not recorded: “{field}” is empty.",
            field=label(launch, field),
        )
        return unmet(reason, place(launch, field))
    reason = Sentence("The complaint route was tested on {day}.", day=launch.route_tested_on)
    return met(reason, place(launch, "route_tested_on"))


def weeks_counted(facts: Facts) -> Outcome:
    """Judge whether there are data sheets of four weeks in a row, of whichever promises."""
    weeks = weeks_in_a_row(facts)
    if weeks < WEEKS:
        reason = Sentence(
            "There are data sheets of {count} week in a row; {needed} are needed.",
            "There are data sheets of {count} weeks in a row; {needed} are needed.",
            weeks,
            needed=WEEKS,
        )
        return unmet(reason, place(DataSheet))
    reason = Sentence(
        "There are data sheets of {count} week in a row.",
        "There are data sheets of {count} weeks in a row.",
        weeks,
    )
    return met(reason, place(DataSheet))


def complaints_acknowledged(facts: Facts) -> Outcome:
    """Judge whether the receipt of every complaint was confirmed.

    A log without complaints counts only when the tested route shows that it is open.
    """
    complaints = [one for one in facts.all(Complaint) if not one.cancelled_because]
    waiting = [complaint for complaint in complaints if complaint.acknowledged_on is None]
    if waiting:
        reason = Sentence(
            "The receipt of {count} of {total} complaints is not confirmed; the first is {first}.",
            "The receipt of {count} of {total} complaints is not confirmed; the first is {first}.",
            len(waiting),
            total=len(complaints),
            first=facts.name(waiting[0]),
        )
        return unmet(reason, place(waiting[0], "acknowledged_on"))
    if complaints:
        reason = Sentence(
            "The receipt of {count} complaint is confirmed.",
            "The receipt of all {count} complaints is confirmed.",
            len(complaints),
        )
        return met(reason, place(Complaint))
    launch = facts.sheet(Launch)
    if launch.route_tested_on is None:
        reason = Sentence("The complaint log has not been opened: no complaint, no test of the route.")
        return unmet(reason, place(Complaint))
    reason = Sentence("The complaint log is open, and no complaint waits for confirmation.")
    return met(reason, place(Complaint))


CRITERIA = (
    Criterion("S5-E1", "S5-T1", charter_visible),
    Criterion("S5-E2", "S5-T3", route_tested),
    Criterion("S5-E3", "S5-T4", weeks_counted),
    Criterion("S5-E4", "S5-T6", complaints_acknowledged),
)


def weeks_in_a_row(facts: Facts) -> int:
    """Return the greatest number of weeks following each other in which something was counted."""
    counted = {
        sheet.week_start
        for sheet in facts.all(DataSheet)
        if sheet.week_start is not None and sheet.cases is not None and sheet.kept is not None
    }
    return _longest_run(counted)


def stands(facts: Facts, display: Display) -> bool:
    """Return whether a display is up today."""
    return facts.has_come(display.installed_on) and not facts.has_come(display.removed_on)


def _is_proven(facts: Facts, display: Display) -> bool:
    return bool(display.proof.strip()) or facts.has_file("display", display.id)


def _longest_run(weeks: Iterable[date]) -> int:
    """Return the greatest number of weeks that follow each other, by their first days."""
    runs: dict[date, int] = {}
    for week in sorted(weeks):
        runs[week] = runs.get(week - _WEEK, 0) + 1
    return max(runs.values(), default=0)
