"""The course of a complaint, by hand: 2026-11-29 is a Sunday, 2026-12-04 a Friday."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from models.domain import complaints
from models.domain.complaints import LIMITS, Stage, State
from models.domain.completion import completed
from models.domain.fields import Record
from models.domain.ids import RecordId
from models.domain.ledger import Records
from models.domain.records.charter import ComplaintRule
from models.domain.records.commitment import Role, RoleName
from models.domain.records.control import CompanySettings, Holiday, Person
from models.domain.records.operation import Complaint
from models.domain.registers import register_of
from models.domain.workdays import Workdays
from tests.unit.domain.company import both

SUNDAY = date(2026, 11, 29)
THURSDAY = date(2026, 12, 3)
SATURDAY = date(2026, 12, 5)
MINA = Person(id=RecordId("mina"), name=both("Mina"))
REZA = Person(id=RecordId("reza"), name=both("Reza"))
NIMA = Person(id=RecordId("nima"), name=both("Nima"), left_on=date(2026, 11, 1))
FRIDAY_OFF = Workdays(frozenset({4}))


def rule(**values: object) -> ComplaintRule:
    days = {"acknowledge_days": 1, "answer_days": 3, "appeal_days": 5}
    return ComplaintRule(id=register_of(ComplaintRule).sheet_id, **{**days, **values})  # type: ignore[arg-type]


def settings(*days_off: str) -> CompanySettings:
    return CompanySettings(id=register_of(CompanySettings).sheet_id, days_off=days_off)


def entered(before: Complaint, *records: Record, **values: object) -> Complaint:
    after = completed(before, replace(before, **values), Records(records))  # type: ignore[arg-type]
    assert isinstance(after, Complaint)
    return after


def dues(complaint: Complaint) -> tuple[date | None, ...]:
    return tuple(getattr(complaint, limit.due) for limit in LIMITS.values())


@pytest.mark.parametrize(
    ("days_off", "confirmed", "answered"),
    [
        (("4",), date(2026, 12, 5), date(2026, 12, 7)),  # Friday off: Saturday; then Sunday and Monday
        (("5", "6"), date(2026, 12, 4), date(2026, 12, 8)),  # Friday; the weekend off: Monday and Tuesday
        ((), date(2026, 12, 4), date(2026, 12, 6)),
    ],
)
def test_due_dates_follow_from_the_day_of_receipt(
    days_off: tuple[str, ...], confirmed: date, answered: date
) -> None:
    found = entered(Complaint(), rule(), settings(*days_off), received_on=THURSDAY)

    assert dues(found) == (confirmed, answered, None)


def test_holidays_put_the_due_dates_off() -> None:
    closed = Holiday(name="Closed", first=SATURDAY, last=date(2026, 12, 6))

    found = entered(Complaint(), rule(), settings("4"), closed, received_on=THURSDAY)

    # Friday, Saturday and Sunday are off: Monday is the first working day, Wednesday the third.
    assert dues(found)[:2] == (date(2026, 12, 7), date(2026, 12, 9))


def test_the_second_look_is_due_from_the_day_it_was_asked_for() -> None:
    found = entered(Complaint(received_on=SUNDAY), rule(), settings("4"), appealed_on=THURSDAY)

    # Saturday, Sunday, Monday, Tuesday, Wednesday.
    assert dues(found) == (None, None, date(2026, 12, 9))


def test_another_day_of_receipt_moves_what_the_rule_had_given() -> None:
    first = entered(Complaint(), rule(), settings("4"), received_on=THURSDAY)

    found = entered(first, rule(), settings("4"), received_on=SUNDAY)

    assert dues(found)[:2] == (date(2026, 11, 30), date(2026, 12, 2))


def test_a_due_date_typed_by_hand_stays() -> None:
    own = date(2026, 12, 24)
    first = replace(entered(Complaint(), rule(), settings("4"), received_on=THURSDAY), due=own)

    found = entered(first, rule(), settings("4"), received_on=SUNDAY)

    assert dues(found)[:2] == (date(2026, 11, 30), own)


def test_without_a_rule_nothing_is_filled_in() -> None:
    assert dues(entered(Complaint(), settings("4"), received_on=THURSDAY)) == (None, None, None)
    partly = entered(Complaint(), rule(answer_days=None), settings("4"), received_on=THURSDAY)
    assert dues(partly) == (SATURDAY, None, None)


def test_another_edit_leaves_an_emptied_due_date_empty() -> None:
    emptied = replace(entered(Complaint(), rule(), settings("4"), received_on=THURSDAY), due=None)

    assert entered(emptied, rule(), settings("4"), text="Cold soup").due is None


def test_a_case_goes_from_stage_to_stage() -> None:
    case = Complaint()
    seen = []
    for values in (
        {"received_on": SUNDAY},
        {"acknowledged_on": SUNDAY},
        {"findings": "A broken oven"},
        {"decision": "Apologize"},
        {"answered_on": SUNDAY},
        {"appealed_on": SUNDAY},
        {"appeal_answered_on": SUNDAY},
        {"closed_on": SUNDAY},
    ):
        seen.append((complaints.next_stage(case), complaints.state(case)))
        case = replace(case, **values)

    assert [stage for stage, _state in seen] == [
        Stage.RECEIVED,
        Stage.CONFIRMED,
        Stage.EXAMINED,
        Stage.DECIDED,
        Stage.ANSWERED,
        Stage.CLOSED,
        Stage.SECOND_LOOK,
        Stage.CLOSED,
    ]
    assert [state for _stage, state in seen] == [State.OPEN] * 5 + [State.WAITING, State.OPEN, State.WAITING]
    assert (complaints.next_stage(case), complaints.state(case)) == (None, State.CLOSED)
    assert complaints.state(replace(case, cancelled_because="Entered twice")) is State.CANCELLED


@pytest.mark.parametrize(
    ("today", "left"),
    [
        (SUNDAY, 5),
        (date(2026, 12, 4), 1),  # the Friday
        (SATURDAY, 0),
        (date(2026, 12, 6), -1),
        (date(2026, 12, 12), -6),  # Friday the 11th does not count
    ],
)
def test_days_left_are_working_days(today: date, left: int) -> None:
    case = Complaint(received_on=SUNDAY, due=SATURDAY)

    found = complaints.standing(case, Stage.ANSWERED, FRIDAY_OFF, today)

    assert found is not None
    assert (found.left, found.is_done) == (left, False)


def test_a_due_date_before_a_day_off_is_over_on_that_day() -> None:
    case = Complaint(received_on=SUNDAY, due=THURSDAY)

    found = complaints.standing(case, Stage.ANSWERED, FRIDAY_OFF, date(2026, 12, 4))

    assert found is not None
    assert found.left == -1


def test_a_stage_that_is_done_stands_as_on_its_day() -> None:
    case = Complaint(received_on=SUNDAY, due=SATURDAY, answered_on=THURSDAY)

    found = complaints.standing(case, Stage.ANSWERED, FRIDAY_OFF, date(2027, 12, 4))

    assert found is not None
    assert (found.left, found.is_done) == (1, True)


def test_the_order_of_work() -> None:
    today = SATURDAY
    over = Complaint(no="over", received_on=SUNDAY, due=THURSDAY)
    soon = Complaint(no="soon", received_on=THURSDAY, due=date(2026, 12, 8))
    late = Complaint(no="later", received_on=SUNDAY, due=date(2026, 12, 9))
    waits = Complaint(no="waits", received_on=SUNDAY, acknowledged_on=SUNDAY, answered_on=SUNDAY)
    closed = [Complaint(no=str(day.day), received_on=day, closed_on=SATURDAY) for day in (SUNDAY, THURSDAY)]
    gone = Complaint(no="gone", cancelled_because="Twice", due=SUNDAY)
    cases = [gone, *closed, waits, late, soon, over]

    ordered = sorted(cases, key=lambda case: complaints.urgency(case, today))

    assert [case.no for case in ordered] == ["over", "soon", "later", "waits", "3", "29", "gone"]


def test_closing_says_what_is_missing() -> None:
    bare = Complaint(received_on=SUNDAY)

    assert list(complaints.missing(bare, Stage.CLOSED, SUNDAY)) == [
        "severity",
        "acknowledged_on",
        "findings",
        "decision",
        "answered_on",
        "satisfied",
    ]
    whole = replace(
        bare,
        severity="low",
        acknowledged_on=SUNDAY,
        decision="Apologize",
        answered_on=SUNDAY,
        satisfied="unknown",
    )
    assert complaints.missing(whole, Stage.CLOSED, SUNDAY) == {}
    assert list(complaints.missing(replace(whole, appealed_on=SUNDAY), Stage.CLOSED, SUNDAY)) == [
        "appeal_decision",
        "appeal_answered_on",
    ]


def test_a_clock_that_was_set_back_is_told() -> None:
    case = Complaint(received_on=SUNDAY)

    assert list(complaints.missing(case, Stage.CONFIRMED, SUNDAY - timedelta(days=1))) == ["received_on"]
    assert complaints.missing(case, Stage.CONFIRMED, SUNDAY) == {}


def test_the_officer_gets_a_new_case_and_the_deputy_when_the_officer_left() -> None:
    role = Role(role=RoleName.COMPLAINT_OFFICER, person=NIMA.id, deputy=MINA.id)

    assert complaints.officer(Records([NIMA, MINA, role]), SUNDAY) == MINA.id
    assert complaints.officer(Records([REZA, rule(decision_by=REZA.id)]), SUNDAY) == REZA.id
    assert complaints.officer(Records([NIMA, rule(decision_by=NIMA.id)]), SUNDAY) is None


def test_the_second_look_is_for_somebody_else() -> None:
    manager = Role(role=RoleName.TOP_MANAGER, person=REZA.id)
    ledger = Records([MINA, REZA, manager, rule(decision_by=MINA.id)])

    assert complaints.second_reader(Complaint(assigned=MINA.id), ledger, SUNDAY) == REZA.id
    assert complaints.second_reader(Complaint(assigned=REZA.id), ledger, SUNDAY) == MINA.id


def test_an_owner_who_left_is_told_while_the_case_is_open() -> None:
    ledger = Records([NIMA])
    case = Complaint(received_on=SUNDAY, assigned=NIMA.id)

    assert list(complaints.reminders(case, ledger, SUNDAY)) == ["assigned"]
    assert complaints.reminders(replace(case, closed_on=SUNDAY), ledger, SUNDAY) == {}
