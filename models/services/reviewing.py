"""The management review at work: its agenda with figures, notes written from them, decisions, actions."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from models.content.guidance import guidance
from models.content.improvement import ReviewTopic, review_model
from models.domain.days import months_later
from models.domain.errors import AppError
from models.domain.gates.facts import Facts
from models.domain.ids import RecordId
from models.domain.ledger import Ledger
from models.domain.marking import N_
from models.domain.records.audit import Review, ReviewDecision, ReviewInput
from models.domain.records.commitment import Role, RoleName
from models.domain.records.correction import Action
from models.domain.records.operation import Launch
from models.domain.reported import Report, previous
from models.domain.review_inputs import report_on
from models.domain.sentences import Sentence, Wording
from models.domain.workdays import workdays_of
from models.services.actions import action_from
from models.services.company import OpenCompany

CHARTER_CHOICES: Mapping[str, str] = {
    "keep": N_("The charter stays as it is."),
    "change": N_("This promise is changed:"),
    "drop": N_("This promise is dropped:"),
    "add": N_("This promise is added:"),
}
"""What can be decided about the charter, as the beginning of the decision."""

_MONTHS_BETWEEN = 12
_DAY = timedelta(days=1)


class NothingToWrite(AppError):
    """No item of the agenda is left without a note."""

    message = N_("Every item has a note already; figures are only written into an empty one.")


class DecisionIncomplete(AppError):
    """An action cannot be made of a decision; `field` is the one to mend."""

    field = ""


class NoText(DecisionIncomplete):
    """Nothing was decided."""

    message = N_("Write what was decided.")
    field = "text"


class NoDecisionOwner(DecisionIncomplete):
    """Nobody carries it out."""

    message = N_("Choose who carries the decision out.")
    field = "owner"


class NoDecisionDue(DecisionIncomplete):
    """It would never be late."""

    message = N_("Enter the day by which the decision is carried out.")
    field = "due"


@dataclass(frozen=True)
class AgendaItem:
    """One item of the agenda: what the records say, and what was written down, oldest first."""

    topic: ReviewTopic
    report: Report
    notes: tuple[ReviewInput, ...]

    @property
    def is_discussed(self) -> bool:
        """Whether anything was written down."""
        return any(one.note.strip() for one in self.notes)

    @property
    def lacks_numbers(self) -> bool:
        """Whether what was written down has no figure in it, though the records have some."""
        said = "".join(one.note for one in self.notes)
        return self.is_discussed and bool(self.report.lines) and not any(map(str.isdigit, said))


def agenda(ledger: Ledger, review: Review, today: date) -> Sequence[AgendaItem]:
    """Return the items of a review's agenda in their order."""
    facts = Facts(ledger, guidance(), today)
    written = notes_of(ledger, review)
    return [
        AgendaItem(topic, report_on(topic.id, facts, review), tuple(written.get(topic.id, ())))
        for topic in review_model().inputs
    ]


def notes_of(ledger: Ledger, review: Review) -> Mapping[str, Sequence[ReviewInput]]:
    """Return what was written down in a review, by item of the agenda."""
    notes: dict[str, list[ReviewInput]] = {}
    for one in ledger.all(ReviewInput):
        if one.review == review.id:
            notes.setdefault(one.topic, []).append(one)
    return notes


def discussed(ledger: Ledger, review: Review) -> int:
    """Return how many items of the agenda have a note."""
    written = notes_of(ledger, review)
    return sum(any(one.note.strip() for one in written.get(topic.id, ())) for topic in review_model().inputs)


def decisions_of(ledger: Ledger, review: Review) -> Sequence[ReviewDecision]:
    """Return what was decided in a review, oldest first."""
    return [one for one in ledger.all(ReviewDecision) if one.review == review.id]


def newest_first(ledger: Ledger) -> Sequence[Review]:
    """Return the reviews as they are listed; one without a day comes first."""
    return sorted(ledger.all(Review), key=lambda one: (one.held_on or date.max, one.id), reverse=True)


def new_review(ledger: Ledger, today: date) -> Review:
    """Return a review of today, not saved yet: period, chair and next day as far as the records tell."""
    blank = Review(held_on=today, end=today, next_on=next_day(ledger, today))
    before = previous(Facts(ledger, guidance(), today), blank)
    chair = next((one.person for one in ledger.all(Role) if one.role == RoleName.TOP_MANAGER), None)
    start = ledger.sheet(Launch).launch_on
    if before is not None and before.held_on is not None:
        start = before.held_on + _DAY
    return dataclasses.replace(
        blank,
        chair=chair,
        present=(chair,) if chair is not None else (),
        start=start if start is not None and start <= today else None,
    )


def next_day(ledger: Ledger, held_on: date) -> date:
    """Return the working day, a year after a review, on which the next one is proposed."""
    return workdays_of(ledger).first_from(months_later(held_on, _MONTHS_BETWEEN))


def in_words(report: Report, wording: Wording) -> str:
    """Return the figures of a report in a language, a sentence on each line."""
    return "\n".join(one.sentence.worded(wording) for one in report.lines)


def write_figures(
    company: OpenCompany, review: Review, items: Iterable[AgendaItem], wording: Wording
) -> Sequence[ReviewInput]:
    """Write the figures of items down where nothing is written yet; one step to undo.

    Raises:
        NothingToWrite: none of them is empty; nothing was changed.
    """
    empty = [item for item in items if not item.is_discussed and item.report.lines]
    if not empty:
        raise NothingToWrite
    made = [
        dataclasses.replace(
            item.notes[0] if item.notes else ReviewInput(review=review.id, topic=item.topic.id),
            note=in_words(item.report, wording),
        )
        for item in empty
    ]
    company.save_all(made)
    return made


def decision_on_charter(review: Review, choice: str, wording: Wording) -> ReviewDecision:
    """Return a decision about the charter that is begun, not saved yet.

    choice: key of CHARTER_CHOICES.
    """
    text = wording.gettext(CHARTER_CHOICES[choice])
    # What goes on is written behind it.
    text = f"{text} " if text.endswith(":") else text
    return ReviewDecision(review=review.id, subject="charter", text=text, owner=review.chair)


def make_action(company: OpenCompany, decision: ReviewDecision, wording: Wording, today: date) -> Action:
    """Save the corrective action that carries a decision out, and note it there; one step to undo.

    Raises:
        DecisionIncomplete: text, owner or date is missing; nothing was changed.
    """
    if not decision.text.strip():
        raise NoText
    if decision.owner is None:
        raise NoDecisionOwner
    if decision.due is None:
        raise NoDecisionDue
    opened_on = min(today, decision.due)
    return action_from(company, decision, wording, opened_on, steps=(decision.text,))


def action_of(ledger: Ledger, decision: ReviewDecision) -> Action | None:
    """Return the action that a decision became, None for none."""
    return ledger.find(Action, decision.action)


def lacks(ledger: Ledger, review: Review) -> Sentence | None:
    """Return what the minutes of a review lack before they are worth signing; None where nothing is."""
    total = len(review_model().inputs)
    known = discussed(ledger, review)
    if known < total:
        return Sentence(
            N_("{number} of {total} items of the agenda have no note yet."), number=total - known, total=total
        )
    if not decisions_of(ledger, review):
        return Sentence(N_("Nothing has been decided yet."))
    return None


def is_planned(review: Review, today: date) -> bool:
    """Return whether a review is still to come."""
    return review.held_on is not None and review.held_on > today


def by_id(ledger: Ledger, record: RecordId | None) -> Review | None:
    """Return the review that a record belongs to: itself, a note of it, or a decision."""
    note, decision = ledger.find(ReviewInput, record), ledger.find(ReviewDecision, record)
    of = note.review if note else decision.review if decision else record
    return ledger.find(Review, of)
