"""The page of people, and where each of them is named."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

import pytest
from pytestqt.qtbot import QtBot

from models.domain.gates.criterion import Place
from models.domain.records.commitment import Role
from models.domain.records.control import TaskState
from models.localisation.language import load_language
from models.services.company import OpenCompany
from tests.ui.stage import HEIGHT, REZA, SARA, WIDTH
from ui import language
from ui.page import Page
from ui.pages.people import PeoplePage

Show = Callable[[Page], Page]


@pytest.fixture
def page(company: OpenCompany, shown: Show) -> PeoplePage:
    return cast(PeoplePage, shown(PeoplePage(company)))


def test_a_jump_opens_a_persons_form(page: PeoplePage) -> None:
    page.reveal(Place("person", SARA.id, "job"))

    assert page.view.form.record == SARA


def test_the_list_has_no_foot(page: PeoplePage) -> None:
    assert not page.mentions.isVisible()


def test_somebody_new_is_named_nowhere(page: PeoplePage) -> None:
    page.reveal(Place("person", SARA.id))

    assert page.mentions.isVisible()
    assert page.mentions.buttons == []


def test_a_role_names_its_person(page: PeoplePage) -> None:
    page.company.save(Role(role="trainer", person=REZA.id))
    page.reveal(Place("person", REZA.id))

    assert [button.text() for button in page.mentions.buttons] == [
        "Roles · \u2068Training lead\u2069: Person"
    ]


def test_a_mention_leads_to_its_field(page: PeoplePage, qtbot: QtBot) -> None:
    role = Role(role="trainer", person=REZA.id)
    page.company.save(role)
    page.reveal(Place("person", REZA.id))

    with qtbot.waitSignal(page.place_requested) as asked:
        page.mentions.buttons[0].click()

    assert asked.args == [Place("role", role.id, "person")]


def test_several_mentions_in_one_register_are_listed_in_a_menu(page: PeoplePage, qtbot: QtBot) -> None:
    states = [TaskState(task=task, owner=SARA.id) for task in ("S1-T1", "S1-T2")]
    page.company.save_all(states)
    page.reveal(Place("person", SARA.id))

    (button,) = page.mentions.buttons
    menu = button.menu_of_mentions()

    assert button.text() == "Tasks (2)"
    with qtbot.waitSignal(page.place_requested) as asked:
        menu.actions()[0].trigger()
    assert asked.args == [Place("task_state", states[1].id, "owner", "S1-T2")]


def test_a_new_mention_shows_at_once(page: PeoplePage) -> None:
    page.reveal(Place("person", SARA.id))

    page.company.save(Role(role="trainer", person=SARA.id))

    assert len(page.mentions.buttons) == 1


@pytest.mark.parametrize("code", ["fa", "en"])
def test_the_sample_fits_on_a_small_screen(sample: OpenCompany, shown: Show, code: str) -> None:
    language.set_current(load_language(code))
    page = cast(PeoplePage, shown(PeoplePage(sample)))

    page.reveal(Place("person", page.view.model.rows()[0]))

    assert (page.width(), page.height()) == (WIDTH, HEIGHT)
