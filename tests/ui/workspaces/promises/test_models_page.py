"""The model promises: choose a trade, look, take some or all."""

from __future__ import annotations

import pytest

from models.domain.records.charter import Indicator, Promise
from models.domain.records.organisation import Organisation
from models.domain.registers import register_of
from models.localisation.language import load_language
from models.services.company import OpenCompany
from models.services.model_promises import trades
from tests.ui.stage import settle
from tests.ui.workspaces.promises.conftest import Build
from ui import language
from ui.registers.news import News
from ui.workspaces.promises.models_page import ModelsPage
from ui.workspaces.promises.workspace import PromiseWorkspace


def shown(
    build: Build, company: OpenCompany, trade: str = "restaurant"
) -> tuple[PromiseWorkspace, ModelsPage]:
    workspace = build(company)
    workspace.show_models()
    workspace.models.show_trade(trade)
    settle()
    return workspace, workspace.models


def test_the_trade_of_the_profile_comes_first(company: OpenCompany, build: Build) -> None:
    company.save(Organisation(id=register_of(Organisation).sheet_id, sector="clinic"))
    workspace = build(company)

    workspace.show_models()

    assert workspace.models.trade.value() == "clinic"


@pytest.mark.parametrize("trade", list(trades()))
def test_every_trade_shows_its_promises(company: OpenCompany, build: Build, trade: str) -> None:
    _workspace, page = shown(build, company, trade)

    assert [row.offer.model for row in page.rows] == list(trades()[trade].promises)


def test_some_are_taken_with_their_indicators_in_one_step(company: OpenCompany, build: Build) -> None:
    workspace, page = shown(build, company)
    news: list[News] = []
    workspace.told.connect(news.append)
    for row in page.rows[:2]:
        row.box.box.click()
    assert page.take_button.text() == "Take 2 promises"

    page.take_button.click()

    assert [one.model for one in company.all(Promise)] == ["P-RES-1", "P-RES-2"]
    assert len(company.all(Indicator)) == 2
    assert news[-1].can_undo
    assert workspace.editor.isVisible()

    company.undo()

    assert not company.all(Promise)


def test_what_was_taken_is_marked_and_cannot_be_taken_again(sample: OpenCompany, build: Build) -> None:
    _workspace, page = shown(build, sample)

    assert all(row.taken.isVisible() and row.box.isHidden() for row in page.rows)
    assert page.take_button.isHidden()


def test_all_or_none_are_chosen(company: OpenCompany, build: Build) -> None:
    _workspace, page = shown(build, company)

    page.all_button.click()
    assert len(page.chosen()) == len(page.rows)

    page.all_button.click()
    assert page.chosen() == []


def test_taking_nothing_says_what_to_do(company: OpenCompany, build: Build) -> None:
    workspace, page = shown(build, company)
    news: list[News] = []
    workspace.told.connect(news.append)

    page.take_button.click()

    assert [one.text for one in news] == ["Tick the promises that you can keep."]


def test_the_reminder_about_targets_stands_above(company: OpenCompany, build: Build) -> None:
    _workspace, page = shown(build, company)

    assert "set the target from your own baseline" in page._hint.text()


def test_a_locked_company_is_only_shown_the_models(locked: OpenCompany, build: Build) -> None:
    _workspace, page = shown(build, locked, "clinic")

    assert all(row.box.isHidden() for row in page.rows)
    assert page.take_button.isHidden()


def test_the_models_are_said_in_the_language_of_the_window_first(company: OpenCompany, build: Build) -> None:
    _workspace, page = shown(build, company)

    language.set_current(load_language("fa"))
    settle()

    first = page.rows[0]
    assert first._texts[0][1].text() == first.offer.model.text.get("fa")
    assert first._texts[1][1].text() == first.offer.model.text.get("en")
