"""The page of documents: how each stands, its control data, what it lacks, and its PDF."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from itertools import count
from pathlib import Path

from PySide6.QtCore import QDir, QTemporaryDir, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from models.domain.errors import AppError
from models.domain.gates.criterion import Place
from models.domain.ledger import Ledger
from models.domain.records.control import DocumentControl, RevisionEntry
from models.localisation.language import Language
from models.services import documents
from models.services.company import OpenCompany
from models.services.documents import DocumentRow
from models.services.snapshots import snapshot
from ui import jobs, theme
from ui.jobs import Job
from ui.language import _, current, ngettext
from ui.page import Page, notice
from ui.panels.control_sheet import ControlSheet
from ui.panels.document_head import DocumentHead
from ui.panels.document_list import DocumentList, state_of
from ui.panels.open_points import OpenPointsPanel
from ui.theme import Tone
from ui.widgets.card import Card
from ui.widgets.flow_tabs import FlowTabs

_LIST_WIDTH = theme.space(98)
_CONTROL, _OPEN = "control", "open"


def ask_for_target(parent: QWidget, name: str) -> Path | None:
    """Let the user choose where a PDF is saved; None when that was cancelled."""
    chosen, _filter = QFileDialog.getSaveFileName(parent, _("Save PDF"), name, _("PDF files (*.pdf)"))
    if not chosen:
        return None
    path = Path(chosen)
    return path if path.suffix.lower() == ".pdf" else path.with_name(f"{path.name}.pdf")


def open_with_system(path: Path) -> None:
    """Open a file with the system's program for it."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


class DocumentsPage(Page):
    """The list at the leading side; beside it the chosen document."""

    def __init__(self, company: OpenCompany, parent: QWidget | None = None) -> None:
        super().__init__(company, parent)
        self._rows: Sequence[DocumentRow] = ()
        self._reading: Job[Sequence[DocumentRow]] | None = None
        self._is_outdated = False
        self._copies = QTemporaryDir()
        self._copy_numbers = count(1)
        self.list = DocumentList()
        self.head = DocumentHead()
        self.points = OpenPointsPanel()
        self.sheet = ControlSheet(company, has_title=False)
        self.tabs = FlowTabs()
        self.tabs.chosen.connect(self._show_tab)
        self._stack = QStackedWidget()
        self._lay_out()
        self.list.document_chosen.connect(self.show_document)
        self.head.save_requested.connect(self.save_pdf)
        self.head.open_requested.connect(self.open_pdf)
        self.points.place_requested.connect(self.place_requested)

    def _lay_out(self) -> None:
        catalogue = Card()
        catalogue.set_flush(True)
        catalogue.body.setContentsMargins(0, theme.space(1), 0, theme.space(2))
        catalogue.add(self.list)
        catalogue.setFixedWidth(_LIST_WIDTH)
        self._stack.addWidget(self.sheet)
        self._stack.addWidget(self.points)
        desk = Card()
        desk.set_flush(True)
        desk.body.setSpacing(0)
        desk.add(self.tabs)
        desk.add(self._stack, 1)
        column = QVBoxLayout()
        column.setSpacing(theme.space(4))
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
        """Return how many of the documents are drafts."""
        drafts = sum(state_of(row)[1] is Tone.LATE for row in self._rows)
        if not drafts:
            return ""
        return ngettext("{count} draft", "{count} drafts", drafts).format(count=current().number(drafts))

    def refresh(self) -> None:
        """Look through the documents, beside the window's thread, and show how they stand."""
        if self._reading is not None:
            self._is_outdated = True
            return
        work = partial(_looked_through, snapshot(self.company), current())
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

    def _show_chosen(self) -> None:
        row = next((one for one in self._rows if one.code == self.list.chosen()), None)
        if row is not None:
            self.head.show_row(row)
            self.points.show_points(row.open_points)
            self._word_tabs(len(row.open_points))
            if self.sheet.document != row.code:
                self.sheet.show_document(row.code)

    def _word_tabs(self, missing: int) -> None:
        still_open = _("Still open")
        if missing:
            still_open = _("Still open ({count})").format(count=current().number(missing))
        self.tabs.set_tabs([(_CONTROL, _("Control data")), (_OPEN, still_open)])

    def _show_tab(self, key: str) -> None:
        self.tabs.set_current(key)
        self._stack.setCurrentWidget(self.sheet if key == _CONTROL else self.points)

    def reveal(self, place: Place) -> None:
        """Show a document's control data."""
        record = self.company.find(DocumentControl, place.record) or self.company.find(
            RevisionEntry, place.record
        )
        code = record.document if record else place.content
        self.list.choose(code)
        self.sheet.show_document(code)
        self._show_tab(_CONTROL)
        self.sheet.show_place(place.record, place.field)

    def commit(self) -> None:
        """Take what is being typed."""
        self.sheet.commit()

    def save_pdf(self) -> None:
        """Ask where, and save the chosen document there."""
        code = self.list.chosen()
        if not code:
            return
        self.commit()
        name = documents.file_name(self.company, code, self.head.language_code)
        target = ask_for_target(self, name)
        if target is not None:
            self._make(code, target, self._say_saved)

    def open_pdf(self) -> None:
        """Make the chosen document in a folder that goes with the program, and open it."""
        code = self.list.chosen()
        if not code:
            return
        self.commit()
        # A folder of its own: another program may still hold the last one open.
        folder = Path(self._copies.filePath(str(next(self._copy_numbers))))
        QDir().mkpath(str(folder))
        name = documents.file_name(self.company, code, self.head.language_code)
        self._make(code, folder / name, open_with_system)

    def _make(self, code: str, target: Path, done: Callable[[Path], object]) -> None:
        self.head.set_busy(True)
        work = partial(_written, snapshot(self.company), code, self.head.language_code, target)
        jobs.start(work, owner=self, done=partial(self._finish, done), failed=self._say_failed)

    def _finish(self, done: Callable[[Path], object], path: Path) -> None:
        self.head.set_busy(False)
        done(path)

    def _say_saved(self, path: Path) -> None:
        text = _("Saved as {file}.").format(file=current().island(path.name))
        self.notice_requested.emit(notice(text, "good"))

    def _say_failed(self, error: AppError) -> None:
        self.head.set_busy(False)
        self.notice_requested.emit(notice(error.sentence(current()), "error"))


def _looked_through(
    ledger: Ledger, language: Language, _job: Job[Sequence[DocumentRow]]
) -> Sequence[DocumentRow]:
    return documents.document_rows(ledger, language)


def _written(ledger: Ledger, code: str, language_code: str, target: Path, job: Job[Path]) -> Path:
    """Make and write a PDF, beside the window's thread; return where it is."""
    content = documents.render(ledger, code, language_code)
    job.stop_if_cancelled()
    documents.write(content, target)
    return target
