"""The audit programme: the year against the eight steps, and each audit with its independence."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.content import titles as content_titles
from models.content.improvement import audit_model
from models.domain.audit_programme import AuditState, checks_of, day_of, in_order, state_of
from models.domain.errors import AppError
from models.domain.fields import Record
from models.domain.gates.criterion import Place
from models.domain.ids import RecordId
from models.domain.records.audit import Audit, AuditCheck
from models.domain.registers import register_of
from models.localisation.display import Display
from models.services.auditing.fieldwork import progress
from models.services.company import Change, OpenCompany
from models.services.editing import save_field
from ui.language import _, current
from ui.panels.list_and_form import ListAndForm
from ui.registers.news import News
from ui.theme import Tone
from ui.widgets.buttons import SecondaryButton
from ui.widgets.entry_list import Entry
from ui.widgets.flow_box import FlowBox
from ui.widgets.line import thin_line
from ui.widgets.notice_bar import NoticeKind
from ui.workspace import Workspace
from ui.workspaces.audit.coverage import Coverage
from ui.workspaces.audit.independence_panel import IndependencePanel

_TONES = {
    AuditState.PLANNED: Tone.QUIET,
    AuditState.LATE: Tone.LATE,
    AuditState.DONE: Tone.PRIMARY,
    AuditState.SIGNED: Tone.GOOD,
}


class ProgrammeWorkspace(Workspace):
    """The audits as a list, the chosen one as a form with what is to be said about it below."""

    def __init__(self, company: OpenCompany, parent: QWidget | None = None) -> None:
        super().__init__(company, parent)
        self.coverage = Coverage(company, self)
        self._line = thin_line(parent=self)
        self.desk = ListAndForm(company, register_of(Audit), self._entries, parent=self)
        self.independence = IndependencePanel(company, self)
        self.checklist_button = SecondaryButton(icon="list-checks", small=True, parent=self)
        self.desk.head.insertWidget(1, self.checklist_button)
        self.criteria_button = SecondaryButton(icon="idea", small=True)
        self._criteria = FlowBox()
        self._criteria.add(self.criteria_button)
        self.desk.put_under("criteria", self._criteria)
        self.desk.put_under("auditor", self.independence)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.coverage)
        column.addWidget(self._line)
        column.addWidget(self.desk, 1)
        self._connect()
        self.retranslate()
        self.desk.show_record()

    def _connect(self) -> None:
        self.desk.told.connect(self.told)
        self.desk.open_requested.connect(self.open_requested)
        self.desk.shown.connect(self._show_audit)
        self.desk.named.connect(self._show_audit)
        self.coverage.chosen.connect(self._choose)
        self.checklist_button.clicked.connect(self._show_checklist)
        self.criteria_button.clicked.connect(self._take_criteria)
        self.independence.taken.connect(self._take_statement)
        self.independence.place_requested.connect(self.place_requested)
        self.destroyed.connect(self.company.subscribe(self._follow))

    def show_place(self, record_id: RecordId | None = None, field: str = "") -> None:
        """Bring an audit and a field into view; without one, the beginning."""
        layout = self.layout()
        if layout is not None:
            # A row more in the year above leaves less room for the form.
            layout.activate()
        self.desk.show_record(record_id, field)

    def show_new(self, record: Record, field: str = "") -> None:
        """Open a new audit that is prepared for the user."""
        self.desk.show_new(record, field)

    def commit(self) -> None:
        """Take what is being typed."""
        self.desk.commit()

    @property
    def audit(self) -> Audit | None:
        """The audit in the form; None while there is none."""
        record = self.desk.record
        return record if isinstance(record, Audit) else None

    def take(self, field: str, text: str) -> None:
        """Put a text that was offered into a field of the audit."""
        self.commit()
        audit = self.audit
        if audit is None:
            return
        try:
            save_field(self.company, audit, field, text)
        except AppError as error:
            self.told.emit(News(error.sentence(current()), NoticeKind.ERROR))
            return
        self.desk.show_record(audit.id, field)

    def _take_criteria(self) -> None:
        self.take("criteria", audit_model().criteria.best(current().code))

    def _take_statement(self, text: str) -> None:
        self.take("independence", text)

    def _entries(self) -> Sequence[Entry]:
        writer = Display(self.company, current(), content_titles.title)
        return [self._entry(one, writer) for one in in_order(self.company.all(Audit))]

    def _entry(self, audit: Audit, writer: Display) -> Entry:
        state, day = state_of(audit, date.today()), day_of(audit)
        found = progress(checks_of(self.company, audit.id))
        number = current().number
        checks = _("{done} of {total} looked at").format(done=number(found.done), total=number(found.total))
        parts = (current().date(day) if day else _("No day yet"), checks if found.total else "")
        names = {
            AuditState.PLANNED: _("Planned"),
            AuditState.LATE: _("Overdue"),
            AuditState.DONE: _("Done"),
            AuditState.SIGNED: _("Signed"),
        }
        detail = " · ".join(filter(None, parts))
        return Entry(audit.id, writer.name(audit), detail, names[state], _TONES[state])

    def _choose(self, audit_id: str) -> None:
        self.commit()
        self.desk.show_record(RecordId(audit_id))

    def _show_audit(self) -> None:
        audit = self.audit
        self._show_offers()
        self.checklist_button.setVisible(audit is not None and not self.desk.is_new)
        if audit is not None:
            self.coverage.choose(audit.id)

    def _show_checklist(self) -> None:
        audit = self.audit
        if audit is not None:
            self.place_requested.emit(Place("audit_check", content=audit.id))

    def _follow(self, change: Change) -> None:
        if not self.isVisible():
            return
        if not change.edits or change.touches(Audit):
            self._show_coverage()
        if change.touches(AuditCheck):
            self.desk.refresh()
        self._show_offers()

    def _show_offers(self) -> None:
        audit = self.audit
        is_open = audit is not None and not self.company.is_read_only
        self._criteria.setVisible(bool(is_open and audit and not audit.criteria.strip()))
        self.independence.show_audit(audit)

    def _show_coverage(self) -> None:
        self.coverage.refresh(date.today())
        self._line.setVisible(not self.coverage.isHidden())

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed while something else was shown."""
        super().showEvent(event)
        self._show_coverage()
        self._show_audit()

    def retranslate(self) -> None:
        """Word everything in the current language."""
        self.checklist_button.setText(_("Checklist"))
        self.criteria_button.setText(_("Take the usual criteria"))
        self.coverage.retranslate()
        self.independence.retranslate()
        if self.isVisible():
            self._show_coverage()
