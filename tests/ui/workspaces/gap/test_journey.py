"""The customer's journey as a path above its register."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from models.domain.records.organisation import JourneyStep
from models.localisation.language import load_language
from models.services.company import OpenCompany
from models.services.journey import move_step, steps_in_order
from tests.ui.stage import HEIGHT, WIDTH, focused, settle
from ui import language
from ui.workspaces.journey.workspace import JourneyWorkspace

ALT = Qt.KeyboardModifier.AltModifier
NONE = Qt.KeyboardModifier.NoModifier


def opened(qtbot: QtBot, company: OpenCompany) -> JourneyWorkspace:
    workspace = JourneyWorkspace(company)
    qtbot.addWidget(workspace)
    workspace.resize(WIDTH, HEIGHT)
    workspace.show()
    workspace.activateWindow()
    settle()
    return workspace


@pytest.fixture
def journey(qtbot: QtBot, company: OpenCompany) -> JourneyWorkspace:
    company.save_all(
        JourneyStep(order=number, step=step, contact_point="Telephone")
        for number, step in enumerate(("Finds us", "Orders", "Eats", "Pays"), 1)
    )
    return opened(qtbot, company)


def names(company: OpenCompany) -> list[str]:
    return [step.step for step in steps_in_order(company)]


def centre(workspace: JourneyWorkspace, name: str) -> QPoint:
    step = next(one for one in workspace.company.all(JourneyStep) if one.step == name)
    return workspace.path.button(step.id).geometry().center()


def test_the_path_shows_every_station_with_its_contact_point(journey: JourneyWorkspace) -> None:
    first = journey.path.button(journey.path.keys()[0])

    assert first.accessibleName() == "1 · Finds us · Telephone"
    assert len(journey.path.keys()) == 4


@pytest.mark.parametrize(("code", "is_rising"), [("en", True), ("fa", False)])
def test_the_path_runs_in_reading_direction(journey: JourneyWorkspace, code: str, is_rising: bool) -> None:
    language.set_current(load_language(code))
    settle()

    keys = journey.path.keys()
    places = [journey.path.button(key).x() for key in keys]

    assert places == sorted(places, reverse=not is_rising)


def test_a_station_is_moved_by_keyboard_and_keeps_the_focus(
    journey: JourneyWorkspace, company: OpenCompany
) -> None:
    orders = journey.path.button(journey.path.keys()[1])
    orders.setFocus()

    QTest.keyClick(orders, Qt.Key.Key_Right, ALT)

    assert names(company) == ["Finds us", "Eats", "Orders", "Pays"]
    assert [step.order for step in steps_in_order(company)] == [1, 2, 3, 4]
    assert focused().accessibleName() == "3 · Orders · Telephone"
    company.undo()
    assert names(company) == ["Finds us", "Orders", "Eats", "Pays"]


def test_a_station_is_moved_by_mouse(journey: JourneyWorkspace, company: OpenCompany) -> None:
    pays = journey.path.button(journey.path.keys()[3])
    goal = pays.mapFromParent(centre(journey, "Finds us"))

    QTest.mousePress(pays, Qt.MouseButton.LeftButton, NONE, pays.rect().center())
    QTest.mouseMove(pays, pays.rect().center() - QPoint(40, 0))
    QTest.mouseMove(pays, goal)
    QTest.mouseRelease(pays, Qt.MouseButton.LeftButton, NONE, goal)

    assert names(company) == ["Pays", "Finds us", "Orders", "Eats"]
    assert not journey.register.is_form_open


def test_a_press_opens_the_step_in_the_register(journey: JourneyWorkspace) -> None:
    orders = journey.path.button(journey.path.keys()[1])

    QTest.mouseClick(orders, Qt.MouseButton.LeftButton)

    assert journey.register.is_form_open
    assert journey.register.form.record.step == "Orders"  # type: ignore[attr-defined]


def test_a_new_step_stands_at_the_end_of_the_path(journey: JourneyWorkspace, company: OpenCompany) -> None:
    journey.register.add_record()
    new = journey.register.form.record
    assert isinstance(new, JourneyStep)
    company.save(JourneyStep(id=new.id, order=new.order, step="Comes again"))

    assert names(company)[-1] == "Comes again"
    assert journey.path.button(new.id).accessibleName() == "5 · Comes again"


def test_the_list_follows_the_path(journey: JourneyWorkspace, company: OpenCompany) -> None:
    move_step(company, company.all(JourneyStep)[3].id, 0)
    journey.register.model.finish_arranging()

    shown = [journey.register.model.record_at(row).step for row in range(4)]  # type: ignore[attr-defined]

    assert shown == ["Pays", "Finds us", "Orders", "Eats"]


def test_the_path_takes_no_more_room_than_it_needs(journey: JourneyWorkspace) -> None:
    settle()

    assert journey.register.y() < journey.path.height() + 80


def test_an_empty_journey_shows_no_path(qtbot: QtBot, company: OpenCompany) -> None:
    workspace = opened(qtbot, company)

    assert not workspace.path.isVisible()
    assert workspace.register.list.empty.isVisible()


def test_a_long_journey_scrolls_and_leaves_room_for_its_register(qtbot: QtBot, company: OpenCompany) -> None:
    company.save_all(JourneyStep(order=number, step="گام " * 40) for number in range(1, 60))

    workspace = opened(qtbot, company)

    assert workspace.register.height() > HEIGHT // 2
    assert len(workspace.path.keys()) == 59


def test_a_journey_to_read_only_cannot_be_put_in_another_order(qtbot: QtBot, locked: OpenCompany) -> None:
    before = names(locked)
    workspace = opened(qtbot, locked)
    second = workspace.path.button(workspace.path.keys()[1])

    QTest.keyClick(second, Qt.Key.Key_Right, ALT)

    assert names(locked) == before
