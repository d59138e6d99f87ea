"""The plan: sessions as a list, what is due next beside it, and a session from an open need in one click."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from PySide6.QtWidgets import QWidget

from models.domain import training
from models.domain.records.training import Attendance, TrainingSession
from models.domain.training import Matrix, SessionStatus, staff
from models.services.company import OpenCompany
from models.services.training import needs
from ui.language import _, current, ngettext
from ui.theme import Tone
from ui.widgets.thing_list import Thing, ThingList, Weight
from ui.workspaces.training.beside import BesideWorkspace
from ui.workspaces.training.material import MaterialCard

_MOST_SHOWN = 6


class SessionsWorkspace(BesideWorkspace):
    """Sessions with the next ones, the open needs and the material for them."""

    def __init__(self, company: OpenCompany, parent: QWidget | None = None) -> None:
        super().__init__(company, "training_session", parent)
        self.next = ThingList("plan", self)
        self.open_needs = ThingList("target", self)
        self.material = MaterialCard(company, self)
        for card in (self.next, self.material, self.open_needs):
            self.column.addWidget(card)
        self.column.addStretch(1)
        self.next.chosen.connect(self._open)
        self.open_needs.chosen.connect(self.plan)
        self.material.told.connect(self.told)
        self.retranslate()

    def refresh(self) -> None:
        """Show what is due next and what is still needed."""
        today = date.today()
        waiting = [one for one in self.company.all(TrainingSession) if not one.is_held]
        late = sum(training.session_status(one, today) is SessionStatus.LATE for one in waiting)
        chip = ngettext("{count} overdue", "{count} overdue", late).format(count=current().number(late))
        self.next.show_things(
            _("Next sessions"),
            [self._session(one, today) for one in sorted(waiting, key=_day)[:_MOST_SHOWN]],
            chip=chip if late else "",
            nothing=_("No session is planned."),
        )
        found = needs.needs(self.company)
        self.open_needs.show_things(
            _("Open training needs"),
            list(self._needed(found))[:_MOST_SHOWN],
            nothing=_("No job needs a skill that it lacks."),
        )

    def _session(self, session: TrainingSession, today: date) -> Thing:
        speech = current()
        invited = sum(one.session == session.id for one in self.company.all(Attendance))
        people = ngettext("{count} person", "{count} people", invited).format(count=speech.number(invited))
        day = speech.medium_date(session.held_on) if session.held_on else _("No day yet")
        is_late = training.session_status(session, today) is SessionStatus.LATE
        detail = _("{day} · {people}").format(day=day, people=people) if invited else day
        if is_late:
            detail = _("Overdue since {day} · {people}").format(day=day, people=people)
        tone = Tone.BROKEN if is_late else Tone.PRIMARY
        return Thing(session.topic, detail, _("Go"), "calendar-clock", session, tone)

    def _needed(self, found: Matrix) -> Iterator[Thing]:
        """Yield the skills that jobs need: those without a session first, and the most needed first."""
        speech = current()
        counts = {skill: found.open_for_skill(skill) for skill in found.skills}
        wanted = sorted((skill for skill in found.skills if counts[skill]), key=lambda one: -counts[one])
        planned = {skill: needs.planned(self.company, skill) for skill in wanted}
        for skill in sorted(wanted, key=lambda one: planned[one] is not None):
            jobs = ngettext("{count} job", "{count} jobs", counts[skill])
            detail = jobs.format(count=speech.number(counts[skill]))
            session = planned[skill]
            if session is None:
                yield Thing(skill, detail, _("Plan"), "circle-dot", skill, Tone.LATE)
            else:
                detail = _("{jobs} · planned").format(jobs=detail)
                yield Thing(skill, detail, _("Go"), "calendar-clock", session, Tone.PRIMARY, Weight.LINK)

    def _open(self, session: TrainingSession) -> None:
        self.view.show_place(session.id, "held_on")

    def plan(self, target: object) -> None:
        """Make a session for everybody whose job needs a skill, or open the one that is planned."""
        if isinstance(target, TrainingSession):
            self._open(target)
        elif isinstance(target, str) and not self.company.is_read_only:
            people = staff(self.facts())
            self.attempt(lambda: self._open(needs.plan_session(self.company, target, people)))

    def retranslate(self) -> None:
        """Word the cards in the current language."""
        self.material.retranslate()
        super().retranslate()


def _day(session: TrainingSession) -> tuple[date, str]:
    return session.held_on or date.max, session.id
