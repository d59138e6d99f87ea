"""The quality check of promises with the words of the content, and what of it is known already."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache, lru_cache

from models.content.promises import charter_model, vague_words
from models.domain.bilingual import lagging
from models.domain.ids import RecordId
from models.domain.ledger import Ledger
from models.domain.promise_quality import Judgement, Yardstick, judgements, open_points
from models.domain.records.charter import Indicator, Promise
from models.localisation.languages import language_rows
from models.localisation.phrases import Phrases, Span


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
    """How the promises of a company stand, each looked at when it is asked for the first time.

    It sees no later change: `forget` what was found when something has changed.
    """

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._codes = tuple(row.code for row in language_rows())
        self._cards: Mapping[RecordId | None, list[Indicator]] | None = None
        self._found: dict[Promise, tuple[Judgement, ...]] = {}
        self._lags: dict[Promise, Mapping[str, tuple[str, ...]]] = {}

    def forget(self) -> None:
        """Look at everything anew."""
        self._cards = None
        self._found.clear()
        self._lags.clear()

    def judgements(self, promise: Promise) -> tuple[Judgement, ...]:
        """Return how a promise stands, as it is or as it is being typed."""
        found = self._found.get(promise)
        if found is None:
            found = judgements(promise, self.cards(promise.id), self._ledger, yardstick())
            self._found[promise] = found
        return found

    def open_points(self, promise: Promise) -> tuple[Judgement, ...]:
        """Return what is still to be mended in a promise."""
        return open_points(self.judgements(promise))

    def lags(self, promise: Promise) -> Mapping[str, tuple[str, ...]]:
        """Return the fields that each language still lacks, only for languages that lag behind another."""
        if promise not in self._lags:
            self._lags[promise] = lagging(promise, self._codes)
        return self._lags[promise]

    def cards(self, promise: RecordId) -> Sequence[Indicator]:
        """Return the indicators of a promise, oldest first."""
        if self._cards is None:
            cards: dict[RecordId | None, list[Indicator]] = {}
            for card in self._ledger.all(Indicator):
                cards.setdefault(card.promise, []).append(card)
            self._cards = cards
        return self._cards.get(promise, ())
