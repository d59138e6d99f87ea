"""The model promises of the trades: which there are, which the company has, and how they are taken."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import count

from models.content.promises import (
    SECTOR_FILES,
    Sector,
    SectorPromise,
    sectors,
)
from models.domain.fields import Record
from models.domain.ledger import Ledger
from models.domain.records.charter import Indicator, Promise
from models.domain.text import LocalText


@dataclass(frozen=True)
class Offer:
    """A model promise, and whether the company has taken it already."""

    model: SectorPromise
    is_taken: bool


def trades() -> dict[str, Sector]:
    """Return the trades by the key under which the company's profile names them."""
    return dict(zip(SECTOR_FILES, sectors(), strict=True))


def trade_of(sector: str) -> Sector | None:
    """Return the trade of a profile's key, None where there are no models for it."""
    return trades().get(sector)


def offers(trade: Sector, ledger: Ledger) -> Sequence[Offer]:
    """Return the model promises of a trade in their order."""
    known = {promise.model for promise in ledger.all(Promise)}
    return tuple(Offer(model, model.id in known) for model in trade.promises)


def taken(trade: Sector, models: Iterable[SectorPromise], ledger: Ledger) -> list[Record]:
    """Return promises and indicators made from models, not saved yet; what is there already is left out."""
    known = {offer.model.id for offer in offers(trade, ledger) if offer.is_taken}
    numbers = count(last_number(ledger) + 1)
    found: list[Record] = []
    for model in models:
        if model.id not in known:
            promise = _promise_of(model, trade.limits, next(numbers))
            found += [promise, _card_of(promise, model)]
    return found


def last_number(ledger: Ledger) -> int:
    """Return the highest number of a promise, 0 where there is none."""
    return max((promise.order or 0 for promise in ledger.all(Promise)), default=0)


def _promise_of(model: SectorPromise, limits: LocalText, order: int) -> Promise:
    return Promise(
        order=order,
        text=model.text,
        number=model.number,
        unit=model.unit or LocalText(),
        time_limit=model.time_limit or LocalText(),
        is_always=model.always,
        limits=limits,
        remedy=model.remedy,
        model=model.id,
    )


def has_model(promise: Promise) -> bool:
    """Return whether a promise was made from a model that there still is."""
    return promise.model in _models()


def model_indicator(promise: Promise) -> Indicator:
    """Return the card of the indicator that the model of a promise proposes.

    Raises:
        KeyError: it was not made from a model that there still is.
    """
    return _card_of(promise, _models()[promise.model])


@cache
def _models() -> Mapping[str, SectorPromise]:
    return {model.id: model for trade in sectors() for model in trade.promises}


def _card_of(promise: Promise, model: SectorPromise) -> Indicator:
    measured = model.indicators[0]
    return Indicator(
        promise=promise.id,
        name=measured.name,
        unit=measured.unit,
        comparison=measured.comparison.value,
        target=measured.target,
        frequency="monthly",
        owner=promise.owner,
    )
