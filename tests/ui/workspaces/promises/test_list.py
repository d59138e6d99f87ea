"""The list of promises: state, filters, order."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from decimal import Decimal
from time import perf_counter

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest

from models.domain.records.charter import Promise
from models.domain.text import LocalText
from models.localisation.language import load_language
from models.services.company import OpenCompany
from tests.ui.stage import settle
from tests.ui.workspaces.promises.conftest import Build
from tests.ui.workspaces.promises.listed import promises
from ui import language
from ui.theme import Tone
from ui.workspaces.promises.list_page import PromiseList
from ui.workspaces.promises.workspace import PromiseWorkspace


def listed(workspace: PromiseWorkspace) -> PromiseList:
    return workspace.editor.promises


def texts(workspace: PromiseWorkspace, column: int) -> list[str]:
    table = listed(workspace).table
    return [table.cell(row, column) for row in range(table.rowCount())]


def orders(company: OpenCompany) -> list[tuple[int | None, str]]:
    return [(one.order, one.text.get("en")[:12]) for one in promises(company)]


def three(company: OpenCompany) -> Sequence[Promise]:
    made = [Promise(order=number, text=LocalText(en=f"Promise {number}")) for number in (1, 2, 3)]
    company.save_all(made)
    return made


def test_each_promise_says_how_far_it_is(company: OpenCompany, sample: OpenCompany, build: Build) -> None:
    assert texts(build(sample), 2) == ["Complete"] * 6

    three(company)
    assert texts(build(company), 2) == ["9 points open"] * 3


def test_the_tone_only_supports_the_words(company: OpenCompany, build: Build) -> None:
    three(company)
    table = listed(build(company)).table

    assert table.tone(0, 2) is Tone.LATE
    assert table.tone(0, 1) is Tone.TEXT


@pytest.mark.parametrize(("code", "words"), [("en", "Persian"), ("fa", "فارسی")])
def test_a_language_that_lags_is_named_in_the_language_of_the_window(
    company: OpenCompany, build: Build, code: str, words: str
) -> None:
    language.set_current(load_language(code))
    three(company)

    (said,) = {text.replace("\u2068", "").replace("\u2069", "") for text in texts(build(company), 3)}

    assert said == words


def test_filters_keep_what_they_say_and_count_it(sample: OpenCompany, build: Build) -> None:
    first, second = promises(sample)[:2]
    sample.save_all(
        [
            dataclasses.replace(first, owner=None),
            dataclasses.replace(second, remedy=second.remedy.with_("en", "")),
        ]
    )
    workspace = build(sample)
    page = listed(workspace)
    page.table._counting.finish()

    assert [chip.text() for chip in page.chips.values()][1].startswith("Points open (1)")
    for key, kept in (("open", [first]), ("en", [second]), ("fa", []), ("all", list(promises(sample)))):
        page.chips[key].click()
        assert [str(one) for one in page.table.rows()] == [one.id for one in kept], key


def test_nothing_found_leads_back_to_all(sample: OpenCompany, build: Build) -> None:
    page = listed(build(sample))
    page.chips["open"].click()
    assert page.pages.currentWidget() is page.nothing_found

    page.nothing_found.action.click()

    assert page.table.rowCount() == 6


def test_alt_and_an_arrow_move_a_promise(company: OpenCompany, build: Build) -> None:
    first, _second, _third = three(company)
    workspace = build(company)
    page = listed(workspace)
    page.grid.setFocus()
    page.grid.choose(first.id)

    QTest.keyClick(page.grid, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)

    assert orders(company) == [(1, "Promise 2"), (2, "Promise 1"), (3, "Promise 3")]
    assert [record.id for record in page.grid.chosen_records()] == [first.id]

    QTest.keyClick(page.grid, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(page.grid, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)

    assert orders(company) == [(1, "Promise 1"), (2, "Promise 2"), (3, "Promise 3")]


def test_moving_is_one_step_to_undo(company: OpenCompany, build: Build) -> None:
    first, *_others = three(company)
    page = listed(build(company))
    page.table.move([first.id], None)

    company.undo()

    assert orders(company) == [(1, "Promise 1"), (2, "Promise 2"), (3, "Promise 3")]
    assert list(page.table.rows()) == [one.id for one in promises(company)]


@pytest.mark.parametrize(
    ("dragged", "at", "wanted"),
    [
        ([2], 0, ["Promise 3", "Promise 1", "Promise 2"]),
        ([0], 3, ["Promise 2", "Promise 3", "Promise 1"]),
        ([0, 1], 3, ["Promise 3", "Promise 1", "Promise 2"]),
        ([1], 1, ["Promise 1", "Promise 2", "Promise 3"]),
    ],
)
def test_rows_are_dropped_between_others(
    company: OpenCompany, build: Build, dragged: list[int], at: int, wanted: list[str]
) -> None:
    three(company)
    table = listed(build(company)).table
    carried = table.mimeData([table.index(row, 0) for row in dragged])

    table.dropMimeData(carried, Qt.DropAction.MoveAction, at, 0, QModelIndex())

    assert [name for _order, name in orders(company)] == wanted


def test_promises_with_the_same_number_are_numbered_anew(company: OpenCompany, build: Build) -> None:
    company.save_all(Promise(order=1, text=LocalText(en=f"Promise {at}")) for at in range(3))
    page = listed(build(company))

    page.table.step([page.table.rows()[2]], -1)

    assert [order for order, _name in orders(company)] == [1, 2, 3]


def test_a_locked_company_is_put_in_no_other_order(locked: OpenCompany, build: Build) -> None:
    page = listed(build(locked))
    before = list(page.table.rows())
    page.grid.choose(before[0])

    page.down_action.trigger()

    assert list(page.table.rows()) == before
    assert not page.table.flags(page.table.index(0, 0)) & Qt.ItemFlag.ItemIsDragEnabled


def test_what_is_deleted_comes_back_from_the_bin(sample: OpenCompany, build: Build) -> None:
    page = listed(build(sample))
    gone = page.table.rows()[2]
    page.grid.choose(gone)
    page.toolbar.delete_action.trigger()
    assert page.table.rowCount() == 5

    page.toolbar.bin_action.trigger()
    page.grid.choose(gone)
    page.toolbar.restore_button.click()
    page.leave_bin()

    assert page.table.rows()[2] == gone


def test_an_empty_company_is_led_to_the_models(company: OpenCompany, build: Build) -> None:
    workspace = build(company)
    page = listed(workspace)
    assert page.pages.currentWidget() is page.empty

    page.empty.example.click()

    assert workspace.models.isVisible()


def test_five_hundred_promises_stay_fluid(company: OpenCompany, build: Build) -> None:
    text = LocalText(
        en="Your dish is on the table within 25 minutes.", fa="غذای شما تا ۲۵ دقیقه روی میز است."
    )
    company.save_all(Promise(order=at, text=text, number=Decimal(25)) for at in range(1, 501))
    workspace = build(company)
    page = listed(workspace)
    page.table._counting.finish()

    started = perf_counter()
    page.narrow("open")
    page.narrow("all")
    page.table.step([page.table.rows()[4]], 1)
    took = perf_counter() - started
    settle()

    assert page.table.rowCount() == 500
    assert took < 2


def test_texts_follow_the_language(sample: OpenCompany, build: Build) -> None:
    page = listed(build(sample))

    language.set_current(load_language("fa"))
    settle()

    assert page.table.cell(0, 2) == "کامل"
    assert page.chips["all"].text().startswith("همه")
