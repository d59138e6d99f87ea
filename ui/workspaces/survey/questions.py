"""The questions of one survey: in their order, what the form as a whole lacks, and the model's to take."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from models.content.survey import SurveyItem, survey_model
from models.domain.fields import Record
from models.domain.ids import RecordId
from models.domain.records.feedback import QUESTION_TYPES, SurveyQuestion
from models.domain.registers import register_of
from models.domain.survey.results import questions_of
from models.domain.text import LocalText
from models.domain.writing import misplaced
from models.localisation.languages import language_rows
from models.services.company import OpenCompany
from models.services.survey.check import form_remarks
from models.services.survey.design import (
    OrderIsAnswered,
    items_to_take,
    moved_question,
    own_questions,
    refuse_reordering,
    taken_items,
)
from ui import theme
from ui.language import _, current, ngettext
from ui.panels.ordered_records import OrderedRecords
from ui.panels.record_row import RecordRow
from ui.theme import TextRole, Tone
from ui.widgets.add_line import AddLine
from ui.widgets.buttons import LinkButton
from ui.widgets.chip import Chip
from ui.widgets.labels import WrapLabel
from ui.widgets.more_button import open_under
from ui.widgets.row_button import OfferRow
from ui.widgets.showing import show_if
from ui.workspaces.survey.question_row import QuestionRow

NEW_TYPE = "scale5"


class SurveyQuestions(OrderedRecords):
    """Signals beyond those of ordered records:

    version_requested: the changed questions, and the ids of those left out, of a version to be made.
    """

    version_requested = Signal(tuple, tuple)

    def __init__(self, company: OpenCompany, parent: QWidget | None = None) -> None:
        super().__init__(company, register_of(SurveyQuestion), parent)
        self._survey: RecordId | None = None
        self._title = WrapLabel(role=TextRole.TITLE, parent=self)
        self.count = Chip(parent=self)
        self.remarks = WrapLabel(role=TextRole.SMALL, tone=Tone.LATE, parent=self)
        self.line = AddLine(parent=self)
        self._kinds = QMenu(self)
        self._kind_actions = {key: self._kinds.addAction("") for key in QUESTION_TYPES}
        self._offers_title = WrapLabel(role=TextRole.SMALL, tone=Tone.QUIET, parent=self)
        self.take_all_button = LinkButton(icon="add", parent=self)
        self.offers: list[OfferRow] = []
        self._offers = QVBoxLayout()
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self.count)
        foot = QHBoxLayout()
        foot.setSpacing(theme.space(2))
        foot.addWidget(self.line, 1)
        foot.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignTop)
        foot.addWidget(self.bin_button, 0, Qt.AlignmentFlag.AlignTop)
        offers = QHBoxLayout()
        offers.addWidget(self._offers_title, 1)
        offers.addWidget(self.take_all_button)
        self._offers.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(2))
        column.addLayout(head)
        column.addWidget(self.remarks)
        column.addWidget(self.list)
        column.addLayout(foot)
        column.addLayout(offers)
        column.addLayout(self._offers)

    def _connect(self) -> None:
        self.add_button.clicked.connect(self._open_kinds)
        self.take_all_button.clicked.connect(self.take_all)
        self.line.entered.connect(self._add_text)
        self.line.line.installEventFilter(self)
        for key, action in self._kind_actions.items():
            action.triggered.connect(partial(self.add, key))

    # What is shown

    def show_survey(self, survey: RecordId | None) -> None:
        """Show the questions of another survey."""
        if survey != self._survey:
            self.commit()
            self._survey, self._new = survey, None
            self.line.accept()
            self.refresh()

    def records(self) -> Sequence[Record]:
        """Return the questions in their order."""
        return questions_of(self._company, self._survey) if self._survey else ()

    def new_row(self, record: Record) -> RecordRow:
        """Return the row of a question."""
        row = QuestionRow(self._company, record, self.list)
        row.version_requested.connect(self._wish_version)
        return row

    def moved_records(self, record: Record, place: int) -> Sequence[Record]:
        """Return the questions whose number changes."""
        assert isinstance(record, SurveyQuestion)
        return moved_question(record, place, self._company)

    def lingering(self) -> Sequence[Record]:
        """Return the question that was deleted somewhere else while it was being written."""
        row = self.open_row()
        if not isinstance(row, QuestionRow) or row.fields is None or not row.fields.holds_unsaved:
            return ()
        binned = any(one.id == row.key for one in self._company.binned(SurveyQuestion))
        return [row.question] if binned and row.question.survey == self._survey else ()

    def settle(self, saved: Sequence[Record]) -> None:
        """Say how many questions there are and what the form lacks, and offer those of the model."""
        speech, most = current(), survey_model().most_questions
        count = len(saved)
        sentence = ngettext("{count} question", "{count} questions", count)
        self.count.set_chip(
            sentence.format(count=speech.number(count)), Tone.GOOD if 0 < count <= most else Tone.LATE
        )
        questions = [one for one in saved if isinstance(one, SurveyQuestion)]
        said = "\n".join(one.worded(speech) for one in form_remarks(questions))
        self.remarks.setText(said)
        show_if(self.remarks, bool(said))
        self.line.setVisible(not self._company.is_read_only)
        self._offer()

    def _offer(self) -> None:
        left = self._left()
        speech = current()
        for row in self.offers:
            row.hide()
            row.deleteLater()
        self.offers = [OfferRow(one.text.best(speech.code), self) for one in left]
        for row, one in zip(self.offers, left, strict=True):
            row.setToolTip(_("Ask this question"))
            row.clicked.connect(partial(self.take, [one]))
            self._offers.addWidget(row)
            row.show()
        self._offers_title.setVisible(bool(left))
        self.take_all_button.setVisible(len(left) > 1)
        taken = ngettext("Take {count} question", "Take all {count} questions", len(left))
        self.take_all_button.setText(taken.format(count=speech.number(len(left))))

    def _left(self) -> Sequence[SurveyItem]:
        if self._company.is_read_only or self._survey is None:
            return ()
        return items_to_take(self._company, self._survey)

    def beginning(self) -> QWidget:
        """Return the first model question left, or the line for one of one's own."""
        return next(iter(self.offers), self.line)

    # What can be done

    def take_all(self) -> None:
        """Ask every question of the model form that is left."""
        self.take(self._left())

    def take(self, items: Sequence[SurveyItem]) -> None:
        """Ask questions of the model form, one step to undo."""
        survey = self._survey
        if survey is not None:
            self.commit()
            self.do(lambda: self._company.save_all(taken_items(self._company, survey, items)))
            self.beginning().setFocus(Qt.FocusReason.OtherFocusReason)

    def _open_kinds(self) -> None:
        open_under(self._kinds, self.add_button)

    def add(self, kind: str) -> None:
        """Begin a question of one's own."""
        if self._survey is not None and not self._company.is_read_only:
            self.commit()
            (question,) = own_questions(self._company, self._survey, [LocalText()], kind)
            self.show_new(question)

    def begin(self, question: SurveyQuestion) -> None:
        """Begin a question that was prepared somewhere else, behind all others of this survey."""
        if self._survey is not None and not self._company.is_read_only:
            (place,) = own_questions(self._company, self._survey, [LocalText()])
            self.show_new(dataclasses.replace(question, survey=self._survey, order=place.order))

    def _add_text(self, text: str) -> None:
        self.add_texts([text])

    def add_texts(self, texts: Sequence[str]) -> None:
        """Ask questions as they were typed or pasted, one step to undo."""
        survey = self._survey
        if survey is None:
            return
        wanted = own_questions(self._company, survey, [_in_its_language(text) for text in texts], NEW_TYPE)
        if self.do(lambda: self._company.save_all(wanted)):
            self.line.accept()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take several pasted lines as several questions."""
        if watched is not self.line.line or not isinstance(event, QKeyEvent):
            return False
        if event.type() != QEvent.Type.KeyPress or not event.matches(QKeySequence.StandardKey.Paste):
            return False
        lines = [" ".join(line.split()) for line in QApplication.clipboard().text().splitlines()]
        texts = [line for line in lines if line]
        if len(texts) < 2:
            return False
        self.add_texts(texts)
        return True

    def drop(self, key: str) -> None:
        """Move a question to the bin, unless answers came in to it."""
        question = self._company.find(SurveyQuestion, RecordId(key))
        row = self._rows.get(key)
        if question is not None and isinstance(row, QuestionRow):
            try:
                refuse_reordering(self._company, question)
            except OrderIsAnswered as error:
                row.refuse_leaving_out(error)
                return
        super().drop(key)

    def _wish_version(self, wished: SurveyQuestion | None) -> None:
        row = self.sender()
        if wished is not None:
            self.version_requested.emit((wished,), ())
        elif isinstance(row, QuestionRow):
            self.version_requested.emit((), (RecordId(row.key),))

    def retranslate(self) -> None:
        """Word everything in the current language."""
        self._title.setText(_("Questions"))
        self.add_button.setText(_("Add question"))
        self.add_button.setToolTip(_("Choose the kind of answer and write the question"))
        self.line.set_texts(_("Type a question, or paste several lines"))
        self._offers_title.setText(_("From the model form, not asked yet"))
        for key, action in self._kind_actions.items():
            action.setText(_(QUESTION_TYPES[key]))
        super().retranslate()


def _in_its_language(text: str) -> LocalText:
    """Return a text under the language whose letters it has, the window's where several do."""
    rows = sorted(language_rows(), key=lambda row: row.code != current().code)
    texts = [LocalText.of({row.code: text}) for row in rows]
    return next((one for one in texts if misplaced(one, rows) is None), texts[0])
