"""One point of the launch list: whether it is ready, and what the records say about it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from models.content import titles as content_titles
from models.domain.fields import Record, field_of
from models.domain.gates.criterion import Outcome
from models.domain.launch_list import NOT_NEEDED, READY
from models.domain.records.operation import LAUNCH_STATES, LaunchPoint
from models.localisation.display import Display
from models.services.company import OpenCompany
from ui import icons, theme
from ui.language import _, current
from ui.panels.record_row import RecordRow
from ui.theme import TextRole, Tone
from ui.widgets.buttons import IconButton, LinkButton
from ui.widgets.chip import Chip
from ui.widgets.labels import WrapLabel

_LINES = (("point",), ("owner", "due", "state"), ("note",))
_SIGNS = {READY: ("met", Tone.GOOD), NOT_NEEDED: ("minus", Tone.QUIET)}
_OPEN = ("unmet", Tone.LATE)


@dataclass(frozen=True)
class Judgement:
    """What is known about a point beyond itself.

    outcome: what the records say about it, None for nothing. is_late: whether it is open past its day.
    """

    outcome: Outcome | None
    is_late: bool


class PointRow(RecordRow):
    """A point with its state; below it what the records say, which never changes the state by itself.

    judge: returns what is known about a point.

    Signals beyond those of a row:
        state_wanted: the state that the point is to have.
        place_wanted: the `Place` where what the records miss is mended.
    """

    state_wanted = Signal(str)
    place_wanted = Signal(object)

    def __init__(
        self,
        company: OpenCompany,
        point: Record,
        judge: Callable[[LaunchPoint], Judgement],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(company, point, _LINES, parent)
        self._judge = judge
        self._outcome: Outcome | None = None
        self._state = ""
        self.tick = IconButton("unmet", role="quiet", parent=self)
        self.text = WrapLabel(parent=self)
        self.detail = WrapLabel(role=TextRole.SMALL, tone=Tone.QUIET, parent=self)
        self.chip = Chip(parent=self)
        self._said_line = QWidget(self)
        self._said_sign = QLabel(self)
        self.said = WrapLabel(role=TextRole.SMALL, parent=self)
        self.agree_button = LinkButton(parent=self)
        self.go_button = LinkButton(parent=self)
        self._lay_out()
        self.tick.clicked.connect(self.turn)
        self.agree_button.clicked.connect(self._agree)
        self.go_button.clicked.connect(self._go)
        self.retranslate()

    def _lay_out(self) -> None:
        for button in (self.agree_button, self.go_button):
            button.setFont(theme.font(TextRole.SMALL))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.text)
        words.addWidget(self.detail)
        # A layout without anything to be seen would let its row not grow: this is a widget.
        said = QHBoxLayout(self._said_line)
        said.setContentsMargins(0, 0, 0, 0)
        said.setSpacing(theme.space(1.5))
        said.addWidget(self._said_sign, 0, Qt.AlignmentFlag.AlignTop)
        said.addWidget(self.said, 1)
        said.addWidget(self.agree_button, 0, Qt.AlignmentFlag.AlignTop)
        said.addWidget(self.go_button, 0, Qt.AlignmentFlag.AlignTop)
        words.addWidget(self._said_line)
        self.line.addWidget(self.tick, 0, Qt.AlignmentFlag.AlignTop)
        self.line.addLayout(words, 1)
        self.line.addWidget(self.chip, 0, Qt.AlignmentFlag.AlignTop)

    @property
    def point(self) -> LaunchPoint:
        """The point shown."""
        assert isinstance(self._record, LaunchPoint)
        return self._record

    def say(self, _place: int) -> None:
        """Show the point with its state, and what the records say about it."""
        point = self.point
        judgement = self._judge(point)
        self._outcome, is_late = judgement.outcome, judgement.is_late
        name, tone = _SIGNS.get(point.state, _OPEN)
        if self._state != name:
            self._state = name
            icons.set_icon(self.tick, name, tone.value, theme.ICON)
        text = point.point.best(current().code) or _("Not written yet")
        self.text.setText(text)
        state = _(LAUNCH_STATES.get(point.state, LAUNCH_STATES["open"]))
        self.chip.set_chip(_("Overdue") if is_late else state, Tone.BROKEN if is_late else tone)
        self.detail.setText(self._detail(point))
        self.detail.setVisible(bool(self.detail.text()))
        self._show_said(point)
        is_ready = point.state == READY
        self.tick.set_name(_("Mark as not ready") if is_ready else _("Mark as ready"))
        self.tick.setEnabled(not self._company.is_read_only)
        self.setAccessibleName(" · ".join(filter(None, (text, self.chip.text(), self.said.text()))))

    def _detail(self, point: LaunchPoint) -> str:
        """Return owner, day and note in one line."""
        writer = Display(self._company, current(), content_titles.title)
        owner = writer.of(point, field_of(LaunchPoint, "owner"))
        day = _("by {day}").format(day=current().medium_date(point.due)) if point.due else ""
        parts = (current().isolate(part) if part else "" for part in (owner, day, point.note))
        return " · ".join(filter(None, parts))

    def _show_said(self, point: LaunchPoint) -> None:
        outcome, is_open = self._outcome, not self._company.is_read_only
        self._said_line.setVisible(outcome is not None)
        is_other = outcome is not None and outcome.is_met != (point.state == READY)
        is_other = is_other and point.state != NOT_NEEDED
        self.agree_button.setVisible(is_open and is_other and outcome is not None and outcome.is_met)
        self.go_button.setVisible(outcome is not None and not outcome.is_met)
        if outcome is None:
            self.said.setText("")
            return
        reason = outcome.reason.worded(current())
        sentence = (
            _("The records say: ready. {reason}")
            if outcome.is_met
            else _("The records say: not ready. {reason}")
        )
        self.said.setText(sentence.format(reason=reason))
        tone = Tone.LATE if is_other and not outcome.is_met else Tone.QUIET
        theme.set_role(self.said, TextRole.SMALL, tone)
        sign = ("met", "good") if outcome.is_met else ("unmet", "late")
        icons.set_icon(self._said_sign, *sign, theme.space(4))

    def delete_name(self) -> str:
        """Return what deleting a point is called."""
        return _("Take it off the list (Delete)")

    def turn(self) -> None:
        """Ask for the other state: ready, or open again."""
        if not self._company.is_read_only:
            self.state_wanted.emit("open" if self.point.state == READY else READY)

    def _agree(self) -> None:
        self.state_wanted.emit(READY)

    def _go(self) -> None:
        if self._outcome is not None:
            self.place_wanted.emit(self._outcome.place)

    def open(self, is_open: bool) -> None:
        """Show the fields in place of the words, or the words alone again."""
        super().open(is_open)
        self.text.setVisible(not is_open)
        self.detail.setVisible(not is_open and bool(self.detail.text()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tick off with Space; Enter opens as in every row."""
        if event.key() == Qt.Key.Key_Space and not self.is_open:
            self.turn()
        else:
            super().keyPressEvent(event)

    def retranslate(self) -> None:
        """Name the buttons in the current language."""
        super().retranslate()
        self.agree_button.setText(_("Mark as ready"))
        self.go_button.setText(_("Show where"))
