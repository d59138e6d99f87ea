"""Values of indicators, typed, pasted and counted, and what red ones lead to."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QClipboard
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from models.domain.gates.criterion import Place
from models.domain.ids import RecordId
from models.domain.records.charter import Indicator, Promise
from models.domain.records.correction import Action
from models.domain.records.feedback import IndicatorValue
from models.domain.records.operation import DataSheet
from models.domain.text import LocalText
from models.localisation.language import load_language
from models.localisation.languages import CalendarName
from models.localisation.periods import period_of
from models.services.company import OpenCompany
from tests.e2e.driver import type_text
from tests.ui.stage import SARA, settle
from tests.ui.workspaces.showing import Opened
from ui import language

TODAY = date.today()
PROMISE = Promise(order=1, text=LocalText(en="Within 25 minutes.", fa="ظرف ۲۵ دقیقه."))
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


def month(back: int) -> tuple[date, date]:
    """Return first and last day of a month, 1 for the last one that is over."""
    found = period_of(TODAY, "monthly", load_language("en"))
    for _each in range(back):
        found = period_of(found.start - timedelta(days=1), "monthly", load_language("en"))
    return found.start, found.end


def value(number: str, back: int, card: Indicator = CARD) -> IndicatorValue:
    start, end = month(back)
    return IndicatorValue(indicator=card.id, start=start, end=end, value=Decimal(number))


def enter(workspace: Any, row: str, column: str, text: str) -> None:
    grid = workspace.grid
    grid.choose(row, column)
    type_text(grid, text[0])
    editor = next(one for one in grid.findChildren(QLineEdit) if one.isVisible())
    type_text(editor, text[1:])
    QTest.keyClick(editor, Qt.Key.Key_Return)
    settle()


def last_row(workspace: Any) -> str:
    return str(workspace.grid.cells.rows[-1].key)


def values(company: OpenCompany) -> list[tuple[date | None, date | None, Decimal | None]]:
    found = sorted(company.all(IndicatorValue), key=lambda one: one.end or TODAY)
    return [(one.start, one.end, one.value) for one in found]


@pytest.fixture
def started(company: OpenCompany) -> OpenCompany:
    company.save_all([PROMISE, CARD])
    return company


@pytest.mark.parametrize(("code", "typed"), [("en", "95.5"), ("fa", "۹۵٫۵٪")])
def test_the_last_period_that_is_over_is_offered_and_filled_with_one_number(
    started: OpenCompany, opened: Opened, code: str, typed: str
) -> None:
    language.set_current(load_language(code))
    workspace = opened(started, "indicator_value")
    current = period_of(TODAY, "monthly", language.current())
    wanted = period_of(current.start - timedelta(days=1), "monthly", language.current())
    before = len(started.history())

    enter(workspace, last_row(workspace), "value", typed)

    assert values(started) == [(wanted.start, wanted.end, Decimal("95.5"))]
    assert len(started.history()) == before + 1
    assert next(head.figure for head in workspace.grid.cells.rows) == ("سبز" if code == "fa" else "Green")
    assert len(workspace.grid.cells.rows) == 2


def test_the_period_follows_the_users_calendar(started: OpenCompany, opened: Opened) -> None:
    language.set_current(load_language("en", CalendarName.JALALI))

    workspace = opened(started, "indicator_value")

    offered = workspace.grid.chosen()
    assert offered.start == period_of(offered.end, "monthly", language.current()).start
    assert offered.end == period_of(offered.start, "monthly", language.current()).end


def test_another_period_than_the_one_offered_is_kept_until_its_number_comes(
    started: OpenCompany, opened: Opened
) -> None:
    workspace = opened(started, "indicator_value")
    row, (start, end) = last_row(workspace), month(5)

    enter(workspace, row, "start", str(start))
    enter(workspace, row, "end", str(end))
    assert started.all(IndicatorValue) == ()
    enter(workspace, row, "value", "91")

    assert values(started) == [(start, end, Decimal(91))]


def test_a_number_that_cannot_be_read_stays_and_nothing_is_saved(
    started: OpenCompany, opened: Opened
) -> None:
    workspace = opened(started, "indicator_value")
    row = last_row(workspace)

    enter(workspace, row, "value", "95.5.2")
    workspace.grid.choose(row, "value")

    assert started.all(IndicatorValue) == ()
    assert workspace.grid.cells.content(0, 2).text == "95.5.2"
    assert "is not a number" in workspace.grid.bubble.text()
    enter(workspace, row, "value", "95.5")
    assert [number for _start, _end, number in values(started)] == [Decimal("95.5")]


@pytest.mark.parametrize(
    ("field", "typed", "sentence"),
    [
        ("end", "{before}", "would end before it begins"),
        ("end", "{future}", "still to come"),
        ("start", "{known}", "overlaps with another one"),
        ("start", "soon", "is not a date"),
        ("value", "120", "less than 0 or more than 100"),
        ("cases", "-4", "not less than 0"),
    ],
)
def test_bad_input_is_told_in_its_cell_and_what_was_there_stays(
    started: OpenCompany, opened: Opened, field: str, typed: str, sentence: str
) -> None:
    first, second = value("96", 2), value("97", 1)
    started.save_all([first, second])
    workspace = opened(started, "indicator_value")
    days = {
        "before": second.start - timedelta(days=3),  # type: ignore[operator]
        "future": TODAY + timedelta(days=40),
        "known": first.end,
    }

    enter(workspace, second.id, field, typed.format(**days))
    workspace.grid.choose(second.id, field)

    assert sentence in workspace.grid.bubble.text()
    assert started.find(IndicatorValue, second.id) == second


def test_pasted_rows_become_periods_in_one_step(
    started: OpenCompany, opened: Opened, clipboard: QClipboard
) -> None:
    workspace = opened(started, "indicator_value")
    workspace.grid.choose(last_row(workspace), "start")
    before = len(started.history())
    months = [month(back) for back in (4, 3, 2)]
    numbers = ("81", "۸۵٫۵٪", "x")
    clipboard.setText(
        "\n".join(
            f"{start}\t{end}\t{number}\t120" for (start, end), number in zip(months, numbers, strict=True)
        )
    )

    workspace.grid.paste()
    settle()

    assert values(started) == [(*months[0], Decimal(81)), (*months[1], Decimal("85.5")), (*months[2], None)]
    assert len(started.history()) == before + 1
    assert [refusal.typed for refusal in workspace.grid.cells.refusals.values()] == ["x"]


def test_numbers_pasted_alone_follow_each_other(
    started: OpenCompany, opened: Opened, clipboard: QClipboard
) -> None:
    started.save(value("90", 4))
    workspace = opened(started, "indicator_value")
    workspace.grid.choose(last_row(workspace), "value")
    clipboard.setText("91\n92\n93")

    workspace.grid.paste()
    settle()

    assert [(start, end) for start, end, _number in values(started)] == [month(back) for back in (4, 3, 2, 1)]
    assert [number for *_days, number in values(started)] == [Decimal(n) for n in (90, 91, 92, 93)]


def test_a_late_entry_is_marked_with_its_days(started: OpenCompany, opened: Opened) -> None:
    late, soon = value("96", 4), value("96", 1)
    started.save_all([late, soon])
    workspace = opened(started, "indicator_value")

    notes = {head.key: head.note for head in workspace.grid.cells.rows}

    assert notes[late.id] == f"entered {(TODAY - late.end).days} days late"  # type: ignore[operator]
    assert notes[soon.id] == ""


def test_two_reds_propose_an_action_that_one_press_opens(started: OpenCompany, opened: Opened) -> None:
    started.save_all([value("96", 3), value("80", 2)])
    workspace = opened(started, "indicator_value")
    wanted: list[Place] = []
    workspace.place_requested.connect(wanted.append)
    assert not workspace.proposal.isVisible()
    started.save(value("82", 1))
    settle()
    assert workspace.proposal.isVisible()
    before = len(started.history())

    workspace.proposal.action.click()
    settle()

    (action,) = started.all(Action)
    assert (action.source, action.promise, action.owner) == ("indicator", PROMISE.id, SARA.id)
    assert "In time" in action.problem
    assert "82" in action.problem
    assert wanted == [Place("action", action.id)]
    assert len(started.history()) == before + 1
    assert workspace.proposal.action.text() == f"Go to action \u2068{action.no}\u2069"
    workspace.proposal.action.click()
    assert len(started.all(Action)) == 1
    assert wanted[-1] == Place("action", action.id)


def test_the_data_sheets_are_offered_and_taken_only_when_asked(started: OpenCompany, opened: Opened) -> None:
    start, _end = month(1)
    started.save_all(
        DataSheet(week_start=start + timedelta(days=7 * week), promise=PROMISE.id, cases=20, kept=19)
        for week in range(4)
    )
    workspace = opened(started, "indicator_value")
    assert "76 of 80 kept, 95%" in workspace.counted.text()
    assert started.all(IndicatorValue) == ()

    workspace.take_button.click()
    settle()

    assert [(one.value, one.cases) for one in started.all(IndicatorValue)] == [(Decimal(95), 80)]
    assert not workspace.take_button.isVisible()


def test_a_value_goes_to_the_bin_and_comes_back(started: OpenCompany, opened: Opened) -> None:
    first, second = value("96", 2), value("97", 1)
    started.save_all([first, second])
    workspace = opened(started, "indicator_value")
    workspace.grid.choose(first.id, "value")
    assert workspace.delete_button.isVisible()

    workspace.delete_button.click()
    settle()

    assert list(started.all(IndicatorValue)) == [second]
    assert workspace.bin_button.isVisible()
    started.undo()
    settle()
    assert [row.key for row in workspace.grid.cells.rows][:2] == [first.id, second.id]


def test_an_indicator_deleted_while_shown_gives_way_to_the_next(started: OpenCompany, opened: Opened) -> None:
    other = Indicator(
        promise=PROMISE.id, name=LocalText(en="Polite"), comparison="at_most", target=Decimal(3)
    )
    started.save(other)
    workspace = opened(started, "indicator_value")
    workspace.grid.choose(last_row(workspace), "value")

    started.delete([CARD])
    settle()

    assert workspace.title.text() == "Polite"
    started.delete([other])
    settle()
    assert workspace.pages.currentWidget() is workspace.empty
    started.undo()
    settle()
    assert workspace.pages.currentWidget() is workspace.side


def test_five_hundred_values_are_shown_and_charted(started: OpenCompany, opened: Opened) -> None:
    first = TODAY - timedelta(days=600)
    started.save_all(
        IndicatorValue(
            indicator=CARD.id,
            start=first + timedelta(days=day),
            end=first + timedelta(days=day),
            value=Decimal(80 + day % 20),
        )
        for day in range(500)
    )
    workspace = opened(started, "indicator_value")

    assert len(workspace.grid.cells.rows) == 501
    assert workspace.grid.currentIndex().row() == 500
    assert len(workspace.chart.geometry_shown.figures) == 12


def test_colour_is_told_by_word_and_shape_as_well(started: OpenCompany, opened: Opened) -> None:
    started.save_all([value("92", 2), value("80", 1)])
    workspace = opened(started, "indicator_value")

    (entry,) = workspace.list.entries

    assert (entry.chip, entry.icon) == ("Red", "circle-x")
    assert entry.detail == "80% · worse than before"
    assert workspace.about.text() == "Target: at least 95% · red below 90% · Monthly"
    assert [head.figure for head in workspace.grid.cells.rows][:2] == ["Amber", "Red"]


def test_a_value_is_found_and_the_card_is_one_press_away(sample: OpenCompany, opened: Opened) -> None:
    workspace = opened(sample, "indicator_value")
    wanted: list[Place] = []
    workspace.place_requested.connect(wanted.append)
    last = sample.all(IndicatorValue)[-1]

    workspace.reveal(Place("indicator_value", last.id, "note"))
    settle()
    assert workspace.grid.current_cell() == (last.id, "note")
    assert workspace.chosen().indicator.id == last.indicator
    workspace.card_button.click()

    assert wanted == [Place("indicator", RecordId(str(last.indicator)))]


def test_a_locked_company_shows_its_values_and_offers_nothing(locked: OpenCompany, opened: Opened) -> None:
    workspace = opened(locked, "indicator_value")

    QTest.keyClicks(workspace.grid, "7")

    assert not any(one.isVisible() for one in workspace.grid.findChildren(QLineEdit))
    assert not workspace.take_button.isVisible()
    assert not workspace.delete_button.isVisible()
    assert len(workspace.grid.cells.rows) == len(workspace.chosen().values)
