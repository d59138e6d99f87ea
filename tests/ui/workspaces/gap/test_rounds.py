"""Rounds: starting, finishing, deleting, and comparing any two of them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from models.content.guidance import guidance
from models.domain.gates.criterion import Place
from models.domain.records.organisation import GapAnswer, GapRound
from models.domain.scoring import rounds_in_order
from models.localisation.language import load_language
from models.services.company import OpenCompany
from tests.ui.stage import HEIGHT, SARA, WIDTH, settle
from ui import language
from ui.registers.news import News
from ui.workspaces.gap.comparison import QUESTIONS
from ui.workspaces.gap.rounds import RoundsWorkspace

Opened = Callable[[OpenCompany], RoundsWorkspace]
FIRST = GapRound(title="First", started_on=date(2026, 8, 1))
SECOND = GapRound(title="Second", started_on=date(2026, 11, 1))
BEFORE, AFTER, CHANGE, BY = 2, 3, 4, 5


@pytest.fixture
def opened(qtbot: QtBot) -> Opened:
    """Return what opens the rounds of a company in a window of its own."""

    def open_it(of: OpenCompany) -> RoundsWorkspace:
        workspace = RoundsWorkspace(of)
        qtbot.addWidget(workspace)
        workspace.resize(WIDTH, HEIGHT)
        workspace.show()
        workspace.activateWindow()
        settle()
        return workspace

    return open_it


def answer(round_: GapRound, question: str, score: str, **more: str) -> GapAnswer:
    return GapAnswer(round=round_.id, question=question, score=score, **more)  # type: ignore[arg-type]


@pytest.fixture
def two(company: OpenCompany) -> OpenCompany:
    """A company with two rounds that differ in three answers."""
    company.save_all([FIRST, SECOND])
    for round_, scores in ((FIRST, "132"), (SECOND, "322")):
        for question, score in zip(("Q101", "Q102", "Q103"), scores, strict=True):
            company.save(answer(round_, question, score))
    company.save(answer(FIRST, "Q104", "na", reason="We have none"))
    return company


def test_the_first_round_is_started_from_the_empty_page(opened: Opened, company: OpenCompany) -> None:
    workspace = opened(company)
    assert workspace.empty.isVisible()
    workspace.empty.action.click()
    assert workspace.start.title.value() == "First round"
    assert not workspace.start.rows["copied"].isVisible()

    workspace.start.start_button.click()

    (started,) = company.all(GapRound)
    assert (started.title, started.started_on) == ("First round", date.today())
    assert workspace.sheet.isVisible()


def test_a_round_starts_with_copied_answers_or_blank(opened: Opened, two: OpenCompany) -> None:
    workspace = opened(two)
    for copied in (SECOND.id, "blank"):
        workspace.new_button.click()
        workspace.start.copied.set_value(copied)
        workspace.start.start_button.click()

    *_older, copy, blank = two.all(GapRound)
    scores = {one.question: one.score for one in two.all(GapAnswer) if one.round == copy.id}
    assert scores == {"Q101": "3", "Q102": "2", "Q103": "2"}
    assert not [one for one in two.all(GapAnswer) if one.round == blank.id]
    assert (copy.title, blank.title) == ("Round 3", "Round 4")


def test_a_round_without_a_name_is_refused_beside_the_field(opened: Opened, company: OpenCompany) -> None:
    workspace = opened(company)
    workspace.empty.action.click()
    workspace.start.title.line.setText("   ")

    workspace.start.start_button.click()

    assert "Give the round a name" in workspace.start.rows["title"].problem()
    assert company.all(GapRound) == ()


def test_a_round_with_open_questions_is_not_finished_and_leads_there(
    opened: Opened, two: OpenCompany
) -> None:
    asked: list[Place] = []
    workspace = opened(two)
    workspace.place_requested.connect(asked.append)

    workspace.sheet.finish_button.click()

    assert "49 of 52 are open, the first is \u2068Q104\u2069" in workspace.sheet.problem.text()
    workspace.sheet.go_button.click()
    assert asked == [Place("gap_answer", None, "score", "Q104")]


def test_a_finished_round_is_signed(opened: Opened, company: OpenCompany) -> None:
    company.save_all([FIRST, *(answer(FIRST, one.id, "2") for one in guidance().questions)])
    workspace = opened(company)
    workspace.sheet.finish_button.click()
    assert workspace.sheet.fields.row("signed_by").problem() == "Choose who signs the report of this round."

    workspace.sheet.fields.row("signed_by").editor.choose(SARA.id)  # type: ignore[attr-defined]
    workspace.sheet.finish_button.click()

    (signed,) = company.all(GapRound)
    assert (signed.signed_by, signed.signed_on) == (SARA.id, date.today())
    assert not workspace.sheet.finish_button.isVisible()


def test_two_rounds_are_compared_by_key_area(opened: Opened, two: OpenCompany) -> None:
    comparison = opened(two).comparison
    # R1 weighs 24; 3·1 + 2·3 + 2·2 = 13 of 88 without the question that does not apply, then 3·3 + 2·2 + 2·2.
    weights = sum(one.weight for one in guidance().by_area["R1"])
    before, after = 100 * 13 // (4 * (weights - 2)), 100 * 17 // (4 * weights)

    assert [comparison.areas.cell("R1", column) for column in (1, 2)] == [str(before), str(after)]
    assert comparison.areas.keys()[-1] == "overall"


def test_two_rounds_are_compared_by_question_with_differences_lit(opened: Opened, two: OpenCompany) -> None:
    comparison = opened(two).comparison
    comparison.kinds.buttons[QUESTIONS].click()
    table = comparison.questions

    assert [table.cell("Q101", at) for at in (BEFORE, AFTER, CHANGE)] == ["1", "3", "\u200e+2"]
    assert [table.cell("Q102", at) for at in (BEFORE, AFTER, CHANGE)] == ["3", "2", "\u200e\u22121"]
    assert [table.cell("Q104", at) for at in (BEFORE, AFTER, CHANGE)] == ["n/a", "—", ""]
    comparison.only.click()
    assert table.keys() == ["Q101", "Q102", "Q104"]


def test_any_two_rounds_are_compared_also_backwards(opened: Opened, two: OpenCompany) -> None:
    comparison = opened(two).comparison
    comparison.kinds.buttons[QUESTIONS].click()

    for box, round_ in ((comparison.before, SECOND), (comparison.after, FIRST)):
        box.box.setCurrentIndex(box.box.findData(round_.id))
        box.commit()

    assert comparison.questions.cell("Q101", CHANGE) == "\u200e\u22122"


def test_who_answered_when_stands_beside_each_answer(opened: Opened, two: OpenCompany) -> None:
    comparison = opened(two).comparison
    comparison.kinds.buttons[QUESTIONS].click()

    today = language.current().date(date.today())
    assert comparison.questions.cell("Q101", BY) == f"\u2068tester\u2069, {today}"
    assert comparison.questions.cell("Q110", BY) == ""


def test_a_round_deleted_while_compared_gives_way_with_a_sentence_and_comes_back(
    opened: Opened, two: OpenCompany
) -> None:
    two.save(GapRound(title="Third", started_on=date(2026, 11, 20)))
    workspace = opened(two)
    comparison = workspace.comparison
    told: list[News] = []
    workspace.told.connect(told.append)
    workspace._choose(FIRST.id)

    workspace.sheet.delete_button.click()

    assert comparison.gone.isVisible()
    assert comparison.before.value() == SECOND.id
    assert told[0].can_undo
    workspace.restore_button.click()
    assert [one.title for one in rounds_in_order(two)] == ["First", "Second", "Third"]
    assert len([one for one in two.all(GapAnswer) if one.round == FIRST.id]) == 4


def test_of_one_round_that_is_left_nothing_is_compared(opened: Opened, two: OpenCompany) -> None:
    workspace = opened(two)

    two.delete([FIRST])

    assert workspace.comparison.nothing.isVisible()
    assert not workspace.comparison.areas.isVisible()


def test_an_answer_to_a_question_that_is_no_longer_asked_stays_in_the_comparison(
    opened: Opened, two: OpenCompany
) -> None:
    two.save(answer(FIRST, "Q999", "4"))
    comparison = opened(two).comparison
    comparison.kinds.buttons[QUESTIONS].click()

    assert comparison.questions.cell("Q999", 1) == "This question is no longer asked; its answers are kept."
    assert comparison.questions.cell("Q999", BEFORE) == "4"


def test_a_row_of_the_comparison_leads_to_its_answer(opened: Opened, two: OpenCompany) -> None:
    asked: list[Place] = []
    workspace = opened(two)
    workspace.place_requested.connect(asked.append)
    workspace.comparison.kinds.buttons[QUESTIONS].click()

    workspace.comparison.questions.opened.emit("Q101")

    newest = next(one for one in two.all(GapAnswer) if one.round == SECOND.id and one.question == "Q101")
    assert asked == [Place("gap_answer", newest.id)]


def test_a_place_shows_a_round_and_its_field(opened: Opened, two: OpenCompany) -> None:
    workspace = opened(two)

    workspace.show_place(FIRST.id, "signed_by")

    assert workspace.sheet.fields.row("title").editor.value() == "First"
    assert workspace.sheet.fields.row("signed_by").editor.isAncestorOf(workspace.focusWidget() or workspace)


def test_rounds_speak_the_language_of_the_window(opened: Opened, two: OpenCompany) -> None:
    workspace = opened(two)
    workspace._choose(FIRST.id)

    language.set_current(load_language("fa"))
    settle()

    assert workspace.new_button.text() == "نوبت تازه"
    assert workspace.sheet.fields.row("title").editor.value() == "First"
    assert "از ۵۲ پاسخ داده شده" in workspace.list.rows[FIRST.id].accessibleName()


def test_rounds_to_read_only_cannot_be_changed(opened: Opened, locked: OpenCompany) -> None:
    workspace = opened(locked)

    workspace.show_new(GapRound())
    workspace.delete()

    assert len(locked.all(GapRound)) == 2
    assert not workspace.new_button.isVisible()
    assert not workspace.sheet.delete_button.isVisible()
