"""Version 2: which points of an induction checklist are done, and which way an objective improves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import JSON, Column, Text

if TYPE_CHECKING:
    from alembic.operations import Operations


def upgrade(op: Operations) -> None:
    """Give inductions their points; none were kept before. Leave open which way objectives improve."""
    op.add_column("induction", Column("points", JSON()))
    op.execute("UPDATE induction SET points = '[]'")
    op.add_column("objective", Column("better", Text(), server_default=""))
