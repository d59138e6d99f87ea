"""The tables of the registers, one each, made from their declared fields."""

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
    String,
    Table,
    Text,
)
from sqlalchemy.types import TypeEngine

from models.domain.fields import REFERRING, FieldSpec, Kind
from models.domain.register import Register
from models.domain.registers import REGISTERS
from models.storage.json_text import JSON_KINDS
from models.storage.own_tables import metadata

# Columns of one kind share one type: SQLAlchemy prepares each type anew, at every opening of a file.
_ID, _MOMENT, _TEXT, _JSON = String(36), String(32), Text(), JSON()
_TYPES: Mapping[Kind, TypeEngine[Any]] = {
    **dict.fromkeys(JSON_KINDS, _JSON),
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
