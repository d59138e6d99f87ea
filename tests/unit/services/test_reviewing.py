"""The management review at work, on a real company file."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest

from models.domain.ids import RecordId
from models.domain.records.audit import Audit, Review, ReviewDecision, ReviewInput
from models.domain.records.choices import Progress
from models.domain.records.commitment import Objective, Role, RoleName
from models.domain.records.control import CompanySettings, Person
from models.domain.records.correction import Action, ActionSource
from models.domain.records.operation import Complaint
from models.domain.registers import register_of
from models.domain.text import LocalText
from models.localisation.language import load_language
from models.services import next_year, reviewing
from models.services.company import OpenCompany
from models.services.editing import problems_of

TODAY = date(2026, 11, 22)
ENGLISH = load_language("en")
HASSAN = Person(name=LocalText(en="Hassan"))
REVIEW = Review(held_on=TODAY, start=date(2026, 7, 1), end=TODAY, chair=HASSAN.id, present=(HASSAN.id,))
OBJECTIVE = Objective(
    id=RecordId("0 objective"),
    text=LocalText(en="Satisfaction"),
    baseline=Decimal(71),
    target=Decimal(80),
    due=date(2026, 12, 31),
    owner=HASSAN.id,
)


@pytest.fixture
def company(company: OpenCompany) -> OpenCompany:
    company.save_all([HASSAN, REVIEW, OBJECTIVE])
    return company


def decided(**values: object) -> ReviewDecision:
    whole = {"review": REVIEW.id, "text": "Buy a grill", "owner": HASSAN.id, "due": date(2026, 12, 20)}
    return ReviewDecision(**{**whole, **values})  # type: ignore[arg-type]


# Reviews


def test_a_new_review_knows_chair_period_and_next_day(company: OpenCompany) -> None:
    company.save(Role(role=RoleName.TOP_MANAGER, person=HASSAN.id))
    made = reviewing.new_review(company, TODAY + timedelta(days=30))
    assert (made.chair, made.present) == (HASSAN.id, (HASSAN.id,))
    assert (made.start, made.end) == (date(2026, 11, 23), date(2026, 12, 22))


def test_the_next_review_is_proposed_on_a_working_day(company: OpenCompany) -> None:
    settings = register_of(CompanySettings)
    assert settings.is_sheet
    # 2027-11-22 is a Monday.
    company.save(CompanySettings(id=settings.empty_record().id, days_off=("0", "1")))
    assert reviewing.next_day(company, TODAY) == date(2027, 11, 24)


def test_a_review_still_to_come_is_planned() -> None:
    assert reviewing.is_planned(Review(held_on=TODAY + timedelta(days=1)), TODAY)
    assert not reviewing.is_planned(REVIEW, TODAY)


# The agenda


def test_figures_are_written_only_into_empty_notes_and_undone_in_one_step(company: OpenCompany) -> None:
    company.save_all(
        [
            Complaint(no="1", received_on=TODAY, due=TODAY, answered_on=TODAY),
            ReviewInput(review=REVIEW.id, topic="RI-1", note="Ours"),
        ]
    )

    reviewing.write_figures(company, REVIEW, reviewing.agenda(company, REVIEW, TODAY), ENGLISH)

    notes = {one.topic: one.note for one in company.all(ReviewInput)}
    assert notes["RI-1"] == "Ours"
    assert notes["RI-5"].startswith("Complaints: 1; answered in time: 1 of 1.\n")
    assert reviewing.discussed(company, REVIEW) == 10
    company.undo()
    assert [one.note for one in company.all(ReviewInput)] == ["Ours"]


def test_nothing_is_written_where_every_item_has_a_note(company: OpenCompany) -> None:
    company.save(ReviewInput(review=REVIEW.id, topic="RI-1", note="Ours"))
    first = reviewing.agenda(company, REVIEW, TODAY)[0]
    with pytest.raises(reviewing.NothingToWrite):
        reviewing.write_figures(company, REVIEW, [first], ENGLISH)


@pytest.mark.parametrize(("note", "expected"), [("It went well", True), ("۳ شکایت", False), ("", False)])
def test_a_note_without_a_number_is_told(company: OpenCompany, note: str, expected: bool) -> None:
    company.save(ReviewInput(review=REVIEW.id, topic="RI-5", note=note))
    item = next(one for one in reviewing.agenda(company, REVIEW, TODAY) if one.topic.id == "RI-5")
    assert item.lacks_numbers is expected


def test_minutes_lack_notes_then_decisions_then_nothing(company: OpenCompany) -> None:
    lacking = reviewing.lacks(company, REVIEW)
    assert lacking is not None
    assert lacking.worded(ENGLISH) == "10 of 10 items of the agenda have no note yet."
    reviewing.write_figures(company, REVIEW, reviewing.agenda(company, REVIEW, TODAY), ENGLISH)
    undecided = reviewing.lacks(company, REVIEW)
    assert undecided is not None
    assert undecided.worded(ENGLISH) == "Nothing has been decided yet."
    company.save(decided())
    assert reviewing.lacks(company, REVIEW) is None


# Decisions


def test_a_decision_becomes_an_action_and_undo_takes_both_back(company: OpenCompany) -> None:
    decision = decided()
    company.save(decision)

    action = reviewing.make_action(company, decision, ENGLISH, TODAY)

    assert (action.source, action.problem, action.owner) == (ActionSource.REVIEW, "Buy a grill", HASSAN.id)
    assert (action.due, action.opened_on, action.no) == (date(2026, 12, 20), TODAY, "CA-01")
    assert [one.action for one in company.all(ReviewDecision)] == [action.id]
    company.undo()
    assert company.all(Action) == ()
    assert [one.action for one in company.all(ReviewDecision)] == [None]


@pytest.mark.parametrize("field", ["text", "owner", "due"])
def test_an_action_needs_the_whole_decision(company: OpenCompany, field: str) -> None:
    decision = decided(**{field: "" if field == "text" else None})
    company.save(decision)
    with pytest.raises(reviewing.DecisionIncomplete) as refused:
        reviewing.make_action(company, decision, ENGLISH, TODAY)
    assert refused.value.field == field
    assert company.all(Action) == ()


# What stands beside the fields


def said(company: OpenCompany, record: Review | ReviewDecision, field: str) -> str:
    company.save(record)
    problem = problems_of(record, company).get(field)
    return problem.sentence.worded(ENGLISH) if problem else ""


def test_a_review_without_an_audit_before_it_is_told(company: OpenCompany) -> None:
    assert said(company, REVIEW, "held_on").startswith("No internal audit comes before this review")
    company.save(Audit(title="Late", audited_on=TODAY + timedelta(days=3)))
    assert said(company, REVIEW, "held_on").startswith("The first audit is on 2026-11-25")
    company.save(Audit(title="Early", audited_on=TODAY - timedelta(days=3)))
    assert said(company, REVIEW, "held_on") == ""


def test_two_reviews_on_one_day_are_told(company: OpenCompany) -> None:
    company.save(Audit(title="Early", audited_on=date(2026, 1, 1)))
    assert said(company, Review(held_on=TODAY), "held_on").startswith("Another record says the same")


def test_a_chair_who_is_absent_is_told(company: OpenCompany) -> None:
    other = Person(name=LocalText(en="Sara"))
    company.save(other)
    assert said(company, Review(chair=HASSAN.id, present=(other.id,)), "chair").startswith("The chair is not")
    assert said(company, Review(chair=HASSAN.id, present=(HASSAN.id,)), "chair") == ""


def test_a_period_that_ends_before_it_starts_is_told(company: OpenCompany) -> None:
    review = Review(held_on=TODAY, start=TODAY, end=TODAY - timedelta(days=9))
    assert "lies before" in said(company, review, "end")


def test_a_decision_of_somebody_who_left_is_told(company: OpenCompany) -> None:
    gone = Person(name=LocalText(en="Nima"), left_on=date(2026, 11, 1))
    company.save(gone)
    assert "left on 2026-11-01" in said(company, decided(owner=gone.id), "owner")
    assert said(company, decided(owner=gone.id, done_on=TODAY), "owner") == ""
    assert said(company, decided(owner=None), "owner") == "This is still needed."


def test_a_decision_due_before_its_review_is_told(company: OpenCompany) -> None:
    assert "lies before the review" in said(company, decided(due=date(2026, 11, 1)), "due")


# Next year


def test_a_missed_objective_goes_on_with_its_target(company: OpenCompany) -> None:
    made = next_year.go_on(company, OBJECTIVE, Decimal(76))
    assert (made.follows, made.baseline, made.target) == (OBJECTIVE.id, Decimal(76), Decimal(80))
    assert (made.due, made.status) == (date(2027, 12, 31), Progress.PLANNED)
    old = company.find(Objective, OBJECTIVE.id)
    assert old is not None
    assert old.status == Progress.MISSED
    company.undo()
    assert company.all(Objective) == (OBJECTIVE,)


def test_an_objective_that_was_met_is_raised_from_what_was_reached(company: OpenCompany) -> None:
    made = next_year.raise_target(company, OBJECTIVE, Decimal(83))
    assert (made.baseline, made.target) == (Decimal(83), None)
    assert [one.objective for one in next_year.open_outcomes(company, REVIEW)] == []
    assert next_year.following(company, REVIEW) == [made]


@pytest.mark.parametrize(("reached", "error"), [(None, next_year.NoResult), (76, next_year.NotMet)])
def test_what_was_not_reached_is_not_raised(
    company: OpenCompany, reached: int | None, error: type[Exception]
) -> None:
    with pytest.raises(error):
        next_year.raise_target(company, OBJECTIVE, None if reached is None else Decimal(reached))
    assert company.all(Objective) == (OBJECTIVE,)


def test_an_objective_is_dropped_by_a_decision_with_its_reason(company: OpenCompany) -> None:
    with pytest.raises(next_year.NoReason):
        next_year.drop(company, OBJECTIVE, None, REVIEW, " ", ENGLISH)

    next_year.drop(company, OBJECTIVE, Decimal(70), REVIEW, "Nobody measures it", ENGLISH)

    (decision,) = company.all(ReviewDecision)
    assert decision.text.endswith("is dropped: \u2068Nobody measures it\u2069")
    assert (decision.subject, decision.owner, decision.done_on) == ("objectives", HASSAN.id, TODAY)
    assert next_year.open_outcomes(company, REVIEW) == []
    company.undo()
    assert company.all(ReviewDecision) == ()
    assert len(next_year.open_outcomes(company, REVIEW)) == 1
