"""How the fixture that shows the management review is called."""

from __future__ import annotations

from collections.abc import Callable

from models.services.company import OpenCompany
from ui.workspaces.review.workspace import ReviewWorkspace

Opened = Callable[[OpenCompany], ReviewWorkspace]
"""Shows the review of a company."""
