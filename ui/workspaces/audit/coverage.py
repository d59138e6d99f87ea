"""The year's audits against the eight steps: which step is audited when, and which never was."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.domain.audit_programme import YEAR, AuditState, day_of, last_audited, of_the_year, state_of
from models.domain.ids import RecordId
from models.domain.records.audit import Audit
from models.domain.records.choices import STEPS
from models.services.company import OpenCompany
from ui import theme
from ui.language import _, current
from ui.theme import TextRole, Tone
from ui.widgets.labels import WrapLabel
from ui.widgets.matrix import Head, MatrixGrid, State

_MOST_ROWS = 3


class Coverage(QWidget):
    """A row for each audit of the year, a column for each step with the day on which it was audited last.

    Signals:
        chosen: the id of an audit.
    """

    chosen = Signal(str)

    def __init__(self, company: OpenCompany, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._company = company
        self.summary = WrapLabel(role=TextRole.SMALL, tone=Tone.QUIET, parent=self)
        self.grid = MatrixGrid(self)
        self.grid.set_read_only(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.space(4), theme.space(3), theme.space(4), theme.space(3))
        column.setSpacing(theme.space(2))
        column.addWidget(self.summary)
        column.addWidget(self.grid)
        self.grid.selectionModel().currentRowChanged.connect(self._tell)

    def refresh(self, today: date) -> None:
        """Show the audits as they are now."""
        audits = list(self._company.all(Audit))
        shown, last = of_the_year(audits, today), last_audited(audits, today)
        self.setVisible(bool(shown))
        rows = [self._row(one) for one in shown]
        columns = [self._column(step, label, last[step], today) for step, label in STEPS.items()]
        values = {(str(one.id), step): str(state_of(one, today)) for one in shown for step in one.steps}
        self.grid.set_states(_states())
        self.grid.cells.show(rows, columns, values)
        self.grid.fit()
        rows_high = min(len(rows), _MOST_ROWS) * self.grid.row_heads.defaultSectionSize()
        self.grid.setFixedHeight(self.grid.column_heads.height() + rows_high + theme.space(1))
        self.summary.setText(_said(last, today))

    @staticmethod
    def _row(audit: Audit) -> Head:
        day = day_of(audit)
        figure = current().date(day) if day else _("No day yet")
        return Head(audit.id, audit.title or _("Audit"), "", figure)

    @staticmethod
    def _column(step: str, label: str, last: date | None, today: date) -> Head:
        if last is None:
            return Head(step, _name(label), "", _("Never"), Tone.BROKEN)
        tone = Tone.LATE if last < today - YEAR else Tone.GOOD
        return Head(step, _name(label), "", current().date(last), tone)

    def choose(self, audit_id: RecordId) -> None:
        """Show an audit as the chosen one, without any signal."""
        self.grid.selectionModel().blockSignals(True)
        cell = self.grid.current_cell()
        self.grid.choose(audit_id, cell[1] if cell else "")
        self.grid.selectionModel().blockSignals(False)
        self.grid.viewport().update()

    def _tell(self) -> None:
        cell = self.grid.current_cell()
        if cell is not None and self.grid.hasFocus():
            self.chosen.emit(cell[0])

    def retranslate(self) -> None:
        """Name the grid in the current language."""
        self.grid.setAccessibleName(_("Steps audited this year"))


def _name(label: str) -> str:
    """Return the name of a step without its number: the columns stand in their order."""
    return _(label).partition(" · ")[2] or _(label)


def _states() -> list[State]:
    return [
        State(AuditState.PLANNED, _("Planned"), icon="clock", tone=Tone.QUIET),
        State(AuditState.LATE, _("Planned, and not done yet"), icon="warning", tone=Tone.LATE),
        State(AuditState.DONE, _("Audited"), icon="met", tone=Tone.GOOD),
        State(AuditState.SIGNED, _("Audited, report signed"), icon="approve", tone=Tone.GOOD),
    ]


def _said(last: Mapping[str, date | None], today: date) -> str:
    never = [step for step, day in last.items() if day is None]
    old = [step for step, day in last.items() if day is not None and day < today - YEAR]
    speech = current()
    if never:
        numbers = speech.join(speech.digits(step) for step in never)
        return _("Not audited yet: steps {numbers}.").format(numbers=numbers)
    if old:
        numbers = speech.join(speech.digits(step) for step in old)
        return _("Audited more than a year ago: steps {numbers}.").format(numbers=numbers)
    return _("All eight steps were audited within a year.")
