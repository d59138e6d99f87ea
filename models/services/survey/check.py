"""What makes a question or a form hard to answer honestly: said beside it, never forbidden."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from models.content.survey import first_found, survey_model
from models.domain.marking import N_
from models.domain.records.feedback import SurveyQuestion
from models.domain.sentences import Sentence
from models.domain.survey.results import SCALES, choices_of
from models.domain.text import LocalText

_OVERALL = "SV-1"


def question_remarks(question: SurveyQuestion) -> tuple[Sentence, ...]:
    """Return what is to be mended in one question, the weightiest first."""
    return tuple(_of_question(question))


def form_remarks(questions: Sequence[SurveyQuestion]) -> tuple[Sentence, ...]:
    """Return what is to be mended in the form as a whole."""
    return tuple(_of_form(questions))


def steering_words(text: LocalText) -> str:
    """Return the first words that steer the answer, "" where none do."""
    return first_found(text, survey_model().leading)


def _of_question(question: SurveyQuestion) -> Iterator[Sentence]:
    if not question.text:
        yield Sentence(N_("Nothing is asked yet. Write the question."))
        return
    if words := steering_words(question.text):
        yield Sentence(N_("“{words}” steers the answer. Ask without praise or blame."), words=words)
    if question.type != "open" and (word := first_found(question.text, survey_model().joining)):
        yield Sentence(
            N_("“{word}” may join two things in one question. Ask one thing at a time."), word=word
        )
    if question.type == "choice" and len(choices_of(question)) < 2:
        yield Sentence(N_("A choice needs at least two lines to tick."))


def _of_form(questions: Sequence[SurveyQuestion]) -> Iterator[Sentence]:
    most = survey_model().most_questions
    if len(questions) > most:
        yield Sentence(
            "{count} question is asked; after {most} many people stop. Leave out what changes nothing.",
            "{count} questions are asked; after {most} many people stop. Leave out what changes nothing.",
            len(questions),
            most=most,
        )
    if questions and not any(map(_is_overall, questions)):
        yield Sentence(N_("Nothing asks how satisfied customers are overall. The first model question does."))


def _is_overall(question: SurveyQuestion) -> bool:
    if question.type not in SCALES:
        return False
    overall = next(item for item in survey_model().items if item.id == _OVERALL)
    said = {text.strip() for _, text in question.text.items()}
    if question.model == _OVERALL or not said.isdisjoint(text for _, text in overall.text.items()):
        return True
    return bool(first_found(question.text, survey_model().overall))
