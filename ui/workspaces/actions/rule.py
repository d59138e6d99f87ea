"""The rule for corrective actions, and beside it the cases that call for one and have none."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QWidget

from models.domain.action_triggers import TRIGGERS, Case, Trigger, untreated
from models.domain.errors import AppError
from models.domain.gates.criterion import place
from models.domain.records.audit import Finding
from models.domain.records.charter import Indicator, Promise
from models.domain.records.correction import Action
from models.domain.records.feedback import IndicatorValue
from models.domain.records.operation import Breach, Complaint
from models.domain.sentences import Sentence
from models.localisation.text import without_isolates
from models.services.actions import action_from
from models.services.company import OpenCompany
from ui.language import _, current, ngettext
from ui.registers.news import News
from ui.theme import Tone
from ui.widgets.buttons import LinkButton
from ui.widgets.notice_bar import NoticeKind
from ui.widgets.thing_list import Thing, ThingList
from ui.workspaces.actions.beside import BesideCards

_MOST = 12
_ICONS = {
    Trigger.SERIOUS: "error",
    Trigger.REPEATED: "rotate-ccw",
    Trigger.RED_TWICE: "indicator",
    Trigger.FINDING: "step-8",
}


class RuleWorkspace(BesideCards):
    """Each case has a button that makes its action; the new action is then shown."""

    shows = (Action, Breach, Complaint, Finding, Indicator, IndicatorValue, Promise)

    def __init__(self, company: OpenCompany, parent: QWidget | None = None) -> None:
        super().__init__(company, "action_rule", parent)
        self.cases = ThingList("step-7", self, is_narrow=True)
        self.more = LinkButton(icon="add", parent=self)
        self.more.clicked.connect(self._show_more)
        self.cases.chosen.connect(self.make)
        self.side.cards.addWidget(self.cases)
        self.side.cards.addWidget(self.more)
        self.side.cards.addStretch(1)
        self._room = _MOST

    def refresh(self) -> None:
        """Show the cases that fit the usual rule."""
        found, speech = untreated(self.company), current()
        self.cases.show_things(
            _("Cases without an action"),
            [self._thing(case) for case in found[: self._room]],
            chip=speech.number(len(found)) if found else "",
            nothing=_("No case that fits the usual rule is without an action."),
            tone=Tone.LATE,
        )
        left = min(len(found) - self._room, _MOST)
        text = ngettext("Show {count} more", "Show {count} more", max(left, 0))
        self.more.setText(text.format(count=speech.number(max(left, 0))))
        self.more.setVisible(left > 0)

    def _show_more(self) -> None:
        self._room += _MOST
        self.refresh()

    def _thing(self, case: Case) -> Thing:
        title = without_isolates(case.sentence.worded(current()))
        locked = self.company.is_read_only
        action = _("Show") if locked else _("Make action")
        tone = Tone.BROKEN if case.trigger is Trigger.SERIOUS else Tone.LATE
        icon = _ICONS[case.trigger]
        return Thing(title, _(TRIGGERS[case.trigger]), action, icon, case, tone)

    def make(self, case: Case) -> None:
        """Make the action of a case and show it; in a company for reading only, show the case."""
        if self.company.is_read_only:
            self.place_requested.emit(place(case.record))
            return
        self.commit()
        speech = current()
        values = {"trigger": _(TRIGGERS[case.trigger])}
        if case.trigger is Trigger.REPEATED:
            values["problem"] = without_isolates(case.sentence.worded(speech))
        try:
            action = action_from(self.company, case.record, speech, date.today(), **values)
        except AppError as error:
            self.fail(error)
            return
        text = Sentence("The corrective action {no} was made.", no=action.no).worded(speech)
        self.told.emit(News(text, NoticeKind.UNDO, can_undo=True))
        self.place_requested.emit(place(action, "owner" if action.owner is None else "steps"))
