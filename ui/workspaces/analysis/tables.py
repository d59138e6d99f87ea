"""The columns in which a survey's figures are listed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from models.domain.marking import N_
from models.domain.survey.comparison import Comparison, Verdict
from models.domain.survey.results import QuestionResult
from models.services.survey.words import (
    difference_text,
    figure_text,
    interval_text,
    mean_text,
    question_name,
    verdict_text,
)
from ui import theme
from ui.language import current
from ui.theme import Tone
from ui.widgets.plain_table import Column, PlainTable

_ROW, _HEAD, _EDGES = theme.space(9), theme.space(8), 2
_TONES: Mapping[Verdict, Tone] = {
    Verdict.BETTER: Tone.GOOD,
    Verdict.WORSE: Tone.BROKEN,
    Verdict.CHANCE: Tone.QUIET,
}
_ICONS: Mapping[Verdict, str] = {Verdict.BETTER: "up", Verdict.WORSE: "down"}


@dataclass(frozen=True)
class Line:
    """A result under a name of its own, such as that of a promise."""

    name: str
    result: QuestionResult


def _before(one: Comparison) -> str:
    return figure_text(one.before, current()) if one.before else "–"


def _answers(line: Line) -> str:
    return current().number(line.result.answers)


def _middle(line: Line) -> str:
    return mean_text(line.result, current()) or "–"


def _ends(line: Line) -> str:
    return interval_text(line.result, current()) or "–"


RESULTS: Sequence[Column[Line]] = (
    Column(N_("Question"), lambda line: line.name, is_wide=True),
    Column(N_("Answers"), _answers),
    Column(N_("Result"), lambda line: figure_text(line.result, current()), is_strong=True),
    Column(N_("95% interval"), _ends),
    Column(N_("Mean"), _middle),
)
PROMISES: Sequence[Column[Line]] = (
    Column(N_("Promise"), lambda line: line.name, is_wide=True),
    *RESULTS[1:],
)
COMPARED: Sequence[Column[Comparison]] = (
    Column(N_("Question"), lambda one: question_name(one.after, current()), is_wide=True),
    Column(N_("Before"), _before),
    Column(N_("Now"), lambda one: figure_text(one.after, current()), is_strong=True),
    Column(N_("Difference"), lambda one: difference_text(one, current()) or "–"),
    Column(
        N_("What it means"),
        lambda one: verdict_text(one, current()),
        lambda one: _TONES.get(one.verdict, Tone.LATE),
        lambda one: _ICONS.get(one.verdict, ""),
    ),
)


def fit_rows(table: PlainTable[Any]) -> None:
    """Make a table as high as its rows, so that the page scrolls and not the table."""
    table.setFixedHeight(_HEAD + _ROW * max(len(table.keys()), 1) + _EDGES)
