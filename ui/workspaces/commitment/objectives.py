"""Objectives with their numbers, the actions that lead to each, and the ready-made ones to take."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.content import titles as content_titles
from models.content.documents import ReadyObjective
from models.domain.errors import AppError
from models.domain.fields import Record, field_of
from models.domain.gates.criterion import Place
from models.domain.ids import RecordId
from models.domain.marking import N_
from models.domain.objective_results import Outcome, outcomes
from models.domain.records.choices import PROGRESS, Progress
from models.domain.records.commitment import Objective, ObjectiveAction
from models.domain.records.feedback import IndicatorValue
from models.domain.registers import register_of
from models.localisation.display import Display
from models.services.commitment import actions_of, objective_of, objectives_to_take
from models.services.company import Change, OpenCompany
from models.services.editing import new_record
from ui import theme
from ui.language import _, current
from ui.panels.list_and_form import ListAndForm
from ui.panels.objective_outcome import ObjectiveOutcome, way_of
from ui.panels.record_cards import RecordCards
from ui.panels.tall_scroll import TallScroll
from ui.registers.news import News
from ui.theme import TextRole, Tone
from ui.widgets.entry_list import Entry
from ui.widgets.labels import WrapLabel
from ui.widgets.notice_bar import NoticeKind
from ui.widgets.row_button import RowButton
from ui.widgets.showing import show_if
from ui.workspace import Workspace

_ACTION_LINES = (("action",), ("owner", "start", "due", "status"))
_FEW_OFFERS = theme.space(46)
_TONES = {
    Progress.DONE: Tone.GOOD,
    Progress.MISSED: Tone.BROKEN,
    Progress.RUNNING: Tone.PRIMARY,
    Progress.PLANNED: Tone.QUIET,
}


class ObjectivesWorkspace(Workspace):
    """The objectives as a list, the chosen one as a form with its actions below."""

    def __init__(self, company: OpenCompany, parent: QWidget | None = None) -> None:
        super().__init__(company, parent)
        self._action = register_of(ObjectiveAction)
        self.desk = ListAndForm(company, register_of(Objective), self._entries, parent=self)
        self.offers = _Offers(self)
        self._offers_title = WrapLabel(role=TextRole.SMALL, tone=Tone.QUIET)
        self._actions_title = WrapLabel(role=TextRole.TITLE)
        self._result_title = WrapLabel(role=TextRole.TITLE)
        self._before = WrapLabel(role=TextRole.SMALL, tone=Tone.QUIET)
        self.outcome = ObjectiveOutcome(company, is_titled=False)
        self.programme = RecordCards(
            company, self._action, _ACTION_LINES, wanted=self._actions, begun=self._new_action
        )
        self._lay_out()
        self._connect()
        self.retranslate()
        self.desk.show_record()

    def _lay_out(self) -> None:
        below = QWidget()
        column = QVBoxLayout(below)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(3))
        column.addWidget(self._actions_title)
        column.addWidget(self.programme)
        column.addWidget(self._result_title)
        column.addWidget(self._before)
        column.addWidget(self.outcome)
        self.desk.add_below(below)
        self._below = below
        self._offers_title.setContentsMargins(theme.space(4), theme.space(2), theme.space(4), theme.space(1))
        self.desk.foot.addWidget(self._offers_title)
        self._offers_scroll = TallScroll(self.offers, _FEW_OFFERS)
        self.desk.foot.addWidget(self._offers_scroll)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.desk)

    def _connect(self) -> None:
        self.desk.told.connect(self.told)
        self.desk.open_requested.connect(self.open_requested)
        self.desk.shown.connect(self._show_actions)
        self.desk.named.connect(self._show_actions)
        self.programme.told.connect(self.told)
        self.outcome.told.connect(self.told)
        self.outcome.went_on.connect(self._show_following)
        self.destroyed.connect(self.company.subscribe(self._follow))

    def reveal(self, place: Place) -> None:
        """Bring an objective or one of its actions into view."""
        action = self.company.find(ObjectiveAction, place.record)
        if action is None:
            self.show_place(place.record, place.field)
        else:
            self.desk.show_record(action.objective)
            self.programme.focus(action.id, place.field)

    def show_place(self, record_id: RecordId | None = None, field: str = "") -> None:
        """Bring an objective and a field into view; without one, the beginning."""
        self.desk.show_record(record_id, field)

    def show_new(self, record: Record, field: str = "") -> None:
        """Open a new objective that is prepared for the user."""
        self.desk.show_new(record, field)

    def commit(self) -> None:
        """Take what is being typed."""
        self.programme.commit()
        self.desk.commit()

    def take(self, ready: ReadyObjective) -> None:
        """Save a ready-made objective and show it at the field that only the company knows."""
        self.commit()
        objective = objective_of(ready, date.today())
        try:
            self.company.save(objective)
        except AppError as error:
            self.told.emit(News(error.sentence(current()), NoticeKind.ERROR))
            return
        self.desk.show_record(objective.id, "baseline")

    def _entries(self) -> Sequence[Entry]:
        writer = Display(self.company, current(), content_titles.title)
        return [self._entry(one, writer) for one in self.company.all(Objective)]

    def _entry(self, objective: Objective, writer: Display) -> Entry:
        status = PROGRESS.get(objective.status, "")
        tone = _TONES.get(Progress(objective.status), Tone.QUIET) if status else Tone.QUIET
        detail = " · ".join(
            filter(None, (way_of(objective), writer.of(objective, field_of(Objective, "due"))))
        )
        chip = _(status) if status else ""
        return Entry(objective.id, writer.name(objective), detail or _("No numbers yet"), chip, tone)

    def _objective(self) -> Objective | None:
        record = self.desk.record
        return record if isinstance(record, Objective) else None

    def _actions(self) -> Sequence[Record]:
        objective = self._objective()
        return actions_of(objective, self.company) if objective is not None else ()

    def _new_action(self) -> Record:
        objective = self._objective()
        action = new_record(self._action, self.company)
        return dataclasses.replace(action, objective=objective.id if objective else None)  # type: ignore[call-arg]

    def _show_actions(self) -> None:
        is_known = self._objective() is not None and not self.desk.is_new
        self._below.setVisible(is_known)
        self.programme.forget_new()
        self.programme.refresh()
        self._show_result()

    def _show_result(self) -> None:
        """Show what became of the objective, and of the one before it."""
        objective = self._objective()
        found = {one.objective.id: one for one in outcomes(self.company)}
        own = found.get(objective.id) if objective is not None else None
        if own is None:
            return
        self.outcome.show_outcome(own)
        before = found.get(own.objective.follows) if own.objective.follows else None
        if before is not None:
            self._before.setText(_result_of(before))
        show_if(self._before, before is not None)

    def _show_following(self, following: Objective) -> None:
        self.desk.show_record(following.id, "target")

    def _follow(self, change: Change) -> None:
        if self.isVisible() and (not change.edits or change.touches(Objective)):
            self._offer()
        if self.isVisible() and change.touches(Objective, IndicatorValue):
            self._show_result()

    def showEvent(self, event: QShowEvent) -> None:
        """Offer what is left to take, once the list is painted."""
        super().showEvent(event)
        QTimer.singleShot(0, self, self._offer)

    def _offer(self) -> None:
        """Show the ready-made objectives that are left to take."""
        left = [] if self.company.is_read_only else objectives_to_take(self.company)
        self._offers_title.setVisible(bool(left))
        self._offers_scroll.setVisible(bool(left))
        # The company's own objectives come first where there is not room for all.
        self._offers_scroll.set_small(bool(self.company.all(Objective)))
        self.offers.show_offers(left, self.take)

    def retranslate(self) -> None:
        """Word everything in the current language."""
        self._offers_title.setText(_("Ready-made objectives to take"))
        self._actions_title.setText(_("Actions that lead there"))
        self._result_title.setText(_("Result, and next year"))
        self.outcome.retranslate()
        self._show_result()
        if self.isVisible():
            self._offer()


class _Offers(QWidget):
    """A row for each ready-made objective; pressing it takes it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: list[RowButton] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(theme.space(1), 0, theme.space(1), theme.space(2))
        self._column.setSpacing(0)

    def show_offers(self, offers: Sequence[ReadyObjective], take: Callable[[ReadyObjective], object]) -> None:
        """Show other offers; `take` gets the one that is pressed."""
        for row in self.rows:
            row.hide()
            row.deleteLater()
        self.rows = []
        code = current().code
        for ready in offers:
            row = RowButton(ready.text.best(code), ready.target.best(code), "add", self)
            row.setToolTip(_("Take this objective"))
            row.clicked.connect(partial(take, ready))
            self._column.addWidget(row)
            self.rows.append(row)
        self.setVisible(bool(offers))


def _result_of(before: Outcome) -> str:
    """Return what became of the objective that another one follows."""
    sentence = {
        True: N_("It follows “{name}” ({way}), which was met with {reached}."),
        False: N_("It follows “{name}” ({way}), which reached {reached} and was not met."),
        None: N_("It follows “{name}” ({way})."),
    }[before.is_met]
    speech = current()
    return _(sentence).format(
        name=speech.isolate(before.objective.text.best(speech.code)),
        way=way_of(before.objective) or _("No numbers yet"),
        reached="" if before.reached is None else speech.number(before.reached),
    )
