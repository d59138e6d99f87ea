"""The gap questionnaire: key areas, questions, scale, weights and bands."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from models.content.clause_links import ClauseLinks, merged
from models.content.loading import load
from models.domain.text import LocalText


class Weight(StrEnum):
    """How much a question counts."""

    CRITICAL = "C"
    MAJOR = "M"
    MINOR = "N"


@dataclass(frozen=True, kw_only=True)
class WeightRow:
    """What a weight is called and how many points it stands for."""

    id: Weight
    points: int
    name: LocalText


@dataclass(frozen=True, kw_only=True)
class ScoreLevel:
    """One score that may be given, 0 to 4."""

    score: int
    label: LocalText
    meaning: LocalText


@dataclass(frozen=True, kw_only=True)
class NotApplicable:
    """How the answer "not applicable" is called and what it means."""

    label: LocalText
    meaning: LocalText


@dataclass(frozen=True, kw_only=True)
class Band:
    """A range of scores in whole percent, both ends included."""

    id: str
    lowest: int
    highest: int
    name: LocalText


@dataclass(frozen=True, kw_only=True)
class NamedText:
    """A text with an id."""

    id: str
    text: LocalText


@dataclass(frozen=True, kw_only=True)
class Ready:
    """What is shown when a company is prepared for an outside audit; never a claim of conformity."""

    label: LocalText
    note: LocalText


@dataclass(frozen=True, kw_only=True)
class KeyArea:
    """One of the six areas under which the questions stand; `name` for lists, `title` for headings."""

    id: str
    name: LocalText
    title: LocalText
    about: LocalText

    @property
    def questions(self) -> tuple[GapQuestion, ...]:
        """The questions of the area."""
        return tuple(question for question in gap_questions() if question.area == self.id)

    @property
    def clauses(self) -> ClauseLinks:
        """The clauses that the questions of the area touch."""
        return merged(question.clauses for question in self.questions)


@dataclass(frozen=True, kw_only=True)
class GapQuestion:
    """One question.

    step: number of the step that closes the gap. evidence: what would show a score of 3 or 4. action: what to
    do about a gap. example: None where the content has none.
    """

    id: str
    area: str
    weight: Weight
    step: int
    clauses: ClauseLinks
    question: LocalText
    action: LocalText
    evidence: tuple[LocalText, ...]
    example: LocalText | None = None

    @property
    def is_critical(self) -> bool:
        """Whether readiness for an audit hangs on this question."""
        return self.weight is Weight.CRITICAL

    @property
    def points(self) -> int:
        """The points its weight stands for."""
        return points(self.weight)


@dataclass(frozen=True, kw_only=True)
class GapModel:
    """How questions are scored.

    target: score from which there is no gap. evidence_from: lowest score that needs evidence; without it the
    answer counts as unproven_score in the readiness check. months_of_records: data needed before an audit.
    """

    target: int
    evidence_from: int
    unproven_score: int
    months_of_records: int
    better_months_of_records: int
    not_applicable: NotApplicable
    claimed: LocalText
    score_label: LocalText
    score_note: LocalText
    areas_note: LocalText
    ready: Ready
    scale: tuple[ScoreLevel, ...]
    weights: tuple[WeightRow, ...]
    bands: tuple[Band, ...]
    formulas: tuple[NamedText, ...]
    readiness: tuple[NamedText, ...]
    key_areas: tuple[KeyArea, ...]


@dataclass(frozen=True, kw_only=True)
class _AreaFile:
    questions: tuple[GapQuestion, ...]


@cache
def gap_model() -> GapModel:
    """Return scale, weights, bands and everything else about scoring."""
    return load("gap.toml", GapModel)


def key_areas() -> tuple[KeyArea, ...]:
    """Return the six key areas, R1 to R6."""
    return gap_model().key_areas


@cache
def gap_questions() -> tuple[GapQuestion, ...]:
    """Return all questions, area by area."""
    files = (load(f"questions/{area.id.lower()}.toml", _AreaFile) for area in key_areas())
    return tuple(question for file in files for question in file.questions)


def gap_question(question_id: str) -> GapQuestion:
    """Return one question.

    Raises:
        KeyError: there is no such question.
    """
    return _questions_by_id()[question_id]


@cache
def _questions_by_id() -> dict[str, GapQuestion]:
    return {question.id: question for question in gap_questions()}


def points(weight: Weight) -> int:
    """Return the points that a weight stands for."""
    return next(row.points for row in gap_model().weights if row.id is weight)


def band(band_id: str) -> Band:
    """Return one band.

    Raises:
        KeyError: there is no such band.
    """
    return {band.id: band for band in gap_model().bands}[band_id]
