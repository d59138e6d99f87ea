"""A number, typed in any digits."""

from __future__ import annotations

from decimal import Decimal
from typing import ClassVar

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from models.domain.errors import AppError
from models.domain.marking import N_
from ui import language, theme
from ui.theme import TextRole, Tone
from ui.widgets.editor import Editor
from ui.widgets.labels import PlainLabel


class NumberTooSmall(AppError):
    """A number below the least that makes sense in a field."""

    message: ClassVar[str] = N_("This must be {minimum} or more.")


class NumberTooLarge(AppError):
    """A number above the greatest that makes sense in a field."""

    message: ClassVar[str] = N_("This must be {maximum} or less.")


class NumberEdit(Editor[Decimal | int | None]):
    """A whole number (int) or a number with decimals (Decimal); None when the field is empty."""

    def __init__(
        self,
        whole: bool = False,
        minimum: Decimal | int | None = None,
        maximum: Decimal | int | None = None,
        unit: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(None, parent)
        self._whole = whole
        self._minimum = minimum
        self._maximum = maximum
        self.line = QLineEdit()
        self.line.setMaxLength(40)
        self.line.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.line.editingFinished.connect(self.commit)
        self._unit = PlainLabel(unit, TextRole.SMALL, Tone.QUIET)
        self._unit.setVisible(bool(unit))
        self._hold(self.line)
        self._place_unit()
        self._align()

    def _place_unit(self) -> None:
        board = QWidget()
        line = QHBoxLayout(board)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme.space(2))
        line.addWidget(self.line, 1)
        line.addWidget(self._unit)
        self.layout_().addWidget(board)

    def set_unit(self, unit: str) -> None:
        """Show what is counted, after the field."""
        self._unit.setText(unit)
        self._unit.setVisible(bool(unit))

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of direction."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._align()

    def _align(self) -> None:
        side = Qt.AlignmentFlag.AlignRight if self.isRightToLeft() else Qt.AlignmentFlag.AlignLeft
        self.line.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)

    def _read(self) -> Decimal | int | None:
        typed = self.line.text().strip()
        if not typed:
            return None
        speech = language.current()
        value = speech.parse_integer(typed) if self._whole else speech.parse_decimal(typed)
        if self._minimum is not None and value < self._minimum:
            raise NumberTooSmall(minimum=self._minimum)
        if self._maximum is not None and value > self._maximum:
            raise NumberTooLarge(maximum=self._maximum)
        return value

    def _show(self, value: Decimal | int | None) -> None:
        self.line.setText("" if value is None else language.current().number(value))

    def _lock(self, read_only: bool) -> None:
        self.line.setReadOnly(read_only)
