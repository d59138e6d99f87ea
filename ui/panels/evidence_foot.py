"""What stands under the list of evidence: the chosen file, the way to its owner, and the check of all."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from models.domain.gates.criterion import Place
from models.domain.records.control import Evidence
from models.services.company import OpenCompany
from models.services.evidence_list import Owners
from ui import theme
from ui.jobs import Progress
from ui.language import _, current, ngettext
from ui.theme import TextRole, Tone
from ui.widgets.buttons import LinkButton, SecondaryButton
from ui.widgets.labels import ElidedLabel
from ui.widgets.work_bar import WorkBar


class EvidenceFoot(QWidget):
    """Signals: the chosen file is to be opened, its owner's `Place` shown, all files checked or no more."""

    open_requested = Signal(object)
    place_requested = Signal(object)
    check_requested = Signal()
    cancel_requested = Signal()

    def __init__(self, company: OpenCompany, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._company = company
        self._evidence: Evidence | None = None
        self._place: Place | None = None
        self._name = ElidedLabel(middle=True)
        theme.set_role(self._name, TextRole.BODY, strong=True)
        self.owner = LinkButton(icon="forward")
        self.owner.clicked.connect(self._go)
        self._hash = ElidedLabel(role=TextRole.SMALL, tone=Tone.QUIET)
        self.open_button = SecondaryButton(icon="external-link", small=True)
        self.open_button.clicked.connect(self._open)
        self.check_button = SecondaryButton(icon="health", small=True)
        self.check_button.clicked.connect(self.check_requested)
        self.work = WorkBar()
        self.work.cancel_requested.connect(self.cancel_requested)
        self._lay_out()
        self.show_progress(None)
        self.retranslate()

    def _lay_out(self) -> None:
        line = QFrame()
        line.setProperty("kind", "line")
        line.setFixedHeight(1)
        words = QGridLayout()
        words.setContentsMargins(0, 0, 0, 0)
        words.setVerticalSpacing(0)
        words.setHorizontalSpacing(theme.space(2))
        words.setColumnStretch(0, 1)
        words.addWidget(self._name, 0, 0)
        words.addWidget(self._hash, 1, 0)
        row = QHBoxLayout()
        row.setContentsMargins(theme.space(4.5), theme.space(3), theme.space(4.5), theme.space(3))
        row.setSpacing(theme.space(2))
        row.addLayout(words, 1)
        for widget in (self.owner, self.open_button):
            row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.work, 1)
        row.addWidget(self.check_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(line)
        column.addLayout(row)

    def show_evidence(self, evidence: Evidence | None) -> None:
        """Show one file, or how many there are."""
        self._evidence = evidence
        speech = current()
        if evidence is None:
            self._show_total()
        else:
            self._name.setText(evidence.file_name)
            self._hash.setText(_("SHA-256: {hash}").format(hash=speech.island(evidence.sha256)))
        owner = Owners(self._company, speech).of(evidence) if evidence else None
        self._place = owner.place if owner else None
        self.owner.setText(_shortened(owner.title) if owner else "")
        self.owner.setToolTip(_("Go to what this file belongs to"))
        self.owner.setVisible(self._place is not None)
        self.open_button.setVisible(evidence is not None)

    def _show_total(self) -> None:
        speech, files = current(), self._company.all(Evidence)
        size = speech.file_size(sum(one.size or 0 for one in files))
        total = ngettext("{count} file, {size} in all", "{count} files, {size} in all", len(files))
        self._name.setText(total.format(count=speech.number(len(files)), size=size))
        self._hash.setText(_("Choose a file to see what it belongs to."))

    def show_progress(self, progress: Progress | None) -> None:
        """Show how far the check has come; None while none is under way."""
        self.work.show_progress(progress)
        self.check_button.setVisible(progress is None)

    def _go(self) -> None:
        if self._place is not None:
            self.place_requested.emit(self._place)

    def _open(self) -> None:
        if self._evidence is not None:
            self.open_requested.emit(self._evidence)

    def retranslate(self) -> None:
        """Show everything in the current language."""
        self.open_button.setText(_("Open file"))
        self.check_button.setText(_("Check all files"))
        self.check_button.setToolTip(_("Compare every file with the SHA-256 it had when it was attached"))
        self.work.name_work(_("Check all files"))
        self.show_evidence(self._evidence)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()


_LONGEST = 44


def _shortened(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST].rstrip()}…"
