"""The tasks of a step: ticked off here, opened for their details."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from models.domain.ids import RecordId
from models.services.steps import TaskLine
from ui import icons, theme
from ui.language import _, current, ngettext
from ui.panels.tall_scroll import TallScroll
from ui.theme import TextRole, Tone
from ui.widgets.card import Card
from ui.widgets.labels import PlainLabel, WrapLabel
from ui.widgets.row_button import PressableRow


class TaskButton(PressableRow):
    """The words of a task, pressed as a whole: its name, and below it day, owner and files."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # A button would insist on the width of its longest line, although its words wrap.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.name = WrapLabel(parent=self)
        # Hidden as a whole: an empty layout inside another would squeeze the words.
        self._foot = QWidget(self)
        self.below = WrapLabel(role=TextRole.SMALL, tone=Tone.QUIET, parent=self._foot)
        self._sign = QLabel(self._foot)
        icons.set_icon(self._sign, "warning", "late", 14)
        foot = QHBoxLayout(self._foot)
        foot.setContentsMargins(0, 0, 0, 0)
        foot.setSpacing(theme.space(1.5))
        foot.addWidget(self._sign)
        foot.addWidget(self.below, 1)
        words = QVBoxLayout(self)
        words.setContentsMargins(theme.space(1.5), theme.space(0.75), theme.space(1.5), theme.space(0.75))
        words.setSpacing(0)
        words.addWidget(self.name)
        words.addWidget(self._foot)
        for part in (self.name, self._foot):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_words(self, name: str, below: str, *, is_done: bool, is_late: bool) -> None:
        """Show how the task is called and what was entered about it."""
        self.name.setText(name)
        theme.set_property(self.name, "tone", (Tone.QUIET if is_done else Tone.TEXT).value)
        self.below.setText(below)
        theme.set_property(self.below, "tone", (Tone.LATE if is_late else Tone.QUIET).value)
        self._foot.setVisible(bool(below))
        self._sign.setVisible(is_late)
        self.setAccessibleName(_("Details of “{task}”").format(task=current().isolate(name)))
        self.setAccessibleDescription(below)


class TaskRow(QWidget):
    """One task: a box to tick, and its words, which open the details."""

    ticked = Signal(str, bool)
    opened = Signal(str)

    def __init__(self, task_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.task_id = task_id
        self.box = QCheckBox(self)
        self.box.clicked.connect(self._tick)
        self.button = TaskButton(self)
        self.button.clicked.connect(self._open)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        line.addWidget(self.box, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self.button, 1)

    def show_line(self, line: TaskLine, owner: str, today: date) -> None:
        """Show how the task stands."""
        name, is_late = line.task.name.best(current().code), line.is_late(today)
        below = " · ".join(_particulars(line, owner, is_late))
        with QSignalBlocker(self.box):
            self.box.setChecked(line.is_done)
        self.box.setAccessibleName(name)
        self.button.show_words(name, below, is_done=line.is_done, is_late=is_late)

    def set_read_only(self, read_only: bool) -> None:
        """Let the task only be looked at."""
        self.box.setEnabled(not read_only)

    def _tick(self, is_done: bool) -> None:
        self.ticked.emit(self.task_id, is_done)

    def _open(self) -> None:
        self.opened.emit(self.task_id)


def _particulars(line: TaskLine, owner: str, is_late: bool) -> list[str]:
    speech, particulars = current(), []
    if line.state.due is not None and not line.is_done:
        day = speech.medium_date(line.state.due)
        particulars.append(_("Late, was due {day}").format(day=day) if is_late else day)
    if owner and not line.is_done:
        particulars.append(speech.isolate(owner))
    if line.files:
        files = ngettext("{count} file", "{count} files", line.files)
        particulars.append(files.format(count=speech.number(line.files)))
    return particulars


class TaskPanel(Card):
    """The list of a step's tasks, with how many of them are done."""

    ticked = Signal(str, bool)
    opened = Signal(str)

    def __init__(self, task_ids: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(icon="tasks", parent=parent)
        self.is_all_done = False
        self._count = PlainLabel(role=TextRole.SMALL, tone=Tone.QUIET, parent=self)
        self.set_trailing(self._count)
        # Widgets are made inside one another: each that is moved later is dressed twice.
        board = QWidget()
        self._scroll = TallScroll(board, theme.space(30), self)
        self.rows: Mapping[str, TaskRow] = {task_id: TaskRow(task_id, board) for task_id in task_ids}
        column = QVBoxLayout(board)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for row in self.rows.values():
            row.ticked.connect(self.ticked)
            row.opened.connect(self.opened)
            column.addWidget(row)
        column.addStretch()
        self.add(self._scroll, 1)
        self.retranslate()

    def show_lines(self, lines: Sequence[TaskLine], owners: Mapping[RecordId, str], today: date) -> None:
        """Show how the tasks stand; owners are names by id."""
        for line in lines:
            owner = owners.get(line.state.owner, "") if line.state.owner else ""
            self.rows[line.task.id].show_line(line, owner, today)
        done = sum(line.is_done for line in lines)
        self.is_all_done = done == len(lines)
        speech = current()
        self._count.setText(
            _("{done} of {total}").format(done=speech.number(done), total=speech.number(len(lines)))
        )

    def count_text(self) -> str:
        """Return what stands beside the title."""
        return self._count.text()

    def set_read_only(self, read_only: bool) -> None:
        """Let the tasks only be looked at."""
        for row in self.rows.values():
            row.set_read_only(read_only)

    def full_height(self) -> int:
        """Return the height at which no task is hidden."""
        return self.sizeHint().height() + self._scroll.spared_height()

    def make_room(self, is_small: bool) -> None:
        """Take as little height as makes sense, or as much as the tasks need."""
        self._scroll.set_small(is_small)

    def focus_task(self, task_id: str) -> None:
        """Give the focus to a task."""
        self.rows[task_id].button.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Word the title; the tasks are shown again by the page."""
        self.set_title(_("Tasks of this step"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
