"""Some fields of one record, laid out by a panel; each is saved by itself when it is left."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Container, Iterable, Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication

from models.domain.errors import AppError
from models.domain.fields import FieldSpec, Record, field_of
from models.domain.sentences import Sentence
from models.domain.validation import Gravity, Problem
from models.services.company import OpenCompany
from models.services.editing import problems_of, save_field
from ui.language import _, current
from ui.registers.editors import editor_for, word
from ui.widgets.check_edit import CheckEdit
from ui.widgets.editor import Editor
from ui.widgets.field_row import FieldRow


class _Field(QObject):
    """One field: its row, and whether its value was refused."""

    edited = Signal(str, object)

    def __init__(self, spec: FieldSpec, editor: Editor[Any], parent: QObject) -> None:
        super().__init__(parent)
        self._spec = spec
        self._refused: AppError | None = None
        self.editor = editor
        self.row = FieldRow("", self.editor, required=spec.required)
        self.editor.edited.connect(self._tell)
        self._label()

    @property
    def is_refused(self) -> bool:
        """Whether what stands in the field was not kept."""
        return self._refused is not None

    @property
    def has_focus(self) -> bool:
        """Whether the user is in this field."""
        focused = QApplication.focusWidget()
        return focused is not None and (focused is self.editor or self.editor.isAncestorOf(focused))

    def show(self, value: Any, *, is_other: bool) -> None:
        """Show a value; what is being typed into the same record, or was refused there, stays."""
        is_typing = self.has_focus and self.editor.is_pending()
        if is_other or not (is_typing or self._refused or self.editor.value() == value):
            self.refuse(None)
            self.editor.set_value(value)

    def refuse(self, error: AppError | None) -> None:
        """Say why the value is not kept; None when it is."""
        self._refused = error
        self.row.set_problem(error.sentence(current()) if error else "")

    def remind(self, problem: Problem | None) -> None:
        """Say what is kept but should be mended."""
        self.row.set_reminder(problem.sentence.worded(current()) if problem else "")

    def retranslate(self) -> None:
        """Word label, hint and choices in the current language."""
        self._label()
        word(self.editor, self._spec)
        self.refuse(self._refused)

    def _label(self) -> None:
        # A box to tick says by itself what it is about.
        self.row.set_label("" if isinstance(self.editor, CheckEdit) else _(self._spec.label))
        self.row.set_hint(_(self._spec.hint) if self._spec.hint else "")

    def _tell(self) -> None:
        self.edited.emit(self._spec.name, self.editor.value())


Save = Callable[[Record, str, Any], Record]
Remarks = Callable[[Record], Mapping[str, Sentence]]
Judge = Callable[[Record], Mapping[str, Problem]]


class RecordFields(QObject):
    """Editors for fields of one type of record. A panel lays out their rows.

    facts: names of fields that are shown and not typed, since something else sets them.
    save: saves one field of a record and returns the record as it is then, where more belongs to it.
    remarks: returns what else is to be said beside fields of a record; that comes before any other reminder.
    editors: by the name of a field, where the usual editor of its kind is not the right one.
    judge: returns what is to be mended in a saved record, where several panels show the same one.

    Signals:
        typed: something is being typed that is not saved yet; `draft` holds it.
    """

    typed = Signal()

    def __init__(
        self,
        company: OpenCompany,
        record_type: type[Record],
        names: Iterable[str],
        parent: QObject,
        facts: Container[str] = (),
        save: Save | None = None,
        remarks: Remarks | None = None,
        editors: Mapping[str, Editor[Any]] | None = None,
        judge: Judge | None = None,
    ) -> None:
        super().__init__(parent)
        self._facts = facts
        self._save_field = save or partial(save_field, company)
        self._remarks = remarks
        self._judge = judge or partial(problems_of, ledger=company)
        self._company = company
        self._record: Record | None = None
        # A new record is not scolded for what nobody had the time to enter.
        self._forgiven: set[str] = set()
        self._record_type = record_type
        self._editors = editors or {}
        self._fields: dict[str, _Field] = {}
        self.add(names)

    def add(self, names: Iterable[str]) -> None:
        """Make editors for further fields, which show the present record."""
        new = {name: self._new_field(field_of(self._record_type, name)) for name in names}
        self._fields |= new
        if self._record is not None:
            if self.is_new:
                self._forgiven.update(new)
            self._fill(new, self._record, is_other=True)

    def _new_field(self, spec: FieldSpec) -> _Field:
        field = _Field(spec, self._editors.get(spec.name) or editor_for(spec, self._company), self)
        field.edited.connect(self._save)
        field.editor.typed.connect(self.typed)
        return field

    def _fill(self, fields: Mapping[str, _Field], record: Record, *, is_other: bool) -> None:
        for name, field in fields.items():
            field.show(getattr(record, name), is_other=is_other)
            field.editor.set_read_only(self._company.is_read_only or name in self._facts)
        self._remind()

    @property
    def record(self) -> Record | None:
        """The record shown, as it was saved last or as it starts; None before the first one."""
        return self._record

    @property
    def is_new(self) -> bool:
        """Whether nothing of the record was saved yet."""
        return self._record is not None and self._company.find(type(self._record), self._record.id) is None

    def draft(self) -> Record | None:
        """Return the record as it would be if all that stands in the fields were saved."""
        if self._record is None:
            return None
        standing = {
            name: field.editor.standing() for name, field in self._fields.items() if field.editor.is_pending()
        }
        return dataclasses.replace(self._record, **standing)

    def focused_field(self) -> str:
        """Return the name of the field that has the focus, "" for none."""
        return next((name for name, field in self._fields.items() if field.has_focus), "")

    def row(self, name: str) -> FieldRow:
        """Return the row of a field."""
        return self._fields[name].row

    def show(self, record: Record) -> None:
        """Show a record, new or known."""
        is_other = self._record is None or self._record.id != record.id
        self._record = record
        if is_other:
            self._forgiven = set(self._fields) if self.is_new else set()
        self._fill(self._fields, record, is_other=is_other)

    def focus(self, name: str = "") -> None:
        """Give the focus to a field; to the first one where the name is none of them."""
        self._forgiven.discard(name)
        self._remind()
        field = self._fields.get(name) or next(iter(self._fields.values()))
        field.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def expect(self, *names: str) -> None:
        """Say from the next change on what these fields lack, even of a new record."""
        self._forgiven.difference_update(names)

    def refuse(self, name: str, error: AppError) -> None:
        """Say beside a field what something that was asked for lacks, and go there."""
        self._fields[name].refuse(error)
        self.focus(name)

    @property
    def holds_unsaved(self) -> bool:
        """Whether something stands in a field that is not saved: still being typed, or refused."""
        return any(field.is_refused or field.editor.is_pending() for field in self._fields.values())

    def value(self, name: str) -> Any:
        """Return what stands in a field, kept or refused."""
        return self._fields[name].editor.standing()

    def take_back(self, name: str) -> None:
        """Show a field as it is kept, in place of what was refused."""
        if self._record is not None:
            self._fields[name].show(getattr(self._record, name), is_other=True)
            self._remind()

    def commit(self) -> None:
        """Take what is being typed."""
        for field in self._fields.values():
            if field.editor.is_pending():
                field.editor.commit()

    def retranslate(self) -> None:
        """Word the rows in the current language."""
        for field in self._fields.values():
            field.retranslate()
        self._remind()

    def _save(self, name: str, value: object) -> None:
        if self._record is None:
            return
        self._forgiven.discard(name)
        try:
            self._record = self._save_field(self._record, name, value)
        except AppError as error:
            self._fields[name].refuse(error)
        else:
            self._fields[name].refuse(None)
        self._remind()

    def _remind(self) -> None:
        known = self._record and self._company.find(type(self._record), self._record.id)
        found = self._judge(known) if known else {}
        noted = self._remarks(self._record) if self._remarks and self._record else {}
        for name, field in self._fields.items():
            reminder = found.get(name) if name not in self._forgiven else None
            field.remind(Problem(Gravity.REMINDER, noted[name]) if name in noted else reminder)
