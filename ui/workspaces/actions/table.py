"""Corrective actions as rows: overdue first, narrowed down by source, owner, promise and state."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QObject

from models.domain.action_states import ActionState, has_failed, is_overdue, state_of
from models.domain.fields import Record, field_of
from models.domain.records.control import Person
from models.domain.records.correction import Action
from models.domain.registers import register_of
from models.localisation.display import Display
from models.services.action_list import NEXT, STATE, ActionDisplay, ActionFilter, in_course_order
from models.services.company import Change, OpenCompany
from ui import language
from ui.registers.table_model import RecordTable
from ui.theme import Tone

_VIRTUAL = (STATE, NEXT)


class ActionTable(RecordTable):
    """Rows of the actions in the order in which they want attention."""

    def __init__(self, company: OpenCompany, parent: QObject | None = None) -> None:
        self.filter = ActionFilter()
        super().__init__(company, register_of(Action), parent)
        shown = ("no", "source", "problem", "owner")
        self.columns = (*(field_of(Action, name) for name in shown), *_VIRTUAL)

    def _new_display(self) -> Display:
        return ActionDisplay(self._company, language.current(), date.today())

    @property
    def is_filtered(self) -> bool:
        """Whether a search or a filter leaves actions out."""
        return self.filter.is_on or super().is_filtered

    @property
    def total(self) -> int:
        """The number of actions, those that are left out included."""
        source = self._company.binned if self.is_bin else self._company.all
        return len(source(Action))

    def narrow(self, wanted: ActionFilter) -> None:
        """Show only what a filter lets through."""
        if wanted != self.filter:
            self.filter = wanted
            self.rearrange()

    def candidates(self) -> Sequence[Record]:
        """Return the actions that are wanted, overdue ones first."""
        today = date.today()
        actions = [one for one in super().candidates() if isinstance(one, Action)]
        if self.is_bin:
            return actions
        return in_course_order((one for one in actions if self.filter.lets_through(one, today)), today)

    def follow(self, change: Change) -> None:
        """Take over what has changed; an action may have gone to another place."""
        if change.touches(Action, Person):
            for edit in change.edits:
                self._texts.pop(edit.record.id, None)
                self._found_by.pop(edit.record.id, None)
            if change.touches(Person):
                self._texts.clear()
                self._found_by.clear()
            self.rearrange()
        else:
            super().follow(change)

    def action_at(self, row: int) -> Action:
        """Return the action of a row."""
        record = self.record_at(row)
        assert isinstance(record, Action)
        return record

    def tone(self, row: int, column: int) -> Tone:
        """Return what state and day mean."""
        spec, action = self.columns[column], self.action_at(row)
        if spec is NEXT:
            return tone_of(action)
        if spec is STATE and state_of(action) is ActionState.CLOSED:
            return Tone.GOOD
        return Tone.BROKEN if spec is STATE and has_failed(action) else Tone.TEXT

    def is_typed_in(self, column: int) -> bool:
        """Whether cells of a column are edited in place at the moment."""
        return self.columns[column] not in _VIRTUAL and super().is_typed_in(column)


def tone_of(action: Action) -> Tone:
    """Return what the next day of an action means."""
    if is_overdue(action, date.today()) or has_failed(action):
        return Tone.BROKEN
    return {ActionState.WAITING: Tone.LATE, ActionState.CLOSED: Tone.GOOD}.get(state_of(action), Tone.QUIET)
