"""The model survey, its scales and indices, and how many answers are needed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

from models.content.loading import load
from models.domain.survey.pitfalls import Pitfall
from models.domain.text import LocalText
from models.localisation.language import Language
from models.localisation.phrases import Phrases
from models.localisation.text import search_key

_NET_PROMOTER = "scale10"
_SHARES = frozenset({"rate", "low"})
_BETWEEN_WORDS = re.compile("[,،]")
_QUOTED = re.compile('[“«"][^”»"]*[”»"]')


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
class PitfallText:
    """A usual mistake; seen: how a survey's own figures tell it, with the fields of its `Pitfall`."""

    id: str
    text: LocalText
    seen: LocalText | None = None


@dataclass(frozen=True, kw_only=True)
class SurveyModel:
    """Everything about asking customers; promise_item has the field promise.

    small_sample: with fewer answers, counts are shown instead of percentages. leading: words, by language,
    that steer an answer. joining: those that join two things in one question. overall: those that ask about
    everything together. stop_words: those that say nothing of what an answer is about, separated by commas.
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
    pitfalls: tuple[PitfallText, ...]
    stop_words: LocalText
    leading: Mapping[str, tuple[str, ...]] = field(hash=False)
    joining: Mapping[str, tuple[str, ...]] = field(hash=False)
    overall: Mapping[str, tuple[str, ...]] = field(hash=False)

    def scale(self, scale_id: str) -> Scale:
        """Return one scale.

        Raises:
            KeyError: there is no such scale.
        """
        return {scale.id: scale for scale in self.scales}[scale_id]


def index_of(model: str, question_type: str) -> Index | None:
    """Return the index that a question feeds by its model question or its scale, None for none."""
    known = survey_model()
    item = next((item for item in known.items if item.id == model), None)
    name = item.index if item else "NPS" if question_type == _NET_PROMOTER else ""
    return next((index for index in known.indices if index.id == name), None)


@cache
def words_of(text: LocalText) -> frozenset[str]:
    """Return the words of a list in all its languages, as they are searched."""
    return frozenset(
        search_key(word) for _code, words in text.items() for word in _BETWEEN_WORDS.split(words)
    )


def first_found(text: LocalText, words: Mapping[str, tuple[str, ...]]) -> str:
    """Return the first of some words, by language, that a question itself says; "" where there is none."""
    for code, said in text.items():
        # What is quoted, as a promise is, is not the question's own wording.
        own = _QUOTED.sub(" ", said)
        for span in _phrases(words.get(code, ())).found_in(own):
            return own[span.start : span.end].strip()
    return ""


@cache
def _phrases(words: tuple[str, ...]) -> Phrases:
    return Phrases.of(words)


def is_leading(text: LocalText) -> bool:
    """Return whether a question has a word that steers its answer."""
    return bool(first_found(text, survey_model().leading))


def pitfall_words(found: Pitfall, language: Language) -> tuple[str, str]:
    """Return how the figures tell a pitfall, and what is to be learnt from it."""
    told = next(one for one in survey_model().pitfalls if one.id == found.id)
    numbers = {
        name: language.percent(value) if name in _SHARES else language.number(value)
        for name, value in found.numbers.items()
    }
    seen = told.seen.best(language.code).format(**numbers) if told.seen else ""
    return seen, told.text.best(language.code)


@cache
def survey_model() -> SurveyModel:
    """Return the model survey."""
    return load("survey.toml", SurveyModel)
