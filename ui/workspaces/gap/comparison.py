"""Any two rounds side by side, by key area and question by question, differences lit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from models.content.gap import gap_question, gap_questions, key_areas
from models.content.guidance import guidance
from models.domain.ids import RecordId
from models.domain.marking import N_
from models.domain.records.organisation import GapAnswer, GapRound
from models.domain.scoring import (
    Answers,
    answers_by_round,
    critical_below,
    points,
    rounds_in_order,
    scores,
    whole,
)
from models.services.answering import Answering
from models.services.company import OpenCompany
from ui import theme
from ui.language import _, current
from ui.theme import TextRole, Tone
from ui.widgets.choice_box import Choice, ChoiceBox
from ui.widgets.labels import PlainLabel, WrapLabel
from ui.widgets.mode_switch import ModeSwitch, chip_button
from ui.widgets.plain_table import Column, PlainTable
from ui.workspaces.gap.words import NOTHING, area_name, band_name, share_figure

AREAS, QUESTIONS = "areas", "questions"
_OVERALL = "overall"
# The mark before the sign keeps it at the left of its number in any direction of text.
_PLUS, _MINUS = "\u200e+", "\u200e\u2212"


@dataclass(frozen=True)
class AreaLine:
    """The score of a key area, or of all, in two rounds."""

    name: str
    before: Fraction | None
    after: Fraction | None

    @property
    def change(self) -> int | None:
        """How many points of 100 it rose; None where one of the scores is missing."""
        if self.before is None or self.after is None:
            return None
        return whole(self.after) - whole(self.before)


@dataclass(frozen=True)
class QuestionLine:
    """The answers to one question in two rounds, and who gave them when, in words."""

    id: str
    text: str
    before: GapAnswer | None
    after: GapAnswer | None
    by: str

    @property
    def change(self) -> int | None:
        """How many points it rose; None where it does not apply or was not asked in both."""
        before, after = points(self.before), points(self.after)
        return None if before is None or after is None else after - before

    @property
    def differs(self) -> bool:
        """Whether the two rounds answer otherwise."""
        return _sign(self.before) != _sign(self.after)


Line = AreaLine | QuestionLine


def _sign(answer: GapAnswer | None) -> str:
    return answer.score if answer else ""


def _shown(answer: GapAnswer | None) -> str:
    if answer is None or not answer.score:
        return NOTHING
    reached = points(answer)
    return _("n/a") if answer.score == "na" or reached is None else current().number(reached)


def _change(line: Line) -> str:
    change = line.change
    if change is None or change == 0:
        return "" if change is None else current().number(0)
    number = current().number(abs(change))
    return f"{_PLUS if change > 0 else _MINUS}{number}"


def _tone(line: Line) -> Tone:
    change = line.change or 0
    return Tone.GOOD if change > 0 else Tone.BROKEN if change < 0 else Tone.QUIET


def _icon(line: Line) -> str:
    change = line.change or 0
    return "arrow-up" if change > 0 else "arrow-down" if change < 0 else ""


def _lit(line: QuestionLine) -> Tone:
    return _tone(line) if line.change else Tone.ACCENT if line.differs else Tone.TEXT


AREA_COLUMNS: Sequence[Column[AreaLine]] = (
    Column(N_("Key area"), lambda line: line.name, is_wide=True),
    Column(N_("Before"), lambda line: share_figure(line.before)),
    Column(N_("After"), lambda line: share_figure(line.after), is_strong=True),
    Column(N_("Change"), _change, _tone, _icon, is_strong=True),
    Column(N_("Band before"), lambda line: band_name(line.before), lambda _line: Tone.QUIET),
    Column(N_("Band after"), lambda line: band_name(line.after)),
)
QUESTION_COLUMNS: Sequence[Column[QuestionLine]] = (
    Column(N_("No."), lambda line: current().island(line.id)),
    Column(N_("Question"), lambda line: line.text, is_wide=True),
    Column(N_("Before"), lambda line: _shown(line.before)),
    Column(N_("After"), lambda line: _shown(line.after), _lit, is_strong=True),
    Column(N_("Change"), _change, _tone, _icon, is_strong=True),
    Column(N_("Answered by, on"), lambda line: line.by, lambda _line: Tone.QUIET),
)


class Comparison(QWidget):
    """Two rounds that the user chooses.

    Signals:
        opened: the id of the newer answer to a question.
    """

    opened = Signal(str)

    def __init__(self, company: OpenCompany, answering: Answering, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._company = company
        self._answering = answering
        self._lines: dict[str, QuestionLine] = {}
        self.title = PlainLabel(parent=self)
        theme.set_role(self.title, TextRole.BODY, strong=True)
        self.before = ChoiceBox(optional=False, parent=self)
        self.after = ChoiceBox(optional=False, parent=self)
        self.kinds = ModeSwitch(((AREAS, "target"), (QUESTIONS, "list")), self)
        self.only = chip_button("filter", self)
        self.gone = WrapLabel(role=TextRole.SMALL, tone=Tone.LATE, parent=self)
        self.gone.hide()
        self.nothing = WrapLabel(tone=Tone.QUIET, parent=self)
        self.moved = WrapLabel(role=TextRole.SMALL, parent=self)
        self.critical = WrapLabel(role=TextRole.SMALL, parent=self)
        self._tables = QStackedWidget(self)
        self.areas: PlainTable[AreaLine] = PlainTable(AREA_COLUMNS, self._tables)
        self.questions: PlainTable[QuestionLine] = PlainTable(QUESTION_COLUMNS, self._tables)
        self._blank = QWidget(self._tables)
        for page in (self.areas, self.questions, self._blank):
            self._tables.addWidget(page)
        self._lay_out()
        for box in (self.before, self.after):
            box.edited.connect(self._choose)
        self.kinds.chosen.connect(self.refresh)
        self.only.clicked.connect(self.refresh)
        self.questions.opened.connect(self._open)
        self.retranslate()

    def _lay_out(self) -> None:
        choice = QHBoxLayout()
        choice.setSpacing(theme.space(2))
        choice.addWidget(self.before, 1)
        choice.addWidget(self.after, 1)
        kinds = QHBoxLayout()
        kinds.setSpacing(theme.space(2))
        kinds.addWidget(self.kinds)
        kinds.addStretch(1)
        kinds.addWidget(self.only)
        top = QVBoxLayout()
        top.setContentsMargins(theme.space(4), theme.space(3), theme.space(4), theme.space(1))
        top.setSpacing(theme.space(2))
        top.addWidget(self.title)
        top.addLayout(choice)
        top.addWidget(self.gone)
        top.addWidget(self.nothing)
        top.addWidget(self.moved)
        top.addWidget(self.critical)
        top.addLayout(kinds)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(1))
        column.addLayout(top)
        column.addWidget(self._tables, 1)

    def refresh(self) -> None:
        """Compare the rounds as they are now; one that is gone gives way with a sentence."""
        rounds = rounds_in_order(self._company)
        self._offer(rounds)
        ids = [one.id for one in rounds]
        has_two = len(rounds) > 1
        for part in (self.before, self.after, self.kinds, self.moved, self.critical):
            part.setVisible(has_two)
        self.only.setVisible(has_two and self.kinds.current() == QUESTIONS)
        self.nothing.setVisible(not has_two)
        table = self.areas if self.kinds.current() == AREAS else self.questions
        self._tables.setCurrentWidget(table if has_two else self._blank)
        if has_two:
            self._replace_gone(ids)
            self._compare()

    def _offer(self, rounds: Sequence[GapRound]) -> None:
        choices = tuple(Choice(one.id, one.title or _("A round without a name")) for one in rounds)
        for box in (self.before, self.after):
            if box.choices() != choices:
                box.set_choices(choices)

    def _replace_gone(self, ids: Sequence[RecordId]) -> None:
        """Compare the first and the newest round unless others were chosen that are still there."""
        lost = [box for box in (self.before, self.after) if box.value() and box.value() not in ids]
        if self.before.value() not in ids:
            self.before.set_value(ids[0])
        if self.after.value() not in ids:
            self.after.set_value(ids[-1])
        if lost:
            self.gone.setText(_("A round that was compared here is in the bin; another stands in its place."))
            # The box offers no longer what is gone.
            self._offer(rounds_in_order(self._company))
            self.gone.show()

    def _choose(self) -> None:
        self.gone.setText("")
        self.gone.hide()
        self._compare()

    def _compare(self) -> None:
        known = answers_by_round(self._company)
        before = known.get(RecordId(self.before.value()), {})
        after = known.get(RecordId(self.after.value()), {})
        self._say_moved(before, after)
        self._say_critical(after)
        if self.kinds.current() == AREAS:
            self.areas.show_rows(_area_lines(before, after))
        else:
            lines = self._question_lines(before, after)
            wanted = {key: one for key, one in lines.items() if one.differs or not self.only.isChecked()}
            self._lines = lines
            self.questions.show_rows(wanted)

    def _say_moved(self, before: Answers, after: Answers) -> None:
        """Say how many key areas and questions rose and fell."""
        areas = [line.change or 0 for key, line in _area_lines(before, after).items() if key != _OVERALL]
        pairs = [(points(before.get(one.id)), points(after.get(one.id))) for one in gap_questions()]
        steps = [last - first for first, last in pairs if first is not None and last is not None]
        text = _(
            "Key areas: {areas_up} rose, {areas_down} fell. "
            "Questions: {questions_up} rose, {questions_down} fell."
        )
        number = current().number
        self.moved.setText(
            text.format(
                areas_up=number(sum(change > 0 for change in areas)),
                areas_down=number(sum(change < 0 for change in areas)),
                questions_up=number(sum(step > 0 for step in steps)),
                questions_down=number(sum(step < 0 for step in steps)),
            )
        )

    def _say_critical(self, after: Answers) -> None:
        """Name the critical questions that are still too low in the newer round."""
        speech = current()
        low = critical_below(guidance().questions, after)
        if low:
            text = _("Critical questions still below 3: {questions}")
            self.critical.setText(text.format(questions=speech.join(speech.island(one.id) for one in low)))
        else:
            self.critical.setText(_("No critical question is below 3."))
        theme.set_role(self.critical, TextRole.SMALL, Tone.BROKEN if low else Tone.GOOD)

    def _question_lines(self, before: Answers, after: Answers) -> dict[str, QuestionLine]:
        """Return a line for each question, and for each answer to one that is no longer asked."""
        asked = [one.id for one in gap_questions()]
        lost = sorted((before.keys() | after.keys()) - set(asked))
        return {
            question: QuestionLine(
                question,
                _question_text(question, is_asked=question not in lost),
                before.get(question),
                after.get(question),
                self._by(after.get(question) or before.get(question)),
            )
            for question in (*asked, *lost)
        }

    def _by(self, answer: GapAnswer | None) -> str:
        trace = self._answering.of(answer.id) if answer else None
        if trace is None:
            return ""
        speech = current()
        day = speech.date(trace.at.astimezone().date())
        return _("{name}, {day}").format(name=speech.isolate(trace.author), day=day)

    def _open(self, question_id: str) -> None:
        line = self._lines[question_id]
        answer = line.after or line.before
        if answer is not None:
            self.opened.emit(answer.id)

    def retranslate(self) -> None:
        """Show everything in the current language."""
        self.title.setText(_("Compare two rounds"))
        self.before.set_name(_("Before"))
        self.after.set_name(_("After"))
        self.kinds.set_texts(((AREAS, _("Key areas")), (QUESTIONS, _("Questions"))))
        self.only.setText(_("Only differences"))
        self.only.setAccessibleName(_("Only differences"))
        self.nothing.setText(
            _("Two rounds can be compared here: start a second one when measures have worked.")
        )
        self.areas.setAccessibleName(_("Key areas"))
        self.questions.setAccessibleName(_("Questions"))
        for table in (self.areas, self.questions):
            table.retranslate()


def _area_lines(before: Answers, after: Answers) -> Mapping[str, AreaLine]:
    areas = guidance().by_area
    first, second = scores(areas, before), scores(areas, after)
    lines = {
        area.id: AreaLine(area_name(area.id), first.by_area[area.id], second.by_area[area.id])
        for area in key_areas()
    }
    return {**lines, _OVERALL: AreaLine(_("Overall score"), first.overall, second.overall)}


def _question_text(question_id: str, *, is_asked: bool) -> str:
    if not is_asked:
        return _("This question is no longer asked; its answers are kept.")
    return gap_question(question_id).question.best(current().code)
