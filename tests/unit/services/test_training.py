"""What a user does in step 4, on a real company file."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from models.domain.records.commitment import Role, RoleName
from models.domain.records.control import Person
from models.domain.records.training import (
    INDUCTION_POINTS,
    Attendance,
    Induction,
    SkillNeed,
    TestResult,
    TrainingSession,
)
from models.domain.text import LocalText
from models.domain.training import points_done
from models.localisation.language import load_language
from models.services.company import OpenCompany
from models.services.editing import ValueRefused
from models.services.training import attending, needs, starting, testing
from models.services.training.attending import Presence
from models.services.training.needs import JOB, SKILL, NameMissing, NameTaken

TODAY = date(2026, 11, 22)
WAITER = LocalText(fa="میزبان", en="Waiter")
SARA = Person(name=LocalText(en="Sara"), job=WAITER, started_on=TODAY - timedelta(days=20))
REZA = Person(name=LocalText(en="Reza"), job=LocalText(en="Cook"), started_on=TODAY - timedelta(days=400))


@pytest.fixture
def company(company: OpenCompany) -> OpenCompany:
    company.save_all([SARA, REZA])
    return company


def fill(company: OpenCompany, *cells: tuple[str, str, str]) -> None:
    company.save_all(SkillNeed(job=job, skill=skill, state=state) for job, skill, state in cells)


def test_a_new_skill_is_a_column_of_its_own(company: OpenCompany) -> None:
    assert needs.add(company, SKILL, "  Talks   with angry customers ") == "Talks with angry customers"
    assert needs.needs(company).skills == ("Talks with angry customers",)


@pytest.mark.parametrize("typed", ["promises", "PROMISES ", "prómises"])
def test_a_name_that_is_there_is_refused(company: OpenCompany, typed: str) -> None:
    needs.add(company, SKILL, "Promises")

    with pytest.raises(NameTaken):
        needs.add(company, SKILL, typed)


@pytest.mark.parametrize(("typed", "error"), [("  ", NameMissing), ("x" * 1_001, ValueRefused)])
def test_a_name_that_cannot_be_kept_is_refused(
    company: OpenCompany, typed: str, error: type[Exception]
) -> None:
    with pytest.raises(error):
        needs.add(company, JOB, typed)

    assert company.all(SkillNeed) == ()


def test_states_of_many_cells_are_one_step_to_undo(company: OpenCompany) -> None:
    fill(company, ("Waiter", "Promises", "need"))

    needs.set_states(company, {("Waiter", "Promises"): "have", ("Cook", "Promises"): "na"})
    found = needs.needs(company)
    company.undo()

    assert (found.state("Waiter", "Promises"), found.state("Cook", "Promises")) == ("have", "na")
    assert needs.needs(company).state("Waiter", "Promises") == "need"
    assert needs.needs(company).jobs == ("Waiter",)


def test_a_renamed_skill_keeps_its_states(company: OpenCompany) -> None:
    fill(company, ("Waiter", "Promises", "need"), ("Cook", "Promises", "have"))

    needs.rename(company, SKILL, "Promises", "Our promises")

    found = needs.needs(company)
    assert (found.skills, found.state("Cook", "Our promises")) == (("Our promises",), "have")


def test_a_name_may_be_written_otherwise(company: OpenCompany) -> None:
    fill(company, ("Waiter", "promises", "need"))

    assert needs.rename(company, SKILL, "promises", "Promises") == "Promises"


def test_a_removed_skill_leaves_the_jobs(company: OpenCompany) -> None:
    fill(company, ("Waiter", "Promises", "need"), ("Cook", "Promises", "have"))

    needs.remove(company, SKILL, "Promises")

    assert needs.needs(company).jobs == ("Waiter", "Cook")
    assert needs.needs(company).skills == ()
    assert len(company.binned(SkillNeed)) == 2


def test_jobs_of_people_that_are_missing_are_offered(company: OpenCompany) -> None:
    fill(company, ("میزبان", "Promises", "need"))

    assert needs.missing_jobs(company, [SARA, REZA], "en") == ("Cook",)


def test_people_are_found_by_their_job_in_any_language() -> None:
    assert needs.people_in("ميزبان", [SARA, REZA]) == (SARA,)


def test_a_session_from_a_need_invites_whoever_needs_it(company: OpenCompany) -> None:
    fill(company, ("Waiter", "Promises", "need"), ("Cook", "Promises", "have"))
    company.save(Role(role=RoleName.TRAINER, person=REZA.id))

    session = needs.plan_session(company, "Promises", [SARA, REZA])

    assert (session.topic, session.trainer, session.held_on) == ("Promises", REZA.id, None)
    assert [(one.session, one.person, one.attended) for one in company.all(Attendance)] == [
        (session.id, SARA.id, False)
    ]
    assert needs.planned(company, "promises") == session


def test_a_session_and_its_list_are_one_step_to_undo(company: OpenCompany) -> None:
    fill(company, ("Waiter", "Promises", "need"))
    needs.plan_session(company, "Promises", [SARA])

    company.undo()

    assert company.all(TrainingSession) == ()
    assert company.all(Attendance) == ()


def test_whoever_came_to_a_session_of_today_makes_it_a_held_one(company: OpenCompany) -> None:
    session = TrainingSession(topic="Promises", held_on=TODAY)
    company.save(session)

    attending.set_presences(company, {session.id: {SARA.id: Presence.SIGNED}}, TODAY)

    [kept] = company.all(TrainingSession)
    [came] = company.all(Attendance)
    assert (kept.is_held, came.attended, came.signed) == (True, True, True)
    assert attending.presence(came, kept) is Presence.SIGNED


def test_a_session_still_to_come_is_not_held_by_a_tick(company: OpenCompany) -> None:
    session = TrainingSession(topic="Promises", held_on=TODAY + timedelta(days=1))
    company.save(session)

    attending.set_presences(company, {session.id: {SARA.id: Presence.CAME}}, TODAY)

    assert not company.all(TrainingSession)[0].is_held


def test_whoever_is_on_the_list_is_expected_first_and_absent_later() -> None:
    listed = Attendance(person=SARA.id)

    assert attending.presence(listed, TrainingSession()) is Presence.EXPECTED
    assert attending.presence(listed, TrainingSession(is_held=True)) is Presence.ABSENT


def test_a_cleared_person_is_off_the_list(company: OpenCompany) -> None:
    session = TrainingSession(topic="Promises", held_on=TODAY)
    company.save_all([session, Attendance(session=session.id, person=SARA.id)])

    attending.set_presences(company, {session.id: {SARA.id: "", REZA.id: ""}}, TODAY)

    assert company.all(Attendance) == ()


def test_absent_takes_the_signature_away(company: OpenCompany) -> None:
    session = TrainingSession(topic="Promises", held_on=TODAY)
    company.save(session)
    attending.set_presences(company, {session.id: {SARA.id: Presence.SIGNED}}, TODAY)

    attending.set_presences(company, {session.id: {SARA.id: Presence.ABSENT}}, TODAY)

    [one] = company.all(Attendance)
    assert (one.attended, one.signed) == (False, False)


def test_scores_are_kept_by_person_and_day(company: OpenCompany) -> None:
    testing.set_scores(company, {(SARA.id, TODAY): 5, (REZA.id, TODAY): 8})
    testing.set_scores(company, {(SARA.id, TODAY): 6})

    assert {key: one.score for key, one in testing.results(company).items()} == {
        (SARA.id, TODAY): 6,
        (REZA.id, TODAY): 8,
    }
    assert len(company.all(TestResult)) == 2


def test_more_right_answers_than_questions_are_refused(company: OpenCompany) -> None:
    with pytest.raises(ValueRefused):
        testing.set_scores(company, {(REZA.id, TODAY): 8, (SARA.id, TODAY): 9})

    assert company.all(TestResult) == ()


def test_a_score_is_taken_away_again(company: OpenCompany) -> None:
    testing.set_scores(company, {(SARA.id, TODAY): 5})

    testing.set_scores(company, {(SARA.id, TODAY): None, (REZA.id, TODAY): None})

    assert company.all(TestResult) == ()


def test_who_has_just_started_without_a_checklist_is_new(company: OpenCompany) -> None:
    before = starting.newcomers(company, [SARA, REZA], TODAY)
    begun = starting.begin(company, SARA, TODAY)

    assert before == (SARA,)
    assert begun.started_on == SARA.started_on
    assert starting.newcomers(company, [SARA, REZA], TODAY) == ()


def test_the_last_point_completes_the_checklist_and_an_open_one_reopens_it(company: OpenCompany) -> None:
    begun = starting.begin(company, SARA, TODAY)
    starting.set_points(company, {(begun.id, point): True for point in INDUCTION_POINTS}, TODAY)
    complete = company.all(Induction)[0]

    starting.set_points(company, {(begun.id, "IN-3"): False}, TODAY)

    assert complete.completed_on == TODAY
    assert company.all(Induction)[0].completed_on is None
    assert points_done(company.all(Induction)[0]) == INDUCTION_POINTS.keys() - {"IN-3"}


def test_a_completed_list_without_points_counts_as_done() -> None:
    assert points_done(Induction(completed_on=TODAY)) == INDUCTION_POINTS.keys()


def test_the_points_are_those_of_the_content() -> None:
    from models.content.training import syllabus

    assert list(INDUCTION_POINTS) == [point.id for point in syllabus().induction]


@pytest.mark.parametrize("code", ["fa", "en"])
def test_the_model_puts_the_jobs_of_the_staff_against_the_syllabus(company: OpenCompany, code: str) -> None:
    from models.domain.registers import register
    from models.services.starters import starter

    records = starter(register("skill_need"), company, load_language(code), TODAY)
    company.save_all(records)

    found = needs.needs(company)
    assert found.jobs == (WAITER.get(code), "Cook")
    assert len(found.skills) == 5
    assert len(found.open) == 10
