"""Search in the open company: what changes there is found the next time something is looked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import chain

from models.domain.fields import Record
from models.domain.ledger import Records
from models.localisation.language import Language
from models.services.company import Change, OpenCompany
from models.services.search.finder import Finder
from models.services.search.record_index import Key
from models.services.search.targets import Command, Found


class CompanySearch:
    """Hands out work for other threads; its own methods belong to the thread that shows the company."""

    def __init__(self, company: OpenCompany, commands: Sequence[Command]) -> None:
        self._company = company
        self._finder = Finder(commands)
        self._changed: list[Sequence[Record]] = []
        self._ledger: Records | None = None
        self.leave = company.subscribe(self._follow)

    @property
    def is_ready(self) -> bool:
        """Whether all records were read."""
        return self._finder.is_ready

    def reading(self) -> Callable[[Callable[[], object]], None]:
        """Return the work that reads all records; it is given what it calls now and then to rest."""
        ledger = self._now()

        def read(rest: Callable[[], object]) -> None:
            self._finder.read(ledger, rest)

        return read

    def finding(self, wanted: str, language: Language) -> Callable[[], Found]:
        """Return the work that finds something; the results are in that language."""
        ledger, finder = self._now(), self._finder
        # What changes while records are still being read is taken in afterwards.
        changed = tuple(self._changed) if finder.is_ready else ()
        if finder.is_ready:
            self._changed.clear()

        def find() -> Found:
            return finder.find(wanted, _keys(changed), ledger, language)

        return find

    def _now(self) -> Records:
        if self._ledger is None:
            self._ledger = self._company.snapshot()
        return self._ledger

    def _follow(self, change: Change) -> None:
        if change.edits:
            self._ledger = None
            self._changed.append(change.records)


def _keys(changed: Sequence[Sequence[Record]]) -> Iterable[Key]:
    """Return what changed, each record once; they may be very many, so the thread that searches does it."""
    return dict.fromkeys((type(record), record.id) for record in chain.from_iterable(changed))
