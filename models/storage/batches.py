"""Many new records at once: encoded a single time, column by column, for their table and for the journal."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from typing import Any

from sqlalchemy import Connection

from models.domain.columns import decoded_columns, encoded_columns
from models.domain.edits import Batch, Deed
from models.domain.fields import Record
from models.domain.registers import register_of
from models.storage.json_text import JSON_KINDS, json_text, json_texts

# SQLite takes in the rows of one statement in little more than half the time of as many statements.
_ROWS_A_STATEMENT = 100


@dataclass(frozen=True)
class StoredBatch:
    """A batch as the file keeps it.

    shared: by the name of a field, the value that all records have, as the table of the register keeps it.
    columns: of every other field, the values of the records one by one; the ids are always among them.
    json_fields: the names of those whose values are JSON texts already.
    """

    deed: Deed
    register: str
    shared: Mapping[str, object]
    columns: Mapping[str, Sequence[Any]]
    json_fields: frozenset[str]

    @classmethod
    def of(cls, batch: Batch) -> StoredBatch:
        """Return what is kept of a batch."""
        register = register_of(batch.record_type)
        json_fields = frozenset(spec.name for spec in register.fields if spec.kind in JSON_KINDS)
        shared: dict[str, object] = {}
        columns: dict[str, Sequence[Any]] = {}
        for name, values in encoded_columns(batch.records).items():
            column: Sequence[Any] = json_texts(values) if name in json_fields else values
            if name != "id" and column.count(column[0]) == len(column):
                shared[name] = column[0]
            else:
                columns[name] = column
        return cls(batch.deed, register.code, shared, columns, json_fields)

    def journal_text(self) -> str:
        """Return the batch as the journal keeps it, in JSON; `journal_batch` reads it."""
        shared = ",".join(f'"{name}":{self._text(name, value)}' for name, value in self.shared.items())
        columns = ",".join(f'"{name}":{self._list_text(name)}' for name in self.columns)
        head = f'"register":"{self.register}","deed":"{self.deed}"'
        return f'{{{head},"shared":{{{shared}}},"columns":{{{columns}}}}}'

    def _text(self, name: str, value: object) -> str:
        return str(value) if name in self.json_fields else json_text(value)

    def _list_text(self, name: str) -> str:
        column = self.columns[name]
        return f"[{','.join(column)}]" if name in self.json_fields else json_text(column)

    def carry_out(self, connection: Connection) -> None:
        """Write the records to their table, or take them out of it."""
        if self.deed is Deed.CREATE:
            self._insert(connection)
        else:
            ids = [(record_id,) for record_id in self.columns["id"]]
            connection.exec_driver_sql(f'DELETE FROM "{self.register}" WHERE "id" = ?', ids)

    def _insert(self, connection: Connection) -> None:
        names = ", ".join(f'"{name}"' for name in (*self.shared, *self.columns))
        # What is shared comes first and is bound once a statement, under its number.
        numbered = (f"?{number}" for number in range(1, len(self.shared) + 1))
        marks = f"({', '.join((*numbered, *'?' * len(self.columns)))})"
        rows = zip(*self.columns.values(), strict=True)
        full, rest = divmod(len(self.columns["id"]), _ROWS_A_STATEMENT)
        for statements, count in ((full, _ROWS_A_STATEMENT), (1, rest)):
            if statements and count:
                into = f'INSERT INTO "{self.register}" ({names}) VALUES {", ".join([marks] * count)}'
                values = [self._bound(islice(rows, count)) for _one in range(statements)]
                connection.exec_driver_sql(into, values)

    def _bound(self, rows: Iterable[tuple[object, ...]]) -> tuple[object, ...]:
        return tuple(chain(self.shared.values(), chain.from_iterable(rows)))


def journal_batch(deed: Deed, record_type: type[Record], plain: Mapping[str, Any]) -> Batch:
    """Return the batch that `StoredBatch.journal_text` told of.

    Raises:
        ValueError, KeyError, TypeError: it is none.
    """
    lengths = set(map(len, plain["columns"].values()))
    count = len(plain["columns"]["id"])
    if deed not in (Deed.CREATE, Deed.REMOVE) or lengths != {count} or not count:
        raise ValueError("no batch")
    shared = {name: [value] * count for name, value in dict(plain["shared"]).items()}
    return Batch(deed, decoded_columns(record_type, shared | plain["columns"]))
