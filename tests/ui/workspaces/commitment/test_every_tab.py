"""What all tabs of the commitment have in common."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QWidget

from models.localisation.language import load_language
from models.services.company import OpenCompany
from tests.ui.stage import Shown, settle
from ui import language
from ui.pages.step import StepPage
from ui.widgets.labels import WrapLabel
from ui.workspace_catalogue import WORKSPACES

TABS = ("scope", "policy", "role", "objective")


@pytest.mark.parametrize("tab", TABS)
def test_a_change_of_language_words_everything_anew(
    sample: OpenCompany, shown: Shown[StepPage], tab: str
) -> None:
    page = shown(StepPage(sample, 2))
    page.work.show_tab(tab)
    settle()
    in_english = set(_words(page.work.current_body()))

    language.set_current(load_language("fa"))
    settle()

    ours = {"Ready-made objectives to take", "What the charter covers", "Commitments of management"}
    assert not ours & set(_words(page.work.current_body()))
    assert set(_words(page.work.current_body())) != in_english


def _words(workspace: QWidget) -> Iterator[str]:
    yield from (label.text() for label in workspace.findChildren(WrapLabel) if label.isVisible())


@pytest.mark.parametrize("tab", TABS)
def test_a_locked_company_can_be_read_and_not_changed(
    locked: OpenCompany, shown: Shown[StepPage], tab: str
) -> None:
    page = shown(StepPage(locked, 2))
    page.work.show_tab(tab)
    settle()
    body = page.work.current_body()

    offered = [
        button.accessibleName()
        for name in ("add_button", "delete_button", "bin_button")
        for part in (body, *body.findChildren(QWidget))
        if isinstance(button := getattr(part, name, None), QWidget) and button.isVisible()
    ]

    assert offered == []


@pytest.mark.parametrize("tab", TABS)
def test_every_workspace_of_the_step_is_in_the_catalogue(tab: str) -> None:
    assert tab in WORKSPACES
