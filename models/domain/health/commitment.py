"""Rules about the gap analysis, the laws, the roles and the objectives."""

from __future__ import annotations

from datetime import timedelta

from models.domain.gates.criterion import place
from models.domain.gates.facts import Facts
from models.domain.health.rule import Found, hint, serious, warning
from models.domain.records.commitment import ROLES, Objective, ObjectiveAction, Role, RoleName
from models.domain.records.organisation import GapAnswer, Law
from models.domain.scoring import is_claimed
from models.domain.sentences import Sentence

_LAW_DAYS = timedelta(days=365)
_NEEDED = (RoleName.TOP_MANAGER, RoleName.CHARTER_OWNER, RoleName.COMPLAINT_OFFICER)


def score_without_evidence(facts: Facts) -> Found:
    """Find high scores of critical questions that nothing proves."""
    if facts.latest_round is None:
        return
    answers = facts.answers[facts.latest_round.id]
    for question in facts.guidance.critical:
        answer = answers.get(question.id)
        if answer is not None and is_claimed(answer, facts.answers_with_files):
            reason = Sentence(
                "Nothing proves the score of the critical question {question}; it counts as 2.",
                question=question.id,
            )
            yield reason, place(answer, "evidence")


def gap_without_plan(facts: Facts) -> Found:
    """Find gaps of critical questions for which nobody is named."""
    if facts.latest_round is None:
        return
    answers = facts.answers[facts.latest_round.id]
    for question in facts.guidance.critical:
        answer = answers.get(question.id)
        if answer is not None and answer.score in ("0", "1") and _is_unplanned(facts, answer):
            reason = Sentence(
                "The gap of the critical question {question} has no owner or no date.", question=question.id
            )
            yield reason, place(answer, facts.blank(answer, "owner", "due"))


def _is_unplanned(facts: Facts, answer: GapAnswer) -> bool:
    return bool(facts.blank(answer, "owner", "due"))


def law_unchecked(facts: Facts) -> Found:
    """Find laws that nobody checked for a year."""
    for law in facts.all(Law):
        if law.checked_on is None or law.checked_on + _LAW_DAYS < facts.today:
            reason = Sentence("The law “{name}” was not checked for a year.", name=facts.name(law))
            yield reason, place(law, "checked_on")


def role_without_holder(facts: Facts) -> Found:
    """Find roles without which a charter does not run, and whose holders are not here."""
    for role in _NEEDED:
        if not facts.holders(role):
            reason = Sentence("Nobody who is here holds the role “{role}”.", role=Sentence(ROLES[role]))
            yield reason, place(Role)


def role_without_deputy(facts: Facts) -> Found:
    """Find roles that stand empty when their holder is away."""
    for role in facts.all(Role):
        if role.role in _NEEDED and facts.blank(role, "deputy"):
            reason = Sentence("The role “{role}” has no deputy.", role=Sentence(ROLES[role.role]))
            yield reason, place(role, "deputy")


def objective_without_figures(facts: Facts) -> Found:
    """Find objectives that cannot be reached, since nobody could tell."""
    for objective in facts.all(Objective):
        if field := facts.blank(objective, "baseline", "target", "due", "owner"):
            reason = Sentence(
                "The objective “{name}” lacks a figure, a date or an owner.", name=facts.name(objective)
            )
            yield reason, place(objective, field)


def objective_without_action(facts: Facts) -> Found:
    """Find objectives for which nothing is planned."""
    for objective in facts.all(Objective):
        if not facts.of(ObjectiveAction, "objective", objective.id):
            reason = Sentence("No action leads to the objective “{name}”.", name=facts.name(objective))
            yield reason, place(ObjectiveAction)


RULES = (
    warning(1, score_without_evidence),
    warning(1, gap_without_plan),
    hint(1, law_unchecked),
    serious(2, role_without_holder),
    hint(2, role_without_deputy),
    warning(2, objective_without_figures),
    hint(2, objective_without_action),
)
