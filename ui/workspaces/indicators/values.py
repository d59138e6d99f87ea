"""The values of one indicator as a grid: a row a period, and the period that comes next as the last."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from datetime import date
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from models.domain.errors import AppError
from models.domain.fields import field_of
from models.domain.ids import RecordId
from models.domain.measuring import days_late
from models.domain.performance import signal
from models.domain.records.charter import Indicator
from models.domain.records.feedback import IndicatorValue
from models.localisation.periods import is_whole_month, period_name
from models.services import measuring
from models.services.company import OpenCompany
from ui.language import _, current, ngettext
from ui.theme import Tone
from ui.widgets.matrix import Cell, Head
from ui.widgets.typed_grid import Content, Refusal, TypedGrid
from ui.workspaces.indicators.words import SIGNALS

_WEIGHTS = (6, 6, 4, 4, 7)
_DAYS = frozenset({"start", "end"})
_NUMBERS = ("value", "cases", "note")
"""What makes a period more than one that is offered."""

Refusals = dict[Cell, Refusal]


class ValueGrid(TypedGrid):
    """Typed and pasted values; each entry is one step to undo, what cannot be kept stays in its cell.

    Signals:
        failed: an `AppError` by which nothing could be saved.
    """

    failed = Signal(object)

    def __init__(self, company: OpenCompany, parent: QWidget | None = None) -> None:
        super().__init__(parent, weights=_WEIGHTS, grows=True)
        self._company = company
        self._card: Indicator | None = None
        # Rows that are not saved: what could not be kept yet, and the period that comes next.
        self._begun: list[IndicatorValue] = []
        self._touched: set[str] = set()
        self.changed.connect(self._take)

    def value_at(self, key: str) -> IndicatorValue | None:
        """Return the value of a row, saved or not."""
        known = self._company.find(IndicatorValue, RecordId(key))
        return known or next((one for one in self._begun if one.id == key), None)

    def chosen(self) -> IndicatorValue | None:
        """Return the value of the current row, else that of the last one; None where there is none."""
        cell = self.current_cell()
        found = self.value_at(cell[0]) if cell else None
        return found or (self._begun[-1] if self._begun else None)

    def show_indicator(self, card: Indicator | None) -> None:
        """Show the values of an indicator in the order of their periods, and the one that comes next."""
        if card is None or self._card is None or card.id != self._card.id:
            self.cells.refusals.clear()
            self._begun = []
            self._touched.clear()
        self._card = card
        here = self.current_cell()
        self.set_read_only(self._company.is_read_only)
        if card is None:
            self.cells.show([], [], {})
            return
        known = measuring.values_of(self._company, card.id)
        self._begin(card, known)
        rows = [self._head(value) for value in known]
        contents: dict[Cell, Content] = {}
        for value in known:
            contents |= self._contents(value, Tone.TEXT)
        if not self._company.is_read_only:
            rows += [self._head_of_begun(value) for value in self._begun]
            for value in self._begun:
                contents |= self._contents(value, Tone.QUIET)
        columns = [Head(name, _(field_of(IndicatorValue, name).label)) for name in measuring.COLUMNS]
        if self.cells.show(rows, columns, contents):
            self.fit()
            self._go_back_to(here)

    def _begin(self, card: Indicator, known: list[IndicatorValue]) -> None:
        """Keep the rows in which something stands that is not saved, and prepare the next period."""
        saved = {value.id for value in known}
        refused = {cell[0] for cell in self.cells.refusals}
        others, offered = self._begun[:-1], next(iter(self._begun[-1:]), None)
        kept = [
            one
            for one in self._begun
            if one.id not in saved and (one.id in refused | self._touched or one in others)
        ]
        following = measuring.next_value(card, [*known, *kept], current(), date.today())
        if offered is not None and offered.id not in saved and offered not in kept:
            # The same row goes on to be offered, so that nobody loses their place in it.
            following = dataclasses.replace(following, id=offered.id)
        self._begun = kept or [following]

    def _go_back_to(self, cell: Cell | None) -> None:
        """Stay at a cell, or begin with the newest value where it is gone."""
        if (cell is None or not self.choose(*cell)) and self.cells.rows:
            self.choose(self.cells.rows[-1].key, "value")

    def _head_of_begun(self, value: IndicatorValue) -> Head:
        name = head_of_period(value)
        if _has_number(value) or any(cell[0] == value.id for cell in self.cells.refusals):
            return Head(value.id, name, "", _("Not saved"), Tone.BROKEN)
        is_over = value.end is not None and value.end <= date.today()
        return Head(value.id, name, "", _("Next") if is_over else _("Not over yet"), Tone.PRIMARY)

    def _head(self, value: IndicatorValue) -> Head:
        speech = current()
        name = head_of_period(value)
        late = days_late(value, self._company.entered_on(value))
        sentence = ngettext("entered {count} day late", "entered {count} days late", late)
        note = sentence.format(count=speech.number(late)) if late else ""
        colour = signal(self._card, value.value) if self._card else None
        if colour is None:
            return Head(value.id, name, note)
        word, _icon, tone = SIGNALS[colour]
        return Head(value.id, name, note, _(word), tone)

    @staticmethod
    def _text(value: IndicatorValue, name: str) -> str:
        speech, content = current(), getattr(value, name)
        if content is None or content == "":
            return ""
        if name in _DAYS:
            return speech.date(content)
        return content if isinstance(content, str) else speech.number(content)

    def _contents(self, value: IndicatorValue, tone: Tone) -> dict[Cell, Content]:
        """Return the cells of a row; a period that is only offered is not scolded."""
        assert self._card is not None
        said: dict[str, str] = {}
        if tone is Tone.TEXT or _has_number(value):
            tone = Tone.TEXT
            problem = self._problem(value, [])
            if problem is not None:
                said[problem[0]] = problem[1].sentence(current())
            if value.value is None:
                said.setdefault("value", _("This is still needed."))
        return {
            (value.id, name): Content(self._text(value, name), tone, said.get(name, ""))
            for name in measuring.COLUMNS
        }

    def _problem(self, value: IndicatorValue, more: list[IndicatorValue]) -> tuple[str, AppError] | None:
        assert self._card is not None
        others = [*measuring.values_of(self._company, self._card.id), *more]
        return measuring.check_value(value, self._card, others, date.today())

    def _take(self, wanted: Mapping[Cell, str]) -> None:
        """Save what can be kept of the texts that were typed, in one step, and say what cannot."""
        by_row: dict[str, dict[str, str]] = {}
        for (row, name), text in wanted.items():
            by_row.setdefault(row, {})[name] = text
        refused: Refusals = {}
        saved: list[IndicatorValue] = []
        for row, texts in by_row.items():
            value = self._read(row, texts, refused, saved)
            if value is not None:
                saved.append(value)
        self.cells.refusals.update(refused)
        try:
            self._company.save_all(saved)
        except AppError as error:
            self.failed.emit(error)
        self.show_indicator(self._card)
        self.refuse(refused)

    def _read(
        self, row: str, texts: Mapping[str, str], refused: Refusals, before: list[IndicatorValue]
    ) -> IndicatorValue | None:
        """Return a row as it is to be saved, None where it has to wait for something to be mended."""
        assert self._card is not None
        value = self.value_at(row)
        if value is None and row.startswith("+"):
            earlier = [*measuring.values_of(self._company, self._card.id), *self._begun, *before]
            value = measuring.next_value(self._card, earlier, current(), date.today())
            self._begun.append(value)
        if value is None:
            return None
        fields: dict[str, Any] = {}
        for name, text in texts.items():
            try:
                fields[name] = measuring.typed(self._company, self._card, name, text, current())
            except AppError as error:
                refused[value.id, name] = Refusal(text, error.sentence(current()))
        changed = dataclasses.replace(value, **fields)
        problem = self._problem(changed, before)
        if problem is not None and problem[0] in fields:
            name = problem[0]
            refused[value.id, name] = Refusal(texts[name], problem[1].sentence(current()))
            changed = dataclasses.replace(changed, **{name: getattr(value, name)})
            problem = self._problem(changed, before)
        if self._company.find(IndicatorValue, value.id) is not None:
            return changed
        self._begun = [changed if one.id == changed.id else one for one in self._begun]
        if fields:
            self._touched.add(changed.id)
        is_kept = _has_number(changed) and problem is None
        return changed if is_kept else None


def head_of_period(value: IndicatorValue) -> str:
    """Return how a period is called where its days stand beside it: a month by its name, else by its end."""
    if value.end is None:
        return _("No day yet")
    if is_whole_month(value.start, value.end, current()):
        return period_name(value.start, value.end, current())
    return current().medium_date(value.end)


def _has_number(value: IndicatorValue) -> bool:
    return any(getattr(value, name) not in (None, "") for name in _NUMBERS)
