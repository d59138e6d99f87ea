"""Answering question by question, by keyboard and by mouse."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QClipboard, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from models.domain.gates.criterion import Place
from models.domain.records.control import Evidence
from models.domain.records.correction import Action
from models.domain.records.organisation import GapAnswer, GapRound
from models.localisation.language import load_language
from models.services.company import OpenCompany
from tests.e2e.driver import type_text
from tests.ui.stage import REZA, SARA, click, focused, press, settle
from tests.ui.workspaces.gap.conftest import Opened
from ui import language
from ui.registers.news import News
from ui.workspaces.gap.workspace import GapWorkspace


def scores(company: OpenCompany) -> dict[str, str]:
    return {answer.question: answer.score for answer in company.all(GapAnswer)}


def test_the_first_open_question_is_shown_first(opened: Opened, company: OpenCompany) -> None:
    round_ = GapRound(title="First", started_on=date(2026, 8, 1))
    company.save_all([round_, GapAnswer(round=round_.id, question="Q101", score="2")])

    workspace = opened(company)

    assert workspace.questionnaire.question_id == "Q102"
    assert workspace.question_page.sheet.head.place.text() == "Question 2 of 52"
    assert workspace.answered.text() == "1 of 52 answered"


def test_a_questionnaire_is_filled_in_by_keyboard_alone(gap: GapWorkspace, company: OpenCompany) -> None:
    for key in "0123":
        press(key)
        click(Qt.Key.Key_Return)
    press("4")

    assert scores(company) == {"Q101": "0", "Q102": "1", "Q103": "2", "Q104": "3", "Q105": "4"}
    assert gap.questionnaire.question_id == "Q105"
    assert gap.answered.text() == "5 of 52 answered"


@pytest.mark.parametrize(("key", "score"), [("۳", "3"), ("٢", "2"), ("n", "na"), ("N", "na"), ("د", "na")])
def test_keys_of_every_keyboard_answer(gap: GapWorkspace, company: OpenCompany, key: str, score: str) -> None:
    press(key)

    assert scores(company) == {"Q101": score}


@pytest.mark.parametrize("key", ["5", "9", "x", " "])
def test_other_keys_answer_nothing(gap: GapWorkspace, company: OpenCompany, key: str) -> None:
    gap.question_page.next_button.setFocus(Qt.FocusReason.OtherFocusReason)
    press(key)

    assert scores(company) == {}


def test_digits_in_a_note_are_digits(gap: GapWorkspace, company: OpenCompany) -> None:
    page = gap.question_page
    press("1")
    page.sheet.focus("note")
    type_text(focused(), "2 of 3 people knew")
    page.go_on()

    (answer,) = company.all(GapAnswer)
    assert (answer.score, answer.note) == ("1", "2 of 3 people knew")
    assert page.sheet.fields.row("note").editor.value() == ""


def test_a_click_on_a_tile_answers(gap: GapWorkspace, company: OpenCompany) -> None:
    QTest.mouseClick(gap.question_page.sheet.scores.button("3"), Qt.MouseButton.LeftButton)

    assert scores(company) == {"Q101": "3"}
    assert gap.question_page.sheet.scores.value() == "3"


def test_a_click_on_not_applicable_asks_for_its_reason_too(gap: GapWorkspace) -> None:
    QTest.mouseClick(gap.question_page.sheet.scores.button("na"), Qt.MouseButton.LeftButton)

    assert gap.question_page.sheet.fields.row("reason").editor.isAncestorOf(focused())


def test_arrows_move_between_the_tiles_and_space_chooses(gap: GapWorkspace, company: OpenCompany) -> None:
    click(Qt.Key.Key_Right)
    click(Qt.Key.Key_Right)
    click(Qt.Key.Key_Left)
    click(Qt.Key.Key_Space)

    assert scores(company) == {"Q101": "1"}


def test_from_a_text_the_next_question_begins_with_its_score(gap: GapWorkspace, company: OpenCompany) -> None:
    press("3")
    gap.question_page.sheet.focus("evidence")
    type_text(focused(), "Records")

    QTest.keyClick(focused(), Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    press("2")

    assert scores(company) == {"Q101": "3", "Q102": "2"}
    assert [answer.evidence for answer in company.all(GapAnswer)] == ["Records", ""]


def test_in_persian_the_left_arrow_leads_on(opened: Opened, company: OpenCompany) -> None:
    language.set_current(load_language("fa"))
    workspace = opened(company)
    workspace.show_place()

    click(Qt.Key.Key_Left)
    click(Qt.Key.Key_Space)

    assert scores(company) == {"Q101": "1"}


def test_not_applicable_asks_for_its_reason_and_counts_only_with_it(
    gap: GapWorkspace, company: OpenCompany
) -> None:
    press("n")
    reason = gap.question_page.sheet.fields.row("reason")

    assert reason.isVisible()
    assert reason.editor.isAncestorOf(focused())
    assert gap.answered.text() == "0 of 52 answered"
    type_text(focused(), "We have no suppliers")
    click(Qt.Key.Key_Tab)
    assert gap.answered.text() == "1 of 52 answered"
    assert company.all(GapAnswer)[0].reason == "We have no suppliers"


def test_a_high_score_without_evidence_is_shown_as_claimed(gap: GapWorkspace) -> None:
    page = gap.question_page
    press("3")
    assert page.sheet.claimed.isVisible()
    assert page.sheet.claimed.text().startswith("Claimed, not shown")

    page.sheet.focus("evidence")
    type_text(focused(), "Minutes of 3 May")
    click(Qt.Key.Key_Tab)

    assert not page.sheet.claimed.isVisible()


def test_a_dropped_file_proves_the_answer(gap: GapWorkspace, company: OpenCompany, tmp_path: Path) -> None:
    photo = tmp_path / "عکس پوستر.png"
    photo.write_bytes(b"picture")
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(photo))])
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier

    gap.question_page.sheet.evidence.dropEvent(
        QDropEvent(QPointF(4, 4), Qt.DropAction.CopyAction, mime, left, none)
    )
    press("4")

    (answer,), (file,) = company.all(GapAnswer), company.all(Evidence)
    assert (file.subject, file.subject_id) == ("gap_answer", answer.id)
    assert answer.score == "4"
    assert not gap.question_page.sheet.claimed.isVisible()


def test_a_pasted_file_belongs_to_the_question_shown(
    gap: GapWorkspace, company: OpenCompany, tmp_path: Path, clipboard: QClipboard
) -> None:
    minutes = tmp_path / "minutes.txt"
    minutes.write_text("We decided.", encoding="utf-8")
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(minutes))])
    clipboard.setMimeData(mime)
    gap.question_page.go("Q203")

    QTest.keyClick(
        gap.question_page.sheet.evidence.attach_button, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier
    )

    (answer,) = company.all(GapAnswer)
    assert answer.question == "Q203"
    assert [one.file_name for one in company.evidence_of("gap_answer", answer.id)] == ["minutes.txt"]


def test_a_question_is_marked_and_unmarked(gap: GapWorkspace, company: OpenCompany) -> None:
    press("m")
    assert company.all(GapAnswer)[0].is_marked
    assert gap.question_page.sheet.head.mark.isVisible()

    gap.question_page.mark_button.click()

    assert not company.all(GapAnswer)[0].is_marked
    assert not gap.question_page.sheet.head.mark.isVisible()


def test_undo_takes_an_answer_back_and_the_question_stays(gap: GapWorkspace, company: OpenCompany) -> None:
    press("1")
    press("3")
    company.undo()
    assert gap.question_page.sheet.scores.value() == "1"

    company.undo()

    assert gap.question_page.sheet.scores.value() == ""
    assert gap.questionnaire.question_id == "Q101"
    assert company.all(GapRound) == ()


def test_a_change_of_language_keeps_the_place_and_what_is_typed(
    gap: GapWorkspace, company: OpenCompany
) -> None:
    gap.question_page.go("Q304")
    press("2")
    gap.question_page.sheet.focus("note")
    type_text(focused(), "Ask Sara")

    language.set_current(load_language("fa"))
    settle()

    assert gap.questionnaire.question_id == "Q304"
    assert gap.question_page.sheet.head.place.text() == "پرسش ۲۲ از ۵۲"
    assert gap.question_page.sheet.text.text().startswith("آیا به تماس‌های تلفنی")
    assert company.all(GapAnswer)[0].note == "Ask Sara"


def test_guidance_says_what_is_looked_for_in_the_language_of_the_window(gap: GapWorkspace) -> None:
    gap.question_page.go("Q107")
    labels = [label.text() for label in gap.question_page.guide.text.findChildren(QLabel)]

    assert "Charter text" in labels
    assert any("6.4" in text for text in labels)


def test_the_strip_leads_to_the_questions_of_the_key_area(gap: GapWorkspace) -> None:
    buttons = gap.question_page.strip.segments.buttons()
    assert len(buttons) == 10

    buttons[6].click()

    assert gap.questionnaire.question_id == "Q107"
    assert buttons[6].accessibleName() == "\u2066Q107\u2069 · Not answered yet"


def test_a_key_area_leads_to_its_first_open_question(gap: GapWorkspace) -> None:
    gap.question_page.areas.meters["R4"].click()

    assert gap.questionnaire.question_id == "Q401"
    assert len(gap.question_page.strip.segments.buttons()) == 8


def test_a_gap_becomes_an_action_once_somebody_closes_it_by_a_day(
    gap: GapWorkspace, company: OpenCompany
) -> None:
    page = gap.question_page
    asked: list[Place] = []
    gap.place_requested.connect(asked.append)
    press("1")
    page.sheet.closing.make_button.click()
    assert page.sheet.fields.row("owner").problem() == "Choose who closes the gap."
    assert page.sheet.fields.row("owner").editor.isAncestorOf(focused())

    page.sheet.fields.row("owner").editor.choose(SARA.id)  # type: ignore[attr-defined]
    page.sheet.focus("due")
    type_text(focused(), "2027-01-15")
    page.sheet.closing.make_button.click()

    (action,), (answer,) = company.all(Action), company.all(GapAnswer)
    assert (action.source, action.gap, action.owner, action.due) == (
        "gap",
        answer.id,
        SARA.id,
        date(2027, 1, 15),
    )
    assert not page.sheet.closing.make_button.isVisible()
    page.sheet.closing.open_button.click()
    assert asked == [Place("action", action.id)]


def test_a_reached_target_asks_for_nothing_more(gap: GapWorkspace) -> None:
    press("3")

    assert not gap.question_page.sheet.closing.isVisible()


def test_nothing_can_be_changed_in_a_company_opened_for_reading(opened: Opened, locked: OpenCompany) -> None:
    before = locked.all(GapAnswer)
    workspace = opened(locked)
    workspace.show_place()

    press("0")
    press("m")
    workspace.question_page.sheet.scores.button("1").click()

    assert locked.all(GapAnswer) == before
    assert not workspace.question_page.mark_button.isVisible()
    assert not workspace.question_page.sheet.closing.make_button.isVisible()


def test_a_place_shows_an_answer_of_an_earlier_round(opened: Opened, sample: OpenCompany) -> None:
    workspace = opened(sample)
    first = min(sample.all(GapRound), key=lambda one: one.started_on or date.max)
    answer = next(one for one in sample.all(GapAnswer) if one.round == first.id and one.question == "Q304")

    workspace.show_place(answer.id, "due")

    assert workspace.rounds.value() == first.id
    assert workspace.questionnaire.question_id == "Q304"
    assert workspace.question_page.sheet.fields.row("due").editor.isAncestorOf(focused())


def test_the_newest_round_is_worked_on(opened: Opened, sample: OpenCompany) -> None:
    newest = max(sample.all(GapRound), key=lambda one: one.started_on or date.min)

    assert opened(sample).rounds.value() == newest.id


def test_a_deleted_round_gives_way_to_the_newest_with_a_sentence(opened: Opened, sample: OpenCompany) -> None:
    told: list[News] = []
    workspace = opened(sample)
    workspace.told.connect(told.append)
    first, second = sorted(sample.all(GapRound), key=lambda one: one.started_on or date.max)

    sample.delete([second])

    assert workspace.questionnaire.standing.round == first
    assert "is not there any more" in told[0].text
    sample.undo()
    assert sorted(one.id for one in sample.all(GapRound)) == sorted((first.id, second.id))


def test_a_question_that_is_no_longer_asked_is_told_and_kept(opened: Opened, company: OpenCompany) -> None:
    round_ = GapRound(title="First", started_on=date(2026, 8, 1))
    lost = GapAnswer(round=round_.id, question="Q999", score="4")
    company.save_all([round_, lost])
    told: list[News] = []
    workspace = opened(company)
    workspace.told.connect(told.append)

    workspace.show_place(lost.id)

    assert told[0].text == "\u2066Q999\u2069 is no longer asked. Its answer is kept."
    assert company.all(GapAnswer) == (lost,)
    workspace.show_mode("list")
    assert "1 answer belongs to a question that is no longer asked" in workspace._pages["list"].lost.text()  # type: ignore[union-attr]


def test_what_somebody_else_is_called_now_does_not_disturb(gap: GapWorkspace, company: OpenCompany) -> None:
    press("1")
    company.delete([REZA])

    assert gap.question_page.sheet.scores.value() == "1"
