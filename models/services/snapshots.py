"""The records of an open company as they are now, for work beside the window's thread."""

from __future__ import annotations

from models.domain.ledger import Ledger, Records
from models.domain.registers import REGISTERS


def snapshot(ledger: Ledger) -> Records:
    """Return all records that stand, as a ledger of its own that no later change reaches."""
    return Records(record for register in REGISTERS for record in ledger.all(register.record))
