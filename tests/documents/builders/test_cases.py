"""The log of complaints and the actions that follow from them."""

from __future__ import annotations

import pytest

from models.documents.blocks import Table
from models.domain.fields import Record
from models.domain.ledger import Records
from models.domain.records.audit import Audit, Finding
from models.domain.records.correction import Action, ActionSource
from models.domain.records.operation import Complaint
from tests.documents.builders.companies import written
from tests.documents.builders.test_builders import flat

LONG = (
    "Three new dishes stood on the printed menu, and a fourth one on the page of the website, without a list."
)


def columns(code: str, place: int, *records: Record, language: str = "en") -> list[str]:
    """Return the cells of one column of all tables that are so wide."""
    tables = [one for one in flat(written(Records(records), language, code)) if isinstance(one, Table)]
    return [str(row[place]) for table in tables for row in table.rows if len(row) > abs(place)]


@pytest.mark.parametrize(
    ("language", "number", "printed"),
    [("fa", "07", "۰۷"), ("fa", "C-07", "C-07"), ("en", "07", "07")],
)
def test_a_number_alone_has_the_digits_of_the_language_and_a_code_stays_as_it_is(
    language: str, number: str, printed: str
) -> None:
    action = Action(no=number, problem="دیر", source=ActionSource.COMPLAINT)
    complaint = Complaint(no=number, text="سرد", action=action.id)

    assert columns("R-08", 0, complaint, action, language=language) == [printed, printed]
    assert columns("R-08", 8, complaint, action, language=language) == [printed]


def test_the_table_before_the_reports_tells_a_long_problem_by_its_first_words() -> None:
    action = Action(no="CA-1", problem=LONG, source=ActionSource.AUDIT)

    (told,) = columns("R-10", 2, action)

    assert told.endswith("…")
    assert LONG.startswith(told.rstrip("…"))
    assert len(told) <= 81


def test_the_report_of_the_audit_tells_the_whole_problem() -> None:
    audit = Audit()
    action = Action(no="CA-1", problem=LONG, source=ActionSource.COMPLAINT)

    assert LONG in columns("D5", 2, audit, Finding(audit=audit.id), action)
