"""How indicators, their values and their colours are worded."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from models.domain.marking import N_
from models.domain.measuring import is_share
from models.domain.performance import Performance, Signal, Trend
from models.domain.records.charter import Indicator
from models.localisation.language import Language
from ui.language import _, current
from ui.theme import Tone

SIGNALS: Mapping[Signal, tuple[str, str, Tone]] = {
    Signal.GREEN: (N_("Green"), "circle-check", Tone.GOOD),
    Signal.AMBER: (N_("Amber"), "triangle-alert", Tone.LATE),
    Signal.RED: (N_("Red"), "circle-x", Tone.BROKEN),
}
"""Word, shape and tone of each colour: it is never told by the tone alone."""

_TRENDS: Mapping[Trend, str] = {
    Trend.BETTER: N_("better than before"),
    Trend.SAME: N_("as before"),
    Trend.WORSE: N_("worse than before"),
}


def measured(indicator: Indicator, value: Decimal | None, speech: Language | None = None) -> str:
    """Return a value with its unit, "" for none."""
    speech = speech or current()
    if value is None:
        return ""
    if is_share(indicator):
        return speech.number(value) + speech.row.percent
    unit = indicator.unit.best(speech.code)
    return f"{speech.number(value)} {speech.isolate(unit)}" if unit else speech.number(value)


def trend_in_words(one: Performance) -> str:
    """Return where the newest value moves, "" before there are two."""
    return _(_TRENDS[one.trend]) if one.trend else ""


def target_in_words(indicator: Indicator) -> str:
    """Return target and red limit in one line."""
    if indicator.target is None:
        return _("No target yet")
    number = measured(indicator, indicator.target)
    if indicator.comparison == "at_least":
        said = _("Target: at least {number}").format(number=number)
    elif indicator.comparison == "at_most":
        said = _("Target: at most {number}").format(number=number)
    else:
        said = _("Target: {number}").format(number=number)
    if indicator.red_limit is None or not indicator.comparison:
        return said
    limit = measured(indicator, indicator.red_limit)
    red = _("red below {limit}") if indicator.comparison == "at_least" else _("red above {limit}")
    return f"{said} · {red.format(limit=limit)}"
