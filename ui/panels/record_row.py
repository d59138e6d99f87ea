"""One record among others in an order: its text, and opened the fields in which it is written."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from models.domain.fields import Record
from models.localisation.languages import language_rows
from models.services.company import OpenCompany
from ui import theme
from ui.language import _, current
from ui.panels.record_fields import RecordFields
from ui.theme import Tone
from ui.widgets.buttons import IconButton
from ui.widgets.chip import Chip
from ui.widgets.labels import PlainLabel, WrapLabel
from ui.widgets.ordered_rows import OrderedRow

TEXT = "text"
_NUMBER_WIDTH = theme.space(7)


class RecordRow(OrderedRow):
    """One record with a bilingual `text`: its number and its text; opened, its fields and what can be done.

    A subclass says in `new_fields` what is written, and in `delete_name` what deleting is called.

    Signals beyond those of a row:
        toggled: it is to be opened or closed.
        typed: something is being typed in its fields.
    """

    toggled = Signal()
    typed = Signal()

    def __init__(self, company: OpenCompany, record: Record, parent: QWidget | None = None) -> None:
        super().__init__(record.id, parent)
        self._company = company
        self._record = record
        self.fields: RecordFields | None = None
        self.setProperty("kind", "row")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._number = PlainLabel(tone=Tone.QUIET, parent=self)
        self._number.setFixedWidth(_NUMBER_WIDTH)
        self.text = WrapLabel(parent=self)
        self.missing = Chip(tone=Tone.LATE, parent=self)
        self.opened = QWidget(self)
        self.opened.hide()
        self._tools: QWidget | None = None
        self._lay_out()
        self.retranslate()

    def _lay_out(self) -> None:
        self.line = QHBoxLayout()
        self.line.setSpacing(theme.space(1))
        self.line.addWidget(self._number, 0, Qt.AlignmentFlag.AlignTop)
        self.line.addWidget(self.text, 1)
        self.line.addStretch()
        self.line.addWidget(self.missing, 0, Qt.AlignmentFlag.AlignVCenter)
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

    # What a subclass says

    def new_fields(self) -> RecordFields:
        """Return the fields of the opened row, laid out in `opened`; it is asked once."""
        raise NotImplementedError

    def delete_name(self) -> str:
        """Return what deleting the record is called."""
        raise NotImplementedError

    def say(self, place: int) -> None:
        """Show more than number and text; place from 1."""

    # What is shown

    @property
    def is_open(self) -> bool:
        """Whether the record can be typed in."""
        return self.opened.isVisibleTo(self)

    def show_record(self, record: Record, place: int) -> None:
        """Show the record as it is now, at its place among the others, from 1."""
        self._record = record
        speech, text = current(), getattr(record, TEXT)
        self._number.setText(_("{number}.").format(number=speech.number(place)))
        self.text.setText(text.best(speech.code) or _("Not written yet"))
        lacking = [row.name for row in language_rows() if not text.get(row.code).strip()]
        named = speech.isolate(" · ".join(lacking))
        self.missing.set_chip(_("{language} is missing").format(language=named), Tone.LATE)
        self.missing.setVisible(bool(lacking))
        self.setAccessibleName(f"{self._number.text()} {self.text.text()}")
        if self.fields is not None:
            self.fields.show(record)
        self.say(place)

    def open(self, is_open: bool) -> None:
        """Show the fields in place of the text, or the text alone again."""
        if is_open and self.fields is None:
            self.fields = self.new_fields()
            self.fields.typed.connect(self.typed)
            self.fields.show(self._record)
        if self.fields is not None and not is_open:
            self.fields.commit()
        self.opened.setVisible(is_open)
        self.text.setVisible(not is_open)
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
