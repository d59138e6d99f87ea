"""Versions of a survey: what makes a question another one, and which questions can be compared."""

from __future__ import annotations

from collections.abc import Sequence

from models.domain.ids import RecordId
from models.domain.ledger import Ledger
from models.domain.records.feedback import Survey, SurveyQuestion
from models.domain.survey.results import choices_of
from models.domain.text import LocalText

FIRST_VERSION = 1


def same_question(one: SurveyQuestion, other: SurveyQuestion) -> bool:
    """Return whether answers to two questions can be compared.

    They ask for the same kind of answer, offer the same choices, and say the same in every language that both
    have; where they share none, both come from the same model question.
    """
    if one.type != other.type:
        return False
    if one.type == "choice" and not _same_choices(one, other):
        return False
    shared = _shared(one.text, other.text)
    if shared:
        return all(_folded(one.text.get(code)) == _folded(other.text.get(code)) for code in shared)
    return bool(one.model) and one.model == other.model


def matched(
    first: Sequence[SurveyQuestion], second: Sequence[SurveyQuestion]
) -> tuple[tuple[SurveyQuestion, SurveyQuestion], ...]:
    """Return the pairs of questions that can be compared, in the order of the second survey."""
    left = list(first)
    pairs = []
    for question in second:
        fitting = next((one for one in left if same_question(one, question)), None)
        if fitting is not None:
            left.remove(fitting)
            pairs.append((fitting, question))
    return tuple(pairs)


def changes_meaning(before: SurveyQuestion, after: SurveyQuestion) -> bool:
    """Return whether an edit makes answers that came in before answers to something else.

    A translation that was missing, a weight and a promise change nothing for those who answered.
    """
    return (
        before.type != after.type
        or before.order != after.order
        or before.survey != after.survey
        or _is_reworded(before.text, after.text)
        or _is_reworded(before.options, after.options)
        or (after.type == "choice" and len(choices_of(before)) not in (0, len(choices_of(after))))
    )


def family(ledger: Ledger, survey: Survey) -> tuple[Survey, ...]:
    """Return all versions of a survey, the oldest first."""
    root = _root(ledger, survey)
    versions = [one for one in ledger.all(Survey) if _root(ledger, one) == root]
    return tuple(sorted(versions, key=lambda one: one.version or FIRST_VERSION))


def _root(ledger: Ledger, survey: Survey) -> RecordId:
    """Return the id of the first version; a circle made by hand ends where it was entered."""
    seen: list[RecordId] = [survey.id]
    while survey.replaces is not None and survey.replaces not in seen:
        before = ledger.find(Survey, survey.replaces)
        if before is None:
            break
        survey = before
        seen.append(survey.id)
    return min(seen) if survey.replaces in seen else survey.id


def _same_choices(one: SurveyQuestion, other: SurveyQuestion) -> bool:
    mine, theirs = choices_of(one), choices_of(other)
    return len(mine) == len(theirs) and all(
        _folded(choice.get(code)) == _folded(its.get(code))
        for choice, its in zip(mine, theirs, strict=True)
        for code in _shared(choice, its)
    )


def _is_reworded(before: LocalText, after: LocalText) -> bool:
    return any(_folded(text) != _folded(after.get(code)) for code, text in before.items())


def _shared(one: LocalText, other: LocalText) -> list[str]:
    return [code for code, text in one.items() if text.strip() and other.get(code).strip()]


def _folded(text: str) -> str:
    """Return a text as its lines read, whatever blanks stand round them."""
    return "\n".join(" ".join(line.split()).casefold() for line in text.strip().splitlines())
