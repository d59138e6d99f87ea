"""Answers to survey questions in the words of a language, whatever the language they were given in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

from models.domain.marking import N_
from models.domain.records.feedback import SurveyQuestion
from models.domain.survey.results import (
    NO_GIVEN,
    YES_GIVEN,
    QuestionResult,
    choice_number,
    choices_of,
    known_answer,
)
from models.localisation.language import Language, load_language
from models.localisation.languages import language_rows

YES = N_("Yes")
NO = N_("No")

_MESSAGES: Mapping[str, str] = {YES_GIVEN: YES, NO_GIVEN: NO}


def one_answer(question: SurveyQuestion, answer: str) -> str:
    """Return an answer as it is counted; earlier versions kept yes and no in words."""
    known = known_answer(question, answer)
    return _yes_and_no().get(known.casefold(), known) if question.type == "yes_no" else known


def said(question: SurveyQuestion, answer: str, language: Language) -> str:
    """Return an answer, kept in whatever form, as it is read in a language; "" stays "".

    Digits of scales are those of the language.
    """
    known = one_answer(question, answer)
    if question.type == "yes_no" and known in _MESSAGES:
        return language.gettext(_MESSAGES[known])
    number = choice_number(question, known) if question.type == "choice" else None
    if number is not None:
        return choices_of(question)[number - 1].best(language.code)
    return language.digits(known) if known.isdecimal() and question.type != "open" else known


def said_sheet(
    questions: Iterable[SurveyQuestion], answers: tuple[str, ...], language: Language
) -> tuple[str, ...]:
    """Return the answers of a sheet, which stand in the order of the questions, as they are read."""
    asked = tuple(questions)
    read = (
        said(question, answer.strip(), language) for question, answer in zip(asked, answers, strict=False)
    )
    return (*read, *answers[len(asked) :])


def said_counts(result: QuestionResult, language: Language) -> Mapping[str, int]:
    """Return the answers in words of a result with their numbers, the most frequent first."""
    counts: dict[str, int] = {}
    for answer, count in result.words.items():
        words = said(result.question, answer, language)
        counts[words] = counts.get(words, 0) + count
    return counts


@cache
def _yes_and_no() -> Mapping[str, str]:
    languages = [load_language(row.code) for row in language_rows()]
    return {
        language.gettext(message).casefold(): kept
        for language in languages
        for kept, message in _MESSAGES.items()
    }
