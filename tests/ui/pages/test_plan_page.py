"""The plan as a page: bars, dates written into tasks, a task beside the tree, a file for calendars."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from typing import cast

import icalendar
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QTreeWidgetItem

from models.content.guidance import guidance
from models.domain.gates.criterion import Place
from models.domain.records.control import CompanySettings, Holiday, TaskState
from models.localisation.language import load_language
from models.services import plan
from models.services.company import OpenCompany
from tests.ui.stage import settle
from ui import language
from ui.page import Page
from ui.pages.plan import PlanPage
from ui.panels.plan.axis import TimeAxis
from ui.panels.plan.rows import PlanRow
from ui.panels.plan.tree import BARS, NAME, WHEN

Show = Callable[[Page], Page]
TODAY = date.today()


@pytest.fixture
def page(sample: OpenCompany, shown: Show) -> PlanPage:
    return cast(PlanPage, shown(PlanPage(sample)))


def lines(page: PlanPage) -> dict[str, QTreeWidgetItem]:
    """Return the lines of the tree by their key."""
    found = {}
    for place in range(page.tree.topLevelItemCount()):
        item = page.tree.topLevelItem(place)
        assert item is not None
        for one in (item, *(item.child(number) for number in range(item.childCount()))):
            assert one is not None
            found[cast(PlanRow, one.data(NAME, Qt.ItemDataRole.UserRole + 1)).key] = one
    return found


def test_a_company_that_has_not_begun_is_asked_to(company: OpenCompany, shown: Show) -> None:
    page = cast(PlanPage, shown(PlanPage(company)))
    assert page.nothing.isVisible()

    QTest.mouseClick(page.nothing.action, Qt.MouseButton.LeftButton)
    settle()

    assert company.sheet(CompanySettings).started_on == TODAY
    assert page.tree.isVisible()
    assert page.tree.topLevelItemCount() == 8
    company.undo()
    settle()
    assert page.nothing.isVisible()


def test_the_tree_says_in_words_what_the_bars_show(page: PlanPage) -> None:
    found = lines(page)["step-2"]

    assert found.text(NAME) == "2. Commitment and scope"
    assert found.data(BARS, Qt.ItemDataRole.AccessibleTextRole).splitlines()[-1] == "2 working days late"
    assert not found.icon(WHEN).isNull()


def test_the_space_bar_ticks_a_task_off_and_undo_opens_it_again(page: PlanPage, sample: OpenCompany) -> None:
    page.reveal(Place("task_state", content="S8-T9"))
    QTest.keyClick(page.tree, Qt.Key.Key_Space)
    settle()

    assert {one.task for one in sample.all(TaskState) if one.done_on == TODAY} >= {"S8-T9"}
    assert page.tree.current_row() is not None
    assert page.tree.current_row().task == "S8-T9"  # type: ignore[union-attr]
    sample.undo()
    assert next(one for one in sample.all(TaskState) if one.task == "S8-T9").done_on is None


def test_enter_opens_a_task_beside_and_escape_leads_back(page: PlanPage) -> None:
    page.reveal(Place("task_state", content="S8-T10"))
    QTest.keyClick(page.tree, Qt.Key.Key_Return)
    settle()
    assert page.detail.isVisible()
    assert page.detail.task_id == "S8-T10"
    assert page.tree.isColumnHidden(WHEN)

    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert not page.detail.isVisible()
    assert not page.tree.isColumnHidden(WHEN)


def test_dates_are_written_into_open_tasks_once_and_taken_out_again(
    company: OpenCompany, shown: Show
) -> None:
    page = cast(PlanPage, shown(PlanPage(company)))
    page.start_today()
    company.save(TaskState(task="S1-T1", due=TODAY + timedelta(days=40)))

    page.write_dates()

    states = {one.task: one for one in company.all(TaskState)}
    assert states["S1-T1"].due == TODAY + timedelta(days=40)
    given = [one for one in states.values() if one.task != "S1-T1"]
    assert all(one.due and one.start and one.start <= one.due for one in given)
    assert len(states) == sum(map(len, guidance().tasks.values()))
    page.clear_dates()
    assert {one.due for one in company.all(TaskState)} == {None}
    company.undo()
    company.undo()
    assert [one.task for one in company.all(TaskState)] == ["S1-T1"]


def test_a_holiday_moves_the_end(page: PlanPage, sample: OpenCompany) -> None:
    before = plan.outline_of(sample, TODAY)
    assert before is not None
    open_task = next(one for one in sample.all(TaskState) if one.task == "S8-T10")
    sample.save(dataclasses.replace(open_task, due=TODAY - timedelta(days=3)))
    sample.save(Holiday(name="Closed", first=TODAY, last=TODAY + timedelta(days=20)))

    after = plan.outline_of(sample, TODAY)
    assert after is not None
    assert after.bars[-1].tasks[-1].expected.last > TODAY + timedelta(days=20)


@pytest.mark.parametrize("code", ["en", "fa"])
def test_the_calendar_file_is_read_by_others(
    code: str, sample: OpenCompany, shown: Show, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    language.set_current(load_language(code))
    page = cast(PlanPage, shown(PlanPage(sample)))
    target = tmp_path / "plan"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args, **_more: (str(target), ""))

    page.save_calendar()
    page.save_calendar()

    read = icalendar.Calendar.from_ical(target.with_suffix(".ics").read_bytes())
    events = {str(event["summary"]): event for event in read.walk("VEVENT")}
    found = plan.outline_of(sample, TODAY)
    assert found is not None
    task = next(one for one in found.bars[-1].tasks if one.task == "S8-T10")
    name = {"en": "Audit file", "fa": "پروندهٔ ممیزی"}[code]
    event = events[name]
    assert isinstance(event, icalendar.Event)
    assert task.expected.last == event.DTSTART
    assert task.expected.last + timedelta(days=1) == event.DTEND
    uids = [str(event["uid"]) for event in read.walk("VEVENT")]
    assert len(set(uids)) == len(uids)


def test_events_keep_their_names_when_the_plan_moves(sample: OpenCompany) -> None:
    def uids() -> set[str]:
        content = plan.calendar_of(sample, load_language("en"), TODAY)
        return {str(event["uid"]) for event in icalendar.Calendar.from_ical(content).walk("VEVENT")}

    before = uids()
    open_task = next(one for one in sample.all(TaskState) if one.task == "S8-T10")
    sample.save(dataclasses.replace(open_task, due=TODAY + timedelta(days=90)))

    assert uids() == before


def test_the_axis_has_whole_weeks_and_months_of_the_users_calendar(sample: OpenCompany) -> None:
    found = plan.outline_of(sample, TODAY)
    assert found is not None
    for code, first in (("fa", 5), ("en", 0)):
        axis = TimeAxis(found.span, load_language(code))
        months = list(axis.months())
        assert axis.first.weekday() == first
        assert axis.days % 7 == 0
        assert (months[0].days.first, months[-1].days.last) == (axis.first, axis.last)
        assert all(one.days.last < two.days.first for one, two in pairwise(months))
