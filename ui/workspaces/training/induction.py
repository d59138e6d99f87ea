"""The first days of new employees: people against the points of the checklist."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from models.domain.fields import Record
from models.domain.ids import RecordId
from models.domain.records.control import Person
from models.domain.records.training import INDUCTION_POINTS, Induction
from models.domain.training import points_done, staff
from models.services.company import OpenCompany
from models.services.training import starting
from ui import theme
from ui.language import _, current
from ui.panels.record_fields import RecordFields
from ui.registers.boxes import PersonBox
from ui.registers.news import News
from ui.theme import TextRole, Tone
from ui.widgets.buttons import LinkButton, PrimaryButton
from ui.widgets.empty_state import EmptyState
from ui.widgets.field_row import FieldRow
from ui.widgets.labels import WrapLabel
from ui.widgets.matrix import Head, MatrixGrid, State
from ui.widgets.notice_bar import NoticeKind
from ui.workspaces.training.base import TrainingWorkspace, margins

_DONE = "done"
_FIELDS = ("started_on", "completed_on", "by", "note")
_BOX_WIDTH = theme.space(64)


class InductionWorkspace(TrainingWorkspace):
    """A row for each new employee, a tick for each point; dates and notes of the chosen one beside it."""

    shows = (*TrainingWorkspace.shows, Induction)

    def __init__(self, company: OpenCompany, parent: QWidget | None = None) -> None:
        super().__init__(company, parent)
        self.who = FieldRow("", PersonBox(company), parent=self)
        self.begin_button = PrimaryButton(icon="add", parent=self)
        self.pages = QStackedWidget(self)
        self.work = QWidget(self.pages)
        self.grid = MatrixGrid(self.work, finds_rows=True)
        self.fields = RecordFields(company, Induction, _FIELDS, self)
        self.name = WrapLabel(role=TextRole.BODY, parent=self)
        theme.set_role(self.name, TextRole.BODY, strong=True)
        self.bin_button = LinkButton(icon="delete", parent=self)
        self.empty = EmptyState(icon="step-4", parent=self.pages)
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setContentsMargins(*margins())
        bar.setSpacing(theme.space(3))
        self.who.setFixedWidth(_BOX_WIDTH)
        bar.addWidget(self.who, 0, Qt.AlignmentFlag.AlignTop)
        button = QVBoxLayout()
        button.addSpacing(theme.space(6.5))
        button.addWidget(self.begin_button)
        button.addStretch(1)
        bar.addLayout(button)
        bar.addStretch(1)
        edge = QFrame(self.work)
        edge.setProperty("kind", "line")
        edge.setFixedWidth(1)
        row = QHBoxLayout(self.work)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.grid, 1)
        row.addWidget(edge)
        row.addWidget(self._aside())
        for page in (self.work, self.empty):
            self.pages.addWidget(page)
        self.body.addLayout(bar)
        self.body.addWidget(self.pages, 1)

    def _aside(self) -> QWidget:
        aside = QWidget(self.work)
        aside.setFixedWidth(theme.PANEL_WIDTH)
        column = QVBoxLayout(aside)
        column.setContentsMargins(*margins())
        column.setSpacing(theme.space(4))
        column.addWidget(self.name)
        for name in _FIELDS:
            column.addWidget(self.fields.row(name))
        column.addWidget(self.bin_button, 0, Qt.AlignmentFlag.AlignLeading)
        column.addStretch(1)
        return aside

    def _connect(self) -> None:
        self.begin_button.clicked.connect(self.begin)
        self.empty.action_requested.connect(self.begin)
        self.grid.changed.connect(self._save)
        self.grid.selectionModel().currentChanged.connect(self._show_chosen)
        self.bin_button.clicked.connect(self.delete)

    def refresh(self) -> None:
        """Show every checklist, and propose who has none yet."""
        lists = sorted(self.company.all(Induction), key=lambda one: (one.started_on or date.min, one.id))
        rows = [self._head(one) for one in reversed(lists)]
        columns = [Head(key, _(label)) for key, label in INDUCTION_POINTS.items()]
        values = {(str(one.id), point): _DONE for one in lists for point in points_done(one)}
        if self.grid.cells.show(rows, columns, values):
            self.grid.fit()
            if rows and not self.grid.currentIndex().isValid():
                self.grid.choose(rows[0].key)
        is_open = not self.company.is_read_only
        self.grid.set_read_only(not is_open)
        for part in (self.who, self.begin_button, self.bin_button):
            part.setVisible(is_open)
        self.pages.setCurrentWidget(self.work if rows else self.empty)
        self.empty.set_texts(
            _("Every new employee goes through eight points before the first day with customers.")
        )
        self._propose()
        self._show_chosen()

    def _head(self, one: Induction) -> Head:
        speech = current()
        person = self.company.find(Person, one.person)
        name = person.name.best(speech.code) if person is not None else _("No longer there")
        note = person.job.best(speech.code) if person is not None else ""
        done = len(points_done(one))
        total = len(INDUCTION_POINTS)
        figure = _("{count} of {total}").format(count=speech.number(done), total=speech.number(total))
        return Head(one.id, name, note, figure, Tone.GOOD if done == total else Tone.LATE)

    def _propose(self) -> None:
        """Put somebody who has just started into the field."""
        facts = self.facts()
        newcomers = starting.newcomers(self.company, staff(facts), facts.today)
        if newcomers and self.who.editor.value() is None and not self.who.editor.is_pending():
            self.who.editor.set_value(newcomers[0].id)

    def begin(self) -> None:
        """Begin the checklist of the person in the field."""
        self.who.editor.commit()
        person = self.company.find(Person, self.who.editor.value())
        if person is None:
            self.who.set_problem(_("Choose who has started."))
            self.who.editor.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.who.set_problem("")
        known = next((one for one in self.company.all(Induction) if one.person == person.id), None)
        begun = known or starting.begin(self.company, person, date.today())
        self.who.editor.set_value(None)
        self.refresh()
        self.grid.choose(begun.id)
        self.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def chosen(self) -> Induction | None:
        """Return the checklist of the current row, None where there is none."""
        cell = self.grid.current_cell()
        return self.company.find(Induction, RecordId(cell[0])) if cell else None

    def _show_chosen(self) -> None:
        one = self.chosen()
        if one is not None:
            self.fields.show(one)
            self.name.setText(self._head(one).title)

    def _save(self, wanted: Mapping[tuple[str, str], str]) -> None:
        ticks = {(RecordId(one), point): state == _DONE for (one, point), state in wanted.items()}
        self.attempt(partial(starting.set_points, self.company, ticks, date.today()))

    def delete(self) -> None:
        """Move the chosen checklist to the bin and offer to take that back."""
        one = self.chosen()
        if one is not None and self.attempt(partial(self.company.delete, [one])):
            name = current().isolate(self._head(one).title)
            text = _("{name} was moved to the bin.").format(name=name)
            self.told.emit(News(text, NoticeKind.UNDO, can_undo=True))

    def show_place(self, record_id: RecordId | None = None, field: str = "") -> None:
        """Go to somebody's checklist and field, or to the first row."""
        self.catch_up()
        if record_id is not None and self.grid.choose(record_id) and field in _FIELDS:
            self.fields.focus(field)
        else:
            where = self.grid if self.grid.cells.rows else self.who.editor
            where.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_new(self, record: Record, field: str = "") -> None:  # noqa: ARG002
        """Put the person of a new checklist into the field."""
        if isinstance(record, Induction):
            self.who.editor.set_value(record.person)
        self.who.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def commit(self) -> None:
        """Take what is being typed."""
        self.fields.commit()

    def retranslate(self) -> None:
        """Word fields, buttons and grid in the current language."""
        self.who.set_label(_("New employee"))
        self.begin_button.setText(_("Begin the checklist"))
        self.bin_button.setText(_("Move to the bin"))
        self.fields.retranslate()
        self.grid.set_states([State(_DONE, _("Done"), "1۱١+", "check", "", Tone.GOOD)])
        self.grid.setAccessibleName(_("Induction"))
        super().retranslate()
