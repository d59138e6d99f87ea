"""Rows of a spreadsheet become records."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from time import perf_counter

import pytest

from models.domain.fields import Record
from models.domain.ledger import Records
from models.domain.records.commitment import BudgetItem, ObjectiveAction, PolicyStatement, Role, Scope
from models.domain.records.control import Person
from models.domain.records.operation import Complaint
from models.domain.records.organisation import Party
from models.domain.registers import register_of
from models.domain.text import LocalText
from models.localisation.language import load_language
from models.services.pasting import MOST_ROWS, NothingToPaste, NotRows, Pasted, TooManyRows, understood

ENGLISH, PERSIAN = load_language("en"), load_language("fa")
SARA = Person(name=LocalText(fa="سارا نوری", en="Sara Nouri"), job=LocalText(en="Accountant"))
COOK = Person(name=LocalText(en="Ali"), job=LocalText(en="Cook"))
RIDER = Person(name=LocalText(en="Ali"), job=LocalText(en="Rider"))


def pasted(text: str, record_type: type[Record], *known: Record, code: str = "en") -> Pasted:
    register = register_of(record_type)
    order = [spec for spec in register.fields if spec.in_table]
    language = {"en": ENGLISH, "fa": PERSIAN}[code]
    return understood(text, register, order, Records(known), language)


def said(result: Pasted) -> list[tuple[int, str, str]]:
    return [(one.row, one.label, one.reason.worded(ENGLISH)) for one in result.misfits]


def test_columns_without_a_heading_follow_the_order_of_the_list() -> None:
    result = pasted("Training\t1,200\tIRR\nPrinting\t۱۵۰٫۵\tIRR\n", BudgetItem)

    assert not result.has_heading
    assert [(one.item, one.amount, one.currency) for one in result.records] == [  # type: ignore[attr-defined]
        ("Training", Decimal(1200), "IRR"),
        ("Printing", Decimal("150.5"), "IRR"),
    ]


@pytest.mark.parametrize("code", ["en", "fa"])
@pytest.mark.parametrize("heading", ["Amount\tItem", "مبلغ\tشرح"])
def test_a_heading_in_either_language_orders_the_columns(heading: str, code: str) -> None:
    result = pasted(f"{heading}\n12\tTraining\n", BudgetItem, code=code)

    assert result.has_heading
    assert [(one.item, one.amount) for one in result.records] == [("Training", 12)]  # type: ignore[attr-defined]


def test_a_column_that_no_field_is_called_by_is_left_out() -> None:
    result = pasted("Item\tColour\tAmount\nTraining\tred\t12\n", BudgetItem)

    assert [target and target.spec.name for target in result.columns] == ["item", None, "amount"]
    assert [(one.item, one.amount) for one in result.records] == [("Training", 12)]  # type: ignore[attr-defined]


def test_texts_in_two_columns_meet_in_one_field() -> None:
    result = pasted("Statement (English)\tStatement (فارسی)\nWe listen.\tگوش می‌سپاریم.\n", PolicyStatement)

    assert [one.text for one in result.records] == [  # type: ignore[attr-defined]
        LocalText(en="We listen.", fa="گوش می‌سپاریم.")
    ]


def test_a_text_without_a_language_is_in_the_one_that_is_spoken() -> None:
    result = pasted("Interested party\nGuests\n", Party, code="fa")

    assert [one.name for one in result.records] == [LocalText(fa="Guests")]  # type: ignore[attr-defined]


def test_days_of_either_calendar_are_read() -> None:
    result = pasted("Action\tStart\tDue\nBuy\t۱۴۰۵/۰۹/۰۱\t2026-12-31\n", ObjectiveAction)

    (action,) = result.records
    assert (action.start, action.due) == (date(2026, 11, 22), date(2026, 12, 31))  # type: ignore[attr-defined]


def test_people_and_choices_are_found_by_name_in_either_language() -> None:
    result = pasted("Role\tPerson\nInternal auditor\tسارا نوری\nمسئول منشور\tsara nouri\n", Role, SARA)

    assert [(one.role, one.person) for one in result.records] == [  # type: ignore[attr-defined]
        ("internal_auditor", SARA.id),
        ("charter_owner", SARA.id),
    ]


def test_a_row_that_does_not_fit_is_named_with_its_reason_and_the_others_stay() -> None:
    result = pasted("Item\tAmount\nTraining\tmuch\nPrinting\t5\nSurvey\t-1\n", BudgetItem)

    assert [one.item for one in result.records] == ["Printing"]  # type: ignore[attr-defined]
    assert said(result) == [
        (2, "Amount", "\u2068much\u2069 is not a number. Write it with digits, for example 1,200.5."),
        (4, "Amount", "Write a number that is not less than 0."),
    ]


def test_somebody_unknown_and_a_name_of_two_are_told() -> None:
    text = "Role\tPerson\nCharter owner\tNobody\nCharter owner\tAli\nCharter owner\tAli · Cook\n"

    result = pasted(text, Role, SARA, COOK, RIDER)

    assert said(result) == [
        (2, "Person", "\u2068Nobody\u2069 is not among “People”. Enter it there first."),
        (3, "Person", "Several entries of “People” are called \u2068Ali\u2069."),
    ]
    assert [one.person for one in result.records] == [COOK.id]  # type: ignore[attr-defined]


def test_a_quoted_cell_may_have_lines_and_tabs() -> None:
    result = pasted('Item\tAmount\n"Two\nlines\tof ""it"""\t5\n', BudgetItem)

    assert [one.item for one in result.records] == ['Two\nlines\tof "it"']  # type: ignore[attr-defined]


def test_a_quotation_mark_that_is_never_closed_swallows_nothing() -> None:
    result = pasted('Item\tAmount\nA 5" pipe\t5\nPrinting\t6\n', BudgetItem)

    assert len(result.records) == 2


def test_empty_rows_and_short_rows_do_no_harm() -> None:
    result = pasted("\n\t\t\nTraining\n\n", BudgetItem)

    assert [(one.item, one.amount) for one in result.records] == [  # type: ignore[attr-defined]
        ("Training", None)
    ]


def test_yes_and_no_are_read_in_either_language() -> None:
    result = pasted("Name\tMeets customers\nA\tyes\nB\tخیر\nC\t✓\nD\tperhaps\n", Person)

    assert [one.meets_customers for one in result.records] == [True, False, True]  # type: ignore[attr-defined]
    assert said(result) == [(5, "Meets customers", "\u2068perhaps\u2069 means neither yes nor no.")]


def test_numbers_that_count_go_on_from_the_last() -> None:
    first = PolicyStatement(order=4, text=LocalText(en="First"))

    result = pasted("Statement\nSecond\nThird\n", PolicyStatement, first)

    assert [one.order for one in result.records] == [5, 6]  # type: ignore[attr-defined]


def test_nothing_is_not_pasted() -> None:
    with pytest.raises(NothingToPaste):
        pasted(" \n\t\n", BudgetItem)


def test_too_many_rows_are_refused_whole() -> None:
    with pytest.raises(TooManyRows):
        pasted("x\n" * (MOST_ROWS + 1), BudgetItem)


def test_a_cell_as_long_as_a_book_is_refused_in_words() -> None:
    with pytest.raises(NotRows):
        pasted("x" * 200_000 + "\ty", BudgetItem)


def test_two_hundred_rows_are_understood_at_once() -> None:
    known = [Person(name=LocalText(en=f"Person {number}")) for number in range(50)]
    rows = "\n".join(f"C-{at}\t2026-11-{1 + at % 28:02}\tTelephone\tPerson {at % 50}" for at in range(200))
    heading = "No.\tReceived on\tChannel\tOwner\n"

    begun = perf_counter()
    result = pasted(heading + rows, Complaint, *known)

    assert len(result.records) == 200
    assert perf_counter() - begun < 0.5


def test_a_sheet_of_one_record_has_labels_too() -> None:
    assert pasted("Places covered\nMashhad\n", Scope).has_heading
