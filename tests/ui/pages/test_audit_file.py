"""The audit file, made from the page of documents."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from models.localisation.language import load_language
from models.services.company import OpenCompany
from models.services.dossier import verify_dossier
from ui import language
from ui.page import Notice, Page
from ui.pages.documents import DocumentsPage
from ui.panels.documents.audit_file import AuditFilePanel

Show = Callable[[Page], Page]
Collect = Callable[[Page], list[Notice]]
_PATIENCE_MS = 60_000


@pytest.fixture
def panel(company: OpenCompany, qtbot: QtBot) -> AuditFilePanel:
    made = AuditFilePanel(company)
    qtbot.addWidget(made)
    made.show()
    return made


def ended(panel: AuditFilePanel) -> Callable[[], bool]:
    return lambda: not panel.is_at_work


def test_the_page_asks_for_a_folder_and_tells_of_the_finished_files(
    sample: OpenCompany,
    shown: Show,
    notices: Collect,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    out = tmp_path / "out"
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_arguments: str(out))
    page = DocumentsPage(sample)
    shown(page)
    heard = notices(page)

    page.audit_file.menu.actions()[0].trigger()
    qtbot.waitUntil(ended(page.audit_file), timeout=_PATIENCE_MS)

    assert [one.kind for one in heard] == ["good"]
    assert verify_dossier(out / "CS-audit-file_fa.zip") == []
    page.hide()


def test_the_bar_stands_in_the_place_of_the_button(
    panel: AuditFilePanel, qtbot: QtBot, tmp_path: Path
) -> None:
    panel.make("en", tmp_path)

    assert panel.bar.isVisible()
    assert panel.button.isHidden()
    qtbot.waitUntil(ended(panel), timeout=_PATIENCE_MS)
    assert panel.bar.isHidden()
    assert panel.button.isVisible()


def test_giving_it_up_leaves_nothing(panel: AuditFilePanel, qtbot: QtBot, tmp_path: Path) -> None:
    out = tmp_path / "out"
    panel.make("en", out)
    qtbot.waitUntil(lambda: panel.bar.bar.value() > 1, timeout=_PATIENCE_MS)

    panel.bar.cancel_button.click()

    assert not panel.is_at_work
    assert panel.button.isVisible()
    qtbot.waitUntil(lambda: out.exists() and not list(out.iterdir()), timeout=_PATIENCE_MS)


def test_a_folder_that_cannot_be_is_one_sentence(
    panel: AuditFilePanel, company: OpenCompany, qtbot: QtBot
) -> None:
    heard: list[Notice] = []
    panel.told.connect(heard.append)

    panel.make("en", company.path / "out")
    qtbot.waitUntil(ended(panel), timeout=_PATIENCE_MS)

    assert [one.kind for one in heard] == ["error"]


def test_the_button_follows_the_language(panel: AuditFilePanel) -> None:
    language.set_current(load_language("fa"))

    assert panel.button.text() == "پروندهٔ ممیزی…"
