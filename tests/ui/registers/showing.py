"""How the fixtures that show views of registers are called."""

from __future__ import annotations

from collections.abc import Callable

from ui.registers import RegisterView, SheetView

Opened = Callable[[str], RegisterView]
"""Shows the view of a register in a window as wide as a step's work."""

OpenedSheet = Callable[[str], SheetView]
"""Shows the view of a sheet."""
