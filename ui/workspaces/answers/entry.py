"""Entering the sheets of a survey by keyboard: one key an answer, sheet after sheet."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.domain.errors import AppError
from models.domain.records.feedback import Survey, SurveyAnswer
from models.domain.survey.results import questions_of
from models.services.company import Change, OpenCompany
from models.services.survey.answer_keys import (
    SheetEnteredBefore,
    SheetEntry,
    answer_of_key,
    open_answer,
)
from ui import theme
from ui.language import _, current
from ui.registers.news import News
from ui.theme import TextRole, Tone
from ui.widgets.buttons import LinkButton, SecondaryButton
from ui.widgets.labels import WrapLabel
from ui.widgets.line import thin_line
from ui.widgets.notice_bar import NoticeKind
from ui.widgets.page_scroll import PageScroll
from ui.widgets.text_edit import ShortText
from ui.workspaces.answers.question_line import QuestionLine, keys_in_words
from ui.workspaces.answers.sheet_head import SheetHead

_BACK = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Backspace})
_ON = frozenset({Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter})
_UNIMPORTANT = Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier


class Board(QWidget):
    """Takes the keys of answers while it has the focus.

    Signals:
        key_pressed: the event, before anybody else sees it.
    """

    def __init__(self, page: EntryPage) -> None:
        super().__init__()
        self._page = page
        self.setProperty("kind", "page")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer, or move between the questions."""
        if not self._page.take_key(event):
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Frame the question that the keys answer now."""
        super().paintEvent(event)
        line = self._page.line_asked()
        if self.hasFocus() and line is not None:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(theme.colours().primary), 2))
            frame = QRectF(line.geometry()).adjusted(-1, -1, 1, 1)
            painter.drawRoundedRect(frame, theme.RADIUS, theme.RADIUS)
            painter.end()


class EntryPage(QWidget):
    """The sheet that is being entered; a complete one is saved by itself and the next one begins.

    Signals:
        told: `News`.
    """

    told = Signal(object)

    def __init__(self, company: OpenCompany, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._company = company
        self._survey: Survey | None = None
        self._entered = 0
        self._last: SurveyAnswer | None = None
        self._is_last_change_ours = False
        self.sheet = SheetEntry(())
        self.lines: list[QuestionLine] = []
        self.head = SheetHead()
        self.said = WrapLabel(role=TextRole.SMALL, tone=Tone.QUIET)
        self.open = ShortText()
        self.board = Board(self)
        self.undo_button = LinkButton(icon="undo")
        self.save_button = SecondaryButton(icon="check")
        self._scroll = PageScroll(self.board)
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        self._column = QVBoxLayout(self.board)
        self._column.setContentsMargins(theme.space(3), theme.space(2), theme.space(3), theme.space(2))
        self._column.setSpacing(0)
        self._column.addStretch(1)
        foot = QHBoxLayout()
        foot.setContentsMargins(theme.space(5), theme.space(2), theme.space(5), theme.space(2))
        foot.setSpacing(theme.space(2))
        foot.addWidget(self.said, 1)
        foot.addWidget(self.undo_button)
        foot.addWidget(self.save_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(thin_line())
        column.addWidget(self._scroll, 1)
        column.addWidget(thin_line())
        column.addLayout(foot)
        self.open.hide()

    def _connect(self) -> None:
        self.undo_button.clicked.connect(self.take_back)
        self.save_button.clicked.connect(self.save_sheet)
        self.open.line.installEventFilter(self)
        self.head.number.line.installEventFilter(self)
        self.destroyed.connect(self._company.subscribe(self._follow))

    # The sheet

    def show_survey(self, survey: Survey | None) -> None:
        """Enter sheets of a survey; the sheet under way is kept while it stays the same one."""
        questions = questions_of(self._company, survey.id) if survey else ()
        is_same = survey is not None and self._survey is not None and survey.id == self._survey.id
        self._survey = survey
        if not is_same:
            self._entered, self._last = 0, None
        if not is_same or questions != self.sheet.questions:
            answers = self.sheet.answers if is_same else ()
            self._ask(SheetEntry(questions, answers))
        self._count()

    def _ask(self, sheet: SheetEntry) -> None:
        """Begin with a sheet that is new or goes on."""
        old, self.sheet = self.sheet, sheet
        if old.questions != sheet.questions:
            self._make_lines()
        self._refresh()

    def _make_lines(self) -> None:
        self.open.setParent(None)
        for line in self.lines:
            line.setParent(None)
            line.deleteLater()
        self.lines = [QuestionLine(at, one, self.board) for at, one in enumerate(self.sheet.questions)]
        for at, line in enumerate(self.lines):
            line.pressed.connect(self._go)
            self._column.insertWidget(at, line)

    def _refresh(self) -> None:
        for line in self.lines:
            at = line.place
            line.show_answer(
                self.sheet.answers[at], is_current=at == self.sheet.place, is_passed=at < self.sheet.place
            )
        question = self.sheet.question
        had_focus = self.board.hasFocus() or self.open.line.hasFocus()
        if question is None or question.type != "open":
            self.open.hide()
        else:
            line = self.lines[self.sheet.place]
            line.room.addWidget(self.open)
            answer = self.sheet.answers[self.sheet.place]
            self.open.set_value("" if answer == "-" else answer)
            self.open.show()
        if question is not None:
            name = question.text.best(current().code)
            self.board.setAccessibleName(name)
            self.board.setAccessibleDescription(keys_in_words(question))
            self.open.set_name(name)
            self._scroll.ensureWidgetVisible(self.lines[self.sheet.place])
        if had_focus:
            self.focus_sheet()
        self.undo_button.setVisible(self._last is not None)

    def line_asked(self) -> QuestionLine | None:
        """Return the line of the question that is asked now, None for none."""
        return self.lines[self.sheet.place] if self.sheet.question is not None and self.lines else None

    def focus_sheet(self) -> None:
        """Give the focus to what takes the next answer."""
        is_open = self.sheet.question is not None and self.sheet.question.type == "open"
        (self.open.line if is_open else self.board).setFocus(Qt.FocusReason.OtherFocusReason)

    def take_key(self, event: QKeyEvent) -> bool:
        """Answer with a key, or move; return whether it meant anything."""
        if event.modifiers() & ~_UNIMPORTANT or self._company.is_read_only or not self.lines:
            return False
        key, question = Qt.Key(event.key()), self.sheet.question
        if key in _BACK:
            self._go(self.sheet.place - 1)
        elif key in _ON:
            self._go_on()
        elif question is None:
            return False
        else:
            answer = answer_of_key(question, event.text(), current())
            if answer is None:
                return self._refuse(event.text())
            self._answer(answer)
        return True

    def _refuse(self, typed: str) -> bool:
        if not typed.strip() or not typed.isprintable():
            return False
        sentence = _("“{key}” is no answer to this question. {keys}")
        question = self.sheet.question
        keys = keys_in_words(question) if question else ""
        self._say(sentence.format(key=current().isolate(typed), keys=keys), Tone.BROKEN)
        return True

    def _answer(self, answer: str) -> None:
        self.sheet.answer(answer)
        self._say("")
        if self.sheet.is_complete and self.save_sheet():
            return
        self._refresh()

    def _go(self, place: int) -> None:
        self._take_open()
        self.sheet.go(min(place, len(self.lines) - 1))
        self._say("")
        self.focus_sheet()
        self._refresh()

    def _go_on(self) -> None:
        question = self.sheet.question
        if question is not None and question.type == "open":
            try:
                answer = open_answer(question, self.open.line.text(), current())
            except AppError as error:
                self._say(error.sentence(current()), Tone.BROKEN)
                return
            self._answer(answer)
        elif self.sheet.place >= len(self.lines) - 1:
            self.save_sheet()
        else:
            self._go(self.sheet.place + 1)

    def _take_open(self) -> None:
        question = self.sheet.question
        if question is not None and question.type == "open" and self.open.line.text().strip():
            self.sheet.answers[self.sheet.place] = open_answer(
                question, self.open.line.text()[:10_000], current()
            )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Enter and the arrows leave the fields that text is written in."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        key = Qt.Key(event.key())
        if watched is self.head.number.line:
            if key not in _ON:
                return False
            self.head.number.commit()
            self.focus_sheet()
            return True
        if key in _ON or key is Qt.Key.Key_Up:
            return self.take_key(event)
        return False

    # Saving

    def save_sheet(self) -> bool:
        """Save the sheet and begin the next one; return whether it was saved."""
        self._take_open()
        if not self._save():
            return False
        saved, self._entered = self._last, self._entered + 1
        assert saved is not None
        no = current().number(saved.no or 0)
        self.head.number.set_value((saved.no or 0) + 1)
        self._ask(SheetEntry(self.sheet.questions))
        self._say(_("Sheet {number} is saved.").format(number=no), Tone.GOOD)
        self._count()
        self.focus_sheet()
        return True

    def _save(self) -> bool:
        if self._survey is None or not self.head.take():
            return False
        try:
            record = self.sheet.record(
                self._company,
                self._survey.id,
                self.head.given_number,
                self.head.day.value() or date.today(),
                self.head.source.value(),
            )
            self._company.save(record)
        except SheetEnteredBefore as error:
            self.head.refuse_number(error.sentence(current()))
            self.sheet.go(len(self.lines) - 1)
            return False
        except AppError as error:
            self._say(error.sentence(current()), Tone.BROKEN)
            self.sheet.go(len(self.lines) - 1)
            return False
        self._last, self._is_last_change_ours = record, True
        return True

    def take_back(self) -> None:
        """Take the last sheet back, to be mended."""
        last = self._last
        if last is None:
            return
        try:
            if self._is_last_change_ours:
                self._company.undo()
            else:
                self._company.delete([last])
        except AppError as error:
            self.told.emit(News(error.sentence(current()), NoticeKind.ERROR))
        self.focus_sheet()

    def commit(self) -> None:
        """Save what is entered of a sheet; it goes on where it was left."""
        self._take_open()
        if self.sheet.is_begun and not self._company.is_read_only:
            self._save()

    def _follow(self, change: Change) -> None:
        self._is_last_change_ours = False
        last = self._last
        if last is not None and self._company.find(SurveyAnswer, last.id) is None:
            self._last = None
            if not self.sheet.is_begun:
                self._entered = max(0, self._entered - 1)
                self._bring_back(last)
        if self.isVisible() and change.touches(SurveyAnswer):
            self._count()

    def _bring_back(self, last: SurveyAnswer) -> None:
        self.head.show_sheet(last)
        sheet = SheetEntry(self.sheet.questions, last.answers)
        sheet.go(len(sheet.questions) - 1)
        self._ask(sheet)
        text = _("Sheet {number} is here again, to be mended.")
        self._say(text.format(number=current().number(last.no or 0)))

    # Words

    def _say(self, text: str, tone: Tone = Tone.QUIET) -> None:
        theme.set_property(self.said, "tone", tone.value)
        self.said.setText(text)

    def _count(self) -> None:
        if self._survey is not None:
            self.head.count_sheets(self._company, self._survey, self._entered)

    def retranslate(self) -> None:
        """Word everything in the current language."""
        self.head.retranslate()
        self.undo_button.setText(_("Take the last sheet back"))
        self.undo_button.setToolTip(_("Bring the last sheet back here, to be mended (Ctrl+Z)"))
        self.save_button.setText(_("Save sheet"))
        for line in self.lines:
            line.retranslate()
        self._say("")
        self._refresh()
        self._count()
