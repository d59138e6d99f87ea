"""Rows that were copied in a spreadsheet: what is understood of them is shown before they are added."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from models.content import titles as content_titles
from models.domain.errors import AppError
from models.domain.fields import FieldSpec, Record
from models.domain.ids import RecordId
from models.domain.register import Register
from models.localisation.display import Display
from models.services.company import OpenCompany
from models.services.pasting import Misfit, Pasted, understood
from ui import jobs, language, theme
from ui.language import _, ngettext
from ui.registers.news import News
from ui.theme import TextRole, Tone
from ui.widgets.buttons import LinkButton, PrimaryButton
from ui.widgets.labels import WrapLabel
from ui.widgets.long_text import TextArea
from ui.widgets.notice_bar import NoticeKind

_MOST_MISFITS = 5
_MOST_IN_EXAMPLE = 6


class PasteBar(QFrame):
    """Hidden until rows are pasted; adds those that fit in one step, once the user has seen them.

    Signals:
        told: `News`.
        added: the id of the first new record.
        left: the bar is gone.
    """

    told = Signal(object)
    added = Signal(object)
    left = Signal()

    def __init__(self, company: OpenCompany, register: Register, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._company = company
        self._register = register
        self._pasted: Pasted | None = None
        self._job: jobs.Job[Pasted] | None = None
        self.setProperty("kind", "notice")
        self.setProperty("notice", "info")
        self._head = WrapLabel(parent=self)
        theme.set_role(self._head, TextRole.BODY, strong=True)
        self._columns = WrapLabel(role=TextRole.SMALL, tone=Tone.QUIET, parent=self)
        self._example = WrapLabel(role=TextRole.SMALL, parent=self)
        self.misfits = TextArea(1, self, _MOST_MISFITS)
        self.add_button = PrimaryButton(icon="add", parent=self)
        self.cancel_button = LinkButton(parent=self)
        self._lay_out()
        self.add_button.clicked.connect(self.add_all)
        self.cancel_button.clicked.connect(self.leave)
        self.hide()

    def _lay_out(self) -> None:
        self.misfits.setReadOnly(True)
        self.misfits.setFont(theme.font(TextRole.SMALL))
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.space(2))
        buttons.addWidget(self.add_button)
        buttons.addWidget(self.cancel_button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.space(4), theme.space(3), theme.space(4), theme.space(3))
        column.setSpacing(theme.space(1.5))
        for widget in (self._head, self._columns, self._example, self.misfits):
            column.addWidget(widget)
        column.addLayout(buttons)

    def paste(self, order: tuple[FieldSpec, ...]) -> None:
        """Look at what was copied and show what is understood; order: of columns that no heading names."""
        if self._company.read_only_because is not None:
            because = self._company.read_only_because.worded(language.current())
            self.told.emit(News(because, NoticeKind.WARNING))
            return
        work = partial(
            understood,
            QApplication.clipboard().text(),
            self._register,
            order,
            self._company.snapshot(),
            language.current(),
        )
        if self._job is not None:
            self._job.cancel()
        self._job = jobs.start(lambda _job: work(), owner=self, done=self._show, failed=self._fail)

    def _fail(self, error: AppError) -> None:
        self._job = None
        self.told.emit(News(error.sentence(language.current()), NoticeKind.WARNING))

    def _show(self, pasted: Pasted) -> None:
        self._job, self._pasted = None, pasted
        self._word()
        self.show()
        first = self.add_button if pasted.records else self.cancel_button
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def add_all(self) -> None:
        """Save the records of all rows that fit, in one step that can be undone."""
        pasted, self._pasted = self._pasted, None
        if pasted is None or not pasted.records:
            return
        try:
            self._company.save_all(pasted.records)
        except AppError as error:
            self._pasted = pasted
            self.told.emit(News(error.sentence(language.current()), NoticeKind.ERROR))
            return
        count = len(pasted.records)
        sentence = ngettext("{count} entry was added.", "{count} entries were added.", count)
        text = sentence.format(count=language.current().number(count))
        self.leave()
        self.added.emit(RecordId(pasted.records[0].id))
        self.told.emit(News(text, NoticeKind.UNDO, can_undo=True))

    def leave(self) -> None:
        """Add nothing."""
        self._pasted = None
        self.hide()
        self.left.emit()

    def text(self) -> str:
        """Return what is said of all rows, "" while there is nothing to say."""
        return "" if self._pasted is None else f"{self._head.text()} {self._columns.text()}"

    def _word(self) -> None:
        pasted = self._pasted
        if pasted is None:
            return
        speech = language.current()
        fitting, others = len(pasted.records), len(pasted.misfits)
        said = [
            ngettext("{count} row can be added.", "{count} rows can be added.", fitting).format(
                count=speech.number(fitting)
            )
        ]
        if others:
            sentence = ngettext("{count} row does not fit.", "{count} rows do not fit.", others)
            said.append(sentence.format(count=speech.number(others)))
        self._head.setText(" ".join(said))
        self._columns.setText(self._columns_in_words(pasted))
        self._example.setText(self._example_of(pasted.records[0]) if pasted.records else "")
        self._example.setVisible(bool(pasted.records))
        self.misfits.setPlainText("\n".join(map(misfit_in_words, pasted.misfits)))
        self.misfits.setVisible(bool(others))
        self.misfits.setAccessibleName(_("Rows that do not fit"))
        self.add_button.setText(
            ngettext("Add {count} entry", "Add {count} entries", fitting).format(count=speech.number(fitting))
        )
        self.add_button.setVisible(bool(fitting))
        self.cancel_button.setText(_("Cancel"))

    def _columns_in_words(self, pasted: Pasted) -> str:
        speech = language.current()
        labels = speech.join(_(target.spec.label) for target in pasted.columns if target is not None)
        if pasted.has_heading:
            said = [_("Columns as the first row names them: {columns}.").format(columns=labels)]
        else:
            said = [_("Columns in the order of this list: {columns}.").format(columns=labels)]
        left_out = sum(target is None for target in pasted.columns)
        if left_out:
            sentence = ngettext("{count} column is left out.", "{count} columns are left out.", left_out)
            said.append(sentence.format(count=speech.number(left_out)))
        return " ".join(said)

    def _example_of(self, record: Record) -> str:
        """Return what is understood of the first row."""
        writer = Display(self._company, language.current(), content_titles.title)
        parts = []
        for spec in self._register.fields:
            text = " ".join(writer.of(record, spec)[:80].split())
            if text and getattr(record, spec.name) != spec.empty:
                parts.append(
                    _("{label}: {value}").format(label=_(spec.label), value=language.current().isolate(text))
                )
        return " · ".join(parts[:_MOST_IN_EXAMPLE])

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._word()


def misfit_in_words(misfit: Misfit) -> str:
    """Return which row does not fit, in which cell and why."""
    speech = language.current()
    return _("Row {number}, “{field}”: {reason}").format(
        number=speech.number(misfit.row), field=_(misfit.label), reason=misfit.reason.worded(speech)
    )
