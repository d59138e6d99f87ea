"""The documents, one builder each: from records to blocks."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from models.documents.blocks import Block
from models.documents.builders import parties, policy
from models.documents.builders.desk import Desk

Builder = Callable[[Desk], tuple[Block, ...]]

BUILDERS: Mapping[str, Builder] = {
    "D1": policy.build,
    "R-01": parties.build,
}
"""Builders by the id of their document or record form, in the order documents are listed."""

LANDSCAPE = frozenset({"R-01"})
"""Documents whose table needs the width of the sheet."""
