"""The scores of the gap questionnaire.

Source: resources/content/gap.toml, "formulas". Shares are exact, 0 to 1; digits are the caller's, and `whole`
rounds so that a figure never claims a band that is not reached.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction

from models.domain.guidance import Question
from models.domain.ids import RecordId
from models.domain.ledger import Ledger
from models.domain.records.control import Evidence
from models.domain.records.organisation import GapAnswer, GapRound, Score

TARGET = 3
TOP = 4
EVIDENCE_FROM = 3
UNPROVEN = 2

Answers = Mapping[str, GapAnswer]


class Band(StrEnum):
    """How far a score has come; the names stand in the content under these ids."""

    BEGINNING = "beginning"
    DEVELOPING = "developing"
    ESTABLISHED = "established"
    MATURE = "mature"


_LOWEST = ((75, Band.MATURE), (50, Band.ESTABLISHED), (25, Band.DEVELOPING), (0, Band.BEGINNING))


@dataclass(frozen=True)
class Gap:
    """An answered question below its target; `size` is how many points are missing, at least 1."""

    question: Question
    answer: GapAnswer
    size: int

    @property
    def priority(self) -> int:
        """Weight times gap: 1 to 9 with the usual target."""
        return self.question.weight * self.size

    @property
    def step(self) -> int:
        """The step that closes it: the one chosen in the answer, or else the question's own."""
        return int(self.answer.step) if self.answer.step else self.question.step


@dataclass(frozen=True)
class Strength:
    """A question that reaches the target with evidence; `reached` is 3 or 4 with the usual target."""

    question: Question
    answer: GapAnswer
    reached: int


@dataclass(frozen=True)
class Scores:
    """The scores of one round; None where no question is applicable."""

    by_area: Mapping[str, Fraction | None]
    overall: Fraction | None


@dataclass(frozen=True)
class Change:
    """A question's points in two rounds; None where it is not applicable."""

    question: Question
    before: int | None
    after: int | None


@dataclass(frozen=True)
class Comparison:
    """Two rounds side by side; questions that were not applicable in one of them neither rise nor fall."""

    before: Scores
    after: Scores
    changes: tuple[Change, ...]

    @property
    def risen(self) -> tuple[Change, ...]:
        """The questions with more points than before."""
        return tuple(c for c in self.changes if c.before is not None and (c.after or 0) > c.before)

    @property
    def fallen(self) -> tuple[Change, ...]:
        """The questions with fewer points than before."""
        return tuple(c for c in self.changes if c.after is not None and (c.before or 0) > c.after)


def rounds_in_order(ledger: Ledger) -> tuple[GapRound, ...]:
    """Return the rounds by the day they were started; undated ones last, then in the order of entry."""
    return tuple(sorted(ledger.all(GapRound), key=lambda round_: round_.started_on or date.max))


def answers_by_round(ledger: Ledger) -> dict[RecordId, dict[str, GapAnswer]]:
    """Return each round's answers by question; of two to one question the one entered later counts."""
    rounds: dict[RecordId, dict[str, GapAnswer]] = {}
    for answer in ledger.all(GapAnswer):
        if answer.round is not None:
            rounds.setdefault(answer.round, {})[answer.question] = answer
    return rounds


def latest_answers(ledger: Ledger) -> Answers:
    """Return the answers of the newest round that has any; empty where nothing was answered."""
    rounds = answers_by_round(ledger)
    return next((rounds[r.id] for r in reversed(rounds_in_order(ledger)) if r.id in rounds), {})


def answers_with_files(ledger: Ledger) -> frozenset[str]:
    """Return the ids of the gap answers that have a file as evidence."""
    return frozenset(file.subject_id for file in ledger.all(Evidence) if file.subject == "gap_answer")


def is_answered(answer: GapAnswer | None) -> bool:
    """Return whether a question has a score, or is not applicable with a reason."""
    if answer is None or not answer.score:
        return False
    return answer.score != Score.NOT_APPLICABLE or bool(answer.reason.strip())


def points(answer: GapAnswer | None) -> int | None:
    """Return 0 to 4; None when not applicable.

    A question without an answer counts 0, and so does "not applicable" as long as nobody says why.
    """
    if answer is None or not is_answered(answer):
        return 0
    return None if answer.score == Score.NOT_APPLICABLE else int(answer.score)


def is_claimed(answer: GapAnswer | None, with_files: Container[str]) -> bool:
    """Return whether a score needs evidence and has neither a note of it nor a file."""
    if answer is None or (points(answer) or 0) < EVIDENCE_FROM:
        return False
    return not answer.evidence.strip() and answer.id not in with_files


def shown_points(answer: GapAnswer | None, with_files: Container[str]) -> int | None:
    """Return the points that evidence stands behind: a score that is only claimed counts 2."""
    return UNPROVEN if is_claimed(answer, with_files) else points(answer)


def key_area_score(questions: Iterable[Question], answers: Answers) -> Fraction | None:
    """Return the weighted share of points reached in one key area.

    Args:
        questions: of one key area, in any order.
        answers: by question; a missing one counts 0, "not applicable" is left out.

    Returns:
        0 to 1, exact; None when no question is applicable.
    """
    counted = [(q.weight, reached) for q in questions if (reached := points(answers.get(q.id))) is not None]
    if not counted:
        return None
    most = TOP * sum(weight for weight, _ in counted)
    return Fraction(sum(weight * reached for weight, reached in counted), most)


def scores(by_area: Mapping[str, tuple[Question, ...]], answers: Answers) -> Scores:
    """Return the score of each key area and their plain mean, so that a long area does not dominate."""
    areas = {area: key_area_score(questions, answers) for area, questions in by_area.items()}
    known = [score for score in areas.values() if score is not None]
    return Scores(areas, sum(known, Fraction(0)) / len(known) if known else None)


def critical_below(questions: Iterable[Question], answers: Answers) -> tuple[Question, ...]:
    """Return the critical questions whose score is below the target; one that is open counts 0."""
    reached = ((one, points(answers.get(one.id))) for one in questions if one.is_critical)
    return tuple(one for one, score in reached if score is not None and score < TARGET)


def whole(share: Fraction) -> int:
    """Return a score as shown, 0 to 100, rounded down."""
    return int(share * 100)


def band(share: Fraction) -> Band:
    """Return the band of a score; it is reached with its lowest whole figure."""
    return next(name for lowest, name in _LOWEST if whole(share) >= lowest)


def gap(answer: GapAnswer | None, target: int = TARGET) -> int:
    """Return how many points are missing; 0 when the target is reached or the question is not applicable."""
    reached = points(answer)
    return 0 if reached is None else max(0, target - reached)


def ranked_gaps(questions: Iterable[Question], answers: Answers, target: int = TARGET) -> tuple[Gap, ...]:
    """Return the gaps of the answered questions, most urgent first, equals in the order of the questions."""
    gaps = (
        Gap(question, answer, size)
        for question in questions
        if (answer := answers.get(question.id)) and is_answered(answer) and (size := gap(answer, target))
    )
    return tuple(sorted(gaps, key=lambda one: -one.priority))


def strengths(
    questions: Iterable[Question], answers: Answers, with_files: Container[str], target: int = TARGET
) -> tuple[Strength, ...]:
    """Return what evidence shows to be good already, weightiest first, equals in the order of questions."""
    found = (
        Strength(question, answer, reached)
        for question in questions
        if (answer := answers.get(question.id))
        and (reached := shown_points(answer, with_files)) is not None
        and reached >= target
    )
    return tuple(sorted(found, key=lambda one: -one.question.weight * one.reached))


def answered(questions: Iterable[Question], answers: Answers) -> int:
    """Return how many questions have an answer that counts."""
    return sum(is_answered(answers.get(question.id)) for question in questions)


def unasked(questions: Iterable[Question], answers: Answers) -> tuple[GapAnswer, ...]:
    """Return the answers to questions that are no longer asked; no score counts them."""
    known = {question.id for question in questions}
    return tuple(answer for question, answer in answers.items() if question not in known)


def compared(by_area: Mapping[str, tuple[Question, ...]], before: Answers, after: Answers) -> Comparison:
    """Return what changed between two rounds, question by question and in the scores."""
    changes = (
        Change(question, points(before.get(question.id)), points(after.get(question.id)))
        for questions in by_area.values()
        for question in questions
    )
    changed = tuple(change for change in changes if change.before != change.after)
    return Comparison(scores(by_area, before), scores(by_area, after), changed)
