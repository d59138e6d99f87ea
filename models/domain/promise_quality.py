"""What makes a promise a good one, and what one still lacks.

Source: resources/content/charter.toml, "checks".
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from models.domain.baselines import baseline_of, below, is_below
from models.domain.fields import field_of
from models.domain.ids import RecordId
from models.domain.ledger import Ledger
from models.domain.marking import N_
from models.domain.records.charter import Indicator, Promise
from models.domain.sentences import Sentence
from models.domain.text import LocalText
from models.domain.validation import first_blank

# What a promise says; one that holds every time has the target of its indicator for number and time limit.
MEASURED = ("text", "number", "unit", "time_limit", "conditions", "remedy")
ALWAYS = ("text", "conditions", "remedy")
LEGAL = ("is_lawful", "checked_by", "checked_on")
# The texts that customers read, in which every word counts.
SAID = ("text", "time_limit", "conditions", "limits", "remedy", "claim_how")


class Point(StrEnum):
    """One line of the quality check, in the order in which they are looked at."""

    NUMBER = "number"
    UNIT = "unit"
    TIME_LIMIT = "time_limit"
    CONDITIONS = "conditions"
    LIMITS = "limits"
    REMEDY = "remedy"
    OWNER = "owner"
    INDICATOR = "indicator"
    LENGTH = "length"
    VAGUE = "vague"
    LEGAL = "legal"
    TARGET = "target"


class Standing(StrEnum):
    """How a promise stands in one point; unknown is neither good nor bad."""

    MET = "met"
    OPEN = "open"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Judgement:
    """How a promise stands in one point.

    reason: what is wrong and what to do, None where it is met. field: of the promise, where that is mended,
    "" where it is mended at an indicator. indicator: that one, None where there is none yet.
    """

    point: Point
    standing: Standing
    reason: Sentence | None = None
    field: str = ""
    indicator: RecordId | None = None


@dataclass(frozen=True)
class Yardstick:
    """What promises are measured with.

    most_words: a promise has fewer words than this. vague: returns the words that promise nothing one could
    check, of a text that is given with the code of its language.
    """

    most_words: int
    vague: Callable[[str, str], Collection[str]]


def needed_fields(promise: Promise) -> Sequence[str]:
    """Return what has to stand in a promise before anybody can be held to it."""
    return ALWAYS if promise.is_always else MEASURED


def has_target(cards: Iterable[Indicator]) -> bool:
    """Return whether one of a promise's indicators has a target."""
    return any(card.target is not None for card in cards)


def open_points(judgements: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """Return what is still to be mended."""
    return tuple(judgement for judgement in judgements if judgement.standing is Standing.OPEN)


def judgements(
    promise: Promise, cards: Sequence[Indicator], ledger: Ledger, yardstick: Yardstick
) -> tuple[Judgement, ...]:
    """Return how a promise stands in each of the twelve points, in their order.

    Args:
        promise: as it is, or as it is being typed.
        cards: its indicators.
        ledger: finds people and the figures of today.
        yardstick: what it is measured with.
    """
    return (
        *_filled_in(promise, ledger),
        _measured(cards),
        _short(promise, yardstick),
        _clear(promise, yardstick),
        _lawful(promise, ledger),
        _ambitious(cards, ledger),
    )


_FILLED_IN = {
    Point.NUMBER: N_("There is no number. Write one that can be counted, or tick “Holds every time”."),
    Point.UNIT: N_("There is no unit. Write what the number counts, such as minutes."),
    Point.TIME_LIMIT: N_("There is no time limit. Write from when to when, such as within 25 minutes."),
    Point.CONDITIONS: N_("It is not written when this applies. Write it, so that nobody expects more."),
    Point.LIMITS: N_("It is not written when this does not apply. Write it as openly as the promise."),
    Point.REMEDY: N_("There is no remedy. Write what the customer gets if the promise is not kept."),
    Point.OWNER: N_("Nobody answers for this promise. Choose its owner."),
}
_SPARED = frozenset({Point.NUMBER, Point.UNIT, Point.TIME_LIMIT})


def _filled_in(promise: Promise, ledger: Ledger) -> Iterator[Judgement]:
    for point, reason in _FILLED_IN.items():
        is_spared = promise.is_always and point in _SPARED
        if is_spared or not first_blank(promise, (point.value,), ledger):
            yield Judgement(point, Standing.MET)
        else:
            yield Judgement(point, Standing.OPEN, Sentence(reason), point.value)


def _measured(cards: Sequence[Indicator]) -> Judgement:
    if not cards:
        reason = Sentence(N_("Nothing measures this promise. Make its indicator."))
        return Judgement(Point.INDICATOR, Standing.OPEN, reason)
    if not has_target(cards):
        reason = Sentence(N_("The indicator has no target. Set one from your own figures of today."))
        return Judgement(Point.INDICATOR, Standing.OPEN, reason, indicator=cards[0].id)
    return Judgement(Point.INDICATOR, Standing.MET)


def _short(promise: Promise, yardstick: Yardstick) -> Judgement:
    reason = _too_long(promise, yardstick)
    if reason is None:
        return Judgement(Point.LENGTH, Standing.MET)
    return Judgement(Point.LENGTH, Standing.OPEN, reason, "text")


def _too_long(promise: Promise, yardstick: Yardstick) -> Sentence | None:
    words = word_count(promise.text)
    if words < yardstick.most_words:
        return None
    return Sentence(
        "The text has {count} word. Say it in fewer than {most}.",
        "The text has {count} words. Say it in fewer than {most}.",
        words,
        most=yardstick.most_words,
    )


def _clear(promise: Promise, yardstick: Yardstick) -> Judgement:
    for field in SAID:
        found = vague_words(getattr(promise, field), yardstick)
        if found:
            reason = Sentence(
                N_("In “{field}”, “{word}” says nothing that can be checked. Write a number, unit and time."),
                field=Sentence(field_of(Promise, field).label),
                word=found,
            )
            return Judgement(Point.VAGUE, Standing.OPEN, reason, field)
    return Judgement(Point.VAGUE, Standing.MET)


def word_count(text: LocalText) -> int:
    """Return how many words a text has in the language in which it is longest."""
    return max((len(written.split()) for _code, written in text.items()), default=0)


def remarks(promise: Promise, yardstick: Yardstick) -> Mapping[str, Sentence]:
    """Return what is to be said beside the texts of a promise, by field."""
    found = {}
    for field in SAID:
        words = vague_words(getattr(promise, field), yardstick)
        if words:
            found[field] = Sentence(
                N_("“{word}” says nothing that can be checked. Write a number, unit and time."), word=words
            )
    too_long = _too_long(promise, yardstick)
    return {"text": too_long, **found} if too_long else found


def vague_words(text: LocalText, yardstick: Yardstick) -> LocalText:
    """Return the first vague word of a text in each language that has one, as it stands there."""
    found = ((code, next(iter(yardstick.vague(code, written)), "")) for code, written in text.items())
    return LocalText.of(dict(found))


_LEGAL = {
    "is_lawful": N_("The legal check is not done. Have somebody compare the promise with the law."),
    "checked_by": N_("It is not written who did the legal check. Choose the person."),
    "checked_on": N_("The day of the legal check is missing. Enter it."),
}


def _lawful(promise: Promise, ledger: Ledger) -> Judgement:
    blank = first_blank(promise, LEGAL, ledger)
    if not blank:
        return Judgement(Point.LEGAL, Standing.MET)
    return Judgement(Point.LEGAL, Standing.OPEN, Sentence(_LEGAL[blank]), blank)


def _ambitious(cards: Sequence[Indicator], ledger: Ledger) -> Judgement:
    compared = [(card, baseline) for card in cards if (baseline := baseline_of(card, ledger))]
    for card, baseline in compared:
        if is_below(card, baseline):
            return Judgement(Point.TARGET, Standing.OPEN, below(baseline), indicator=card.id)
    if any(card.target is not None for card, _baseline in compared):
        return Judgement(Point.TARGET, Standing.MET)
    reason = Sentence(
        N_("There is no figure of today to compare the target with. Enter it under the indicator’s name.")
    )
    return Judgement(Point.TARGET, Standing.UNKNOWN, reason, indicator=cards[0].id if cards else None)
