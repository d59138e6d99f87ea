"""How single documents treat what the sample company does not show."""

from __future__ import annotations

import dataclasses
from datetime import date
from decimal import Decimal

import pytest

from models.documents.blocks import Block
from models.documents.builders.desk import Desk
from models.documents.builders.survey import form_of
from models.documents.words import words_of
from models.domain.fields import Record
from models.domain.ids import RecordId
from models.domain.ledger import Records
from models.domain.records.charter import ComplaintRule, Indicator, Promise, Risk
from models.domain.records.commitment import BudgetItem, Scope
from models.domain.records.control import DocumentControl, Person
from models.domain.records.correction import Action
from models.domain.records.feedback import Survey, SurveyAnswer, SurveyQuestion
from models.domain.records.operation import Breach, Complaint
from models.domain.records.organisation import GapAnswer, GapRound, Organisation
from models.domain.records.training import Attendance, TestResult, TrainingSession
from models.domain.text import LocalText
from models.localisation.language import load_language
from tests.documents.builders.companies import written
from tests.documents.builders.written import as_text

SURVEY = Survey(no="S-01", title=LocalText(en="First survey", fa="نخست"), start=date(2026, 10, 1), asked=50)
ASKED = SurveyQuestion(
    survey=SURVEY.id, order=1, type="scale5", model="SV-1", text=LocalText(en="Satisfied?", fa="راضی؟")
)
SAID = SurveyQuestion(survey=SURVEY.id, order=2, type="open", text=LocalText(en="What else?", fa="دیگر؟"))
ALI = Person(name=LocalText(en="Ali", fa="علی"), meets_customers=True)


def said(code: str, *records: Record, language: str = "en") -> str:
    """Return what a document says of a company with these records."""
    return "\n".join(words_of(written(Records(records), language, code)))


def blocks(code: str, *records: Record) -> tuple[Block, ...]:
    return written(Records(records), "en", code)


def answers(*given: tuple[str, str]) -> list[SurveyAnswer]:
    return [
        SurveyAnswer(survey=SURVEY.id, no=number, source="paper", answers=both)
        for number, both in enumerate(given, 1)
    ]


def promise(order: int, text: str, **more: LocalText) -> Promise:
    return Promise(order=order, text=LocalText(en=text, fa=text), **more)  # type: ignore[arg-type]


def test_few_answers_are_counted_and_not_turned_into_percentages() -> None:
    text = said("R-07", SURVEY, ASKED, *answers(*[("5", "")] * 20, *[("2", "")] * 9))
    assert "20 of 29 answered 4 or 5" in text
    assert "%" not in text


def test_thirty_answers_give_a_percentage_with_its_interval() -> None:
    text = said("R-07", SURVEY, ASKED, *answers(*[("5", "")] * 27, *[("2", "")] * 3))
    assert "90% (27 of 30 answered 4 or 5)" in text
    assert "74% to 97%" in text


def test_few_answers_are_marked_as_a_small_sample() -> None:
    assert "small sample" in said("D4", SURVEY, ASKED, *answers(("5", "")))


def test_raw_answers_hide_numbers_and_addresses_of_people() -> None:
    text = said("D4", SURVEY, ASKED, SAID, *answers(("5", "Call me at 0912 345 6789 or ali@example.com")))
    assert "Call me at ••• or •••" in text


def test_an_invalid_answer_stays_among_the_raw_ones_with_its_reason() -> None:
    spoilt = SurveyAnswer(survey=SURVEY.id, no=2, answers=("1", "–"), invalid_because="two forms")
    text = said("D4", SURVEY, ASKED, SAID, *answers(("5", "")), spoilt)
    assert "Invalid: \u2068two forms\u2069" in text


def test_a_blank_survey_form_asks_the_model_questions() -> None:
    assert "Overall, how satisfied are you with us?" in said("R-07")


def test_promises_keep_their_number_when_one_has_no_limits() -> None:
    first = promise(1, "Fast")
    second = promise(2, "Fair", limits=LocalText(en="On holidays"))
    lines = said("D2", second, first).splitlines()
    assert "Does not apply when: \u2068On holidays\u2069 · 2." in lines


@pytest.mark.parametrize(("days", "expected"), [(1, "1 working day "), (2, "2 working days ")])
def test_working_days_are_counted_in_words(days: int, expected: str) -> None:
    rule = ComplaintRule(id=RecordId("complaint_rule"), acknowledge_days=days, answer_days=7)
    assert f"within {expected}and answer within 7 working days" in said("D2", rule)


def test_the_model_names_the_outside_body_where_nothing_else_is_written() -> None:
    rule = ComplaintRule(
        id=RecordId("complaint_rule"), appeal_days=10, outside_body=LocalText(en="the union")
    )
    assert "within 10 working days; after that you may go to \u2068the union\u2069" in said("D2", rule)


def test_the_greeting_is_the_model_s_with_the_name_of_the_organisation() -> None:
    organisation = Organisation(id=RecordId("organisation"), name=LocalText(en="Toos"))
    assert "Thank you for choosing \u2068Toos\u2069." in said("D2", organisation)


def test_nothing_left_out_is_said_where_that_was_decided() -> None:
    scope = Scope(id=RecordId("scope"), nothing_excluded=True)
    assert "Nothing is left out." in said("D1", scope)


@pytest.mark.parametrize(
    ("likelihood", "effect", "expected"),
    [
        (1, 4, "4 · low"),
        (1, 5, "5 · medium"),
        (3, 3, "9 · medium"),
        (2, 5, "10 · high"),
        (4, 5, "20 · very high"),
    ],
)
def test_the_level_of_a_risk_is_named_as_the_content_divides_it(
    likelihood: int, effect: int, expected: str
) -> None:
    assert expected in said("R-02", Risk(cause="Rain", likelihood=likelihood, effect=effect))


def test_a_limit_is_written_with_the_side_on_which_it_is_good() -> None:
    card = Indicator(name=LocalText(en="Mistakes"), comparison="at_most", target=Decimal(5))
    assert "Mistakes · at most 5" in said("R-04", card)


def test_a_budget_in_two_currencies_is_not_added_up() -> None:
    items = (
        BudgetItem(item="Print", amount=Decimal(5), currency="IRR"),
        BudgetItem(item="Course", amount=Decimal(7), currency="EUR"),
    )
    assert "Total" not in said("D6", *items)


def test_the_log_shows_when_receipt_was_due_and_the_second_look() -> None:
    complaint = Complaint(
        no="04",
        text="Cold food",
        received_on=date(2026, 11, 1),
        acknowledge_by=date(2026, 11, 2),
        acknowledged_on=date(2026, 11, 3),
        appealed_on=date(2026, 11, 9),
        appeal_due=date(2026, 11, 16),
        appeal_decision="A second meal",
    )
    text = said("R-08", complaint)

    assert "2026-11-03\ndue 2026-11-02" in text
    assert all(one in text for one in ("2026-11-09", "2026-11-16", "A second meal"))


def test_a_broken_promise_names_its_complaint() -> None:
    complaint = Complaint(id=RecordId("complaint"), no="04")
    breach = Breach(customer_ref="C-101", complaint=complaint.id)

    assert "C-101\ncomplaint 04" in said("R-09", complaint, breach)


def test_a_cancelled_complaint_stays_in_the_log_with_its_reason() -> None:
    complaint = Complaint(no="04", text="Cold food", cancelled_because="Entered twice")
    assert "Cancelled: \u2068Entered twice\u2069" in said("R-08", complaint)


@pytest.mark.parametrize(
    ("action", "expected"),
    [
        (Action(no="CA-1", problem="Late", due=date(2026, 12, 1)), "open"),
        (Action(no="CA-1", problem="Late", due=date(2026, 11, 1)), "overdue"),
        (Action(no="CA-1", problem="Late", done_on=date(2026, 11, 1)), "effectiveness still to be checked"),
        (
            Action(
                no="CA-1",
                problem="Late",
                done_on=date(2026, 11, 1),
                checked_on=date(2026, 11, 20),
                result="effective",
            ),
            "effective",
        ),
    ],
)
def test_an_action_says_where_it_stands(action: Action, expected: str) -> None:
    line = next(line for line in said("R-10", action).splitlines() if "CA-1" in line and "Late" in line)
    assert line.endswith(expected)


def test_a_new_due_date_counts_only_with_its_reason() -> None:
    action = Action(no="CA-1", problem="Late", due=date(2026, 11, 1), new_due=date(2026, 12, 1))
    assert "2026-11-01 · overdue" in said("R-10", action)


def test_training_counts_everybody_who_came_to_a_session_that_was_held() -> None:
    session = TrainingSession(topic="Charter", held_on=date(2026, 9, 1), is_held=True, minutes=60)
    came = Attendance(session=session.id, person=ALI.id, attended=True)
    text = said("D3", ALI, Person(name=LocalText(en="Sara")), session, came)
    assert "Trained, of all staff · 1 of 2 (50%)" in text


def test_a_result_below_the_pass_mark_is_to_be_repeated() -> None:
    assert "to repeat" in said("D3", ALI, TestResult(person=ALI.id, taken_on=date(2026, 10, 1), score=5))


def test_the_master_list_tells_when_a_review_is_due() -> None:
    control = DocumentControl(
        document="D1", approved_by=ALI.id, approved_on=date(2025, 1, 1), next_review=date(2026, 1, 1)
    )
    line = next(line for line in said("R-12", control).splitlines() if "Customer-focus policy" in line)
    assert line.endswith("approved, review is due")


def test_the_gap_report_of_one_round_compares_nothing() -> None:
    first = GapRound(title="First", started_on=date(2026, 9, 1))
    answer = GapAnswer(round=first.id, question="Q101", score="2")
    assert "Latest round" not in said("R-20", first, answer)


def test_a_score_of_3_without_evidence_is_called_claimed() -> None:
    first = GapRound(title="First", started_on=date(2026, 9, 1))
    answer = GapAnswer(round=first.id, question="Q101", score="3")
    assert "Claimed, not shown" in said("R-20", first, answer)


def test_figures_stand_in_the_digits_of_the_language() -> None:
    item = BudgetItem(item="چاپ", amount=Decimal(1500000), currency="ریال")
    assert "۱٬۵۰۰٬۰۰۰" in said("D6", item, language="fa")


def test_braces_in_a_text_are_only_braces() -> None:
    odd = promise(1, "{name} & <b>everything</b>", conditions=LocalText(en="{conditions}", fa="{}"))
    assert "Applies when: \u2068{conditions}\u2069" in said("D2", odd)


def test_days_in_a_sentence_keep_the_reading_order_of_the_language() -> None:
    control = DocumentControl(document="D2", effective_date=date(2026, 11, 9))
    assert "این منشور از ۱۴۰۵/۰۸/۱۸ (\u20662026-11-09\u2069) معتبر است." in said("D2", control, language="fa")


CALL = SurveyQuestion(survey=SURVEY.id, order=1, type="yes_no", text=LocalText(en="Call?", fa="تماس؟"))
WHERE = SurveyQuestion(
    survey=SURVEY.id,
    order=2,
    type="choice",
    text=LocalText(en="Where?", fa="کجا؟"),
    options=LocalText(en="Hall\nHome", fa="سالن\nخانه"),
)


@pytest.mark.parametrize("code", ["R-07", "D4"])
def test_answers_are_said_in_the_language_of_the_page_whatever_they_were_given_in(code: str) -> None:
    given = answers(("yes", "#2"), ("بله", "خانه"), ("Yes", "Home"), ("No", "#1"))

    english = said(code, SURVEY, CALL, WHERE, *given)
    persian = said(code, SURVEY, CALL, WHERE, *given, language="fa")

    assert "Home" in english
    assert "خانه" in persian
    assert not any(one in english for one in ("بله", "خانه", "#2"))
    assert not any(one in persian for one in ("Yes", "Home", "#2"))


def test_old_and_new_answers_of_one_choice_are_one_result() -> None:
    text = said("R-07", SURVEY, CALL, WHERE, *answers(("yes", "#2"), ("بله", "خانه"), ("Yes", "Home")))
    assert "\u2068Home\u2069: 3" in text


def form_words(survey: Survey, *records: Record, language: str = "en", is_twice: bool = False) -> str:
    desk = Desk(Records([survey, *records]), load_language(language), "R-07", date(2026, 11, 22))
    return as_text(form_of(survey.id, is_twice=is_twice)(desk))


def test_the_form_of_a_version_greets_thanks_and_says_which_one_it_is() -> None:
    second = dataclasses.replace(
        SURVEY,
        id=RecordId("second"),
        no="S-01",
        version=2,
        greeting=LocalText(en="Dear guest,\nplease help us.", fa="مهمان گرامی"),
        thanks=LocalText(en="See you soon!"),
    )
    question = dataclasses.replace(WHERE, survey=second.id)

    text = form_words(second, SURVEY, CALL, question)

    assert all(
        one in text for one in ("Dear guest,", "please help us.", "See you soon!", "Hall", "version 2")
    )
    assert "Call?" not in text
    assert "مهمان گرامی" in form_words(second, question, language="fa")


def test_the_small_form_stands_twice_on_its_sheet() -> None:
    assert form_words(SURVEY, CALL, is_twice=True).count("Call?") == 2
