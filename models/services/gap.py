"""The gap questionnaire at work: how a round stands, answering, rounds, and actions made from gaps."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from models.content.gap import gap_question
from models.content.guidance import guidance
from models.domain.errors import AppError
from models.domain.fields import field_of
from models.domain.guidance import Question
from models.domain.ids import RecordId, new_id
from models.domain.ledger import Ledger
from models.domain.marking import N_
from models.domain.records.correction import Action
from models.domain.records.organisation import GapAnswer, GapRound
from models.domain.registers import register_of
from models.domain.scoring import (
    Answers,
    Scores,
    answered,
    answers_by_round,
    answers_with_files,
    is_answered,
    is_claimed,
    rounds_in_order,
    scores,
    unasked,
)
from models.domain.sentences import Sentence, Wording
from models.domain.validation import refusal_of
from models.localisation.text import search_key
from models.services.action_sources import FIRST_NUMBER, begun_from
from models.services.company import OpenCompany
from models.services.editing import ValueRefused, new_records

SUBJECT = "gap_answer"


@dataclass(frozen=True)
class Standing:
    """A round as it stands.

    round: None before the first one was started. answers: by question. with_files: ids of the answers that a
    file proves. actions: by the answer they were made from, oldest first. lost: answers to questions that
    are no longer asked.
    """

    round: GapRound | None
    answers: Answers
    with_files: frozenset[str]
    scores: Scores
    actions: Mapping[RecordId, tuple[Action, ...]]
    lost: tuple[GapAnswer, ...]

    @property
    def answered(self) -> int:
        """How many questions have an answer that counts."""
        return answered(guidance().questions, self.answers)

    @property
    def first_unanswered(self) -> str:
        """The id of the first question without an answer that counts, "" where there is none."""
        open_ = (one.id for one in guidance().questions if not is_answered(self.answers.get(one.id)))
        return next(open_, "")

    def is_claimed(self, question_id: str) -> bool:
        """Return whether an answer claims more than its evidence shows."""
        return is_claimed(self.answers.get(question_id), self.with_files)

    def actions_of(self, question_id: str) -> tuple[Action, ...]:
        """Return the actions made from the gap of a question, oldest first."""
        answer = self.answers.get(question_id)
        return self.actions.get(answer.id, ()) if answer else ()


@dataclass(frozen=True)
class Filter:
    """Which questions are wanted; "" and 0 stand for all. words: folded, each must be found."""

    area: str = ""
    weight: int = 0
    unanswered: bool = False
    marked: bool = False
    words: tuple[str, ...] = ()

    @property
    def is_on(self) -> bool:
        """Whether anything is left out."""
        return self != Filter()


def standing(ledger: Ledger, round_id: RecordId | None = None) -> Standing:
    """Return how a round stands; the newest one where none is named or the named one is gone."""
    current = ledger.find(GapRound, round_id) or newest_round(ledger)
    answers = answers_by_round(ledger).get(current.id, {}) if current else {}
    known = guidance()
    return Standing(
        current,
        answers,
        answers_with_files(ledger),
        scores(known.by_area, answers),
        _actions(ledger),
        unasked(known.questions, answers),
    )


def newest_round(ledger: Ledger) -> GapRound | None:
    """Return the round that was started last, None before the first."""
    return next(reversed(rounds_in_order(ledger)), None)


def _actions(ledger: Ledger) -> dict[RecordId, tuple[Action, ...]]:
    made: dict[RecordId, tuple[Action, ...]] = {}
    for action in ledger.all(Action):
        if action.gap is not None:
            made[action.gap] = (*made.get(action.gap, ()), action)
    return made


def wanted(standing_: Standing, filter_: Filter) -> tuple[Question, ...]:
    """Return the questions that a filter lets through, in their order."""
    return tuple(one for one in guidance().questions if fits(one, standing_, filter_))


def fits(question: Question, standing_: Standing, filter_: Filter) -> bool:
    """Return whether a filter lets a question through."""
    answer = standing_.answers.get(question.id)
    return (
        filter_.area in ("", question.key_area)
        and filter_.weight in (0, question.weight)
        and not (filter_.unanswered and is_answered(answer))
        and not (filter_.marked and not (answer and answer.is_marked))
        and _has_words(question.id, answer, filter_.words)
    )


def _has_words(question_id: str, answer: GapAnswer | None, words: Sequence[str]) -> bool:
    if not words:
        return True
    entered = "\n".join((answer.note, answer.evidence, answer.reason)) if answer else ""
    text = f"{_question_key(question_id)}\n{search_key(entered)}"
    return all(word in text for word in words)


@cache
def _question_key(question_id: str) -> str:
    texts = (text for _code, text in gap_question(question_id).question.items())
    return search_key("\n".join((question_id, *texts)))


def first_round(wording: Wording, today: date) -> GapRound:
    """Return the round that the first answer starts, not saved yet."""
    return GapRound(title=wording.gettext(N_("First round")), started_on=today)


def save_answer(
    company: OpenCompany, answer: GapAnswer, changes: Mapping[str, Any], wording: Wording, today: date
) -> GapAnswer:
    """Save some fields of an answer and return it as it is then; where there is no round, one is started.

    Raises:
        ValueRefused: a value cannot be kept; nothing was changed.
        AppError: the company file cannot be written; nothing was changed.
    """
    for name, value in changes.items():
        refused = refusal_of(field_of(GapAnswer, name), value)
        if refused is not None:
            raise ValueRefused(refused)
    saved = dataclasses.replace(company.find(GapAnswer, answer.id) or answer, **changes)
    if company.find(GapRound, saved.round) is not None:
        company.save(saved)
        return saved
    current = newest_round(company) or first_round(wording, today)
    saved = dataclasses.replace(saved, round=current.id)
    company.save_all((current, saved))
    return saved


class RoundRefused(AppError):
    """A round cannot be started or finished like this; `field` is the one of GapRound to mend."""

    field = ""


class NoTitle(RoundRefused):
    """The round has no name."""

    message = N_("Give the round a name, so that it can be told from the others.")
    field = "title"


class NoSigner(RoundRefused):
    """Nobody signs."""

    message = N_("Choose who signs the report of this round.")
    field = "signed_by"


class NoSigningDay(RoundRefused):
    """There is no day, or it has not come yet."""

    message = N_("Enter the day on which the report was signed; it cannot be in the future.")
    field = "signed_on"


class Unanswered(RoundRefused):
    """Questions are open."""

    message = N_("Not every question has an answer: {open} of {total} are open, the first is {first}.")


def title_of_next(ledger: Ledger, wording: Wording) -> str:
    """Return the name that the next round gets unless another is entered."""
    count = len(ledger.all(GapRound))
    if not count:
        return first_round(wording, date.min).title
    return Sentence(N_("Round {number}"), number=count + 1).worded(wording)


def start_round(company: OpenCompany, round_: GapRound, copied: GapRound | None = None) -> None:
    """Save a new round; copied answers keep score, notes and evidence, but neither mark, owner nor date.

    One step to undo.

    Raises:
        NoTitle: it has no name.
        AppError: the company file cannot be written; nothing was changed.
    """
    if not round_.title.strip():
        raise NoTitle
    refused = refusal_of(field_of(GapRound, "title"), round_.title)
    if refused is not None:
        raise ValueRefused(refused)
    records: list[Any] = [round_]
    for answer in answers_by_round(company).get(copied.id, {}).values() if copied else ():
        copy = dataclasses.replace(
            answer, id=new_id(), round=round_.id, is_marked=False, owner=None, due=None
        )
        files = company.evidence_of(SUBJECT, answer.id)
        records += [copy, *(dataclasses.replace(one, id=new_id(), subject_id=copy.id) for one in files)]
    company.save_all(records)


def finish_round(
    company: OpenCompany, round_: GapRound, by: RecordId | None, on: date | None, today: date
) -> None:
    """Let somebody sign the report of a round in which every question is answered.

    Raises:
        RoundRefused: something is missing; nothing was changed.
    """
    current = standing(company, round_.id)
    if current.first_unanswered:
        total = len(guidance().questions)
        raise Unanswered(open=total - current.answered, total=total, first=current.first_unanswered)
    if by is None:
        raise NoSigner
    if on is None or on > today:
        raise NoSigningDay
    company.save(dataclasses.replace(round_, signed_by=by, signed_on=on))


class ActionRefused(AppError):
    """No action can be made like this; `field` is the one to mend."""

    field = ""


class NoOwner(ActionRefused):
    """Nobody would do it."""

    message = N_("Choose who closes the gap.")
    field = "owner"


class NoDue(ActionRefused):
    """It would never be late."""

    message = N_("Enter the day by which the gap is to be closed.")
    field = "due"


def make_actions(
    company: OpenCompany,
    answers: Iterable[GapAnswer],
    owner: RecordId | None,
    due: date | None,
    wording: Wording,
    today: date,
) -> tuple[Action, ...]:
    """Save an action for each gap that has none, its owner and date in the answers too; one step to undo.

    Raises:
        ActionRefused: owner or date is missing; nothing was changed.
    """
    if owner is None:
        raise NoOwner
    if due is None:
        raise NoDue
    handled = _actions(company)
    chosen = [answer for answer in answers if answer.id not in handled]
    blank = new_records(register_of(Action), company, len(chosen))
    numbers = (one.no for one in blank if isinstance(one, Action))
    actions = tuple(
        dataclasses.replace(
            begun_from(company, answer, wording, today),
            no=no or FIRST_NUMBER.format(at),
            owner=owner,
            due=due,
        )
        for at, (no, answer) in enumerate(zip(numbers, chosen, strict=True), 1)
    )
    company.save_all((*actions, *(dataclasses.replace(one, owner=owner, due=due) for one in chosen)))
    return actions
