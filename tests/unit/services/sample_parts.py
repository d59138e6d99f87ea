"""The sample company, made once for all tests that look at it."""

from datetime import date, timedelta
from functools import cache

from models.domain.fields import Record
from models.domain.ledger import Records
from models.domain.records.control import Evidence
from models.localisation.languages import language_rows
from models.services.sample.records import sample_evidence, sample_records

CODES = tuple(row.code for row in language_rows())
SATURDAY = date(2026, 11, 21)
WEEK = [SATURDAY + timedelta(days=offset) for offset in range(7)]


@cache
def records_of(code: str, today: date = SATURDAY) -> tuple[Record, ...]:
    return tuple(sample_records(code, today))


@cache
def files_of(code: str) -> tuple[tuple[Evidence, bytes], ...]:
    return tuple(sample_evidence(code, SATURDAY))


def all_records_of(code: str, today: date = SATURDAY) -> list[Record]:
    return [*records_of(code, today), *(evidence for evidence, _ in files_of(code))]


@cache
def ledger(code: str, today: date = SATURDAY) -> Records:
    return Records(all_records_of(code, today))
