"""Charts in the window show what their geometry says, in every language and theme."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QRect
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models.documents.charts.bars import Bar, bars
from models.documents.charts.distribution import Pile, distribution
from models.documents.charts.radar import Series, radar
from models.documents.charts.shapes import Area, Geometry, Ink, Label, Side, Stroke, rectangle
from models.documents.charts.trend import Bound, Period, trend
from models.localisation.language import load_language
from ui import language, theme
from ui.language import current
from ui.theme import Theme
from ui.widgets.chart import ChartView, Frame, Source, paint_chart

_SQUARE = Geometry(40, 20, (Area(rectangle(4, 4, 12, 16), Ink.PRIMARY),))


def _radar() -> Geometry:
    names = ["رهبری", "Promises", "آموزش", "Complaints", "سنجش", "Review"]
    return radar(names, [Series("1", [0.2] * 6), Series("2", [0.9] * 6)], current().percent)


def _bars() -> Geometry:
    return bars([Bar("رضایت مشتری", 0.5, current().percent(0.5))], current().percent, highest=1)


def _trend() -> Geometry:
    periods = [Period(str(at), at, current().number(at)) for at in range(1, 7)]
    return trend(periods, current().number, bounds=[Bound("هدف", 4)])


def _distribution() -> Geometry:
    piles = [Pile(str(at), at, current().number(at)) for at in range(1, 6)]
    return distribution(piles, current().number)


CHARTS = {"radar": _radar, "bars": _bars, "trend": _trend, "distribution": _distribution}


def shown(qtbot: QtBot, source: Source, width: int = 600) -> ChartView:
    view = ChartView(source, "Answers")
    qtbot.addWidget(view)
    view.resize(width, view.heightForWidth(width))
    view.show()
    return view


def picture(view: ChartView) -> QImage:
    return view.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def where(image: QImage, colour: str) -> QRect:
    wanted = QColor(colour).rgb()
    found = QRect()
    for y in range(image.height()):
        for x in range(image.width()):
            if image.pixel(x, y) == wanted:
                found = found.united(QRect(x, y, 1, 1))
    return found


def test_an_area_stands_where_the_geometry_puts_it(qtbot: QtBot, any_window: str) -> None:
    view = shown(qtbot, lambda: _SQUARE, 400)

    found = where(picture(view), theme.colours().primary)

    assert found == QRect(40, 40, 80, 120)


@pytest.mark.parametrize("name", CHARTS)
def test_a_chart_shows_its_ink_and_nothing_outside_its_colours(
    qtbot: QtBot, any_window: str, name: str
) -> None:
    view = shown(qtbot, CHARTS[name])

    image = picture(view)

    assert not where(image, theme.colours().primary).isEmpty()
    assert not where(image, theme.colours().line).isEmpty()


def test_the_axis_runs_from_left_to_right_in_every_language(qtbot: QtBot, any_window: str) -> None:
    rising = [Pile("1", 0, "0"), Pile("2", 8, "8")]
    view = shown(qtbot, lambda: distribution(rising, current().number))

    assert where(picture(view), theme.colours().primary).left() > view.width() / 2


def test_a_label_keeps_to_its_side(qtbot: QtBot, any_window: str) -> None:
    label = Label("متن بلند and more", 20, 5, Side.RIGHT, ink=Ink.TEXT)
    view = shown(qtbot, lambda: Geometry(40, 10, (label,)), 480)

    ink = inked_columns(picture(view))

    assert max(ink) <= view.width() / 2 + 1
    assert min(ink) < view.width() / 2 - 60


def inked_columns(image: QImage) -> list[int]:
    ground = image.pixel(0, 0)
    return [
        x for x in range(image.width()) if any(image.pixel(x, y) != ground for y in range(image.height()))
    ]


def test_a_label_too_long_for_its_place_is_shortened(qtbot: QtBot, english_window: None) -> None:
    label = Label("many words " * 30, 20, 10, width=10, lines=2)
    view = shown(qtbot, lambda: Geometry(40, 20, (label,)), 480)

    columns = inked_columns(picture(view))

    assert max(columns) - min(columns) <= 10 * 12 + 1


def test_labels_are_never_larger_than_the_text_of_the_window(qtbot: QtBot, english_window: None) -> None:
    view = shown(qtbot, lambda: _SQUARE, 1600)

    found = where(picture(view), theme.colours().primary)

    assert found.width() == pytest.approx(8 * view.sizeHint().width() / 40, abs=1)
    assert abs(found.center().x() - view.width() / 2 + 12 * found.width() / 8) < 2


def test_a_chart_keeps_its_shape(qtbot: QtBot, english_window: None) -> None:
    view = shown(qtbot, lambda: _SQUARE, 400)

    assert view.heightForWidth(400) == 200
    assert view.heightForWidth(200) == 100


@pytest.mark.parametrize("dots", [1.0, 1.25, 2.0, 3.0])
def test_level_lines_are_sharp_on_every_screen(english_window: None, dots: float) -> None:
    line = Geometry(10, 10, (Stroke(((1, 5), (9, 5)), Ink.TEXT, 0.1),))
    image = QImage(round(130 * dots), round(130 * dots), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(dots)
    image.fill(QColor("white"))
    painter = QPainter(image)
    paint_chart(painter, line, Frame(0.0, 0.0, 13.0, dots))
    painter.end()

    middle = image.width() // 2
    inks = {image.pixelColor(middle, y).name() for y in range(image.height())}
    assert inks == {"#ffffff", theme.colours().text.lower()}


def test_the_figures_are_told_in_words(qtbot: QtBot, persian_window: None) -> None:
    view = shown(qtbot, _bars)

    assert view.accessibleName()
    assert view.accessibleDescription() == f"رضایت مشتری: {current().percent(0.5)}"
    assert "۵۰" in view.accessibleDescription()


def test_a_chart_follows_the_language(qtbot: QtBot, qapp: QApplication, english_window: None) -> None:
    view = shown(qtbot, _bars)
    before = view.accessibleDescription()

    language.set_current(load_language("fa"))
    qapp.sendPostedEvents(None, QEvent.Type.LanguageChange.value)

    assert "50" in before
    assert "۵۰" in view.accessibleDescription()


def test_a_chart_follows_the_theme(qtbot: QtBot, qapp: QApplication, english_window: None) -> None:
    view = shown(qtbot, lambda: _SQUARE)

    theme.apply_theme(qapp, Theme.DARK)

    assert not where(picture(view), theme.colours(Theme.DARK).primary).isEmpty()


def test_without_figures_there_is_nothing_to_see(qtbot: QtBot, english_window: None) -> None:
    view = ChartView(lambda: None)
    qtbot.addWidget(view)
    view.show()

    assert view.heightForWidth(400) == 0
    assert view.accessibleDescription() == ""
