from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest

from models.domain.gates.facts import Facts
from models.domain.ledger import Records
from models.domain.readiness import Readiness, days_of_records, readiness
from models.domain.records.control import StepClosing, TaskState
from models.domain.records.feedback import IndicatorValue
from models.domain.records.operation import DataSheet
from tests.unit.domain.company import GUIDANCE, PROMISES, TODAY, full_company, without

MONDAY = date(2026, 9, 7)


def of(ledger: Records) -> Readiness:
    return readiness(ledger, GUIDANCE, TODAY)


def lacking(ledger: Records) -> list[str]:
    return [condition.id for condition in of(ledger).conditions if not condition.is_met]


def days(*records: DataSheet | IndicatorValue) -> int:
    return days_of_records(Facts(Records(records), GUIDANCE, TODAY))


def test_a_company_that_meets_everything_is_prepared() -> None:
    assert of(full_company()).is_prepared


def test_a_company_that_meets_everything_has_come_all_the_way() -> None:
    assert of(full_company()).share == 1


def test_an_empty_company_lacks_everything() -> None:
    assert lacking(Records()) == ["critical", "steps", "audit_and_review", "records"]


def test_an_empty_company_has_come_no_way() -> None:
    assert of(Records()).share == 0


def test_a_criterion_of_four_is_a_fortieth_of_the_whole() -> None:
    ledger = without("talk 0")
    assert (lacking(ledger), of(ledger).share) == (["steps"], 1 - Fraction(1, 40))


def test_a_critical_question_without_evidence_is_missed() -> None:
    # It is one of two critical questions, and one criterion of the five of step 8.
    ledger = without("minutes")
    assert (lacking(ledger), of(ledger).share) == (
        ["critical", "steps"],
        1 - Fraction(1, 20) - Fraction(1, 50),
    )


def test_without_a_review_nobody_is_prepared() -> None:
    assert "audit_and_review" in lacking(without("review"))


def test_records_of_fewer_than_two_months_are_too_few() -> None:
    assert "records" in lacking(without(*(f"{promise} to 2026-11-08" for promise in PROMISES)))


@pytest.mark.parametrize(
    "added",
    [
        [TaskState(task=task, done_on=TODAY) for tasks in GUIDANCE.tasks.values() for task in tasks],
        [StepClosing(step=str(step), closed_on=TODAY, reason="On paper") for step in range(1, 9)],
    ],
    ids=["ticked tasks", "steps closed with a reason"],
)
def test_readiness_cannot_be_ticked_off(added: list[TaskState | StepClosing]) -> None:
    assert of(Records(added)).share == 0


def test_a_data_sheet_covers_its_week() -> None:
    assert days(DataSheet(week_start=MONDAY)) == 7


def test_days_that_several_records_cover_count_once() -> None:
    month = IndicatorValue(start=MONDAY, end=MONDAY + timedelta(days=29), value=Decimal(9))
    assert days(DataSheet(week_start=MONDAY), month, DataSheet(week_start=MONDAY + timedelta(days=28))) == 35


def test_days_between_records_are_not_counted() -> None:
    assert days(DataSheet(week_start=MONDAY), DataSheet(week_start=MONDAY + timedelta(days=21))) == 14


def test_days_to_come_are_not_counted() -> None:
    assert days(DataSheet(week_start=TODAY - timedelta(days=1))) == 2


def test_a_value_without_its_first_day_covers_its_last() -> None:
    assert days(IndicatorValue(end=MONDAY, value=Decimal(9))) == 1
