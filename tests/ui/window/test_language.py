"""Language, calendar and theme change while the program runs, and nothing is lost."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMessageBox

from models.domain.records.control import CompanySettings
from models.localisation.language import load_language
from models.services.preferences import PreferenceFile
from tests.e2e.program import Program, running, wait_until
from ui import language, theme
from ui.page_catalogue import PAGES
from ui.pages.settings import SettingsPage
from ui.theme import Theme

PERSIAN = load_language("fa")


def settings(program: Program) -> SettingsPage:
    program.app.show_page("settings")
    page = program.frame.stack.page()
    assert isinstance(page, SettingsPage)
    return page


def test_the_switch_names_the_other_language_in_its_own_script(opened: Program) -> None:
    switch = opened.frame.header.language
    assert switch.text() == "فارسی"

    switch.click()

    assert switch.text() == "English"
    assert language.current().code == "fa"
    assert opened.window.layoutDirection() is Qt.LayoutDirection.RightToLeft


def test_the_frame_speaks_the_new_language_at_once(opened: Program) -> None:
    opened.frame.header.language.click()

    assert opened.app.actions["undo"].text() == PERSIAN.gettext("Undo")
    assert opened.window.windowTitle().endswith(PERSIAN.gettext("Manshur"))
    assert opened.frame.stack.page().title() == "Toos restaurant"


@pytest.mark.parametrize("key", [spec.key for spec in PAGES])
def test_the_heading_of_each_page_follows(sample: Program, key: str) -> None:
    sample.app.show_page(key)
    before = sample.frame.header.heading()

    sample.frame.header.language.click()

    assert sample.frame.stack.key == key
    assert sample.frame.header.heading()[0] != before[0]


def test_what_is_being_typed_stays(opened: Program) -> None:
    field = settings(opened).company_card.findChildren(QLineEdit)[0]
    field.setFocus()
    QTest.keyClicks(field, "TR")
    typed = field.text()

    opened.app.dress.choose_language("fa")

    assert field.text() == typed
    settings(opened).commit()
    assert typed in opened.company.sheet(CompanySettings).number_prefix


def test_qt_s_own_dialogs_speak_the_language(opened: Program) -> None:
    opened.app.dress.choose_language("fa")
    box = QMessageBox(opened.window)
    button = box.addButton(QMessageBox.StandardButton.Cancel)

    assert button.text() not in ("Cancel", "")
    assert box.isRightToLeft()


def test_the_calendar_can_be_set_apart_from_the_language(opened: Program) -> None:
    mine = settings(opened).mine
    mine.calendar.set_value("jalali")
    mine.calendar.edited.emit()

    assert language.current().code == "en"
    assert language.current().date(date(2026, 11, 22)) == "1405/09/01"


def test_the_theme_changes_live(opened: Program) -> None:
    mine = settings(opened).mine
    mine.look.set_value("dark")
    mine.look.edited.emit()

    assert theme.current_theme() is Theme.DARK
    assert opened.window.palette().window().color().name().upper() == theme.colours(Theme.DARK).surface


def test_the_author_s_name_stands_beside_later_changes(opened: Program) -> None:
    mine = settings(opened).mine
    mine.author.set_value("Negar")
    mine.author.edited.emit()

    opened.company.save(CompanySettings(id=opened.company.sheet(CompanySettings).id, number_prefix="TR"))

    assert opened.company.history()[0].author == "Negar"


def test_choices_are_there_again_after_a_restart(
    qapp: QApplication, tmp_path: Path, company_file: Path
) -> None:
    with running(qapp, tmp_path / "user", "en", company_file) as program:
        settings(program).mine.look.set_value("dark")
        settings(program).mine.look.edited.emit()

    with running(qapp, tmp_path / "user", "en", company_file):
        assert theme.current_theme() is Theme.DARK


def test_a_language_asked_for_at_the_start_gives_way_to_one_that_is_chosen(opened: Program) -> None:
    opened.app.choices.change(author="Negar")
    assert language.current().code == "en"

    mine = settings(opened).mine
    mine.language.set_value("fa")
    mine.language.edited.emit()

    assert language.current().code == "fa"


def test_a_language_asked_for_at_the_start_is_not_remembered(opened: Program) -> None:
    opened.app.choices.change(author="Negar")

    assert PreferenceFile(opened.app.folders.preferences).now.language == ""


@pytest.fixture
def unwritable(qapp: QApplication, tmp_path: Path, company_file: Path) -> Iterator[Program]:
    """A program whose folder for choices is a file."""
    with running(qapp, tmp_path / "user", "en", company_file) as program:
        folder = program.app.folders.preferences
        for path in folder.iterdir():
            path.unlink()
        folder.rmdir()
        folder.write_bytes(b"")
        yield program
        folder.unlink()


def test_a_choice_that_cannot_be_kept_holds_until_the_end(unwritable: Program) -> None:
    with pytest.raises(Exception, match="could not be saved"):
        unwritable.app.choices.change(look="dark")

    wait_until(lambda: theme.current_theme() is Theme.DARK, "the choice was lost")


def test_keys_are_called_as_they_are_printed_on_keyboards(opened: Program) -> None:
    opened.app.dress.choose_language("fa")

    assert "Ctrl+Z" in opened.frame.header.undo.toolTip()
