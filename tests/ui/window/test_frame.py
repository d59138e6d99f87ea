"""What surrounds the pages: navigation, header, undo, notices, banner, jumps."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from models.domain.gates.criterion import Place
from models.domain.ledger import Records
from models.domain.records.control import CompanySettings, Person, StepClosing, TaskState
from models.domain.records.organisation import Organisation
from models.domain.registers import REGISTERS, register_of
from models.domain.sentences import Sentence
from models.domain.text import LocalText
from models.services.companies import open_company
from tests.e2e.program import Program, running, wait_until
from ui import desktop
from ui.file_menu import FileMenu
from ui.page import Notice
from ui.page_catalogue import PAGES, page_of
from ui.widgets.notice_bar import NoticeKind
from ui.widgets.text_edit import ShortText

SARA = Person(name=LocalText(fa="سارا نوری", en="Sara Nouri"))


def name_company(program: Program, name: str) -> None:
    sheet = program.company.sheet(Organisation)
    program.company.save(dataclasses.replace(sheet, name=LocalText(en=name)))


def activate(program: Program) -> None:
    def is_active() -> bool:
        program.window.activateWindow()
        return QApplication.activeWindow() is program.window

    wait_until(is_active, "the window was not activated")


def press(program: Program, key: Qt.Key, *held: Qt.KeyboardModifier) -> None:
    focus = QApplication.focusWidget() or program.window
    modifiers = Qt.KeyboardModifier.NoModifier
    for one in held:
        modifiers |= one
    QTest.keyClick(focus, key, modifiers)


def test_the_home_page_comes_first(opened: Program) -> None:
    assert opened.frame.navigation.current() == "home"
    assert opened.frame.header.heading() == ("Toos restaurant", "")


def test_the_heading_follows_the_company(opened: Program) -> None:
    name_company(opened, "Toos Restaurant & Co")

    assert opened.frame.header.heading()[0] == "Toos Restaurant & Co"


@pytest.mark.parametrize("key", [spec.key for spec in PAGES])
def test_each_page_opens_with_a_title(sample: Program, key: str) -> None:
    sample.app.show_page(key)

    assert sample.frame.stack.key == key
    assert sample.frame.header.heading()[0]


def test_navigation_opens_a_page(opened: Program) -> None:
    opened.frame.navigation.chosen.emit("people")

    assert opened.frame.stack.key == "people"


def test_keys_open_home_and_the_steps(opened: Program) -> None:
    activate(opened)
    press(opened, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    assert opened.frame.stack.key == "step-3"

    press(opened, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert opened.frame.stack.key == "home"


def test_the_header_tells_when_something_was_saved(opened: Program) -> None:
    assert not opened.frame.header.saved_text()

    opened.company.save(SARA)

    assert opened.frame.header.saved_text().startswith("Saved ")


def test_undo_and_redo_are_offered_as_far_as_there_is_something(opened: Program) -> None:
    actions = opened.app.actions
    assert not actions["undo"].isEnabled()

    opened.company.save(SARA)
    actions["undo"].trigger()

    assert opened.company.all(Person) == ()
    assert not actions["undo"].isEnabled()
    assert actions["redo"].isEnabled()
    actions["redo"].trigger()
    assert opened.company.all(Person) == (SARA,)


def test_tooltips_name_the_keys(opened: Program) -> None:
    assert opened.frame.header.undo.toolTip() == "Undo (Ctrl+Z)"
    assert opened.frame.header.undo.accessibleName() == "Undo"


def author_field(program: Program) -> ShortText:
    program.app.show_page("settings")
    field = program.frame.stack.page().mine.author  # type: ignore[attr-defined]
    assert isinstance(field, ShortText)
    activate(program)
    field.line.setFocus()
    return field


def test_a_text_field_keeps_ctrl_z_while_it_has_something_to_take_back(opened: Program) -> None:
    opened.company.save(SARA)
    field = author_field(opened)
    QTest.keyClicks(field.line, "Sa")

    press(opened, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    assert opened.company.all(Person) == (SARA,)
    assert field.line.text() == ""


def test_ctrl_z_in_an_untouched_field_takes_the_company_back(opened: Program) -> None:
    opened.company.save(SARA)
    author_field(opened)

    press(opened, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    assert opened.company.all(Person) == ()


def test_a_notice_offers_undo_for_the_last_step_only(opened: Program) -> None:
    opened.company.save(SARA)
    opened.company.delete([SARA])
    opened.frame.show_notice(Notice("Sara Nouri was deleted.", can_undo=True))

    opened.frame.notices.action.click()

    assert opened.company.all(Person) == (SARA,)
    assert not opened.frame.notices.text()


def test_another_change_takes_the_undo_notice_away(opened: Program) -> None:
    opened.company.save(SARA)
    opened.company.delete([SARA])
    opened.frame.show_notice(Notice("Sara Nouri was deleted.", can_undo=True))

    name_company(opened, "Toos")

    assert not opened.frame.notices.text()


def test_a_notice_does_what_else_it_offers(opened: Program) -> None:
    done: list[str] = []
    opened.frame.show_notice(
        Notice("It was saved.", deed="Show the folder", act=lambda: done.append("shown"))
    )
    assert opened.frame.notices.action.text() == "Show the folder"

    opened.frame.notices.action.click()

    assert done == ["shown"]
    assert not opened.frame.notices.text()


def test_a_folder_that_is_gone_is_refused_with_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(desktop.NoFolder, match="gone cannot be shown"):
        desktop.open_folder(tmp_path / "gone")


@pytest.mark.parametrize("kind", list(NoticeKind))
def test_every_kind_of_notice_is_shown(opened: Program, kind: NoticeKind) -> None:
    opened.frame.show_notice(Notice("Something happened.", kind))

    assert opened.frame.notices.text() == "Something happened."


def test_an_expected_failure_in_a_page_becomes_a_notice(opened: Program) -> None:
    opened.app.opener.open_company(opened.folder / "gone.manshur")

    wait_until(opened.frame.notices.text, "no sentence came")
    assert "is not there any more" in opened.frame.notices.text()
    assert not opened.company.is_read_only


def test_a_file_that_is_open_elsewhere_is_shown_for_reading_only(
    qapp: QApplication, tmp_path: Path, company_file: Path
) -> None:
    elsewhere = open_company(company_file)
    with running(qapp, tmp_path / "user", "en", company_file) as program:
        assert "Another window has this file open" in program.frame.banner.text()
        assert program.frame.banner.action.text() == "Save a copy…"
        assert not program.app.actions["undo"].isEnabled()
    elsewhere.close()


def test_the_check_in_the_background_finds_no_fault_in_a_sound_file(opened: Program) -> None:
    assert opened.app.bench is not None
    bench = opened.app.bench
    bench.check()
    wait_until(lambda: bench.is_checked, "the check did not end")

    assert not opened.company.is_read_only
    assert not opened.frame.banner.text()


def test_damage_forbids_writing_and_says_what_to_do(opened: Program) -> None:
    opened.frame.show_damage([Sentence("A record of {register} differs.", register="person")])

    assert opened.company.is_read_only
    assert "Open a backup" in opened.frame.banner.text()
    assert opened.frame.banner.action.text() == "Open a backup…"


def test_save_a_copy_writes_a_second_company(
    opened: Program, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    opened.company.save(SARA)
    target = tmp_path / "copy.manshur"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(target), ""))

    opened.app.actions["copy"].trigger()

    wait_until(opened.frame.notices.text, "nothing was told")
    assert "A copy was saved" in opened.frame.notices.text()
    copy = open_company(target)
    assert copy.all(Person) == (SARA,)
    copy.close()


def test_closing_goes_back_to_the_start_page(opened: Program, company_file: Path) -> None:
    opened.app.actions["close"].trigger()

    assert opened.app.start is not None
    assert opened.app.company is None
    again = open_company(company_file)
    assert not again.is_read_only
    again.close()


def test_what_is_being_typed_is_saved_when_the_window_closes(opened: Program, company_file: Path) -> None:
    activate(opened)
    opened.app.show_page("settings")
    opened.frame.stack.page().reveal(Place("company_settings", field="number_prefix"))
    prefix = QApplication.focusWidget()
    assert prefix is not None
    QTest.keyClicks(prefix, "TR")

    opened.window.close()

    again = open_company(company_file)
    assert "TR" in again.sheet(CompanySettings).number_prefix
    again.close()


def test_opening_another_company_closes_the_first(
    opened: Program, company_file: Path, sample_file: Path, tmp_path: Path
) -> None:
    first = opened.frame
    opened.app.opener.open_sample()
    wait_until(lambda: opened.app.frame is not first, "no other company came")

    assert opened.frame.header.heading()[0] == "Toos Sample Restaurant"
    again = open_company(company_file)
    assert not again.is_read_only
    again.close()


def test_the_menu_lists_recent_files(opened: Program, company_file: Path) -> None:
    opened.app.open_menu()

    (menu,) = opened.window.findChildren(FileMenu)
    assert [action.data() for action in menu.recent.actions()] == [company_file]
    menu.close()


def test_back_returns_to_the_page_before(opened: Program) -> None:
    opened.app.show_page("people")
    opened.app.show_page("help")

    opened.app.actions["back"].trigger()

    assert opened.frame.stack.key == "people"


@pytest.mark.parametrize("code", [one.code for one in REGISTERS])
def test_every_register_has_a_page(code: str) -> None:
    assert page_of(Place(code), Records()) in {spec.key for spec in PAGES}


def test_tasks_and_sign_offs_lead_to_their_step() -> None:
    state, closing = TaskState(task="S4-T2"), StepClosing(step="7")
    known = Records([state, closing])

    assert page_of(Place("task_state", content="S3-T4"), known) == "step-3"
    assert page_of(Place("task_state", state.id), known) == "step-4"
    assert page_of(Place("step_closing", content="6"), known) == "step-6"
    assert page_of(Place("step_closing", closing.id), known) == "step-7"
    assert page_of(Place("step_closing"), known) == "home"


def test_a_jump_opens_the_page_and_gives_the_field_the_focus(opened: Program) -> None:
    activate(opened)
    opened.frame.stack.show_place(Place(register_of(Organisation).code, field="field"))

    assert opened.frame.stack.key == "step-1"
    wait_until(lambda: "Field of work" in focus_name(), "the field did not get the focus")


def focus_name() -> str:
    widget = QApplication.focusWidget()
    return widget.accessibleName() if widget is not None else ""


class Opened(QObject):
    """Takes files in place of the system's programs."""

    def __init__(self) -> None:
        super().__init__()
        self.files: list[Path] = []

    @Slot(QUrl)
    def take(self, url: QUrl) -> None:
        self.files.append(Path(url.toLocalFile()))


def test_evidence_opens_as_a_read_only_copy_that_goes_with_the_company(
    opened: Program, tmp_path: Path
) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear customer,", encoding="utf-8")
    evidence = opened.company.attach(letter, "person", SARA.id)
    program = Opened()
    QDesktopServices.setUrlHandler("file", program, "take")  # type: ignore[arg-type]
    try:
        opened.frame.stack.page().file_requested.emit(evidence)
    finally:
        QDesktopServices.unsetUrlHandler("file")

    (copy,) = program.files
    assert copy.read_text(encoding="utf-8") == "Dear customer,"
    assert copy != letter
    assert not copy.stat().st_mode & 0o222
    opened.app.actions["close"].trigger()
    assert not copy.exists()


def test_the_tab_key_goes_from_the_page_through_navigation_and_header(opened: Program) -> None:
    activate(opened)
    assert QApplication.focusWidget() is opened.frame.stack
    names = []
    for _turn in range(14):
        press(opened, Qt.Key.Key_Tab)
        names.append(focus_name())

    assert names[0] == "Gap analysis"
    always = ["Search in everything", "Switch the language: فارسی", "Menu"]
    assert names[8:13] == ["Describe your organisation", "Home", *always]
    assert names[13] == names[0]
