"""Whether the training helped: a look at everybody's work, due a month after."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QWidget

from models.domain import training
from models.domain.records.training import EffectCheck
from models.domain.training import Watch
from models.services.company import OpenCompany
from ui.language import _, current, ngettext
from ui.theme import Tone
from ui.widgets.thing_list import Thing, ThingList, Weight
from ui.workspaces.training.beside import BesideWorkspace

_MOST_SHOWN = 12


class WatchingWorkspace(BesideWorkspace):
    """The observations, and beside them whose work is to be looked at, the overdue ones first."""

    def __init__(self, company: OpenCompany, parent: QWidget | None = None) -> None:
        super().__init__(company, "effect_check", parent)
        self.due = ThingList("eye", self)
        self.column.addWidget(self.due)
        self.column.addStretch(1)
        self.due.chosen.connect(self.enter)
        self.retranslate()

    def refresh(self) -> None:
        """Show whom to watch."""
        facts = self.facts()
        waiting = [watch for watch in training.watches(facts) if watch.check is None]
        late = sum(watch.is_over(facts.today) for watch in waiting)
        chip = ngettext("{count} overdue", "{count} overdue", late).format(count=current().number(late))
        self.due.show_things(
            _("To be watched at work"),
            [self._thing(watch, facts.today) for watch in waiting[:_MOST_SHOWN]],
            chip=chip if late else "",
            nothing=_("Everybody who was trained has been watched since."),
        )

    @staticmethod
    def _thing(watch: Watch, today: date) -> Thing:
        speech, is_late = current(), watch.is_over(today)
        day = speech.medium_date(watch.due)
        detail = _("Due by {day}").format(day=day)
        if is_late:
            detail = _("Overdue since {day}").format(day=day)
        name = watch.person.name.best(speech.code)
        tone = Tone.BROKEN if is_late else Tone.PRIMARY
        weight = Weight.PLAIN if is_late else Weight.LINK
        return Thing(name, detail, _("Enter"), "person", watch, tone, weight)

    def enter(self, watch: Watch) -> None:
        """Open a new observation of somebody, seen today."""
        check = EffectCheck(person=watch.person.id, observed_on=date.today())
        self.show_new(check, "result")
