"""What holds once answers came in: changes are held back, slips corrected, new versions made."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from models.domain.gates.criterion import Place
from models.domain.records.feedback import Survey, SurveyQuestion
from models.domain.survey.results import questions_of
from models.domain.text import LocalText
from models.services.company import OpenCompany
from models.services.steps import tabs
from tests.ui.stage import Shown, settle
from tests.ui.workspaces.survey.conftest import Opened
from tests.ui.workspaces.survey.guests import FOOD, LAST, PLACE, SURVEY
from tests.ui.workspaces.survey.test_questions import opened_row, row_of, write
from ui.pages.step import StepPage
from ui.registers import News
from ui.widgets.choices_edit import ChoicesEdit
from ui.workspaces.survey.deeds import PLAN, QUESTIONS
from ui.workspaces.survey.workspace import SurveyWorkspace


def wording(company: OpenCompany, survey: Survey) -> list[str]:
    return [one.text.best("en") for one in questions_of(company, survey.id)]


def test_a_changed_wording_is_held_back_and_stays_in_its_field(opened: Opened, answered: OpenCompany) -> None:
    workspace = opened(answered)
    row = opened_row(workspace, FOOD)

    write(row, "en", "And the drinks?")

    assert row.fields is not None
    assert "1 answer came in with this version" in row.fields.row("text").problem()
    assert row.fields.value("text").get("en") == "And the drinks?"
    assert row.held.isVisible()
    assert answered.find(SurveyQuestion, FOOD.id) == FOOD


def test_a_slip_is_corrected_where_it_was_held(opened: Opened, answered: OpenCompany) -> None:
    row = opened_row(opened(answered), FOOD)
    write(row, "en", "All in all, the meal?")

    row.held.slip_button.click()

    kept = answered.find(SurveyQuestion, FOOD.id)
    assert kept is not None
    assert kept.text.get("en") == "All in all, the meal?"
    assert not row.held.isVisible()
    assert row.fields is not None
    assert row.fields.row("text").problem() == ""


def test_a_question_is_left_as_it_was_asked(opened: Opened, answered: OpenCompany) -> None:
    row = opened_row(opened(answered), FOOD)
    write(row, "en", "And the drinks?")

    row.held.leave_button.click()

    assert row.fields is not None
    assert row.fields.value("text") == FOOD.text
    assert not row.held.isVisible()


def test_a_held_change_becomes_a_new_version_in_one_step(opened: Opened, answered: OpenCompany) -> None:
    workspace = opened(answered)
    row = opened_row(workspace, FOOD)
    write(row, "en", "And the drinks?")

    row.held.version_button.click()

    second = workspace.survey
    assert second is not None
    assert (second.version, second.replaces) == (2, SURVEY.id)
    assert wording(answered, second)[0] == "And the drinks?"
    assert wording(answered, SURVEY)[0] == "All in all, the food?"
    assert workspace.surveys.list.entries[0].title.endswith("version 2")
    answered.undo()
    assert answered.all(Survey) == (SURVEY,)
    assert workspace.survey == SURVEY


def test_another_kind_of_answer_is_no_slip(opened: Opened, answered: OpenCompany) -> None:
    row = opened_row(opened(answered), FOOD)
    assert row.fields is not None
    kind = row.fields.row("type").editor
    kind.set_value("scale7")
    kind.edited.emit()

    assert row.held.isVisible()
    assert not row.held.slip_button.isVisible()
    row.held.version_button.click()

    assert [one.type for one in answered.all(SurveyQuestion) if one.order == 1] == ["scale5", "scale7"]


def test_one_more_choice_is_no_slip_either(opened: Opened, answered: OpenCompany) -> None:
    row = opened_row(opened(answered), PLACE)
    assert row.fields is not None
    choices = row.fields.row("options").editor
    assert isinstance(choices, ChoicesEdit)
    choices.fill("en", 2, ["Garden"])

    row.held.slip_button.click()

    assert answered.find(SurveyQuestion, PLACE.id) == PLACE
    assert not row.held.slip_button.isVisible()
    assert row.held.version_button.isVisible()


def test_a_missing_translation_is_saved_as_ever(opened: Opened, answered: OpenCompany) -> None:
    row = opened_row(opened(answered), LAST)

    write(row, "fa", "دیگر چه؟")

    kept = answered.find(SurveyQuestion, LAST.id)
    assert kept is not None
    assert kept.text == LocalText(en="What else?", fa="دیگر چه؟")
    assert not row.held.isVisible()


def test_an_answered_question_is_left_out_of_a_new_version_only(
    opened: Opened, answered: OpenCompany
) -> None:
    workspace = opened(answered)
    row = row_of(workspace, PLACE)
    row.setFocus()

    QTest.keyClick(row, Qt.Key.Key_Delete)
    assert len(wording(answered, SURVEY)) == 3
    assert "Make a new version first" in row.held.text.text()
    row.held.version_button.click()

    assert workspace.survey is not None
    assert wording(answered, workspace.survey) == ["All in all, the food?", "What else?"]


def test_the_order_of_answered_questions_is_kept_and_told(opened: Opened, answered: OpenCompany) -> None:
    workspace = opened(answered)
    told: list[News] = []
    workspace.told.connect(told.append)
    row = row_of(workspace, PLACE)
    row.setFocus()

    QTest.keyClick(row, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)

    assert wording(answered, SURVEY)[0] == "All in all, the food?"
    assert "in this order" in told[0].text


def test_the_bar_says_what_came_in_and_what_replaced_it(opened: Opened, answered: OpenCompany) -> None:
    workspace = opened(answered)
    assert "1 answer came in with this version" in workspace.bar.text.text()

    workspace.bar.button.click()
    assert not workspace.bar.isVisible()
    workspace.surveys.list.setCurrentRow(1)

    assert workspace.survey == SURVEY
    assert "version 2" in workspace.bar.text.text()


def test_a_version_with_answers_is_not_deleted(opened: Opened, answered: OpenCompany) -> None:
    workspace = opened(answered)

    workspace.delete_action.trigger()
    assert answered.all(Survey) == (SURVEY,)
    workspace.make_version()
    workspace.delete_action.trigger()

    assert answered.all(Survey) == (SURVEY,)
    answered.undo()
    assert len(answered.all(Survey)) == 2


def test_another_survey_has_a_code_of_its_own(opened: Opened, asking: OpenCompany) -> None:
    workspace = opened(asking)

    workspace.surveys.add_button.click()

    assert sorted(one.no for one in asking.all(Survey)) == ["S-01", "S-02"]
    assert workspace.modes.current() == PLAN
    workspace.show_mode(QUESTIONS)
    assert workspace.questions.rows() == []


def test_tasks_and_findings_lead_to_plan_and_questions(shown: Shown[StepPage], asking: OpenCompany) -> None:
    page = shown(StepPage(asking, 6))
    page.work.show_document(False)
    places = {
        Place("survey"): PLAN,
        Place("survey_question"): QUESTIONS,
        Place("survey", SURVEY.id, "rule"): PLAN,
        Place("survey_question", PLACE.id, "text"): QUESTIONS,
    }
    for place, mode in places.items():
        page.work.reveal(place)
        settle()

        workspace = page.work.current_body()
        assert isinstance(workspace, SurveyWorkspace)
        assert workspace.modes.current() == mode
    assert row_of(workspace, PLACE).is_open
    assert "survey_question" not in [tab.key for tab in tabs(6)]
