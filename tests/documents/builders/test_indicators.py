"""How the dashboard of indicators tells the trend: in words, by what each indicator calls good."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from models.documents.blocks import Table
from models.documents.builders.indicators import dashboard
from models.documents.words import words_of
from models.domain.ledger import Records
from models.domain.performance import performances
from models.domain.records.charter import Indicator
from models.domain.records.feedback import IndicatorValue
from models.domain.text import LocalText
from tests.documents.builders.companies import desk, written

_BEFORE, _RESULT, _TREND = 2, 3, 5


def measured(comparison: str, *values: int) -> Records:
    card = Indicator(name=LocalText(en="Late", fa="دیر"), comparison=comparison, target=Decimal(5))
    return Records(
        [
            card,
            *(
                IndicatorValue(indicator=card.id, end=date(2026, month, 28), value=Decimal(value))
                for month, value in enumerate(values, 1)
            ),
        ]
    )


def line(ledger: Records, language: str = "en") -> tuple[str, str, str]:
    """Return former value, newest value and trend of the only indicator."""
    table: Table = dashboard(desk(ledger, language, "D4"), performances(ledger))
    (row,) = table.rows
    return str(row[_BEFORE]), str(row[_RESULT]), str(row[_TREND])


@pytest.mark.parametrize(
    ("comparison", "values", "trend"),
    [
        ("at_least", (3, 4), "better"),
        ("at_least", (4, 3), "worse"),
        ("at_most", (3, 4), "worse"),
        ("at_most", (9, 4, 3), "better"),
        ("at_most", (4, 4), "unchanged"),
    ],
)
def test_the_newest_value_stands_beside_the_one_before_it(
    comparison: str, values: tuple[int, ...], trend: str
) -> None:
    assert line(measured(comparison, *values)) == (str(values[-2]), str(values[-1]), trend)


@pytest.mark.parametrize(
    ("language", "figure", "said"), [("en", "4", "one period only"), ("fa", "۴", "تنها یک دوره")]
)
def test_a_single_period_is_called_so(language: str, figure: str, said: str) -> None:
    assert line(measured("at_most", 4), language) == ("–", figure, said)


def test_an_indicator_without_a_value_has_no_trend() -> None:
    assert line(measured("at_most")) == ("–", "–", "–")


def test_the_report_says_what_the_trend_means_where_there_is_one() -> None:
    meaning = "lower is better"

    assert meaning in "\n".join(words_of(written(measured("at_most", 4, 3), "en", "D4")))
    assert meaning not in "\n".join(words_of(written(measured("at_most", 4), "en", "D4")))
