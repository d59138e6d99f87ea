"""One question of a survey: how it reads, what is to be mended in it, and opened the fields it is made of."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QScrollArea, QWidget

from models.domain.errors import AppError
from models.domain.fields import Record
from models.domain.records.feedback import QUESTION_TYPES, SurveyQuestion
from models.services.company import OpenCompany
from models.services.survey.check import question_remarks
from models.services.survey.design import (
    AnswersCameIn,
    OrderIsAnswered,
    correct_slip,
    save_question,
    with_value,
)
from ui import theme
from ui.language import _, current
from ui.panels.record_fields import RecordFields
from ui.panels.text_row import TextRow
from ui.theme import TextRole, Tone
from ui.widgets.chip import Chip
from ui.widgets.choices_edit import ChoicesEdit
from ui.widgets.labels import WrapLabel
from ui.widgets.showing import show_if
from ui.workspaces.survey.held_bar import HeldBar

_LINES = (("text",), ("type", "weight"), ("options",), ("promise",))
_SLIPS = ("text", "options")
_TAKEN_AWAY = ""


class QuestionRow(TextRow):
    """A question; a change of what was answered is held back until the user says what it is.

    Signals beyond those of a row:
        version_requested: the question as a new version is to ask it, None where that leaves it out.
    """

    version_requested = Signal(object)

    def __init__(self, company: OpenCompany, question: Record, parent: QWidget | None = None) -> None:
        super().__init__(company, question, _LINES, parent)
        self._held: str | None = None
        self.kind = Chip(parent=self)
        self.remarks = WrapLabel(role=TextRole.SMALL, tone=Tone.LATE, parent=self)
        self._bar: HeldBar | None = None
        self.line.insertWidget(2, self.kind, 0, Qt.AlignmentFlag.AlignVCenter)
        self.body.addWidget(self.remarks)
        self.typed.connect(self._say_remarks)

    @property
    def held(self) -> HeldBar:
        """What stands in the way of a change, made when there is one."""
        if self._bar is None:
            self._bar = HeldBar(self)
            self._bar.version_requested.connect(self._wish_version)
            self._bar.correction_requested.connect(self._correct)
            self._bar.left.connect(self._leave)
        return self._bar

    @property
    def question(self) -> SurveyQuestion:
        """The question as it is kept, or as it starts."""
        assert isinstance(self._record, SurveyQuestion)
        return self._record

    def new_fields(self) -> RecordFields:
        """Return wording, kind of answer, weight, choices and promise."""
        self.grid.setContentsMargins(0, 0, 0, theme.space(1))
        self.grid.setVerticalSpacing(theme.space(3))
        return RecordFields(
            self._company,
            SurveyQuestion,
            self.names,
            self,
            save=self._save,
            editors={"options": ChoicesEdit()},
        )

    def delete_name(self) -> str:
        """Return what leaving a question out is called."""
        return _("Do not ask this question (Delete)")

    def say(self, place: int) -> None:
        """Show the text, the kind of answer, the remarks, and the choices where the question offers any."""
        super().say(place)
        self._say_kind()

    def _say_kind(self) -> None:
        kind = QUESTION_TYPES.get(self.question.type, "")
        self.kind.set_chip(_(kind) if kind else "", Tone.QUIET)
        self.kind.setVisible(bool(kind) and not self.is_open)
        if self.fields is not None:
            has_choices = self.question.type == "choice" or bool(self.question.options)
            self.fields.row("options").setVisible(has_choices)
        self._say_remarks()

    def open(self, is_open: bool) -> None:
        """Show the fields in place of the text, or the text alone again."""
        super().open(is_open)
        self._say_kind()

    def _say_remarks(self) -> None:
        draft = self.fields.draft() if self.fields is not None and self.is_open else self.question
        assert isinstance(draft, SurveyQuestion)
        said = "\n".join(one.worded(current()) for one in question_remarks(draft))
        self.remarks.setText(said)
        show_if(self.remarks, bool(said))

    # What was answered

    def _save(self, record: Record, name: str, value: Any) -> Record:
        try:
            saved = save_question(self._company, record, name, value)
        except AnswersCameIn as error:
            version = _("Make a new version that asks it so")
            self._hold(name, error, version, can_be_slip=name in _SLIPS)
            raise
        if self._held == name:
            self._release()
        return saved

    def refuse_leaving_out(self, error: OrderIsAnswered) -> None:
        """Hold back that the question is taken out of what was answered."""
        self._hold(_TAKEN_AWAY, error, _("Make a new version without it"), can_be_slip=False)

    def _hold(self, name: str, error: AppError, version: str, *, can_be_slip: bool) -> None:
        """Hold something back; the field itself says why, where it is one."""
        self._held = name
        place = self.fields.row(name).layout() if name and self.fields is not None else self.body
        if place is not None:
            place.addWidget(self.held)
        self.held.hold("" if name else error.sentence(current()), version, can_be_slip=can_be_slip)
        # It gets its place only when the row is laid out anew.
        QTimer.singleShot(0, self, self._bring_into_view)

    def _bring_into_view(self) -> None:
        over = self.parentWidget()
        while over is not None and not isinstance(over, QScrollArea):
            over = over.parentWidget()
        if over is not None and self.held.isVisible():
            over.ensureWidgetVisible(self.held)

    def _release(self) -> None:
        self._held = None
        self.held.hide()

    def _correct(self) -> None:
        name = self._held
        if not name or self.fields is None:
            return
        try:
            correct_slip(self._company, self.question, name, self.fields.value(name))
        except AppError as error:
            # One more choice, or one less, is no slip.
            self.held.slip_button.hide()
            self.fields.refuse(name, error)
            return
        self._release()
        self.fields.take_back(name)

    def _leave(self) -> None:
        name = self._held
        self._release()
        if name and self.fields is not None:
            self.fields.take_back(name)
            self._say_remarks()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _wish_version(self) -> None:
        name = self._held
        if not name or self.fields is None:
            self._release()
            self.version_requested.emit(None)
            return
        try:
            wished = with_value(self.question, name, self.fields.value(name))
        except AppError as error:
            self.fields.refuse(name, error)
            return
        self._leave()
        self.version_requested.emit(wished)
