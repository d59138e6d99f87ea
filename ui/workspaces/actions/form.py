"""One action as a form that brings along what an edit means for its course."""

from __future__ import annotations

from collections.abc import Generator, Mapping
from datetime import date
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from models.domain.action_check import remarks
from models.domain.action_states import Lack
from models.domain.edits import Edit
from models.domain.errors import AppError
from models.domain.fields import Record
from models.domain.records.correction import Action
from models.domain.registers import register_of
from models.domain.sentences import Sentence
from models.domain.validation import Gravity, Problem
from models.services.actions import save_action_field, yardstick
from models.services.company import OpenCompany
from ui.registers.form import RecordForm
from ui.workspaces.actions.fields import ActionFields

_REST_MS = 120


class ActionForm(RecordForm):
    """Shows an action; `settled` tells when another one stands in it, or when it says something else."""

    settled = Signal()

    def __init__(self, company: OpenCompany, parent: QWidget | None = None) -> None:
        super().__init__(company, register_of(Action), parent, ActionFields)
        self._lack: Lack | None = None
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self._look)

    def build(self) -> Generator[None, None, RecordForm]:
        """Make the fields, rest after each, and listen to what is typed in them."""
        form = yield from super().build()
        self.fields.chain.root_offered.connect(self._take_root)
        self.typed.connect(self._rest.start)
        self.named.connect(self._settle)
        self._settle()
        return form

    @property
    def fields(self) -> ActionFields:
        """The fields."""
        assert isinstance(self.board, ActionFields)
        return self.board

    @property
    def action(self) -> Action:
        """The action as it was saved last, or as it starts."""
        assert isinstance(self.record, Action)
        return self.record

    def keep(self, name: str, value: Any) -> Record:
        """Save one field with what follows from it, in one step to undo."""
        self._lack = None
        return save_action_field(self._company, self.action, name, value, date.today())

    def show_record(self, record: Record) -> None:
        """Show an action, known or new."""
        self._lack = None
        super().show_record(record)
        self._settle()

    def demand(self, lack: Lack) -> None:
        """Say beside a field what is missing there, and go to it."""
        self._lack = lack
        self._settle()
        self.show_field(lack.field)
        self._say_problems()

    def show_field(self, name: str = "") -> None:
        """Give a field the focus and bring it into view, also one that this form does without."""
        if name in self.board.rows:
            self.fields.show_action(self.action, name)
        super().show_field(name)

    def _take_root(self, answer: str) -> None:
        editor = self.board.editor("cause")
        try:
            self._record = self.keep("cause", answer)
        except AppError as error:
            self._refused["cause"] = error
        else:
            editor.set_value(answer)
        self._settle()
        self.show_field("cause")

    def _save(self, name: str, value: Any) -> None:
        before = self.action
        super()._save(name, value)
        if self.action is not before:
            self._show_followers()

    def _show_followers(self) -> None:
        """Show what an edit brought along in other fields."""
        for name, row in self.board.rows.items():
            value = getattr(self.record, name)
            if value != row.editor.value() and not row.editor.is_pending() and not row.problem():
                row.editor.set_value(value)
        self._settle()

    def _take_over(self, edit: Edit) -> None:
        super()._take_over(edit)
        self._settle()

    def _settle(self) -> None:
        if "whys" in self.board.rows:
            demanded = self._lack.field if self._lack else self.focused_field()
            self.fields.show_action(self.action, demanded)
            self._look()
        self.settled.emit()

    def _look(self) -> None:
        draft = self.draft()
        assert isinstance(draft, Action)
        self.fields.chain.set_subject(draft.problem)
        self._say_problems()

    def reminders(self) -> Mapping[str, Problem]:
        """Return what is to be mended, in texts also while they are being typed."""
        draft = self.draft()
        assert isinstance(draft, Action)
        noted = remarks(draft, self._company, yardstick(), date.today())
        said: dict[str, Sentence] = dict(noted)
        if self._lack is not None:
            said[self._lack.field] = self._lack.sentence
        own = {name: Problem(Gravity.REMINDER, sentence) for name, sentence in said.items()}
        return dict(super().reminders()) | own

    def reveal_top(self) -> None:
        """Bring the beginning into view."""
        self._scroll.verticalScrollBar().setValue(0)
