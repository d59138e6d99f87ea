"""The report itself: what it is about, what is written in it, and the actions that its decisions become."""

from __future__ import annotations

import dataclasses

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from models.domain.errors import AppError
from models.domain.gates.criterion import Place
from models.domain.ids import RecordId
from models.domain.records.correction import Action
from models.domain.records.feedback import Analysis
from models.domain.survey.report import View
from models.services.company import OpenCompany
from models.services.survey.analysis import action_from, decisions_of
from models.services.survey.words import limits_text, results_text
from ui import theme
from ui.language import _, current
from ui.panels.record_fields import RecordFields
from ui.registers.news import News
from ui.theme import TextRole, Tone
from ui.widgets.buttons import SecondaryButton
from ui.widgets.card import Card
from ui.widgets.labels import WrapLabel
from ui.widgets.notice_bar import NoticeKind
from ui.widgets.thing_list import Thing, ThingList, Weight

SCOPE = ("title", "survey", "start", "end", "compared_with")
WRITTEN = ("results", "indirect_signs", "reasons", "decisions", "limits", "signed_by", "signed_on")


class Report(QObject):
    """The fields of one report in two cards: what it is about, above the figures, and what it says, below.

    What stands below is out of sight at first, so that its fields are made once the rest is shown.

    Signals:
        told: `News`.
        place_requested: the `Place` of an action.
    """

    told = Signal(object)
    place_requested = Signal(object)

    def __init__(self, company: OpenCompany, parent: QWidget) -> None:
        super().__init__(parent)
        self._company = company
        self._view: View | None = None
        self.fields = RecordFields(company, Analysis, SCOPE, self)
        self.scope = Card(icon="file-text", parent=parent)
        self.text = Card(icon="edit", parent=parent)
        self.write_button = SecondaryButton(icon="chart-column", parent=self.text)
        self.said = WrapLabel(role=TextRole.SMALL, tone=Tone.LATE, parent=self.text)
        self.actions = ThingList("step-7", parent)
        self._lines = QVBoxLayout()
        self._is_complete = False
        self._lay_out()
        self.write_button.clicked.connect(self.write_figures)
        self.actions.chosen.connect(self._act)
        self.retranslate()

    def _lay_out(self) -> None:
        row = self.fields.row
        grid = QGridLayout()
        grid.setSpacing(theme.space(3))
        places = {"title": (0, 0, 2), "start": (0, 2, 1), "end": (0, 3, 1)}
        for name in SCOPE:
            at, column, width = places.get(name) or (1, 0 if name == "survey" else 2, 2)
            grid.addWidget(row(name), at, column, 1, width)
        for column in range(4):
            grid.setColumnStretch(column, 1)
        self.scope.body.addLayout(grid)
        top = QHBoxLayout()
        top.setSpacing(theme.space(3))
        top.addWidget(self.write_button)
        top.addWidget(self.said, 1)
        self._lines.setSpacing(theme.space(3))
        self._lines.addLayout(top)
        self.text.body.addLayout(self._lines)

    def complete(self) -> None:
        """Make the fields of what the report says, where they are not there yet."""
        if self._is_complete:
            return
        self._is_complete = True
        self.fields.add(WRITTEN)
        signed = QHBoxLayout()
        signed.setSpacing(theme.space(3))
        for name in WRITTEN[:-2]:
            self._lines.addWidget(self.fields.row(name))
        for name in WRITTEN[-2:]:
            signed.addWidget(self.fields.row(name), 1)
        self._lines.addLayout(signed)

    def focus(self, name: str) -> None:
        """Give the focus to a field, the title where the name is none."""
        self.complete()
        self.fields.focus(name or "title")

    @property
    def record(self) -> Analysis | None:
        """The report shown."""
        record = self.fields.record
        assert record is None or isinstance(record, Analysis)
        return record

    def show_report(self, report: Analysis, view: View | None) -> None:
        """Show a report, new or known, and its figures."""
        self._view = view
        self.fields.show(report)
        self.write_button.setVisible(not self._company.is_read_only)
        self._show_decisions(report)

    def _show_decisions(self, report: Analysis) -> None:
        taken = {action.problem: action for action in self._company.all(Action)}
        decisions = decisions_of(report)
        is_open = not self._company.is_read_only
        things = []
        for decision in decisions:
            action = taken.get(decision)
            if action is not None:
                number = _("Action {number}").format(number=current().island(action.no))
                things.append(
                    Thing(decision, number, _("Show"), "good", action, Tone.GOOD, weight=Weight.LINK)
                )
            elif is_open:
                things.append(Thing(decision, "", _("Make an action"), "step-7", decision))
        self.actions.show_things(_("Decisions become actions"), things)
        self.actions.setVisible(bool(things))

    def write_figures(self) -> None:
        """Write the figures into results and limits; what is written there stays above them."""
        self.complete()
        self.fields.commit()
        report, view = self.record, self._view
        if report is None or view is None:
            return
        results, limits = results_text(view, current()), limits_text(view, current())
        if not results:
            self.said.setText(_("Nobody has answered in this time, so there are no figures to write."))
            return
        self.said.setText("")
        known = self._company.find(Analysis, report.id) or report
        written = dataclasses.replace(
            known, results=_with(known.results, results), limits=_with(known.limits, limits)
        )
        if written == known:
            self.said.setText(_("These figures are written down already."))
            return
        if self._attempt(written):
            text = _("The figures are written into the report.")
            self.told.emit(News(text, NoticeKind.UNDO, can_undo=True))

    def _attempt(self, written: Analysis) -> bool:
        try:
            self._company.save(written)
        except AppError as error:
            self.told.emit(News(error.sentence(current()), NoticeKind.ERROR))
            return False
        return True

    def _act(self, target: object) -> None:
        """Open the action of a decision; where there is none yet, make it."""
        self.fields.commit()
        report = self.record
        if report is None:
            return
        if isinstance(target, Action):
            self.place_requested.emit(Place("action", target.id))
            return
        try:
            action = action_from(self._company, report, str(target), self._only_promise())
        except AppError as error:
            self.told.emit(News(error.sentence(current()), NoticeKind.ERROR))
            return
        text = _("Action {number} was made.").format(number=current().island(action.no))
        self.told.emit(News(text, NoticeKind.UNDO, can_undo=True))

    def _only_promise(self) -> RecordId | None:
        """Return the promise that the survey asks about, None where it asks about none or several."""
        promises = list(self._view.found.of_promise()) if self._view else []
        return promises[0] if len(promises) == 1 else None

    def retranslate(self) -> None:
        """Word everything in the current language."""
        self.fields.retranslate()
        self.fields.row("compared_with").set_hint(
            _("Choose the same survey for the time before, as long as this one.")
        )
        self.scope.set_title(_("What the report is about"))
        self.text.set_title(_("What the report says"))
        self.write_button.setText(_("Write down the figures"))
        self.said.setText("")


def _with(text: str, more: str) -> str:
    """Return a text with lines added below it; lines that stand there already are not written again."""
    known = {line.strip() for line in text.splitlines()}
    new = [line for line in more.splitlines() if line.strip() not in known]
    return "\n".join(filter(None, (text.rstrip(), *new)))
