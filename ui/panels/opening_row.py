"""A row of an ordered list that opens into the fields of its record."""

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


class OpeningRow(OrderedRow):
    """Closed it shows its record in words; opened, lines of fields in their place and what can be done.

    A subclass lays out `head` and fills it. lines: the names of the fields, those of one line side by side.

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
        self.company = company
        self.record = record
        self._lines = lines
        self.fields: RecordFields | None = None
        self._board: QWidget | None = None
        self.setProperty("kind", "row")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.up_button = IconButton("up", role="quiet", parent=self)
        self.down_button = IconButton("down", role="quiet", parent=self)
        self.delete_button = IconButton("delete", role="quiet", parent=self)
        self.tools = QWidget(self)
        tools = QHBoxLayout(self.tools)
        tools.setContentsMargins(0, 0, 0, 0)
        tools.setSpacing(0)
        for button in (self.up_button, self.down_button, self.delete_button):
            tools.addWidget(button)
        self.head = QHBoxLayout()
        self.head.setSpacing(theme.space(1))
        self.body.setContentsMargins(0, theme.space(1), 0, theme.space(1))
        self.body.addLayout(self.head)
        self.up_button.clicked.connect(partial(self.moved.emit, -1))
        self.down_button.clicked.connect(partial(self.moved.emit, 1))
        self.delete_button.clicked.connect(self.deletion_requested)
        self.tools.hide()

    @property
    def is_open(self) -> bool:
        """Whether the record can be typed in."""
        return self._board is not None and self._board.isVisibleTo(self)

    def show_record(self, record: Record) -> None:
        """Show the record as it is now."""
        self.record = record
        if self.fields is not None:
            self.fields.show(record)

    def open(self, is_open: bool) -> None:
        """Show the fields, or the words alone again."""
        if is_open and self._board is None:
            self._build()
        if self._board is not None and self.fields is not None:
            if not is_open:
                self.fields.commit()
            self._board.setVisible(is_open)
        self.tools.setVisible(is_open and not self.company.is_read_only)
        theme.set_property(self, "state", "open" if is_open else "")

    def _build(self) -> None:
        names = [name for line in self._lines for name in line]
        self.fields = RecordFields(self.company, type(self.record), names, self)
        self.fields.typed.connect(self.typed)
        self._board = QWidget(self)
        grid = QGridLayout(self._board)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.space(4))
        grid.setVerticalSpacing(theme.space(2.5))
        columns = max(map(len, self._lines))
        for at, line in enumerate(self._lines):
            for place, name in enumerate(line):
                span = columns - place if place == len(line) - 1 else 1
                grid.addWidget(self.fields.row(name), at, place, 1, span, Qt.AlignmentFlag.AlignTop)
        for column in range(columns):
            grid.setColumnStretch(column, 1)
        self.body.addWidget(self._board)
        self.fields.show(self.record)

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
        self.up_button.set_name(_("Move up (Alt+Up)"))
        self.down_button.set_name(_("Move down (Alt+Down)"))
        if self.fields is not None:
            self.fields.retranslate()
