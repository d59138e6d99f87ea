"""What a survey's answers come to, question by question."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from operator import attrgetter

from models.domain.gates.step6 import NO_ANSWER, is_valid
from models.domain.ids import RecordId
from models.domain.ledger import Ledger
from models.domain.records.feedback import SurveyAnswer, SurveyQuestion
from models.domain.statistics import Counts, at_least, total
from models.domain.text import LocalText

SCALES: Mapping[str, range] = {"scale5": range(1, 6), "scale7": range(1, 8), "scale10": range(11)}

_TOP_FROM = {"scale5": 4, "scale7": 5, "scale10": 9}

# A telephone number in any digits and grouping, and whatever looks like an address in the net.
_TELEPHONE = re.compile(r"\+?\d(?:[\s\-–/().]?\d){6,}")
_ADDRESS = re.compile(r"[^\s@]+@[\w.-]+\w|(?:https?://|www\.)\S+|(?<!\w)@\w+")
_HIDDEN = "•••"

YES_GIVEN, NO_GIVEN = "yes", "no"
"""How a sheet keeps a yes and a no, in whatever language they were given."""

_CHOICE = re.compile(r"#(\d{1,3})")


@dataclass(frozen=True)
class QuestionResult:
    """The valid answers to one question.

    counts: of a scale, every value in order, those that nobody chose included; empty for other questions.
    words: of other questions, each answer as `known_answer` returns it with how many gave it, the most
    frequent first; what it is called in a language is known to `models.localisation.answer_words`.
    blank: how many valid sheets have no answer here, or none that the scale has.
    """

    question: SurveyQuestion
    counts: Counts
    words: Mapping[str, int]
    blank: int

    @property
    def answers(self) -> int:
        """How many answered."""
        return total(self.counts) + sum(self.words.values())

    @property
    def top(self) -> int:
        """How many chose one of the best values: 4–5 of five, 5–7 of seven, 9–10 of ten."""
        lowest = _TOP_FROM.get(self.question.type)
        return at_least(self.counts, lowest) if lowest is not None else 0


def questions_of(ledger: Ledger, survey: RecordId) -> tuple[SurveyQuestion, ...]:
    """Return the questions of a survey in the order in which they are asked and answered."""
    own = (question for question in ledger.all(SurveyQuestion) if question.survey == survey)
    return tuple(sorted(own, key=lambda question: (question.order is None, question.order or 0)))


def answers_of(ledger: Ledger, survey: RecordId) -> tuple[SurveyAnswer, ...]:
    """Return all sheets of a survey by their number, the invalid ones too."""
    return by_number([answer for answer in ledger.all(SurveyAnswer) if answer.survey == survey])


def by_number(answers: Sequence[SurveyAnswer]) -> tuple[SurveyAnswer, ...]:
    """Return sheets by their number, those without one last."""
    # Apart, because 100,000 pairs would take longer to sort than a window may stand still.
    numbered = sorted((answer for answer in answers if answer.no is not None), key=attrgetter("no"))
    return (*numbered, *(answer for answer in answers if answer.no is None))


def valid_answers(answers: Iterable[SurveyAnswer]) -> tuple[SurveyAnswer, ...]:
    """Return the sheets that count."""
    return tuple(answer for answer in answers if is_valid(answer))


Known = Callable[[SurveyQuestion, str], str]
"""Returns an answer, kept in whatever form, as it is counted."""


def known_answer(question: SurveyQuestion, answer: str) -> str:
    """Return an answer as it is counted: yes and no, and a choice by its number, in whatever form it is kept.

    Other words stay as they are.
    """
    if question.type == "yes_no":
        folded = answer.casefold()
        return folded if folded in (YES_GIVEN, NO_GIVEN) else answer
    if question.type == "choice":
        number = choice_number(question, answer)
        return choice_answer(number) if number is not None else answer
    return answer


def question_results(
    questions: Sequence[SurveyQuestion], answers: Sequence[SurveyAnswer], known: Known = known_answer
) -> tuple[QuestionResult, ...]:
    """Return the result of each question.

    Args:
        questions: in the order of the answers on a sheet.
        answers: the sheets that count; a short one has no answer to the last questions.
        known: brings answers in words to one form; the words of languages are known above this layer.
    """
    return tuple(
        result_of(question, Counter(answer_to(answer, place) for answer in answers), known)
        for place, question in enumerate(questions)
    )


def answer_to(answer: SurveyAnswer, place: int) -> str:
    """Return the answer to the question at a place counted from 0, "" for none."""
    given = answer.answers[place].strip() if place < len(answer.answers) else ""
    return "" if given in NO_ANSWER else given


def choices_of(question: SurveyQuestion) -> tuple[LocalText, ...]:
    """Return the choices a question offers, each in the languages that have it, in their order."""
    lines = {code: text.splitlines() for code, text in question.options.items()}
    rows = zip_longest(*lines.values(), fillvalue="")
    texts = (LocalText.of({code: one.strip() for code, one in zip(lines, row, strict=True)}) for row in rows)
    return tuple(choice for choice in texts if choice)


def choice_answer(number: int) -> str:
    """Return how a sheet keeps the choice of a number, from 1, whatever the language it was chosen in."""
    return f"#{number}"


def choice_number(question: SurveyQuestion, answer: str) -> int | None:
    """Return the number of the choice that an answer means, from 1; None where it means none.

    Sheets of earlier versions keep a choice by its words in one of the languages.
    """
    choices = choices_of(question)
    numbered = _CHOICE.fullmatch(answer)
    if numbered is not None:
        number = int(numbered[1])
        return number if 1 <= number <= len(choices) else None
    places = (at for at, choice in enumerate(choices, 1) if answer in (text for _, text in choice.items()))
    return next(places, None)


def scale_value(question_type: str, answer: str) -> int | None:
    """Return the value of an answer on a scale, in whatever digits; None where the scale lacks it."""
    scale = SCALES.get(question_type)
    if scale is None or not answer.isdecimal():
        return None
    value = int(answer)
    return value if value in scale else None


def anonymous(answer: str) -> str:
    """Return an open answer with telephone numbers and addresses hidden."""
    return _TELEPHONE.sub(_HIDDEN, _ADDRESS.sub(_HIDDEN, answer))


def result_of(
    question: SurveyQuestion, tally: Mapping[str, int], known: Known = known_answer
) -> QuestionResult:
    """Return the result of a question.

    tally: how many sheets have each text there, "" for none. known: as for `question_results`.
    """
    is_scale = question.type in SCALES
    values: Counter[int] = Counter()
    words: Counter[str] = Counter()
    blank = 0
    for text, number in tally.items():
        given = text.strip()
        value = scale_value(question.type, given) if is_scale else None
        if given in NO_ANSWER or (is_scale and value is None):
            blank += number
        elif value is None:
            words[known(question, given)] += number
        else:
            values[value] += number
    counts = {value: values[value] for value in SCALES.get(question.type, ())}
    return QuestionResult(question, counts, dict(words.most_common()), blank)
