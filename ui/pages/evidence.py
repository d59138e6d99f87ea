"""The page of evidence: all files that the company file holds, and whether they are still what they were."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.domain.errors import AppError
from models.domain.gates.criterion import Place
from models.domain.records.control import Evidence
from models.domain.registers import register_of
from models.services.company import OpenCompany
from models.services.evidence_list import changed_files
from ui import jobs, theme
from ui.jobs import Job
from ui.language import _, current, ngettext
from ui.page import Notice, Page, notice
from ui.panels.evidence_foot import EvidenceFoot
from ui.panels.evidence_table import EvidenceList
from ui.registers.attaching import Attaching, files_in
from ui.registers.files import ask_for_files
from ui.registers.news import News, notice_of
from ui.widgets.card import Card


class EvidencePage(Page):
    """The list of files; a file added here belongs to the company as a whole."""

    def __init__(self, company: OpenCompany, parent: QWidget | None = None) -> None:
        super().__init__(company, parent)
        self._check: Job[list[str]] | None = None
        self.list = EvidenceList(company)
        self.foot = EvidenceFoot(company)
        self._attaching = Attaching(company, self)
        card = Card()
        card.set_flush(True)
        card.body.setSpacing(0)
        card.add(self.list, 1)
        card.add(self.foot)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.space(5.5), theme.space(5), theme.space(5.5), theme.space(5))
        column.addWidget(card)
        self.setAcceptDrops(True)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), self.list.grid, self.paste)
        self._connect()

    def _connect(self) -> None:
        for teller in (self.list, self._attaching):
            teller.told.connect(self._pass_on)
        for opener in (self.list, self.foot):
            opener.open_requested.connect(self.file_requested)
        self.list.add_requested.connect(self._ask)
        self.list.chosen.connect(self.foot.show_evidence)
        self.foot.place_requested.connect(self.place_requested)
        self.foot.check_requested.connect(self.check_files)
        self.foot.cancel_requested.connect(self.cancel_check)

    def title(self) -> str:
        """Return the page's heading."""
        return _("Evidence")

    def refresh(self) -> None:
        """Show anew what the chosen file belongs to; the list follows by itself."""
        self.foot.setVisible(bool(self.company.all(Evidence)))
        self.foot.show_evidence(self.list.current())

    def reveal(self, place: Place) -> None:
        """Choose a file in the list."""
        if place.register == register_of(Evidence).code:
            self.list.leave_bin()
            self.list.grid.choose(place.record)
            self.list.grid.setFocus()

    def commit(self) -> None:
        """Take what is being typed."""
        self.list.commit()

    def attach(self, paths: list[Path]) -> None:
        """Keep files as evidence of the company as a whole."""
        if self.company.read_only_because is not None:
            self.notice_requested.emit(notice(self.company.read_only_because, "warning"))
            return
        self._attaching.attach(paths)

    def paste(self) -> None:
        """Attach files that were copied elsewhere."""
        self.attach(files_in(QGuiApplication.clipboard().mimeData()))

    def _ask(self) -> None:
        self.attach(ask_for_files(self, _("Attach file"), several=True))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files of this computer."""
        if files_in(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Attach what was dropped."""
        event.acceptProposedAction()
        self.attach(files_in(event.mimeData()))

    def check_files(self) -> None:
        """Compare every file with its hash, beside the window's thread."""
        if self._check is not None:
            return
        self.foot.show_progress(jobs.Progress(0, max(len(self.company.all(Evidence)), 1)))
        self._check = jobs.start(
            partial(_checked, self.company.path),
            owner=self,
            done=self._tell_check,
            failed=self._fail_check,
            progress=self.foot.show_progress,
        )

    def cancel_check(self) -> None:
        """Give up the check."""
        if self._check is not None:
            self._check.cancel()
        self._end_check()

    def _end_check(self) -> None:
        self._check = None
        self.foot.show_progress(None)

    def _tell_check(self, changed: list[str]) -> None:
        self._end_check()
        speech, total = current(), len(self.company.all(Evidence))
        if changed:
            sentence = _("These files are not what was attached: {files}. Attach the originals again.")
            text = sentence.format(files=speech.join(speech.isolate(name) for name in changed))
            self.notice_requested.emit(notice(text, "error"))
            return
        sound = ngettext(
            "{count} file was checked: it is what was attached.",
            "All {count} files were checked: they are what was attached.",
            total,
        )
        self.notice_requested.emit(notice(sound.format(count=speech.number(total)), "good"))

    def _fail_check(self, error: AppError) -> None:
        self._end_check()
        self.notice_requested.emit(notice(error.sentence(current()), "error"))

    def _pass_on(self, news: News | Notice) -> None:
        self.notice_requested.emit(notice_of(news))


def _checked(path: Path, job: Job[list[str]]) -> list[str]:
    report: Callable[[int, int, str], None] = job.report
    return changed_files(path, report)
