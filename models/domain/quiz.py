"""Questions for the staff, made of the own charter: one right answer and three plausible wrong ones.

The same records give the same questions, in the same order, in every language.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from itertools import cycle, islice

from models.domain.records.charter import ComplaintRule, Promise
from models.domain.records.training import Authority
from models.domain.text import LocalText

OPTIONS = 4
_LEAST_HELD_BACK = 2
_FINELY_ROUNDED = 100
_ROUNDED_TO_FIVES = 10
_PERCENT = frozenset({"%", "٪", "percent", "per cent", "درصد"})

Answer = Decimal | LocalText | str


class Asked(StrEnum):
    """What a question asks for."""

    NUMBER = "number"
    REMEDY = "remedy"
    ACKNOWLEDGED = "acknowledged"
    ANSWERED = "answered"
    AMOUNT = "amount"
    FIXED = "fixed"


@dataclass(frozen=True)
class Question:
    """A question; `right` is the place of its right answer among the options, from 0.

    about: the promise or the line of the authority table that it asks about. text: of a fixed question.
    """

    asked: Asked
    options: tuple[Answer, ...]
    right: int
    about: Promise | Authority | None = None
    text: LocalText | None = None

    @property
    def answer(self) -> Answer:
        """The right answer."""
        return self.options[self.right]


@dataclass(frozen=True)
class Fixed:
    """A question that needs nothing of the company, such as whether a spoken complaint is logged."""

    text: LocalText
    right: LocalText
    wrong: tuple[LocalText, ...]


@dataclass(frozen=True)
class Source:
    """What questions are made of; `lures` stand in where other promises have too few remedies."""

    promises: Sequence[Promise]
    rule: ComplaintRule
    authorities: Sequence[Authority] = ()
    fixed: Sequence[Fixed] = ()
    lures: Sequence[LocalText] = ()


def questions(source: Source, count: int) -> tuple[Question, ...]:
    """Return so many questions, fewer where there is too little to ask: promises first, fixed ones last.

    Some places are kept for the complaint route and for fixed questions: no quiz is about numbers only.
    """
    own = _alternating(source.promises, [*_numbers(source.promises), *_remedies(source)])
    route = [*_route(source.rule), *_amounts(source.authorities)]
    fixed = list(_fixed(source.fixed))
    kept = min(len(fixed), _LEAST_HELD_BACK) + min(len(route), _LEAST_HELD_BACK)
    chosen = [*own[: max(count - kept, 0)], *route, *fixed, *own[max(count - kept, 0) :]][:count]
    return tuple(_placed(question, place) for place, question in enumerate(chosen))


def plausible(number: Decimal, most: Decimal | None = None) -> tuple[Decimal, ...]:
    """Return numbers that might be taken for this one, smaller and larger, in rising order.

    most: the largest that makes sense, such as 100 for percents.
    """
    step = _step(number)
    lower = [_near(number * part, step) for part in (Decimal("0.25"), Decimal("0.5"), Decimal("0.75"))]
    lower += [number - step * less for less in (1, 2, 3)] if most is not None else []
    higher = [_near(number * part, step) for part in (Decimal("1.5"), Decimal(2), Decimal(3))]
    higher += [number + step * more for more in (1, 2, 3)]
    likely = {one for one in (*lower, *higher) if one > 0 and one != number}
    return tuple(sorted(one for one in likely if most is None or one <= most))


def _step(number: Decimal) -> Decimal:
    """Return how finely people round such a number: 25 to fives, 3 to ones, 4,500,000 to 100,000s."""
    if number != number.to_integral_value():
        return Decimal(1).scaleb(int(number.as_tuple().exponent))
    if number >= _FINELY_ROUNDED:
        return Decimal(10) ** (len(str(int(number))) - 2)
    return Decimal(5) if number >= _ROUNDED_TO_FIVES and number % 5 == 0 else Decimal(1)


def _near(number: Decimal, step: Decimal) -> Decimal:
    return (number / step).to_integral_value() * step


def _numbers(promises: Iterable[Promise]) -> Iterator[Question]:
    for promise in promises:
        if promise.number is not None and promise.number > 0 and not promise.is_always:
            yield _of_number(Asked.NUMBER, promise.number, promise)


def _of_number(asked: Asked, number: Decimal, about: Promise | Authority | None = None) -> Question:
    return Question(asked, (number,), 0, about)


def _remedies(source: Source) -> Iterator[Question]:
    remedies = [promise.remedy for promise in source.promises if promise.remedy]
    for at, promise in enumerate(source.promises):
        others = [*source.promises[at + 1 :], *source.promises[:at]]
        wrong: dict[LocalText, None] = {other.remedy: None for other in others if other.remedy}
        wrong |= dict.fromkeys(source.lures)
        wrong.pop(promise.remedy, None)
        if promise.remedy and remedies.count(promise.remedy) == 1 and len(wrong) >= OPTIONS - 1:
            options = (promise.remedy, *islice(wrong, OPTIONS - 1))
            yield Question(Asked.REMEDY, options, 0, promise)


def _route(rule: ComplaintRule) -> Iterator[Question]:
    if rule.acknowledge_days:
        yield _of_number(Asked.ACKNOWLEDGED, Decimal(rule.acknowledge_days))
    if rule.answer_days:
        yield _of_number(Asked.ANSWERED, Decimal(rule.answer_days))


def _amounts(lines: Iterable[Authority]) -> Iterator[Question]:
    for line in lines:
        if line.amount and line.job.strip():
            yield _of_number(Asked.AMOUNT, line.amount, line)
            return


def _fixed(fixed: Iterable[Fixed]) -> Iterator[Question]:
    for one in fixed:
        yield Question(Asked.FIXED, (one.right, *one.wrong[: OPTIONS - 1]), 0, text=one.text)


def _alternating(promises: Sequence[Promise], found: Sequence[Question]) -> list[Question]:
    """Return one question for each promise, about its number and its remedy in turn, then the others."""
    kinds = cycle((Asked.NUMBER, Asked.REMEDY))
    first: list[Question] = []
    for promise, kind in zip(promises, kinds, strict=False):
        own = [question for question in found if question.about is promise]
        first += sorted(own, key=lambda question: question.asked is not kind)[:1]
    return [*first, *(question for question in found if question not in first)]


def _placed(question: Question, place: int) -> Question:
    """Return a question whose right answer stands at another place than that of its neighbours."""
    right = (place * 3 + 1) % OPTIONS
    answer = question.answer
    if isinstance(answer, Decimal):
        return _among_numbers(question, answer, right)
    wrong = list(question.options[1:])
    right = min(right, len(wrong))
    options = (*wrong[:right], answer, *wrong[right:])
    return Question(question.asked, options, right, question.about, question.text)


def _among_numbers(question: Question, number: Decimal, right: int) -> Question:
    """Return a question of numbers in rising order, the right one as far up as there are smaller ones."""
    likely = plausible(number, _most(question.about))
    lower = [one for one in likely if one < number]
    higher = [one for one in likely if one > number]
    wanted = max(right, OPTIONS - 1 - len(higher))
    before = lower[-wanted:] if wanted else []
    after = higher[: OPTIONS - 1 - len(before)]
    return Question(question.asked, (*before, number, *after), len(before), question.about)


def _most(about: Promise | Authority | None) -> Decimal | None:
    is_share = isinstance(about, Promise) and any(
        unit.casefold() in _PERCENT for _, unit in about.unit.items()
    )
    return Decimal(100) if is_share else None
