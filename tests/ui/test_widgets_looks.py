"""Every widget in every language, direction and theme."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from models.domain.text import LocalText
from models.localisation.language import load_language
from ui import language
from ui.theme import Tone
from ui.widgets.bilingual_edit import BilingualEdit
from ui.widgets.buttons import DangerButton, IconButton, LinkButton, PrimaryButton, SecondaryButton
from ui.widgets.card import Card
from ui.widgets.check_edit import CheckEdit
from ui.widgets.chip import Chip
from ui.widgets.choice_box import Choice, ChoiceBox
from ui.widgets.date_edit import DateEdit
from ui.widgets.editor import Editor
from ui.widgets.empty_state import EmptyState
from ui.widgets.field_row import FieldRow
from ui.widgets.flow_box import FlowBox
from ui.widgets.flow_tabs import FlowTabs
from ui.widgets.labels import ElidedLabel, WrapLabel
from ui.widgets.lines_edit import LinesEdit
from ui.widgets.long_text import LongText
from ui.widgets.multi_choice import MultiChoice
from ui.widgets.navigation import NavigationBar
from ui.widgets.notice_bar import NoticeBar, NoticeKind
from ui.widgets.number_edit import NumberEdit
from ui.widgets.page_scroll import PageScroll
from ui.widgets.progress_ring import PercentRing, StepMark, StepRing, StepState
from ui.widgets.search_field import SearchField
from ui.widgets.step_path import StepPath
from ui.widgets.text_edit import ShortText

HUGE = "Überlänge <b>&amp;</b> متن بسیار بلند " * 40
CHOICES = [Choice(str(at), f"{HUGE[:30]}{at}") for at in range(20)]


def _navigation() -> QWidget:
    bar = NavigationBar()
    bar.set_brand("Manshur")
    bar.add_item("home", HUGE, "home")
    bar.add_section("steps", HUGE)
    bar.add_item("s1", "x", step=StepState(1, 1.0, StepMark.CLOSED))
    bar.add_item("s2", "x", step=StepState(2, 0.4, StepMark.FLAGGED))
    bar.add_stretch()
    bar.set_badge("home", "4", "findings")
    return bar


def _path() -> QWidget:
    path = StepPath()
    path.set_steps([(str(at), HUGE[: at * 20], StepState(at, at / 8)) for at in range(1, 9)])
    path.set_current("3")
    return path


def _notice() -> QWidget:
    bar = NoticeBar()
    bar.show_notice(NoticeKind.UNDO, HUGE, "Undo")
    return bar


def _card() -> QWidget:
    card = Card(HUGE, "edit")
    card.set_trailing(Chip("4", Tone.LATE))
    card.add(WrapLabel(HUGE))
    return card


def _tabs() -> QWidget:
    tabs = FlowTabs()
    tabs.set_tabs([(str(at), HUGE[:20]) for at in range(12)])
    tabs.add_trailing(IconButton("add", "Add"))
    return tabs


def _flow() -> QWidget:
    box = FlowBox()
    for button in (PrimaryButton, SecondaryButton, LinkButton, DangerButton):
        box.add(button("Go", "forward"))
    return PageScroll(box)


def _filled(editor: Editor[Any], value: object) -> QWidget:
    editor.set_value(value)
    return FieldRow("Label & more", editor, HUGE, required=True)


WIDGETS: dict[str, Callable[[], QWidget]] = {
    "navigation": _navigation,
    "path": _path,
    "notice": _notice,
    "card": _card,
    "tabs": _tabs,
    "flow": _flow,
    "empty": lambda: EmptyState(HUGE, "Add", "people", "Fill"),
    "search": lambda: SearchField("Search"),
    "ring": lambda: StepRing(StepState(3, 0.5)),
    "percent": lambda: PercentRing(0.46),
    "elided": lambda: ElidedLabel(HUGE, middle=True),
    "text": lambda: _filled(ShortText(), HUGE),
    "code": lambda: _filled(ShortText(code=True), "a@b.example"),
    "long": lambda: _filled(LongText(), HUGE),
    "lines": lambda: _filled(LinesEdit(), (HUGE, HUGE)),
    "bilingual": lambda: _filled(BilingualEdit(long=True), LocalText(fa=HUGE, en=HUGE)),
    "number": lambda: _filled(NumberEdit(unit="min"), Decimal("-1234567.5")),
    "date": lambda: _filled(DateEdit(), date(2026, 11, 22)),
    "choice": lambda: _filled(ChoiceBox(CHOICES), "3"),
    "chips": lambda: _filled(MultiChoice(CHOICES[:5]), ("1", "2")),
    "ticks": lambda: _filled(MultiChoice(CHOICES), ("1", "2")),
    "check": lambda: _filled(CheckEdit(HUGE[:40]), True),
}


@pytest.mark.parametrize("name", WIDGETS)
def test_a_widget_shows_itself_in_any_look(qtbot: QtBot, any_window: str, name: str) -> None:
    widget = WIDGETS[name]()
    qtbot.addWidget(widget)
    widget.resize(640, 480)

    widget.show()

    assert not widget.grab().isNull()
    assert widget.minimumSizeHint().width() < 1366


@pytest.mark.parametrize("name", WIDGETS)
def test_a_widget_follows_a_change_of_language(
    qtbot: QtBot, qapp: QApplication, english_window: None, name: str
) -> None:
    widget = WIDGETS[name]()
    qtbot.addWidget(widget)
    widget.show()

    language.set_current(load_language("fa"))
    qapp.sendPostedEvents(None, QEvent.Type.LanguageChange.value)

    assert widget.isRightToLeft()
    assert not widget.grab().isNull()


def test_user_text_is_never_markup(qtbot: QtBot, english_window: None) -> None:
    plain, marked = WrapLabel("bACMEb"), WrapLabel("<b>ACME</b>")
    qtbot.addWidget(plain)
    qtbot.addWidget(marked)

    assert marked.sizeHint().width() > plain.sizeHint().width()


def test_the_tooltip_of_a_shortened_text_shows_its_marks(qtbot: QtBot, english_window: None) -> None:
    label = ElidedLabel("<b>one</b> and a good deal more than fits")
    qtbot.addWidget(label)

    label.resize(60, 24)
    label.show()

    assert label.toolTip().startswith("<qt>&lt;b&gt;one")
    assert label.whole_text().startswith("<b>one</b>")


def test_chips_wrap_instead_of_widening_the_page(qtbot: QtBot, english_window: None) -> None:
    box = FlowBox()
    qtbot.addWidget(box)
    for _ in range(10):
        box.add(SecondaryButton("A button"))

    assert box.minimumSizeHint().width() < 200
    assert box.heightForWidth(200) > 4 * box.sizeHint().height()


def test_tabs_without_room_stand_in_the_menu_but_the_current_one_is_seen(
    qtbot: QtBot, english_window: None
) -> None:
    tabs = FlowTabs()
    qtbot.addWidget(tabs)
    tabs.set_tabs([(str(at), f"Some tab {at}") for at in range(12)])
    tabs.set_current("11")
    tabs.resize(400, 44)

    tabs.show()

    seen = [tab.key for tab in tabs._strip.tabs if tab.isVisible()]
    assert "11" in seen
    assert tabs._strip.more.isVisible()
    assert len(seen) + len(tabs._strip.hidden_tabs) == 12


def test_a_wrapped_text_keeps_all_its_lines_where_the_window_is_low(
    qtbot: QtBot, english_window: None
) -> None:
    card = Card("Title")
    label = WrapLabel("A sentence that needs more than one line here. " * 3)
    card.add(label)
    qtbot.addWidget(card)
    card.resize(240, 20)

    card.show()

    assert label.height() >= label.heightForWidth(label.width())
