"""The launch list: its points in order, how many are ready, and the model's that are missing."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.domain.fields import Record
from models.domain.gates.facts import Facts
from models.domain.guidance import Guidance
from models.domain.launch_list import NOT_NEEDED, READY, tally
from models.domain.records.operation import LaunchPoint
from models.domain.registers import register_of
from models.services import launching, starters
from models.services.company import Change, OpenCompany
from ui import theme
from ui.language import _, current
from ui.panels.ordered_records import OrderedRecords
from ui.panels.record_row import RecordRow
from ui.theme import TextRole, Tone
from ui.widgets.buttons import LinkButton
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import WrapLabel
from ui.widgets.meter import Bar
from ui.workspaces.launch.point_row import Judgement, PointRow


class LaunchPoints(OrderedRecords):
    """The points, with what the records say about each.

    Signals:
        place_requested: a `Place` where what a point lacks is mended.
    """

    place_requested = Signal(object)

    def __init__(self, company: OpenCompany, parent: QWidget | None = None) -> None:
        super().__init__(company, register_of(LaunchPoint), parent)
        self._facts: Facts | None = None
        self._is_stale = True
        self._title = WrapLabel(role=TextRole.TITLE, parent=self)
        self.progress = WrapLabel(role=TextRole.SMALL, tone=Tone.QUIET, parent=self)
        self.bar = Bar(self)
        self.model_button = LinkButton(icon="idea", parent=self)
        self.empty = EmptyState(icon="step-5", parent=self)
        self._lay_out()
        self.add_button.clicked.connect(self.add)
        self.model_button.clicked.connect(self.fill_from_model)
        self.empty.action_requested.connect(self.fill_from_model)
        self.empty.example_requested.connect(self.add)
        self.retranslate()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self.progress)
        foot = self.foot()
        foot.insertWidget(1, self.model_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(2))
        column.addLayout(head)
        column.addWidget(self.bar)
        column.addWidget(self.list)
        column.addWidget(self.empty)
        column.addLayout(foot)

    def records(self) -> Sequence[Record]:
        """Return the points in their order."""
        return launching.points_in_order(self._company)

    def new_row(self, record: Record) -> RecordRow:
        """Return the row of a point."""
        row = PointRow(self._company, record, self._judge, self.list)
        row.state_wanted.connect(partial(self.set_state, record.id))
        row.place_wanted.connect(self.place_requested)
        return row

    def _judge(self, point: LaunchPoint) -> Judgement:
        if self._facts is None:
            self._facts = Facts(self._company, Guidance(), date.today())
        is_done = point.state in (READY, NOT_NEEDED)
        is_late = not is_done and point.due is not None and point.due < self._facts.today
        return Judgement(launching.judged(point, self._facts), is_late=is_late)

    def moved_records(self, record: Record, place: int) -> Sequence[Record]:
        """Return the points that change when one is given a place."""
        assert isinstance(record, LaunchPoint)
        return launching.moved(self._company, record, place)

    def settle(self, saved: Sequence[Record]) -> None:
        """Say how many points are ready."""
        points = [one for one in saved if isinstance(one, LaunchPoint)]
        found, speech = tally(points), current()
        sentence = _("{ready} of {needed} ready")
        self.progress.setText(
            sentence.format(ready=speech.number(found.ready), needed=speech.number(found.needed))
            if found.needed
            else ""
        )
        is_all = found.needed > 0 and not found.open
        theme.set_role(self.progress, TextRole.SMALL, Tone.GOOD if is_all else Tone.QUIET, strong=True)
        self.bar.set_share(found.ready / found.needed if found.needed else None)
        self.bar.setVisible(bool(found.needed))
        is_empty = not self.list.rows
        self.empty.setVisible(is_empty)
        self.add_button.setVisible(not is_empty and not self._company.is_read_only)
        self.model_button.setVisible(not is_empty and bool(self._missing()))

    def _missing(self) -> list[Record]:
        if self._company.is_read_only:
            return []
        return starters.starter(register_of(LaunchPoint), self._company, current(), date.today())

    def fill_from_model(self) -> None:
        """Save the points of the model that are missing, in one step."""
        self.do(lambda: self._company.save_all(self._missing()))
        self.focus()

    def add(self) -> None:
        """Begin a point of one's own."""
        self.show_new(launching.new_point(self._company))

    def set_state(self, point_id: str, state: str) -> None:
        """Save whether a point is ready."""
        point = next((one for one in self._company.all(LaunchPoint) if one.id == point_id), None)
        if point is not None and not self._company.is_read_only:
            self.commit()
            point = self._company.find(LaunchPoint, point.id) or point
            self.do(lambda: self._company.save(dataclasses.replace(point, state=state)))

    def beginning(self) -> QWidget:
        """Return what begins a list that has no points."""
        return self.empty.action if self.empty.action.isVisibleTo(self) else self.add_button

    def refresh(self) -> None:
        """Show the points, and what the records say of them, as they are now; unseen they can wait."""
        self._is_stale = not self.isVisible()
        if not self._is_stale:
            self._facts = None
            super().refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """Show what changed while nobody looked."""
        super().showEvent(event)
        if self._is_stale:
            self.refresh()

    def _follow(self, _change: Change) -> None:
        # Any record may be what a point speaks about.
        self.refresh()

    def retranslate(self) -> None:
        """Word everything in the current language."""
        self._title.setText(_("Launch list"))
        self.add_button.setText(_("Add point"))
        self.model_button.setText(_("Add what is missing from the model list"))
        about = _("What must be ready before the charter starts.")
        if self._company.is_read_only:
            self.empty.set_texts(about)
        else:
            self.empty.set_texts(about, _("Start from the model list"), _("Write a point of your own"))
        super().retranslate()
