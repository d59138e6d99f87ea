"""Questions of a survey: taken, written, pasted, moved, left out, and what is said beside them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from models.content.survey import survey_model
from models.domain.records.feedback import QUESTION_TYPES, Survey, SurveyQuestion
from models.domain.survey.results import questions_of
from models.services.company import OpenCompany
from tests.e2e.driver import type_text
from tests.ui.stage import settle
from tests.ui.workspaces.survey.conftest import Opened
from tests.ui.workspaces.survey.guests import FOOD, LAST, PLACE, SURVEY
from ui.widgets.bilingual_edit import BilingualEdit
from ui.widgets.choices_edit import ChoicesEdit
from ui.widgets.long_text import LongText
from ui.workspaces.survey.question_row import QuestionRow
from ui.workspaces.survey.workspace import SurveyWorkspace


def texts(company: OpenCompany) -> list[str]:
    return [one.text.best("en") for one in questions_of(company, SURVEY.id)]


def row_of(workspace: SurveyWorkspace, question: SurveyQuestion) -> QuestionRow:
    row = next(one for one in workspace.questions.rows() if one.key == question.id)
    assert isinstance(row, QuestionRow)
    return row


def opened_row(workspace: SurveyWorkspace, question: SurveyQuestion) -> QuestionRow:
    workspace.questions.focus(question.id)
    settle()
    return row_of(workspace, question)


def write(row: QuestionRow, code: str, text: str, *, leave: bool = True) -> None:
    """Write the wording in a language, and leave the field."""
    assert row.fields is not None
    editor = row.fields.row("text").editor
    assert isinstance(editor, BilingualEdit)
    field = editor.fields[code]
    assert isinstance(field, LongText)
    field.area.setPlainText(text)
    if leave:
        row.fields.commit()
    settle()


def test_a_company_without_a_survey_begins_with_the_model_form(opened: Opened, company: OpenCompany) -> None:
    workspace = opened(company)
    assert workspace.empty.isVisible()

    workspace.empty.action.click()

    (survey,) = company.all(Survey)
    assert len(questions_of(company, survey.id)) == survey_model().most_questions
    assert len(workspace.questions.rows()) == survey_model().most_questions
    company.undo()
    assert workspace.empty.isVisible()


def test_some_or_all_model_questions_are_taken_with_one_press(opened: Opened, asking: OpenCompany) -> None:
    workspace = opened(asking)
    first = workspace.questions.offers[0]
    first.setFocus()

    QTest.keyClick(first, Qt.Key.Key_Return)
    assert len(texts(asking)) == 4
    workspace.questions.take_all_button.click()

    assert len(texts(asking)) == 13
    assert workspace.questions.offers == []
    assert "13 questions are asked; after 10" in workspace.questions.remarks.text()
    asking.undo()
    assert len(texts(asking)) == 4


@pytest.mark.parametrize("kind", QUESTION_TYPES)
def test_a_question_of_each_kind_is_saved_with_its_first_entry(
    opened: Opened, asking: OpenCompany, kind: str
) -> None:
    workspace = opened(asking)
    action = list(workspace.questions._kind_actions.values())[list(QUESTION_TYPES).index(kind)]

    action.trigger()
    assert len(texts(asking)) == 3
    row = workspace.questions.rows()[-1]
    assert isinstance(row, QuestionRow)
    write(row, "en", "How was the soup?")

    made = questions_of(asking, SURVEY.id)[-1]
    assert (made.order, made.type, made.text.get("en")) == (4, kind, "How was the soup?")
    assert row.fields is not None
    assert row.fields.row("options").isVisible() == (kind == "choice")


def test_a_question_is_typed_under_the_language_of_its_letters(opened: Opened, asking: OpenCompany) -> None:
    workspace = opened(asking)
    line = workspace.questions.line.line
    line.setFocus()

    type_text(line, "سوپ چطور بود؟")
    QTest.keyClick(line, Qt.Key.Key_Return)

    assert questions_of(asking, SURVEY.id)[-1].text.get("fa") == "سوپ چطور بود؟"
    assert line.text() == ""


def test_pasted_lines_are_as_many_questions_in_one_step(opened: Opened, asking: OpenCompany) -> None:
    workspace = opened(asking)
    QApplication.clipboard().setText("\n".join(f"Question {number}?" for number in range(15)))
    line = workspace.questions.line.line
    line.setFocus()

    QTest.keyClick(line, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)

    assert len(texts(asking)) == 18
    assert "18 questions are asked" in workspace.questions.remarks.text()
    asking.undo()
    assert len(texts(asking)) == 3


def test_questions_are_moved_by_keys(opened: Opened, asking: OpenCompany) -> None:
    workspace = opened(asking)
    row = row_of(workspace, PLACE)
    row.setFocus()

    QTest.keyClick(row, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)

    assert texts(asking)[:2] == ["Where?", "All in all, the food?"]
    assert [one.key for one in workspace.questions.rows()][:2] == [PLACE.id, FOOD.id]


def test_a_question_left_out_comes_back_by_undo(opened: Opened, asking: OpenCompany) -> None:
    workspace = opened(asking)
    row = row_of(workspace, PLACE)
    row.setFocus()

    QTest.keyClick(row, Qt.Key.Key_Delete)
    assert len(texts(asking)) == 2
    asking.undo()

    assert len(workspace.questions.rows()) == 3


def test_what_steers_or_asks_two_things_is_told_while_it_is_typed(
    opened: Opened, asking: OpenCompany
) -> None:
    workspace = opened(asking)
    row = opened_row(workspace, FOOD)

    write(row, "en", "How excellent and fresh was it?", leave=False)
    row.typed.emit()

    assert "How excellent" in row.remarks.text()
    assert "two things" in row.remarks.text()
    assert asking.find(SurveyQuestion, FOOD.id) == FOOD


def test_a_missing_language_and_a_missing_overall_question_are_told(
    opened: Opened, asking: OpenCompany
) -> None:
    workspace = opened(asking)
    assert "فارسی" in row_of(workspace, LAST).missing.text()
    assert not row_of(workspace, FOOD).missing.isVisible()
    assert workspace.questions.remarks.text() == ""

    asking.delete([FOOD])

    assert "overall" in workspace.questions.remarks.text()


def test_choices_stand_level_and_what_is_wrong_is_told_beside_them(
    opened: Opened, asking: OpenCompany
) -> None:
    workspace = opened(asking)
    row = opened_row(workspace, PLACE)
    assert row.fields is not None
    field = row.fields.row("options")
    choices = field.editor
    assert isinstance(choices, ChoicesEdit)

    choices.fill("en", 2, ["Garden"])
    kept = asking.find(SurveyQuestion, PLACE.id)
    assert kept is not None
    assert kept.options.get("en").splitlines() == ["Hall", "Home", "Garden"]
    assert "every language" in field._below.text()
    choices.fill("fa", 2, ["خانه"])

    assert "say the same" in field._below.text()


def test_a_question_deleted_elsewhere_keeps_what_is_being_typed(opened: Opened, asking: OpenCompany) -> None:
    workspace = opened(asking)
    row = opened_row(workspace, FOOD)
    write(row, "en", "How was the food today?", leave=False)

    asking.delete([FOOD])
    workspace.commit()

    assert row_of(workspace, FOOD) is row
    assert row.fields is not None
    assert "deleted meanwhile" in row.fields.row("text").problem()
    assert row.fields.value("text").get("en") == "How was the food today?"
    assert asking.find(SurveyQuestion, FOOD.id) is None


def test_nothing_can_be_changed_in_a_locked_file(opened: Opened, locked: OpenCompany) -> None:
    workspace = opened(locked)

    assert workspace.questions.rows()
    assert not workspace.questions.line.isVisible()
    assert not workspace.questions.add_button.isVisible()
    assert not workspace.questions.offers
    assert not workspace.bar.button.isVisible()
    assert workspace.print_button.isVisible()
