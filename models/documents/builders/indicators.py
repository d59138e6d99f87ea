"""R-04: the indicator cards, and at one glance how each indicator stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from models.content.documents import record_form
from models.documents.blocks import (
    Block,
    CellKind,
    Column,
    Entry,
    Heading,
    KeepTogether,
    KeyValues,
    Table,
    WriteLines,
)
from models.documents.builders.charts import trend_chart
from models.documents.builders.desk import Desk
from models.documents.builders.promises import named
from models.documents.builders.registers import emptied
from models.documents.builders.sections import closing, opening
from models.documents.builders.values import NOTHING, labelled, target_of, with_unit
from models.domain.performance import Performance, performances
from models.domain.records.charter import Indicator
from models.domain.records.feedback import IndicatorValue

_VALUES_ON_A_CARD = 12
_LINES_TO_FILL = 4
_VALUES = 9


def build(desk: Desk) -> tuple[Block, ...]:
    """Return the dashboard and then a card for each indicator with its values."""
    blocks: list[Block] = [*opening(desk), Heading(desk.phrase("feedback.dashboard"), 2)]
    everything = performances(desk.ledger)
    if not everything:
        blocks.append(desk.missing(Indicator))
    blocks.append(dashboard(desk, everything))
    blocks.append(Heading(desk.phrase("feedback.cards"), 2))
    blocks += [block for one in everything for block in (card(desk, one.indicator), *_values(desk, one))]
    if not everything:
        blocks += [card(desk, Indicator()), WriteLines(_titles(desk)[_VALUES], _LINES_TO_FILL)]
    return (*blocks, *closing(desk))


def _titles(desk: Desk) -> list[str]:
    return [desk.say(title) for title in record_form("R-04").columns]


def dashboard(desk: Desk, everything: Sequence[Performance]) -> Table:
    """Return target, newest and earlier value, trend and colour of each indicator."""
    columns = (
        Column(desk.phrase("feedback.indicator"), 2.6),
        Column(desk.phrase("feedback.target"), 1.1),
        Column(desk.phrase("feedback.before"), kind=CellKind.NUMBER),
        Column(desk.phrase("feedback.result"), kind=CellKind.NUMBER),
        Column(desk.phrase("feedback.until"), kind=CellKind.DATE),
        Column(desk.phrase("feedback.trend"), kind=CellKind.MARK),
        Column(desk.phrase("feedback.colour"), kind=CellKind.MARK),
    )
    return emptied(desk, Table(columns, tuple(_row(desk, one) for one in everything)))


def _row(desk: Desk, one: Performance) -> tuple[str, ...]:
    return (
        desk.name(one.indicator),
        target_of(desk, one.indicator),
        _value(desk, one, one.previous),
        _value(desk, one, one.latest),
        desk.date_of(one.latest.end) if one.latest else "",
        _trend(desk, one),
        desk.phrase(f"feedback.{one.signal}") if one.signal else NOTHING,
    )


def _trend(desk: Desk, one: Performance) -> str:
    """Return in a word where the newest value moves, and plainly where there is none before it."""
    if one.latest is not None and one.previous is None:
        return desk.phrase("feedback.one_period")
    return desk.phrase(f"feedback.{one.trend}") if one.trend else NOTHING


def _value(desk: Desk, one: Performance, value: IndicatorValue | None) -> str:
    return with_unit(desk, value.value, one.indicator.unit) if value else NOTHING


def card(desk: Desk, indicator: Indicator) -> Block:
    """Return the card of one indicator under its name; an empty one to be filled in by hand."""
    values = (
        named(desk, indicator.promise),
        desk.value(indicator, "formula"),
        indicator.source,
        desk.say(indicator.unit),
        target_of(desk, indicator),
        _red(desk, indicator),
        desk.value(indicator, "frequency"),
        desk.person(indicator.owner),
    )
    name, *titles = _titles(desk)
    entries = tuple(Entry(title, value) for title, value in zip(titles, values, strict=False))
    return KeepTogether((Heading(desk.say(indicator.name) or f"{name}:", 3), KeyValues(entries)))


def _red(desk: Desk, indicator: Indicator) -> str:
    """Return from where on a value is red, "" where the card does not say."""
    limit = with_unit(desk, indicator.red_limit, indicator.unit)
    if not limit:
        return ""
    if not indicator.comparison:
        return labelled(desk.phrase("feedback.red_limit"), limit)
    return desk.phrase(f"feedback.red_{indicator.comparison}", limit=limit)


def _values(desk: Desk, one: Performance) -> Iterator[Block]:
    """Yield the newest values of an indicator, oldest first."""
    if not one.values:
        yield desk.missing(IndicatorValue)
        return
    columns = (
        Column(desk.phrase("feedback.period"), 2),
        Column(_titles(desk)[_VALUES], kind=CellKind.NUMBER),
        Column(desk.phrase("feedback.cases"), kind=CellKind.NUMBER),
        Column(desk.phrase("feedback.note"), 2),
    )
    rows = tuple(
        (
            desk.period(value.start, value.end),
            with_unit(desk, value.value, one.indicator.unit),
            desk.number_of(value.cases),
            value.note,
        )
        for value in one.values[-_VALUES_ON_A_CARD:]
    )
    yield Table(columns, rows)
    chart = trend_chart(desk, one)
    if chart is not None:
        yield chart
