"""The change journal in words."""

from __future__ import annotations

import dataclasses

import pytest

from models.domain.records.control import Person
from models.domain.text import LocalText
from models.localisation.language import load_language
from models.services.company import OpenCompany
from models.services.history import FieldChange, Told, told
from models.storage.journal import EntryKind

SARA = Person(name=LocalText(fa="سارا نوری", en="Sara Nouri"))


@pytest.fixture
def company(company: OpenCompany) -> OpenCompany:
    company.author = "Negar"
    company.save(SARA)
    return company


def last(company: OpenCompany, code: str = "en") -> Told:
    return told(company.history()[0], company, load_language(code))


def test_a_new_record_is_told_by_register_and_name(company: OpenCompany) -> None:
    entry = last(company)

    assert entry.author == "Negar"
    assert entry.changes[0].deed == "Entered in “People”: \u2068Sara Nouri\u2069"
    assert entry.changes[0].fields == ()


def test_a_change_tells_each_field_before_and_after(company: OpenCompany) -> None:
    company.save(dataclasses.replace(SARA, phone="0912", meets_customers=True))

    assert last(company).changes[0].fields == (
        FieldChange("Meets customers", "No", "Yes"),
        FieldChange("Telephone", "", "0912"),
    )


def test_a_change_in_the_other_language_is_seen(company: OpenCompany) -> None:
    company.save(dataclasses.replace(SARA, name=LocalText(fa="سارا نوری‌پور", en="Sara Nouri")))

    (change,) = last(company).changes[0].fields
    assert "نوری‌پور" in change.after
    assert "نوری‌پور" not in change.before


def test_undo_and_redo_are_entries_of_their_own(company: OpenCompany) -> None:
    company.undo()
    assert last(company).kind is EntryKind.UNDO
    assert "Taken out" in last(company).changes[0].deed

    company.redo()
    assert last(company).kind is EntryKind.REDO


def test_deleting_and_restoring_are_told(company: OpenCompany) -> None:
    company.delete([SARA])
    assert "Moved to the bin" in last(company).changes[0].deed

    company.restore([SARA])
    assert "Brought back" in last(company).changes[0].deed


def test_a_company_read_in_is_told_by_its_number(company: OpenCompany) -> None:
    company.import_all(Person(name=LocalText(en=str(number))) for number in range(50))

    entry = last(company)
    assert (entry.kind, entry.changes, entry.more) == (EntryKind.IMPORT, (), 50)


def test_many_changes_at_once_are_cut(company: OpenCompany) -> None:
    company.save_all(Person(name=LocalText(en=str(number))) for number in range(20))

    assert len(last(company).changes) == 12
    assert last(company).more == 8


def test_a_huge_text_is_cut(company: OpenCompany) -> None:
    company.save(dataclasses.replace(SARA, note="word " * 20_000))

    (change,) = last(company).changes[0].fields
    assert len(change.after) <= 161


def test_the_history_speaks_every_language(company: OpenCompany) -> None:
    assert "سارا نوری" in last(company, "fa").changes[0].deed
