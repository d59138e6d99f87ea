"""Saving, undoing, binning and reopening, on a real file."""

from __future__ import annotations

import dataclasses
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from models.domain.fields import FieldSpec, Kind, Record
from models.domain.records.commitment import Objective, Policy
from models.domain.records.control import Person
from models.domain.records.operation import Complaint
from models.domain.records.organisation import Organisation, Party
from models.domain.register import Register
from models.domain.registers import REGISTERS
from models.domain.text import LocalText
from models.services.companies import open_company, verify_company
from models.services.company import Change, NeverDeleted, OpenCompany
from models.storage.tables import RECORD_TABLES

PARTY = Party(name=LocalText(fa="مشتریان", en="Customers"), group="customers")


def reopened(company: OpenCompany) -> OpenCompany:
    company.close()
    return open_company(company.path)


def filled(register: Register) -> Record:
    """Return a record with something in every field that refers to no other record."""
    values: dict[Kind, Any] = {
        Kind.TEXT: "<b>&\"'\u202e😀 ‌می‌شود",
        Kind.LONG_TEXT: "سطر\nline",
        Kind.CODE: "CS-FR-012",
        Kind.BILINGUAL: LocalText(fa="یک", en="one"),
        Kind.BILINGUAL_LONG: LocalText(en="one\ntwo"),
        Kind.LINES: ("الف", "b"),
        Kind.INTEGER: 3,
        Kind.DECIMAL: Decimal("12.50"),
        Kind.BOOLEAN: True,
        Kind.DATE: date(2026, 3, 20),
        Kind.CONTENT: "Q101",
    }

    def value(spec: FieldSpec) -> Any:
        if spec.kind is Kind.CHOICE:
            return next(iter(spec.choices))
        if spec.kind is Kind.CHOICES:
            return tuple(spec.choices)
        return values.get(spec.kind, spec.empty)

    return dataclasses.replace(
        register.empty_record(), **{spec.name: value(spec) for spec in register.fields}
    )


@pytest.mark.parametrize("register", REGISTERS, ids=lambda one: one.code)
def test_every_record_comes_back_as_it_was_saved(company: OpenCompany, register: Register) -> None:
    record = filled(register)
    company.save(record)

    again = reopened(company)

    assert again.all(register.record) == (record,)
    again.close()


@pytest.mark.parametrize("register", REGISTERS, ids=lambda one: one.code)
def test_every_field_has_its_column(register: Register) -> None:
    columns = RECORD_TABLES[register.code].columns.keys()

    assert columns == ["id", *(spec.name for spec in register.fields), "binned_at"]


def test_undo_takes_an_edit_back_and_redo_brings_it_again(company: OpenCompany) -> None:
    company.save(PARTY)
    changed = dataclasses.replace(PARTY, priority="high")
    company.save(changed)

    company.undo()
    assert company.all(Party) == (PARTY,)
    company.undo()
    assert company.all(Party) == ()
    company.redo()
    company.redo()
    assert company.all(Party) == (changed,)


def test_undo_and_redo_survive_a_restart(company: OpenCompany) -> None:
    company.save(PARTY)
    company.save(dataclasses.replace(PARTY, priority="high"))
    company.undo()

    again = reopened(company)

    assert again.can_undo
    assert again.can_redo
    again.redo()
    assert again.all(Party)[0].priority == "high"
    again.undo()
    again.undo()
    assert again.all(Party) == ()
    again.close()


def test_a_new_edit_ends_what_could_be_redone(company: OpenCompany) -> None:
    company.save(PARTY)
    company.undo()

    company.save(Party())

    assert not company.can_redo


def test_a_deleted_record_lies_in_the_bin_and_can_be_restored(company: OpenCompany) -> None:
    company.save(PARTY)

    company.delete([PARTY])
    assert company.all(Party) == ()
    assert company.binned(Party) == (PARTY,)
    company.restore([PARTY])
    assert company.all(Party) == (PARTY,)


def test_the_bin_survives_a_restart(company: OpenCompany) -> None:
    company.save(PARTY)
    company.delete([PARTY])

    again = reopened(company)

    assert again.binned(Party) == (PARTY,)
    again.close()


def test_complaints_are_never_deleted(company: OpenCompany) -> None:
    complaint = Complaint(no="1")
    company.save(complaint)

    with pytest.raises(NeverDeleted):
        company.delete([complaint])

    assert company.all(Complaint) == (complaint,)


def test_a_person_in_the_bin_can_still_be_referred_to(company: OpenCompany) -> None:
    person = Person(name=LocalText(fa="نگار"))
    company.save(person)
    company.save(Objective(owner=person.id))

    company.delete([person])

    assert company.find(Person, person.id) is None
    assert verify_company(company.path) == []


def test_several_records_are_one_step(company: OpenCompany) -> None:
    company.save_all([Party(), Party(), Party()])

    company.undo()

    assert company.all(Party) == ()


def test_records_stand_in_the_order_in_which_they_were_made(company: OpenCompany) -> None:
    first, second, third = (Party(name=LocalText(en=str(number))) for number in range(3))
    company.save_all([third, first])
    company.save(second)
    company.save(dataclasses.replace(first, group="staff"))
    company.delete([second])
    company.undo()

    assert [party.id for party in company.all(Party)] == [first.id, second.id, third.id]
    assert [party.id for party in company.snapshot().all(Party)] == [first.id, second.id, third.id]


def test_saving_an_unchanged_record_writes_nothing(company: OpenCompany) -> None:
    company.save(PARTY)
    company.save(PARTY)

    assert len(company.history()) == 1


def test_listeners_hear_what_changed_until_they_leave(company: OpenCompany) -> None:
    heard: list[Change] = []
    leave = company.subscribe(heard.append)
    company.save(PARTY)
    leave()
    company.undo()

    assert [change.touches(Party) for change in heard] == [True]


def test_the_history_says_who_changed_what(company: OpenCompany) -> None:
    company.save(PARTY)
    company.save(Organisation(id=company.sheet(Organisation).id, phone="0511"))

    (entry,) = company.history(PARTY.id)

    assert entry.author == "tester"
    assert entry.decoded_edits()[0].after == PARTY


def test_a_sheet_is_empty_until_something_is_entered(company: OpenCompany) -> None:
    policy = company.sheet(Policy)
    company.save(dataclasses.replace(policy, announced_how="meeting"))

    assert policy.announced_how == ""
    assert company.sheet(Policy).announced_how == "meeting"


def test_after_closing_the_file_stands_alone(company: OpenCompany, company_path: Path) -> None:
    company.save(PARTY)
    company.close()

    assert [path.name for path in company_path.parent.iterdir()] == [company_path.name]


def test_a_copy_is_complete_and_replaces_an_older_one(company: OpenCompany, tmp_path: Path) -> None:
    company.save(PARTY)
    target = tmp_path / "copy.manshur"
    target.write_text("older")

    company.save_copy(target)

    copy = open_company(target)
    assert copy.all(Party) == (PARTY,)
    copy.close()


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(st.sampled_from(["save", "change", "delete", "undo", "redo"]), max_size=25))
def test_any_walk_of_edits_and_undos_leaves_a_sound_file(company: OpenCompany, steps: list[str]) -> None:
    for number, step in enumerate(steps):
        parties = company.all(Party)
        if step == "save":
            company.save(Party())
        elif step == "change" and parties:
            company.save(dataclasses.replace(parties[0], channel=LocalText(en=str(number))))
        elif step == "delete" and parties:
            company.delete(parties[:1])
        elif step == "undo":
            company.undo()
        elif step == "redo":
            company.redo()
    while company.can_undo:
        company.undo()

    assert company.all(Party) == ()
    assert verify_company(company.path) == []
