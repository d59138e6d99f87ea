from datetime import date, timedelta
from decimal import Decimal

import pytest

from models.domain.ids import RecordId
from models.domain.ledger import Records
from models.domain.measuring import (
    action_about,
    asks_for_action,
    days_late,
    is_share,
    overlapping,
    reds_in_a_row,
    sheets_within,
)
from models.domain.performance import Performance
from models.domain.records.charter import Indicator
from models.domain.records.correction import Action
from models.domain.records.feedback import IndicatorValue
from models.domain.records.operation import DataSheet
from models.domain.text import LocalText
from models.domain.validation import problems
from tests.unit.domain.wording import SOURCE

PROMISE = RecordId("promise")
CARD = Indicator(
    id=RecordId("card"),
    promise=PROMISE,
    unit=LocalText(en="%", fa="٪"),
    comparison="at_least",
    target=Decimal(95),
    red_limit=Decimal(90),
)
END = date(2026, 11, 21)


def value(number: str, end: date = END, start: date | None = None, card: str = "card") -> IndicatorValue:
    return IndicatorValue(indicator=RecordId(card), start=start, end=end, value=Decimal(number))


def measured(*numbers: str) -> Performance:
    return Performance(CARD, [value(number, END + timedelta(days=at)) for at, number in enumerate(numbers)])


@pytest.mark.parametrize(
    ("numbers", "reds"),
    [((), 0), (("80",), 1), (("80", "85"), 2), (("80", "92", "85"), 1), (("80", "96"), 0), (("70",) * 5, 5)],
)
def test_red_values_are_counted_from_the_newest_back(numbers: tuple[str, ...], reds: int) -> None:
    assert reds_in_a_row(measured(*numbers)) == reds


def test_two_reds_in_a_row_ask_for_an_action_and_one_does_not() -> None:
    assert asks_for_action(measured("96", "80", "85"))
    assert not asks_for_action(measured("80", "96", "85"))


def test_without_a_red_limit_nothing_is_red() -> None:
    card = Indicator(id=RecordId("card"), comparison="at_least", target=Decimal(95))

    assert reds_in_a_row(Performance(card, [value("1"), value("2")])) == 0


@pytest.mark.parametrize(("days", "late"), [(-3, 0), (0, 0), (31, 0), (32, 32), (200, 200)])
def test_a_value_is_late_a_month_after_the_end_of_its_period(days: int, late: int) -> None:
    assert days_late(value("90"), END + timedelta(days=days)) == late


def test_nobody_can_tell_whether_a_value_without_days_is_late() -> None:
    assert days_late(value("90"), None) == 0
    assert days_late(IndicatorValue(), END) == 0


@pytest.mark.parametrize(
    ("start", "end", "overlaps"),
    [
        (date(2026, 11, 1), date(2026, 11, 30), True),
        (date(2026, 11, 30), date(2026, 12, 30), True),
        (None, date(2026, 11, 15), True),
        (date(2026, 12, 1), date(2026, 12, 31), False),
        (None, date(2026, 12, 1), False),
        (None, None, False),
    ],
)
def test_periods_of_one_indicator_overlap_where_they_share_a_day(
    start: date | None, end: date | None, overlaps: bool
) -> None:
    known = value("90", date(2026, 11, 30), date(2026, 11, 1))
    new = IndicatorValue(indicator=RecordId("card"), start=start, end=end)

    assert (overlapping(new, [new, known]) is not None) is overlaps


def test_the_form_tells_of_an_overlap_and_another_indicator_has_its_own_periods() -> None:
    known = value("90", date(2026, 11, 30), date(2026, 11, 1))
    same, other = value("91", date(2026, 11, 20)), value("91", date(2026, 11, 20), card="other")

    said = {name: one.sentence.worded(SOURCE) for name, one in problems(same, Records([known, same])).items()}

    assert "overlaps with another one" in said["end"]
    assert "overlaps" not in str(problems(other, Records([known, other])))


def test_an_action_is_about_the_promise_of_the_indicator_while_it_is_open() -> None:
    closed = Action(no="1", source="indicator", promise=PROMISE, closed_on=END)
    of_complaint = Action(no="2", source="complaint", promise=PROMISE)
    elsewhere = Action(no="3", source="indicator", promise=RecordId("other"))
    wanted = Action(no="4", source="indicator", promise=PROMISE)

    assert action_about(CARD, [closed, of_complaint, elsewhere]) is None
    assert action_about(CARD, [wanted, closed, of_complaint]) == wanted
    assert action_about(Indicator(), [Action(source="indicator")]) is None


def test_a_percentage_is_known_by_its_unit_in_any_language() -> None:
    assert is_share(CARD)
    assert is_share(Indicator(unit=LocalText(fa="درصد")))
    assert not is_share(Indicator(unit=LocalText(en="minutes")))
    assert not is_share(Indicator())


def test_sheets_belong_to_the_period_in_which_their_week_begins() -> None:
    first, last = date(2026, 11, 1), date(2026, 11, 30)
    starts = [date(2026, 10, 31), first, date(2026, 11, 28), date(2026, 12, 5)]
    sheets = [DataSheet(week_start=start, promise=PROMISE, cases=1, kept=1) for start in starts]
    other = DataSheet(week_start=first, promise=RecordId("other"), cases=1, kept=1)

    assert sheets_within([*sheets, other], CARD, first, last) == sheets[1:3]
    assert sheets_within(sheets, CARD, first, None) == []
    assert sheets_within([DataSheet(week_start=first)], Indicator(), first, last) == []
