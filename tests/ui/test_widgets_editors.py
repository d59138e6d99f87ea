"""What the fields of a form do with what is typed into them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from models.domain.text import LocalText
from models.localisation.language import load_language
from ui import language
from ui.widgets.bilingual_edit import BilingualEdit
from ui.widgets.check_edit import CheckEdit
from ui.widgets.choice_box import Choice, ChoiceBox
from ui.widgets.date_edit import DateEdit
from ui.widgets.editor import Editor
from ui.widgets.field_row import FieldRow
from ui.widgets.lines_edit import LinesEdit
from ui.widgets.long_text import LongText
from ui.widgets.multi_choice import MultiChoice
from ui.widgets.number_edit import NumberEdit
from ui.widgets.text_edit import ShortText

pytestmark = pytest.mark.usefixtures("english_window")
CITIES = [Choice("thr", "تهران"), Choice("mhd", "مشهد"), *(Choice(str(n), f"City {n}") for n in range(9))]


def _edits(editor: Editor[Any]) -> list[Any]:
    seen: list[Any] = []
    editor.edited.connect(lambda: seen.append(editor.value()))
    return seen


def _type(line: QLineEdit, text: str) -> None:
    line.setText(text)
    QTest.keyClick(line, Qt.Key.Key_Return)


def test_typed_text_is_normalised_and_told_once(qtbot: QtBot) -> None:
    editor = ShortText()
    qtbot.addWidget(editor)
    edits = _edits(editor)

    _type(editor.line, " كتاب علي ")

    assert edits == ["کتاب علی"]


def test_setting_a_value_is_no_edit(qtbot: QtBot) -> None:
    editor = ShortText()
    qtbot.addWidget(editor)
    edits = _edits(editor)

    editor.set_value("x")
    editor.commit()

    assert edits == []


@pytest.mark.parametrize("typed", ["1250.5", "1,250.5", "۱۲۵۰٫۵", "١٢٥٠٫٥"])
def test_numbers_are_taken_in_any_digits(qtbot: QtBot, typed: str) -> None:
    editor = NumberEdit()
    qtbot.addWidget(editor)

    _type(editor.line, typed)

    assert editor.value() == Decimal("1250.5")
    assert editor.line.text() == "1,250.5"


def test_what_is_no_number_stays_and_is_reported(qtbot: QtBot) -> None:
    editor = NumberEdit(whole=True)
    qtbot.addWidget(editor)
    editor.set_value(3)
    edits = _edits(editor)

    _type(editor.line, "a dozen")

    assert editor.line.text() == "a dozen"
    assert editor.problem()
    assert (editor.value(), edits) == (3, [])


def test_a_number_beyond_its_bounds_is_reported_with_the_bound(qtbot: QtBot) -> None:
    editor = NumberEdit(whole=True, minimum=0, maximum=4)
    qtbot.addWidget(editor)

    _type(editor.line, "5")

    assert "4" in editor.problem()


def test_a_mended_field_has_no_problem_left(qtbot: QtBot) -> None:
    editor = NumberEdit()
    qtbot.addWidget(editor)
    _type(editor.line, "x")

    _type(editor.line, "7")

    assert (editor.problem(), editor.value()) == ("", Decimal(7))


def test_what_was_typed_wrongly_survives_a_change_of_language(qtbot: QtBot) -> None:
    editor = DateEdit()
    qtbot.addWidget(editor)
    _type(editor.line, "some day")
    before = editor.problem()

    language.set_current(load_language("fa"))

    assert editor.line.text() == "some day"
    assert editor.problem() != before


@pytest.mark.parametrize("typed", ["1405/9/1", "۱۴۰۵/۰۹/۰۱", "١٤٠٥/٠٩/٠١"])
def test_days_are_typed_in_the_calendar_of_the_language(
    qtbot: QtBot, persian_window: None, typed: str
) -> None:
    editor = DateEdit()
    qtbot.addWidget(editor)

    _type(editor.line, typed)

    assert editor.value() == date(2026, 11, 22)
    assert editor.line.text() == "۱۴۰۵/۰۹/۰۱"


def test_a_day_changes_its_calendar_with_the_language(qtbot: QtBot) -> None:
    editor = DateEdit()
    qtbot.addWidget(editor)
    editor.set_value(date(2026, 11, 22))

    language.set_current(load_language("fa"))

    assert editor.line.text() == "۱۴۰۵/۰۹/۰۱"
    assert editor.value() == date(2026, 11, 22)


def test_an_emptied_day_is_none(qtbot: QtBot) -> None:
    editor = DateEdit()
    qtbot.addWidget(editor)
    editor.set_value(date(2026, 11, 22))

    _type(editor.line, "")

    assert editor.value() is None


def test_the_calendar_opens_by_keyboard_on_the_day_and_gives_the_picked_one(
    qtbot: QtBot, persian_window: None
) -> None:
    editor = DateEdit()
    qtbot.addWidget(editor)
    editor.set_value(date(2026, 11, 22))
    edits = _edits(editor)

    popup = editor.open_calendar()
    qtbot.addWidget(popup)
    assert popup.calendar.selectedDate() == QDate(2026, 11, 22)
    assert popup.calendar.firstDayOfWeek() == Qt.DayOfWeek.Saturday
    popup.calendar.activated.emit(QDate(2026, 11, 23))

    assert edits == [date(2026, 11, 23)]


def test_only_the_weekend_of_the_language_is_marked(qtbot: QtBot, persian_window: None) -> None:
    editor = DateEdit()
    qtbot.addWidget(editor)

    calendar = editor.open_calendar().calendar

    inks = {
        day: calendar.weekdayTextFormat(day).foreground().color().name()
        for day in (Qt.DayOfWeek.Friday, Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday)
    }
    assert inks[Qt.DayOfWeek.Saturday] == inks[Qt.DayOfWeek.Sunday] != inks[Qt.DayOfWeek.Friday]


def test_a_choice_is_told_by_its_value(qtbot: QtBot) -> None:
    editor = ChoiceBox([Choice("a", "Apple"), Choice("b", "Pear")])
    qtbot.addWidget(editor)
    edits = _edits(editor)

    editor.box.setFocus()
    QTest.keyClick(editor.box, Qt.Key.Key_End)
    editor.commit()

    assert edits == ["b"]


def test_long_lists_are_searched_whatever_the_keyboard(qtbot: QtBot) -> None:
    editor = ChoiceBox([Choice("k", "کرمان یزدی"), *CITIES])
    qtbot.addWidget(editor)
    line = editor.box.lineEdit()
    assert line is not None

    _type(line, "كرمان يزدي")

    assert editor.value() == "k"


def test_what_is_not_in_the_list_stays_and_is_reported(qtbot: QtBot) -> None:
    editor = ChoiceBox(CITIES)
    qtbot.addWidget(editor)
    editor.set_value("mhd")
    line = editor.box.lineEdit()
    assert line is not None

    _type(line, "Atlantis")

    assert (line.text(), editor.value()) == ("Atlantis", "mhd")
    assert "Atlantis" in editor.problem()


def test_a_value_that_is_no_longer_offered_is_kept(qtbot: QtBot) -> None:
    editor = ChoiceBox([Choice("a", "Apple")])
    qtbot.addWidget(editor)

    editor.set_value("old")
    editor.commit()

    assert editor.value() == "old"


@pytest.mark.parametrize("count", [5, 20])
def test_ticks_come_in_the_order_offered(qtbot: QtBot, count: int) -> None:
    editor = MultiChoice([Choice(str(n), f"Number {n}") for n in range(count)])
    qtbot.addWidget(editor)
    editor.set_value(("4", "gone", "2"))

    editor.commit()

    assert editor.value() == ("2", "4", "gone")


def test_a_chip_is_ticked_by_keyboard(qtbot: QtBot) -> None:
    editor = MultiChoice([Choice("a", "Apple"), Choice("b", "Pear")])
    qtbot.addWidget(editor)
    edits = _edits(editor)

    QTest.keyClick(editor._chips["b"], Qt.Key.Key_Space)

    assert edits == [("b",)]


def test_lines_leave_out_the_empty_ones(qtbot: QtBot) -> None:
    editor = LinesEdit()
    qtbot.addWidget(editor)

    editor.area.setPlainText("one\n\n  two \n")
    editor.commit()

    assert editor.value() == ("one", "two")


def test_long_text_saves_itself_after_a_rest_and_leaves_the_writing_alone(qtbot: QtBot) -> None:
    editor = LongText()
    qtbot.addWidget(editor)
    editor.set_rest(1)

    with qtbot.waitSignal(editor.edited):
        QTest.keyClicks(editor.area, "word ")

    assert editor.value() == "word"
    assert editor.area.toPlainText() == "word "


def test_tab_leaves_long_text_and_saves_it(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    editor, after = LongText(), ShortText()
    layout = QVBoxLayout(page)
    layout.addWidget(editor)
    layout.addWidget(after)
    with qtbot.waitActive(page):
        page.show()
    editor.setFocus()
    QTest.keyClicks(editor.area, "word")

    QTest.keyClick(editor.area, Qt.Key.Key_Tab)

    assert QApplication.focusWidget() is after.line
    assert editor.value() == "word"


def test_long_text_grows_with_its_lines(qtbot: QtBot) -> None:
    editor = LongText(rows=2)
    qtbot.addWidget(editor)
    editor.show()
    before = editor.area.height()

    editor.set_value("line\n" * 6)

    assert editor.area.height() > before


def test_one_language_is_edited_without_the_other(qtbot: QtBot) -> None:
    editor = BilingualEdit()
    qtbot.addWidget(editor)
    editor.set_value(LocalText(fa="سلام", en="Hello"))
    edits = _edits(editor)
    field = editor.fields["en"]
    assert isinstance(field, ShortText)

    _type(field.line, "Good day")

    assert edits == [LocalText(fa="سلام", en="Good day")]


@pytest.mark.parametrize("long", [True, False])
def test_each_language_keeps_its_direction_in_any_window(qtbot: QtBot, any_window: str, long: bool) -> None:
    editor = BilingualEdit(long=long)
    qtbot.addWidget(editor)

    assert editor.fields["fa"].isRightToLeft()
    assert not editor.fields["en"].isRightToLeft()


def test_a_box_is_ticked_by_keyboard(qtbot: QtBot) -> None:
    editor = CheckEdit("Done & dusted")
    qtbot.addWidget(editor)
    edits = _edits(editor)

    QTest.keyClick(editor.box, Qt.Key.Key_Space)

    assert edits == [True]


def test_the_label_leads_to_the_field_and_names_it(qtbot: QtBot) -> None:
    editor = NumberEdit()
    row = FieldRow("Time limit", editor, required=True)
    qtbot.addWidget(row)

    assert row.label.buddy() is editor
    assert editor.line.accessibleName() == "Time limit (required)"


def test_the_problem_of_a_field_takes_the_place_of_its_hint(qtbot: QtBot) -> None:
    editor = NumberEdit()
    row = FieldRow("Time limit", editor, hint="In minutes.")
    qtbot.addWidget(row)

    _type(editor.line, "soon")

    assert row.problem() == editor.problem() == row._below.text()


def test_a_problem_from_outside_stands_beside_the_field_until_taken_away(qtbot: QtBot) -> None:
    row = FieldRow("Name", ShortText(), hint="Hint.")
    qtbot.addWidget(row)
    row.set_problem("There is one of that name.")

    row.set_problem("")

    assert row._below.text() == "Hint."


@pytest.mark.parametrize("editor_type", [ShortText, LongText, LinesEdit, BilingualEdit, NumberEdit, DateEdit])
def test_a_read_only_field_takes_no_keys(qtbot: QtBot, editor_type: Callable[[], Editor[Any]]) -> None:
    editor = editor_type()
    qtbot.addWidget(editor)
    with qtbot.waitActive(editor):
        editor.show()
    editor.set_read_only(True)
    edits = _edits(editor)

    editor.setFocus()
    target = QApplication.focusWidget() or editor
    QTest.keyClicks(target, "12")
    editor.commit()

    assert edits == []
