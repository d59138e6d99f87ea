"""The company's side of the settings page."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtWidgets import QCheckBox

from models.domain.records.control import CompanySettings
from models.services.company import OpenCompany
from models.services.preferences import PreferenceFile
from models.services.user_folders import user_folders
from ui.choices import Choices
from ui.page import Page
from ui.pages.settings import SettingsPage
from ui.registers.evidence_strip import EvidenceStrip

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
