"""How a company stands at a glance."""

from __future__ import annotations

from datetime import date

from models.domain.ledger import Records
from models.domain.records.charter import Promise
from models.domain.records.control import DocumentControl, Person
from models.domain.records.organisation import Party
from models.domain.text import LocalText
from models.services.company import OpenCompany
from models.services.overview import Outlook, organisation, overview

TODAY = date(2026, 11, 22)
SARA = Person(name=LocalText(en="Sara Nouri"))


def test_an_empty_company_is_untouched() -> None:
    seen = overview(Records(), TODAY)

    assert seen.is_untouched
    assert (seen.closed, seen.promises, seen.approved, seen.current_step) == (0, 0, 0, 1)
    assert seen.open_criteria == (0, ())


def test_the_open_criteria_are_those_of_the_step_that_is_worked_on() -> None:
    step, missing = overview(Records([Party(name=LocalText(en="Guests"))]), TODAY).open_criteria

    assert step == 1
    assert missing
    assert all(state.id.startswith("S1-") and not state.is_met for state in missing)


def test_only_approved_controlled_documents_are_counted() -> None:
    records = [
        SARA,
        DocumentControl(document="D1", approved_by=SARA.id, approved_on=TODAY),
        DocumentControl(document="D2", approved_by=SARA.id),
        DocumentControl(document="R-01", approved_by=SARA.id, approved_on=TODAY),
        Promise(text=LocalText(en="Within 25 minutes")),
    ]

    seen = overview(Records(records), TODAY)

    assert (seen.approved, seen.documents, seen.promises) == (1, 6, 1)


def test_the_organisation_of_a_company_without_one_is_empty() -> None:
    assert not organisation(Records()).name


def test_the_outlook_is_worked_out_once_after_each_change(company: OpenCompany) -> None:
    outlook = Outlook(company)
    first = outlook.now()
    assert outlook.now() is first

    company.save(Party(name=LocalText(en="Guests")))

    assert outlook.now() is not first
    assert not outlook.now().is_untouched
