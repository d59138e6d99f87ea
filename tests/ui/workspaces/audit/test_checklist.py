"""The checklist in the window: made in one click, worked through by keyboard."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models.domain.gates.criterion import Place
from models.domain.records.audit import Audit, AuditCheck, Finding
from models.domain.records.charter import Promise
from models.domain.records.operation import Complaint
from models.domain.text import LocalText
from models.localisation.language import load_language
from models.services.auditing.fieldwork import Draw
from models.services.company import OpenCompany
from tests.ui.stage import REZA, SARA, WIDTH, click, focused, press, settle
from tests.ui.workspaces.showing import Opened
from ui import language
from ui.registers.news import News
from ui.workspaces.audit.checklist import ALL, CHECK, LIST, OFFERS, ChecklistWorkspace

AUDIT = Audit(title="Autumn", steps=("3", "5"), auditor=SARA.id)
PROMISE = Promise(text=LocalText(en="Within 25 minutes"), owner=REZA.id)


@pytest.fixture
def lines(company: OpenCompany) -> list[AuditCheck]:
    """A checklist of three lines, the second about a promise."""
    made = [
        AuditCheck(audit=AUDIT.id, step="3", order=1, question="The legal check", model="A4"),
        AuditCheck(audit=AUDIT.id, step="3", order=2, question="The promise 25", promise=PROMISE.id),
        AuditCheck(audit=AUDIT.id, step="5", order=3, question="Five complaints", model="A7"),
    ]
    complaints = [Complaint(no=f"{no:02}") for no in range(1, 9)]
    company.save_all([AUDIT, PROMISE, *made, *complaints])
    return made


@pytest.fixture
def workspace(company: OpenCompany, lines: list[AuditCheck], opened: Opened) -> ChecklistWorkspace:
    shown = cast(ChecklistWorkspace, opened(company, "audit_check"))
    shown.show_place()
    shown.check_page.focus()
    settle()
    return shown


def results(workspace: ChecklistWorkspace) -> list[str]:
    return [one.result for one in workspace.fieldwork.checks]


def news(workspace: ChecklistWorkspace) -> list[News]:
    heard: list[News] = []
    workspace.told.connect(heard.append)
    return heard


def test_it_is_made_of_this_company_in_one_click(company: OpenCompany, opened: Opened, qtbot: QtBot) -> None:
    company.save_all([AUDIT, PROMISE])
    workspace = cast(ChecklistWorkspace, opened(company, "audit_check"))
    heard = news(workspace)

    workspace.empty.action.click()
    page = workspace.offers_page
    qtbot.waitUntil(lambda: page.is_drawn and bool(page.questions))
    assert {one.step for one in page.questions} <= {"3", "5", ""}
    count = len(page.table.ticks())
    assert count == len(page.questions)
    page.table.tick(page.table.keys()[0], is_on=False)
    assert page.take_button.text() == f"Take {count - 1} questions"
    page.take_button.click()
    settle()

    assert len(company.all(AuditCheck)) == count - 1
    assert workspace.mode == CHECK
    assert heard[-1].can_undo
    company.undo()
    settle()
    assert company.all(AuditCheck) == ()


def test_again_only_what_was_left_out_is_offered(company: OpenCompany, opened: Opened, qtbot: QtBot) -> None:
    company.save_all([AUDIT, PROMISE])
    workspace = cast(ChecklistWorkspace, opened(company, "audit_check"))
    workspace.show_mode(OFFERS)
    page = workspace.offers_page
    qtbot.waitUntil(lambda: page.is_drawn and bool(page.questions))
    left = page.table.keys()[0]
    page.table.tick(left, is_on=False)
    page.take_button.click()

    workspace.show_mode(OFFERS)
    qtbot.waitUntil(lambda: page.is_drawn and len(page.questions) == 1)

    assert page.table.keys() == [left]
    assert page.table.ticks() == []


def test_keys_of_any_keyboard_say_how_a_line_was_found(workspace: ChecklistWorkspace) -> None:
    press("n")
    assert results(workspace) == ["no", "", ""]

    for key, result in (("y", "yes"), ("۲", "partly"), ("3", "no"), ("س", "not_looked"), ("غ", "yes")):
        press(key)
        assert results(workspace)[0] == result
    workspace.company.undo()
    settle()
    assert results(workspace)[0] == "not_looked"


def test_enter_goes_to_the_next_line_without_a_result(workspace: ChecklistWorkspace) -> None:
    press("y")
    click(Qt.Key.Key_Return)

    assert workspace.fieldwork.number == 2
    assert workspace.check_page.sheet.words.text() == "The promise 25"
    press("p")
    assert results(workspace) == ["yes", "partly", ""]
    assert workspace.answered.text() == "2 of 3 looked at"


def test_at_the_end_it_says_that_all_lines_have_a_result(workspace: ChecklistWorkspace) -> None:
    heard = news(workspace)
    for _line in range(3):
        press("y")
        click(Qt.Key.Key_Return)

    assert results(workspace) == ["yes"] * 3
    assert heard[-1].text == "Every line has a result."


def test_in_the_side_list_keys_answer_and_go_down(workspace: ChecklistWorkspace) -> None:
    workspace.check_page.list.setFocus()
    for key in ("y", "n", "s"):
        press(key)

    assert results(workspace) == ["yes", "no", "not_looked"]


def test_what_was_seen_is_written_and_letters_there_are_letters(workspace: ChecklistWorkspace) -> None:
    workspace.check_page.focus("evidence")
    QTest.keyClicks(focused(), "yes, signed")
    workspace.check_page.go_on()

    assert workspace.company.all(AuditCheck)[0].evidence == "yes, signed"
    assert results(workspace) == ["", "", ""]


def test_the_whole_list_is_answered_by_keys(workspace: ChecklistWorkspace) -> None:
    workspace.show_mode(LIST)
    table = workspace.list_page.table
    table.setFocus()
    for key in ("1", "2", "ی", "4"):
        press(key)

    assert results(workspace) == ["yes", "partly", "not_looked"]
    assert table.cell(table.keys()[1], 3) == "Partly shown"
    click(Qt.Key.Key_Return)
    assert workspace.mode == CHECK
    assert workspace.fieldwork.number == 3


def test_samples_are_drawn_lead_to_their_records_and_are_drawn_again_on_purpose(
    workspace: ChecklistWorkspace, lines: list[AuditCheck], qtbot: QtBot
) -> None:
    sheet = workspace.check_page.sheet
    workspace.fieldwork.go(lines[2].id)
    settle()
    assert not sheet.again.isVisible()
    sheet.draws[Draw.COMPLAINTS].click()
    settle()

    shown = [one for one in sheet.sample_buttons if one.isVisible()]
    assert len(shown) == 5
    assert not sheet.draws[Draw.COMPLAINTS].isVisible()
    with qtbot.waitSignal(workspace.place_requested) as asked:
        shown[0].click()
    assert asked.args
    assert asked.args[0].register == "complaint"

    before = workspace.fieldwork.check
    sheet.again.click()
    assert workspace.fieldwork.check == before
    assert focused() in sheet.draws.values()
    sheet.draws[Draw.COMPLAINTS].click()
    assert workspace.fieldwork.check is not None
    assert before is not None
    assert workspace.fieldwork.check.samples != before.samples


def test_where_there_is_nothing_to_draw_it_says_so(workspace: ChecklistWorkspace) -> None:
    heard = news(workspace)

    workspace.check_page.sheet.draws[Draw.BREACHES].click()

    assert heard[-1].text == "There is nothing of this kind to pick from yet."


def test_a_renamed_promise_is_linked_by_its_new_name_and_the_words_stay(
    workspace: ChecklistWorkspace, lines: list[AuditCheck], qtbot: QtBot
) -> None:
    workspace.fieldwork.go(lines[1].id)
    workspace.company.save(dataclasses.replace(PROMISE, text=LocalText(en="Within 30 minutes")))
    settle()

    sheet = workspace.check_page.sheet
    assert sheet.words.text() == "The promise 25"
    assert "30 minutes" in sheet.promise.text()
    with qtbot.waitSignal(workspace.place_requested) as asked:
        sheet.promise.click()
    assert asked.args == [Place("promise", PROMISE.id)]


def test_one_click_makes_a_finding_of_what_was_not_shown(workspace: ChecklistWorkspace, qtbot: QtBot) -> None:
    page = workspace.check_page
    assert not page.finding_button.isVisible()
    press("n")
    with qtbot.waitSignal(workspace.place_requested) as asked:
        page.finding_button.click()

    (finding,) = workspace.company.all(Finding)
    assert asked.args == [Place("finding", finding.id, "grade")]
    assert "F-01" in page.finding_button.text()
    page.finding_button.click()
    assert len(workspace.company.all(Finding)) == 1


def test_a_file_is_dropped_on_the_line(workspace: ChecklistWorkspace, tmp_path: Path, qtbot: QtBot) -> None:
    photo = tmp_path / "photo.txt"
    photo.write_text("The poster")
    check = workspace.fieldwork.checks[0]

    workspace.check_page.sheet.strip.attach([photo])

    qtbot.waitUntil(lambda: bool(workspace.company.evidence_of("audit_check", check.id)))


def test_a_place_of_a_result_is_the_line_and_any_other_is_its_entry(
    workspace: ChecklistWorkspace, lines: list[AuditCheck]
) -> None:
    workspace.show_place(lines[2].id, "result")
    assert (workspace.mode, workspace.fieldwork.number) == (CHECK, 3)

    workspace.show_place(lines[0].id, "question")
    assert workspace.mode == ALL


def test_the_programme_leads_to_the_checklist_of_an_audit(workspace: ChecklistWorkspace) -> None:
    other = Audit(title="Winter", steps=("4",))
    workspace.company.save(other)

    workspace.reveal(Place("audit_check", content=other.id))
    settle()

    assert workspace.fieldwork.audit == other
    assert workspace.empty.isVisible()


def test_without_an_audit_it_leads_to_the_programme(
    company: OpenCompany, opened: Opened, qtbot: QtBot
) -> None:
    workspace = cast(ChecklistWorkspace, opened(company, "audit_check"))

    with qtbot.waitSignal(workspace.place_requested) as asked:
        workspace.empty.action.click()

    assert asked.args == [Place("audit")]


def test_a_line_that_goes_away_gives_way_to_another(workspace: ChecklistWorkspace) -> None:
    workspace.company.delete([workspace.fieldwork.checks[0]])
    settle()

    assert workspace.check_page.sheet.words.text() == "The promise 25"


def test_a_company_that_cannot_be_written_to_is_read(locked: OpenCompany, opened: Opened) -> None:
    workspace = cast(ChecklistWorkspace, opened(locked, "audit_check"))
    before = results(workspace)

    workspace.check_page.list.setFocus()
    press("n")
    workspace.show_mode(OFFERS)
    settle()

    assert results(workspace) == before
    assert not workspace.offers_page.take_button.isVisible()


@pytest.mark.parametrize("code", ["fa", "en"])
def test_it_changes_its_language_and_fits_the_window(workspace: ChecklistWorkspace, code: str) -> None:
    for mode in (LIST, OFFERS, ALL, CHECK):
        workspace.show_mode(mode)
    language.set_current(load_language(code))
    workspace.retranslate()
    settle()

    assert workspace.minimumSizeHint().width() <= WIDTH
    assert QApplication.focusWidget() is not None
