"""Exit criteria of step 1, the gap analysis. They look at the first round."""

from __future__ import annotations

from models.domain.gates.criterion import Criterion, Outcome, Place, met, place, unmet
from models.domain.gates.facts import Facts, label
from models.domain.guidance import Question
from models.domain.records.organisation import CustomerTalk, GapAnswer, GapRound, Organisation
from models.domain.scoring import Answers, is_answered, ranked_gaps
from models.domain.sentences import Sentence

TALKS = 10
PRIORITY = 3


def questions_answered(facts: Facts) -> Outcome:
    """Judge whether every question is scored, or not applicable with a reason."""
    if not facts.rounds:
        return unmet(Sentence("The gap questionnaire has not been started yet."), place(GapRound))
    answers = _first_answers(facts)
    unanswered = [q for q in facts.guidance.questions if not _is_chosen(answers, q)]
    if unanswered:
        return _unanswered(facts, unanswered)
    reasonless = [q for q in facts.guidance.questions if not is_answered(answers[q.id])]
    if reasonless:
        reason = Sentence(
            "{count} question is marked as not applicable without a reason; the first is {first}.",
            "{count} questions are marked as not applicable without a reason; the first is {first}.",
            len(reasonless),
            first=reasonless[0].id,
        )
        return unmet(reason, place(answers[reasonless[0].id], "reason"))
    reason = Sentence(
        "All {total} questions are scored, or not applicable with a reason.",
        total=len(facts.guidance.questions),
    )
    return met(reason, place(GapAnswer))


def customers_heard(facts: Facts) -> Outcome:
    """Judge whether ten customers were heard, or all of them where there are fewer."""
    customers = facts.sheet(Organisation).customer_count
    needed = customers if customers and customers < TALKS else TALKS
    heard = sum(_says_something(talk) for talk in facts.all(CustomerTalk))
    if heard < needed:
        reason = Sentence(
            "{count} of {needed} customers has been heard.",
            "{count} of {needed} customers have been heard.",
            heard,
            needed=needed,
        )
        return unmet(reason, place(CustomerTalk))
    reason = Sentence("{count} customer has been heard.", "{count} customers have been heard.", heard)
    return met(reason, place(CustomerTalk))


def gaps_assigned(facts: Facts) -> Outcome:
    """Judge whether every weighty gap has an owner and a date.

    The step that closes it is the question's own unless another is chosen, so it is never missing.
    """
    answers = _first_answers(facts)
    gaps = [gap for gap in ranked_gaps(facts.guidance.questions, answers) if gap.priority >= PRIORITY]
    loose = [(gap, field) for gap in gaps if (field := facts.blank(gap.answer, "owner", "due"))]
    if loose:
        first, field = loose[0]
        reason = Sentence(
            "{count} gap of priority 3 or more has no owner or no date; in {first}, “{field}” is empty.",
            "{count} gaps of priority 3 or more have no owner or no date; in {first}, “{field}” is empty.",
            len(loose),
            first=first.question.id,
            field=label(GapAnswer, field),
        )
        return unmet(reason, place(first.answer, field))
    if gaps:
        reason = Sentence(
            "{count} gap of priority 3 or more has an owner, a date and a step.",
            "{count} gaps of priority 3 or more have an owner, a date and a step.",
            len(gaps),
        )
        return met(reason, place(GapAnswer))
    return _no_weighty_gap(facts, answers)


def report_signed(facts: Facts) -> Outcome:
    """Judge whether the report of the first round is signed."""
    if not facts.rounds:
        return unmet(Sentence("There is no gap-analysis report to sign yet."), place(GapRound))
    first = facts.rounds[0]
    field = facts.blank(first, "signed_by", "signed_on")
    if field:
        reason = Sentence(
            "The gap-analysis report is not signed: “{field}” is empty.", field=label(first, field)
        )
        return unmet(reason, place(first, field))
    reason = Sentence(
        "{name} signed the gap-analysis report on {day}.",
        name=facts.who(first.signed_by),
        day=first.signed_on,
    )
    return met(reason, place(first, "signed_on"))


CRITERIA = (
    Criterion("S1-E1", "S1-T8", questions_answered),
    Criterion("S1-E2", "S1-T6", customers_heard),
    Criterion("S1-E3", "S1-T9", gaps_assigned),
    Criterion("S1-E4", "S1-T10", report_signed),
)


def _first_answers(facts: Facts) -> Answers:
    return facts.answers.get(facts.rounds[0].id, {}) if facts.rounds else {}


def _is_chosen(answers: Answers, question: Question) -> bool:
    answer = answers.get(question.id)
    return answer is not None and bool(answer.score)


def _unanswered(facts: Facts, questions: list[Question]) -> Outcome:
    reason = Sentence(
        "{count} of {total} questions has no answer; the first is {first}.",
        "{count} of {total} questions have no answer; the first is {first}.",
        len(questions),
        total=len(facts.guidance.questions),
        first=questions[0].id,
    )
    return unmet(reason, Place("gap_answer", field="score", content=questions[0].id))


def _says_something(talk: CustomerTalk) -> bool:
    return bool((talk.pleases + talk.annoys + talk.expects).strip())


def _no_weighty_gap(facts: Facts, answers: Answers) -> Outcome:
    """Judge a round without weighty gaps: only when every question is answered is there really none."""
    if all(is_answered(answers.get(question.id)) for question in facts.guidance.questions):
        return met(Sentence("No gap has priority 3 or more."), place(GapAnswer))
    reason = Sentence("The gaps can be ranked only when the questions are answered.")
    return unmet(reason, place(GapAnswer))
