"""The fields of one record under the headings of their groups, in two columns where there is room."""

from __future__ import annotations

from collections.abc import Generator, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from models.domain.fields import FieldSpec, Kind
from models.domain.register import Register
from models.services.company import OpenCompany
from ui import theme
from ui.language import _
from ui.registers.editors import editor_for, word
from ui.theme import TextRole, Tone
from ui.widgets.check_edit import CheckEdit
from ui.widgets.editor import Editor
from ui.widgets.field_row import FieldRow
from ui.widgets.labels import WrapLabel

_WIDE = frozenset({Kind.LONG_TEXT, Kind.BILINGUAL_LONG, Kind.LINES, Kind.CHOICES, Kind.PEOPLE, Kind.CONTENT})


class FieldBoard(QWidget):
    """A row for each field of a register: long ones over the whole width, short ones side by side.

    A form may have a board of its own, which makes some editors differently and arranges them as it likes.
    """

    two_columns_from = theme.space(140)

    def __init__(self, company: OpenCompany, register: Register, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fields = self.in_reading_order(register.fields)
        self._company = company
        self._rows: dict[str, FieldRow] = {}
        self._headings: dict[str, WrapLabel] = {}
        self._under: dict[str, QWidget] = {}
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.space(4))
        self._grid.setVerticalSpacing(theme.space(4))

    def build(self) -> Generator[None, None, None]:
        """Make the rows, and rest after each: twenty editors at once would be felt."""
        for spec in self._fields:
            if spec.heading:
                heading = self._headings[spec.name] = WrapLabel(parent=self)
                theme.set_role(heading, TextRole.BODY, Tone.PRIMARY, strong=True)
            row = FieldRow("", self.new_editor(spec), required=spec.required, parent=self)
            row.setObjectName(spec.name)
            self._rows[spec.name] = row
            yield
        self._fit(2)
        self.retranslate()

    def in_reading_order(self, fields: Sequence[FieldSpec]) -> Sequence[FieldSpec]:
        """Return the fields in the order in which they are read, which is that of the Tab key."""
        return fields

    def new_editor(self, spec: FieldSpec) -> Editor[Any]:
        """Return the editor of a field."""
        return editor_for(spec, self._company)

    def put_under(self, name: str, widget: QWidget) -> None:
        """Let something that belongs to a field stand under it, over the whole width."""
        widget.setParent(self)
        self._under[name] = widget
        if self._columns:
            self.arrange(self._grid, self._columns)

    @property
    def rows(self) -> Mapping[str, FieldRow]:
        """The rows by field name, in reading order."""
        return self._rows

    def editor(self, name: str) -> Editor[Any]:
        """Return the editor of a field."""
        return self._rows[name].editor

    def retranslate(self) -> None:
        """Word headings, labels, hints and choices in the current language."""
        for row, spec in zip(self._rows.values(), self._fields, strict=False):
            # A box to tick says by itself what it is about.
            row.set_label("" if isinstance(row.editor, CheckEdit) else _(spec.label))
            row.set_hint(_(spec.hint) if spec.hint else "")
            if spec.name in self._headings:
                self._headings[spec.name].setText(_(spec.heading))
            word(row.editor, spec)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use one column where two would be too narrow."""
        super().resizeEvent(event)
        if len(self._rows) == len(self._fields):
            self._fit(2 if event.size().width() >= self.two_columns_from else 1)

    def minimumSizeHint(self) -> QSize:
        """Ask for no more width than one column needs: two are given up first."""
        narrow = max((row.minimumSizeHint().width() for row in self._rows.values()), default=0)
        return QSize(narrow, super().minimumSizeHint().height())

    def _fit(self, columns: int) -> None:
        if columns != self._columns:
            self._columns = columns
            self.arrange(self._grid, columns)

    def arrange(self, grid: QGridLayout, columns: int) -> None:
        """Put the rows into the grid, in that many columns."""
        line, place = 0, 0
        for spec in self._fields:
            row = self._rows[spec.name]
            is_wide = columns == 1 or spec.kind in _WIDE
            heading = self._headings.get(spec.name)
            if (is_wide or heading) and place:
                line, place = line + 1, 0
            if heading:
                grid.addWidget(heading, line, 0, 1, columns)
                line += 1
            grid.addWidget(row, line, place, 1, columns if is_wide else 1)
            place = 0 if is_wide else (place + 1) % columns
            line += place == 0
            under = self._under.get(spec.name)
            if under is not None:
                line, place = line + bool(place), 0
                grid.addWidget(under, line, 0, 1, columns)
                line += 1
        for column in range(2):
            grid.setColumnStretch(column, int(column < columns))
