"""How the fixtures that show workspaces are called."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from models.services.company import OpenCompany

Opened = Callable[[OpenCompany, str], Any]
"""Shows the workspace of a tab in a window of its own."""

InStep = Callable[[OpenCompany, int, str], Any]
"""Shows the workspace of a tab in the page of a step."""
