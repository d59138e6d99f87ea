"""Answers to survey questions as people write and key them, as the survey keeps them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from models.content.survey import SurveyItem, survey_model
from models.domain.errors import AppError
from models.domain.gates.step6 import NO_ANSWER
from models.domain.known import Known
from models.domain.marking import N_
from models.domain.records.feedback import SurveyQuestion
from models.domain.survey.results import (
    NO_GIVEN,
    SCALES,
    YES_GIVEN,
    choice_answer,
    choices_of,
)
from models.domain.text import LocalText
from models.exchange.table_rows import Cell
from models.localisation.answer_words import NO, YES
from models.localisation.language import Language
from models.localisation.text import ascii_digits, normalise, search_key, shortened, without_marks
from models.services.cell_reading import NotAChoice, NotYesOrNo
from models.services.survey.cells import trusted

DASH = "-"
"""How a sheet keeps that a question was not answered."""

LONGEST_ANSWER = 10_000

_YES_WORDS = N_("yes, y, true, yes please")
_NO_WORDS = N_("no, n, false, no thanks")
_TICKS = {
    "1": YES_GIVEN,
    "0": NO_GIVEN,
    "✓": YES_GIVEN,
    "✔": YES_GIVEN,
    "✗": NO_GIVEN,
    "✘": NO_GIVEN,
    YES_GIVEN: YES_GIVEN,
    NO_GIVEN: NO_GIVEN,
}
# "5", "5.0", and what forms write where a value has a name: "5 - very satisfied", "5 (very satisfied)".
_VALUE = re.compile(r"(\d{1,2})(?:[.٫]0+)?(?:\s*[-–—:.)(،,]\s*\D*|\s+\D*)?")
_BETWEEN_WORDS = re.compile("[,،]")


class NotOnScale(AppError):
    """An answer that the scale does not have."""

    message = N_("{text} is not on the scale from {lowest} to {highest}.")


class AnswerTooLong(AppError):
    """An open answer longer than can be kept."""

    message = N_("This answer has {length} characters; at most {limit} can be kept.")


class AnswerReader:
    """Reads the answers to one question, in any of the languages and digits; what is kept has no language.

    known: what cells say, as it is kept; those that were not there before are read, and may be refused.
    """

    def __init__(self, question: SurveyQuestion, languages: Sequence[Language]) -> None:
        self._question = question
        self._kept = dict(self._words(languages))
        self.known = Known(self._answer)

    def read(self, text: str) -> str:
        """Return an answer as it is kept, a dash for none.

        Raises:
            NotOnScale, NotYesOrNo, NotAChoice, AnswerTooLong: it is no answer to the question.
        """
        return self.known[text]

    def _answer(self, cell: Cell) -> str:
        text = trusted(cell)
        return self._open(text) if self._question.type == "open" else self._closed(text)

    def _open(self, text: str) -> str:
        # A sheet keeps one answer on each line.
        line = " ".join(normalise(text).split())
        if len(line) > LONGEST_ANSWER:
            raise AnswerTooLong(length=len(line), limit=LONGEST_ANSWER)
        return DASH if line in NO_ANSWER else line

    def _closed(self, text: str) -> str:
        text = without_marks(normalise(text[: 2 * LONGEST_ANSWER]))
        if text in NO_ANSWER:
            return DASH
        kept = self._kept.get(_key(text))
        if kept is not None:
            return kept
        scale = SCALES.get(self._question.type)
        value = _VALUE.fullmatch(ascii_digits(text)) if scale is not None else None
        if scale is not None and value is not None and int(value[1]) in scale:
            return str(int(value[1]))
        raise self._refusal(text, scale)

    def _refusal(self, text: str, scale: range | None) -> AppError:
        shown = shortened(text)
        if scale is not None:
            return NotOnScale(text=shown, lowest=scale[0], highest=scale[-1])
        return NotYesOrNo(text=shown) if self._question.type == "yes_no" else NotAChoice(text=shown)

    def _words(self, languages: Sequence[Language]) -> Iterator[tuple[str, str]]:
        """Yield the words that stand for an answer, folded, with the answer as it is kept."""
        item = _model(self._question)
        if item is not None and item.screening is not None:
            yield from ((_key(text), DASH) for _code, text in item.screening.items())
        if self._question.type == "yes_no":
            yield from yes_and_no(languages).items()
        elif self._question.type == "choice":
            for number, choice in enumerate(choices_of(self._question), 1):
                kept = choice_answer(number)
                yield from ((key, kept) for key in (str(number), _key(kept)))
                yield from ((_key(said), kept) for _code, said in choice.items())
        elif item is not None and item.scale:
            scale = survey_model().scale(item.scale)
            for value, label in ((scale.lowest, scale.low_label), (scale.highest, scale.high_label)):
                yield from ((_key(text), str(value)) for text in _texts(label))


def yes_and_no(languages: Sequence[Language]) -> Mapping[str, str]:
    """Return the folded words of all languages for yes and no, with what a sheet keeps for them."""
    words = dict(_TICKS)
    for language in languages:
        for word, others, kept in ((YES, _YES_WORDS, YES_GIVEN), (NO, _NO_WORDS, NO_GIVEN)):
            spoken = [language.gettext(word), *_BETWEEN_WORDS.split(language.gettext(others))]
            words |= {_key(one): kept for one in spoken}
    return words


def _key(text: str) -> str:
    """Return what words are compared by: a half-space, a blank and nothing are often the same."""
    return search_key(text).replace(" ", "")


def _model(question: SurveyQuestion) -> SurveyItem | None:
    return next((item for item in survey_model().items if item.id == question.model), None)


def _texts(text: LocalText) -> list[str]:
    return [one for _code, one in text.items()]
