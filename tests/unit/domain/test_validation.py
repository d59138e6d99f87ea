from __future__ import annotations

import dataclasses
from datetime import date
from decimal import Decimal

import pytest

from models.domain.consistency.days import ORDERS
from models.domain.consistency.repetitions import ONCE
from models.domain.consistency.rules import RULES
from models.domain.fields import FieldSpec, Kind, Record, field_of
from models.domain.ids import RecordId
from models.domain.ledger import Records
from models.domain.records.charter import Indicator, Promise
from models.domain.records.commitment import Exclusion, Objective, Role, RoleName, Scope
from models.domain.records.control import Person
from models.domain.records.correction import Action
from models.domain.records.operation import Complaint, DataSheet
from models.domain.records.organisation import GapAnswer, Organisation, Party, Score
from models.domain.registers import REGISTERS
from models.domain.text import LocalText
from models.domain.validation import (
    FIRST_DAY,
    LAST_DAY,
    MOST_DIGITS,
    Gravity,
    is_nothing,
    problem_of,
    problems,
)
from models.domain.writing import misplaced
from models.localisation import dates, numbers
from models.localisation.language import load_language
from models.localisation.languages import language_rows

ENGLISH = load_language("en")
TEXT = FieldSpec("text", Kind.TEXT, "Text")
LONG = FieldSpec("text", Kind.LONG_TEXT, "Text")
WHOLE = FieldSpec("number", Kind.INTEGER, "Number", minimum=1, maximum=5)
DECIMAL = FieldSpec("number", Kind.DECIMAL, "Number")
DAY = FieldSpec("day", Kind.DATE, "Day")


def worded(record: Record, *others: Record) -> dict[str, str]:
    found = problems(record, Records([record, *others]))
    return {name: problem.sentence.worded(ENGLISH) for name, problem in found.items()}


def test_a_missing_required_value_is_a_reminder() -> None:
    found = problems(Party(), Records())

    assert set(found) == {"name", "group", "needs"}
    assert {problem.gravity for problem in found.values()} == {Gravity.REMINDER}


def test_blanks_are_nothing() -> None:
    assert is_nothing(dataclasses.replace(TEXT, required=True), " \n\t")
    assert is_nothing(field_of(Party, "name"), LocalText(fa="  "))


def test_a_no_is_an_answer() -> None:
    assert not is_nothing(field_of(Promise, "is_always"), False)


def test_a_zero_is_an_answer() -> None:
    assert not is_nothing(DECIMAL, Decimal(0))


@pytest.mark.parametrize(("spec", "length"), [(TEXT, 1_000), (LONG, 100_000)])
def test_the_longest_text_is_kept_and_one_more_letter_refused(spec: FieldSpec, length: int) -> None:
    assert problem_of(spec, "ک" * length) is None

    problem = problem_of(spec, "ک" * (length + 1))

    assert problem is not None
    assert problem.is_refusal


def test_lines_are_measured_together() -> None:
    spec = FieldSpec("lines", Kind.LINES, "Lines")

    assert problem_of(spec, ("x" * 1_000,) * 99) is None
    assert problem_of(spec, ("x" * 1_000,) * 100) is not None


@pytest.mark.parametrize("character", ["\x00", "\x1b", "\r", "\x85", "\ud800"])
def test_characters_that_cannot_be_kept_are_refused(character: str) -> None:
    problem = problem_of(TEXT, f"a{character}b")

    assert problem is not None
    assert problem.is_refusal


@pytest.mark.parametrize("text", ["<b>&\"'", "\u202eabc", "🙂", "a\u200cb", "ي ك", "a\tb\nc"])
def test_strange_but_legal_text_is_accepted(text: str) -> None:
    assert problem_of(LONG, text) is None


@pytest.mark.parametrize("value", [0, 6, 10**30])
def test_a_number_out_of_bounds_is_refused(value: int) -> None:
    problem = problem_of(WHOLE, value)

    assert problem is not None
    assert problem.is_refusal


@pytest.mark.parametrize(
    "value", [Decimal("NaN"), Decimal("Infinity"), Decimal("1e999999"), Decimal("1e-30")]
)
def test_a_number_that_cannot_be_written_out_is_refused(value: Decimal) -> None:
    assert problem_of(DECIMAL, value) is not None


@pytest.mark.parametrize("value", ["12.5", "-0.000000000000000001", "999999999999999999", "0"])
def test_an_ordinary_number_is_accepted(value: str) -> None:
    assert problem_of(DECIMAL, Decimal(value)) is None


def test_bounds_are_named_in_the_sentence() -> None:
    problem = problem_of(WHOLE, 9)

    assert problem is not None
    assert problem.sentence.worded(ENGLISH) == "Write a number from 1 to 5."


@pytest.mark.parametrize("day", [date(1, 1, 1), date(1899, 12, 31), date(2201, 1, 1)])
def test_a_day_that_cannot_be_meant_is_refused(day: date) -> None:
    assert problem_of(DAY, day) is not None


def test_what_can_be_typed_can_be_kept() -> None:
    assert (dates.FIRST_DAY, dates.LAST_DAY, numbers.MOST_DIGITS) == (FIRST_DAY, LAST_DAY, MOST_DIGITS)


def test_an_unknown_choice_is_refused() -> None:
    problem = problem_of(field_of(Organisation, "sector"), "bakery")

    assert problem is not None
    assert problem.is_refusal


def test_an_unknown_one_of_several_choices_is_refused() -> None:
    assert problem_of(field_of(Complaint, "channel"), "phone") is None
    assert problem_of(FieldSpec("many", Kind.CHOICES, "Many", choices={"a": "A"}), ("a", "z")) is not None


def test_a_reference_to_a_record_that_is_gone_is_a_reminder() -> None:
    found = problems(Promise(owner=RecordId("gone")), Records())["owner"]

    assert not found.is_refusal
    assert "People" in found.sentence.worded(ENGLISH)


def test_a_reference_that_is_found_is_no_problem() -> None:
    person = Person(name=LocalText(en="Sara"))

    assert "owner" not in worded(Promise(owner=person.id), person)


def test_the_deputy_is_somebody_else() -> None:
    person = Person(name=LocalText(en="Sara"))
    role = Role(role=RoleName.TRAINER, person=person.id, deputy=person.id)

    assert worded(role, person) == {"deputy": "The deputy must be somebody other than the person."}


def test_another_role_needs_a_name() -> None:
    assert "title" in worded(Role(role=RoleName.OTHER))


def test_an_answer_before_the_receipt_names_the_receipt() -> None:
    complaint = Complaint(received_on=date(2026, 11, 22), answered_on=date(2026, 11, 21))

    assert worded(complaint)["answered_on"] == (
        "This lies before “Received on” (2026-11-22). Check the two dates."
    )


def test_the_same_day_is_no_disorder() -> None:
    complaint = Complaint(received_on=date(2026, 11, 22), answered_on=date(2026, 11, 22))

    assert "answered_on" not in worded(complaint)


def test_more_kept_than_cases() -> None:
    assert "kept" in worded(DataSheet(cases=3, kept=4))
    assert "kept" not in worded(DataSheet(cases=3, kept=3))


@pytest.mark.parametrize(("comparison", "red"), [("at_least", 95), ("at_most", 85)])
def test_a_red_limit_on_the_good_side_of_the_target(comparison: str, red: int) -> None:
    indicator = Indicator(target=Decimal(90), red_limit=Decimal(red), comparison=comparison)

    assert "red_limit" in worded(indicator)
    assert "red_limit" not in worded(dataclasses.replace(indicator, red_limit=Decimal(90)))


def test_a_new_date_needs_its_reason() -> None:
    assert "new_due_reason" in worded(Action(new_due=date(2026, 11, 22)))


def test_what_is_left_out_of_the_score_needs_a_reason() -> None:
    assert "reason" in worded(GapAnswer(score=Score.NOT_APPLICABLE))


def test_a_number_given_twice_is_told_on_both() -> None:
    one, other = Complaint(no="C-1"), Complaint(no="C-1")

    assert "no" in worded(one, other)
    assert "no" in worded(other, one)


def test_missing_numbers_are_not_the_same_number() -> None:
    assert worded(Complaint(), Complaint())["no"] == "This is still needed."


def test_one_person_may_attend_two_sessions() -> None:
    rows = [GapAnswer(round=RecordId("1"), question="Q101"), GapAnswer(round=RecordId("2"), question="Q101")]

    assert "Another" not in " ".join(worded(rows[0], rows[1]).values())


def test_every_rule_names_fields_that_exist() -> None:
    named = [
        *((record, name) for record, pairs in ORDERS.items() for pair in pairs for name in pair),
        *((record, name) for record, groups in ONCE.items() for group in groups for name in group),
        *((record, rule.field) for record, rules in RULES.items() for rule in rules),
    ]

    assert all(field_of(record, name).label for record, name in named)


@pytest.mark.parametrize("register", REGISTERS, ids=lambda register: register.code)
def test_an_empty_record_of_any_register_can_be_kept(register: object) -> None:
    record = register.empty_record()  # type: ignore[attr-defined]

    assert not any(problem.is_refusal for problem in problems(record, Records()).values())


@pytest.mark.parametrize(
    ("better", "baseline", "target", "said"),
    [
        ("more", 80, 70, "The target lies below the baseline, though more is better. Check the two numbers."),
        ("less", 12, 20, "The target lies above the baseline, though less is better. Check the two numbers."),
        (
            "",
            80,
            70,
            "The target lies below the baseline. Choose whether less is better, or check the two numbers.",
        ),
        ("less", 12, 12, "The target is what you have already. Set one that improves on the baseline."),
        ("more", 70, 80, None),
        ("less", 12, 4, None),
        ("", 70, 80, None),
        ("more", None, 80, None),
    ],
)
def test_a_target_on_the_worse_side_of_the_baseline(
    better: str, baseline: int | None, target: int, said: str | None
) -> None:
    start = Decimal(baseline) if baseline is not None else None
    objective = Objective(better=better, baseline=start, target=Decimal(target))

    assert worded(objective).get("target") == said


def test_nothing_is_left_out_or_something_is() -> None:
    scope = Scope(nothing_excluded=True)

    assert "nothing_excluded" not in worded(scope)
    assert "nothing_excluded" in worded(scope, Exclusion(what=LocalText(en="Catering")))


@pytest.mark.parametrize(
    ("fa", "en", "strange"),
    [
        ("غذای سالم", "غذای سالم", "en"),
        ("healthy food", "", "fa"),
        ("", "Healthy food", None),
        ("غذای سالم", "Healthy food", None),
        ("Snapp Food", "Snapp Food", None),
        ("CSAT", "CSAT", None),
        ("شاخص CSAT, measured monthly", "", None),
        ("info@toos.ir", "www.toos.ir", None),
        ("kg", "kg", None),
        ("۱۲۰", "120", None),
    ],
)
def test_a_text_in_the_letters_of_another_language(fa: str, en: str, strange: str | None) -> None:
    found = misplaced(LocalText(fa=fa, en=en), language_rows())

    assert (found.code if found else None) == strange


def test_the_problem_names_the_language_whose_field_is_wrong() -> None:
    party = Party(name=LocalText(en="مهمانان"), group="customers", needs=LocalText(en="Food"))

    found = problems(party, Records([party]), language_rows())

    assert {name: problem.sentence.worded(ENGLISH) for name, problem in found.items()} == {
        "name": "What stands under \u2068English\u2069 is written in the letters of another language. "
        "Check the fields."
    }
    assert not found["name"].is_refusal
