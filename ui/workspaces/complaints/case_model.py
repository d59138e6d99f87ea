"""The cases as rows in the order of work, narrowed down by filter and search."""

from __future__ import annotations

from collections.abc import Generator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from models.content import titles as content_titles
from models.domain import complaints
from models.domain.complaints import State, state
from models.domain.ids import RecordId
from models.domain.marking import N_
from models.domain.records.operation import Complaint
from models.domain.workdays import Workdays, workdays_of
from models.localisation.display import Display
from models.localisation.text import search_key, shortened
from models.services.company import OpenCompany
from ui.language import _, current
from ui.registers.slices import Slices
from ui.theme import Tone
from ui.workspaces.complaints.words import STATE_TONES, STATES, time_left

Index = QModelIndex | QPersistentModelIndex

ALL, OVERDUE = "all", "overdue"
FILTERS: Mapping[str, str] = {
    ALL: N_("All"),
    State.OPEN: N_("Open cases"),
    OVERDUE: N_("Overdue cases"),
    State.WAITING: N_("Waiting"),
    State.CLOSED: N_("Closed cases"),
    State.CANCELLED: N_("Cancelled"),
}

_NOWHERE = QModelIndex()
_LONGEST = 160


@dataclass(frozen=True)
class Standing:
    """What a list needs to know of a case before it is seen."""

    complaint: Complaint
    state: State
    is_overdue: bool
    urgency: tuple[int, int, int]

    def fits(self, key: str) -> bool:
        """Return whether a filter keeps the case; the open ones are also those that are overdue."""
        return key == ALL or key == self.state or (key == OVERDUE and self.is_overdue)


@dataclass(frozen=True)
class Line:
    """The words of a row."""

    title: str
    detail: str
    chip: str
    tone: Tone


class CaseModel(QAbstractListModel):
    """Signals:
    arranged: the rows are in their order; `numbers` says how many cases each filter keeps.
    """

    arranged = Signal()

    def __init__(self, company: OpenCompany, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._company = company
        self._filter = ALL
        self._words: tuple[str, ...] = ()
        self._rows: list[Complaint] = []
        self._places: dict[RecordId, int] = {}
        self._standings: dict[RecordId, Standing] = {}
        self._lines: dict[RecordId, Line] = {}
        self._found_by: dict[RecordId, tuple[Complaint, str]] = {}
        self._day = date.min
        self._workdays = Workdays()
        self._display = Display(company, current(), content_titles.title)
        self._slices: Slices[list[Complaint]] = Slices(self)
        self.numbers: Mapping[str, int] = {}

    @property
    def filter(self) -> str:
        """The key of the filter that is on."""
        return self._filter

    @property
    def is_narrowed(self) -> bool:
        """Whether a filter or a search leaves cases out."""
        return self._filter != ALL or bool(self._words)

    def narrow(self, key: str) -> None:
        """Show only what a filter keeps."""
        self._filter = key
        self.refresh()

    def search(self, text: str) -> None:
        """Show only the cases in which every word of the text is found."""
        self._words = tuple(search_key(text).split())
        self.refresh()

    def refresh(self) -> None:
        """Look at the cases as they are now; a long list goes on while the window lives."""
        self._slices.start(self._arranged(), self._show)

    def finish(self) -> None:
        """Look at the rest of the cases before returning."""
        self._slices.finish()

    def word_anew(self) -> None:
        """Forget texts: names, working days or the language are others now."""
        self._lines.clear()
        self._found_by.clear()
        self._display = Display(self._company, current(), content_titles.title)
        self.refresh()

    def _arranged(self) -> Generator[None, None, list[Complaint]]:
        today = date.today()
        if today != self._day:
            self._day = today
            self._standings.clear()
            self._lines.clear()
        self._workdays = workdays_of(self._company)
        numbers = dict.fromkeys(FILTERS, 0)
        kept: list[Standing] = []
        for complaint in self._company.all(Complaint):
            standing = self._standing(complaint)
            for key in FILTERS:
                numbers[key] += standing.fits(key)
            if standing.fits(self._filter) and self._has_words(complaint):
                kept.append(standing)
            yield
        self.numbers = numbers
        kept.sort(key=lambda one: one.urgency)
        rows = [one.complaint for one in kept]
        # Among many cases the list lays itself out for as long again.
        yield
        return rows

    def _standing(self, complaint: Complaint) -> Standing:
        known = self._standings.get(complaint.id)
        if known is None or known.complaint is not complaint:
            known = Standing(
                complaint,
                state(complaint),
                complaints.is_overdue(complaint, self._day),
                complaints.urgency(complaint, self._day),
            )
            self._standings[complaint.id] = known
            self._lines.pop(complaint.id, None)
        return known

    def _has_words(self, complaint: Complaint) -> bool:
        if not self._words:
            return True
        known = self._found_by.get(complaint.id)
        if known is None or known[0] is not complaint:
            known = self._found_by[complaint.id] = complaint, self._display.found_by(complaint)
        return all(word in known[1] for word in self._words)

    def _show(self, rows: list[Complaint]) -> None:
        if [one.id for one in rows] == [one.id for one in self._rows]:
            self._rows = rows
            if rows:
                self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
        else:
            self.beginResetModel()
            self._rows = rows
            self._places = {one.id: at for at, one in enumerate(rows)}
            self.endResetModel()
        self.arranged.emit()

    def row_of(self, record_id: RecordId | None) -> int | None:
        """Return the row of a case, None where it is not shown."""
        return self._places.get(record_id) if record_id is not None else None

    def case_at(self, row: int) -> Complaint:
        """Return the case of a row."""
        return self._rows[row]

    def cases(self) -> Sequence[Complaint]:
        """Return the cases shown, from top to bottom."""
        return self._rows

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return the number of cases shown."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the words of a case as one text."""
        if not index.isValid() or role not in (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.AccessibleTextRole,
        ):
            return None
        line = self.line(index.row())
        return ", ".join(filter(None, (line.title, line.detail, line.chip)))

    def line(self, row: int) -> Line:
        """Return the words of a row."""
        case = self._rows[row]
        line = self._lines.get(case.id)
        if line is None:
            line = self._lines[case.id] = self._line(case)
        return line

    def _line(self, case: Complaint) -> Line:
        speech = current()
        text = shortened(case.text, _LONGEST) or _("Nothing written yet")
        number = speech.digits(case.no) if case.no.isdecimal() else case.no
        title = f"{speech.isolate(number)} · {speech.isolate(text)}" if number else speech.isolate(text)
        received = speech.medium_date(case.received_on) if case.received_on else ""
        customer = speech.isolate(case.customer_ref) if case.customer_ref else ""
        detail = " · ".join(filter(None, (received, customer)))
        return Line(title, detail, *self._chip(case))

    def _chip(self, case: Complaint) -> tuple[str, Tone]:
        found = state(case)
        pending = min(complaints.pending_dues(case), key=lambda one: one[1], default=None)
        if found is State.OPEN and pending is not None:
            standing = complaints.standing(case, pending[0], self._workdays, self._day)
            if standing is not None:
                return time_left(standing, self._day)
        return _(STATES[found]), STATE_TONES[found]
