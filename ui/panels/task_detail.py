"""One task of a step: what to do, who does it by when, a note and the files that prove it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.content.steps import task
from models.domain.gates.criterion import Place
from models.domain.records.control import TaskState
from models.domain.registers import register
from models.domain.workplaces import ELSEWHERE, WORKPLACES
from models.services.company import OpenCompany
from models.services.steps import TASK_SUBJECT, task_state
from ui import theme
from ui.language import _, current
from ui.panels.record_fields import RecordFields
from ui.registers.evidence_strip import EvidenceStrip
from ui.theme import Tone
from ui.widgets.buttons import IconButton, SecondaryButton
from ui.widgets.card import Card
from ui.widgets.labels import WrapLabel, plain_tooltip
from ui.widgets.page_scroll import PageScroll

_FIELDS = ("owner", "start", "due", "done_on", "note")
# What the margins of card and button, its icon and the scroll bar leave of the panel.
_ROOM_FOR_WAY = theme.PANEL_WIDTH - theme.space(28)


class TaskDetail(Card):
    """Takes the place of the lists at the trailing side until it is left.

    Signals:
        left: back to the lists.
        place_requested: where the work of the task is done.
        told: news of the files. open_requested: a file is to be opened.
    """

    left = Signal()
    place_requested = Signal(object)
    told = Signal(object)
    open_requested = Signal(object)

    def __init__(self, company: OpenCompany, parent: QWidget | None = None) -> None:
        super().__init__(icon="tasks", parent=parent)
        self._company = company
        self._task_id = ""
        self._back = IconButton("remove", role="quiet")
        self._back.clicked.connect(self.left)
        self.set_trailing(self._back)
        self._text = WrapLabel(tone=Tone.QUIET)
        self._go = SecondaryButton(icon="forward", small=True)
        self._go.clicked.connect(self._go_to_work)
        self.fields = RecordFields(company, TaskState, _FIELDS, self)
        self.files = EvidenceStrip(company)
        self.files.told.connect(self.told)
        self.files.open_requested.connect(self.open_requested)
        self._lay_out()
        self.retranslate()

    def _lay_out(self) -> None:
        board = QWidget()
        column = QVBoxLayout(board)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(3))
        column.addWidget(self._text)
        column.addWidget(self._go, 0, Qt.AlignmentFlag.AlignLeading)
        for name in _FIELDS:
            column.addWidget(self.fields.row(name))
        column.addWidget(self.files)
        column.addStretch()
        self.add(PageScroll(board, gap=theme.space(2)), 1)

    @property
    def task_id(self) -> str:
        """The task that is shown, "" before the first one."""
        return self._task_id

    def show_task(self, task_id: str) -> None:
        """Show a task."""
        self._task_id = task_id
        self.refresh()

    def refresh(self) -> None:
        """Show the task as it is now."""
        if not self._task_id:
            return
        speech, shown = current(), task(self._task_id)
        self.set_title(shown.name.best(speech.code))
        self._text.setText(shown.text.best(speech.code))
        self.fields.show(task_state(self._task_id, self._company))
        self.files.show_subject(TASK_SUBJECT, self._task_id)
        where = WORKPLACES.get(self._task_id, ELSEWHERE)
        self._go.setVisible(where != ELSEWHERE)
        self._name_way(_("To the work: {place}").format(place=_(register(where).title)))

    def _name_way(self, text: str) -> None:
        """Word the button that leads to the work, in no more room than the column has."""
        metrics = QFontMetrics(theme.font(strong=True))
        self._go.setText(metrics.elidedText(text, Qt.TextElideMode.ElideRight, _ROOM_FOR_WAY))
        self._go.setAccessibleName(text)
        self._go.setToolTip(plain_tooltip(text))

    def focus(self, field: str = "") -> None:
        """Give the focus to a field."""
        self.fields.focus(field)

    def commit(self) -> None:
        """Take what is being typed."""
        self.fields.commit()

    def _go_to_work(self) -> None:
        self.place_requested.emit(Place(WORKPLACES[self._task_id], content=self._task_id))

    def retranslate(self) -> None:
        """Show everything in the current language."""
        self._back.set_name(_("Back to the tasks"))
        self.fields.retranslate()
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
