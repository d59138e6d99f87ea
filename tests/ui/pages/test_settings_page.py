"""The company's side of the settings page."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtWidgets import QCheckBox, QPushButton

from models.domain.gates.criterion import Place
from models.domain.records.control import CompanySettings, Holiday
from models.domain.registers import register_of
from models.localisation.language import load_language
from models.services.company import OpenCompany
from models.services.preferences import PreferenceFile
from models.services.user_folders import user_folders
from tests.ui.stage import settle
from ui import language
from ui.choices import Choices
from ui.page import Notice, Page
from ui.page_catalogue import page_of
from ui.pages.settings import SettingsPage
from ui.registers.evidence_strip import EvidenceStrip
from ui.widgets.multi_choice import MultiChoice

Make = Callable[[OpenCompany], SettingsPage]


@pytest.fixture
def made(tmp_path: Path, shown: Callable[[Page], Page]) -> Make:
    folders = user_folders(tmp_path / "user")

    def make(company: OpenCompany) -> SettingsPage:
        choices = Choices(PreferenceFile(folders.preferences))
        return cast(SettingsPage, shown(SettingsPage(company, choices, folders)))

    return make


def test_nobody_can_take_the_mark_off_a_sample(sample: OpenCompany, made: Make) -> None:
    page = made(sample)

    assert page.company_card.sample.isVisible()
    assert not page.findChildren(QCheckBox)


def test_a_company_of_ones_own_is_no_sample(company: OpenCompany, made: Make) -> None:
    assert not made(company).company_card.sample.isVisible()


def test_there_is_no_place_for_evidence(company: OpenCompany, made: Make) -> None:
    assert not made(company).findChildren(EvidenceStrip)


def test_a_choice_is_saved_and_undone_in_place(company: OpenCompany, made: Make) -> None:
    fields = made(company).company_card.fields
    editor = fields.row("number_prefix").editor
    company.save(dataclasses.replace(company.sheet(CompanySettings), number_prefix="TR"))
    after = editor.value()

    company.undo()

    assert (after, editor.value()) == ("TR", "CS")


def test_days_off_are_chosen(company: OpenCompany, made: Make) -> None:
    editor = made(company).company_card.fields.row("days_off").editor
    assert isinstance(editor, MultiChoice)
    chips = {chip.accessibleName(): chip for chip in editor.findChildren(QPushButton)}

    chips["Thursday"].click()

    assert company.sheet(CompanySettings).days_off == ("3", "4")


@pytest.mark.parametrize(("code", "first", "last"), [("fa", "شنبه", "جمعه"), ("en", "Monday", "Sunday")])
def test_the_week_begins_as_the_language_has_it(
    company: OpenCompany, made: Make, code: str, first: str, last: str
) -> None:
    editor = made(company).company_card.fields.row("days_off").editor

    language.set_current(load_language(code))
    settle()

    names = [chip.accessibleName() for chip in editor.findChildren(QPushButton)]
    assert (names[0], names[-1]) == (first, last)


def test_fixed_holidays_are_taken_and_undone_in_one_step(
    company: OpenCompany, made: Make, notices: Callable[[Page], list[Notice]]
) -> None:
    page = made(company)
    heard = notices(page)

    page.holidays.take_button.click()
    settle()
    taken, shown = len(company.all(Holiday)), len(page.holidays.cards.cards())
    company.undo()
    settle()

    assert (taken, shown) == (7, 7)
    assert heard[0].can_undo
    assert company.all(Holiday) == ()
    assert page.holidays.take_button.isVisible()


def test_a_holiday_is_found_from_elsewhere(company: OpenCompany, made: Make) -> None:
    over = Holiday(name="Long ago", first=date(2020, 1, 1))
    company.save(over)
    page = made(company)

    page.reveal(Place(register_of(over).code, over.id, "name"))

    assert [card.fields.record for card in page.holidays.cards.cards()] == [over]
    assert page_of(Place("holiday", over.id), company) == "settings"
