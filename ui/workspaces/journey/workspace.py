"""The workspace of the customer's journey."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.domain.errors import AppError
from models.domain.fields import Record
from models.domain.ids import RecordId
from models.domain.records.organisation import JourneyStep
from models.domain.registers import register_of
from models.services.company import Change, OpenCompany
from models.services.journey import move_step, steps_in_order
from ui import theme
from ui.language import _, current
from ui.registers import News, RegisterView
from ui.theme import TextRole, Tone
from ui.widgets.labels import WrapLabel
from ui.widgets.line import thin_line
from ui.widgets.notice_bar import NoticeKind
from ui.widgets.page_scroll import PageScroll
from ui.widgets.station_path import Station, StationPath
from ui.workspace import Workspace

_MOST_HEIGHT = theme.space(76)


class JourneyWorkspace(Workspace):
    """Every change in the register shows in the path, and every move along the path in the register."""

    def __init__(self, company: OpenCompany, parent: QWidget | None = None) -> None:
        super().__init__(company, parent)
        self._shown: RecordId | None = None
        self.path = StationPath()
        self.hint = WrapLabel(role=TextRole.SMALL, tone=Tone.QUIET)
        self.register = RegisterView(company, register_of(JourneyStep), self)
        self._top = QWidget()
        self._lay_out()
        self.path.chosen.connect(self._open)
        self.path.moved.connect(self._move)
        self.path.grown.connect(self._fit)
        self.register.told.connect(self.told)
        self.register.open_requested.connect(self.open_requested)
        self.register.record_shown.connect(self._note_shown)
        self._sort()
        self.destroyed.connect(company.subscribe(self._follow))
        self.retranslate()

    def _lay_out(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(theme.space(4), theme.space(3), theme.space(4), theme.space(1))
        column.setSpacing(theme.space(1))
        column.addWidget(self.path)
        column.addWidget(self.hint)
        column.addStretch(1)
        self._scroll = PageScroll(inside)
        top = QVBoxLayout(self._top)
        top.setContentsMargins(0, 0, 0, 0)
        top.setSpacing(0)
        top.addWidget(self._scroll)
        top.addWidget(thin_line())
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._top)
        whole.addWidget(self.register, 1)

    def _sort(self) -> None:
        """Let the list follow the journey, as the path does."""
        names = [spec.name for spec in self.register.model.columns]
        heads = self.register.list.grid.horizontalHeader()
        heads.setSortIndicator(names.index("order"), Qt.SortOrder.AscendingOrder)

    def _open(self, step_id: str) -> None:
        self.register.show_place(RecordId(step_id))

    def _move(self, step_id: str, to: int) -> None:
        self.commit()
        try:
            move_step(self.company, RecordId(step_id), to)
        except AppError as error:
            self.told.emit(News(error.sentence(current()), NoticeKind.ERROR))

    def _note_shown(self, step_id: RecordId | None) -> None:
        self._shown = step_id
        self.refresh()

    def _follow(self, change: Change) -> None:
        if not change.edits or change.touches(JourneyStep):
            if change.edits:
                self.register.model.rearrange()
            self.refresh()

    def refresh(self) -> None:
        """Draw the path as it is now."""
        if not self.isVisible():
            return
        speech = current()
        steps = steps_in_order(self.company)
        stations = [
            Station(step.id, speech.number(number), step.step or _("New entry"), step.contact_point)
            for number, step in enumerate(steps, 1)
        ]
        self.path.set_read_only(self.company.is_read_only)
        self.path.set_stations(stations, self._shown or "")
        self._top.setVisible(bool(stations))
        self.hint.setVisible(len(stations) > 1 and not self.company.is_read_only)
        self._fit()

    def _fit(self) -> None:
        hint = self.hint.sizeHint().height() if not self.hint.isHidden() else 0
        wanted = self.path.height() + hint + theme.space(5)
        self._scroll.setFixedHeight(min(wanted, _MOST_HEIGHT))

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed while something else was shown."""
        super().showEvent(event)
        self.refresh()

    def show_place(self, record_id: RecordId | None = None, field: str = "") -> None:
        """Show a step of the journey and one of its fields."""
        self.register.show_place(record_id, field)

    def show_new(self, record: Record, field: str = "") -> None:
        """Open a new step of the journey."""
        self.register.show_new(record, field)

    def commit(self) -> None:
        """Save what is being typed."""
        self.register.commit()

    def retranslate(self) -> None:
        """Word everything in the current language; the register words itself."""
        self.path.setAccessibleName(_(register_of(JourneyStep).title))
        self.hint.setText(_("Press a station to open it; drag it, or press Alt with an arrow, to move it."))
        self.refresh()
