"""The tables of a company file: one for each register, made from its fields, and three of the file's own."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    Date,
    ForeignKey,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
)
from sqlalchemy.types import TypeEngine

from models.domain.fields import REFERRING, FieldSpec, Kind
from models.domain.register import Register
from models.domain.registers import REGISTERS

SCHEMA_VERSION = 1

metadata = MetaData()

# Columns of one kind share one type: SQLAlchemy prepares each type anew, at every opening of a file.
_ID, _MOMENT, _TEXT, _JSON = String(36), String(32), Text(), JSON()
_TYPES: Mapping[Kind, TypeEngine[Any]] = {
    Kind.BILINGUAL: _JSON,
    Kind.BILINGUAL_LONG: _JSON,
    Kind.LINES: _JSON,
    Kind.CHOICES: _JSON,
    Kind.PEOPLE: _JSON,
    Kind.INTEGER: BigInteger(),
    Kind.BOOLEAN: Boolean(),
    Kind.DATE: Date(),
}


def _column(spec: FieldSpec) -> Column[Any]:
    if spec.kind in REFERRING:
        target = ForeignKey(f"{spec.target}.id", deferrable=True, initially="DEFERRED")
        return Column(spec.name, _ID, target)
    # Decimals are kept as text: SQLite would make them binary floating point.
    return Column(spec.name, _TYPES.get(spec.kind, _TEXT))


def _table(register: Register) -> Table:
    return Table(
        register.code,
        metadata,
        Column("id", _ID, primary_key=True),
        *(_column(spec) for spec in register.fields),
        Column("binned_at", _MOMENT),
    )


RECORD_TABLES: Mapping[str, Table] = {register.code: _table(register) for register in REGISTERS}

journal_table = Table(
    "journal",
    metadata,
    Column("id", String(36), primary_key=True),
    Column("at", String(32), nullable=False),
    Column("author", Text, nullable=False),
    Column("kind", String(8), nullable=False),
    Column("undoes", String(36), ForeignKey("journal.id")),
    Column("edits", Text, nullable=False),
    Column("digest", String(64), nullable=False),
)

content_table = Table(
    "evidence_content",
    metadata,
    Column("sha256", String(64), primary_key=True),
    Column("content", LargeBinary, nullable=False),
)

about_table = Table(
    "about",
    metadata,
    Column("name", String(40), primary_key=True),
    Column("value", Text, nullable=False),
)
