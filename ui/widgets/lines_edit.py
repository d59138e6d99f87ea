"""A list of short texts, one a line."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.widgets.long_text import AreaEditor


class LinesEdit(AreaEditor[tuple[str, ...]]):
    """Several short texts; empty lines do not count."""

    def __init__(self, rows: int = 3, limit: int = 100_000, parent: QWidget | None = None) -> None:
        super().__init__((), rows, limit, parent)

    def _read(self) -> tuple[str, ...]:
        return tuple(line.strip() for line in self.text().split("\n") if line.strip())

    def _show(self, value: tuple[str, ...]) -> None:
        self._put("\n".join(value))
