"""The page of documents: how each stands, its pages as printed, and what can be done with it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from models.documents.blocks import State
from models.domain.errors import AppError
from models.domain.gates.criterion import Place
from models.domain.numbering import issues_of
from models.domain.records.control import DocumentControl, Issue, Person, RevisionEntry
from models.services import documents, issuing, word_files
from models.services.company import OpenCompany
from models.services.documents import DocumentRow
from models.services.issuing import Frozen
from ui import jobs, theme
from ui.dialogs.approve_document import ApproveDocumentDialog
from ui.jobs import Job
from ui.language import _, current, ngettext
from ui.page import Page, notice
from ui.panels.documents.audit_file import AuditFilePanel
from ui.panels.documents.control_sheet import FACTS, ControlSheet
from ui.panels.documents.files import DocumentFiles
from ui.panels.documents.head import DocumentHead
from ui.panels.documents.issues import DocumentIssues
from ui.panels.documents.listing import DocumentList
from ui.panels.documents.open_points import OpenPointsPanel
from ui.panels.documents.paper import DocumentPaper
from ui.panels.documents.work import (
    Findings,
    Paper,
    Source,
    ask_for_target,
    found,
    frozen,
    looked_through,
    made,
    source_of,
    word_file,
)
from ui.printing import ask_for_printer
from ui.widgets.card import Card
from ui.widgets.flow_tabs import FlowTabs

_LIST_WIDTH = theme.space(98)
_PAPER, _CONTROL, _OPEN, _ISSUED = "paper", "control", "open", "issued"
# Several edits in a row make the pages once.
_REST_MS = 300


class DocumentsPage(Page):
    """The list at the leading side; beside it the chosen document."""

    def __init__(self, company: OpenCompany, parent: QWidget | None = None) -> None:
        super().__init__(company, parent)
        self._rows: Sequence[DocumentRow] = ()
        self._reading: Job[Sequence[DocumentRow]] | None = None
        self._is_outdated = False
        self._making: Job[Paper] | Job[Findings] | None = None
        self._made: tuple[str, str, str] = ("", "", "")
        self._issuing = False
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self._make_paper)
        self._files = DocumentFiles(self)
        self.list = DocumentList()
        self.head = DocumentHead()
        self.paper = DocumentPaper()
        self.points = OpenPointsPanel()
        self.issues = DocumentIssues(self._who_issued)
        self.sheet = ControlSheet(company, has_title=False)
        self.audit_file = AuditFilePanel(company)
        self.tabs = FlowTabs()
        self.tabs.take_keys()
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()

    def _connect(self) -> None:
        self.tabs.chosen.connect(self._show_tab)
        self.list.document_chosen.connect(self.show_document)
        self.head.approve_requested.connect(self.approve)
        self.head.issue_requested.connect(self.issue)
        self.head.print_requested.connect(self.print_pdf)
        self.head.save_requested.connect(self.save_pdf)
        self.head.open_requested.connect(self.open_pdf)
        self.head.word_requested.connect(self.save_word)
        self.head.language_chosen.connect(self._make_paper)
        self.head.edition_chosen.connect(self._make_paper)
        self.head.changes_requested.connect(partial(self._show_tab, _ISSUED))
        self.issues.save_requested.connect(self.save_issue)
        self.issues.open_requested.connect(self.open_issue)
        self.points.place_requested.connect(self.place_requested)
        self.audit_file.wanted.connect(self.commit)
        self.audit_file.told.connect(self.notice_requested)
        self._files.status_changed.connect(self.paper.status.setText)
        self._files.notice_requested.connect(self.notice_requested)

    def _lay_out(self) -> None:
        catalogue = Card()
        catalogue.set_flush(True)
        catalogue.body.setContentsMargins(0, theme.space(1), 0, theme.space(2))
        catalogue.add(self.list, 1)
        catalogue.add(self.audit_file)
        catalogue.setFixedWidth(_LIST_WIDTH)
        for body in (self.paper, self.sheet, self.points, self.issues):
            self._stack.addWidget(body)
        desk = Card()
        desk.set_flush(True)
        desk.body.setSpacing(0)
        desk.add(self.tabs)
        desk.add(self._stack, 1)
        column = QVBoxLayout()
        column.setSpacing(theme.space(3))
        column.addWidget(self.head)
        column.addWidget(desk, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.space(5.5), theme.space(5), theme.space(5.5), theme.space(5))
        row.setSpacing(theme.space(4))
        row.addWidget(catalogue)
        row.addLayout(column, 1)

    def title(self) -> str:
        """Return the page's heading."""
        return _("Documents")

    def subtitle(self) -> str:
        """Return how many documents are issued, approved and drafts."""
        counts = {state: sum(row.state is state for row in self._rows) for state in State}
        issued, approved, drafts = counts[State.ISSUED], counts[State.APPROVED], counts[State.DRAFT]
        worded = (
            (issued, ngettext("{count} issued", "{count} issued", issued)),
            (approved, ngettext("{count} approved", "{count} approved", approved)),
            (drafts, ngettext("{count} draft", "{count} drafts", drafts)),
        )
        return " · ".join(text.format(count=current().number(of)) for of, text in worded if of)

    def refresh(self) -> None:
        """Look through the documents, beside the window's thread, and show how they stand."""
        if self._reading is not None:
            self._is_outdated = True
            return
        work = partial(looked_through, self.company.snapshot(), current())
        self._reading = jobs.start(work, owner=self, done=self._show_rows)

    def _show_rows(self, rows: Sequence[DocumentRow]) -> None:
        self._reading = None
        self._rows = rows
        self.list.show_rows(rows)
        self._show_chosen()
        self.heading_changed.emit()
        if self._is_outdated:
            self._is_outdated = False
            self.refresh()

    def retranslate(self) -> None:
        """Name the list again; the rest is shown by `refresh`."""
        self.list.setAccessibleName(_("Documents"))

    def show_document(self, code: str) -> None:
        """Show one document beside the list."""
        self.sheet.commit()
        self.sheet.show_document(code)
        self._show_chosen()

    def _chosen(self) -> DocumentRow | None:
        return next((one for one in self._rows if one.code == self.list.chosen()), None)

    def _show_chosen(self) -> None:
        row = self._chosen()
        if row is None:
            return
        self.head.show_row(row)
        self.points.show_points(row.open_points)
        self.issues.show_issues(issues_of(self.company, row.code), row.changed_since)
        self._word_tabs(len(row.open_points))
        if self.sheet.document != row.code:
            self.sheet.show_document(row.code)
        if row.changed_since:
            self.sheet.show_control(row.control)
        if self._made == self.head.wanted:
            self._rest.start()
        else:
            self._make_paper()

    def _word_tabs(self, missing: int) -> None:
        still_open = _("Still open")
        if missing:
            still_open = _("Still open ({count})").format(count=current().number(missing))
        self.tabs.set_tabs(
            [
                (_PAPER, _("Pages")),
                (_CONTROL, _("Control data")),
                (_OPEN, still_open),
                (_ISSUED, _("Issued")),
            ]
        )

    def _show_tab(self, key: str) -> None:
        bodies = {_PAPER: self.paper, _CONTROL: self.sheet, _OPEN: self.points, _ISSUED: self.issues}
        self.tabs.set_current(key)
        self._stack.setCurrentWidget(bodies[key])

    def reveal(self, place: Place) -> None:
        """Show a document's control data, or its pages where it is to be issued."""
        record = self.company.find(DocumentControl, place.record) or self.company.find(
            RevisionEntry, place.record
        )
        code = record.document if record else place.content
        self.list.choose(code)
        self.sheet.show_document(code)
        if place.register == "issue":
            self._show_tab(_PAPER)
            return
        self._show_tab(_CONTROL)
        if place.field in FACTS and self.head.approve_button.isVisibleTo(self):
            self.head.approve_button.setFocus()
        else:
            self.sheet.show_place(place.record, place.field)

    def commit(self) -> None:
        """Take what is being typed."""
        self.sheet.commit()

    # The pages

    def _make_paper(self) -> None:
        """Make the pages of the chosen document anew, beside the window's thread."""
        row = self._chosen()
        self._rest.stop()
        if row is None:
            return
        if not self.isVisible():
            self._is_stale = True
            return
        if self._making is not None:
            self._making.cancel()
        wanted = self.head.wanted
        if self._made != wanted:
            self.paper.preview.show_message(_("Making the pages…"))
        self._made = wanted
        if row.is_broken:
            self._show_paper(Paper(b"", ()))
            return
        try:
            source = self._source(row)
        except AppError as error:
            self._say_unmade(error)
            return
        work = partial(made, source, row.code)
        self._making = jobs.start(work, owner=self, done=self._show_paper, failed=self._say_unmade)

    def _show_paper(self, paper: Paper) -> None:
        self._making = None
        if not paper.content:
            text = _("This document cannot be written. The others are not touched by it.")
            self.paper.preview.show_message(text)
            self._show_findings(Findings())
            return
        self.paper.preview.show_pages(paper.content, paper.sizes)
        work = partial(found, self.company.snapshot(), *self._made)
        self._making = jobs.start(work, owner=self, done=self._show_findings)

    def _show_findings(self, findings: Findings) -> None:
        self._making = None
        self.head.offer_word(findings.for_word)
        self.issues.show_changes(findings.changes)

    def _say_unmade(self, error: AppError) -> None:
        self._making = None
        self.paper.preview.show_message(error.sentence(current()))

    def _source(self, row: DocumentRow) -> Source:
        # While the documents are looked through again, the row may tell of an older text.
        return source_of(self.company, row, *self.head.wanted[1:], is_current=self._reading is None)

    # Approving and issuing

    def approve(self) -> None:
        """Ask who approves the chosen document, and approve it."""
        self.commit()
        row = self._chosen()
        if row is None or not self._may_sign(row):
            return
        given = ApproveDocumentDialog.ask(self, self.company, row.code, date.today())
        if given is not None:
            issuing.approve(self.company, row.code, given.by, given.on, given.reason)
            name = current().isolate(row.title.best(current().code))
            text = _("{name} is approved and can be issued.").format(name=name)
            self.notice_requested.emit(notice(text, "good", can_undo=True))

    def issue(self) -> None:
        """Freeze the approved revision of the chosen document in every language, and keep it."""
        self.commit()
        row = self._chosen()
        if row is None or self._issuing or not self._may_sign(row):
            return
        self._issuing = True
        self.paper.status.setText(_("Making the PDF…"))
        work = partial(frozen, self.company.snapshot(), row, date.today())
        jobs.start(work, owner=self, done=self._keep, failed=self._say_failed)

    def _may_sign(self, row: DocumentRow) -> bool:
        because = self.company.read_only_because
        if because is not None:
            self.notice_requested.emit(notice(because, "warning"))
        elif row.is_broken:
            text = _("This document cannot be written. The others are not touched by it.")
            self.notice_requested.emit(notice(text, "error"))
        return because is None and not row.is_broken

    def _keep(self, revision: Frozen) -> None:
        self._rest_from_work()
        issuing.keep(self.company, revision)
        speech, first = current(), revision.issues[0]
        text = _("Revision {number} was issued on {day}; it can be printed again byte for byte.").format(
            number=speech.digits(first.revision),
            day=speech.medium_date(first.issued_on) if first.issued_on else "",
        )
        self.notice_requested.emit(notice(text, "good", can_undo=True))

    def _who_issued(self, issued: Issue) -> str:
        person = self.company.find(Person, issued.issued_by)
        return person.name.best(current().code) if person else ""

    # Files and paper

    def save_pdf(self) -> None:
        """Ask where, and save the chosen document there."""
        self.commit()
        row = self._chosen()
        if row is not None:
            self._save(self._source(row), self._file_name())

    def save_word(self) -> None:
        """Ask where, and save the chosen document there for going on in Word."""
        self.commit()
        row = self._chosen()
        if row is not None:
            source = partial(word_file, self.company.snapshot(), *self.head.wanted)
            self._save(source, word_files.file_name(self._file_name()))

    def save_issue(self, issued: Issue) -> None:
        """Ask where, and save an issue there as it was issued."""
        content = issuing.reprint(self.company, issued)
        self._save(lambda: content, documents.issue_file_name(issued))

    def _save(self, source: Source, name: str) -> None:
        target = ask_for_target(self, name)
        if target is not None:
            self._files.save(source, target)

    def open_pdf(self) -> None:
        """Open a copy of the chosen document."""
        self.commit()
        row = self._chosen()
        if row is not None:
            self._files.open(self._source(row), self._file_name())

    def open_issue(self, issued: Issue) -> None:
        """Open a copy of an issue as it was issued."""
        content = issuing.reprint(self.company, issued)
        self._files.open(lambda: content, documents.issue_file_name(issued))

    def print_pdf(self) -> None:
        """Ask for a printer, and print the chosen document."""
        self.commit()
        row = self._chosen()
        if row is None:
            return
        printer = ask_for_printer(self, self._file_name(), self.head.edition.paper)
        if printer is not None:
            self._files.print(self._source(row), printer)

    def _file_name(self) -> str:
        return documents.file_name(self.company, *self.head.wanted)

    def _rest_from_work(self) -> None:
        self._issuing = False
        self.paper.status.setText("")

    def _say_failed(self, error: AppError) -> None:
        self._rest_from_work()
        self.notice_requested.emit(notice(error.sentence(current()), "error"))
