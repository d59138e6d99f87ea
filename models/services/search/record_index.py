"""The index of all records of a company."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence

from models.domain.fields import Record
from models.domain.ids import RecordId
from models.domain.ledger import Ledger
from models.domain.registers import REGISTERS
from models.localisation.language import Language
from models.services.search.records import RecordWriter, group_of, referred_by
from models.services.search.targets import Group
from models.services.search.words import WordIndex

# Answers of a survey may go into the hundred thousands; with them the index would outgrow the company.
MOST_RECORDS = 200_000
_LAST = "survey_answer"
_REST_EVERY = 50

Key = tuple[type[Record], RecordId]
Ranked = tuple[int, Key]


class RecordIndex:
    """Which records hold which words; kept up to date record by record."""

    def __init__(self, languages: Sequence[Language]) -> None:
        self._languages = languages
        self._shelves: dict[Group, _Shelf] = {}
        self._groups: dict[RecordId, tuple[Group, int]] = {}
        self._naming: dict[RecordId, set[Key]] = defaultdict(set)

    @property
    def is_worn(self) -> bool:
        """Whether so much was changed that a new index would be a better one."""
        words = [shelf.words for shelf in self._shelves.values()]
        return sum(one.wasted for one in words) > max(sum(map(len, words)), 1_000)

    def read(self, ledger: Ledger, rest: Callable[[], object]) -> None:
        """Take in every record, the newest first; `rest` is called now and then and may end it by raising."""
        writer = RecordWriter(ledger, self._languages)
        for number, record in enumerate(_newest_first(ledger)):
            if number >= MOST_RECORDS:
                return
            if number % _REST_EVERY == 0:
                rest()
            self._add(record, writer)

    def follow(self, keys: Iterable[Key], ledger: Ledger) -> None:
        """Take in records again that changed, and those that call them by name."""
        touched: dict[Key, None] = {}
        for key in keys:
            touched[key] = None
            touched.update(dict.fromkeys(self._naming.get(key[1], ())))
        writer = RecordWriter(ledger, self._languages)
        for record_type, record_id in touched:
            known = self._groups.pop(record_id, None)
            if known is not None:
                self._shelves[known[0]].words.remove(known[1])
            record = ledger.find(record_type, record_id)
            if record is not None:
                self._add(record, writer)

    def found(self, words: Sequence[str], most: int) -> Iterator[tuple[Group, Sequence[Ranked], int]]:
        """Yield for each kind its best records with every word, the best first, and how many there are."""
        for group, shelf in self._shelves.items():
            best, total = shelf.words.found(words, most)
            if total:
                yield group, [(fit, shelf.keys[number]) for number, fit in best], total

    def _add(self, record: Record, writer: RecordWriter) -> None:
        key: Key = (type(record), RecordId(record.id))
        group = group_of(key[0])
        shelf = self._shelves.setdefault(group, _Shelf())
        self._groups[key[1]] = (group, shelf.words.add(*writer.keys(record)))
        shelf.keys.append(key)
        for referred in referred_by(record):
            self._naming[referred].add(key)


class _Shelf:
    """The records of one kind: their words, and which record has which number."""

    def __init__(self) -> None:
        self.words = WordIndex()
        self.keys: list[Key] = []


def _newest_first(ledger: Ledger) -> Iterator[Record]:
    for register in sorted(REGISTERS, key=lambda one: one.code == _LAST):
        yield from reversed(ledger.all(register.record))
