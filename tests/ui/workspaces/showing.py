"""How the fixtures that show workspaces are called, and what a workspace tells."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from models.services.company import OpenCompany
from ui.registers.news import News

Opened = Callable[[OpenCompany, str], Any]
"""Shows the workspace of a tab in a window of its own."""

InStep = Callable[[OpenCompany, int, str], Any]
"""Shows the workspace of a tab in the page of a step."""


def heard(workspace: Any) -> list[News]:
    """Return what collects the news of a workspace."""
    news: list[News] = []
    workspace.told.connect(news.append)
    return news
