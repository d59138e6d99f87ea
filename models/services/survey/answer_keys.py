"""Sheets of a survey entered by keyboard: the keys that answer a question, and the sheet under way."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from models.domain.errors import AppError
from models.domain.ids import RecordId, new_id
from models.domain.ledger import Ledger
from models.domain.marking import N_
from models.domain.records.feedback import SurveyAnswer, SurveyQuestion
from models.domain.survey.results import (
    NO_GIVEN,
    SCALES,
    YES_GIVEN,
    answers_of,
    choice_answer,
    choices_of,
)
from models.localisation.answer_words import NO, YES
from models.localisation.language import Language
from models.localisation.text import ascii_digits
from models.services.survey.answer_reading import DASH, AnswerReader

TEN_KEY = "+"
"""Answers 10, which has no key of its own."""

NONE_KEYS = ("-", " ", "−")
"""Answer that there is no answer."""

_MOST_CHOICES = 9


class SheetUnanswered(AppError):
    """A sheet on which nothing is answered."""

    message = N_("Nothing is answered on this sheet yet. Press the keys of the answers first.")


class SheetEnteredBefore(AppError):
    """A sheet whose number another one has."""

    message = N_("The sheet with the number {number} is entered already. Write another number.")


def keys_of(question: SurveyQuestion, language: Language) -> Mapping[str, str]:
    """Return the keys that answer a question, in their order, with the answer that each stands for.

    An open question has none. Digits may be typed in any shape, and yes and no by their first letter too.
    """
    scale = SCALES.get(question.type)
    if scale is not None:
        return {TEN_KEY if value == 10 else str(value): str(value) for value in scale}
    if question.type == "yes_no":
        yes, no = (language.gettext(word)[0].casefold() for word in (YES, NO))
        return {"1": YES_GIVEN, "0": NO_GIVEN, yes: YES_GIVEN, no: NO_GIVEN}
    if question.type == "choice":
        count = min(len(choices_of(question)), _MOST_CHOICES)
        return {str(number): choice_answer(number) for number in range(1, count + 1)}
    return {}


def answer_of_key(question: SurveyQuestion, typed: str, language: Language) -> str | None:
    """Return the answer that a typed letter stands for, None where it stands for none."""
    if typed in NONE_KEYS and question.type != "open":
        return DASH
    return keys_of(question, language).get(ascii_digits(typed).casefold())


class SheetEntry:
    """One sheet while it is entered, question by question.

    place: of the question that is asked now, from 0; as many as there are questions when all were asked.
    """

    def __init__(self, questions: Sequence[SurveyQuestion], answers: Sequence[str] = ()) -> None:
        self.questions = tuple(questions)
        self.id: RecordId = new_id()
        self.place = 0
        given = (*answers, *[""] * len(self.questions))
        self.answers = ["" if one == DASH else one for one in given[: len(self.questions)]]

    @property
    def question(self) -> SurveyQuestion | None:
        """The question that is asked now, None behind the last one."""
        return self.questions[self.place] if self.place < len(self.questions) else None

    @property
    def is_begun(self) -> bool:
        """Whether anything is answered."""
        return any(answer not in ("", DASH) for answer in self.answers)

    @property
    def is_complete(self) -> bool:
        """Whether the last question was passed."""
        return self.question is None

    def answer(self, text: str) -> None:
        """Answer the question that is asked now and go on."""
        if self.question is not None:
            self.answers[self.place] = text
            self.place += 1

    def go(self, place: int) -> None:
        """Ask another question, the nearest there is."""
        self.place = max(0, min(place, len(self.questions)))

    def record(
        self, ledger: Ledger, survey: RecordId, no: int | None, day: date | None, source: str
    ) -> SurveyAnswer:
        """Return the sheet as it is to be saved.

        no: as written on the paper; None for the number after the last one.

        Raises:
            SheetUnanswered, SheetEnteredBefore: it cannot be saved as it is.
        """
        if not self.is_begun:
            raise SheetUnanswered
        present = answers_of(ledger, survey)
        if no is None:
            no = following(present)
        if any(one.no == no and one.id != self.id for one in present):
            raise SheetEnteredBefore(number=no)
        answers = tuple(answer or DASH for answer in self.answers)
        return SurveyAnswer(id=self.id, survey=survey, no=no, answered_on=day, source=source, answers=answers)


def following(sheets: Sequence[SurveyAnswer]) -> int:
    """Return the number after the highest one given."""
    return max((one.no or 0 for one in sheets), default=0) + 1


def open_answer(question: SurveyQuestion, text: str, language: Language) -> str:
    """Return an answer in words as it is kept, a dash for none.

    Raises:
        AnswerTooLong: it cannot be kept.
    """
    return AnswerReader(question, (language,)).read(text)
