"""Exit criteria of step 4, training."""

from __future__ import annotations

from datetime import date

from models.domain.gates.criterion import Criterion, Outcome, met, place, unmet
from models.domain.gates.facts import Facts, label
from models.domain.records.control import Person
from models.domain.records.operation import Launch
from models.domain.records.training import Attendance, Authority, TestResult, TrainingRule, TrainingSession
from models.domain.sentences import Sentence
from models.domain.training import best_scores, facing_customers, first_training


def staff_trained(facts: Facts) -> Outcome:
    """Judge whether everybody who meets customers was trained, those of the start before the launch."""
    facing = facing_customers(facts)
    if not facing:
        return unmet(_NOBODY, place(Person, "meets_customers"))
    trained = first_training(facts)
    untrained = [person for person in facing if person.id not in trained]
    if untrained:
        reason = Sentence(
            "{count} of {total} people who meet customers has not been trained; the first is {first}.",
            "{count} of {total} people who meet customers have not been trained; the first is {first}.",
            len(untrained),
            total=len(facing),
            first=facts.name(untrained[0]),
        )
        return unmet(reason, place(Attendance))
    launched = facts.sheet(Launch).launch_on
    late = [p for p in facing if launched and _was_there(p, launched) and trained[p.id] > launched]
    if late:
        reason = Sentence(
            "{count} of {total} people who meet customers was trained only after the launch; "
            "the first is {first}.",
            "{count} of {total} people who meet customers were trained only after the launch; "
            "the first is {first}.",
            len(late),
            total=len(facing),
            first=facts.name(late[0]),
        )
        return unmet(reason, place(Attendance))
    reason = Sentence(
        "{count} person who meets customers has been trained.",
        "All {count} people who meet customers have been trained.",
        len(facing),
    )
    return met(reason, place(Attendance))


def tests_passed(facts: Facts) -> Outcome:
    """Judge whether everybody who meets customers reached the pass mark at least once."""
    facing, rule = facing_customers(facts), facts.sheet(TrainingRule)
    if not facing:
        return unmet(_NOBODY, place(Person, "meets_customers"))
    if rule.pass_mark is None:
        return unmet(Sentence("The pass mark of the test is not set."), place(rule, "pass_mark"))
    best = best_scores(facts)
    failing = [person for person in facing if best.get(person.id, 0) < rule.pass_mark]
    if failing:
        reason = Sentence(
            "{count} of {total} people who meet customers has no test result of {mark} or more; "
            "the first is {first}.",
            "{count} of {total} people who meet customers have no test result of {mark} or more; "
            "the first is {first}.",
            len(failing),
            total=len(facing),
            mark=rule.pass_mark,
            first=facts.name(failing[0]),
        )
        return unmet(reason, place(TestResult))
    reason = Sentence(
        "{count} person who meets customers has passed the test.",
        "All {count} people who meet customers have passed the test.",
        len(facing),
    )
    return met(reason, place(TestResult))


def authority_signed(facts: Facts) -> Outcome:
    """Judge whether the authority table is written and signed."""
    lines, rule = facts.all(Authority), facts.sheet(TrainingRule)
    if not lines:
        return unmet(Sentence("The authority table is empty."), place(Authority))
    for line in lines:
        if field := facts.blank(line, "job", "remedy"):
            reason = Sentence("In the authority table, a “{field}” is empty.", field=label(line, field))
            return unmet(reason, place(line, field))
    if field := facts.blank(rule, "authority_signed_by", "authority_signed_on"):
        reason = Sentence("The authority table is not signed: “{field}” is empty.", field=label(rule, field))
        return unmet(reason, place(rule, field))
    reason = Sentence(
        "{name} signed the authority table on {day}.",
        name=facts.who(rule.authority_signed_by),
        day=rule.authority_signed_on,
    )
    return met(reason, place(rule))


def records_complete(facts: Facts) -> Outcome:
    """Judge whether each held session has its trainer, day, length and signed attendance."""
    held = [session for session in facts.all(TrainingSession) if session.is_held]
    if not held:
        return unmet(Sentence("No training session is marked as held."), place(TrainingSession))
    for session in held:
        if missing := _missing(facts, session):
            return missing
    reason = Sentence(
        "{count} held session has a complete record.",
        "All {count} held sessions have complete records.",
        len(held),
    )
    return met(reason, place(TrainingSession))


CRITERIA = (
    Criterion("S4-E1", "S4-T5", staff_trained),
    Criterion("S4-E2", "S4-T7", tests_passed),
    Criterion("S4-E3", "S4-T6", authority_signed),
    Criterion("S4-E4", "S4-T9", records_complete),
)

_NOBODY = Sentence("Nobody is marked as meeting customers.")


def _was_there(person: Person, launched: date) -> bool:
    return person.started_on is None or person.started_on <= launched


def _missing(facts: Facts, session: TrainingSession) -> Outcome | None:
    """Return what a held session's record lacks, None when it is complete."""
    if field := facts.blank(session, "trainer", "held_on", "minutes"):
        reason = Sentence(
            "The record of the session “{session}” is not complete: “{field}” is empty.",
            session=facts.name(session),
            field=label(session, field),
        )
        return unmet(reason, place(session, field))
    present = [one for one in facts.of(Attendance, "session", session.id) if one.attended]
    if not present:
        reason = Sentence(
            "Nobody is entered as present at the session “{session}”.", session=facts.name(session)
        )
        return unmet(reason, place(Attendance))
    unsigned = [one for one in present if not one.signed]
    if unsigned:
        reason = Sentence(
            "{count} of {total} people at the session “{session}” has not signed the attendance sheet.",
            "{count} of {total} people at the session “{session}” have not signed the attendance sheet.",
            len(unsigned),
            total=len(present),
            session=facts.name(session),
        )
        return unmet(reason, place(unsigned[0], "signed"))
    return None
