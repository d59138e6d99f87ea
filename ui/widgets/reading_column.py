"""A column of text to read: headings, paragraphs and lists, one below the other."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from ui import theme
from ui.theme import TextRole, Tone
from ui.widgets.labels import PlainLabel, WrapLabel

_BULLET = "•"


class ReadingColumn(QWidget):
    """Is written anew with each thing it is about."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, theme.space(1), 0)
        self._column.setSpacing(theme.space(1))

    def clear(self) -> None:
        """Take everything away."""
        _clear(self._column)

    def heading(self, text: str) -> None:
        """Begin a section."""
        label = WrapLabel(text, TextRole.BODY)
        theme.set_role(label, TextRole.BODY, Tone.PRIMARY, strong=True)
        if self._column.count():
            self._column.addSpacing(theme.space(2))
        self._column.addWidget(label)

    def say(self, text: str, *, strong: bool = False, tone: Tone = Tone.TEXT) -> None:
        """Add a paragraph."""
        label = WrapLabel(text, TextRole.BODY, tone)
        theme.set_role(label, TextRole.BODY, tone, strong=strong)
        self._column.addWidget(label)

    def points(self, texts: Iterable[str]) -> None:
        """Add a list."""
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.space(2))
        grid.setVerticalSpacing(theme.space(0.5))
        grid.setColumnStretch(1, 1)
        for row, text in enumerate(texts):
            grid.addWidget(PlainLabel(_BULLET, tone=Tone.QUIET), row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(WrapLabel(text), row, 1)
        self._column.addLayout(grid)

    def end(self) -> None:
        """Keep what was written at the top."""
        self._column.addStretch()


def _clear(column: QVBoxLayout | QGridLayout) -> None:
    """Take everything out of a layout, layouts inside it too."""
    while (item := column.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif isinstance(inner, QVBoxLayout | QGridLayout):
            _clear(inner)
            inner.deleteLater()
