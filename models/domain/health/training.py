"""Rules about training and its proof."""

from __future__ import annotations

from datetime import timedelta

from models.domain.gates.criterion import place
from models.domain.gates.facts import Facts
from models.domain.health.rule import Found, hint, serious, warning
from models.domain.records.control import Person
from models.domain.records.training import (
    Attendance,
    Authority,
    EffectCheck,
    Induction,
    TestResult,
    TrainingRule,
    TrainingSession,
)
from models.domain.sentences import Sentence
from models.domain.training import facing_customers, first_training

EFFECT_DAYS = timedelta(days=60)
INDUCTION_DAYS = timedelta(days=14)


def session_without_attendance(facts: Facts) -> Found:
    """Find sessions that were held for nobody."""
    for session in facts.all(TrainingSession):
        present = [one for one in facts.of(Attendance, "session", session.id) if one.attended]
        if session.is_held and not present:
            reason = Sentence(
                "Nobody is entered as present at the session “{name}”.", name=facts.name(session)
            )
            yield reason, place(Attendance)


def session_not_held(facts: Facts) -> Found:
    """Find sessions whose day has passed."""
    for session in facts.all(TrainingSession):
        if not session.is_held and session.held_on and session.held_on < facts.today:
            reason = Sentence(
                "The session “{name}” was planned for {day} and is not marked as held.",
                name=facts.name(session),
                day=session.held_on,
            )
            yield reason, place(session, "is_held")


def attendance_unsigned(facts: Facts) -> Found:
    """Find attendance that nobody signed."""
    for attendance in facts.all(Attendance):
        if attendance.attended and not attendance.signed:
            reason = Sentence(
                "{name} has not signed the attendance sheet.", name=facts.who(attendance.person) or "–"
            )
            yield reason, place(attendance, "signed")


def untrained_at_the_counter(facts: Facts) -> Found:
    """Find people who meet customers and never took part in a session."""
    trained = first_training(facts)
    for person in facing_customers(facts):
        if person.id not in trained:
            reason = Sentence(
                "{name} meets customers and has not taken part in any training.", name=facts.name(person)
            )
            yield reason, place(Attendance)


def failed_test_not_repeated(facts: Facts) -> Found:
    """Find people whose last test was below the pass mark."""
    needed = facts.sheet(TrainingRule).pass_mark or 0
    for person in facts.all(Person):
        results = [one for one in facts.of(TestResult, "person", person.id) if one.taken_on]
        last = max(results, key=lambda one: one.taken_on or facts.today, default=None)
        if last is not None and (last.score or 0) < needed and facts.is_here(person):
            reason = Sentence(
                "{name} did not pass the test and has not repeated it.", name=facts.name(person)
            )
            yield reason, place(TestResult)


def effect_not_checked(facts: Facts) -> Found:
    """Find people at whose work nobody looked two months after their training."""
    checked = {one.person for one in facts.all(EffectCheck)}
    for person_id, day in first_training(facts).items():
        person = facts.person(person_id)
        is_due = day + EFFECT_DAYS < facts.today
        if person is not None and facts.is_here(person) and person_id not in checked and is_due:
            reason = Sentence(
                "Nobody has checked what the training of {name} brought.", name=facts.name(person)
            )
            yield reason, place(EffectCheck)


def newcomer_without_induction(facts: Facts) -> Found:
    """Find new employees who were not introduced within two weeks."""
    introduced = {one.person for one in facts.all(Induction) if one.completed_on}
    launched = min((day for day in first_training(facts).values()), default=None)
    for person in facts.all(Person):
        started = person.started_on
        if started is None or launched is None or started <= launched or not facts.is_here(person):
            continue
        if person.id not in introduced and started + INDUCTION_DAYS < facts.today:
            reason = Sentence("{name} is new and was not introduced yet.", name=facts.name(person))
            yield reason, place(Induction)


def authority_unsigned(facts: Facts) -> Found:
    """Find an authority table that nobody signed."""
    rule = facts.sheet(TrainingRule)
    if facts.all(Authority) and (field := facts.blank(rule, "authority_signed_by", "authority_signed_on")):
        yield Sentence("The authority table is not signed."), place(rule, field)


RULES = (
    serious(4, session_without_attendance),
    warning(4, session_not_held),
    warning(4, attendance_unsigned),
    serious(4, untrained_at_the_counter),
    warning(4, failed_test_not_repeated),
    hint(4, effect_not_checked),
    warning(4, newcomer_without_induction),
    warning(4, authority_unsigned),
)
