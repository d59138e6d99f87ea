"""The files that belong to one thing, and the place to drop more."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from models.domain.errors import AppError
from models.domain.records.control import Evidence
from models.services.company import Change, OpenCompany
from ui import icons, language, theme
from ui.language import _
from ui.registers.attaching import Attaching, files_in
from ui.registers.files import ask_for_files
from ui.registers.news import News
from ui.theme import TextRole, Tone
from ui.widgets.buttons import IconButton, SecondaryButton
from ui.widgets.flow_box import FlowBox
from ui.widgets.labels import PlainLabel, WrapLabel, plain_tooltip
from ui.widgets.notice_bar import NoticeKind

_ROW = theme.space(8)
_MOST_ROWS = 6


class EvidenceList(QListWidget):
    """Names of files: Enter or a double click opens one, Delete takes it away."""

    removal_requested = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ask for removal with Delete; leave pasting to the strip."""
        if event.key() == Qt.Key.Key_Delete:
            self.removal_requested.emit()
        elif event.matches(QKeySequence.StandardKey.Paste):
            event.ignore()
        else:
            super().keyPressEvent(event)


class EvidenceStrip(QWidget):
    """Shows the files of a record, a task or a question, and takes dropped ones.

    Signals:
        open_requested: an `Evidence` record, to be opened with the system's program.
        told: `News`.
    """

    open_requested = Signal(object)
    told = Signal(object)

    def __init__(self, company: OpenCompany, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._company = company
        self._subject = ("", "")
        self._files: list[Evidence] = []
        self._attaching = Attaching(company, self)
        self._attaching.told.connect(self.told)
        self.setAcceptDrops(True)
        self._sign = QLabel()
        icons.set_icon(self._sign, "evidence", "quiet", theme.ICON)
        self._title = PlainLabel(role=TextRole.SMALL, tone=Tone.QUIET)
        self._hint = WrapLabel(role=TextRole.SMALL, tone=Tone.QUIET)
        self.list = EvidenceList()
        self.list.setProperty("kind", "field")
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.list.itemActivated.connect(self._open)
        self.list.removal_requested.connect(self._remove)
        self._title.setBuddy(self.list)
        self.attach_button = SecondaryButton(icon="add", small=True)
        self.attach_button.clicked.connect(self._ask)
        self._open_button = IconButton("external-link", role="quiet")
        self._open_button.clicked.connect(self._open)
        self._remove_button = IconButton("delete", role="quiet")
        self._remove_button.clicked.connect(self._remove)
        self._lay_out()
        self.destroyed.connect(company.subscribe(self._follow))
        self.retranslate()

    def _lay_out(self) -> None:
        # Beside a step's work the strip is narrow: then its buttons stand in two lines.
        head = FlowBox(theme.space(3))
        head.add(_in_a_row(self._sign, self._title))
        head.add(self.attach_button)
        head.add(_in_a_row(self._open_button, self._remove_button))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(1.5))
        column.addWidget(head)
        column.addWidget(self._hint)
        column.addWidget(self.list)

    def show_subject(self, subject: str, subject_id: str) -> None:
        """Show the files of a register's record, or of an entry of a content collection."""
        self._subject = (subject, subject_id)
        self.refresh()

    def files(self) -> list[Evidence]:
        """Return the files shown, oldest first."""
        return self._files

    def refresh(self) -> None:
        """Show the files as they are in the company now."""
        speech, row = language.current(), self.list.currentRow()
        self._files = list(self._company.evidence_of(*self._subject)) if self._subject[1] else []
        self.list.clear()
        for evidence in self._files:
            size = speech.file_size(evidence.size or 0)
            text = _("{file} · {size}").format(file=speech.isolate(evidence.file_name), size=size)
            item = QListWidgetItem(icons.icon("file", "quiet"), text, self.list)
            digest = _("SHA-256: {hash}").format(hash=speech.island(evidence.sha256))
            # As wide as the list, never wider: a long name is shortened.
            item.setSizeHint(QSize(0, _ROW))
            item.setToolTip(plain_tooltip(f"{evidence.file_name}\n{digest}"))
        self.list.setCurrentRow(min(max(row, 0), len(self._files) - 1))
        self.list.setFixedHeight(_ROW * min(len(self._files), _MOST_ROWS) + theme.space(3.5))
        for widget in (self.list, self._open_button):
            widget.setVisible(bool(self._files))
        self._remove_button.setVisible(bool(self._files) and not self._company.is_read_only)
        self.attach_button.setVisible(not self._company.is_read_only)
        self._hint.setVisible(not self._files)

    def retranslate(self) -> None:
        """Word everything in the current language."""
        self._title.setText(_("Evidence"))
        self.list.setAccessibleName(_("Evidence"))
        self._hint.setText(_("Drop files here, or attach them: they are kept inside the company file."))
        self.attach_button.setText(_("Attach file"))
        self._open_button.set_name(_("Open file"))
        self._remove_button.set_name(_("Move file to the bin"))
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def attach(self, paths: Iterable[Path]) -> None:
        """Keep files as evidence; each that cannot be kept is told."""
        self._attaching.attach(paths, *self._subject)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Attach files that were copied elsewhere."""
        if event.matches(QKeySequence.StandardKey.Paste) and not self._company.is_read_only:
            self.attach(files_in(QGuiApplication.clipboard().mimeData()))
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files of this computer."""
        if not self._company.is_read_only and files_in(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Attach what was dropped."""
        event.acceptProposedAction()
        self.attach(files_in(event.mimeData()))

    def _ask(self) -> None:
        self.attach(ask_for_files(self, _("Attach file"), several=True))

    def _chosen(self) -> Evidence | None:
        row = self.list.currentRow()
        return self._files[row] if 0 <= row < len(self._files) else None

    def _open(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            self.open_requested.emit(chosen)

    def _remove(self) -> None:
        chosen = self._chosen()
        if chosen is None or self._company.is_read_only:
            return
        try:
            self._company.delete([chosen])
        except AppError as error:
            self.told.emit(News(error.sentence(language.current()), NoticeKind.ERROR))
            return
        gone = _("{name} was moved to the bin.").format(name=language.current().isolate(chosen.file_name))
        self.told.emit(News(gone, NoticeKind.UNDO, can_undo=True))

    def _follow(self, change: Change) -> None:
        if not change.edits or change.touches(Evidence):
            self.refresh()


def _in_a_row(*widgets: QWidget) -> QWidget:
    group = QWidget()
    line = QHBoxLayout(group)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(theme.space(2))
    for widget in widgets:
        line.addWidget(widget)
    return group
