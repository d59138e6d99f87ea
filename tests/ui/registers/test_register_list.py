from __future__ import annotations

import dataclasses
from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from models.domain.records.charter import Indicator, Promise
from models.domain.records.commitment import BudgetItem, Role
from models.domain.records.control import Person
from models.domain.records.operation import Complaint, SupplierNotice
from models.domain.records.organisation import Law, Party
from models.domain.sentences import Sentence
from models.domain.text import LocalText
from models.localisation.language import load_language
from models.services.company import OpenCompany
from tests.ui.registers.showing import Opened
from tests.ui.stage import SARA
from ui import language
from ui.registers import News, RegisterView
from ui.widgets.notice_bar import NoticeKind

LAWS = [Law(title=title, duty="Keep it") for title in ("Trade", "Consumer", "Food")]


@pytest.fixture
def laws(company: OpenCompany, opened: Opened) -> RegisterView:
    company.save_all(LAWS)
    view = opened("law")
    view.list.grid.choose(LAWS[0].id, 0)
    view.list.grid.setFocus()
    return view


def column(view: RegisterView, name: str) -> int:
    return [spec.name for spec in view.model.columns].index(name)


def typing(qtbot: QtBot, view: RegisterView) -> QLineEdit:
    """Return the line that takes the keys of the open cell."""
    editor = view.list.grid.cells.open_editor
    assert editor is not None
    qtbot.waitUntil(lambda: editor.isAncestorOf(view.window().focusWidget() or view))
    line = view.window().focusWidget()
    assert isinstance(line, QLineEdit)
    return line


def current(view: RegisterView) -> tuple[str, str]:
    index = view.list.grid.currentIndex()
    return view.model.cell(index.row(), 0), view.model.columns[index.column()].name


def news_of(view: RegisterView) -> list[News]:
    told: list[News] = []
    view.told.connect(told.append)
    return told


def test_typing_into_a_cell_replaces_its_text(company: OpenCompany, laws: RegisterView, qtbot: QtBot) -> None:
    QTest.keyClicks(laws.list.grid, "T")
    field = typing(qtbot, laws)
    QTest.keyClicks(field, "ax")
    QTest.keyClick(field, Qt.Key.Key_Return)

    assert company.all(Law)[0].title == "Tax"


def test_enter_saves_and_goes_on_to_the_next_cell(laws: RegisterView, qtbot: QtBot) -> None:
    QTest.keyClick(laws.list.grid, Qt.Key.Key_F2)

    QTest.keyClick(typing(qtbot, laws), Qt.Key.Key_Return)

    assert current(laws) == ("Trade", "article")
    assert laws.list.grid.cells.open_editor is not None


def test_tab_and_shift_tab_move_between_cells(laws: RegisterView, qtbot: QtBot) -> None:
    QTest.keyClick(laws.list.grid, Qt.Key.Key_F2)
    QTest.keyClick(typing(qtbot, laws), Qt.Key.Key_Tab)
    forward = current(laws)

    QTest.keyClick(typing(qtbot, laws), Qt.Key.Key_Backtab)

    assert forward == ("Trade", "article")
    assert current(laws) == ("Trade", "title")


def test_escape_gives_up_what_was_typed(company: OpenCompany, laws: RegisterView, qtbot: QtBot) -> None:
    QTest.keyClick(laws.list.grid, Qt.Key.Key_F2)
    field = typing(qtbot, laws)
    QTest.keyClicks(field, "Nonsense")

    QTest.keyClick(field, Qt.Key.Key_Escape)

    assert company.all(Law)[0].title == "Trade"
    assert laws.list.grid.cells.open_editor is None


def test_a_value_that_cannot_be_read_stays_in_the_open_cell(
    company: OpenCompany, opened: Opened, qtbot: QtBot
) -> None:
    company.save(Complaint(no="C-1", received_on=date(2026, 11, 22)))
    view = opened("complaint")
    view.list.grid.choose(view.model.rows()[0], column(view, "received_on"))
    view.list.grid.setFocus()
    QTest.keyClick(view.list.grid, Qt.Key.Key_F2)
    field = typing(qtbot, view)
    field.selectAll()
    QTest.keyClicks(field, "1405/12/30")

    QTest.keyClick(field, Qt.Key.Key_Return)

    assert "1405" in view.list.notice.text()
    assert field.text() == "1405/12/30"
    assert company.all(Complaint)[0].received_on == date(2026, 11, 22)


def test_a_refused_value_is_kept_when_another_cell_is_clicked(
    company: OpenCompany, opened: Opened, qtbot: QtBot
) -> None:
    company.save(Law(title="Trade"))
    view = opened("law")
    view.list.grid.choose(view.model.rows()[0], 0)
    QTest.keyClick(view.list.grid, Qt.Key.Key_F2)
    field = typing(qtbot, view)
    field.setText("x" * 1_001)

    other = view.list.grid.visualRect(view.model.index(0, 1)).center()
    QTest.mouseClick(view.list.grid.viewport(), Qt.MouseButton.LeftButton, pos=other)

    qtbot.waitUntil(lambda: view.list.grid.cells.is_refusing)
    assert len(field.text()) == 1_001
    assert company.all(Law)[0].title == "Trade"


def test_digits_of_any_shape_make_a_number(company: OpenCompany, opened: Opened, qtbot: QtBot) -> None:
    company.save(Promise(text=LocalText(en="Quick"), number=Decimal(1)))
    view = opened("promise")
    view.list.grid.choose(view.model.rows()[0], column(view, "number"))
    QTest.keyClick(view.list.grid, Qt.Key.Key_F2)
    field = typing(qtbot, view)
    field.setText("۱۲٫۵")

    QTest.keyClick(field, Qt.Key.Key_Return)

    assert company.all(Promise)[0].number == Decimal("12.5")


def test_a_cell_in_several_languages_changes_the_present_one(
    company: OpenCompany, opened: Opened, qtbot: QtBot
) -> None:
    company.save(Party(name=LocalText(fa="مشتریان", en="Customers")))
    view = opened("party")
    view.list.grid.choose(view.model.rows()[0], 0)
    QTest.keyClick(view.list.grid, Qt.Key.Key_F2)
    field = typing(qtbot, view)
    field.setText("Guests")

    QTest.keyClick(field, Qt.Key.Key_Return)

    assert company.all(Party)[0].name == LocalText(fa="مشتریان", en="Guests")


@pytest.mark.parametrize(("code", "key"), [("en", Qt.Key.Key_Right), ("fa", Qt.Key.Key_Left)])
def test_the_arrow_along_the_text_goes_to_the_next_column(
    laws: RegisterView, qtbot: QtBot, code: str, key: Qt.Key
) -> None:
    language.set_current(load_language(code))
    laws.list.grid.choose(LAWS[0].id, 0)

    QTest.keyClick(laws.list.grid, key)

    assert current(laws) == ("Trade", "article")


def test_space_turns_a_yes_or_no_over(company: OpenCompany, opened: Opened, qtbot: QtBot) -> None:
    company.save(SupplierNotice(supplier="Dairy", part="Fresh milk"))
    view = opened("supplier_notice")
    view.list.grid.choose(view.model.rows()[0], column(view, "is_agreed"))

    QTest.keyClick(view.list.grid, Qt.Key.Key_Space)

    assert company.all(SupplierNotice)[0].is_agreed


def test_delete_moves_to_the_bin_and_offers_to_undo(
    company: OpenCompany, laws: RegisterView, qtbot: QtBot
) -> None:
    told = news_of(laws)

    QTest.keyClick(laws.list.grid, Qt.Key.Key_Delete)

    assert [law.title for law in company.all(Law)] == ["Consumer", "Food"]
    assert [(news.kind, news.can_undo) for news in told] == [(NoticeKind.UNDO, True)]
    assert current(laws)[0] == "Consumer"


def test_what_is_never_deleted_opens_where_it_is_cancelled(
    company: OpenCompany, opened: Opened, qtbot: QtBot
) -> None:
    company.save(Complaint(no="C-1"))
    view = opened("complaint")
    told = news_of(view)
    view.list.grid.choose(view.model.rows()[0])

    QTest.keyClick(view.list.grid, Qt.Key.Key_Delete)

    assert len(company.all(Complaint)) == 1
    assert told[0].kind is NoticeKind.ERROR
    assert view.is_form_open
    assert view.form.board.editor("cancelled_because").isAncestorOf(view.window().focusWidget() or view)


def test_several_rows_are_deleted_in_one_step(company: OpenCompany, laws: RegisterView) -> None:
    laws.list.grid.selectAll()
    laws.list.delete_chosen()
    gone = len(company.all(Law))

    company.undo()

    assert (gone, len(company.all(Law))) == (0, 3)


def test_the_selection_survives_sorting(laws: RegisterView) -> None:
    laws.list.grid.choose(LAWS[1].id)

    laws.list.grid.horizontalHeader().setSortIndicator(0, Qt.SortOrder.AscendingOrder)

    assert [record.id for record in laws.list.grid.chosen_records()] == [LAWS[1].id]
    assert laws.list.grid.currentIndex().row() == 0


def test_a_duplicate_is_saved_and_chosen(company: OpenCompany, laws: RegisterView) -> None:
    laws.duplicate()

    copy = company.all(Law)[-1]
    assert dataclasses.replace(copy, id=LAWS[0].id) == LAWS[0]
    assert laws.list.grid.chosen_records() == [copy]


def test_the_count_tells_how_many_are_found(laws: RegisterView) -> None:
    whole = laws.list.toolbar.count.text()

    laws.model.search("food")

    assert (whole, laws.list.toolbar.count.text()) == ("3 entries", "1 of 3")


def test_an_empty_list_says_what_belongs_there(opened: Opened) -> None:
    view = opened("law")

    assert view.list.pages.currentWidget() is view.list.empty
    assert not view.list.toolbar.add_button.isVisible()


def test_a_search_without_result_offers_to_show_all(laws: RegisterView, qtbot: QtBot) -> None:
    laws.list.toolbar.search.setText("nowhere")
    qtbot.waitUntil(lambda: laws.list.pages.currentWidget() is laws.list.nothing_found)

    laws.list.nothing_found.action_requested.emit()

    assert laws.model.rowCount() == 3
    assert laws.list.pages.currentWidget() is laws.list.grid


def test_the_model_fills_an_empty_list_in_one_step(company: OpenCompany, opened: Opened) -> None:
    view = opened("role")
    told = news_of(view)

    view.list.empty.example_requested.emit()
    filled = len(company.all(Role))
    company.undo()

    assert (filled, len(company.all(Role))) == (3, 0)
    assert told[0].can_undo


def test_a_model_that_needs_the_trade_says_so(company: OpenCompany, opened: Opened) -> None:
    view = opened("promise")
    told = news_of(view)

    view.list.fill_from_model()

    assert told[0].kind is NoticeKind.ERROR
    assert not company.all(Promise) + company.all(Indicator)  # type: ignore[operator]


def test_the_bin_is_shown_and_gives_back(company: OpenCompany, laws: RegisterView) -> None:
    company.delete(LAWS)
    laws.list.show_bin()

    laws.list.restore_chosen()
    laws.leave_form()

    assert laws.model.rowCount() == 3


def test_what_is_typed_in_a_cell_survives_a_change_of_language(
    company: OpenCompany, laws: RegisterView, qtbot: QtBot
) -> None:
    QTest.keyClick(laws.list.grid, Qt.Key.Key_F2)
    field = typing(qtbot, laws)
    field.setText("Trade act")

    language.set_current(load_language("fa"))

    assert company.all(Law)[0].title == "Trade act"


def test_no_table_is_wider_than_its_place(laws: RegisterView) -> None:
    for width in (420, 750, 1_400):
        laws.resize(width, 600)

        header = laws.list.grid.horizontalHeader()
        assert header.length() == laws.list.grid.viewport().width()


def test_a_person_is_picked_in_the_cell(company: OpenCompany, opened: Opened, qtbot: QtBot) -> None:
    company.save(Role(role="trainer"))
    view = opened("role")
    view.list.grid.choose(view.model.rows()[0], column(view, "person"))
    QTest.keyClick(view.list.grid, Qt.Key.Key_F2)
    field = typing(qtbot, view)
    QTest.keyClicks(field, "nouri")

    QTest.keyClick(field, Qt.Key.Key_Tab)

    assert company.all(Role)[0].person == SARA.id


def test_a_file_that_can_only_be_read_offers_no_change(
    company: OpenCompany, laws: RegisterView, qtbot: QtBot
) -> None:
    company.forbid_writing(Sentence("Somebody else has it open."))

    QTest.keyClick(laws.list.grid, Qt.Key.Key_F2)

    assert laws.list.grid.cells.open_editor is None
    assert not laws.list.toolbar.add_button.isVisible()


def test_people_are_a_register_like_any_other(company: OpenCompany, opened: Opened) -> None:
    view = opened("person")

    assert view.model.rowCount() == len(company.all(Person))


def test_a_budget_shows_what_it_comes_to(company: OpenCompany, opened: Opened) -> None:
    company.save_all(
        BudgetItem(item=item, amount=Decimal(amount), currency="ریال")
        for item, amount in (("Training", 1_200_000), ("Printing", 300_000))
    )
    view = opened("budget_item")

    assert view.list.toolbar.count.text() == "2 entries · 1,500,000 \u2068ریال\u2069 in total"

    language.set_current(load_language("fa"))

    assert view.list.toolbar.count.text() == "۲ مورد · جمع: ۱٬۵۰۰٬۰۰۰ \u2068ریال\u2069"
