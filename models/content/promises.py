"""Model promises by trade, the model texts of the charter, and what a good promise avoids."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from functools import cache

from models.content.loading import load
from models.domain.text import LocalText

SECTOR_FILES = (
    "retail",
    "restaurant",
    "clinic",
    "car_repair",
    "it_services",
    "manufacturing",
    "logistics",
    "education",
)


class Comparison(StrEnum):
    """On which side of its target an indicator is good."""

    AT_LEAST = "at_least"
    AT_MOST = "at_most"


@dataclass(frozen=True, kw_only=True)
class ModelIndicator:
    """How it is measured whether a model promise is kept; the target is a proposal, not a norm."""

    name: LocalText
    unit: LocalText
    comparison: Comparison
    target: Decimal


@dataclass(frozen=True, kw_only=True)
class SectorPromise:
    """A model promise.

    number, unit, time_limit: None where `always` is true; such a promise holds for every case, and the target
    of its indicator stands for them. The first indicator is the main one.
    """

    id: str
    text: LocalText
    remedy: LocalText
    indicators: tuple[ModelIndicator, ...]
    always: bool = False
    number: Decimal | None = None
    unit: LocalText | None = None
    time_limit: LocalText | None = None


@dataclass(frozen=True, kw_only=True)
class Sector:
    """A trade with its model promises; `limits` holds for all of them."""

    id: str
    name: LocalText
    limits: LocalText
    promises: tuple[SectorPromise, ...]


@dataclass(frozen=True, kw_only=True)
class ComplaintDefaults:
    """Working days proposed for the complaint route."""

    acknowledge_days: int
    answer_days: int
    appeal_days: int


@dataclass(frozen=True, kw_only=True)
class PosterText:
    """The words of the wall poster: call has the field phone, foot has revision and date."""

    title: LocalText
    call: LocalText
    foot: LocalText
    fewest: int
    most: int


@dataclass(frozen=True, kw_only=True)
class PromiseCheck:
    """One line of the quality check of a promise."""

    id: str
    text: LocalText


@dataclass(frozen=True, kw_only=True)
class CharterModel:
    """The model texts of the public part of the charter, with named fields in braces.

    most_words: a promise should stay under this number of words.
    """

    most_words: int
    greeting: LocalText
    applies: LocalText
    does_not_apply: LocalText
    if_not_kept: LocalText
    complaints: LocalText
    appeal: LocalText
    privacy: LocalText
    expectations: LocalText
    law_hint: LocalText
    target_hint: LocalText
    defaults: ComplaintDefaults
    poster: PosterText
    checks: tuple[PromiseCheck, ...]


@dataclass(frozen=True, kw_only=True)
class VagueWords:
    """Words, by language code, that promise nothing one could check; whole words, any spelling."""

    advice: LocalText
    words: Mapping[str, tuple[str, ...]] = field(hash=False)


@cache
def sectors() -> tuple[Sector, ...]:
    """Return the trades with their model promises."""
    return tuple(load(f"sectors/{name}.toml", Sector) for name in SECTOR_FILES)


def sector(sector_id: str) -> Sector:
    """Return one trade.

    Raises:
        KeyError: there is no such trade.
    """
    return {sector.id: sector for sector in sectors()}[sector_id]


def sector_promise(promise_id: str) -> SectorPromise:
    """Return a model promise of any trade.

    Raises:
        KeyError: there is no such promise.
    """
    return {promise.id: promise for sector in sectors() for promise in sector.promises}[promise_id]


@cache
def charter_model() -> CharterModel:
    """Return the model texts of the charter."""
    return load("charter.toml", CharterModel)


@cache
def vague_words() -> VagueWords:
    """Return the words a promise should not contain."""
    return load("vague_words.toml", VagueWords)
