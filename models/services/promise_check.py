"""The quality check of promises with the words of the content, and what of it is known already."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from models.content.promises import charter_model, vague_words
from models.domain.bilingual import lagging
from models.domain.ids import RecordId
from models.domain.ledger import Ledger
from models.domain.promise_quality import Judgement, Yardstick, judgements, open_points
from models.domain.records.charter import Indicator, Promise
from models.domain.records.control import Person
from models.domain.records.organisation import Baseline
from models.localisation.languages import language_rows
from models.localisation.phrases import Phrases, Span
from models.services.company import Change


@cache
def yardstick() -> Yardstick:
    """Return what promises are measured with."""
    return Yardstick(charter_model().most_words, _vague)


def _vague(code: str, text: str) -> tuple[str, ...]:
    return tuple(text[span.start : span.end] for span in vague_spans(code, text))


@lru_cache(maxsize=8_192)
def vague_spans(code: str, text: str) -> Sequence[Span]:
    """Return where vague words stand in a text of a language."""
    return tuple(_phrases(code).found_in(text))


@cache
def _phrases(code: str) -> Phrases:
    return Phrases.of(vague_words().words.get(code, ()))


class PromiseCheck:
    """How the promises of a company stand: each is looked at when it is asked for, again after a change."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._codes = tuple(row.code for row in language_rows())
        self._cards: Mapping[RecordId | None, tuple[Indicator, ...]] | None = None
        self._found: dict[RecordId, _Found] = {}

    def follow(self, change: Change) -> None:
        """Forget what a change may have made untrue."""
        if not change.edits or change.touches(Person, Baseline):
            self._found.clear()
        if not change.edits or change.touches(Indicator):
            self._cards = None

    def judgements(self, promise: Promise) -> tuple[Judgement, ...]:
        """Return how a promise stands, as it is or as it is being typed."""
        cards = self.cards(promise.id)
        found = self._found.get(promise.id)
        if found is None or found.cards != cards or found.promise != promise:
            judged = judgements(promise, cards, self._ledger, yardstick())
            found = self._found[promise.id] = _Found(promise, cards, judged)
        return found.judgements

    def open_points(self, promise: Promise) -> tuple[Judgement, ...]:
        """Return what is still to be mended in a promise."""
        return open_points(self.judgements(promise))

    def lags(self, promise: Promise) -> Mapping[str, tuple[str, ...]]:
        """Return the fields that each language still lacks, only for languages that lag behind another."""
        return lagging(promise, self._codes)

    def cards(self, promise: RecordId) -> tuple[Indicator, ...]:
        """Return the indicators of a promise, oldest first."""
        if self._cards is None:
            cards: dict[RecordId | None, tuple[Indicator, ...]] = {}
            for card in self._ledger.all(Indicator):
                cards[card.promise] = (*cards.get(card.promise, ()), card)
            self._cards = cards
        return self._cards.get(promise, ())


@dataclass(frozen=True)
class _Found:
    """What was found, and what it was found in."""

    promise: Promise
    cards: tuple[Indicator, ...]
    judgements: tuple[Judgement, ...]
