from datetime import date, timedelta

import pytest

from models.domain.fields import Record
from models.domain.gates.facts import Facts
from models.domain.guidance import Guidance
from models.domain.ids import RecordId
from models.domain.lateness import late_things
from models.domain.ledger import Records
from models.domain.records.control import Person
from models.domain.records.training import (
    Attendance,
    EffectCheck,
    SkillNeed,
    TestResult,
    TrainingRule,
    TrainingSession,
)
from models.domain.training import (
    Part,
    SessionStatus,
    Standing,
    first_training,
    last_training,
    matrix,
    passed,
    session_status,
    staff,
    standing,
    summary,
    watches,
)
from tests.unit.domain.company import both
from tests.unit.domain.wording import SOURCE

TODAY = date(2026, 11, 22)
SARA = Person(id=RecordId("sara"), name=both("Sara"), meets_customers=True)
REZA = Person(id=RecordId("reza"), name=both("Reza"))
GONE = Person(id=RecordId("gone"), name=both("Gone"), left_on=TODAY)
HELD = TrainingSession(
    id=RecordId("held"), topic="Promises", held_on=date(2026, 9, 30), minutes=60, is_held=True
)
AGAIN = TrainingSession(
    id=RecordId("again"), topic="Again", held_on=date(2026, 10, 31), minutes=30, is_held=True
)
PLANNED = TrainingSession(id=RecordId("planned"), topic="Later", held_on=TODAY + timedelta(days=9))


def facts(*records: Record) -> Facts:
    return Facts(Records(records), Guidance(), TODAY)


def there(session: TrainingSession, person: Person, attended: bool = True) -> Attendance:
    return Attendance(session=session.id, person=person.id, attended=attended)


def need(job: str, skill: str, state: str = "need") -> SkillNeed:
    return SkillNeed(job=job, skill=skill, state=state)


def test_the_matrix_keeps_the_order_of_entry() -> None:
    found = matrix([need("Waiter", "Promises"), need("Cook", "Allergens"), need("Waiter", "Allergens")])

    assert (found.jobs, found.skills) == (("Waiter", "Cook"), ("Promises", "Allergens"))


def test_a_cell_says_what_its_job_needs_and_an_empty_one_nothing() -> None:
    found = matrix([need("Waiter", "Promises", "have"), need("Cook", "Allergens", "na")])

    assert (found.state("Waiter", "Promises"), found.state("Cook", "Promises")) == ("have", "")


def test_the_later_of_two_records_of_one_cell_counts() -> None:
    found = matrix([need("Waiter", "Promises", "need"), need("Waiter", "Promises", "have")])

    assert (found.state("Waiter", "Promises"), found.open) == ("have", ())


def test_a_need_with_a_job_alone_keeps_its_row() -> None:
    found = matrix([need("Waiter", ""), need(" ", "Promises")])

    assert (found.jobs, found.skills, found.needs) == (("Waiter",), ("Promises",), {})


def test_open_needs_are_counted_by_job_and_by_skill() -> None:
    found = matrix([need("Waiter", "A"), need("Waiter", "B"), need("Cook", "A"), need("Cook", "B", "have")])

    assert [found.open_for_job(job) for job in found.jobs] == [2, 1]
    assert [found.open_for_skill(skill) for skill in found.skills] == [2, 1]
    assert len(found.open) == 3


def test_who_left_is_not_of_the_staff() -> None:
    assert staff(facts(SARA, GONE, REZA)) == (SARA, REZA)


def test_only_sessions_that_were_held_and_attended_train() -> None:
    records = (SARA, REZA, HELD, PLANNED, there(HELD, SARA), there(HELD, REZA, False), there(PLANNED, REZA))

    assert first_training(facts(*records)) == {SARA.id: HELD.held_on}


def test_first_and_last_training_of_somebody_who_came_twice() -> None:
    records = facts(SARA, HELD, AGAIN, there(AGAIN, SARA), there(HELD, SARA))

    assert first_training(records) == {SARA.id: HELD.held_on}
    assert last_training(records) == {SARA.id: AGAIN.held_on}


@pytest.mark.parametrize(
    ("best", "mark", "expected"),
    [
        (None, 6, Standing.UNTESTED),
        (5, 6, Standing.REPEAT),
        (6, 6, Standing.PASSED),
        (8, None, None),
        (0, 1, Standing.REPEAT),
    ],
)
def test_the_pass_mark_decides(best: int | None, mark: int | None, expected: Standing | None) -> None:
    assert standing(best, mark) is expected


def test_the_best_result_counts() -> None:
    results = (TestResult(person=SARA.id, score=5), TestResult(person=SARA.id, score=6))

    assert passed(facts(SARA, *results, TrainingRule(id=RecordId("training_rule"), pass_mark=6))) == {SARA.id}


@pytest.mark.parametrize(
    ("session", "expected"),
    [
        (HELD, SessionStatus.HELD),
        (PLANNED, SessionStatus.PLANNED),
        (TrainingSession(held_on=TODAY), SessionStatus.PLANNED),
        (TrainingSession(held_on=TODAY - timedelta(days=1)), SessionStatus.LATE),
        (TrainingSession(), SessionStatus.PLANNED),
    ],
)
def test_a_session_is_held_planned_or_late(session: TrainingSession, expected: SessionStatus) -> None:
    assert session_status(session, TODAY) is expected


def test_a_look_at_the_work_is_due_a_month_after_the_last_training() -> None:
    [watch] = watches(facts(SARA, HELD, AGAIN, there(HELD, SARA), there(AGAIN, SARA)))

    assert (watch.trained_on, watch.due, watch.check) == (date(2026, 10, 31), date(2026, 11, 30), None)
    assert not watch.is_over(TODAY)


def test_a_look_before_the_last_training_does_not_count() -> None:
    before, since = date(2026, 9, 29), date(2026, 10, 2)
    old = EffectCheck(person=SARA.id, observed_on=before)
    new = EffectCheck(person=SARA.id, observed_on=since)

    [watch] = watches(facts(SARA, HELD, there(HELD, SARA), old))
    [watched] = watches(facts(SARA, HELD, there(HELD, SARA), new, old))

    assert (watch.check, watched.check) == (None, new)


def test_an_overdue_look_is_late_and_one_that_was_taken_is_not() -> None:
    trained = (SARA, HELD, there(HELD, SARA))
    [thing] = late_things(Records(trained), Guidance(), TODAY)
    seen = EffectCheck(person=SARA.id, observed_on=TODAY)

    assert thing.reason.worded(SOURCE) == (
        "A look at the work of Sara was due on 2026-10-30, a month after the training."
    )
    assert late_things(Records([*trained, seen]), Guidance(), TODAY) == ()


def test_nobody_is_watched_who_left() -> None:
    assert watches(facts(GONE, HELD, there(HELD, GONE))) == ()


def test_the_summary_counts_all_staff_and_those_who_meet_customers() -> None:
    found = summary(
        facts(
            *(SARA, REZA, GONE, HELD, AGAIN, PLANNED, there(HELD, REZA), there(AGAIN, REZA)),
            *(TestResult(person=REZA.id, score=7), TestResult(person=SARA.id, score=1)),
            need("Waiter", "A"),
        )
    )

    assert (found.trained, found.facing_trained) == (Part(1, 2), Part(0, 1))
    assert (found.passed, found.facing_passed) == (Part(1, 2), Part(0, 1))
    assert (found.sessions, found.minutes, found.open_needs) == (2, 90, 1)


def test_the_share_of_nobody_is_unknown() -> None:
    assert summary(facts()).trained.share is None
