"""The page of the health check, and what keeps it up to date."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from models.domain.gates.criterion import Place
from models.domain.health import Severity
from models.domain.records.control import TaskState
from models.domain.records.operation import Complaint, SupplierNotice
from models.localisation.language import load_language
from models.services.company import OpenCompany
from models.services.health import Checkup
from tests.ui.stage import WIDTH, settle
from ui import language
from ui.health_watch import HealthWatch
from ui.page import Page
from ui.pages.health import HealthPage

Show = Callable[[Page], Page]


def looked(company: OpenCompany, qtbot: QtBot) -> HealthWatch:
    """Return a watch that has looked once."""
    watch = HealthWatch(company)
    with qtbot.waitSignal(watch.checked):
        watch.look()
    return watch


@pytest.fixture
def page(sample: OpenCompany, shown: Show, qtbot: QtBot) -> HealthPage:
    return cast(HealthPage, shown(HealthPage(sample, looked(sample, qtbot))))


def rows(page: HealthPage) -> list[str]:
    """Return the sentences that are shown, from top to bottom."""
    return [row.thing.title for group in page.groups.values() if group.isVisible() for row in group.list.rows]


def test_findings_stand_by_severity(page: HealthPage) -> None:
    serious = page.groups[Severity.SERIOUS]

    assert serious.list.accessibleName() == "Serious"
    assert [row.thing.detail for row in serious.list.rows] == ["Step 5 · Broken promises"]
    assert page.tiles[Severity.SERIOUS].accessibleName() == "1 Serious"
    assert page.subtitle() == f"{len(rows(page))} findings"


def test_it_says_when_the_records_were_looked_through(page: HealthPage) -> None:
    latest = page._health.latest
    assert latest is not None

    assert page.looked.whole_text() == f"Looked through at {latest.at:%H:%M}"


def test_a_finding_leads_to_its_place(page: HealthPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.place_requested) as asked:
        page.groups[Severity.SERIOUS].list.rows[0].button.click()

    assert asked.args
    place = asked.args[0]
    assert isinstance(place, Place)
    assert (place.register, place.field) == ("breach", "remedy")


def test_a_severity_is_chosen_and_left_with_the_keyboard(page: HealthPage) -> None:
    everything, tile = rows(page), page.tiles[Severity.WARNING]
    tile.setFocus()

    QTest.keyClick(tile, Qt.Key.Key_Return)
    assert page.severity() == Severity.WARNING
    assert 0 < len(rows(page)) < len(everything)

    QTest.keyClick(tile, Qt.Key.Key_Space)
    assert rows(page) == everything


def test_a_step_is_chosen(page: HealthPage) -> None:
    page.steps.set_value("8")
    page.steps.edited.emit()

    assert [text[:11] for text in rows(page)] == ["The minutes"]


def test_what_does_not_fit_is_not_called_well(page: HealthPage) -> None:
    page.search.setText("no such word")
    QTest.keyClick(page.search, Qt.Key.Key_Return)
    assert page.unfit.isVisible()

    page.unfit.action.click()

    assert rows(page)
    assert page.search.text() == ""


def test_the_tab_key_follows_the_page(page: HealthPage) -> None:
    page.tiles[Severity.SERIOUS].setFocus()
    passed = []
    for _press in range(6):
        passed.append(page.focusWidget())
        QTest.keyClick(page.focusWidget(), Qt.Key.Key_Tab)

    assert passed[:3] == list(page.tiles.values())
    assert page.steps.isAncestorOf(passed[3])
    assert passed[4] is page.search
    assert isinstance(passed[5], QAbstractButton)
    assert passed[5] is page.groups[Severity.SERIOUS].list.rows[0].button


def test_mending_something_takes_its_finding_away(page: HealthPage, qtbot: QtBot) -> None:
    before = len(rows(page))
    notice = next(one for one in page.company.all(SupplierNotice) if not one.is_agreed)

    with qtbot.waitSignal(page._health.checked):
        page.company.save(dataclasses.replace(notice, is_agreed=True))

    assert len(rows(page)) == before - 1


def test_only_the_newest_look_counts(sample: OpenCompany, qtbot: QtBot) -> None:
    watch = looked(sample, qtbot)
    heard: list[Checkup | None] = []
    watch.checked.connect(lambda: heard.append(watch.latest))
    watch.look()

    sample.save(TaskState(task="S1-T1", due=date.today() - timedelta(days=3)))
    watch.look()
    qtbot.waitUntil(lambda: watch.is_current)

    assert len(heard) == 1


def test_a_new_day_is_looked_at_anew(sample: OpenCompany, qtbot: QtBot) -> None:
    watch = looked(sample, qtbot)
    assert watch.latest is not None
    watch.latest = dataclasses.replace(watch.latest, at=datetime.now() - timedelta(days=1))

    with qtbot.waitSignal(watch.checked):
        watch._clock.timeout.emit()

    assert watch.latest.at.date() == date.today()


def test_a_company_that_keeps_every_rule_is_told_so_without_any_claim(
    company: OpenCompany, shown: Show
) -> None:
    watch = HealthWatch(company)
    watch.latest = Checkup(datetime.now(), ())

    page = cast(HealthPage, shown(HealthPage(company, watch)))

    assert page.nothing.isVisible()
    assert "conform" not in page.nothing._sentence.text().casefold()
    assert page.subtitle() == ""


def test_before_the_first_look_nothing_is_called_well(company: OpenCompany, shown: Show) -> None:
    watch = HealthWatch(company)

    page = cast(HealthPage, shown(HealthPage(company, watch)))

    assert page.waiting.isVisible()


def test_an_empty_company_is_shown_what_it_lacks(company: OpenCompany, shown: Show, qtbot: QtBot) -> None:
    page = cast(HealthPage, shown(HealthPage(company, looked(company, qtbot))))

    assert {row.thing.detail for row in page.groups[Severity.SERIOUS].list.rows} == {"Step 2 · Roles"}


def test_a_company_that_cannot_be_written_to_is_looked_through(
    locked: OpenCompany, shown: Show, qtbot: QtBot
) -> None:
    page = cast(HealthPage, shown(HealthPage(locked, looked(locked, qtbot))))

    assert rows(page)


def test_five_hundred_findings_come_a_few_at_a_time(company: OpenCompany, shown: Show, qtbot: QtBot) -> None:
    past = date.today() - timedelta(days=40)
    company.save_all(
        Complaint(no=str(no), received_on=past, channel="phone", text="Cold soup", due=past)
        for no in range(500)
    )
    page = cast(HealthPage, shown(HealthPage(company, looked(company, qtbot))))
    group = page.groups[Severity.WARNING]
    first = len(group.list.rows)
    assert first < 30 <= 500 <= len(group._found)

    kept = list(group.list.rows)
    group.more.click()
    settle()

    assert group.list.rows[:first] == kept
    assert len(group.list.rows) > first
    assert page.focusWidget() is group.list.rows[first].button


@pytest.mark.parametrize("code", ["fa", "en"])
def test_it_changes_its_language_and_fits_the_window(page: HealthPage, code: str) -> None:
    language.set_current(load_language(code))
    page.retranslate()
    settle()

    assert page.minimumSizeHint().width() <= WIDTH
    assert all(rows(page))
