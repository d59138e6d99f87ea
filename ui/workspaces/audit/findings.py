"""The findings of the audits by weight, each with its action, and the report that is signed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from models.content import titles as content_titles
from models.domain.audit_programme import NONCONFORMITIES, findings_in_order
from models.domain.errors import AppError
from models.domain.fields import Record
from models.domain.gates.criterion import Place, place
from models.domain.ids import RecordId
from models.domain.records.audit import GRADES, Audit, AuditCheck, Finding, Grade
from models.domain.records.control import Person
from models.domain.records.correction import Action
from models.domain.registers import register_of
from models.localisation.display import Display
from models.localisation.text import shortened
from models.services.auditing import reporting
from models.services.company import Change, OpenCompany
from ui.language import _, current, ngettext
from ui.panels.list_and_form import ListAndForm
from ui.registers.news import News
from ui.theme import TextRole, Tone
from ui.widgets.buttons import LinkButton, PrimaryButton
from ui.widgets.entry_list import Entry
from ui.widgets.labels import PlainLabel, WrapLabel
from ui.widgets.mode_layout import ModeLayout
from ui.widgets.notice_bar import NoticeKind
from ui.workspace import Workspace
from ui.workspaces.audit.grades import GradeMeanings
from ui.workspaces.audit.report_page import ReportPage

FINDINGS, REPORT = "findings", "report"


class FindingsWorkspace(Workspace):
    """Findings as a list with the form of the chosen one, and the report with its document beside it."""

    def __init__(self, company: OpenCompany, parent: QWidget | None = None) -> None:
        super().__init__(company, parent)
        self._layout = ModeLayout(self, ((FINDINGS, "flag"), (REPORT, "file-text")))
        self.modes, self._stack = self._layout.modes, self._layout.pages
        self.lacking = PlainLabel(role=TextRole.SMALL, tone=Tone.LATE, parent=self)
        self.desk = ListAndForm(company, register_of(Finding), self._entries, parent=self._stack)
        self.action_button = PrimaryButton(icon="add", parent=self)
        self.check_button = LinkButton(icon="step-8", parent=self)
        self.owner_gone = WrapLabel(role=TextRole.SMALL, tone=Tone.LATE)
        self.meanings = GradeMeanings()
        self._report: ReportPage | None = None
        self._has_document = True
        self._lay_out()
        self._connect()
        self.retranslate()
        self.desk.show_record()

    def _lay_out(self) -> None:
        self._layout.add_beside(self.lacking)
        self.desk.head.insertWidget(1, self.check_button)
        self.desk.head.insertWidget(2, self.action_button)
        self.desk.put_under("grade", self.meanings)
        self.desk.put_under("action", self.owner_gone)
        self._layout.add_pages(self.desk)

    def _connect(self) -> None:
        self.modes.chosen.connect(self.show_mode)
        self.desk.told.connect(self.told)
        self.desk.open_requested.connect(self.open_requested)
        self.desk.shown.connect(self._show_finding)
        self.desk.named.connect(self._show_finding)
        self.action_button.clicked.connect(self.make_action)
        self.check_button.clicked.connect(self._show_check)
        self.destroyed.connect(self.company.subscribe(self._follow))

    @property
    def report(self) -> ReportPage:
        """The report with its document, built when it is first shown."""
        if self._report is None:
            self._report = ReportPage(self.company, self._stack)
            self._report.told.connect(self.told)
            self._report.place_requested.connect(self.place_requested)
            self._report.document_toggled.connect(self.document_toggled)
            self._report.beside.show_document(self._has_document)
            self._stack.addWidget(self._report)
        return self._report

    @property
    def finding(self) -> Finding | None:
        """The finding in the form; None while there is none."""
        record = self.desk.record
        return record if isinstance(record, Finding) else None

    def show_mode(self, key: str) -> None:
        """Look at the findings, or at the report."""
        self.commit()
        self.modes.set_current(key)
        self._stack.setCurrentWidget(self.desk if key == FINDINGS else self.report)

    def show_place(self, record_id: RecordId | None = None, field: str = "") -> None:
        """Bring a finding and a field into view; without one, the beginning."""
        self.show_mode(FINDINGS)
        self.desk.show_record(record_id, field)

    def show_new(self, record: Record, field: str = "") -> None:
        """Open a new finding that is prepared for the user."""
        self.show_mode(FINDINGS)
        self.desk.show_new(record, field)

    def show_document(self, is_open: bool) -> None:
        """Open or close the document beside the report, without any signal."""
        self._has_document = is_open
        if self._report is not None:
            self._report.beside.show_document(is_open)

    def commit(self) -> None:
        """Take what is being typed."""
        self.desk.commit()
        if self._report is not None:
            self._report.commit()

    def make_action(self) -> None:
        """Open a corrective action for the finding, or show the one that was opened."""
        self.commit()
        finding = self.finding
        if finding is None:
            return
        action = self.company.find(Action, finding.action)
        if action is None:
            try:
                action = reporting.make_action(self.company, finding, current(), date.today())
            except AppError as error:
                self.told.emit(News(error.sentence(current()), NoticeKind.ERROR))
                return
            text = _("Action {no} was opened for this finding.").format(no=current().island(action.no))
            self.told.emit(News(text, NoticeKind.GOOD, can_undo=True))
            return
        self.place_requested.emit(place(action))

    def _show_check(self) -> None:
        finding = self.finding
        if finding is not None and finding.check is not None:
            self.place_requested.emit(Place(register_of(AuditCheck).code, finding.check))

    def _entries(self) -> Sequence[Entry]:
        findings = self.company.all(Finding)
        settled = [one.id for one in findings if self._is_settled(one)]
        writer = Display(self.company, current(), content_titles.title)
        return [self._entry(one, writer) for one in findings_in_order(findings, settled)]

    def _is_settled(self, finding: Finding) -> bool:
        action = self.company.find(Action, finding.action)
        return finding.closed_on is not None or (action is not None and action.closed_on is not None)

    def _entry(self, finding: Finding, writer: Display) -> Entry:
        audit = self.company.find(Audit, finding.audit)
        grade = _(GRADES[finding.grade]) if finding.grade in GRADES else _("Not graded yet")
        parts = (current().island(finding.no) if finding.no else "", grade, audit.title if audit else "")
        chip, tone = self._standing(finding)
        icon = "flag" if finding.grade in NONCONFORMITIES else _ICONS.get(finding.grade, "circle-dashed")
        return Entry(
            finding.id, shortened(writer.name(finding)), " · ".join(filter(None, parts)), chip, tone, icon
        )

    def _standing(self, finding: Finding) -> tuple[str, Tone]:
        """Return in a word or two what is done about a finding."""
        if self._is_settled(finding):
            return _("Closed"), Tone.GOOD
        if reporting.needs_action(finding, self.company):
            return _("No action yet"), Tone.BROKEN
        action = self.company.find(Action, finding.action)
        if action is not None:
            return current().island(action.no) or _("Action"), Tone.PRIMARY
        return "", Tone.QUIET

    def _show_finding(self) -> None:
        """Offer what can be done with the finding in the form, and say what its grade means."""
        finding, company = self.finding, self.company
        self.meanings.show_grade(finding.grade if finding is not None else "")
        is_known = finding is not None and not self.desk.is_new
        check = company.find(AuditCheck, finding.check) if finding is not None else None
        action = company.find(Action, finding.action) if finding is not None else None
        self.check_button.setVisible(is_known and check is not None)
        is_wanted = finding is not None and finding.grade in NONCONFORMITIES and not company.is_read_only
        self.action_button.setVisible(is_known and (action is not None or is_wanted))
        self._word_action(action)
        is_lost = action is not None and reporting.has_lost_owner(action, company, date.today())
        self.owner_gone.setVisible(is_lost)
        if action is not None and is_lost:
            person = company.find(Person, action.owner)
            name = person.name.best(current().code) if person is not None else ""
            text = _("The owner of action {no} is not here any more: {name}. Choose another one there.")
            self.owner_gone.setText(
                text.format(no=current().island(action.no), name=current().isolate(name or "–"))
            )

    def _word_action(self, action: Action | None) -> None:
        if action is None:
            self.action_button.setText(_("Open an action"))
        else:
            self.action_button.setText(_("Action {no}").format(no=current().island(action.no)))
        self.action_button.set_icon("add" if action is None else "forward")

    def _say_lacking(self) -> None:
        count = sum(reporting.needs_action(one, self.company) for one in self.company.all(Finding))
        text = ngettext(
            "{count} nonconformity without an action", "{count} nonconformities without an action", count
        )
        self.lacking.setText(text.format(count=current().number(count)) if count else "")
        self.lacking.setVisible(bool(count))

    def _follow(self, change: Change) -> None:
        if self.isVisible() and (not change.edits or change.touches(Finding, Action, AuditCheck, Person)):
            self.desk.refresh()
            self._show_finding()
            self._say_lacking()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed while something else was shown."""
        super().showEvent(event)
        self._show_finding()
        self._say_lacking()

    def retranslate(self) -> None:
        """Word everything in the current language."""
        self.modes.set_texts(((FINDINGS, _("Findings")), (REPORT, _("Report"))))
        self.check_button.setText(_("Checklist line"))
        self.meanings.retranslate()
        if self._report is not None:
            self._report.retranslate()
        self._show_finding()
        self._say_lacking()


_ICONS: Mapping[str, str] = {
    Grade.OBSERVATION: "eye",
    Grade.OPPORTUNITY: "idea",
    Grade.GOOD_PRACTICE: "star",
}
