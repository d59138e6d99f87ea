"""What happens to what is typed into a form: saved, refused, told, undone."""

from __future__ import annotations

import dataclasses
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from models.domain.records.commitment import Role
from models.domain.records.operation import DataSheet
from models.domain.records.organisation import Law, Party
from models.domain.text import LocalText
from models.localisation.language import load_language
from models.services.company import OpenCompany
from tests.ui.registers.law_form import LAW, below, leave, short
from tests.ui.registers.showing import Opened
from ui import language
from ui.registers import News, RegisterView
from ui.widgets.bilingual_edit import BilingualEdit
from ui.widgets.date_edit import DateEdit
from ui.widgets.long_text import LongText
from ui.widgets.notice_bar import NoticeKind
from ui.widgets.text_edit import ShortText


def test_a_field_is_saved_when_it_is_left(company: OpenCompany, law: RegisterView) -> None:
    line = short(law.form, "article")
    line.setFocus()
    QTest.keyClicks(line, "12")

    QTest.keyClick(line, Qt.Key.Key_Tab)

    assert company.all(Law) == (dataclasses.replace(LAW, article="12"),)


def test_a_long_text_is_saved_after_a_rest(company: OpenCompany, law: RegisterView, qtbot: QtBot) -> None:
    editor = law.form.board.editor("duty")
    assert isinstance(editor, LongText)
    editor.set_rest(1)
    editor.area.setFocus()

    QTest.keyClicks(editor.area, "Also ")

    qtbot.waitUntil(lambda: "Also" in company.all(Law)[0].duty)
    assert editor.area.hasFocus()


def test_persian_input_is_normalised(company: OpenCompany, law: RegisterView) -> None:
    line = short(law.form, "title")
    line.setText("قانون كيفي")

    leave(law.form.board.editor("title"))

    assert company.all(Law)[0].title == "قانون کیفی"


def test_a_refused_value_stays_with_its_sentence(company: OpenCompany, law: RegisterView) -> None:
    line = short(law.form, "title")
    line.setText("x" * 1_001)

    leave(law.form.board.editor("title"))

    assert company.all(Law)[0].title == "Trade"
    assert len(line.text()) == 1_001
    assert "1,001" in below(law.form, "title")


def test_a_refused_value_is_not_lost_by_other_changes(company: OpenCompany, law: RegisterView) -> None:
    line = short(law.form, "title")
    line.setText("x" * 1_001)
    leave(law.form.board.editor("title"))

    company.save(dataclasses.replace(LAW, article="7"))

    assert len(line.text()) == 1_001
    assert short(law.form, "article").text() == "7"


def test_a_mended_value_is_saved(company: OpenCompany, law: RegisterView) -> None:
    short(law.form, "title").setText("x" * 1_001)
    leave(law.form.board.editor("title"))
    short(law.form, "title").setText("Tax")

    leave(law.form.board.editor("title"))

    assert company.all(Law)[0].title == "Tax"
    assert below(law.form, "title") == ""


def test_what_cannot_be_saved_is_told_on_leaving(law: RegisterView) -> None:
    told: list[News] = []
    law.told.connect(told.append)
    short(law.form, "title").setText("x" * 1_001)

    law.show_table()

    assert told[0].kind is NoticeKind.WARNING
    assert "Law or rule" in told[0].text


def test_undo_brings_the_old_value_into_the_field(company: OpenCompany, law: RegisterView) -> None:
    company.save(dataclasses.replace(LAW, title="Tax"))
    changed = short(law.form, "title").text()

    company.undo()

    assert (changed, short(law.form, "title").text()) == ("Tax", "Trade")


def test_what_is_being_typed_is_not_overwritten(company: OpenCompany, law: RegisterView) -> None:
    line = short(law.form, "title")
    line.setFocus()
    line.setText("Half a wo")

    company.save(dataclasses.replace(LAW, title="Tax", article="7"))

    assert line.text() == "Half a wo"
    assert short(law.form, "article").text() == "7"


def test_what_is_being_typed_survives_a_change_of_language(company: OpenCompany, law: RegisterView) -> None:
    line = short(law.form, "title")
    line.setFocus()
    line.setText("Half a wo")

    language.set_current(load_language("fa"))

    assert line.text() == "Half a wo"
    assert company.all(Law)[0].title == "Half a wo"


def test_days_and_labels_follow_the_language(company: OpenCompany, law: RegisterView) -> None:
    company.save(dataclasses.replace(LAW, checked_on=date(2026, 11, 22)))

    language.set_current(load_language("fa"))

    editor = law.form.board.editor("checked_on")
    assert isinstance(editor, DateEdit)
    assert editor.line.text() == "۱۴۰۵/۰۹/۰۱"
    assert law.form.board.rows["checked_on"].label.text() != "Checked on"


def test_a_day_that_does_not_exist_is_told_and_not_saved(company: OpenCompany, law: RegisterView) -> None:
    editor = law.form.board.editor("checked_on")
    assert isinstance(editor, DateEdit)
    editor.line.setText("۱۴۰۴/۱۲/۳۰")

    leave(editor)

    assert company.all(Law)[0].checked_on is None
    assert "29" in below(law.form, "checked_on")
    assert editor.line.text() == "۱۴۰۴/۱۲/۳۰"


def test_a_known_record_is_reminded_of_what_it_needs(company: OpenCompany, opened: Opened) -> None:
    company.save(Role(role="trainer"))
    view = opened("role")

    view.show_place(view.model.rows()[0])

    assert below(view.form, "person") == "This is still needed."


def test_fields_that_contradict_each_other_are_saved_and_told(company: OpenCompany, opened: Opened) -> None:
    sheet = DataSheet(week_start=date(2026, 11, 21), cases=3, kept=3)
    company.save(sheet)
    view = opened("data_sheet")
    view.show_place(sheet.id)
    editor = view.form.board.editor("cases")
    editor.set_value(2)

    editor.edited.emit()

    assert company.all(DataSheet)[0].cases == 2
    assert "more cases are kept" in below(view.form, "kept").lower()


def test_both_languages_of_a_text_are_edited(company: OpenCompany, opened: Opened) -> None:
    party = Party(name=LocalText(en="Customers"))
    company.save(party)
    view = opened("party")
    view.show_place(party.id)
    editor = view.form.board.editor("name")
    assert isinstance(editor, BilingualEdit)
    persian = editor.fields["fa"]
    assert isinstance(persian, ShortText)
    persian.line.setText("مشتریان")

    persian.commit()

    assert company.all(Party)[0].name == LocalText(fa="مشتریان", en="Customers")


@pytest.mark.parametrize("text", ["<b>&\"'", "\u202eabc", "🙂", "a\x00b", "x" * 100_000])
def test_hostile_text_is_saved_exactly(company: OpenCompany, law: RegisterView, text: str) -> None:
    editor = law.form.board.editor("duty")
    assert isinstance(editor, LongText)
    editor.area.setPlainText(text)

    leave(editor)

    assert company.all(Law)[0].duty == text.replace("\x00", "")
