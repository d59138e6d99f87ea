"""The weekly counts as a grid: weeks against promises, filled in like a spreadsheet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from models.domain.errors import AppError
from models.domain.gates.criterion import Place
from models.domain.gates.step5 import WEEKS, weeks_in_a_row
from models.domain.ids import RecordId
from models.domain.performance import kept
from models.domain.records.charter import Promise
from models.domain.records.operation import DataSheet, Launch
from models.domain.registers import register_of
from models.localisation.text import shortened
from models.services import data_sheets
from models.services.company import OpenCompany
from models.services.data_sheets import CASES, KEPT, NUMBERS
from ui import theme
from ui.followed import FollowedWorkspace
from ui.language import _, current, ngettext
from ui.registers.bin_menu import BinButton
from ui.theme import TextRole, Tone
from ui.widgets.chip import Chip
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import WrapLabel
from ui.widgets.matrix import Cell, Head
from ui.widgets.typed_grid import Content, Refusal, TypedGrid

_LAST_DAY = timedelta(days=6)
_LONGEST = 120
_BETWEEN = "|"
_NARROWEST = theme.space(13)


class DataSheetsWorkspace(FollowedWorkspace):
    """A row for each week, for each promise the cases and how many of them were kept."""

    shows = (DataSheet, Launch, Promise)

    def __init__(self, company: OpenCompany, parent: QWidget | None = None) -> None:
        super().__init__(company, parent)
        self.run = Chip(parent=self)
        self.about = WrapLabel(role=TextRole.SMALL, tone=Tone.QUIET, parent=self)
        self.bin_button = BinButton(company, register_of(DataSheet), self)
        self.pages = QStackedWidget(self)
        self.grid = TypedGrid(self.pages, narrowest=_NARROWEST)
        self.empty = EmptyState(icon="step-5", parent=self.pages)
        self._lay_out()
        self.grid.changed.connect(self._take)
        self.empty.action_requested.connect(self._begin)
        self.retranslate()

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setContentsMargins(theme.space(4), theme.space(3), theme.space(4), theme.space(3))
        bar.setSpacing(theme.space(3))
        bar.addWidget(self.about, 1)
        bar.addWidget(self.bin_button)
        bar.addWidget(self.run)
        self.pages.addWidget(self.grid)
        self.pages.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(bar)
        column.addWidget(self.pages, 1)

    def refresh(self) -> None:
        """Show the counts as they are now."""
        promises = data_sheets.promises_in_order(self.company)
        self.pages.setCurrentWidget(self.grid if promises else self.empty)
        self.about.setVisible(bool(promises))
        self.run.setVisible(bool(promises))
        self.grid.set_read_only(self.company.is_read_only)
        sheets = data_sheets.sheets_by_place(self.company)
        weeks = data_sheets.weeks(self.company, current(), date.today())
        rows = [self._row(week, promises, sheets) for week in weeks]
        contents = {
            cell: content
            for (week, promise), sheet in sheets.items()
            for cell, content in self._contents(week, promise, sheet)
        }
        if self.grid.cells.show(rows, self._columns(promises), contents):
            self.grid.fit()
        self._say_run()

    def _columns(self, promises: Sequence[Promise]) -> list[Head]:
        speech = current()
        names = {CASES: _("cases"), KEPT: _("kept")}
        heads: list[Head] = []
        for promise in promises:
            text = " ".join(promise.text.best(speech.code).split()) or _("Not written yet")
            number = _("{number}. {text}").format(
                number=speech.number(promise.order or len(heads) // 2 + 1), text=shortened(text, _LONGEST)
            )
            heads += [Head(_key(promise.id, name), names[name], group=number) for name in NUMBERS]
        return heads

    def _row(
        self, week: date, promises: Sequence[Promise], sheets: Mapping[data_sheets.Place, DataSheet]
    ) -> Head:
        """Return the head of a week, with the share kept, or with how many promises were not counted."""
        speech = current()
        name = _("{start} – {end}").format(start=speech.date(week), end=speech.date(week + _LAST_DAY))
        found = [sheets[week, one.id] for one in promises if (week, one.id) in sheets]
        counted = [one for one in found if one.cases is not None and one.kept is not None]
        if not counted:
            if week + _LAST_DAY >= date.today():
                return Head(week.isoformat(), name, "", _("This week"), Tone.PRIMARY)
            return Head(week.isoformat(), name, "", _("Not counted"), Tone.LATE)
        gaps = len(promises) - len(counted)
        if gaps:
            sentence = ngettext("{count} gap", "{count} gaps", gaps)
            return Head(week.isoformat(), name, "", sentence.format(count=speech.number(gaps)), Tone.LATE)
        share = kept(counted).share
        return Head(week.isoformat(), name, "", speech.percent(share) if share is not None else "", Tone.GOOD)

    @staticmethod
    def _contents(week: date, promise: RecordId, sheet: DataSheet) -> list[tuple[Cell, Content]]:
        speech, problem = current(), ""
        numbers = {CASES: sheet.cases, KEPT: sheet.kept}
        try:
            data_sheets.check_numbers(numbers)
        except AppError as error:
            problem = error.sentence(speech)
        said = {CASES: "", KEPT: problem}
        texts = {name: "" if number is None else speech.number(number) for name, number in numbers.items()}
        return [
            ((week.isoformat(), _key(promise, name)), Content(text, problem=said[name]))
            for name, text in texts.items()
        ]

    def _say_run(self) -> None:
        """Say how many weeks in a row were counted, of those that the step needs."""
        weeks, speech = weeks_in_a_row(self.facts()), current()
        sentence = ngettext("{count} week in a row", "{count} weeks in a row", weeks)
        text = sentence.format(count=speech.number(weeks))
        if weeks < WEEKS:
            text = _("{run} of {needed}").format(run=text, needed=speech.number(WEEKS))
        self.run.set_chip(text, Tone.GOOD if weeks >= WEEKS else Tone.LATE)

    def _take(self, wanted: Mapping[Cell, str]) -> None:
        """Save what can be kept of the numbers that were typed, in one step, and say what cannot."""
        known = data_sheets.sheets_by_place(self.company)
        typed: dict[data_sheets.Place, dict[str, str]] = {}
        for (week, column), text in wanted.items():
            promise, name = column.split(_BETWEEN)
            typed.setdefault((date.fromisoformat(week), RecordId(promise)), {})[name] = text
        refused: dict[Cell, Refusal] = {}
        saved: dict[data_sheets.Place, dict[str, int | None]] = {}
        for place, texts in typed.items():
            numbers = self._read(place, texts, known.get(place), refused)
            if numbers is not None:
                saved[place] = numbers
        self.grid.refuse(refused)
        self.attempt(lambda: data_sheets.save_numbers(self.company, saved))

    def _read(
        self,
        place: data_sheets.Place,
        texts: Mapping[str, str],
        before: DataSheet | None,
        refused: dict[Cell, Refusal],
    ) -> dict[str, int | None] | None:
        """Return the two numbers of a week and a promise as they are to be saved, None for no change."""
        week, promise = place
        cells = {name: (week.isoformat(), _key(promise, name)) for name in NUMBERS}
        numbers = {CASES: before.cases if before else None, KEPT: before.kept if before else None}
        is_changed = False
        for name, text in texts.items():
            earlier = dict(numbers)
            try:
                numbers[name] = data_sheets.typed_number(self.company, name, text, current())
                if name == KEPT or KEPT not in texts:
                    data_sheets.check_numbers(numbers)
                is_changed = True
            except AppError as error:
                refused[cells[name]] = Refusal(text, error.sentence(current()))
                numbers = earlier
        return numbers if is_changed else None

    def _begin(self) -> None:
        self.place_requested.emit(Place("promise"))

    def show_place(self, record_id: RecordId | None = None, field: str = "") -> None:
        """Go to a sheet's cell, or to the first one that is empty."""
        self.catch_up()
        sheet = self.company.find(DataSheet, record_id)
        if sheet is not None and sheet.week_start is not None and sheet.promise is not None:
            name = field if field in NUMBERS else CASES
            self.grid.choose(sheet.week_start.isoformat(), _key(sheet.promise, name))
        is_grid = self.pages.currentWidget() is self.grid
        (self.grid if is_grid else self.empty.action).setFocus(Qt.FocusReason.OtherFocusReason)

    def commit(self) -> None:
        """Take what is being typed."""
        self.grid.finish()

    def retranslate(self) -> None:
        """Word everything in the current language."""
        self.about.setText(
            _("For each week: how many cases of each promise, and how many were kept. Rows can be pasted.")
        )
        self.grid.setAccessibleName(_("Data sheets"))
        self.empty.set_texts(
            _("Each week is counted here, promise by promise. There is no promise yet."),
            _("Go to the promises"),
        )
        super().retranslate()


def _key(promise: RecordId, name: str) -> str:
    return f"{promise}{_BETWEEN}{name}"
