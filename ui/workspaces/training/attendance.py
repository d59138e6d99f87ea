"""Who came: people against sessions, one key a person, and the sheet to sign."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from models.domain.gates.criterion import Place
from models.domain.ids import RecordId
from models.domain.records.training import Attendance, TrainingSession
from models.domain.training import staff
from models.services.company import OpenCompany
from models.services.training import attending
from models.services.training.attending import Presence, presence
from ui import theme
from ui.language import _, current
from ui.theme import TextRole, Tone
from ui.widgets.buttons import SecondaryButton
from ui.widgets.labels import ElidedLabel
from ui.widgets.matrix import Head, State
from ui.workspaces.training.material import SheetButton
from ui.workspaces.training.people_grid import PeopleGrid


class AttendanceWorkspace(PeopleGrid):
    """People against sessions in the order of their days; letters find a person."""

    def __init__(self, company: OpenCompany, parent: QWidget | None = None) -> None:
        super().__init__(company, parent=parent)
        self.session = ElidedLabel(role=TextRole.BODY, parent=self)
        theme.set_role(self.session, TextRole.BODY, strong=True)
        self.all_came = SecondaryButton(icon="check", parent=self)
        self.all_signed = SecondaryButton(icon="stamp", parent=self)
        self.sheet = SheetButton(company, self)
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        self.bar.setSpacing(theme.space(2))
        self.bar.addWidget(self.session, 1)
        for button in (self.all_came, self.all_signed, self.sheet):
            self.bar.addWidget(button)
        self.lay_out_grid()

    def _connect(self) -> None:
        self.grid.changed.connect(self._save)
        self.grid.refused.connect(self._say_refused)
        self.grid.selectionModel().currentChanged.connect(self._show_session)
        self.all_came.clicked.connect(partial(self.tick_all, Presence.CAME))
        self.all_signed.clicked.connect(partial(self.tick_all, Presence.SIGNED))
        self.sheet.told.connect(self.told)
        self.empty.action_requested.connect(self._begin)

    def refresh(self) -> None:
        """Show who came to which session."""
        sessions = self._sessions()
        entered = self.company.all(Attendance)
        held = {session.id: session for session in sessions}
        rows = self.heads_of_people(one.person for one in entered)
        columns = [self._head(session) for session in sessions]
        values = {
            (str(one.person), str(one.session)): presence(one, held.get(one.session or RecordId("")))
            for one in entered
        }
        if self.grid.cells.show(rows, columns, values):
            self.grid.fit()
            self._begin_at_the_newest(sessions)
        for button in (self.all_came, self.all_signed):
            button.setVisible(not self.company.is_read_only and bool(rows) and bool(columns))
        self.show_page(
            has_people=bool(rows),
            has_days=bool(columns),
            about=_("Who came is ticked off here, session by session."),
            add=_("Plan a session"),
        )
        self._show_session()

    def _sessions(self) -> list[TrainingSession]:
        dated = [one for one in self.company.all(TrainingSession) if one.held_on]
        open_ = [one for one in self.company.all(TrainingSession) if not one.held_on]
        return [*sorted(dated, key=lambda one: (one.held_on, one.id)), *open_]

    def _head(self, session: TrainingSession) -> Head:
        speech = current()
        entered = attending.of_session(self.company, session.id).values()
        came = sum(one.attended for one in entered)
        day = speech.date(session.held_on) if session.held_on else _("No day yet")
        if not session.is_held:
            return Head(session.id, session.topic, "", day, Tone.QUIET)
        figure = _("{day} · {count}").format(day=day, count=speech.number(came))
        return Head(session.id, session.topic, "", figure, Tone.GOOD if came else Tone.BROKEN)

    def _begin_at_the_newest(self, sessions: list[TrainingSession]) -> None:
        """Make the newest held session the current one: that is the one to be entered now."""
        held = [one for one in sessions if one.is_held] or sessions
        if held and self.grid.cells.rows and not self.grid.currentIndex().isValid():
            self.grid.choose(self.grid.cells.rows[0].key, held[-1].id)

    def chosen(self) -> TrainingSession | None:
        """Return the session of the current cell, None where there is none."""
        cell = self.grid.current_cell()
        return self.company.find(TrainingSession, RecordId(cell[1])) if cell else None

    def _show_session(self) -> None:
        """Name the session of the current cell above, and say below what its record lacks."""
        session, speech = self.chosen(), current()
        self.sheet.show_session(session)
        if session is None:
            self.session.setText("")
            self.hint.setText("")
            return
        day = speech.medium_date(session.held_on) if session.held_on else _("No day yet")
        self.session.setText(_("{session} · {day}").format(session=speech.isolate(session.topic), day=day))
        entered = attending.of_session(self.company, session.id).values()
        is_lacking = session.is_held and not any(one.attended for one in entered)
        self.hint.setText(_("Nobody is entered as present at this session.") if is_lacking else "")

    def _save(self, wanted: Mapping[tuple[str, str], str]) -> None:
        by_session: dict[str, dict[RecordId, str]] = {}
        for (person, session), state in wanted.items():
            by_session.setdefault(session, {})[RecordId(person)] = state
        marks = {RecordId(session): states for session, states in by_session.items()}
        self.attempt(partial(attending.set_presences, self.company, marks, date.today()))

    def tick_all(self, state: str) -> None:
        """Enter everybody at the chosen session; who is entered as absent stays absent."""
        session = self.chosen()
        if session is None:
            return
        entered = attending.of_session(self.company, session.id)
        people = [RecordId(head.key) for head in self.grid.cells.rows]
        if state == Presence.SIGNED:
            marks = {one: state for one in people if one in entered and entered[one].attended}
        else:
            here = {person.id for person in staff(self.facts())}
            marks = {one: state for one in people if one not in entered and one in here}
        self.attempt(partial(attending.set_presences, self.company, {session.id: marks}, date.today()))
        self.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say_refused(self, text: str) -> None:
        keys = current().join(state.keys[0] for state in self._states() if state.keys)
        sentence = _("“{text}” sets nothing here. Press one of these: {keys}.")
        self.hint.setText(sentence.format(text=current().isolate(text), keys=keys))

    def _begin(self) -> None:
        """Go to where sessions are planned, or people entered, whichever is missing."""
        is_planned = bool(self.company.all(TrainingSession))
        self.place_requested.emit(Place("person" if is_planned else "training_session"))

    def show_place(self, record_id: RecordId | None = None, field: str = "") -> None:  # noqa: ARG002
        """Go to somebody at a session, or to the first cell."""
        self.catch_up()
        one = self.company.find(Attendance, record_id)
        if one is not None:
            self.grid.choose(str(one.person), str(one.session))
        self.focus_grid(self.empty.action)

    @staticmethod
    def _states() -> list[State]:
        digits = current().digits
        return [
            State(Presence.CAME, _("Came"), digits("1") + "1۱١+", "check", "", Tone.GOOD),
            State(Presence.SIGNED, _("Came and signed"), digits("2") + "2۲٢", "stamp", "", Tone.GOOD),
            State(Presence.ABSENT, _("Absent"), digits("0") + "0۰٠-", "x", "", Tone.BROKEN),
            State(Presence.EXPECTED, _("Expected"), "", "circle-dashed", "", Tone.QUIET),
        ]

    def retranslate(self) -> None:
        """Word buttons, legend and grid in the current language."""
        self.all_came.setText(_("Everybody came"))
        self.all_signed.setText(_("All who came signed"))
        self.sheet.retranslate()
        self.grid.set_states(self._states())
        self.grid.setAccessibleName(_("Attendance"))
        self.legend.show_states(self._states())
        super().retranslate()
