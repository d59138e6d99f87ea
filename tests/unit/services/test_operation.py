"""What a user does in step 5 and with the values of step 6, on a real company file."""

from __future__ import annotations

import itertools
from datetime import date, timedelta
from decimal import Decimal

import pytest

from models.domain.errors import AppError
from models.domain.gates.facts import Facts
from models.domain.guidance import Guidance
from models.domain.measuring import action_about
from models.domain.performance import Kept, performances
from models.domain.records.charter import Indicator, Promise
from models.domain.records.control import Person
from models.domain.records.correction import Action
from models.domain.records.feedback import IndicatorValue
from models.domain.records.operation import DataSheet, Display, Launch, LaunchPoint, SupplierNotice
from models.domain.records.organisation import Party
from models.domain.registers import register_of
from models.domain.text import LocalText
from models.localisation.language import load_language
from models.services import data_sheets, displays, launching, measuring, starters
from models.services.company import OpenCompany
from models.services.suppliers import not_told

TODAY = date(2026, 11, 22)
PERSIAN, ENGLISH = load_language("fa"), load_language("en")
SARA = Person(name=LocalText(en="Sara"))
PROMISE = Promise(order=1, text=LocalText(en="Within 25 minutes."))
CARD = Indicator(
    promise=PROMISE.id,
    name=LocalText(en="In time", fa="به‌موقع"),
    unit=LocalText(en="%", fa="٪"),
    comparison="at_least",
    target=Decimal(95),
    red_limit=Decimal(90),
    frequency="monthly",
    owner=SARA.id,
)


@pytest.fixture
def company(company: OpenCompany) -> OpenCompany:
    company.save_all([SARA, PROMISE, CARD])
    return company


def steps(company: OpenCompany) -> int:
    return len(company.history())


# The launch list


def test_the_model_list_is_taken_once_and_fills_up_what_was_deleted(company: OpenCompany) -> None:
    register = register_of(LaunchPoint)
    company.save_all(starters.starter(register, company, ENGLISH, TODAY))
    points = launching.points_in_order(company)
    assert [point.order for point in points] == list(range(1, len(points) + 1))
    assert len(points) >= 10
    assert starters.starter(register, company, PERSIAN, TODAY) == []

    company.delete([points[3]])

    (missing,) = starters.starter(register, company, PERSIAN, TODAY)
    assert isinstance(missing, LaunchPoint)
    assert missing.point == points[3].point


def test_a_point_is_judged_as_long_as_it_keeps_its_words_in_one_language(company: OpenCompany) -> None:
    (first, *_rest) = starters.starter(register_of(LaunchPoint), company, ENGLISH, TODAY)
    assert isinstance(first, LaunchPoint)
    facts = Facts(company, Guidance(), TODAY)
    reworded = LaunchPoint(point=LocalText(en="Boss said yes", fa=first.point.get("fa")))

    assert launching.judged(first, facts) is not None
    assert launching.judged(reworded, facts) == launching.judged(first, facts)
    assert launching.judged(LaunchPoint(point=LocalText(en="Balloons", fa="بادکنک")), facts) is None


def test_a_point_that_is_moved_takes_the_others_along(company: OpenCompany) -> None:
    points = [LaunchPoint(order=number, point=LocalText(en=str(number))) for number in (1, 2, 3)]
    company.save_all(points)

    company.save_all(launching.moved(company, points[2], 0))

    assert [one.point.get("en") for one in launching.points_in_order(company)] == ["3", "1", "2"]


def test_a_decision_is_one_of_today_unless_a_day_was_entered(company: OpenCompany) -> None:
    before = steps(company)
    launching.save_launch(company, company.sheet(Launch), "decision", "go")
    assert company.sheet(Launch).decided_on == date.today()
    assert steps(company) == before + 1

    launching.save_launch(company, company.sheet(Launch), "decided_on", TODAY)
    launching.save_launch(company, company.sheet(Launch), "decision", "no_go")

    assert company.sheet(Launch).decided_on == TODAY


# Displays


def test_displays_are_replaced_in_one_step(company: OpenCompany) -> None:
    old = [
        Display(place=place, channel="premises", revision="01", installed_on=TODAY, proof="Photo")
        for place in ("Door", "Till")
    ]
    company.save_all(old)
    before = steps(company)

    new = displays.replace_displays(company, old, "02", TODAY)

    assert steps(company) == before + 1
    assert [company.find(Display, one.id).removed_on for one in old] == [TODAY, TODAY]  # type: ignore[union-attr]
    assert [(one.place, one.revision, one.proof, one.photo, one.removed_on) for one in new] == [
        ("Door", "02", "", None, None),
        ("Till", "02", "", None, None),
    ]
    company.undo()
    assert list(company.all(Display)) == old


# Data sheets


def test_weeks_begin_with_the_languages_first_weekday_until_something_is_counted(
    company: OpenCompany,
) -> None:
    assert {week.weekday() for week in data_sheets.weeks(company, PERSIAN, TODAY)} == {5}
    assert {week.weekday() for week in data_sheets.weeks(company, ENGLISH, TODAY)} == {0}

    company.save(DataSheet(week_start=date(2026, 11, 14), promise=PROMISE.id, cases=1, kept=1))

    assert {week.weekday() for week in data_sheets.weeks(company, ENGLISH, TODAY)} == {5}


def test_weeks_reach_from_the_launch_to_now_without_a_gap(company: OpenCompany) -> None:
    company.save(Launch(id=company.sheet(Launch).id, launch_on=TODAY - timedelta(weeks=9)))

    weeks = data_sheets.weeks(company, PERSIAN, TODAY)

    assert weeks[0] <= TODAY < weeks[0] + timedelta(days=7)
    assert len(weeks) in (10, 11)
    assert {before - after for before, after in itertools.pairwise(weeks)} == {timedelta(days=7)}


def test_a_week_mistyped_by_centuries_does_not_make_thousands_of_rows(company: OpenCompany) -> None:
    company.save(DataSheet(week_start=date(1900, 1, 6), promise=PROMISE.id, cases=1, kept=1))

    assert len(data_sheets.weeks(company, PERSIAN, TODAY)) < 600


def test_numbers_are_saved_together_and_emptied_ones_go_to_the_bin(company: OpenCompany) -> None:
    week = data_sheets.weeks(company, PERSIAN, TODAY)[0]
    place = (week, PROMISE.id)
    before = steps(company)

    data_sheets.save_numbers(company, {place: {"cases": 20, "kept": 19}})
    assert [(one.cases, one.kept) for one in company.all(DataSheet)] == [(20, 19)]
    data_sheets.save_numbers(company, {place: {"cases": None, "kept": None}})

    assert steps(company) == before + 2
    assert company.all(DataSheet) == ()
    company.undo()
    assert [(one.cases, one.kept) for one in company.all(DataSheet)] == [(20, 19)]


@pytest.mark.parametrize("typed", ["-3", "2.5", "viel", "1e5"])
def test_what_is_no_count_is_refused(company: OpenCompany, typed: str) -> None:
    with pytest.raises(AppError):
        data_sheets.typed_number(company, "cases", typed, ENGLISH)


def test_more_kept_than_cases_is_refused() -> None:
    with pytest.raises(data_sheets.MoreKept):
        data_sheets.check_numbers({"cases": 20, "kept": 21})
    data_sheets.check_numbers({"cases": None, "kept": 21})


# Values


def test_the_first_period_is_the_last_one_that_is_over_and_then_they_follow() -> None:
    first = measuring.next_value(CARD, [], PERSIAN, TODAY)
    assert (first.start, first.end) == (date(2026, 10, 23), date(2026, 11, 21))

    following = measuring.next_value(CARD, [first], PERSIAN, TODAY)
    assert (following.start, following.end) == (date(2026, 11, 22), date(2026, 12, 21))


@pytest.mark.parametrize("text", ["95.5", "۹۵٫۵", "۹۵٫۵٪", "٪۹۵٫۵", "95.5 %", "٩٥٫٥"])
def test_a_percentage_may_be_typed_with_its_sign(company: OpenCompany, text: str) -> None:
    assert measuring.typed(company, CARD, "value", text, PERSIAN) == Decimal("95.5")


def test_a_percent_sign_behind_minutes_is_refused(company: OpenCompany) -> None:
    with pytest.raises(AppError):
        measuring.typed(company, Indicator(unit=LocalText(en="minutes")), "value", "12%", ENGLISH)


@pytest.mark.parametrize(
    ("start", "end", "number", "field", "sentence"),
    [
        (date(2026, 11, 5), date(2026, 11, 1), "90", "end", "would end before it begins"),
        (date(2026, 10, 20), date(2026, 11, 1), "90", "start", "overlaps with another one"),
        (date(2026, 11, 20), date(2026, 12, 1), "90", "end", "still to come"),
        (date(2026, 11, 1), date(2026, 11, 10), "101", "value", "less than 0 or more than 100"),
    ],
)
def test_a_value_that_contradicts_itself_or_another_names_its_field(
    start: date, end: date, number: str, field: str, sentence: str
) -> None:
    known = IndicatorValue(
        indicator=CARD.id, start=date(2026, 10, 1), end=date(2026, 10, 22), value=Decimal(1)
    )
    new = IndicatorValue(indicator=CARD.id, start=start, end=end, value=Decimal(number))

    found = measuring.check_value(new, CARD, [known], TODAY)

    assert found is not None
    assert found[0] == field
    assert sentence in found[1].sentence(ENGLISH)


def test_the_share_kept_is_counted_from_the_sheets_of_the_period(company: OpenCompany) -> None:
    weeks = [date(2026, 10, 24) + number * timedelta(weeks=1) for number in range(4)]
    company.save_all(DataSheet(week_start=week, promise=PROMISE.id, cases=20, kept=19) for week in weeks)
    company.save(DataSheet(week_start=weeks[0] - timedelta(weeks=1), promise=PROMISE.id, cases=99, kept=0))

    found = measuring.counted(company, CARD, date(2026, 10, 23), date(2026, 11, 21))

    assert found == measuring.Counted(4, Kept(80, 76), Decimal("95"))
    assert measuring.counted(company, CARD, date(2020, 1, 1), date(2020, 1, 31)) is None
    minutes = Indicator(promise=PROMISE.id, unit=LocalText(en="minutes"))
    assert measuring.counted(company, minutes, date(2026, 10, 23), date(2026, 11, 21)) is None


@pytest.mark.parametrize(
    ("kept", "cases", "value"), [(2, 3, "66.7"), (1, 8, "12.5"), (0, 5, "0"), (5, 5, "100")]
)
def test_a_share_has_one_decimal(company: OpenCompany, kept: int, cases: int, value: str) -> None:
    company.save(DataSheet(week_start=TODAY, promise=PROMISE.id, cases=cases, kept=kept))

    found = measuring.counted(company, CARD, TODAY, TODAY)

    assert found is not None
    assert found.value == Decimal(value)
    assert "E" not in str(found.value)


@pytest.mark.parametrize("language", [PERSIAN, ENGLISH], ids=str)
def test_red_values_make_an_action_that_says_what_is_wrong(company: OpenCompany, language: object) -> None:
    for month, number in ((9, "80"), (10, "82")):
        company.save(IndicatorValue(indicator=CARD.id, end=date(2026, month, 20), value=Decimal(number)))
    (one,) = performances(company)

    action = measuring.new_action(company, one, 2, language, TODAY)  # type: ignore[arg-type]
    company.save(action)

    assert (action.source, action.promise, action.owner, action.opened_on) == (
        "indicator",
        PROMISE.id,
        SARA.id,
        TODAY,
    )
    number = language.number(Decimal(82))  # type: ignore[attr-defined]
    assert number in action.problem
    assert CARD.name.get(language.code) in action.problem  # type: ignore[attr-defined]
    assert action_about(CARD, company.all(Action)) == action


# Suppliers


def test_suppliers_among_the_parties_are_named_until_they_have_a_notice(company: OpenCompany) -> None:
    bakery = Party(name=LocalText(en="Bakery", fa="نانوایی"), group="suppliers")
    courier = Party(name=LocalText(en="Courier"), group="suppliers")
    guests = Party(name=LocalText(en="Guests"), group="customers")
    company.save_all([bakery, courier, guests, Party(group="suppliers")])

    company.save(SupplierNotice(supplier="نانوايي", part="Bread"))

    assert not_told(company) == [courier]
