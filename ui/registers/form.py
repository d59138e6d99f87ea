"""One record of any register as a form, saved field by field."""

from __future__ import annotations

import dataclasses
from collections.abc import Generator, Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.domain.edits import Edit
from models.domain.errors import AppError
from models.domain.fields import Record
from models.domain.register import Register
from models.domain.validation import Problem
from models.services.company import Change, OpenCompany
from models.services.editing import problems_of, save_field
from ui import language, theme
from ui.language import _
from ui.registers.boxes import PeopleBox
from ui.registers.evidence_strip import EvidenceStrip
from ui.registers.field_board import FieldBoard
from ui.registers.files import FileBox
from ui.registers.news import News
from ui.registers.pick_box import PickBox
from ui.theme import TextRole, Tone
from ui.widgets.editor import Editor
from ui.widgets.labels import WrapLabel
from ui.widgets.notice_bar import NoticeKind
from ui.widgets.page_scroll import PageScroll

_NAMING = (PickBox, PeopleBox, FileBox)


class RecordForm(QWidget):
    """Shows one record; each field is saved when it is left, what cannot be saved stays with its sentence.

    A new form is empty until `build` was run to its end. board: of which kind its fields stand on.

    Signals:
        told: `News`.
        open_requested: an `Evidence` record, to be opened with the system's program.
        gone: the record shown does not exist any more.
        named: the record may be called otherwise now.
        typed: something is being typed that is not saved yet; `draft` holds it.
    """

    told = Signal(object)
    open_requested = Signal(object)
    gone = Signal()
    named = Signal()
    typed = Signal()

    def __init__(
        self,
        company: OpenCompany,
        register: Register,
        parent: QWidget | None = None,
        board: type[FieldBoard] = FieldBoard,
    ) -> None:
        super().__init__(parent)
        self._company = company
        self._register = register
        self._record: Record = register.empty_record()
        self._refused: dict[str, AppError] = {}
        # A new record is not scolded for what nobody had the time to enter.
        self._forgiven: set[str] = set()
        # Each widget is made inside its place: moving a finished one would dress all its parts again.
        content = QWidget(self)
        self._scroll = PageScroll(content, self)
        self.board = board(company, register, content)
        self.evidence = EvidenceStrip(company, content)
        self._entered = WrapLabel(role=TextRole.SMALL, tone=Tone.QUIET, parent=content)
        self._lay_out(content)

    def build(self) -> Generator[None, None, RecordForm]:
        """Make the fields, rest after each, and return the form ready for use."""
        yield from self.board.build()
        self._connect()
        self.destroyed.connect(self._company.subscribe(self._follow))
        self._lock()
        yield
        self._fill()
        return self

    def _lay_out(self, content: QWidget) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._scroll)
        column = self._column = QVBoxLayout(content)
        column.setContentsMargins(theme.space(5), theme.space(4), theme.space(5), theme.space(5))
        column.setSpacing(theme.space(5))
        column.addWidget(self.board)
        column.addWidget(self.evidence)
        column.addWidget(self._entered)
        column.addStretch(1)

    def _connect(self) -> None:
        for row in self.board.rows.values():
            row.editor.edited.connect(self._take)
            row.editor.typed.connect(self.typed)
            if isinstance(row.editor, FileBox):
                row.editor.open_requested.connect(self.open_requested)
        self.evidence.told.connect(self.told)
        self.evidence.open_requested.connect(self.open_requested)

    def add_below(self, widget: QWidget) -> None:
        """Let something that belongs to the record stand between its fields and its files."""
        self._column.insertWidget(self._column.indexOf(self.evidence), widget)

    @property
    def record(self) -> Record:
        """The record shown, as it was saved last or as it starts."""
        return self._record

    def draft(self) -> Record:
        """Return the record as it would be if all that stands in the fields were saved."""
        standing = {
            name: row.editor.standing() for name, row in self.board.rows.items() if row.editor.is_pending()
        }
        return dataclasses.replace(self._record, **standing)

    def focused_field(self) -> str:
        """Return the name of the field that has the focus, "" for none."""
        return next((name for name, row in self.board.rows.items() if _has_focus(row.editor)), "")

    @property
    def is_new(self) -> bool:
        """Whether nothing of the record was saved yet."""
        return self._company.find(type(self._record), self._record.id) is None

    def show_record(self, record: Record) -> None:
        """Show a record, known or new, from its first field."""
        self._record = record
        self._refused.clear()
        self._forgiven = set(self.board.rows) if self.is_new else set()
        self._fill()
        self._scroll.verticalScrollBar().setValue(0)

    def show_field(self, name: str = "") -> None:
        """Give a field the focus and bring it into view; without a name, the first one."""
        row = self.board.rows.get(name) or next(iter(self.board.rows.values()))
        self._forgiven.discard(name)
        self._say_problems()
        row.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        bring = partial(self._scroll.ensureWidgetVisible, row, 0, theme.space(4))
        bring()
        # What wraps finds its height only now, and moves what stands below it.
        QTimer.singleShot(0, self, bring)

    def commit(self) -> None:
        """Take what stands in the fields; tell of what could not be saved."""
        for row in self.board.rows.values():
            if row.editor.is_pending():
                row.editor.commit()
        for name, row in self.board.rows.items():
            if row.problem():
                label = _(self._spec_label(name))
                text = _("“{field}” was not saved: {reason}").format(field=label, reason=row.problem())
                self.told.emit(News(text, NoticeKind.WARNING))

    def _spec_label(self, name: str) -> str:
        return next(spec.label for spec in self._register.fields if spec.name == name)

    def _fill(self) -> None:
        for name, row in self.board.rows.items():
            if isinstance(row.editor, FileBox):
                row.editor.set_subject(self._register.code, self._record.id)
            row.editor.set_value(getattr(self._record, name))
        self.evidence.show_subject(self._register.code, self._record.id)
        self._say_problems()
        self._say_entered()

    def _take(self) -> None:
        editor = self.sender()
        for name, row in self.board.rows.items():
            if row.editor is editor:
                self._save(name, row.editor.value())

    def _save(self, name: str, value: Any) -> None:
        self._forgiven.discard(name)
        try:
            saved = self.keep(name, value)
        except AppError as error:
            self._refused[name] = error
        else:
            self._refused.pop(name, None)
            self._record = saved
        self._say_problems()

    def keep(self, name: str, value: Any) -> Record:
        """Save one field and return the record as it is then.

        Raises:
            AppError: it cannot be kept.
        """
        return save_field(self._company, self._record, name, value)

    def _say_problems(self) -> None:
        speech = language.current()
        found = self.reminders() if self.isVisible() else {}
        for name, row in self.board.rows.items():
            refused, reminder = self._refused.get(name), found.get(name)
            row.set_problem(refused.sentence(speech) if refused else "")
            is_said = reminder is not None and name not in self._forgiven
            row.set_reminder(reminder.sentence.worded(speech) if reminder and is_said else "")

    def reminders(self) -> Mapping[str, Problem]:
        """Return what is to be mended in the record as it was saved, by field."""
        return problems_of(self._record, self._company)

    def _say_entered(self) -> None:
        day = None if self.is_new else self._company.entered_on(self._record)
        text = _("Entered on {day}.").format(day=language.current().medium_date(day)) if day else ""
        self._entered.setText(text)
        self._entered.setVisible(bool(text))

    def _lock(self) -> None:
        for row in self.board.rows.values():
            row.editor.set_read_only(self._company.is_read_only)

    def _follow(self, change: Change) -> None:
        if not change.edits:
            self._lock()
            return
        for edit in change.to(self._record):
            self._take_over(edit)
        # All forms looked at so far hear of each edit: hidden ones catch up when they are shown.
        if self.isVisible():
            self._name_again()
            self._say_problems()

    def _take_over(self, edit: Edit) -> None:
        if edit.after is None:
            if self._register.is_sheet:
                self.show_record(self._register.empty_record())
            else:
                self.gone.emit()
            return
        before, self._record = self._record, edit.after
        for name, row in self.board.rows.items():
            value = getattr(edit.after, name)
            is_changed = value != getattr(before, name)
            if value != row.editor.value() and (is_changed or name not in self._refused):
                self._show_value(name, row.editor, value)
        self._say_entered()
        self.named.emit()

    def _show_value(self, name: str, editor: Editor[Any], value: Any) -> None:
        """Show a value that came from elsewhere, unless the user is just typing another."""
        if not (editor.is_pending() and _has_focus(editor)):
            self._refused.pop(name, None)
            editor.set_value(value)

    def _name_again(self) -> None:
        """Show what fields refer to by its present name."""
        for row in self.board.rows.values():
            editor: Editor[Any] = row.editor
            if isinstance(editor, _NAMING) and not editor.is_pending():
                editor.set_value(getattr(self._record, row.objectName()))

    def retranslate(self) -> None:
        """Show everything in the current language; what is being typed is taken first."""
        for row in self.board.rows.values():
            if _has_focus(row.editor) and row.editor.is_pending():
                row.editor.commit()
        self.board.retranslate()
        self._say_problems()
        self._say_entered()

    def showEvent(self, event: QShowEvent) -> None:
        """Look for names and problems now that they can be seen."""
        super().showEvent(event)
        self._name_again()
        self._say_problems()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


def _has_focus(editor: Editor[Any]) -> bool:
    focus = editor.window().focusWidget()
    return focus is not None and (focus is editor or editor.isAncestorOf(focus))
