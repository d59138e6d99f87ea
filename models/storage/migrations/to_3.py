"""Version 3: working days, the launch list, whole complaint cases, 8D, survey versions, themes, reviews."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from sqlalchemy import JSON, BigInteger, Column, Date, ForeignKey, String, Text, text

from models.domain.encoding import texts_of

if TYPE_CHECKING:
    from alembic.operations import Operations

_TEXT, _DAY, _NUMBER, _TEXTS, _LIST = "TEXT", "DATE", "BIGINT", "JSON", "JSON list"

_NEW_FIELDS: Mapping[str, Mapping[str, str]] = {
    "task_state": {"start": _DAY},
    "company_settings": {"days_off": _LIST},
    "objective": {"follows": "objective"},
    "launch": {"decision": _TEXT, "decided_by": "person", "decided_on": _DAY, "decision_reason": _TEXT},
    "display": {"photo": "evidence"},
    "complaint": {
        "acknowledge_by": _DAY,
        "appealed_on": _DAY,
        "appeal_due": _DAY,
        "appeal_by": "person",
        "appeal_decision": _TEXT,
        "appeal_answered_on": _DAY,
    },
    "breach": {"complaint": "complaint", "action": "action"},
    "survey": {
        "version": _NUMBER,
        "replaces": "survey",
        "greeting": _TEXTS,
        "thanks": _TEXTS,
        "tested_with": _NUMBER,
        "tested_on": _DAY,
    },
    "survey_question": {"weight": _TEXT},
    "analysis": {"survey": "survey", "compared_with": "survey"},
    "action": {
        "promise": "promise",
        "trigger": _TEXT,
        "leader": "person",
        "team": _LIST,
        "is_not": _TEXT,
        "contained_on": _DAY,
        "containment_check": _TEXT,
        "escape": _TEXT,
        "proof": _TEXT,
        "reopened_on": _DAY,
        "reopened_because": _TEXT,
        "informed_on": _DAY,
        "earlier": _TEXT,
        "indicator": "indicator",
        "survey": "survey",
    },
    "audit": {"auditees": _LIST},
    "audit_check": {"order": _NUMBER, "step": _TEXT, "promise": "promise", "samples": _LIST},
    "finding": {"check": "audit_check"},
    "review": {"place": _TEXT, "start": _DAY, "end": _DAY, "chair": "person", "next_on": _DAY},
    "review_decision": {"subject": _TEXT, "done_on": _DAY},
}
"""The kind of each new column by table and name; whatever is none of the kinds is the table it refers to."""

_ABSENT: Mapping[str, str] = {_TEXT: "''", _TEXTS: "'{}'", _LIST: "'[]'"}


def upgrade(op: Operations) -> None:
    """Add what is new, empty; name the weekly day off; keep in its language what had only one."""
    for table, columns in _NEW_FIELDS.items():
        for name, kind in columns.items():
            _add(op, table, name, kind)
    op.execute("""UPDATE company_settings SET days_off = '["4"]'""")
    op.execute("UPDATE survey SET version = 1")
    op.execute("UPDATE survey_question SET weight = NULL")
    _keep_in_its_language(op, "survey_question", "options", json.loads)
    _keep_in_its_language(op, "notice", "said", str)
    _keep_in_its_language(op, "notice", "did", str)
    _make_tables(op)


def _add(op: Operations, table: str, name: str, kind: str) -> None:
    if kind in (_TEXT, _DAY, _NUMBER, _TEXTS, _LIST):
        column = kind.split()[0]
    else:
        # Alembic would add the reference as a constraint of its own, which SQLite cannot.
        column = f'VARCHAR(36) REFERENCES "{kind}" (id) DEFERRABLE INITIALLY DEFERRED'
    op.execute(f'ALTER TABLE "{table}" ADD COLUMN "{name}" {column}')
    if kind in _ABSENT:
        op.execute(f'UPDATE "{table}" SET "{name}" = {_ABSENT[kind]}')


def _keep_in_its_language(
    op: Operations, table: str, name: str, read: Callable[[str], str | list[str]]
) -> None:
    connection = op.get_bind()
    rows = connection.execute(text(f'SELECT id, "{name}" AS kept FROM "{table}"')).all()
    # SQLite cannot give a column another type.
    op.execute(f'ALTER TABLE "{table}" DROP COLUMN "{name}"')
    op.execute(f'ALTER TABLE "{table}" ADD COLUMN "{name}" JSON')
    for row in rows:
        kept = json.dumps(dict(texts_of(read(row.kept)).items()), ensure_ascii=False)
        connection.execute(
            text(f'UPDATE "{table}" SET "{name}" = :kept WHERE id = :id'), {"kept": kept, "id": row.id}
        )


def _make_tables(op: Operations) -> None:
    _make(op, "holiday", Column("name", Text()), Column("first", Date()), Column("last", Date()))
    _make(
        op,
        "launch_point",
        Column("order", BigInteger()),
        Column("point", JSON()),
        _reference("owner", "person"),
        Column("due", Date()),
        Column("state", Text()),
        Column("note", Text()),
    )
    _make(op, "theme", _reference("survey", "survey"), Column("name", Text()), Column("note", Text()))
    _make(
        op,
        "theme_mark",
        _reference("theme", "theme"),
        _reference("answer", "survey_answer"),
        _reference("question", "survey_question"),
    )


def _make(op: Operations, table: str, *columns: Column[object]) -> None:
    op.create_table(
        table, Column("id", String(36), primary_key=True), *columns, Column("binned_at", String(32))
    )


def _reference(name: str, target: str) -> Column[object]:
    return Column(name, String(36), ForeignKey(f"{target}.id", deferrable=True, initially="DEFERRED"))
