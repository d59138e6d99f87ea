"""The charts of the results: key areas as a radar and as bars, beside the round before."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from models.content.gap import key_areas
from models.documents.charts.bars import Bar, BarNames, bars
from models.documents.charts.radar import Series, radar
from models.documents.charts.shapes import Geometry
from models.domain.scoring import Scores
from ui.language import current
from ui.workspaces.gap.words import area_name, share_figure

Named = tuple[str, Scores]


def area_radar(rounds: Sequence[Named]) -> Geometry:
    """Return the key areas round a middle; the last of the rounds is filled, those before are dashed."""
    last = rounds[-1][1]
    names = [f"{area_name(area.id)}\n{share_figure(last.by_area[area.id])}" for area in key_areas()]
    series = [Series(title, [scores.by_area[area.id] for area in key_areas()]) for title, scores in rounds]
    return radar(names, series, _percent)


def area_bars(rounds: Sequence[Named]) -> Geometry:
    """Return a bar for each key area, with that of the round before where there is one."""
    last, before = rounds[-1], rounds[-2] if len(rounds) > 1 else None
    rows = [
        Bar(
            area_name(area.id),
            _hundred(last[1], area.id),
            share_figure(last[1].by_area[area.id]),
            before=_hundred(before[1], area.id) if before else None,
        )
        for area in key_areas()
    ]
    names = BarNames(last[0], before[0]) if before else None
    return bars(rows, current().number, highest=100, names=names)


def _hundred(scores: Scores, area: str) -> Fraction | None:
    share = scores.by_area[area]
    return None if share is None else 100 * share


def _percent(share: Decimal) -> str:
    return current().number(100 * share, 0)
