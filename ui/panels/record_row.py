"""One record among others in an order: shown in words, and opened the fields in which it is written."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from models.domain.fields import Record
from models.services.company import OpenCompany
from ui import theme
from ui.language import _
from ui.panels.record_fields import RecordFields
from ui.widgets.buttons import IconButton
from ui.widgets.ordered_rows import OrderedRow


class RecordRow(OrderedRow):
    """One record: what stands in `line`; opened, its fields and what can be done.

    A subclass fills `line` and says what stands there in `say`, and in `delete_name` what deleting is
    called; it calls `retranslate` at the end of its own `__init__`.

    lines: the names of the fields, those of one line side by side.

    Signals beyond those of a row:
        toggled: it is to be opened or closed.
        typed: something is being typed in its fields.
    """

    toggled = Signal()
    typed = Signal()

    def __init__(
        self,
        company: OpenCompany,
        record: Record,
        lines: Sequence[Sequence[str]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(record.id, parent)
        self._company = company
        self._record = record
        self._lines = lines
        self.fields: RecordFields | None = None
        self.setProperty("kind", "row")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.line = QHBoxLayout()
        self.line.setSpacing(theme.space(1))
        self.opened = QWidget(self)
        self.opened.hide()
        self._tools: QWidget | None = None
        self.body.setContentsMargins(0, theme.space(1), 0, theme.space(1))
        self.body.addLayout(self.line)
        self.body.addWidget(self.opened)

    def _make_tools(self) -> QWidget:
        """Return the buttons of an opened row; one that is never opened does without them."""
        tools = QWidget(self)
        self.up_button = IconButton("up", role="quiet", parent=tools)
        self.down_button = IconButton("down", role="quiet", parent=tools)
        self.delete_button = IconButton("delete", role="quiet", parent=tools)
        self.up_button.clicked.connect(partial(self.moved.emit, -1))
        self.down_button.clicked.connect(partial(self.moved.emit, 1))
        self.delete_button.clicked.connect(self.deletion_requested)
        row = QHBoxLayout(tools)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for button in (self.up_button, self.down_button, self.delete_button):
            row.addWidget(button)
        self.line.addWidget(tools, 0, Qt.AlignmentFlag.AlignTop)
        return tools

    def _make_fields(self) -> RecordFields:
        self.grid = QGridLayout(self.opened)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.grid.setHorizontalSpacing(theme.space(4))
        self.grid.setVerticalSpacing(theme.space(2.5))
        fields = self.new_fields()
        columns = max(map(len, self._lines))
        for at, line in enumerate(self._lines):
            for place, name in enumerate(line):
                span = columns - place if place == len(line) - 1 else 1
                self.grid.addWidget(fields.row(name), at, place, 1, span, Qt.AlignmentFlag.AlignTop)
        for column in range(columns):
            self.grid.setColumnStretch(column, 1)
        fields.typed.connect(self.typed)
        fields.show(self._record)
        return fields

    @property
    def names(self) -> Sequence[str]:
        """The names of the fields, in the order of the lines."""
        return [name for line in self._lines for name in line]

    # What a subclass says

    def new_fields(self) -> RecordFields:
        """Return the fields of the opened row, laid out in `grid` afterwards; it is asked once."""
        return RecordFields(self._company, type(self._record), self.names, self)

    def delete_name(self) -> str:
        """Return what deleting the record is called."""
        raise NotImplementedError

    def say(self, place: int) -> None:
        """Show the record in words; place from 1."""
        raise NotImplementedError

    # What is shown

    @property
    def is_open(self) -> bool:
        """Whether the record can be typed in."""
        return self.opened.isVisibleTo(self)

    def show_record(self, record: Record, place: int) -> None:
        """Show the record as it is now, at its place among the others, from 1."""
        self._record = record
        if self.fields is not None:
            self.fields.show(record)
        self.say(place)

    def open(self, is_open: bool) -> None:
        """Show the fields, or the words alone again."""
        if is_open and self.fields is None:
            self.fields = self._make_fields()
        if self.fields is not None and not is_open:
            self.fields.commit()
        self.opened.setVisible(is_open)
        if is_open and self._tools is None:
            self._tools = self._make_tools()
            self.retranslate()
        if self._tools is not None:
            self._tools.setVisible(is_open and not self._company.is_read_only)
        theme.set_property(self, "state", "open" if is_open else "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open and close with Enter and Space, close with Escape."""
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) or (
            key == Qt.Key.Key_Escape and self.is_open
        ):
            self.toggled.emit()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open with a click."""
        if event.button() == Qt.MouseButton.LeftButton and not self.is_open:
            self.toggled.emit()

    def retranslate(self) -> None:
        """Name the buttons in the current language."""
        self.grip.setToolTip(_("Drag it to another place (Alt+Up, Alt+Down)"))
        if self._tools is not None:
            self.up_button.set_name(_("Move up (Alt+Up)"))
            self.down_button.set_name(_("Move down (Alt+Down)"))
            self.delete_button.set_name(self.delete_name())
        if self.fields is not None:
            self.fields.retranslate()
