"""Sheets of a survey: entered by keyboard, listed, imported from a table, in the real page."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models.domain.records.feedback import Survey, SurveyAnswer, SurveyQuestion
from models.domain.text import LocalText
from models.localisation.language import load_language
from models.services.company import OpenCompany
from tests.e2e.driver import type_text
from tests.ui.stage import settle
from tests.ui.workspaces.answers.conftest import Opened
from ui import language
from ui.dialogs.import_answers import ImportAnswersDialog
from ui.workspaces.answers.workspace import ENTRY, LIST, AnswersWorkspace

SURVEY = Survey(no="S-1", title=LocalText(fa="مهمانان", en="Guests"), needed=30)


def question(order: int, kind: str, *options: str) -> SurveyQuestion:
    text = LocalText(fa=f"پرسش آزمایشی {order}", en=f"Tried question {order}")
    return SurveyQuestion(
        survey=SURVEY.id, order=order, type=kind, text=text, options=LocalText(en="\n".join(options))
    )


QUESTIONS = (
    question(1, "scale5"),
    question(2, "scale10"),
    question(3, "yes_no"),
    question(4, "open"),
    question(5, "choice", "Hall", "Home"),
)


@pytest.fixture
def asking(company: OpenCompany) -> OpenCompany:
    company.save_all([SURVEY, *QUESTIONS])
    return company


def press(text: str) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    type_text(focus, text)


def press_key(key: Qt.Key) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key)


def entering(opened: Opened, company: OpenCompany) -> AnswersWorkspace:
    workspace = opened(company)
    workspace.show_mode(ENTRY)
    settle()
    return workspace


def test_one_key_an_answer_fills_a_sheet(opened: Opened, asking: OpenCompany) -> None:
    workspace = entering(opened, asking)

    press("۵+1")
    press("well")
    press_key(Qt.Key.Key_Return)
    press("2")

    (sheet,) = asking.all(SurveyAnswer)
    assert sheet.answers == ("5", "10", "yes", "well", "#2")
    assert (sheet.no, sheet.source) == (1, "paper")
    assert workspace.entry.head.number.value() == 2
    assert "1 sheet" in workspace.entry.head.count.text()
    assert workspace.entry.sheet.place == 0


def test_sheet_after_sheet_needs_no_mouse(opened: Opened, asking: OpenCompany) -> None:
    entering(opened, asking)

    for _sheet in range(3):
        press("540")
        press_key(Qt.Key.Key_Return)
        press("-")

    assert [one.no for one in asking.all(SurveyAnswer)] == [1, 2, 3]
    assert asking.all(SurveyAnswer)[2].answers == ("5", "4", "no", "-", "-")


def test_what_is_no_answer_is_told_and_changes_nothing(opened: Opened, asking: OpenCompany) -> None:
    workspace = entering(opened, asking)

    press("7")

    assert workspace.entry.sheet.place == 0
    assert "Keys 1 to 5" in workspace.entry.said.text()


def test_backspace_goes_back_to_the_answer_before(opened: Opened, asking: OpenCompany) -> None:
    workspace = entering(opened, asking)

    press("5")
    press_key(Qt.Key.Key_Backspace)
    press("3")

    assert workspace.entry.sheet.answers[0] == "3"


def test_the_last_sheet_comes_back_to_be_mended(opened: Opened, asking: OpenCompany) -> None:
    workspace = entering(opened, asking)
    press("540")
    press_key(Qt.Key.Key_Return)
    press("1")

    workspace.entry.undo_button.click()

    assert asking.all(SurveyAnswer) == ()
    assert workspace.entry.sheet.answers == ["5", "4", "no", "", "#1"]
    assert workspace.entry.head.number.value() == 1


def test_a_number_that_is_there_is_refused_beside_its_field(opened: Opened, asking: OpenCompany) -> None:
    asking.save(SurveyAnswer(survey=SURVEY.id, no=7, answers=("1",)))
    workspace = entering(opened, asking)
    assert workspace.entry.head.number.value() == 8
    workspace.entry.head.number.set_value(7)

    press("5")
    workspace.entry.save_button.click()

    assert len(asking.all(SurveyAnswer)) == 1
    assert "7" in workspace.entry.head.rows["no"].problem()


def test_an_empty_sheet_is_not_saved(opened: Opened, asking: OpenCompany) -> None:
    workspace = entering(opened, asking)

    workspace.entry.save_button.click()

    assert asking.all(SurveyAnswer) == ()
    assert "Nothing is answered" in workspace.entry.said.text()


def test_a_sheet_left_in_the_middle_is_saved_and_goes_on(opened: Opened, asking: OpenCompany) -> None:
    workspace = entering(opened, asking)
    press("54")

    workspace.show_mode(LIST)
    assert asking.all(SurveyAnswer)[0].answers == ("5", "4", "-", "-", "-")
    workspace.show_mode(ENTRY)
    press("1")
    press_key(Qt.Key.Key_Return)
    press("2")

    (sheet,) = asking.all(SurveyAnswer)
    assert sheet.answers == ("5", "4", "yes", "-", "#2")


def test_a_sheet_is_found_in_the_list(opened: Opened, asking: OpenCompany) -> None:
    one = SurveyAnswer(survey=SURVEY.id, no=7, answers=("1",))
    asking.save(one)
    workspace = opened(asking)

    workspace.show_place(one.id, "no")

    assert workspace.modes.current() == LIST
    assert workspace.view.is_form_open


def test_without_questions_the_way_to_them_is_shown(opened: Opened, company: OpenCompany) -> None:
    workspace = entering(opened, company)

    assert workspace.empty.isVisible()
    assert workspace.empty.action.isVisible()


def test_what_is_read_only_takes_no_sheets(opened: Opened, locked: OpenCompany) -> None:
    workspace = entering(opened, locked)

    assert not workspace.entry.isVisible()
    assert not workspace.import_button.isVisible()


# Importing


@pytest.fixture(params=["en", "fa"])
def dialog(asking: OpenCompany, qtbot: QtBot, request: pytest.FixtureRequest) -> ImportAnswersDialog:
    language.set_current(load_language(request.param))
    made = ImportAnswersDialog(asking, SURVEY, date(2026, 11, 22))
    qtbot.addWidget(made)
    made.show()
    return made


def write(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "answers.csv"
    path.write_text(text, encoding="utf-16")
    return path


def checked(dialog: ImportAnswersDialog, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: dialog._found is not None, timeout=20_000)


HEAD = "no;Date;Q1;2;پرسش آزمایشی ۳;x\n"


def test_a_table_is_looked_at_and_imported(
    dialog: ImportAnswersDialog, asking: OpenCompany, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog.show_file(write(tmp_path, HEAD + "1;2026-01-05;5;۱۰;بله;a\n2;1404/10/15;4;9;no;b\n"))
    checked(dialog, qtbot)
    assert (dialog.encoding.value(), dialog.separator.value()) == ("utf-16-le", ";")
    assert dialog.columns.matching()[2:] == (QUESTIONS[0].id, QUESTIONS[1].id, QUESTIONS[2].id, "")

    dialog.import_button.click()
    qtbot.waitUntil(lambda: dialog.imported == 2, timeout=20_000)

    assert len(asking.all(SurveyAnswer)) == 2
    asking.undo()
    assert asking.all(SurveyAnswer) == ()


def test_refused_rows_are_listed_and_keep_the_others_out(
    dialog: ImportAnswersDialog, asking: OpenCompany, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog.show_file(write(tmp_path, HEAD + "1;2026-01-05;6;10;yes;a\n2;2026-01-05;4;9;no;b\n"))
    checked(dialog, qtbot)
    digits = language.current().digits

    dialog.import_button.click()

    assert dialog.problem.isVisible()
    assert digits("2") in dialog.refusals.toPlainText()
    assert asking.all(SurveyAnswer) == ()
    dialog.leave_out.box.click()
    dialog.import_button.click()
    qtbot.waitUntil(lambda: dialog.imported == 1, timeout=20_000)


def test_the_columns_can_be_said_by_hand(dialog: ImportAnswersDialog, qtbot: QtBot, tmp_path: Path) -> None:
    dialog.show_file(write(tmp_path, "a;b\n5;1\n"))
    qtbot.waitUntil(lambda: bool(dialog.problem.text()), timeout=20_000)
    assert dialog.columns.matching() == ("", "")

    box = dialog.columns.boxes[0]
    box.set_value(QUESTIONS[0].id)
    box.edited.emit()
    checked(dialog, qtbot)

    assert not dialog.problem.isVisible()
    assert dialog._found is not None
    assert dialog._found.records[0].answers[0] == "5"


def test_without_a_file_the_button_says_what_is_missing(dialog: ImportAnswersDialog) -> None:
    dialog.import_button.click()

    assert dialog.import_button.isEnabled()
    assert dialog.problem.isVisible()


def test_what_is_no_table_is_told(dialog: ImportAnswersDialog, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "a.xls"
    path.write_bytes(bytes.fromhex("D0CF11E0A1B11AE1") + bytes(600))

    dialog.show_file(path)

    qtbot.waitUntil(lambda: bool(dialog.problem.text()), timeout=20_000)


def test_a_file_that_cannot_be_read_leaves_nothing_of_the_one_before(
    dialog: ImportAnswersDialog, asking: OpenCompany, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog.show_file(write(tmp_path, HEAD + "1;2026-01-05;5;10;yes;a\n"))
    checked(dialog, qtbot)
    dialog.show_file(tmp_path / "gone.csv")
    qtbot.waitUntil(lambda: bool(dialog.problem.text()), timeout=20_000)

    dialog.import_button.click()

    assert not dialog.columns.isVisible()
    assert asking.all(SurveyAnswer) == ()


def test_a_table_can_be_read_in_another_way(
    dialog: ImportAnswersDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog.show_file(write(tmp_path, HEAD + "1;2026-01-05;5;10;yes;a\n"))
    checked(dialog, qtbot)

    dialog.separator.set_value(",")
    dialog.separator.edited.emit()
    qtbot.waitUntil(lambda: len(dialog.columns.boxes) == 1, timeout=20_000)
    dialog.separator.set_value(";")
    dialog.separator.edited.emit()
    checked(dialog, qtbot)

    assert len(dialog.columns.boxes) == 6
