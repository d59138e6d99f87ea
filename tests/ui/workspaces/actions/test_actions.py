"""Board, list, and the action beside them."""

from __future__ import annotations

import dataclasses
from datetime import date, timedelta
from time import process_time
from typing import Any

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest

from models.domain.action_states import ActionState, state_of
from models.domain.gates.criterion import Place
from models.domain.records.control import Person
from models.domain.records.correction import Action
from models.localisation.language import load_language
from models.services.action_list import OVERDUE, ActionFilter
from models.services.company import OpenCompany
from tests.ui.stage import REZA, SARA, settle
from tests.ui.workspaces.actions.conftest import Build
from ui import language
from ui.theme import Tone
from ui.workspaces.actions.filter_bar import BOARD, LIST

TODAY = date.today()
PAST = TODAY - timedelta(days=70)


def action(company: OpenCompany, **values: Any) -> Action:
    known: dict[str, Any] = {
        "no": f"CA-{len(company.all(Action)) + 1:02}",
        "source": "complaint",
        "problem": "Delivered late",
        "steps": ("Second courier",),
        "owner": SARA.id,
        "opened_on": PAST,
        "due": TODAY,
    } | values
    made = Action(**known)
    company.save(made)
    settle()
    return made


def saved(company: OpenCompany, of: Action) -> Action:
    found = company.find(Action, of.id)
    assert found is not None
    return found


def cards(workspace: Any, state: ActionState) -> list[str]:
    model = workspace.view.actions_page.board.columns[state].list.cards
    return [model.card(row).no.strip("\u2066\u2069") for row in range(model.rowCount())]


def reminder(workspace: Any, field: str) -> str:
    return str(workspace.view.form.board.rows[field]._below.text())


def test_each_action_stands_in_the_column_of_its_state(company: OpenCompany, build: Build) -> None:
    workspace = build(company)
    action(company, steps=())
    action(company)
    action(company, done_on=TODAY)
    action(company, done_on=PAST, checked_on=TODAY, result="effective")

    assert [cards(workspace, state) for state in ActionState] == [["CA-01"], ["CA-02"], ["CA-03"], ["CA-04"]]


def test_overdue_comes_first_and_says_so_in_words(company: OpenCompany, build: Build) -> None:
    workspace = build(company)
    action(company)
    action(company, due=TODAY - timedelta(days=1))

    assert cards(workspace, ActionState.DOING) == ["CA-02", "CA-01"]
    card = workspace.view.actions_page.board.columns[ActionState.DOING].list.cards.card(0)
    assert card.day.startswith("Overdue since")
    assert card.tone is Tone.BROKEN


def test_alt_and_an_arrow_record_that_it_is_done_and_ask_for_the_check(
    company: OpenCompany, build: Build
) -> None:
    workspace = build(company)
    moving = action(company)
    board = workspace.view.actions_page.board
    board.choose(moving.id, focus=True)

    QTest.keyClick(board.columns[ActionState.DOING].list, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    settle()

    assert saved(company, moving).done_on == TODAY
    assert saved(company, moving).check_on is not None
    assert workspace.view.form.focused_field() == "check_on"
    company.undo()
    assert saved(company, moving) == moving


def test_in_persian_the_other_arrow_leads_on(company: OpenCompany, build: Build) -> None:
    language.set_current(load_language("fa"))
    workspace = build(company)
    workspace.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    moving = action(company)
    board = workspace.view.actions_page.board
    board.choose(moving.id, focus=True)

    QTest.keyClick(board.columns[ActionState.DOING].list, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)

    assert state_of(saved(company, moving)) is ActionState.WAITING


def test_dropping_on_closed_says_what_is_missing_beside_its_field(company: OpenCompany, build: Build) -> None:
    workspace = build(company)
    moving = action(company, done_on=PAST, check_on=TODAY)
    columns = workspace.view.actions_page.board.columns
    waiting, closed = columns[ActionState.WAITING].list.cards, columns[ActionState.CLOSED].list.cards

    carried = waiting.mimeData([waiting.index(0)])
    closed.dropMimeData(carried, Qt.DropAction.MoveAction, -1, -1, QModelIndex())
    QTest.qWait(1)
    settle()

    assert saved(company, moving) == moving
    assert workspace.view.form.focused_field() == "checked_on"
    assert reminder(workspace, "checked_on") == "Enter first when its effect was checked."


def test_arrows_go_from_column_to_column_and_enter_opens(company: OpenCompany, build: Build) -> None:
    workspace = build(company)
    action(company, steps=())
    second = action(company, done_on=TODAY)
    board = workspace.view.actions_page.board
    board.focus_cards()

    QTest.keyClick(board.columns[ActionState.OPEN].list, Qt.Key.Key_Right)
    QTest.keyClick(board.columns[ActionState.WAITING].list, Qt.Key.Key_Return)

    assert workspace.view.is_form_open
    assert workspace.view.form.record.id == second.id


def test_the_way_of_looking_is_remembered(company: OpenCompany, build: Build) -> None:
    action(company)
    workspace = build(company)
    assert workspace.view.actions_page.bar.modes.current() == BOARD

    QTest.mouseClick(workspace.view.actions_page.bar.modes.buttons[LIST], Qt.MouseButton.LeftButton)

    assert not workspace.view.actions_page.is_board
    assert build(company).view.actions_page.bar.modes.current() == LIST


@pytest.mark.parametrize(
    ("wanted", "left"),
    [
        (ActionFilter(source="audit"), ["CA-02"]),
        (ActionFilter(owner=REZA.id), ["CA-02"]),
        (ActionFilter(state=OVERDUE), ["CA-01"]),
        (ActionFilter(state=ActionState.WAITING), ["CA-02"]),
        (ActionFilter(source="audit", owner=SARA.id), []),
    ],
)
def test_filters_leave_what_they_say(
    company: OpenCompany, build: Build, wanted: ActionFilter, left: list[str]
) -> None:
    action(company, due=TODAY - timedelta(days=1))
    action(company, source="audit", owner=REZA.id, done_on=TODAY)
    page = build(company).view.actions_page

    page.narrow(wanted)
    page.table.finish_arranging()
    settle()

    table = page.table
    assert [table.action_at(row).no for row in range(table.rowCount())] == left
    assert [one for state in ActionState for one in cards(page.parent().parent().parent(), state)] == left


def test_two_thousand_actions_are_shown_at_once(company: OpenCompany, build: Build) -> None:
    many = [
        Action(no=f"CA-{number:04}", problem="Late", steps=("Do",), owner=SARA.id, due=TODAY)
        for number in range(2_000)
    ]
    company.save_all(many)
    before = process_time()
    workspace = build(company)
    workspace.view.actions_page.table.finish_arranging()
    settle()
    assert process_time() - before < 2.0
    assert len(cards(workspace, ActionState.DOING)) == 2_000

    page = workspace.view.actions_page
    before = process_time()
    page.bar.modes._choose(LIST)
    settle()
    assert process_time() - before < 0.5


# The action itself


def opened(company: OpenCompany, build: Build, **values: Any) -> tuple[Any, Action]:
    shown = action(company, **values)
    workspace = build(company)
    workspace.show_place(shown.id, "problem")
    settle()
    return workspace, shown


def test_switching_the_form_loses_nothing(company: OpenCompany, build: Build) -> None:
    workspace, shown = opened(company, build, method="8d", escape="Nobody looked", proof="Photo")
    rows = workspace.view.form.board.rows
    assert rows["escape"].isVisible()

    company.save(dataclasses.replace(shown, method="short"))
    settle()
    assert not rows["escape"].isVisible()
    assert saved(company, shown).escape == "Nobody looked"

    company.undo()
    settle()
    assert rows["escape"].isVisible()
    assert rows["escape"].editor.value() == "Nobody looked"


def test_each_answer_is_what_the_next_question_asks_about(company: OpenCompany, build: Build) -> None:
    workspace, shown = opened(company, build)
    chain = workspace.view.form.board.chain
    assert "Delivered late" in chain.lines[0].question.text()

    for answer in (
        "Part missing",
        "Ordered late",
        "Not checked",
        "No step",
        "No line in the form",
        "Old form",
    ):
        if chain.more_button.isVisible() and not any(not line.answer.standing() for line in chain.lines):
            chain.more_button.click()
        line = next(line for line in chain.lines if not line.answer.standing())
        line.answer.area.setPlainText(answer)
        line.answer.commit()

    assert len(saved(company, shown).whys) == 6
    assert "Part missing" in chain.lines[1].question.text()
    chain.root_button.click()
    assert saved(company, shown).cause == "Old form"


def test_blaming_people_is_remarked_beside_the_field(company: OpenCompany, build: Build) -> None:
    workspace, _shown = opened(company, build, steps=("Staff were warned",))

    assert reminder(workspace, "steps").startswith("To warn or remind people")


def test_a_day_to_come_is_refused_beside_the_field_and_stays_typed(
    company: OpenCompany, build: Build
) -> None:
    workspace, shown = opened(company, build)
    row = workspace.view.form.board.rows["done_on"]

    row.editor.line.setText((TODAY + timedelta(days=2)).isoformat())
    row.editor.commit()

    assert "clock" in row.problem()
    assert saved(company, shown) == shown


def test_a_closing_day_without_a_check_is_refused(company: OpenCompany, build: Build) -> None:
    workspace, shown = opened(company, build, done_on=PAST)
    row = workspace.view.form.board.rows["closed_on"]

    row.editor.line.setText(TODAY.isoformat())
    row.editor.commit()

    assert "only after a check" in row.problem()
    assert saved(company, shown).closed_on is None


def test_done_shows_the_proposed_check(company: OpenCompany, build: Build) -> None:
    workspace, shown = opened(company, build)
    rows = workspace.view.form.board.rows

    rows["done_on"].editor.line.setText(TODAY.isoformat())
    rows["done_on"].editor.commit()

    assert rows["check_on"].editor.value() == saved(company, shown).check_on is not None


def test_an_action_that_did_not_help_is_opened_again(company: OpenCompany, build: Build) -> None:
    workspace, shown = opened(
        company, build, done_on=PAST, checked_on=TODAY, check_result="Still late", result="not_effective"
    )
    view = workspace.view
    assert not view.course.next_button.isVisible()
    view.course.again_button.click()
    assert view.reopening.because.editor.value() == "Still late"
    view.reopening.confirm_button.click()
    assert view.reopening.due.problem() == "Enter by when it is to be done now."

    view.reopening.due.editor.set_value(TODAY + timedelta(days=9))
    view.reopening.confirm_button.click()
    settle()

    assert state_of(saved(company, shown)) is ActionState.DOING
    assert "Still late" in saved(company, shown).earlier
    assert not view.reopening.isVisible()


def test_an_owner_who_left_is_replaced(company: OpenCompany, build: Build) -> None:
    company.save(dataclasses.replace(REZA, left_on=PAST))
    workspace, _shown = opened(company, build, owner=REZA.id)

    assert "Choose another owner" in reminder(workspace, "owner")
    workspace.view.course.owner_button.click()
    assert workspace.view.form.focused_field() == "owner"


def test_what_it_came_from_is_a_link(sample: OpenCompany, build: Build) -> None:
    workspace = build(sample)
    first = next(one for one in sample.all(Action) if one.no == "CA-01")
    places: list[Place] = []
    workspace.place_requested.connect(places.append)
    workspace.show_place(first.id)
    settle()

    workspace.view.course.origins[0].click()

    assert places[0].register == "complaint"


def test_a_new_action_has_a_number_of_its_own(sample: OpenCompany, build: Build) -> None:
    workspace = build(sample)
    workspace.view.add_record()
    form = workspace.view.form
    form.board.editor("problem").area.setPlainText("Cold soup")
    form.commit()

    made = saved(sample, form.record)
    assert [one.no for one in sample.all(Action)].count(made.no) == 1
    assert made.opened_on == TODAY


def test_a_locked_company_shows_and_moves_nothing(locked: OpenCompany, build: Build) -> None:
    workspace = build(locked)
    first = locked.all(Action)[0]
    workspace.show_place(first.id)
    settle()

    workspace.view.move_action(first, ActionState.WAITING)

    assert not workspace.view.course.next_button.isVisible()
    assert not workspace.view.course.again_button.isVisible()
    assert saved(locked, first) == first


def test_the_board_follows_other_changes(company: OpenCompany, build: Build) -> None:
    workspace = build(company)
    shown = action(company)
    company.save(dataclasses.replace(shown, done_on=TODAY))
    settle()
    assert cards(workspace, ActionState.WAITING) == ["CA-01"]

    company.delete([saved(company, shown)])
    settle()
    assert cards(workspace, ActionState.WAITING) == []
    assert company.all(Person)
