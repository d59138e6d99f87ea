"""The model survey, its scales and indices, and how many answers are needed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

from models.content.loading import load
from models.domain.text import LocalText


@dataclass(frozen=True, kw_only=True)
class Scale:
    """The two ends of a scale."""

    id: str
    lowest: int
    highest: int
    low_label: LocalText
    high_label: LocalText


@dataclass(frozen=True, kw_only=True)
class SurveyItem:
    """A question of the model form.

    type: "scale5", "scale7", "scale10", "yes_no" or "open"; scale: id of its scale, "" without one; index: id
    of the index it feeds, "" for none; screening: the box for those whom the question does not concern.
    """

    id: str
    number: int
    text: LocalText
    type: str
    scale: str = ""
    index: str = ""
    screening: LocalText | None = None
    optional: bool = False


@dataclass(frozen=True, kw_only=True)
class Index:
    """How an index is calculated and read."""

    id: str
    name: LocalText
    formula: LocalText
    range: LocalText
    note: LocalText | None = None


@dataclass(frozen=True, kw_only=True)
class SampleSize:
    """Answers needed for a margin of 10, 7 and 5 points at 95%; customers is None for very many."""

    within_10: int
    within_7: int
    within_5: int
    customers: int | None = None


@dataclass(frozen=True, kw_only=True)
class SurveyModel:
    """Everything about asking customers; promise_item has the field promise.

    small_sample: with fewer answers, counts are shown instead of percentages. leading: words, by language,
    that steer an answer. joining: those that join two things in one question. overall: those that ask about
    everything together.
    """

    most_questions: int
    small_sample: int
    test_with: int
    small_sample_label: LocalText
    small_sample_note: LocalText
    random_note: LocalText
    interval_note: LocalText
    nps_note: LocalText
    sample_formula: LocalText
    promise_item: LocalText
    scales: tuple[Scale, ...]
    items: tuple[SurveyItem, ...]
    indices: tuple[Index, ...]
    sample_sizes: tuple[SampleSize, ...]
    pitfalls: tuple[LocalText, ...]
    leading: Mapping[str, tuple[str, ...]] = field(hash=False)
    joining: Mapping[str, tuple[str, ...]] = field(hash=False)
    overall: Mapping[str, tuple[str, ...]] = field(hash=False)

    def scale(self, scale_id: str) -> Scale:
        """Return one scale.

        Raises:
            KeyError: there is no such scale.
        """
        return {scale.id: scale for scale in self.scales}[scale_id]


@cache
def survey_model() -> SurveyModel:
    """Return the model survey."""
    return load("survey.toml", SurveyModel)
