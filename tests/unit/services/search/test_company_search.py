"""Search in an open company: records, content, documents and commands, in both languages."""

from __future__ import annotations

import dataclasses
from datetime import date

import pytest

from models.domain.gates.criterion import Place
from models.domain.records.control import Person
from models.domain.records.operation import Complaint
from models.domain.text import LocalText
from models.localisation.language import load_language
from models.services.company import OpenCompany
from models.services.search.company import CompanySearch
from models.services.search.targets import Command, CommandKey, Found, Group, Hit, PageKey, Reading

SARA = Person(name=LocalText(fa="سارا نوری", en="Sara Nouri"))
COMPLAINT = Complaint(
    no="K-7", received_on=date(2026, 11, 22), text="غذای سفارش‌شده سرد رسید", assigned=SARA.id, channel="phone"
)
COMMANDS = (Command(CommandKey("copy"), "Save a copy…", "save-as"), Command(PageKey("people"), "People"))


@pytest.fixture
def company(company: OpenCompany) -> OpenCompany:
    company.save_all([SARA, COMPLAINT])
    return company


@pytest.fixture
def search(company: OpenCompany) -> CompanySearch:
    search = CompanySearch(company, COMMANDS)
    search.reading()(lambda: None)
    return search


def look(search: CompanySearch, wanted: str, code: str = "en") -> Found:
    return search.finding(wanted, load_language(code))()


def hits(search: CompanySearch, wanted: str, group: Group, code: str = "en") -> tuple[Hit, ...]:
    return next((one.hits for one in look(search, wanted, code).groups if one.group is group), ())


@pytest.mark.parametrize("wanted", ["Sara", "سارا", "nouri sara", "NOURI", "نوري"])
def test_a_person_is_found_by_the_name_in_either_language(search: CompanySearch, wanted: str) -> None:
    found = hits(search, wanted, Group.PEOPLE)

    assert [hit.target for hit in found] == [Place("person", SARA.id)]
    assert found[0].name == "Sara Nouri"


@pytest.mark.parametrize(
    "wanted",
    ["k-7", "K-۷", "سفارششده", "سفارش‌شده سرد", "sara k-7", "1405/09/01", "۱۴۰۵/۰۹/۰۱", "2026-11-22", "تلفن"],
)
def test_a_complaint_is_found_by_whatever_stands_in_it(search: CompanySearch, wanted: str) -> None:
    targets = [hit.target for hit in hits(search, wanted, Group.RECORDS)]

    assert Place("complaint", COMPLAINT.id) in targets


def test_the_place_of_the_words_is_shown_with_its_field(search: CompanySearch) -> None:
    (hit,) = hits(search, "سرد", Group.RECORDS)

    assert hit.detail == "Complaints"
    assert "Complaint: " in hit.passage
    assert "غذای سفارش‌شده سرد رسید" in hit.passage


def test_what_is_saved_undone_and_deleted_is_found_as_it_stands(
    search: CompanySearch, company: OpenCompany
) -> None:
    company.save(dataclasses.replace(SARA, name=LocalText(en="Mina Karimi")))
    assert not hits(search, "Sara", Group.PEOPLE)
    # Whatever names a person is found by the new name.
    assert hits(search, "Mina", Group.RECORDS)[0].target == Place("complaint", COMPLAINT.id)

    company.undo()
    assert hits(search, "Sara", Group.PEOPLE)

    company.delete([SARA])
    assert not hits(search, "Sara", Group.PEOPLE)


def test_the_best_hit_comes_first(search: CompanySearch) -> None:
    assert look(search, "Sara").hits[0].target == Place("person", SARA.id)


@pytest.mark.parametrize(
    ("wanted", "group"),
    [
        ("save copy", Group.WINDOW),
        ("افراد", Group.WINDOW),
        ("R-05", Group.DOCUMENTS),
        ("S3-T4", Group.WORK),
        ("S3-E2", Group.WORK),
        ("تحلیل شکاف", Group.WORK),
        ("effectiveness", Group.HELP),
    ],
)
@pytest.mark.parametrize("code", ["fa", "en"])
def test_what_every_company_has_is_found(search: CompanySearch, wanted: str, group: Group, code: str) -> None:
    assert hits(search, wanted, group, code)


def test_help_leads_to_its_passage(search: CompanySearch) -> None:
    targets = [hit.target for hit in hits(search, "certificate", Group.HELP)]

    assert targets
    assert all(isinstance(target, Reading) for target in targets)


def test_names_are_in_the_language_shown(search: CompanySearch) -> None:
    assert hits(search, "Sara", Group.PEOPLE, "fa")[0].name == "سارا نوری"
    assert hits(search, "save a copy", Group.WINDOW, "fa")[0].name == "ذخیرهٔ رونوشت"


def test_nothing_is_found_by_signs_and_blanks(search: CompanySearch) -> None:
    assert not look(search, " ").groups
    assert not look(search, "...").groups


def test_until_records_are_read_everything_else_is_found(company: OpenCompany) -> None:
    early = CompanySearch(company, COMMANDS)

    found = early.finding("copy", load_language("en"))()

    assert not found.is_whole
    assert any(group.group is Group.WINDOW for group in found.groups)


def test_what_changes_while_records_are_read_is_found_afterwards(company: OpenCompany) -> None:
    search = CompanySearch(company, COMMANDS)
    reading = search.reading()
    company.save(Person(name=LocalText(en="Late Comer")))

    reading(lambda: None)

    assert hits(search, "comer", Group.PEOPLE)
