"""One promise: what it lacks while it is typed, what belongs to it, and which language lags."""

from __future__ import annotations

import dataclasses
from decimal import Decimal
from time import perf_counter
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot

from models.domain.fields import Record
from models.domain.gates.criterion import Place
from models.domain.promise_quality import Point
from models.domain.records.audit import Audit, AuditCheck
from models.domain.records.charter import Indicator, Procedure, Promise, Risk
from models.domain.records.feedback import Survey, SurveyQuestion
from models.domain.records.organisation import Baseline
from models.domain.records.training import SkillNeed
from models.domain.text import LocalText
from models.localisation.language import load_language
from models.services.company import OpenCompany
from tests.documents.readers import pdfium
from tests.e2e.driver import type_text
from tests.ui.stage import SARA, settle
from tests.ui.workspaces.promises.conftest import Build
from tests.ui.workspaces.promises.listed import promises
from ui import language
from ui.widgets.bilingual_edit import BilingualEdit
from ui.widgets.long_text import LongText
from ui.workspaces.promises.form import PromiseForm
from ui.workspaces.promises.workspace import PromiseWorkspace

BELONGING: list[type[Record]] = [Indicator, Procedure, Risk, SurveyQuestion, SkillNeed, AuditCheck]
_WAIT_MS = 20_000
TEXT = LocalText(en="Your dish is there within 25 minutes.", fa="غذای شما تا ۲۵ دقیقه روی میز است.")


@pytest.fixture
def workspace(company: OpenCompany, build: Build) -> PromiseWorkspace:
    """The builder with one promise open that says hardly anything."""
    promise = Promise(order=1, text=TEXT)
    company.save(promise)
    made = build(company)
    made.show_place(promise.id)
    settle()
    return made


def form(workspace: PromiseWorkspace) -> PromiseForm:
    return workspace.editor.promise_form


def area(workspace: PromiseWorkspace, field: str, code: str) -> QPlainTextEdit:
    editor = cast(BilingualEdit, form(workspace).board.editor(field))
    return cast(LongText, editor.fields[code]).area


def write(workspace: PromiseWorkspace, field: str, code: str, text: str) -> None:
    """Type a text and look at once, as after a short rest."""
    target = area(workspace, field, code)
    target.setFocus()
    target.selectAll()
    type_text(target, text)
    form(workspace).look()


def open_points(workspace: PromiseWorkspace) -> set[Point]:
    workspace.editor.quality.more_chip.click()
    return {point for point, chip in workspace.editor.quality.chips.items() if chip.isVisible()}


def marked(target: QPlainTextEdit) -> list[str]:
    """Return the parts of a text that are underlined."""
    block, found = target.document().firstBlock(), []
    while block.isValid():
        for piece in block.layout().formats():
            if piece.format.underlineStyle() != piece.format.UnderlineStyle.NoUnderline:
                found.append(block.text()[piece.start : piece.start + piece.length])
        block = block.next()
    return found


def test_typing_meets_a_point_before_anything_is_saved(workspace: PromiseWorkspace) -> None:
    assert Point.CONDITIONS in open_points(workspace)

    write(workspace, "conditions", "en", "In the dining room")

    assert Point.CONDITIONS not in open_points(workspace)
    assert not promises(workspace.company)[0].conditions


@pytest.mark.parametrize(
    ("code", "text", "words"),
    [
        ("en", "We answer as soon as possible 🙂 and promptly", ["as soon as possible", "promptly"]),
        ("fa", "🙂 در اسرع وقت و به زودي پاسخ می‌دهیم", ["در اسرع وقت", "به زودي"]),
    ],
)
def test_vague_words_are_marked_while_they_are_typed(
    workspace: PromiseWorkspace, code: str, text: str, words: list[str]
) -> None:
    write(workspace, "text", code, text)

    target = area(workspace, "text", code)
    units = target.toPlainText().encode("utf-16-le")
    assert [
        units[2 * piece.start : 2 * (piece.start + piece.length)].decode("utf-16-le")
        for piece in target.document().firstBlock().layout().formats()
    ] == words
    assert Point.VAGUE in open_points(workspace)
    assert words[0] in form(workspace).board.rows["text"]._below.text()


@pytest.mark.parametrize(("code", "word"), [("en", "soon"), ("fa", "به‌زودی")])
def test_a_time_limit_that_says_nothing_is_told_beside_it(
    workspace: PromiseWorkspace, code: str, word: str
) -> None:
    write(workspace, "time_limit", code, word)

    assert marked(area(workspace, "time_limit", code)) == [word]
    assert word in form(workspace).board.rows["time_limit"]._below.text()


def test_enter_goes_on_in_a_text_of_one_paragraph(workspace: PromiseWorkspace) -> None:
    target = area(workspace, "time_limit", "en")
    target.setFocus()

    QTest.keyClick(target, Qt.Key.Key_Return)

    assert QApplication.focusWidget() is not target
    assert target.toPlainText() == ""


def test_each_open_point_is_explained_and_leads_to_its_field(workspace: PromiseWorkspace) -> None:
    panel = workspace.editor.quality
    panel.more_chip.click()
    panel.chips[Point.REMEDY].click()
    assert "There is no remedy" in panel.reason.text()

    panel.mend_button.click()

    assert form(workspace).focused_field() == "remedy"


def test_a_few_open_points_are_shown_at_a_time(workspace: PromiseWorkspace) -> None:
    panel = workspace.editor.quality
    assert sum(chip.isVisible() for chip in panel.chips.values()) == 4
    assert panel.more_chip.text() == "6 more points"

    panel.more_chip.click()

    assert sum(chip.isVisible() for chip in panel.chips.values()) == 10
    assert panel.more_chip.isHidden()


def test_the_points_met_are_listed_too(workspace: PromiseWorkspace) -> None:
    panel = workspace.editor.quality

    panel.met_chip.click()

    assert "Text is under 30 words" in panel.reason.text()
    assert panel.mend_button.isHidden()


def test_a_complete_promise_says_so(sample: OpenCompany, build: Build) -> None:
    workspace = build(sample)
    workspace.show_place(promises(sample)[3].id)

    assert open_points(workspace) == set()
    assert workspace.editor.quality.reason.text() == "Nothing is missing in this promise."


def test_an_indicator_that_is_missing_is_made_on_the_spot(workspace: PromiseWorkspace) -> None:
    panel = workspace.editor.quality
    panel.chips[Point.INDICATOR].click()

    panel.mend_button.click()

    (card,) = workspace.company.all(Indicator)
    assert card.promise == promises(workspace.company)[0].id
    assert "no target" in panel.reason.text()


def test_the_figure_of_today_is_begun_under_the_name_of_the_indicator(
    workspace: PromiseWorkspace,
) -> None:
    workspace.company.save(
        Indicator(promise=promises(workspace.company)[0].id, name=LocalText(en="In time"), target=None)
    )
    places: list[Place] = []
    workspace.place_requested.connect(places.append)
    panel = workspace.editor.quality
    panel.chips[Point.TARGET].click()

    panel.mend_button.click()
    panel.mend_button.click()

    (baseline,) = workspace.company.all(Baseline)
    assert baseline.measure == "In time"
    assert places == [Place("baseline", baseline.id, "value")] * 2


def test_a_target_worse_than_today_leads_to_the_indicator(workspace: PromiseWorkspace) -> None:
    card = Indicator(
        promise=promises(workspace.company)[0].id,
        name=LocalText(en="In time"),
        comparison="at_least",
        target=Decimal(50),
    )
    workspace.company.save_all([card, Baseline(measure="In time", value=Decimal(78))])
    places: list[Place] = []
    workspace.place_requested.connect(places.append)
    panel = workspace.editor.quality
    panel.chips[Point.TARGET].click()
    assert "78" in panel.reason.text()

    panel.mend_button.click()

    assert places == [Place("indicator", card.id, "target")]


@pytest.mark.parametrize("record_type", BELONGING, ids=[one.__name__ for one in BELONGING])
def test_one_click_makes_what_belongs_to_a_promise_and_one_undo_takes_it_back(
    workspace: PromiseWorkspace, record_type: type[Record]
) -> None:
    buttons = workspace.editor.companions.buttons
    button = next(one for one in buttons.values() if one.companion.record is record_type)

    button.click()

    assert len(workspace.company.all(record_type)) == 1
    assert button.count == 1
    assert "(1)" in button.text()

    workspace.company.undo()

    assert button.count == 0
    assert not any(workspace.company.all(one) for one in (record_type, Survey, Audit))


def test_what_belongs_to_a_promise_is_opened_from_it(sample: OpenCompany, build: Build) -> None:
    workspace = build(sample)
    workspace.show_place(promises(sample)[0].id)
    places: list[Place] = []
    workspace.place_requested.connect(places.append)
    button = workspace.editor.companions.buttons["indicator"]

    menu = button.menu_of_found()
    menu.actions()[0].trigger()

    card = next(one for one in sample.all(Indicator) if one.promise == promises(sample)[0].id)
    assert places == [Place("indicator", card.id)]


def test_a_new_promise_is_saved_with_what_belongs_to_it(company: OpenCompany, build: Build) -> None:
    workspace = build(company)
    workspace.editor.add_record()
    assert workspace.editor.companions.isHidden()
    write(workspace, "text", "en", "We answer within 2 days.")

    workspace.editor.companions.buttons["risk"].click()

    (promise,) = company.all(Promise)
    assert [one.promise for one in company.all(Risk)] == [promise.id]


def test_the_language_that_lags_leads_to_what_is_missing(workspace: PromiseWorkspace) -> None:
    write(workspace, "remedy", "fa", "نوشیدنی رایگان")
    chip = workspace.editor.lags.lagging["en"]
    assert chip.isVisible()
    assert workspace.editor.lags.complete["fa"].isVisible()

    chip.click()

    assert QApplication.focusWidget() is area(workspace, "remedy", "en")


def test_the_charter_shows_what_is_typed_and_lights_it(workspace: PromiseWorkspace, qtbot: QtBot) -> None:
    document = workspace.document

    write(workspace, "text", "en", "Tea is free for children.")
    qtbot.waitUntil(lambda: document.is_current and document.preview.is_drawn, timeout=_WAIT_MS)

    assert "Tea is free for children." in pdfium(document.preview.content)
    assert document.preview.marks


def test_without_the_charter_the_promise_has_the_width(workspace: PromiseWorkspace) -> None:
    before = workspace.editor.width()

    workspace.document.close_button.click()
    settle()

    assert workspace.editor.width() > 1.6 * before
    assert workspace.editor.minimumSizeHint().width() <= workspace.width()


def test_a_change_elsewhere_is_seen(workspace: PromiseWorkspace) -> None:
    promise = promises(workspace.company)[0]

    workspace.company.save(dataclasses.replace(promise, owner=SARA.id))

    assert Point.OWNER not in open_points(workspace)


def test_a_locked_promise_can_be_read_only(locked: OpenCompany, build: Build) -> None:
    workspace = build(locked)
    workspace.show_place(promises(locked)[0].id)
    settle()
    buttons = workspace.editor.companions.buttons

    assert area(workspace, "text", "en").isReadOnly()
    assert buttons["indicator"].isVisible()
    assert not buttons["audit_check"].isVisible()
    assert workspace.editor.quality.mend_button.isHidden()


def test_a_promise_of_three_thousand_words_is_typed_without_a_stall(workspace: PromiseWorkspace) -> None:
    target = area(workspace, "text", "fa")
    target.setPlainText("کلمهٔ بلند می‌نویسیم " * 1_000)
    settle()
    target.setFocus()
    target.moveCursor(target.textCursor().MoveOperation.End)

    started = perf_counter()
    type_text(target, "ab")
    form(workspace).look()
    took = perf_counter() - started

    assert Point.LENGTH in open_points(workspace)
    assert took < 0.5


@pytest.mark.parametrize("text", ["<b>&\"'</b> good", "%s {word} {0} soon", "\u202eسلام good\u202c"])
def test_hostile_text_is_looked_at_like_any_other(workspace: PromiseWorkspace, text: str) -> None:
    write(workspace, "text", "en", text)

    assert Point.VAGUE in open_points(workspace)


def test_everything_follows_the_language(workspace: PromiseWorkspace) -> None:
    language.set_current(load_language("fa"))
    settle()

    assert workspace.editor.quality.chips[Point.REMEDY].text() == "جبران"
    assert workspace.editor.lags.number.text() == "تعهد ۱"
    assert workspace.editor.companions.buttons["indicator"].text() == "ساخت شاخص"


@pytest.mark.parametrize("width", [540, 760, 1088])
def test_the_card_fits_its_place(workspace: PromiseWorkspace, width: int) -> None:
    workspace.resize(width, 626)
    settle()

    assert workspace.editor.minimumSizeHint().width() <= width
    assert form(workspace).board.width() <= width


def test_tab_follows_the_reading_order(workspace: PromiseWorkspace) -> None:
    order = list(form(workspace).board.rows)

    assert order[:4] == ["text", "number", "unit", "time_limit"]
    assert set(order) == {spec.name for spec in workspace.editor._register.fields}
