"""Targets against the figures of today: a promise should ask for at least what is reached already."""

from __future__ import annotations

from models.domain.ledger import Ledger
from models.domain.marking import N_
from models.domain.records.charter import Indicator
from models.domain.records.organisation import Baseline
from models.domain.sentences import Sentence


def baseline_of(card: Indicator, ledger: Ledger) -> Baseline | None:
    """Return the figure of today that is called like an indicator in any language, the newest of several.

    None where there is none, or it has no value yet.
    """
    names = {_plain(name) for _code, name in card.name.items()}
    known = (one for one in reversed(ledger.all(Baseline)) if one.value is not None)
    return next((one for one in known if _plain(one.measure) in names), None)


def _plain(name: str) -> str:
    return " ".join(name.casefold().split())


def is_below(card: Indicator, baseline: Baseline) -> bool:
    """Return whether a target asks for less than what is reached today."""
    if card.target is None or baseline.value is None:
        return False
    if card.comparison == "at_most":
        return card.target > baseline.value
    return card.target < baseline.value


def below(baseline: Baseline) -> Sentence:
    """Return the sentence about a target that asks for less than what is reached today."""
    return Sentence(
        N_("Today it is already {value}. Set a target that is at least as good."), value=baseline.value
    )
