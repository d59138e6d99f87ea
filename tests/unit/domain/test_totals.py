from __future__ import annotations

from decimal import Decimal

from models.domain.fields import Record
from models.domain.records.commitment import BudgetItem, Objective
from models.domain.registers import REGISTERS, register_of
from models.domain.totals import Total, totals


def item(amount: str | None, currency: str = "IRR") -> BudgetItem:
    return BudgetItem(amount=None if amount is None else Decimal(amount), currency=currency)


def of(*records: Record) -> tuple[Total, ...]:
    return totals(register_of(records[0]), records)


def test_amounts_of_one_currency_are_added_exactly() -> None:
    assert of(item("0.1"), item("0.2"), item(None)) == (Total("IRR", Decimal("0.3")),)


def test_each_currency_has_its_own_sum() -> None:
    assert of(item("5"), item("7", "EUR"), item("1", " IRR ")) == (
        Total("IRR", Decimal(6)),
        Total("EUR", Decimal(7)),
    )


def test_nothing_entered_has_no_sum() -> None:
    assert of(item(None)) == ()


def test_numbers_that_are_no_amounts_have_no_sum() -> None:
    assert of(Objective(target=Decimal(5))) == ()


def test_what_amounts_are_counted_in_is_a_field() -> None:
    summed = [(one, spec) for one in REGISTERS for spec in one.fields if spec.summed_by]

    assert all(hasattr(one.empty_record(), spec.summed_by) for one, spec in summed)
