"""One stage of a case: its state, who and when in a line, and its fields once it is opened."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from models.domain.records.operation import Complaint
from models.services.company import OpenCompany
from ui import icons, theme
from ui.panels.record_fields import Judge, RecordFields, Remarks
from ui.theme import TextRole, Tone
from ui.widgets.buttons import Button, LinkButton, PrimaryButton, SecondaryButton
from ui.widgets.chip import Chip
from ui.widgets.flow_box import FlowBox
from ui.widgets.labels import ElidedLabel, PlainLabel
from ui.widgets.showing import show_if

Lines = Sequence[Sequence[str]]

_RAIL = theme.space(10)
_CIRCLE = theme.space(6)
_TOP = theme.space(2)


class Rail(QWidget):
    """The line along which the stages stand, with the mark of one: done, next, or still to come."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(_RAIL)
        self.is_first = False
        self.is_last = False
        self._is_done = False
        self._is_next = False

    def mark(self, *, is_done: bool, is_next: bool) -> None:
        """Show the stage as done, as next, or as still to come."""
        if (is_done, is_next) != (self._is_done, self._is_next):
            self._is_done, self._is_next = is_done, is_next
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint line and mark; a tick, a point and an empty ring differ also without colour."""
        inks = theme.colours()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = QPointF(self.width() / 2, _TOP + _CIRCLE / 2)
        painter.setPen(QPen(QColor(inks.line), 2))
        if not self.is_first:
            painter.drawLine(QPointF(middle.x(), 0), middle)
        if not self.is_last:
            painter.drawLine(middle, QPointF(middle.x(), self.height()))
        circle = QRectF(middle.x() - _CIRCLE / 2, _TOP, _CIRCLE, _CIRCLE)
        ink = inks.good if self._is_done else inks.primary if self._is_next else inks.edge
        ground = inks.good_tint if self._is_done else inks.primary_tint if self._is_next else inks.raised
        painter.setPen(QPen(QColor(ink), 1.5))
        painter.setBrush(QColor(ground))
        painter.drawEllipse(circle)
        if self._is_done:
            size = theme.space(4)
            picture = icons.pixmap("check", "good", size, self.devicePixelRatioF())
            painter.drawPixmap(round(middle.x() - size / 2), round(middle.y() - size / 2), picture)
        elif self._is_next:
            painter.setBrush(QColor(inks.primary))
            painter.drawEllipse(middle, theme.space(1), theme.space(1))
        painter.end()


class StageHead(QWidget):
    """The line of a stage; a press, Enter or Space opens or closes its fields."""

    pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.title = PlainLabel(parent=self)
        theme.set_role(self.title, TextRole.BODY, strong=True)
        self.detail = ElidedLabel(role=TextRole.SMALL, tone=Tone.QUIET, parent=self)
        self.chip = Chip(parent=self)
        self._arrow = QLabel(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.space(1), theme.space(1.5), theme.space(1), theme.space(1.5))
        row.setSpacing(theme.space(3))
        row.addWidget(self.title)
        row.addWidget(self.detail, 1)
        row.addWidget(self.chip)
        row.addWidget(self._arrow)

    def show_state(self, title: str, detail: str, chip: tuple[str, Tone], *, is_open: bool) -> None:
        """Show what the stage is called, what was done, and how it stands in time."""
        self.title.setText(title)
        self.detail.setText(detail)
        self.chip.set_chip(*chip)
        show_if(self.chip, bool(chip[0]))
        icons.set_icon(self._arrow, "chevron-up" if is_open else "chevron-down", "quiet", theme.ICON)
        self.setAccessibleName(", ".join(filter(None, (title, detail, chip[0]))))

    def mousePressEvent(self, event: QEvent) -> None:
        """Open or close."""
        event.accept()
        self.pressed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open or close with Enter or Space."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.pressed.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QEvent) -> None:
        """Let the focus be seen."""
        super().focusInEvent(event)  # type: ignore[arg-type]
        self.update()

    def focusOutEvent(self, event: QEvent) -> None:
        """Let the focus go."""
        super().focusOutEvent(event)  # type: ignore[arg-type]
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Frame the line while it has the focus."""
        if self.hasFocus():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(theme.colours().primary), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), theme.RADIUS, theme.RADIUS)
            painter.end()


class StageCard(QWidget):
    """The fields are made when the stage is first opened: a case that is only looked at needs few.

    lines: names of fields, those of one line side by side. remarks, judge: as of `RecordFields`.

    Signals:
        toggled: the user opened or closed the stage.
    """

    toggled = Signal(bool)

    def __init__(
        self,
        company: OpenCompany,
        lines: Lines,
        remarks: Remarks,
        judge: Judge,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._company = company
        self._lines = lines
        self._remarks = remarks
        self._judge = judge
        self._fields: RecordFields | None = None
        self._record: Complaint | None = None
        self.names = [name for line in lines for name in line]
        self.rail = Rail(self)
        self.head = StageHead(self)
        self.body = QWidget(self)
        self._grid = QGridLayout(self.body)
        self._grid.setContentsMargins(theme.space(1), 0, theme.space(1), theme.space(1))
        self._grid.setHorizontalSpacing(theme.space(4))
        self._grid.setVerticalSpacing(theme.space(3))
        self.buttons = FlowBox(theme.space(2), self)
        self._lay_out()
        self.head.pressed.connect(self._toggle)

    def _lay_out(self) -> None:
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, theme.space(2))
        column.setSpacing(theme.space(2))
        column.addWidget(self.head)
        column.addWidget(self.body)
        column.addWidget(self.buttons)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.space(2))
        row.addWidget(self.rail)
        row.addLayout(column, 1)
        self.body.hide()
        self.buttons.hide()

    def add_button(self, kind: type[Button], icon: str = "") -> Button:
        """Return one more button below the fields, still without words."""
        small = SecondaryButton(icon=icon, small=True) if kind is SecondaryButton else None
        button = small or (PrimaryButton if kind is PrimaryButton else LinkButton)(icon=icon)
        self.buttons.add(button)
        return button

    @property
    def is_open(self) -> bool:
        """Whether the fields are shown."""
        return not self.body.isHidden()

    @property
    def fields(self) -> RecordFields:
        """The fields, made now where that was not done before."""
        if self._fields is None:
            self._fields = RecordFields(
                self._company, Complaint, self.names, self, remarks=self._remarks, judge=self._judge
            )
            columns = max(map(len, self._lines))
            for at, line in enumerate(self._lines):
                for place, name in enumerate(line):
                    span = columns - place if place == len(line) - 1 else 1
                    self._grid.addWidget(
                        self._fields.row(name), at, place, 1, span, Qt.AlignmentFlag.AlignTop
                    )
            for column in range(columns):
                self._grid.setColumnStretch(column, 1)
            if self._record is not None:
                self._fields.show(self._record)
        return self._fields

    @property
    def has_fields(self) -> bool:
        """Whether the fields were made."""
        return self._fields is not None

    def show_case(self, complaint: Complaint) -> None:
        """Show the stage of a case."""
        self._record = complaint
        if self._fields is not None:
            self._fields.show(complaint)

    def set_open(self, is_open: bool) -> None:
        """Show or hide the fields, without any signal."""
        if is_open:
            _made = self.fields
        self.body.setVisible(is_open)

    def set_hint(self, name: str, text: str) -> None:
        """Say where the value of a field comes from."""
        if self._fields is not None:
            self._fields.row(name).set_hint(text)

    def commit(self) -> None:
        """Take what is being typed."""
        if self._fields is not None:
            self._fields.commit()

    def retranslate(self) -> None:
        """Word the fields in the current language."""
        if self._fields is not None:
            self._fields.retranslate()

    def _toggle(self) -> None:
        if self.is_open:
            self.commit()
        self.set_open(not self.is_open)
        self.toggled.emit(self.is_open)
