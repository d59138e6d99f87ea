"""Search in one company: words in, the best hits of every kind out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from threading import Lock

from models.domain.ledger import Ledger
from models.domain.records.control import CompanySettings
from models.localisation.language import Language, load_language
from models.localisation.languages import language_rows
from models.services.search.fixed import fixed_entries
from models.services.search.passages import around, unseen_in
from models.services.search.record_index import Key, RecordIndex
from models.services.search.records import RecordWriter
from models.services.search.targets import Command, Entry, Found, Group, Hit, HitGroup
from models.services.search.words import WordIndex, words_of

HITS_A_GROUP = 6
_MOST_WORDS = 8
# Content steps back a little: what the company entered itself is looked for more often.
_LESS = {Group.WORK: 1, Group.QUESTIONS: 1, Group.HELP: 1, Group.MODELS: 1}


class Finder:
    """Finds anything in one company; its methods may be called in any thread.

    Until `read` is done, records are not found; everything else is.
    """

    def __init__(self, commands: Sequence[Command]) -> None:
        self._commands = commands
        self._lock = Lock()
        self._records: RecordIndex | None = None
        self._fixed: dict[tuple[Language, str], Mapping[Group, _Fixed]] = {}

    @property
    def is_ready(self) -> bool:
        """Whether records are found."""
        return self._records is not None

    def read(self, ledger: Ledger, rest: Callable[[], object]) -> None:
        """Take in all records; `rest` is called now and then, and may end it by raising."""
        fresh = RecordIndex([load_language(row.code) for row in language_rows()])
        fresh.read(ledger, rest)
        self._records = fresh

    def find(self, wanted: str, changed: Iterable[Key], ledger: Ledger, language: Language) -> Found:
        """Return the best hits of every kind.

        Args:
            wanted: as it was typed; every word of it has to be found.
            changed: the records that changed since the ledger was asked last.
            ledger: the company as it is now.
            language: in which the results are shown.
        """
        with self._lock:
            if self._records is not None:
                self._records.follow(changed, ledger)
                if self._records.is_worn:
                    self.read(ledger, lambda: None)
            words = tuple(dict.fromkeys(words_of(wanted)))[:_MOST_WORDS]
            if not words:
                return Found(wanted, (), (), self.is_ready)
            groups = [*self._in_records(words, ledger, language), *self._in_fixed(words, ledger, language)]
        return Found(wanted, words, _joined(groups), self.is_ready)

    def _in_records(
        self, words: Sequence[str], ledger: Ledger, language: Language
    ) -> Iterator[tuple[int, HitGroup]]:
        records = self._records
        if records is None:
            return
        writer = RecordWriter(ledger, _first(language))
        for group, best, total in records.found(words, HITS_A_GROUP):
            found = (ledger.find(*key) for _fit, key in best)
            hits = tuple(writer.hit(record, words) for record in found if record is not None)
            yield best[0][0], HitGroup(group, hits, total)

    def _in_fixed(
        self, words: Sequence[str], ledger: Ledger, language: Language
    ) -> Iterator[tuple[int, HitGroup]]:
        for group, fixed in self._known(language, ledger.sheet(CompanySettings).edition).items():
            best, total = fixed.words.found(words, HITS_A_GROUP)
            if total:
                hits = tuple(_hit(fixed.entries[number], words) for number, _fit in best)
                yield best[0][1] + _LESS.get(group, 0), HitGroup(group, hits, total)

    def _known(self, language: Language, edition: str) -> Mapping[Group, _Fixed]:
        key = (language, edition)
        if key not in self._fixed:
            shelves: dict[Group, _Fixed] = {}
            for entry in fixed_entries(_first(language), self._commands, edition):
                shelves.setdefault(entry.group, _Fixed()).add(entry)
            self._fixed = {key: shelves}
        return self._fixed[key]


class _Fixed:
    """What can be found of one kind in every company, in one language, with its index."""

    def __init__(self) -> None:
        self.entries: list[Entry] = []
        self.words = WordIndex()

    def add(self, entry: Entry) -> None:
        """Take in one more."""
        self.entries.append(entry)
        self.words.add("\n".join(entry.keys), "\n".join((*entry.texts, entry.found_by)))


def _first(language: Language) -> tuple[Language, ...]:
    others = (row.code for row in language_rows() if row.code != language.code)
    return (language, *(load_language(code) for code in others))


def _hit(entry: Entry, words: Sequence[str]) -> Hit:
    missing = unseen_in(entry.name, words)
    texts = (entry.name, *entry.texts)
    passage = next((part for text in texts if missing and (part := around(text, missing))), "")
    return Hit(entry.group, entry.target, entry.name, entry.detail, passage, entry.icon, entry.step)


def _joined(ranked: Iterable[tuple[int, HitGroup]]) -> tuple[HitGroup, ...]:
    """Return one group of each kind, the one with the best hit first."""
    best: dict[Group, int] = {}
    groups: dict[Group, HitGroup] = {}
    for fit, found in ranked:
        before = groups.get(found.group)
        if before is not None:
            hits = (before.hits + found.hits)[:HITS_A_GROUP]
            found = HitGroup(found.group, hits, before.total + found.total)
        groups[found.group] = found
        best[found.group] = min(fit, best.get(found.group, fit))
    order: Mapping[Group, int] = {group: place for place, group in enumerate(Group)}
    return tuple(sorted(groups.values(), key=lambda one: (best[one.group], order[one.group])))
