"""Cases that call for a corrective action, and remarks on the texts of one."""

from __future__ import annotations

import dataclasses
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

from models.domain.action_check import remarks
from models.domain.action_triggers import Trigger, untreated
from models.domain.fields import Record
from models.domain.ledger import Records
from models.domain.records.audit import Finding, Grade
from models.domain.records.charter import Indicator, Promise
from models.domain.records.control import Person
from models.domain.records.correction import Action, ActionSource
from models.domain.records.feedback import IndicatorValue
from models.domain.records.operation import Breach, Complaint
from models.domain.text import LocalText
from models.services.actions import yardstick

TODAY = date(2026, 11, 29)
PROMISE = Promise(text=LocalText(en="Ready in 10 minutes"))
ACTION = Action(no="CA-01")
SERIOUS = Complaint(no="01", severity="high", text="Walnuts in the cake")
THREE: list[Any] = [Complaint(no=f"1{n}", promise=PROMISE.id) for n in range(2)] + [
    Breach(promise=PROMISE.id, cause="Late")
]
CARD = Indicator(
    name=LocalText(en="On time"), comparison="at_least", target=Decimal(90), red_limit=Decimal(80)
)
RED = [
    IndicatorValue(indicator=CARD.id, end=TODAY - timedelta(days=one), value=Decimal(70)) for one in (60, 30)
]
FINDING = Finding(grade=Grade.MINOR, statement="No list")


def triggers(*records: Record) -> list[Trigger]:
    return [case.trigger for case in untreated(Records(records))]


def test_each_case_of_the_usual_rule_is_found() -> None:
    assert triggers(SERIOUS, PROMISE, *THREE, CARD, *RED, FINDING) == list(Trigger)


@pytest.mark.parametrize(
    "records",
    [
        (dataclasses.replace(SERIOUS, action=ACTION.id), ACTION),
        (dataclasses.replace(SERIOUS, cancelled_because="Twice"),),
        (dataclasses.replace(SERIOUS, severity="low"),),
        (PROMISE, *THREE[:2]),
        (PROMISE, *THREE, dataclasses.replace(ACTION, promise=PROMISE.id)),
        (PROMISE, *THREE[:2], dataclasses.replace(THREE[2], complaint=THREE[0].id)),
        (CARD, RED[0], dataclasses.replace(RED[1], value=Decimal(85))),
        (CARD, *RED, dataclasses.replace(ACTION, source=ActionSource.INDICATOR, indicator=CARD.id)),
        (dataclasses.replace(FINDING, grade=Grade.OBSERVATION),),
        (dataclasses.replace(FINDING, closed_on=TODAY),),
    ],
)
def test_what_is_treated_or_no_case_is_left_out(records: tuple[Record, ...]) -> None:
    assert triggers(*records) == []


def test_an_action_in_the_bin_treats_nothing() -> None:
    assert triggers(dataclasses.replace(SERIOUS, action=ACTION.id)) == [Trigger.SERIOUS]


GONE = Person(name=LocalText(en="Ali"), left_on=TODAY - timedelta(days=3))
WHOLE = Action(
    problem="Delivered late",
    containment="A courier was sent",
    cause="No stock check when booking",
    steps=("Add the line to the form",),
    done_on=TODAY - timedelta(days=5),
    check_on=TODAY + timedelta(days=55),
)


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"steps": ("Staff were warned",)}, "steps"),
        ({"steps": ("به کارکنان تذکر داده شد",)}, "steps"),
        ({"steps": ("A courier  was sent",)}, "steps"),
        ({"cause": "delivered late "}, "cause"),
        ({"cause": "بی‌دقتی صندوق‌دار"}, "cause"),
        ({"owner": GONE.id}, "owner"),
        ({"done_on": TODAY + timedelta(days=1)}, "done_on"),
        ({"check_on": TODAY + timedelta(days=4)}, "check_on"),
    ],
)
def test_what_is_wrong_is_said_beside_its_field(changes: dict[str, object], field: str) -> None:
    action = dataclasses.replace(WHOLE, **changes)  # type: ignore[arg-type]

    assert field in remarks(action, Records([GONE]), yardstick(), TODAY)


def test_a_sound_action_is_left_alone() -> None:
    mixed = dataclasses.replace(WHOLE, steps=("Staff were warned", "Add the line to the form"))

    assert remarks(mixed, Records(), yardstick(), TODAY) == {}
