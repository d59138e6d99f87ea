"""Designing a survey: questions in their order, the model's to take, versions once answers came in."""

from __future__ import annotations

import dataclasses
from collections.abc import Collection, Sequence
from datetime import date
from typing import Any

from models.content.survey import SurveyItem, survey_model
from models.domain.errors import AppError
from models.domain.fields import Record, field_of
from models.domain.ids import RecordId, new_id
from models.domain.ledger import Ledger
from models.domain.marking import N_
from models.domain.records.feedback import Survey, SurveyAnswer, SurveyQuestion
from models.domain.registers import register_of
from models.domain.sentences import Sentence, Wording
from models.domain.survey.results import questions_of
from models.domain.survey.versions import FIRST_VERSION, changes_meaning, family
from models.domain.text import LocalText
from models.domain.validation import refusal_of
from models.services.company import OpenCompany
from models.services.editing import ValueRefused, new_record, save_field

# What belongs to the time of asking, which a new version has not had yet.
_OF_ASKING = ("asked", "start", "end", "tested_with", "tested_on", "shortfall_reason")
_FIRST_TYPE = "scale5"


class AnswersCameIn(AppError):
    """The meaning of a question would change under the answers that were given to it."""

    def __init__(self, sheets: int) -> None:
        super().__init__()
        self.wanted = Sentence(
            "{count} answer came in with this version. Make a new version, or correct a mere slip.",
            "{count} answers came in with this version. Make a new version, or correct a mere slip.",
            sheets,
        )


class OrderIsAnswered(AppError):
    """A question would be moved or taken away under the answers that were given."""

    def __init__(self, sheets: int) -> None:
        super().__init__()
        self.wanted = Sentence(
            "{count} answer came in with these questions in this order. Make a new version first.",
            "{count} answers came in with these questions in this order. Make a new version first.",
            sheets,
        )


class QuestionGone(AppError):
    """The question was deleted somewhere else while it was being written."""

    message = N_("This question was deleted meanwhile. Take it back from the bin to go on with it.")


def surveys_in_order(ledger: Ledger) -> Sequence[Survey]:
    """Return all surveys: the families by the newest, in each the newest version first."""
    families = {family(ledger, one) for one in ledger.all(Survey)}
    newest_first = sorted(families, key=lambda versions: max(one.id for one in versions), reverse=True)
    return [survey for versions in newest_first for survey in reversed(versions)]


def sheets_of(ledger: Ledger, survey: RecordId | None) -> int:
    """Return how many sheets of a survey were entered, the invalid ones too."""
    return sum(answer.survey == survey for answer in ledger.all(SurveyAnswer)) if survey else 0


def begun_survey(ledger: Ledger, wording: Wording, today: date) -> Survey:
    """Return a survey of its own, not saved yet; its code follows the last one given."""
    from models.services.model_entries import Start, new_survey

    begun = new_survey(Start(ledger, wording, today))
    if not ledger.all(Survey):
        return begun
    following = new_record(register_of(Survey), ledger)
    assert isinstance(following, Survey)
    return dataclasses.replace(begun, no=following.no or begun.no, title=LocalText(), start=None)


def items_to_take(ledger: Ledger, survey: RecordId) -> Sequence[SurveyItem]:
    """Return the questions of the model form that a survey does not ask."""
    asked = questions_of(ledger, survey)
    known = {question.model for question in asked} | {text for one in asked for _, text in one.text.items()}
    return [
        item
        for item in survey_model().items
        if item.id not in known and known.isdisjoint(text for _, text in item.text.items())
    ]


def taken_items(ledger: Ledger, survey: RecordId, items: Sequence[SurveyItem]) -> Sequence[SurveyQuestion]:
    """Return questions of the model form as a survey's own behind all others, not saved yet."""
    first = _following(ledger, survey)
    return [
        SurveyQuestion(survey=survey, order=order, text=item.text, type=item.type, model=item.id)
        for order, item in enumerate(items, first)
    ]


def own_questions(
    ledger: Ledger, survey: RecordId, texts: Sequence[LocalText], kind: str = _FIRST_TYPE
) -> Sequence[SurveyQuestion]:
    """Return questions of the user's own behind all others, not saved yet.

    kind: one of `QUESTION_TYPES`.
    """
    first = _following(ledger, survey)
    return [
        SurveyQuestion(survey=survey, order=order, text=text, type=kind)
        for order, text in enumerate(texts, first)
    ]


def _following(ledger: Ledger, survey: RecordId) -> int:
    return max((one.order or 0 for one in questions_of(ledger, survey)), default=0) + 1


def moved_question(question: SurveyQuestion, to: int, ledger: Ledger) -> Sequence[SurveyQuestion]:
    """Return the questions whose number changes when one is moved.

    to: its new place, 0 for the first; beyond the ends it is the nearest one.

    Raises:
        OrderIsAnswered: answers came in, each in the order of the questions.
    """
    refuse_reordering(ledger, question)
    assert question.survey is not None
    others = [one for one in questions_of(ledger, question.survey) if one.id != question.id]
    others.insert(max(0, min(to, len(others))), question)
    return [
        dataclasses.replace(one, order=place) for place, one in enumerate(others, 1) if one.order != place
    ]


def refuse_reordering(ledger: Ledger, question: SurveyQuestion) -> None:
    """Raise OrderIsAnswered where answers came in to the survey of a question."""
    sheets = sheets_of(ledger, question.survey)
    if sheets:
        raise OrderIsAnswered(sheets)


def save_question(company: OpenCompany, record: Record, name: str, value: Any) -> Record:
    """Save one field of a question and return the question as it is then.

    Raises:
        AnswersCameIn: it would change the meaning of what was answered; nothing was changed.
        QuestionGone: it lies in the bin. ValueRefused, AppError: as `save_field` does.
    """
    assert isinstance(record, SurveyQuestion)
    known = company.find(SurveyQuestion, record.id)
    if known is None and any(one.id == record.id for one in company.binned(SurveyQuestion)):
        raise QuestionGone
    if known is not None and changes_meaning(known, _with(known, name, value)):
        sheets = sheets_of(company, known.survey)
        if sheets:
            raise AnswersCameIn(sheets)
    return save_field(company, record, name, value)


def correct_slip(company: OpenCompany, question: SurveyQuestion, name: str, value: Any) -> SurveyQuestion:
    """Save one field of a question although answers came in: a slip of the pen, kept in the history.

    Raises:
        AnswersCameIn: not a slip: another kind of answer, or another number of choices.
    """
    known = company.find(SurveyQuestion, question.id) or question
    changed = _with(known, name, value)
    if name not in ("text", "options") or _lines(changed.options) != _lines(known.options):
        raise AnswersCameIn(sheets_of(company, known.survey))
    saved = save_field(company, question, name, value)
    assert isinstance(saved, SurveyQuestion)
    return saved


def new_version(
    ledger: Ledger,
    survey: Survey,
    changed: Collection[SurveyQuestion] = (),
    without: Collection[RecordId] = (),
) -> tuple[Survey, Sequence[Record]]:
    """Return the next version of a survey, and it with its questions, to be saved in one step.

    Args:
        ledger: the company's records.
        survey: of which everything is copied but what belongs to the time of asking.
        changed: questions as they are to be in the new version.
        without: the questions that it does not ask any more.
    """
    last = max((one.version or FIRST_VERSION for one in family(ledger, survey)), default=FIRST_VERSION)
    empty: dict[str, Any] = {name: field_of(Survey, name).empty for name in _OF_ASKING}
    copy = dataclasses.replace(survey, id=new_id(), version=last + 1, replaces=survey.id, **empty)
    as_wished = {one.id: one for one in changed}
    asked = [
        as_wished.get(one.id, one) for one in questions_of(ledger, survey.id) if one.id not in set(without)
    ]
    questions = [
        dataclasses.replace(one, id=new_id(), survey=copy.id, order=place)
        for place, one in enumerate(asked, 1)
    ]
    return copy, (copy, *questions)


def with_value(question: SurveyQuestion, name: str, value: Any) -> SurveyQuestion:
    """Return a question with one field changed, for a version in which it is asked so.

    Raises:
        ValueRefused: the value cannot be kept.
    """
    refused = refusal_of(field_of(SurveyQuestion, name), value)
    if refused is not None:
        raise ValueRefused(refused)
    return _with(question, name, value)


def _with(question: SurveyQuestion, name: str, value: Any) -> SurveyQuestion:
    return dataclasses.replace(question, **{name: value})


def _lines(text: LocalText) -> int:
    return max((len(one.splitlines()) for _, one in text.items()), default=0)
