from __future__ import annotations

import dataclasses
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from models.domain.records.charter import Promise
from models.domain.records.commitment import Decision, Role
from models.domain.records.control import Evidence, Person
from models.domain.records.operation import Complaint, DataSheet
from models.domain.records.organisation import GapAnswer, Law, Organisation, Party
from models.domain.sentences import Sentence
from models.domain.text import LocalText
from models.localisation.language import load_language
from models.services.company import OpenCompany
from tests.documents.pictures.files import jpeg, png, stripes
from tests.ui.registers.conftest import Opened, OpenedSheet
from tests.ui.stage import REZA, SARA
from ui import language
from ui.registers import News, RegisterView
from ui.registers.boxes import PeopleBox, PersonBox
from ui.registers.files import FileBox
from ui.registers.form import RecordForm
from ui.widgets.bilingual_edit import BilingualEdit
from ui.widgets.date_edit import DateEdit
from ui.widgets.editor import Editor
from ui.widgets.field_row import FieldRow
from ui.widgets.long_text import LongText
from ui.widgets.notice_bar import NoticeKind
from ui.widgets.text_edit import ShortText

LAW = Law(title="Trade", duty="Keep it")


@pytest.fixture
def law(company: OpenCompany, opened: Opened) -> RegisterView:
    company.save(LAW)
    view = opened("law")
    view.show_place(LAW.id)
    return view


def short(form: RecordForm, name: str) -> QLineEdit:
    editor = form.board.editor(name)
    assert isinstance(editor, ShortText)
    return editor.line


def leave(editor: Editor[Any]) -> None:
    editor.commit()


def below(form: RecordForm, name: str) -> str:
    """Return the sentence that stands below a field."""
    return form.board.rows[name].editor.accessibleDescription()


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


def test_a_new_record_is_saved_with_its_first_entry(company: OpenCompany, opened: Opened) -> None:
    view = opened("law")
    view.add_record()
    before = len(company.all(Law))
    short(view.form, "title").setText("Tax")

    leave(view.form.board.editor("title"))

    assert before == 0
    assert [law.title for law in company.all(Law)] == ["Tax"]


def test_a_new_record_without_entry_leaves_nothing(company: OpenCompany, opened: Opened) -> None:
    view = opened("law")
    view.add_record()

    view.leave_form()

    assert not company.all(Law)
    assert not view.is_form_open


def test_a_new_record_is_not_scolded_for_what_nobody_could_enter_yet(opened: Opened) -> None:
    view = opened("law")

    view.add_record()

    assert below(view.form, "title") == ""


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


def test_the_undone_creation_closes_the_form(company: OpenCompany, opened: Opened) -> None:
    view = opened("law")
    view.add_record()
    short(view.form, "title").setText("Tax")
    leave(view.form.board.editor("title"))

    company.undo()

    assert not view.is_form_open


def test_the_next_record_follows_the_list(company: OpenCompany, opened: Opened) -> None:
    laws = [Law(title=title) for title in ("B", "A")]
    company.save_all(laws)
    view = opened("law")
    view.model.sort(0)
    view.show_place(laws[1].id)

    view.step(1)

    assert view.form.record.id == laws[0].id


def test_escape_returns_to_the_row_of_the_record(law: RegisterView) -> None:
    QTest.keyClick(short(law.form, "article"), Qt.Key.Key_Escape)

    assert not law.is_form_open
    assert [record.id for record in law.list.grid.chosen_records()] == [LAW.id]


def test_a_jump_shows_the_field(law: RegisterView) -> None:
    law.show_table()

    law.show_place(LAW.id, "duty")

    assert law.form.board.editor("duty").isAncestorOf(law.window().focusWidget() or law)


def test_a_new_person_is_added_by_typing_a_name(company: OpenCompany, opened: Opened) -> None:
    role = Role(role="trainer")
    company.save(role)
    view = opened("role")
    view.show_place(role.id)
    box = view.form.board.editor("person")
    assert isinstance(box, PersonBox)

    box.add_requested.emit("Leila Saberi")

    added = company.all(Person)[-1]
    assert added.name == LocalText(en="Leila Saberi")
    assert company.all(Role)[0].person == added.id
    assert box.line.text() == "Leila Saberi"


def test_the_list_of_people_offers_a_name_that_is_not_there(company: OpenCompany, opened: Opened) -> None:
    role = Role(role="trainer")
    company.save(role)
    view = opened("role")
    view.show_place(role.id, "person")
    box = view.form.board.editor("person")
    assert isinstance(box, PersonBox)

    QTest.keyClicks(box.line, "Leila")

    model = box.popup.model()
    offered = [str(model.index(row, 0).data()) for row in range(model.rowCount())]
    assert offered == ["Add person “\u2068Leila\u2069”"]


def test_a_person_is_found_with_any_keyboard(company: OpenCompany, opened: Opened) -> None:
    language.set_current(load_language("fa"))
    role = Role(role="trainer")
    company.save(role)
    view = opened("role")
    view.show_place(role.id)
    box = view.form.board.editor("person")
    assert isinstance(box, PersonBox)
    box.line.setText("توكلي")

    leave(box)

    assert company.all(Role)[0].person == REZA.id


def test_a_name_that_stands_for_nobody_is_told(company: OpenCompany, opened: Opened) -> None:
    role = Role(role="trainer", person=SARA.id)
    company.save(role)
    view = opened("role")
    view.show_place(role.id)
    box = view.form.board.editor("person")
    assert isinstance(box, PersonBox)
    box.line.setText("Nobody")

    leave(box)

    assert company.all(Role)[0].person == SARA.id
    assert "Nobody" in below(view.form, "person")


def test_a_person_in_the_bin_is_not_silently_dropped(company: OpenCompany, opened: Opened) -> None:
    role = Role(role="trainer", person=SARA.id)
    company.save(role)
    company.delete([SARA])
    view = opened("role")

    view.show_place(role.id)
    view.form.commit()

    assert company.all(Role)[0].person == SARA.id
    assert "bin" in below(view.form, "person")


def test_a_renamed_person_is_renamed_in_the_field(company: OpenCompany, opened: Opened) -> None:
    role = Role(role="trainer", person=SARA.id)
    company.save(role)
    view = opened("role")
    view.show_place(role.id)

    company.save(dataclasses.replace(SARA, name=LocalText(en="Sara Karimi")))

    box = view.form.board.editor("person")
    assert isinstance(box, PersonBox)
    assert box.line.text() == "Sara Karimi"


def test_a_hidden_form_catches_up_when_it_is_shown(company: OpenCompany, opened: Opened) -> None:
    role = Role(role="trainer", person=SARA.id)
    company.save(role)
    view = opened("role")
    view.show_place(role.id)
    box = view.form.board.editor("person")
    assert isinstance(box, PersonBox)
    view.hide()
    company.save(dataclasses.replace(SARA, name=LocalText(en="Sara Karimi")))
    hidden = box.line.text()

    view.show()

    assert (hidden, box.line.text()) == ("Sara Nouri", "Sara Karimi")


def test_several_people_are_added_one_by_one(company: OpenCompany, sheet: OpenedSheet) -> None:
    view = sheet("decision")
    people = view.form.board.editor("present")
    assert isinstance(people, PeopleBox)

    people.box.choose(SARA.id)
    people.box.choose(REZA.id)

    assert company.sheet(Decision).present == (SARA.id, REZA.id)


def test_content_is_found_by_its_id(company: OpenCompany, opened: Opened) -> None:
    answer = GapAnswer()
    company.save(answer)
    view = opened("gap_answer")
    view.show_place(answer.id)
    box = view.form.board.editor("question")
    box.line.setText("Q101")  # type: ignore[attr-defined]

    leave(box)

    assert company.all(GapAnswer)[0].question == "Q101"


def test_a_reference_shows_what_it_refers_to(company: OpenCompany, opened: Opened) -> None:
    promise = Promise(text=LocalText(en="Served in 25 minutes"), number=Decimal(25))
    complaint = Complaint(no="C-1", promise=promise.id)
    company.save_all([promise, complaint])
    view = opened("complaint")

    view.show_place(complaint.id)

    assert view.form.board.editor("promise").line.text() == "Served in 25 minutes"  # type: ignore[attr-defined]


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


def test_a_sheet_is_saved_field_by_field(company: OpenCompany, sheet: OpenedSheet) -> None:
    view = sheet("organisation")
    line = short(view.form, "legal_id")
    line.setText("140012")

    leave(view.form.board.editor("legal_id"))
    company.undo()

    assert company.sheet(Organisation).legal_id == ""
    assert line.text() == ""


def test_a_sheet_is_started_from_the_model(company: OpenCompany, sheet: OpenedSheet) -> None:
    view = sheet("complaint_rule")
    offered = view.model_button.isVisible()

    view.model_button.click()

    assert offered
    assert view.form.board.editor("answer_days").value() == 7
    assert not view.model_button.isVisible()


def test_a_file_is_attached_to_the_record(company: OpenCompany, law: RegisterView, tmp_path: Path) -> None:
    path = tmp_path / "decree.txt"
    path.write_text("x", encoding="utf-8")

    law.form.evidence.attach([path])

    assert [file.file_name for file in company.evidence_of("law", LAW.id)] == ["decree.txt"]
    assert law.form.evidence.list.count() == 1


def test_dropped_files_are_attached(company: OpenCompany, law: RegisterView, tmp_path: Path) -> None:
    path = tmp_path / "photo.png"
    path.write_bytes(b"x")
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(path))])
    event = QDropEvent(
        QPoint(5, 5),
        Qt.DropAction.CopyAction,
        dropped,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )

    law.form.evidence.dropEvent(event)

    assert [file.file_name for file in company.all(Evidence)] == ["photo.png"]


def test_a_file_that_cannot_be_kept_is_told(law: RegisterView, tmp_path: Path) -> None:
    told: list[News] = []
    law.told.connect(told.append)
    path = tmp_path / "empty.txt"
    path.touch()

    law.form.evidence.attach([path])

    assert told[0].kind is NoticeKind.ERROR
    assert "empty.txt" in told[0].text


def test_enter_opens_a_file_and_delete_takes_it_away(
    company: OpenCompany, law: RegisterView, tmp_path: Path
) -> None:
    path = tmp_path / "decree.txt"
    path.write_text("x", encoding="utf-8")
    law.form.evidence.attach([path])
    asked: list[Evidence] = []
    law.open_requested.connect(asked.append)

    QTest.keyClick(law.form.evidence.list, Qt.Key.Key_Return)
    QTest.keyClick(law.form.evidence.list, Qt.Key.Key_Delete)

    assert [file.file_name for file in asked] == ["decree.txt"]
    assert not company.all(Evidence)


@pytest.fixture
def logo_row(sheet: OpenedSheet) -> FieldRow:
    """The field of the organisation's logo."""
    return sheet("organisation").form.board.rows["logo"]


def attach(row: FieldRow, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Choose a file in the dialog, as a user does."""
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_arguments: (str(path), ""))
    assert isinstance(row.editor, FileBox)
    row.editor.attach_button.click()


def test_a_field_holds_a_picture(
    company: OpenCompany, logo_row: FieldRow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    path = tmp_path / "logo.png"
    path.write_bytes(png(stripes()))

    attach(logo_row, path, monkeypatch)

    qtbot.waitUntil(lambda: bool(company.sheet(Organisation).logo), timeout=10_000)
    (evidence,) = company.all(Evidence)
    assert company.sheet(Organisation).logo == evidence.id
    assert evidence.subject == "organisation"


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"x", "cannot be shown as a picture"),
        (b"", "is empty"),
        (png(stripes(300, 200))[:300], "cannot be shown as a picture"),
    ],
)
def test_a_file_that_is_no_picture_is_refused_beside_the_field(
    company: OpenCompany,
    logo_row: FieldRow,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
    content: bytes,
    sentence: str,
) -> None:
    path = tmp_path / "logo.png"
    path.write_bytes(content)

    attach(logo_row, path, monkeypatch)

    qtbot.waitUntil(lambda: sentence in logo_row.problem(), timeout=10_000)
    assert not company.all(Evidence)
    assert company.sheet(Organisation).logo is None


def test_a_real_picture_takes_the_refusal_away(
    company: OpenCompany, logo_row: FieldRow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    path = tmp_path / "logo.png"
    path.write_bytes(b"x")
    attach(logo_row, path, monkeypatch)
    qtbot.waitUntil(lambda: bool(logo_row.problem()), timeout=10_000)
    path.write_bytes(jpeg(stripes(), 6))

    attach(logo_row, path, monkeypatch)

    qtbot.waitUntil(lambda: bool(company.sheet(Organisation).logo), timeout=10_000)
    assert logo_row.problem() == ""


def test_nothing_can_be_typed_into_a_file_that_can_only_be_read(
    company: OpenCompany, law: RegisterView
) -> None:
    company.forbid_writing(Sentence("Somebody else has it open."))

    assert short(law.form, "title").isReadOnly()
    assert not law.form.evidence.attach_button.isVisible()


def test_a_duplicate_is_shown_at_once(company: OpenCompany, law: RegisterView) -> None:
    law.duplicate()

    assert len(company.all(Law)) == 2
    assert law.form.record == company.all(Law)[1]
