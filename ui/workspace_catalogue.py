"""Which tabs of the steps have a workspace, and how it is made; every other tab shows its register."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QWidget

from models.services.company import OpenCompany
from ui.workspace import Workspace

Factory = Callable[[OpenCompany, QWidget], Workspace]


# By the key of the tab. Each factory imports its workspace itself: only the one that is shown is loaded.
def _beside_document(code: str) -> Factory:
    def make(company: OpenCompany, parent: QWidget) -> Workspace:
        from ui.workspaces.beside_document import BesideDocument

        return BesideDocument(company, code, parent)

    return make


WORKSPACES: Mapping[str, Factory] = {
    code: _beside_document(code) for code in ("policy", "policy_statement", "charter_text", "promise")
}
