from __future__ import annotations

import dataclasses

import pytest

from models.domain.ledger import Records
from models.domain.records.commitment import Role
from models.domain.records.control import Person
from models.domain.records.operation import Complaint, DataSheet
from models.domain.records.organisation import JourneyStep, Law
from models.domain.registers import register
from models.domain.text import LocalText
from models.localisation.language import load_language
from models.services.company import OpenCompany
from models.services.editing import ValueRefused, new_record, save_field

SARA = Person(name=LocalText(en="Sara"))


def test_one_field_is_saved(company: OpenCompany) -> None:
    law = Law(title="Trade law")

    saved = save_field(company, law, "article", "12")

    assert company.all(Law) == (saved,)
    assert saved == dataclasses.replace(law, article="12")


def test_an_older_copy_of_the_record_overwrites_no_other_field(company: OpenCompany) -> None:
    old = Law(title="Trade law")
    company.save(dataclasses.replace(old, duty="Keep it"))

    saved = save_field(company, old, "article", "12")

    assert saved.duty == "Keep it"  # type: ignore[attr-defined]


def test_a_refused_value_changes_nothing(company: OpenCompany) -> None:
    sheet = DataSheet()

    with pytest.raises(ValueRefused) as refused:
        save_field(company, sheet, "cases", -1)

    assert "not less than 0" in refused.value.sentence(load_language("en"))
    assert not company.all(DataSheet)


def test_a_missing_required_value_is_saved(company: OpenCompany) -> None:
    person = Person(name=LocalText(en="Sara"))
    company.save(person)

    save_field(company, person, "name", LocalText())

    assert company.all(Person)[0].name == LocalText()


@pytest.mark.parametrize(
    ("given", "following"),
    [
        (["C-001", "C-009"], "C-010"),
        (["1405-2", "1405-10"], "1405-11"),
        (["99"], "100"),
        (["first"], ""),
        ([], ""),
    ],
)
def test_a_new_number_follows_the_highest(given: list[str], following: str) -> None:
    ledger = Records(Complaint(no=number) for number in given)

    record = new_record(register("complaint"), ledger)

    assert isinstance(record, Complaint)
    assert record.no == following


def test_a_new_line_is_the_last_in_order() -> None:
    ledger = Records([JourneyStep(order=4), JourneyStep()])

    record = new_record(register("journey_step"), ledger)

    assert isinstance(record, JourneyStep)
    assert record.order == 5


def test_an_edit_that_makes_the_deputy_the_same_person_is_refused(company: OpenCompany) -> None:
    company.save(SARA)
    role = Role(role="trainer", person=SARA.id)
    company.save(role)

    with pytest.raises(ValueRefused) as refused:
        save_field(company, role, "deputy", SARA.id)

    assert refused.value.sentence(load_language("en")) == (
        "The deputy must be somebody other than the person."
    )
    assert company.all(Role) == (role,)


def test_a_record_that_is_contradictory_already_can_still_be_edited(company: OpenCompany) -> None:
    company.save(SARA)
    role = Role(role="trainer", person=SARA.id, deputy=SARA.id)
    company.save(role)

    save_field(company, role, "letter_no", "RL-01")

    assert company.all(Role)[0].letter_no == "RL-01"
