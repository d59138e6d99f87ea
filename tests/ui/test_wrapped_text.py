"""How texts of several lines stand in the window."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from models.localisation.language import load_language
from ui import language
from ui.widgets.labels import ElidedLabel, PlainLabel, WrapLabel
from ui.widgets.long_text import LongText
from ui.widgets.mirroring import reads_from_right

PERSIAN = "تبدیل خواسته به تصمیم: خط‌مشی، دامنه، افراد، اهداف و بودجه"
ENGLISH = "Turn the wish into a decision: policy, scope, people, objectives, money"


def label(qtbot: QtBot, text: str, width: int) -> WrapLabel:
    made = WrapLabel(text)
    qtbot.addWidget(made)
    made.resize(width, 200)
    made.show()
    made.resize(width, made.minimumHeight())
    return made


def ink(image: QImage, top: int, bottom: int) -> list[int]:
    """Return the columns of these rows in which something is written."""
    ground = image.pixel(0, 0)
    return [x for x in range(image.width()) if any(image.pixel(x, y) != ground for y in range(top, bottom))]


@pytest.mark.parametrize(("code", "text", "edge"), [("fa", PERSIAN, -1), ("en", ENGLISH, 0)])
def test_all_lines_begin_at_the_leading_edge(qtbot: QtBot, code: str, text: str, edge: int) -> None:
    language.set_current(load_language(code))
    shown = label(qtbot, text, 240)

    image = shown.grab().toImage()

    line = shown.fontMetrics().lineSpacing()
    first, second = ink(image, 0, line), ink(image, line, 2 * line)
    # Letters differ by a pixel or two in how far they reach; a blank is four wide.
    assert abs(first[edge] - second[edge]) <= 2


def test_a_label_that_becomes_wider_gives_back_the_height(qtbot: QtBot) -> None:
    shown = label(qtbot, ENGLISH, 60)
    tall = shown.minimumHeight()

    shown.resize(600, tall)

    assert shown.minimumHeight() < tall / 2


def test_a_text_of_the_other_direction_keeps_its_own(qtbot: QtBot) -> None:
    language.set_current(load_language("fa"))
    shown = label(qtbot, ENGLISH + ".", 240)

    image = shown.grab().toImage()

    top = image.height() - shown.fontMetrics().lineSpacing()
    middle_of_letters = top + shown.fontMetrics().ascent() - shown.fontMetrics().xHeight() // 2
    # The full stop, which is lower, would stand before the first letter.
    assert ink(image, top, middle_of_letters)[0] - ink(image, top, image.height())[0] <= 2


@pytest.mark.parametrize("kind", [PlainLabel, ElidedLabel, WrapLabel])
def test_a_sentence_that_begins_in_another_script_reads_in_the_window_s_direction(
    qtbot: QtBot, kind: type[PlainLabel]
) -> None:
    language.set_current(load_language("fa"))
    shown, by_itself = kind("ISO 10001 راهنماست."), kind("\u2067ISO 10001 راهنماست.\u2069")
    for made in (shown, by_itself):
        qtbot.addWidget(made)
        made.resize(300, 40)

    columns, expected = (set(ink(made.grab().toImage(), 0, 40)) for made in (shown, by_itself))

    # The marks of the isolate may move a letter by a fraction of a pixel; in the wrong order all gaps move.
    assert len(columns ^ expected) <= 6


@pytest.mark.parametrize(
    ("text", "is_window_rtl", "from_right"),
    [
        ("ISO 10001 راهنماست.", True, True),
        ("PDF بساز", True, True),
        ("Manual (راهنما) for new people.", True, False),
        ("\u2068Sara\u2069: امضا", True, True),
        ("ISO 9001 گواهی‌نامهٔ رستوران", False, True),
        ("Made by \u2068رستوران بزرگ شهر تهران\u2069.", False, False),
        ("12:30", True, True),
        ("12:30", False, False),
    ],
)
def test_most_letters_tell_the_direction(text: str, is_window_rtl: bool, from_right: bool) -> None:
    assert reads_from_right(text, is_window_rtl) is from_right


def test_a_field_that_grows_with_its_text_shows_no_scroll_bar(qtbot: QtBot) -> None:
    field = LongText(rows=2)
    qtbot.addWidget(field)
    field.resize(420, 200)
    field.show()

    field.set_value(" ".join([PERSIAN] * 4))

    assert field.area.document().size().height() > 2
    assert field.area.verticalScrollBar().maximum() == 0


@pytest.mark.parametrize("width", range(430, 480, 2))
def test_a_text_is_broken_to_the_width_that_its_field_has_at_last(
    qtbot: QtBot, persian_window: None, width: int
) -> None:
    field = LongText(rows=2)
    qtbot.addWidget(field)
    field.set_value("از اینکه رستوران نمونهٔ توس را برگزیده‌اید سپاسگزاریم. این منشور به شما می‌گوید " * 2)
    field.resize(width, 200)

    field.show()

    area = field.area
    line = area.document().firstBlock().layout().lineAt(0)
    assert line.width() + 2 * area.document().documentMargin() == area.viewport().width()
