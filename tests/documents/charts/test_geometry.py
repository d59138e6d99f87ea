"""Charts as shapes: what is drawn where, from left to right, inside its frame."""

from __future__ import annotations

import math
from collections.abc import Sequence
from decimal import Decimal
from typing import TypeVar

import pytest

from models.documents.charts.bars import Bar, BarNames, bars
from models.documents.charts.distribution import Pile, distribution
from models.documents.charts.radar import Series, radar
from models.documents.charts.shapes import Area, Figure, Geometry, Ink, Label, Point, Stroke
from models.documents.charts.trend import Bound, Period, trend

AREAS = ("one", "two", "three", "four", "five", "six")
Kind = TypeVar("Kind", Area, Stroke, Label)


def percent(share: Decimal) -> str:
    return f"{share:.0%}"


def drawn(geometry: Geometry, kind: type[Kind], ink: Ink) -> list[Kind]:
    """Return the shapes of a kind that are filled or drawn with an ink."""
    return [
        shape
        for shape in geometry.shapes
        if isinstance(shape, kind) and getattr(shape, "fill", getattr(shape, "ink", None)) is ink
    ]


def points(geometry: Geometry) -> list[Point]:
    return [
        point
        for shape in geometry.shapes
        for point in (((shape.x, shape.y),) if isinstance(shape, Label) else shape.points)
    ]


def label(geometry: Geometry, text: str) -> Label:
    return next(shape for shape in geometry.shapes if isinstance(shape, Label) and shape.text == text)


def examples() -> list[Geometry]:
    odd = [None, math.nan, math.inf, -math.inf, -3, 10**30, Decimal("0.5")]
    return [
        radar(AREAS, [Series("", odd)], percent),
        radar(AREAS, [Series("", ()), Series("x", [1] * 9)], percent),
        bars([], percent),
        bars([Bar("a", value, "b", before=value, target=value) for value in odd], percent),
        bars([Bar("word " * 80, -1, "words " * 9, interval=(-2, 3))], percent),
        trend([], percent),
        trend([Period("a", value, "b") for value in odd], percent, bounds=[Bound("c", 4)]),
        distribution([], percent),
        distribution([Pile("name " * 9, 7, "7")], percent),
        distribution([Pile("a", count, "b") for count in range(60)], percent),
    ]


@pytest.mark.parametrize("geometry", examples(), ids=range(len(examples())))
def test_every_shape_lies_inside_the_frame(geometry: Geometry) -> None:
    for x, y in points(geometry):
        assert -0.01 <= x <= geometry.width + 0.01
        assert -0.01 <= y <= geometry.height + 0.01


def test_the_first_area_stands_at_the_top_and_the_others_follow_clockwise() -> None:
    chart = radar(AREAS, [Series("now", [1] * 6)], percent)

    top, right, bottom = (label(chart, name) for name in ("one", "two", "four"))

    assert top.y < right.y < bottom.y
    assert right.x > top.x == bottom.x


def test_a_full_share_reaches_the_outer_ring() -> None:
    chart = radar(AREAS, [Series("now", [1] * 6)], percent)

    (shown,) = drawn(chart, Area, Ink.TINT)
    rings = [shape for shape in chart.shapes if isinstance(shape, Area) and shape.line is Ink.GRID]

    assert shown.points == rings[-1].points


def test_an_area_without_a_share_interrupts_the_outline() -> None:
    chart = radar(AREAS, [Series("now", [1, 1, None, 1, 1, 1])], percent)

    assert not drawn(chart, Area, Ink.TINT)
    assert len(drawn(chart, Stroke, Ink.PRIMARY)) == 4


def test_an_earlier_round_is_dashed_and_both_are_named() -> None:
    chart = radar(AREAS, [Series("first", [0.2] * 6), Series("second", [0.4] * 6)], percent)

    assert all(side.dashed for side in drawn(chart, Stroke, Ink.ACCENT))
    assert chart.labels[-2:] == ("first", "second")


def extent(area: Area | Stroke) -> tuple[float, float]:
    across = [x for x, _ in area.points]
    return min(across), max(across)


def test_bars_are_as_long_as_their_values() -> None:
    chart = bars([Bar("a", 1, "1"), Bar("b", Decimal("0.5"), ".5")], percent, highest=1)

    lengths = [end - start for start, end in map(extent, drawn(chart, Area, Ink.PRIMARY))]

    assert lengths[1] == pytest.approx(lengths[0] / 2)


def test_bars_begin_at_zero_between_negative_and_positive() -> None:
    chart = bars([Bar("a", -40, "-40"), Bar("b", 60, "60")], str, lowest=-100, highest=100)

    negative, positive = map(extent, drawn(chart, Area, Ink.PRIMARY))

    assert negative[1] == positive[0]


def test_labels_stand_left_of_the_axis() -> None:
    chart = bars([Bar("name", 1, "1")], percent)

    assert label(chart, "name").x < extent(drawn(chart, Area, Ink.PRIMARY)[0])[0]


def test_words_stand_behind_bar_and_interval() -> None:
    chart = bars([Bar("name", 0.5, "words", interval=(0.4, 0.7))], percent, highest=1)

    assert label(chart, "words").x > max(extent(line)[1] for line in drawn(chart, Stroke, Ink.TEXT))


def test_a_row_grows_with_its_earlier_value_and_its_label() -> None:
    heights = [
        bars([row], percent).height
        for row in (Bar("a", 1, "1"), Bar("a", 1, "1", before=1), Bar("word " * 12, 1, "1"))
    ]

    assert heights[0] < heights[1] < heights[2]


def test_only_what_has_a_name_stands_in_the_legend() -> None:
    chart = bars([Bar("a", 1, "1")], percent, names=BarNames("now", target="target"))

    assert chart.labels[-2:] == ("now", "target")


def months(*values: float | None) -> Sequence[Period]:
    return [Period(f"m{place}", value, str(value)) for place, value in enumerate(values)]


def test_time_runs_from_left_to_right() -> None:
    chart = trend(months(4, 6, 9), str)

    assert label(chart, "m0").x < label(chart, "m1").x < label(chart, "m2").x
    assert label(chart, "4").y > label(chart, "9").y


def test_a_period_without_a_value_interrupts_the_line() -> None:
    chart = trend(months(4, 6, None, 5, 7, 8), str)

    assert [len(line.points) for line in drawn(chart, Stroke, Ink.PRIMARY)] == [2, 3]


def test_a_single_value_is_a_mark() -> None:
    chart = trend(months(4), str)

    assert not drawn(chart, Stroke, Ink.PRIMARY)
    assert drawn(chart, Area, Ink.PRIMARY)


def test_the_target_is_drawn_across_at_its_height() -> None:
    chart = trend(months(4, 8), str, bounds=[Bound("target", 8)])

    (line,) = (line for line in drawn(chart, Stroke, Ink.ACCENT) if line.dashed)

    assert line.points[0][1] == line.points[1][1] == drawn(chart, Stroke, Ink.PRIMARY)[0].points[1][1]
    assert label(chart, "target").y == line.points[0][1]


def test_many_periods_name_only_some_but_always_the_last() -> None:
    chart = trend([Period(f"1405/01/{day:02}", day) for day in range(60)], str)

    named = [text for text in chart.labels if text.startswith("1405")]

    assert 5 < len(named) < 20
    assert named[-1] == "1405/01/59"


def test_columns_are_as_high_as_their_counts() -> None:
    chart = distribution([Pile("a", 10, "10"), Pile("b", 5, "5"), Pile("c", 0, "0")], str)

    heights = [
        max(y for _, y in area.points) - min(y for _, y in area.points)
        for area in chart.shapes
        if isinstance(area, Area)
    ]

    assert heights == [heights[0], pytest.approx(heights[0] / 2)]
    assert label(chart, "0").y > label(chart, "5").y > label(chart, "10").y


def test_every_chart_tells_its_figures_in_words() -> None:
    rounds = [Series("first", [0.5, None, 1]), Series("latest", [0.75, 0.5, 0.25])]
    month = Period("May", None)

    assert [(one.name, one.text) for one in radar(("a\n1", "b", "c"), rounds, percent).figures] == [
        ("first · a", "50%"),
        ("first · b", "–"),
        ("first · c", "100%"),
        ("latest · a", "75%"),
        ("latest · b", "50%"),
        ("latest · c", "25%"),
    ]
    assert bars([Bar("one", 1, "1 day")], percent).figures == (Figure("one", "1 day"),)
    assert trend([month, Period("June", 2, "2")], percent).figures == (Figure("May", ""), Figure("June", "2"))
    assert distribution([Pile("good", 4, "4")], percent).figures == (Figure("good", "4"),)
