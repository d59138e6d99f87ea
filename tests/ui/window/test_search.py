"""Searching in everything, from the header of the real window."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from models.domain.gates.criterion import Place
from models.domain.records.control import Person
from models.domain.registers import REGISTERS
from models.domain.text import LocalText
from models.services.search.targets import CommandKey, Found, Group, Hit, PageKey, Reading
from tests.e2e.driver import type_text
from tests.e2e.program import Program, running, wait_until
from ui.pages.help import HelpPage
from ui.search.commands import commands

SARA = Person(name=LocalText(fa="سارا رازی", en="Sara Razi"))


@pytest.fixture(params=["fa", "en"])
def either(
    request: pytest.FixtureRequest, qapp: QApplication, tmp_path: Path, company_file: Path
) -> Iterator[Program]:
    """A new company, open in either language."""
    with running(qapp, tmp_path / "user", request.param, company_file) as program:
        yield program


def begin(program: Program) -> None:
    program.frame.search.read()
    wait_until(lambda: program.frame.search.is_ready, "the entries were never read")
    QTest.keyClick(program.window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert program.frame.header.search.hasFocus()


def look(program: Program, text: str) -> Found:
    begin(program)
    program.frame.header.search.clear()
    type_text(program.frame.header.search, text)
    wait_until(lambda: program.frame.search.shown_for == text, "nothing was shown")
    found = program.frame.search.sheet.list.results.found
    assert found is not None
    return found


def press(program: Program, key: Qt.Key) -> None:
    QTest.keyClick(program.frame.header.search, key)


def current(program: Program) -> Hit:
    hit = program.frame.search.sheet.list.current()
    assert hit is not None
    return hit


@pytest.mark.parametrize("typed", ["سارا", "sara", "راز", "RAZI"])
def test_enter_opens_the_person_that_was_typed(either: Program, typed: str) -> None:
    either.company.save(SARA)
    look(either, typed)

    press(either, Qt.Key.Key_Return)

    assert either.frame.stack.key == "people"
    assert not either.frame.search.sheet.isVisible()


def test_enter_before_the_results_opens_the_first_of_them(opened: Program) -> None:
    opened.company.save(SARA)
    begin(opened)
    type_text(opened.frame.header.search, "sara razi")

    press(opened, Qt.Key.Key_Return)

    wait_until(lambda: opened.frame.stack.key == "people", "nothing was opened")


def test_arrows_go_from_hit_to_hit_and_around(sample: Program) -> None:
    found = look(sample, "complaint")
    assert current(sample) == found.hits[0]

    press(sample, Qt.Key.Key_Down)
    assert current(sample) == found.hits[1]

    press(sample, Qt.Key.Key_Up)
    press(sample, Qt.Key.Key_Up)
    assert current(sample) == found.hits[-1]


def test_escape_closes_the_results_then_empties_the_field_then_gives_back(opened: Program) -> None:
    look(opened, "people")
    field, search = opened.frame.header.search, opened.frame.search

    press(opened, Qt.Key.Key_Escape)
    assert (search.sheet.isVisible(), field.text()) == (False, "people")
    press(opened, Qt.Key.Key_Escape)
    assert field.text() == ""
    press(opened, Qt.Key.Key_Escape)
    assert not field.hasFocus()


def test_a_click_beside_the_results_leaves_them(opened: Program) -> None:
    look(opened, "people")
    sheet = opened.frame.search.sheet

    QTest.mouseClick(sheet, Qt.MouseButton.LeftButton, pos=QPoint(5, sheet.height() - 5))

    assert not sheet.isVisible()


def test_a_click_opens_a_result(opened: Program) -> None:
    look(opened, "evidence")
    results = opened.frame.search.sheet.list
    at = results.results.index(results.results.hit_rows()[0])

    QTest.mouseClick(results.viewport(), Qt.MouseButton.LeftButton, pos=results.visualRect(at).center())

    assert opened.frame.stack.key == "evidence"


def test_nothing_found_says_so_with_advice(either: Program) -> None:
    found = look(either, "zzqq")

    assert not found.groups
    assert "zzqq" in either.frame.search.sheet.words()
    assert not either.frame.search.sheet.list.isVisible()


def test_the_results_follow_the_language(opened: Program) -> None:
    opened.company.save(SARA)
    look(opened, "sara")

    opened.frame.header.language.click()

    wait_until(
        lambda: opened.frame.search.sheet.list.current() is not None and current(opened).name == "سارا رازی",
        "the results stayed in English",
    )


def test_what_is_entered_later_is_found(opened: Program) -> None:
    look(opened, "people")
    opened.company.save(SARA)

    assert any(hit.group is Group.PEOPLE for hit in look(opened, "sara razi").hits)


def test_a_read_only_company_is_searched_like_any_other(
    qapp: QApplication, tmp_path: Path, sample_file: Path
) -> None:
    path = Path(shutil.copyfile(sample_file, tmp_path / "a.manshur"))
    path.chmod(0o444)
    with running(qapp, tmp_path / "user", "en", path) as program:
        assert look(program, "complaint").hits


def test_there_is_no_search_on_the_start_page(started: Program) -> None:
    assert not started.app.actions["search"].isEnabled()


def test_every_target_leads_somewhere(sample: Program) -> None:
    places = [Place(one.code) for one in REGISTERS if one.step is not None]
    pages = [command.target for command in commands() if isinstance(command.target, PageKey)]

    for place in places:
        sample.frame.go(place)
    for page in pages:
        sample.frame.go(page)

    assert sample.frame.stack.key == pages[-1].key


def test_commands_name_actions_that_exist(opened: Program) -> None:
    keys = [command.target.key for command in commands() if isinstance(command.target, CommandKey)]

    assert all(key == "language" or opened.app.actions[key].isEnabled() for key in keys)


def test_help_opens_at_the_passage(opened: Program) -> None:
    found = look(opened, "certification body")
    hit = next(one for one in found.hits if isinstance(one.target, Reading))

    opened.frame.search.open(hit)

    page = opened.frame.stack.page()
    assert isinstance(page, HelpPage)
    assert isinstance(hit.target, Reading)
    assert page.tabs.current() == hit.target.topic


@pytest.mark.parametrize("width", [960, 1366])
def test_results_stay_inside_the_window(opened: Program, width: int) -> None:
    opened.window.resize(width, 640)
    look(opened, "complaint")
    sheet = opened.frame.search.sheet

    assert sheet.rect().contains(sheet.card.geometry())
    assert isinstance(sheet.grab().toImage(), QImage)
