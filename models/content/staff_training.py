"""What the slides and the quiz for the staff say besides the company's own charter."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from models.content.loading import load
from models.domain.text import LocalText


@dataclass(frozen=True, kw_only=True)
class Told:
    """Something in a few words, and what it means."""

    name: LocalText
    text: LocalText


@dataclass(frozen=True, kw_only=True)
class QuizQuestion:
    """A question that holds in every company, with its right answer and three wrong ones."""

    id: str
    question: LocalText
    right: LocalText
    wrong: tuple[LocalText, ...]


@dataclass(frozen=True, kw_only=True)
class SlideWords:
    """The titles and labels of the slides; fields stand in braces."""

    title: LocalText
    subtitle: LocalText
    foot: LocalText
    why: LocalText
    promise: LocalText
    applies: LocalText
    does_not_apply: LocalText
    remedy: LocalText
    claim: LocalText
    limit: LocalText
    granted_by: LocalText
    none_yet: LocalText
    complaint: LocalText
    complaint_kicker: LocalText
    route: LocalText
    ways: LocalText
    deadlines: LocalText
    second_look: LocalText
    outside: LocalText
    privacy: LocalText
    privacy_kicker: LocalText
    authority: LocalText
    authority_kicker: LocalText
    beyond: LocalText
    quiz: LocalText
    quiz_text: LocalText
    question: LocalText
    answers: LocalText


@dataclass(frozen=True, kw_only=True)
class QuizWords:
    """The wording of the questions and of the paper they are answered on; fields stand in braces."""

    title: LocalText
    introduction: LocalText
    answers: LocalText
    gap: LocalText
    number_in_text: LocalText
    number_of_promise: LocalText
    remedy: LocalText
    acknowledged: LocalText
    answered: LocalText
    amount: LocalText
    right_answers: LocalText
    question: LocalText
    answer: LocalText


@dataclass(frozen=True, kw_only=True)
class StaffTraining:
    """Slides and quiz; `lures` are remedies that nobody should offer."""

    slides: SlideWords
    quiz: QuizWords
    why: tuple[Told, ...]
    complaint: tuple[Told, ...]
    privacy: tuple[Told, ...]
    lures: tuple[LocalText, ...]
    questions: tuple[QuizQuestion, ...]


@cache
def staff_training() -> StaffTraining:
    """Return the words of slides and quiz."""
    return load("staff_training.toml", StaffTraining)
