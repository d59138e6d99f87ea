"""A register as an XLSX file and back: what cannot be taken in is told row by row, and then nothing is."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from models.domain.errors import AppError
from models.domain.fields import Record
from models.domain.ids import RecordId
from models.domain.register import Register
from models.services.company import OpenCompany
from models.services.tables import Incoming, export_table, read_table
from ui import desktop, jobs, language, theme
from ui.dialogs.files import OpenTableDialog, SaveTableDialog
from ui.language import _, ngettext
from ui.registers.news import News
from ui.registers.pasting import misfit_in_words
from ui.theme import TextRole, Tone
from ui.widgets.buttons import SecondaryButton
from ui.widgets.labels import WrapLabel
from ui.widgets.long_text import TextArea
from ui.widgets.notice_bar import NoticeKind

_MOST_LINES = 6
_MOST_MISFITS = 500


class TableFiles(QFrame):
    """Asks for files, and shows what is wrong with a table; hidden while nothing is.

    Signals:
        told: `News`, or the `Notice` that a file was written.
        changed: the id of the first record that was changed or added.
        left: the report is gone.
    """

    told = Signal(object)
    changed = Signal(object)
    left = Signal()

    def __init__(self, company: OpenCompany, register: Register, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._company = company
        self._register = register
        self._job: jobs.Job[Incoming] | None = None
        self._incoming: Incoming | None = None
        self.setProperty("kind", "notice")
        self.setProperty("notice", "warning")
        self._head = WrapLabel(parent=self)
        theme.set_role(self._head, TextRole.BODY, strong=True)
        self._advice = WrapLabel(role=TextRole.SMALL, tone=Tone.QUIET, parent=self)
        self.misfits = TextArea(1, self, _MOST_LINES)
        self.close_button = SecondaryButton(parent=self)
        self._lay_out()
        self.close_button.clicked.connect(self.leave)
        self.hide()

    def _lay_out(self) -> None:
        self.misfits.setReadOnly(True)
        self.misfits.setFont(theme.font(TextRole.SMALL))
        buttons = QHBoxLayout()
        buttons.addWidget(self.close_button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.space(4), theme.space(3), theme.space(4), theme.space(3))
        column.setSpacing(theme.space(1.5))
        for widget in (self._head, self.misfits, self._advice):
            column.addWidget(widget)
        column.addLayout(buttons)

    def export(self, records: Sequence[Record]) -> None:
        """Ask for a place and write these records there."""
        path = SaveTableDialog.ask(self, _(self._register.title))
        if path is None:
            return
        work = partial(
            export_table, path, self._register, tuple(records), self._company.snapshot(), language.current()
        )
        done = partial(self._tell_written, path)
        jobs.start(lambda _job: work(), owner=self, done=done, failed=self._fail)

    def _tell_written(self, path: Path, _nothing: None) -> None:
        text = _("The table was saved: {file}").format(file=language.current().isolate(path.name))
        self.told.emit(desktop.written(text, path))

    def take_in(self) -> None:
        """Ask for a table and save what it changes, in one step that can be undone."""
        if self._company.read_only_because is not None:
            because = self._company.read_only_because.worded(language.current())
            self.told.emit(News(because, NoticeKind.WARNING))
            return
        path = OpenTableDialog.ask(self)
        if path is None:
            return
        work = partial(read_table, path, self._register, self._company.snapshot(), language.current())
        if self._job is not None:
            self._job.cancel()
        self._job = jobs.start(lambda _job: work(), owner=self, done=self.take, failed=self._fail)

    def _fail(self, error: AppError) -> None:
        self._job = None
        self.told.emit(News(error.sentence(language.current()), NoticeKind.ERROR))

    def take(self, incoming: Incoming) -> None:
        """Save what a table changes; where a cell of it cannot be read, say so and save nothing."""
        self._job = None
        if incoming.misfits:
            self._incoming = incoming
            self._word()
            self.show()
            self.close_button.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        try:
            self._company.save_all(incoming.records)
        except AppError as error:
            self._fail(error)
            return
        self.leave()
        if incoming.records:
            self.changed.emit(RecordId(incoming.records[0].id))
        kind = NoticeKind.UNDO if incoming.records else NoticeKind.INFO
        self.told.emit(News(_outcome(incoming), kind, can_undo=bool(incoming.records)))

    def leave(self) -> None:
        """Close the report."""
        self._incoming = None
        self.hide()
        self.left.emit()

    def text(self) -> str:
        """Return what is said of a refused table, "" while there is none."""
        return "" if self._incoming is None else f"{self._head.text()}\n{self.misfits.toPlainText()}"

    def _word(self) -> None:
        incoming, speech = self._incoming, language.current()
        self.close_button.setText(_("Close"))
        if incoming is None:
            return
        wrong = len(incoming.misfits)
        sentence = ngettext(
            "Nothing was taken from {file}: {count} cell cannot be read.",
            "Nothing was taken from {file}: {count} cells cannot be read.",
            wrong,
        )
        self._head.setText(sentence.format(file=speech.isolate(incoming.file), count=speech.number(wrong)))
        self.misfits.setPlainText("\n".join(map(misfit_in_words, incoming.misfits[:_MOST_MISFITS])))
        self.misfits.setAccessibleName(_("Cells that cannot be read"))
        self._advice.setText(_("Correct these cells in the file, save it, and import it again."))

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._word()


def _outcome(incoming: Incoming) -> str:
    """Return what was taken in, and which columns were not."""
    speech = language.current()
    said = []
    if incoming.changed:
        sentence = ngettext("{count} entry was changed.", "{count} entries were changed.", incoming.changed)
        said.append(sentence.format(count=speech.number(incoming.changed)))
    if incoming.added:
        sentence = ngettext("{count} entry was added.", "{count} entries were added.", incoming.added)
        said.append(sentence.format(count=speech.number(incoming.added)))
    if not said:
        said.append(_("The table says what is here already; nothing was changed."))
    if incoming.unknown:
        names = speech.join(speech.isolate(one) for one in incoming.unknown[:5])
        said.append(_("Columns left out, because no field is called so: {names}.").format(names=names))
    return " ".join(said)
