"""What is good already, and which gaps come first; actions are made from those chosen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from models.content.gap import GapQuestion, gap_question
from models.content.guidance import guidance
from models.domain.errors import AppError
from models.domain.gates.criterion import Place
from models.domain.ids import RecordId
from models.domain.marking import N_
from models.domain.records.correction import Action
from models.domain.registers import register_of
from models.domain.scoring import Gap, Strength, ranked_gaps, strengths
from models.services.gap import ActionRefused
from ui import icons, theme
from ui.language import _, current, ngettext
from ui.registers.boxes import PersonBox
from ui.theme import TextRole, Tone
from ui.widgets.buttons import LinkButton, PrimaryButton
from ui.widgets.date_edit import DateEdit
from ui.widgets.field_row import FieldRow
from ui.widgets.labels import ElidedLabel, PlainLabel
from ui.widgets.notice_bar import NoticeKind
from ui.widgets.plain_table import Column, PlainTable
from ui.workspaces.gap.questionnaire import Questionnaire
from ui.workspaces.gap.words import score_label

_BEST = 3


@dataclass(frozen=True)
class Line:
    """One gap and the actions made from it."""

    gap: Gap
    question: GapQuestion
    actions: Sequence[Action]


def _id(line: Line) -> str:
    return current().island(line.question.id)


def _text(line: Line) -> str:
    return line.question.question.best(current().code)


def _score(line: Line) -> str:
    return current().digits(line.gap.answer.score)


def _priority(line: Line) -> str:
    return current().number(line.gap.priority)


def _action(line: Line) -> str:
    return current().island(line.actions[-1].no) if line.actions else ""


def _primary(_line: Line) -> Tone:
    return Tone.PRIMARY


COLUMNS: Sequence[Column[Line]] = (
    Column(N_("No."), _id),
    Column(N_("Question"), _text, is_wide=True),
    Column(N_("Score"), _score),
    Column(N_("Priority"), _priority, is_strong=True),
    Column(N_("Action"), _action, _primary),
)


class StrengthList(QWidget):
    """The weightiest of what evidence shows to be good."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = PlainLabel()
        theme.set_role(self.title, TextRole.BODY, strong=True)
        self.lines = [ElidedLabel() for _line in range(_BEST)]
        self._signs = [QLabel() for _line in range(_BEST)]
        self.more = PlainLabel(role=TextRole.SMALL, tone=Tone.QUIET)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(1))
        column.addWidget(self.title)
        for sign, line in zip(self._signs, self.lines, strict=True):
            icons.set_icon(sign, "good", "good", theme.ICON)
            row = QHBoxLayout()
            row.setSpacing(theme.space(2))
            row.addWidget(sign)
            row.addWidget(line, 1)
            column.addLayout(row)
        column.addWidget(self.more)

    def show_strengths(self, found: Sequence[Strength]) -> None:
        """Show the first of them, and how many more there are."""
        speech = current()
        for place, (sign, line) in enumerate(zip(self._signs, self.lines, strict=True)):
            is_shown = place < len(found)
            sign.setVisible(is_shown)
            line.setVisible(is_shown)
            if is_shown:
                one = found[place]
                text = _("{score}: {question}")
                question = gap_question(one.question.id).question.best(speech.code)
                line.setText(text.format(score=score_label(one.answer), question=question))
        rest = len(found) - _BEST
        if not found:
            self.more.setText(_("Nothing is shown by evidence to reach 3 yet."))
        else:
            sentence = ngettext("{count} more strength", "{count} more strengths", rest)
            self.more.setText(sentence.format(count=speech.number(rest)))
        self.more.setVisible(not found or rest > 0)


class Priorities(QWidget):
    """Strengths first, then the gaps by weight times gap, with what makes actions of those ticked.

    Signals:
        opened: the id of a question that is to be shown.
        place_requested: the `Place` of an action.
    """

    opened = Signal(str)
    place_requested = Signal(object)

    def __init__(self, questionnaire: Questionnaire, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._questionnaire = questionnaire
        self._lines: dict[str, Line] = {}
        self.strengths = StrengthList()
        self.title = PlainLabel()
        theme.set_role(self.title, TextRole.BODY, strong=True)
        self.table: PlainTable[Line] = PlainTable(COLUMNS, is_ticked=True)
        self.nothing = PlainLabel(tone=Tone.QUIET)
        self.open_button = LinkButton(icon="step-7")
        self.owner = PersonBox(questionnaire.company)
        self.due = DateEdit()
        self.owner_row = FieldRow("", self.owner)
        self.due_row = FieldRow("", self.due)
        self.make_button = PrimaryButton(icon="add")
        self._foot = QWidget()
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        side, around = theme.space(4), theme.space(4)
        head = QHBoxLayout()
        head.setContentsMargins(side, 0, side, 0)
        head.addWidget(self.title, 1)
        head.addWidget(self.open_button)
        top = QVBoxLayout()
        top.setContentsMargins(side, around, side, 0)
        top.addWidget(self.strengths)
        foot = QHBoxLayout(self._foot)
        foot.setContentsMargins(side, theme.space(2), side, theme.space(3))
        foot.setSpacing(theme.space(3))
        foot.addWidget(self.owner_row, 1)
        foot.addWidget(self.due_row, 1)
        button = QVBoxLayout()
        button.setSpacing(theme.space(1))
        button.addWidget(PlainLabel(" ", role=TextRole.SMALL))
        button.addWidget(self.make_button)
        button.addStretch(1)
        foot.addLayout(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(2))
        column.addLayout(top)
        column.addLayout(head)
        column.addWidget(self.nothing)
        column.addWidget(self.table, 1)
        column.addWidget(self._foot)
        self.nothing.setContentsMargins(side, 0, side, 0)

    def _connect(self) -> None:
        self.table.opened.connect(self.opened)
        self.table.ticked.connect(self._name_button)
        self.table.chosen.connect(self._name_button)
        self.make_button.clicked.connect(self.make)
        self.open_button.clicked.connect(self._open_action)
        for row, editor in ((self.owner_row, self.owner), (self.due_row, self.due)):
            editor.edited.connect(self._forgive)
            row.editor.set_value(None)

    def refresh(self) -> None:
        """Show strengths and gaps as they are now."""
        standing = self._questionnaire.standing
        questions = guidance().questions
        self.strengths.show_strengths(strengths(questions, standing.answers, standing.with_files))
        self._lines = {
            one.question.id: Line(one, gap_question(one.question.id), standing.actions_of(one.question.id))
            for one in ranked_gaps(questions, standing.answers)
        }
        handled = frozenset(key for key, line in self._lines.items() if line.actions)
        self.table.show_rows(self._lines, handled)
        self.table.setVisible(bool(self._lines))
        self.nothing.setVisible(not self._lines)
        self._foot.setVisible(bool(self._lines) and not self._questionnaire.is_read_only)
        self._name_button()

    def _name_button(self) -> None:
        count = len(self.table.ticks())
        sentence = ngettext("Make {count} action", "Make {count} actions", count)
        text = sentence.format(count=current().number(count)) if count else _("Make actions")
        self.make_button.setText(text)
        line = self._lines.get(self.table.current_key())
        self.open_button.setVisible(bool(line and line.actions))
        if line and line.actions:
            self.open_button.setText(_("Action {no}").format(no=_action(line)))

    def make(self) -> None:
        """Make an action of each gap ticked; what is missing is said beside its field."""
        for editor in (self.owner, self.due):
            if editor.is_pending():
                editor.commit()
        chosen = self.table.ticks()
        if not chosen:
            text = _("Tick the gaps that are to become actions.")
            self._questionnaire.tell(text, NoticeKind.WARNING)
            self.table.setFocus()
            return
        if self.due_row.problem() and not self.due.value():
            self.due.setFocus()
            return
        answers = [self._lines[key].gap.answer for key in chosen]
        owner = self.owner.value()
        try:
            made = self._questionnaire.make_actions(
                answers, RecordId(owner) if owner else None, self.due.value()
            )
        except ActionRefused as error:
            row = self.owner_row if error.field == "owner" else self.due_row
            row.set_problem(error.sentence(current()))
            row.editor.setFocus()
        except AppError as error:
            self._questionnaire.tell(error.sentence(current()), NoticeKind.ERROR)
        else:
            self._tell_made(len(made))

    def _tell_made(self, count: int) -> None:
        sentence = ngettext("{count} action was made.", "{count} actions were made.", count)
        text = sentence.format(count=current().number(count))
        self._questionnaire.tell(text, NoticeKind.GOOD, can_undo=True)

    def _forgive(self) -> None:
        for row in (self.owner_row, self.due_row):
            row.set_problem("")

    def _open_action(self) -> None:
        line = self._lines[self.table.current_key()]
        self.place_requested.emit(Place(register_of(Action).code, line.actions[-1].id))

    def retranslate(self) -> None:
        """Show everything in the current language."""
        self.strengths.title.setText(_("Strengths"))
        self.title.setText(_("Priorities: weight × gap"))
        self.table.setAccessibleName(_("Priorities: weight × gap"))
        self.table.retranslate()
        self.nothing.setText(_("No answered question is below its target."))
        self.owner_row.set_label(_("Owner"))
        self.due_row.set_label(_("Due"))
