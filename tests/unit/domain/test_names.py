from datetime import date

import pytest

from models.domain.fields import Record
from models.domain.ids import RecordId
from models.domain.ledger import Records
from models.domain.names import name_of
from models.domain.records.audit import Review
from models.domain.records.charter import Procedure, Promise
from models.domain.records.commitment import Role
from models.domain.records.control import Person
from models.domain.records.operation import Complaint
from models.domain.records.training import Attendance
from models.domain.sentences import Sentence
from models.domain.text import LocalText
from tests.unit.domain.company import both
from tests.unit.domain.wording import SOURCE

PERSON = Person(id=RecordId("person"), name=both("Mina"))
PROMISE = Promise(id=RecordId("promise"), text=both("Warm bread"))
LEDGER = Records([PERSON, PROMISE])


def name(record: Record) -> str:
    return Sentence("{name}", name=name_of(record, LEDGER)).worded(SOURCE)


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        (PERSON, "Mina"),
        (Complaint(no="C-4"), "C-4"),
        (Review(held_on=date(2026, 11, 1)), "2026-11-01"),
        (Role(role="charter_owner"), "Charter owner"),
        (Attendance(person=PERSON.id), "Mina"),
        (Procedure(promise=PROMISE.id), "Warm bread"),
        (Attendance(), "an entry without a name"),
        (Attendance(person=RecordId("deleted")), "an entry without a name"),
        (Promise(text=LocalText(en="  ")), "an entry without a name"),
    ],
)
def test_a_record_is_called_by_its_name_field(record: Record, expected: str) -> None:
    assert name(record) == expected


def test_a_long_text_is_cut_at_a_word() -> None:
    text = "We answer every question of every guest within one working day, always"
    assert name(Promise(text=LocalText(en=text))) == (
        "We answer every question of every guest within one working…"
    )


def test_a_long_word_is_cut_anywhere() -> None:
    assert name(Promise(text=LocalText(en="x" * 100_000))) == "x" * 60 + "…"


def test_lines_become_one() -> None:
    assert name(Promise(text=LocalText(en="Warm\n  bread"))) == "Warm bread"
