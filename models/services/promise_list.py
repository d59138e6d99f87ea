"""The promises as their list shows them: how far each one is, and what it lacks in which language."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from models.content import titles
from models.domain.fields import FieldSpec, Kind, Record
from models.domain.ledger import Ledger
from models.domain.marking import N_
from models.domain.records.charter import Promise
from models.domain.sentences import Sentence
from models.localisation.display import Display, OrderKey
from models.localisation.language import Language
from models.localisation.languages import language_row, language_rows
from models.services.promise_check import PromiseCheck

# Columns that stand in no record: they are found by looking at it.
STATE = FieldSpec("state", Kind.TEXT, N_("State"))
LAGGING = FieldSpec("lagging", Kind.TEXT, N_("Lagging"))

COMPLETE = N_("Complete")

ALL = "all"
OPEN = "open"
# Of the filters that are no language.
FILTER_TITLES: Mapping[str, str] = {ALL: N_("All"), OPEN: N_("Points open")}

Keep = Callable[[Promise], bool]


def lag_words(code: str, language: Language) -> str:
    """Return that a language lags behind another, in the words of a language."""
    name = language_row(code).name_in(language.code)
    return Sentence(N_("{language} lags"), language=name).worded(language)


def filters(check: PromiseCheck) -> Mapping[str, Keep]:
    """Return what the list can be narrowed down to: everything, points open, and each language that lags."""
    lagging = {row.code: _lags(check, row.code) for row in language_rows()}
    return {ALL: lambda _promise: True, OPEN: lambda promise: bool(check.open_points(promise)), **lagging}


def _lags(check: PromiseCheck, code: str) -> Keep:
    return lambda promise: code in check.lags(promise)


class PromiseDisplay(Display):
    """Writes promises as their list shows them."""

    def __init__(self, ledger: Ledger, language: Language, check: PromiseCheck) -> None:
        super().__init__(ledger, language, titles.title)
        self._speech = language
        self._check = check

    def of(self, record: Record, spec: FieldSpec) -> str:
        """Return one column of a promise as text."""
        if isinstance(record, Promise):
            if spec is STATE:
                return self._state(record)
            if spec is LAGGING:
                return self._speech.join(
                    language_row(code).name_in(self._speech.code) for code in self._check.lags(record)
                )
        return super().of(record, spec)

    def order(self, record: Record, spec: FieldSpec) -> OrderKey | None:
        """Return what promises are sorted by; their state by the number of open points."""
        if isinstance(record, Promise):
            if spec is STATE:
                return len(self._check.open_points(record))
            if spec is LAGGING:
                return sum(map(len, self._check.lags(record).values())) or None
        return super().order(record, spec)

    def _state(self, promise: Promise) -> str:
        count = len(self._check.open_points(promise))
        if not count:
            return self._speech.gettext(COMPLETE)
        return Sentence("{count} point open", "{count} points open", count).worded(self._speech)
