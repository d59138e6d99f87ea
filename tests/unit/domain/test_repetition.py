from __future__ import annotations

from datetime import date, timedelta

import pytest

from models.domain.ids import RecordId
from models.domain.ledger import Records
from models.domain.records.correction import Action
from models.domain.records.operation import Breach, Complaint
from models.domain.repetition import repetition_of, repetitions

FIRST = date(2026, 6, 1)
PROMISE, OTHER = RecordId("promise"), RecordId("other")
ACTION = Action(id=RecordId("action"), no="A-1")


def cases(*days: int, promise: RecordId | None = PROMISE, **values: object) -> list[Complaint]:
    return [
        Complaint(
            id=RecordId(f"{promise} {values.get('type', '')} {day}"),
            no=str(day),
            received_on=FIRST + timedelta(days=day),
            promise=promise,
            **values,  # type: ignore[arg-type]
        )
        for day in days
    ]


def found(*records: Complaint | Action) -> list[list[str]]:
    return [
        [case.no for case in one.cases if isinstance(case, Complaint)]
        for one in repetitions(Records(records), Complaint)
    ]


@pytest.mark.parametrize(
    ("days", "repeated"),
    [
        ((0, 40), []),
        ((0, 40, 90), [["0", "40", "90"]]),
        ((0, 40, 91), []),
        ((0, 40, 91, 120), [["40", "91", "120"]]),
        ((0, 10, 20, 200), [["0", "10", "20"]]),
        ((0, 0, 0), [["0", "0", "0"]]),
    ],
)
def test_the_third_case_within_ninety_days_counts(days: tuple[int, ...], repeated: list[list[str]]) -> None:
    made = [
        Complaint(id=RecordId(f"case {at}"), no=str(day), received_on=FIRST + timedelta(day), promise=PROMISE)
        for at, day in enumerate(days)
    ]
    assert found(*made) == repeated


def test_cases_without_a_promise_are_counted_by_their_subject() -> None:
    delays = cases(0, 1, 2, promise=None, type="delay")
    others = cases(0, 1, promise=None, type="price")
    unnamed = cases(0, 1, 2, promise=None)

    assert found(*delays, *others, *unnamed) == [["0", "1", "2"]]


def test_the_same_subject_about_a_promise_is_another_matter() -> None:
    assert found(*cases(0, 1, promise=None, type="delay"), *cases(2, type="delay")) == []


def test_cancelled_cases_do_not_count() -> None:
    assert found(*cases(0, 1), *cases(2, cancelled_because="Entered twice")) == []


def test_after_an_action_the_count_begins_anew() -> None:
    handled = cases(2, action=ACTION.id)

    assert found(ACTION, *cases(0, 1), *handled) == []
    assert found(ACTION, *cases(0, 1), *handled, *cases(3, 4)) == []
    assert found(ACTION, *cases(0, 1), *handled, *cases(3, 4, 5)) == [["3", "4", "5"]]


def test_an_action_that_lies_in_the_bin_handles_nothing() -> None:
    assert found(*cases(0, 1), *cases(2, action=ACTION.id)) == [["0", "1", "2"]]


def test_while_somebody_looks_for_the_cause_nothing_is_proposed() -> None:
    searching = Action(no="A-2", promise=PROMISE)
    finished = Action(no="A-2", promise=PROMISE, done_on=FIRST + timedelta(days=1))

    assert found(searching, *cases(0, 1, 2)) == []
    assert found(finished, *cases(0, 1, 2, 3)) == []
    assert found(finished, *cases(0, 2, 3, 4)) == [["2", "3", "4"]]


def test_broken_promises_are_counted_likewise() -> None:
    broken = [
        Breach(id=RecordId(str(day)), happened_on=FIRST + timedelta(days=day), promise=PROMISE)
        for day in range(3)
    ]
    ledger = Records([*broken, Breach(promise=PROMISE), Breach(happened_on=FIRST)])

    [repeated] = repetitions(ledger, Breach)
    assert repeated.cases == tuple(broken)
    assert repetition_of(broken[0], ledger) == repeated


def test_a_case_knows_its_repetition() -> None:
    three, two = cases(0, 1, 2), cases(0, 1, promise=OTHER)
    ledger = Records([*three, *two])

    assert repetition_of(three[1], ledger) is not None
    assert repetition_of(two[1], ledger) is None
