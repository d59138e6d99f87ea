"""The tables that a company file keeps for itself, beside those of the registers."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, LargeBinary, MetaData, String, Table, Text

SCHEMA_VERSION = 3

metadata = MetaData()

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

OWN_TABLES = (about_table, journal_table, content_table)
