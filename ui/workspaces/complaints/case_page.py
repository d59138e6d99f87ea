"""One case: the course of its stages, what follows from it, and its files."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.domain import complaints
from models.domain.complaints import LIMITS, Stage, State
from models.domain.errors import AppError
from models.domain.fields import Record
from models.domain.gates.criterion import Place
from models.domain.records.charter import ComplaintRule
from models.domain.records.operation import Complaint
from models.domain.registers import register_of
from models.domain.sentences import Sentence
from models.domain.validation import Problem
from models.domain.workdays import Workdays, workdays_of
from models.services import cases
from models.services.company import OpenCompany
from models.services.editing import problems_of
from ui import theme
from ui.language import _, current
from ui.registers.evidence_strip import EvidenceStrip
from ui.registers.news import News
from ui.theme import TextRole, Tone
from ui.widgets.buttons import LinkButton, PrimaryButton, SecondaryButton
from ui.widgets.chip import Chip
from ui.widgets.labels import ElidedLabel
from ui.widgets.notice_bar import NoticeKind
from ui.widgets.page_scroll import PageScroll
from ui.widgets.quiet_notice import QuietNotice
from ui.workspaces.complaints.following import FollowingBar
from ui.workspaces.complaints.stage_card import Lines, StageCard
from ui.workspaces.complaints.summary import summary
from ui.workspaces.complaints.words import STAGES, STATE_TONES, STATES, due_hint, time_left

_LINES: Mapping[Stage, Lines] = {
    Stage.RECEIVED: (
        ("channel", "customer_ref", "received_on"),
        ("text",),
        ("promise", "type", "severity"),
        ("assigned", "no"),
    ),
    Stage.CONFIRMED: (("acknowledged_on", "acknowledge_by"),),
    Stage.EXAMINED: (("findings",),),
    Stage.DECIDED: (("decision",),),
    Stage.ANSWERED: (("answered_on", "due"),),
    Stage.SECOND_LOOK: (
        ("appealed_on", "appeal_due"),
        ("appeal_by", "appeal_answered_on"),
        ("appeal_decision",),
    ),
    Stage.CLOSED: (("satisfied", "closed_on"), ("cancelled_because",)),
}
_STAGE_OF = {name: stage for stage, lines in _LINES.items() for line in lines for name in line}

Deed = Callable[[Complaint], Complaint]


class CasePage(QWidget):
    """Shows a case, known or new; each field is saved when it is left, each button is one step to undo.

    Signals:
        told: `News`. open_requested: an `Evidence` record. place_requested: a `Place`.
        action_requested: a complaint that wants a corrective action.
        breach_requested: a complaint that tells of a broken promise.
    """

    told = Signal(object)
    open_requested = Signal(object)
    place_requested = Signal(object)
    action_requested = Signal(object)
    breach_requested = Signal(object)

    def __init__(self, company: OpenCompany, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._company = company
        self._case = Complaint()
        self._asked: Stage | None = None
        self._judged: tuple[Record, Mapping[str, Problem]] | None = None
        self._workdays = Workdays()
        self.title = ElidedLabel(parent=self)
        theme.set_role(self.title, TextRole.TITLE)
        self.state = Chip(parent=self)
        content = QWidget(self)
        self._scroll = PageScroll(content, self)
        self.rule_notice = QuietNotice(parent=content)
        self.stages = {
            stage: StageCard(company, lines, self._remarks, self._judge, content)
            for stage, lines in _LINES.items()
        }
        self.confirm_button = self.stages[Stage.CONFIRMED].add_button(PrimaryButton, "check")
        self.answer_button = self.stages[Stage.ANSWERED].add_button(PrimaryButton, "check")
        self.appeal_button = self.stages[Stage.SECOND_LOOK].add_button(SecondaryButton, "rotate-ccw")
        self.second_button = self.stages[Stage.SECOND_LOOK].add_button(PrimaryButton, "check")
        self.close_button = self.stages[Stage.CLOSED].add_button(SecondaryButton)
        self.reopen_button = self.stages[Stage.CLOSED].add_button(LinkButton, "rotate-ccw")
        self.following = FollowingBar(company, content)
        self.evidence = EvidenceStrip(company, content)
        self._lay_out(content)
        self._connect()
        self.retranslate()

    def _lay_out(self, content: QWidget) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(theme.space(5), theme.space(3), theme.space(5), theme.space(2))
        head.setSpacing(theme.space(2))
        head.addWidget(self.title, 1)
        head.addWidget(self.state)
        column = QVBoxLayout(content)
        column.setContentsMargins(theme.space(3), theme.space(1), theme.space(3), theme.space(5))
        column.setSpacing(0)
        column.addWidget(self.rule_notice)
        column.addSpacing(theme.space(1))
        for card in self.stages.values():
            column.addWidget(card)
        first, *_between, last = self.stages.values()
        first.rail.is_first = last.rail.is_last = True
        below = QVBoxLayout()
        below.setContentsMargins(theme.space(2), theme.space(2), theme.space(2), 0)
        below.setSpacing(theme.space(4))
        below.addWidget(self.following)
        below.addWidget(self.evidence)
        column.addLayout(below)
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addLayout(head)
        outer.addWidget(self._scroll, 1)

    def _connect(self) -> None:
        self.rule_notice.acted.connect(self._go_to_rule)
        self.confirm_button.clicked.connect(self.confirm)
        self.answer_button.clicked.connect(self.answer)
        self.appeal_button.clicked.connect(self.appeal)
        self.second_button.clicked.connect(self.answer_again)
        self.close_button.clicked.connect(self.close_case)
        self.reopen_button.clicked.connect(self.reopen)
        self.following.place_requested.connect(self.place_requested)
        self.following.action_requested.connect(self._want_action)
        self.following.breach_requested.connect(self._want_breach)
        self.evidence.told.connect(self.told)
        self.evidence.open_requested.connect(self.open_requested)
        for card in self.stages.values():
            card.toggled.connect(self.refresh)

    @property
    def case(self) -> Complaint:
        """The case shown, as it was saved last or as it starts."""
        return self._case

    @property
    def is_new(self) -> bool:
        """Whether nothing of the case was saved yet."""
        return self._company.find(Complaint, self._case.id) is None

    def show_case(self, case: Complaint) -> None:
        """Show a case, and of another one than before the stage that is next."""
        is_other = case.id != self._case.id
        self._case, self._judged = case, None
        if is_other:
            self._asked = None
            self.evidence.show_subject(register_of(Complaint).code, case.id)
            self._scroll.verticalScrollBar().setValue(0)
            for card in self.stages.values():
                card.set_open(False)
        wanted = Stage.RECEIVED if self.is_new else complaints.next_stage(case)
        if wanted is not None and not self.stages[wanted].is_open:
            self.stages[wanted].set_open(True)
        for card in self.stages.values():
            card.show_case(case)
        self.refresh()

    def show_field(self, name: str = "") -> None:
        """Open the stage of a field and give it the focus; without one, go to what is next."""
        stage = _STAGE_OF.get(name) or complaints.next_stage(self._case) or Stage.RECEIVED
        card = self.stages[stage]
        card.set_open(True)
        self.refresh()
        card.fields.focus(name)

    def commit(self) -> None:
        """Take what is being typed."""
        for card in self.stages.values():
            card.commit()

    # What is shown

    def refresh(self) -> None:
        """Show states, time, buttons and hints as they are now."""
        case, today = self._case, date.today()
        self._workdays = workdays_of(self._company)
        self._name(case)
        # A new case is received only once something of it is saved.
        following = Stage.RECEIVED if self.is_new else complaints.next_stage(case)
        for stage, card in self.stages.items():
            is_done = complaints.is_done(case, stage) and not (
                stage is Stage.SECOND_LOOK and case.appealed_on is None
            )
            card.rail.mark(is_done=is_done and stage is not following, is_next=stage is following)
            found = complaints.standing(case, stage, self._workdays, today)
            chip = time_left(found, today) if found is not None else ("", Tone.QUIET)
            detail = "" if card.is_open else summary(case, stage, self._company)
            card.head.show_state(_(STAGES[stage]), detail, chip, is_open=card.is_open)
            if card.has_fields and stage in LIMITS:
                card.set_hint(LIMITS[stage].due, due_hint(case, stage, self._company))
        self._offer(case, following)
        self._say_rule()
        self.following.show_case(case, is_known=not self.is_new)
        self.evidence.setVisible(not self.is_new)

    def _name(self, case: Complaint) -> None:
        speech = current()
        number = speech.digits(case.no) if case.no.isdecimal() else case.no
        title = _("Complaint {no}").format(no=speech.isolate(number))
        self.title.setText(
            _("New complaint {no}").format(no=speech.isolate(number)) if self.is_new else title
        )
        found = complaints.state(case)
        self.state.set_chip(_(STATES[found]), STATE_TONES[found])

    def _offer(self, case: Complaint, following: Stage | None) -> None:
        """Show the buttons of what can be done now; none of them is ever greyed out."""
        is_open = not self._company.is_read_only and not self.is_new
        found = complaints.state(case)
        is_running = is_open and found in (State.OPEN, State.WAITING)
        has_answer = case.answered_on is not None
        shown = {
            self.confirm_button: is_running and case.acknowledged_on is None,
            self.answer_button: is_running and not has_answer,
            self.appeal_button: is_running and has_answer and case.appealed_on is None,
            self.second_button: is_running and not complaints.is_done(case, Stage.SECOND_LOOK),
            self.close_button: is_running,
            self.reopen_button: is_open and found is State.CLOSED,
        }
        for button, is_shown in shown.items():
            button.setVisible(is_shown)
        # It can be pressed at any time, and stands out once it is next.
        theme.set_property(self.close_button, "kind", "primary" if following is Stage.CLOSED else "")
        for stage, card in self.stages.items():
            has_any = any(is_shown for button, is_shown in shown.items() if card.isAncestorOf(button))
            is_wanted = stage is following or card.is_open or stage is Stage.CLOSED
            waits = stage is Stage.SECOND_LOOK and found is State.WAITING
            card.buttons.setVisible(has_any and (is_wanted or waits))

    def _say_rule(self) -> None:
        if cases.has_rule(self._company) or complaints.state(self._case) is not State.OPEN:
            self.rule_notice.say("")
            return
        text = _("Due dates are filled in once the complaint rule says within how many working days.")
        self.rule_notice.say(text, _("Go to the complaint rule"))

    def _go_to_rule(self) -> None:
        rule = self._company.sheet(ComplaintRule)
        field = "acknowledge_days" if rule.acknowledge_days is None else "answer_days"
        self.place_requested.emit(Place(register_of(ComplaintRule).code, field=field))

    def _remarks(self, record: Record) -> Mapping[str, Sentence]:
        """Return what is to be said beside fields; what a button found missing stays until it is there."""
        if not isinstance(record, Complaint):
            return {}
        today = date.today()
        asked = complaints.missing(record, self._asked, today) if self._asked is not None else {}
        return {**complaints.reminders(record, self._company, today), **asked}

    def _judge(self, record: Record) -> Mapping[str, Problem]:
        """Return what is to be mended, looked for once for all stages: it takes all cases."""
        if self._judged is None or self._judged[0] is not record:
            self._judged = record, problems_of(record, self._company)
        return self._judged[1]

    # What is done

    def confirm(self) -> None:
        """Confirm today that the complaint was received."""
        self._do(Stage.CONFIRMED, lambda case: cases.done_today(case, Stage.CONFIRMED, date.today()))

    def answer(self) -> None:
        """Record that the customer is answered today."""
        self._do(Stage.ANSWERED, lambda case: cases.done_today(case, Stage.ANSWERED, date.today()))

    def appeal(self) -> None:
        """Record that the customer asks for a second look today."""
        self._do(None, lambda case: cases.appealed(case, self._company, date.today()))

    def answer_again(self) -> None:
        """Record that the customer gets the second answer today."""
        self._do(Stage.SECOND_LOOK, lambda case: cases.done_today(case, Stage.SECOND_LOOK, date.today()))

    def close_case(self) -> None:
        """Close the case today, or say beside the fields what is missing."""
        self._do(Stage.CLOSED, lambda case: cases.done_today(case, Stage.CLOSED, date.today()))

    def reopen(self) -> None:
        """Open a closed case again."""
        self._do(None, _reopened)

    def _do(self, stage: Stage | None, deed: Deed) -> None:
        """Save what a stage asks for in one step, or say beside the fields what it still lacks."""
        self.commit()
        known = self._company.find(Complaint, self._case.id)
        if known is None or self._company.is_read_only:
            return
        self._asked = stage
        lacking = list(complaints.missing(known, stage, date.today())) if stage is not None else []
        if lacking:
            self._show_lacking(lacking)
            return
        self._asked = None
        try:
            self._company.save(deed(known))
        except AppError as error:
            self.told.emit(News(error.sentence(current()), NoticeKind.ERROR))
            return
        saved = self._company.find(Complaint, known.id)
        if saved is not None:
            self.show_case(saved)
            self.told.emit(News(_said(stage, saved), NoticeKind.GOOD, can_undo=True))

    def _show_lacking(self, names: list[str]) -> None:
        for name in names:
            self.stages[_STAGE_OF[name]].set_open(True)
        for card in self.stages.values():
            card.show_case(self._case)
        self.refresh()
        self.stages[_STAGE_OF[names[0]]].fields.focus(names[0])

    def _want_action(self) -> None:
        self.commit()
        self.action_requested.emit(self._company.find(Complaint, self._case.id))

    def _want_breach(self) -> None:
        self.commit()
        self.breach_requested.emit(self._company.find(Complaint, self._case.id))

    def retranslate(self) -> None:
        """Show everything in the current language."""
        self.confirm_button.setText(_("Confirm receipt today"))
        self.answer_button.setText(_("Record the answer"))
        self.appeal_button.setText(_("The customer asks for a second look"))
        self.second_button.setText(_("Record the second answer"))
        self.close_button.setText(_("Close the case"))
        self.reopen_button.setText(_("Open the case again"))
        for card in self.stages.values():
            card.retranslate()
        self.refresh()


def _reopened(case: Complaint) -> Complaint:
    return dataclasses.replace(case, closed_on=None)


def _said(stage: Stage | None, case: Complaint) -> str:
    speech = current()
    number = speech.isolate(speech.digits(case.no) if case.no.isdecimal() else case.no)
    if stage is Stage.CLOSED:
        return _("Complaint {no} was closed.").format(no=number)
    return _("Complaint {no} was saved.").format(no=number)
