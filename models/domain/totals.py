"""Sums of the amounts in a register."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from models.domain.fields import Record
from models.domain.ledger import Ledger
from models.domain.records.commitment import BudgetItem
from models.domain.register import Register


@dataclass(frozen=True)
class Total:
    """What amounts come to, and in what they are counted ("" where nobody said so)."""

    unit: str
    amount: Decimal


def totals(register: Register, records: Iterable[Record]) -> tuple[Total, ...]:
    """Return the sums of a register's amounts, one for each unit in the order in which they first occur.

    Nothing where the register has no amounts to be summed, or none was entered.
    """
    summed = next((spec for spec in register.fields if spec.summed_by), None)
    if summed is None:
        return ()
    sums: dict[str, Decimal] = {}
    for record in records:
        amount = getattr(record, summed.name)
        if amount is not None:
            unit = getattr(record, summed.summed_by).strip()
            sums[unit] = sums.get(unit, Decimal(0)) + amount
    return tuple(Total(unit, amount) for unit, amount in sums.items())


def currency_of(ledger: Ledger) -> str:
    """Return the currency of the budget, in which amounts without one are meant; "" for none or several."""
    found = {one.currency.strip() for one in ledger.all(BudgetItem)} - {""}
    return found.pop() if len(found) == 1 else ""
