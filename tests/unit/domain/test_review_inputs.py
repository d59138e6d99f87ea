"""What is reported to a management review, counted by hand for small companies."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from models.domain.fields import Record
from models.domain.gates.facts import Facts
from models.domain.guidance import Guidance
from models.domain.ids import RecordId
from models.domain.ledger import Records
from models.domain.records.audit import Audit, Finding, Review, ReviewDecision
from models.domain.records.charter import Comment, Indicator, Promise, Resource, Risk
from models.domain.records.commitment import BudgetItem
from models.domain.records.control import Person
from models.domain.records.correction import Action
from models.domain.records.feedback import (
    IndicatorValue,
    Survey,
    SurveyAnswer,
    SurveyQuestion,
    Theme,
    ThemeMark,
)
from models.domain.records.operation import Breach, CharterChange, Complaint, DataSheet, SupplierNotice
from models.domain.records.organisation import ContextFactor, Law
from models.domain.records.training import (
    Attendance,
    SkillNeed,
    TestResult,
    TrainingRule,
    TrainingSession,
)
from models.domain.reported import Mood, Report, period_of
from models.domain.review_inputs import report_on
from models.domain.text import LocalText
from models.localisation.language import load_language
from models.localisation.text import without_isolates

TODAY = date(2026, 11, 22)
IN, BEFORE = date(2026, 10, 10), date(2026, 1, 10)
REVIEW = Review(id=RecordId("now"), held_on=TODAY, start=date(2026, 7, 1), end=TODAY)
ENGLISH = load_language("en")


def said(topic: str, *records: Record, review: Review = REVIEW) -> list[str]:
    """Return the sentences on an item of the agenda, without invisible marks."""
    lines = report(topic, *records, review=review).lines
    return [without_isolates(line.sentence.worded(ENGLISH)) for line in lines]


def report(topic: str, *records: Record, review: Review = REVIEW) -> Report:
    return report_on(topic, Facts(Records([review, *records]), Guidance(), TODAY), review)


def text(words: str) -> LocalText:
    return LocalText(en=words)


# Which period


def test_the_period_begins_after_the_review_before() -> None:
    first = Review(held_on=date(2026, 5, 1))
    second = Review(held_on=TODAY)
    period = period_of(Facts(Records([first, second]), Guidance(), TODAY), second)
    assert (period.start, period.end) == (date(2026, 5, 2), TODAY)


def test_a_first_review_looks_back_on_everything() -> None:
    only = Review(held_on=TODAY)
    period = period_of(Facts(Records([only]), Guidance(), TODAY), only)
    assert period.start is None
    assert period.holds(BEFORE)
    assert not period.holds(date(2026, 11, 23))


def test_an_item_of_another_agenda_has_no_figures() -> None:
    assert report("RI-99").lines == ()


# The ten items


def test_decisions_of_the_last_review_are_done_by_day_or_by_action() -> None:
    last = Review(id=RecordId("last"), held_on=date(2026, 5, 1))
    done = Action(id=RecordId("done"), no="CA-1", done_on=IN)
    running = Action(id=RecordId("running"), no="CA-2")
    records = (
        last,
        done,
        running,
        ReviewDecision(review=last.id, text="A", done_on=IN),
        ReviewDecision(review=last.id, text="B", action=done.id),
        ReviewDecision(review=last.id, text="Buy a grill", action=running.id, due=date(2026, 9, 1)),
        ReviewDecision(review=last.id, text="Print menus", due=date(2027, 1, 1)),
        ReviewDecision(review=REVIEW.id, text="of this review"),
    )
    assert said("RI-1", *records) == [
        "Decisions of the review of 2026-05-01: 4; carried out: 2; open: 2.",
        "Overdue since 2026-09-01: “Buy a grill”",
        "Open until 2027-01-01: “Print menus”",
    ]


def test_a_first_review_has_no_decisions_to_follow() -> None:
    assert said("RI-1") == ["There was no management review before this one."]


def test_changes_of_the_period_are_counted_and_named() -> None:
    records = (
        ContextFactor(side="inside", matter="New chef", effect="helps", noted_on=IN),
        ContextFactor(side="outside", matter="Old rule", effect="hinders", noted_on=BEFORE),
        Law(title="Consumer law", checked_on=IN),
        Law(title="Tax law", checked_on=BEFORE),
        CharterChange(changed_on=IN, what="Delivery in 50 minutes"),
    )
    assert said("RI-2", *records) == [
        "Changes noted: 1 inside, 0 outside.",
        "Inside: New chef",
        "Laws and rules: 2; new in this period: 0; checked in it: 1.",
        "Changes of the charter: 1.",
        "2026-10-10: Delivery in 50 minutes",
    ]


def test_indicators_show_value_colour_and_trend() -> None:
    green = Indicator(
        name=text("Served in time"),
        unit=text("%"),
        comparison="at_least",
        target=Decimal(90),
        red_limit=Decimal(80),
    )
    red = Indicator(name=text("Mistakes"), comparison="at_most", target=Decimal(5), red_limit=Decimal(8))
    silent = Indicator(name=text("Calls"), comparison="at_least", target=Decimal(1))
    records = (
        green,
        red,
        silent,
        IndicatorValue(indicator=green.id, end=BEFORE, value=Decimal(85)),
        IndicatorValue(indicator=green.id, end=IN, value=Decimal(92)),
        IndicatorValue(indicator=red.id, end=IN, value=Decimal(9)),
        IndicatorValue(indicator=silent.id, end=BEFORE, value=Decimal(2)),
        IndicatorValue(indicator=green.id, end=date(2026, 12, 1), value=Decimal(10)),
    )
    assert said("RI-3", *records) == [
        "Indicators with a value: 2 of 3; on target: 1; short of it: 0; beyond the red limit: 1.",
        "Served in time: 92% (target 90%), on target; better than before.",
        "Mistakes: 9 (target 5), beyond the red limit; nothing to compare it with.",
        "Calls: no value in this period.",
    ]
    assert [one.number for one in report("RI-3", *records).charted] == [1, 0, 1]
    assert report("RI-3", *records).lines[2].mood is Mood.BROKEN


def survey(answers: int) -> list[Record]:
    """Return a survey in which all but two are satisfied, and everybody would recommend."""
    asked = Survey(id=RecordId("survey"), title=text("Autumn"), start=IN, end=IN)
    questions = [
        SurveyQuestion(survey=asked.id, order=1, text=text("Satisfied?"), type="scale5"),
        SurveyQuestion(survey=asked.id, order=2, text=text("Recommend?"), type="scale10"),
    ]
    sheets = [
        SurveyAnswer(survey=asked.id, no=no, answers=("2" if no <= 2 else "5", "10"))
        for no in range(1, answers + 1)
    ]
    return [asked, *questions, *sheets]


def test_satisfaction_comes_with_its_interval() -> None:
    assert said("RI-4", *survey(40)) == [
        "Survey “Autumn”: 40 valid answers of 40.",
        "“Satisfied?”: 38 of 40 chose 4 or 5 (95%, 95% interval 83% to 99%).",
        "NPS 100 (95% interval 84 to 100): 40 promoters, 0 passives, 0 detractors.",
    ]


def test_few_answers_are_counted_only() -> None:
    assert said("RI-4", *survey(10))[1:] == [
        "“Satisfied?”: 8 of 10 chose 4 or 5; too few answers for a percentage.",
        "Recommendation: 10 promoters, 0 passives, 0 detractors.",
    ]


def test_a_period_without_a_survey_says_so() -> None:
    old = Survey(title=text("Old"), start=BEFORE, end=BEFORE)
    assert said("RI-4", old) == ["No survey was held in this period."]


def test_complaints_breaches_and_their_cost_add_up() -> None:
    records = (
        Complaint(no="1", received_on=IN, due=IN, answered_on=IN, type="delay"),
        Complaint(no="2", received_on=IN, due=date(2026, 10, 12), answered_on=date(2026, 10, 20)),
        Complaint(no="3", received_on=IN, due=date(2026, 12, 12)),
        Complaint(no="4", received_on=IN, cancelled_because="twice"),
        Complaint(no="5", received_on=BEFORE),
        Breach(happened_on=IN, remedy="Dessert", cost=Decimal(30)),
        Breach(happened_on=IN, cost=Decimal(12)),
        Breach(happened_on=BEFORE, cost=Decimal(500)),
        BudgetItem(item="Remedies", currency="IRR"),
        DataSheet(week_start=IN, cases=50, kept=45),
        DataSheet(week_start=BEFORE, cases=50, kept=0),
    )
    assert said("RI-5", *records) == [
        "Complaints: 3; answered in time: 1 of 2.",
        "Broken promises written down: 2; made up for: 1; cost of the remedies: 42 IRR.",
        "Cases counted: 50; promise kept in 45 (90%).",
    ]
    assert [(one.number) for one in report("RI-5", *records).charted] == [1]


def test_findings_by_grade_and_the_state_of_actions() -> None:
    audit = Audit(id=RecordId("audit"), audited_on=IN)
    old = Audit(id=RecordId("old"), audited_on=BEFORE)
    records = (
        audit,
        old,
        Finding(audit=audit.id, grade="major", statement="A"),
        Finding(audit=audit.id, grade="minor", statement="B", closed_on=IN),
        Finding(audit=audit.id, grade="good_practice", statement="C"),
        Finding(audit=old.id, grade="major", statement="D"),
        Action(no="CA-1", due=date(2026, 11, 1)),
        Action(no="CA-2", due=date(2026, 12, 1)),
        Action(no="CA-3", done_on=IN),
        Action(no="CA-4", done_on=IN, closed_on=IN),
    )
    assert said("RI-6", *records) == [
        "Audits: 1; findings: 3; major nonconformities: 1; minor: 1; nonconformities still open: 1.",
        "Corrective actions: 4; open: 2, of these overdue: 1; waiting for the effect check: 1; closed: 1.",
        "Action CA-1 was due on 2026-11-01.",
    ]
    assert [one.number for one in report("RI-6", *records).charted] == [1, 1, 0, 0, 1]


def test_a_period_without_an_audit_says_so() -> None:
    assert said("RI-6")[0] == "No internal audit was done in this period."


def test_training_and_what_is_missing() -> None:
    mina = Person(id=RecordId("mina"), name=text("Mina"), meets_customers=True)
    reza = Person(id=RecordId("reza"), name=text("Reza"))
    session = TrainingSession(id=RecordId("session"), held_on=IN, is_held=True)
    promise = Promise(id=RecordId("promise"), text=text("Served in time"))
    records = (
        mina,
        reza,
        session,
        Attendance(session=session.id, person=mina.id, attended=True),
        TrainingRule(pass_mark=6),
        TestResult(person=mina.id, score=7, taken_on=IN),
        SkillNeed(job="Cook", skill="Remedies", state="need"),
        promise,
        Resource(promise=promise.id, need="Two grills", missing="One grill"),
        Resource(promise=promise.id, need="A clock"),
    )
    assert said("RI-7", *records) == [
        "Trained: 1 of 2; passed the test: 1 of 2.",
        "Passed of those who meet customers: 1 of 1; open training needs: 1.",
        "Resources missing: 1.",
        "Missing for “Served in time”: One grill",
    ]


def test_suppliers_told_and_agreed() -> None:
    records = (
        SupplierNotice(supplier="Baker", told_on=IN, is_agreed=True),
        SupplierNotice(supplier="Courier", told_on=IN),
        SupplierNotice(supplier="Butcher"),
    )
    assert said("RI-8", *records) == [
        "Suppliers told their part: 2 of 3; agreed: 1.",
        "Not agreed: Courier",
        "Not agreed: Butcher",
    ]


def test_high_risks_come_first() -> None:
    records = (
        Risk(cause="Power cut", likelihood=2, effect=2),
        Risk(cause="Rush", likelihood=4, effect=3, reviewed_on=IN),
        Risk(cause="No rider", likelihood=5, effect=5),
        ContextFactor(side="outside", matter="Offices nearby", effect="helps", noted_on=IN),
    )
    assert said("RI-9", *records) == [
        "Risks: 3; high or very high: 2; looked at in this period: 1.",
        "Level 25: No rider",
        "Level 12: Rush",
        "Opportunities noted: 1.",
    ]
    assert [one.number for one in report("RI-9", *records).charted] == [1, 0, 1, 1]


def test_suggestions_come_from_audit_comments_and_open_answers() -> None:
    audit = Audit(id=RecordId("audit"), audited_on=IN)
    asked = Survey(id=RecordId("survey"), title=text("Autumn"), start=IN, end=IN)
    question = SurveyQuestion(survey=asked.id, order=1, text=text("What else?"), type="open")
    sheet = SurveyAnswer(survey=asked.id, no=1, answers=("More chairs",))
    chairs = Theme(id=RecordId("chairs"), survey=asked.id, name="Chairs")
    records = (
        audit,
        Finding(audit=audit.id, grade="opportunity", statement="Ask twice"),
        Comment(given_on=IN, who="Ali", text="Larger print"),
        Comment(given_on=BEFORE, who="Sara", text="Too early"),
        asked,
        question,
        sheet,
        SurveyAnswer(survey=asked.id, no=2, answers=("-",)),
        chairs,
        ThemeMark(theme=chairs.id, answer=sheet.id, question=question.id),
    )
    assert said("RI-10", *records) == [
        "Opportunities the audit found: 1; comments: 1; open answers: 1.",
        "From the audit: Ask twice",
        "Comment: Larger print",
        "Customers on “Chairs”: 1",
    ]


@pytest.mark.parametrize("topic", [f"RI-{number}" for number in range(1, 11)])
def test_an_empty_company_has_something_to_say_on_each_item(topic: str) -> None:
    persian = load_language("fa")
    for line in report(topic).lines:
        assert line.sentence.worded(persian)
        assert line.place.register
