"""Step 2 in a window: its workspaces, what is typed into their fields, what stands below them."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from models.services.company import OpenCompany
from tests.e2e.driver import type_text
from tests.ui.stage import Shown, settle
from ui.pages.step import StepPage
from ui.widgets.labels import WrapLabel
from ui.workspace import Workspace
from ui.workspaces.commitment.policy import PolicyWorkspace
from ui.workspaces.commitment.roles import RolesWorkspace
from ui.workspaces.commitment.scope import ScopeWorkspace

W = TypeVar("W", bound=Workspace)


def opened(shown: Shown[StepPage], company: OpenCompany, kind: type[W]) -> tuple[StepPage, W]:
    """Return the page of step 2 with a workspace in front."""
    page = shown(StepPage(company, 2))
    keys = {ScopeWorkspace: "scope", PolicyWorkspace: "policy", RolesWorkspace: "role"}
    page.work.show_tab(keys.get(kind, "objective"))
    settle()
    workspace = page.work.current_body()
    assert isinstance(workspace, kind)
    return page, workspace


def type_in(editor: QWidget, text: str) -> None:
    """Type into the field that has the focus, and leave it with Tab."""
    field = QApplication.focusWidget()
    assert field is not None
    assert editor is field or editor.isAncestorOf(field)
    type_text(field, text)
    QTest.keyClick(field, Qt.Key.Key_Tab)


def below(row: QWidget) -> str:
    """Return the sentence that stands below a field."""
    labels = [label.text() for label in row.findChildren(WrapLabel) if label.isVisible()]
    return " ".join(labels)
