"""The results of the test: people against test days, the number of right answers typed into the cells."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.domain import training
from models.domain.gates.criterion import Place
from models.domain.ids import RecordId
from models.domain.records.control import Person
from models.domain.records.training import TEST_QUESTIONS, TestResult, TrainingRule, TrainingSession
from models.domain.sentences import Sentence
from models.domain.training import Standing
from models.services.company import OpenCompany
from models.services.training import testing
from ui import theme
from ui.language import _, current, ngettext
from ui.panels.record_fields import RecordFields
from ui.theme import Tone
from ui.widgets.buttons import SecondaryButton
from ui.widgets.date_edit import DateEdit
from ui.widgets.field_row import FieldRow
from ui.widgets.matrix import EMPTY, Head, State
from ui.workspaces.training.people_grid import PeopleGrid

_VERDICT = "verdict"
_FIELD_WIDTH = theme.space(44)
_OTHER_DIGITS = ("۰۱۲۳۴۵۶۷۸۹", "٠١٢٣٤٥٦٧٨٩")


class ResultsWorkspace(PeopleGrid):
    """A column for each day of a test, the verdict at the end; letters find a person."""

    def __init__(self, company: OpenCompany, parent: QWidget | None = None) -> None:
        super().__init__(company, goes_on=True, parent=parent)
        self._new_days: set[date] = set()
        self.rule = RecordFields(company, TrainingRule, ("pass_mark",), self)
        self.day = FieldRow("", DateEdit(), parent=self)
        self.add_button = SecondaryButton(icon="add", parent=self)
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        top = Qt.AlignmentFlag.AlignTop
        bar = self.bar
        bar.setSpacing(theme.space(3))
        for row in (self.day, self.rule.row("pass_mark")):
            row.setFixedWidth(_FIELD_WIDTH)
        button = QVBoxLayout()
        button.addSpacing(theme.space(6.5))
        button.addWidget(self.add_button)
        button.addStretch(1)
        bar.addWidget(self.day, 0, top)
        bar.addLayout(button)
        bar.addStretch(1)
        bar.addWidget(self.rule.row("pass_mark"), 0, top)
        self.lay_out_grid()

    def _connect(self) -> None:
        self.add_button.clicked.connect(self.add_day)
        self.day.editor.edited.connect(self._remind)
        self.grid.changed.connect(self._save)
        self.grid.refused.connect(self._say_refused)
        self.empty.action_requested.connect(self._begin)

    def refresh(self) -> None:
        """Show everybody's results, and who must repeat the test."""
        facts, found = self.facts(), testing.results(self.company)
        days = sorted({day for _person, day in found} | self._new_days)
        rows = self.heads_of_people(person for person, _day in found)
        columns = [Head(day.isoformat(), self._day_name(day)) for day in days]
        columns += [Head(_VERDICT, _("Result"))] if days else []
        values = {(str(who), day.isoformat()): str(one.score) for (who, day), one in found.items()}
        best, mark = training.best_scores(facts), facts.sheet(TrainingRule).pass_mark
        people = [RecordId(head.key) for head in rows]
        verdicts = {person: training.standing(best.get(person), mark) for person in people}
        values |= {(str(person), _VERDICT): verdict or EMPTY for person, verdict in verdicts.items()}
        locked = frozenset((head.key, _VERDICT) for head in rows)
        if self.grid.cells.show(rows, columns, values, locked):
            self.grid.fit()
        self._show_rest(bool(rows), bool(days))
        self._count([verdict for verdict in verdicts.values() if verdict is Standing.REPEAT])

    def _show_rest(self, has_people: bool, has_days: bool) -> None:
        is_open = not self.company.is_read_only
        self.day.setVisible(is_open)
        self.add_button.setVisible(is_open)
        self.rule.show(self.company.sheet(TrainingRule))
        if self.day.editor.value() is None and not self.day.editor.is_pending():
            self.day.editor.set_value(date.today())
        self.show_page(
            has_people=has_people,
            has_days=has_days,
            about=_("How many of the eight questions each person got right, day by day."),
            add=_("Add test day"),
            people_first=True,
        )

    def _count(self, repeating: list[Standing | None]) -> None:
        text = ""
        if repeating:
            sentence = ngettext(
                "{count} person has to repeat the test.",
                "{count} people have to repeat the test.",
                len(repeating),
            )
            text = sentence.format(count=current().number(len(repeating)))
        self.hint.setText(text)

    @staticmethod
    def _day_name(day: date) -> str:
        return current().medium_date(day) if day != testing.UNDATED else _("No day yet")

    def _begin(self) -> None:
        """Add the first day, or go to where people are entered."""
        if self.company.all(Person):
            self.add_day()
        else:
            self.place_requested.emit(Place("person"))

    def add_day(self) -> None:
        """Add a column for the day that stands in the field, and go there."""
        self.day.editor.commit()
        day = self.day.editor.value()
        if day is None:
            self.day.set_problem(self.day.editor.problem() or _("Enter the day of the test."))
            self.day.editor.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.day.set_problem("")
        self._new_days.add(day)
        self.refresh()
        if self.grid.cells.rows:
            self.grid.choose(self.grid.cells.rows[0].key, day.isoformat())
            self.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def _remind(self) -> None:
        """Say that nobody can have been tested before the first session."""
        self.day.set_problem("")
        day = self.day.editor.value()
        held = [one.held_on for one in self.company.all(TrainingSession) if one.held_on and one.is_held]
        is_early = day is not None and bool(held) and day < min(held)
        sentence = Sentence(
            "The first session was on {day}. Check the two dates.", day=min(held, default=None)
        )
        self.day.set_reminder(sentence.worded(current()) if is_early else "")

    def _save(self, wanted: Mapping[tuple[str, str], str]) -> None:
        scores = {
            (RecordId(person), date.fromisoformat(day)): int(score) if score else None
            for (person, day), score in wanted.items()
        }
        self.attempt(partial(testing.set_scores, self.company, scores))

    def _say_refused(self, text: str) -> None:
        limits = Sentence("Write a number from {minimum} to {maximum}.", minimum=0, maximum=TEST_QUESTIONS)
        self.hint.setText(f"{current().isolate(current().digits(text))}: {limits.worded(current())}")

    def show_place(self, record_id: RecordId | None = None, field: str = "") -> None:  # noqa: ARG002
        """Go to a result, or to the first cell."""
        self.catch_up()
        one = self.company.find(TestResult, record_id)
        if one is not None:
            self.grid.choose(str(one.person), (one.taken_on or testing.UNDATED).isoformat())
        self.focus_grid(self.day.editor)

    def commit(self) -> None:
        """Take what is being typed."""
        self.rule.commit()

    @staticmethod
    def _states() -> list[State]:
        numbers = [
            State(
                str(score),
                current().number(score),
                str(score) + "".join(row[score] for row in _OTHER_DIGITS),
                text=current().number(score),
            )
            for score in range(TEST_QUESTIONS + 1)
        ]
        return [*numbers, *_verdicts()]

    def retranslate(self) -> None:
        """Word fields, legend and grid in the current language."""
        self.day.set_label(_("Day of the test"))
        self.add_button.setText(_("Add test day"))
        self.rule.retranslate()
        self.grid.set_states(self._states())
        self.grid.setAccessibleName(_("Test results"))
        self.legend.show_states(_verdicts())
        super().retranslate()


def _verdicts() -> list[State]:
    return [
        State(Standing.PASSED, _("Passed"), "", "check", "", Tone.GOOD),
        State(Standing.REPEAT, _("To repeat"), "", "rotate-ccw", "", Tone.LATE),
        State(Standing.UNTESTED, _("Not tested yet"), "", "circle-dashed", "", Tone.QUIET),
    ]
