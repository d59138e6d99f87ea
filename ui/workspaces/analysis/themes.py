"""The workspace of themes: open answers sorted by hand, with one key or press an answer."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from functools import cached_property

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.domain.errors import AppError
from models.domain.fields import Record
from models.domain.gates.criterion import Place
from models.domain.ids import RecordId
from models.domain.marking import N_
from models.domain.records.feedback import Survey, SurveyAnswer, SurveyQuestion, Theme, ThemeMark
from models.domain.registers import register
from models.domain.survey.report import survey_of
from models.domain.survey.themes import OpenAnswer, themes_of
from models.services.company import Change, OpenCompany
from models.services.survey import themes as sorting
from ui import theme
from ui.language import _, current, ngettext
from ui.registers import RegisterView
from ui.registers.news import News
from ui.theme import TextRole, Tone
from ui.widgets.choice_box import Choice, ChoiceBox
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import WrapLabel
from ui.widgets.line import thin_line
from ui.widgets.mode_layout import ModeLayout
from ui.widgets.notice_bar import NoticeKind
from ui.widgets.page_scroll import SideScroll
from ui.widgets.plain_table import Column, PlainTable
from ui.workspace import Workspace
from ui.workspaces.analysis.frequent_words import FrequentWords
from ui.workspaces.analysis.sorted_answers import ALL, UNTAGGED, SortedAnswers, Wanted
from ui.workspaces.analysis.theme_list import MOST_KEYS, ThemeList, digit_of

SORT, LIST = "sort", "list"
_SIDE_WIDTH = theme.space(86)
_SURVEY_WIDTH = theme.space(52)
_SEEN: tuple[type[Record], ...] = (Survey, SurveyQuestion, SurveyAnswer, Theme, ThemeMark)


class ThemesWorkspace(Workspace):
    """Sorts the open answers of one survey; the register is the other way to look at the themes."""

    code = "theme"

    def __init__(self, company: OpenCompany, parent: QWidget | None = None) -> None:
        super().__init__(company, parent)
        self._is_stale = True
        self._said_of: dict[frozenset[RecordId], str] = {}
        self.sorted = SortedAnswers(company, self)
        self._layout = ModeLayout(self, ((SORT, "tag"), (LIST, "list")))
        self.modes, self._stack = self._layout.modes, self._layout.pages
        self.surveys = ChoiceBox(optional=False)
        self.filter = ChoiceBox(optional=False)
        self.board = QWidget(self._stack)
        self.table: PlainTable[OpenAnswer] = PlainTable(self._columns(), self.board)
        self.said = WrapLabel(parent=self.board)
        self.count = WrapLabel(role=TextRole.SMALL, tone=Tone.QUIET, parent=self.board)
        self.side = QWidget()
        self.themes = ThemeList(self.side)
        self.words = FrequentWords(self.side)
        self.empty = EmptyState(icon="tag", parent=self._stack)
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        for box in (self.filter, self.surveys):
            box.setFixedWidth(_SURVEY_WIDTH)
        self._layout.add_beside(self.filter, self.surveys)
        side = QVBoxLayout(self.side)
        side.setContentsMargins(theme.space(4), theme.space(4), theme.space(4), theme.space(4))
        side.setSpacing(theme.space(3))
        side.addWidget(self.themes)
        side.addWidget(self.words)
        side.addStretch(1)
        foot = QVBoxLayout()
        foot.setContentsMargins(theme.space(5), theme.space(2), theme.space(5), theme.space(3))
        foot.setSpacing(theme.space(1))
        foot.addWidget(self.count)
        foot.addWidget(self.said)
        answers = QVBoxLayout()
        answers.setSpacing(0)
        answers.addWidget(self.table, 1)
        answers.addWidget(thin_line())
        answers.addLayout(foot)
        row = QHBoxLayout(self.board)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(answers, 1)
        row.addWidget(thin_line(is_upright=True))
        row.addWidget(SideScroll(self.side, _SIDE_WIDTH))
        self._layout.add_pages(self.board, self.empty)

    def _connect(self) -> None:
        self.modes.chosen.connect(self.show_mode)
        self.surveys.edited.connect(self._begin_anew)
        self.filter.edited.connect(self._begin_anew)
        self.table.chosen.connect(self._show_answer)
        self.table.installEventFilter(self)
        self.words.chosen.connect(self._put_in_order)
        self.sorted.arranged.connect(self._show_sorted)
        self.sorted.worded.connect(self._show_words)
        self.themes.pressed.connect(self.toggle)
        self.themes.named.connect(self._name)
        self.themes.removing.connect(self._remove)
        self.themes.merging.connect(self._merge)
        self.empty.action_requested.connect(self._begin)
        self.destroyed.connect(self.company.subscribe(self._follow))

    # What is shown

    @cached_property
    def view(self) -> RegisterView:
        """The register, made when it is first looked at."""
        view = RegisterView(self.company, register(self.code), self._stack)
        view.told.connect(self.told)
        view.open_requested.connect(self.open_requested)
        self._stack.addWidget(view)
        return view

    @property
    def survey(self) -> Survey | None:
        """The survey whose answers are sorted: the one chosen, or else the newest with questions."""
        return self.company.find(Survey, RecordId(self.surveys.value())) or survey_of(self.company, None)

    def refresh(self) -> None:
        """Show the answers and themes as they are now; answers stay where they are while they are sorted."""
        self._is_stale = False
        survey, is_list = self.survey, self.modes.current() == LIST
        surveys = self.company.all(Survey)
        choices = tuple(Choice(one.id, one.title.best(current().code) or one.no) for one in surveys)
        if choices != self.surveys.choices():
            self.surveys.set_choices(choices)
        self.surveys.set_value(survey.id if survey else "")
        self.surveys.setVisible(not is_list and len(surveys) > 1)
        self._said_of.clear()
        if is_list:
            self.filter.hide()
            self._stack.setCurrentWidget(self.view)
            return
        self._offer_filters(themes_of(self.company, survey.id) if survey else ())
        self.sorted.read(survey, Wanted(self.filter.value(), self.words.word))

    def _show_sorted(self) -> None:
        """Show the answers that were read and put in order."""
        if self.modes.current() == LIST:
            return
        given = self.sorted.answers
        self.filter.setVisible(bool(given))
        if not given:
            self._word_empty(has_open=self.sorted.has_open)
            self._stack.setCurrentWidget(self.empty)
            return
        self.table.show_rows(self.sorted.shown)
        if self.sorted.shown and not self.table.current_key():
            self.table.choose(next(iter(self.sorted.shown)))
        self._show_numbers()
        self._stack.setCurrentWidget(self.board)

    def _show_numbers(self) -> None:
        """Show how many answers each theme has, how many are shown, and what was said in the one chosen."""
        survey, speech = self.survey, current()
        known = themes_of(self.company, survey.id) if survey else ()
        self.themes.show_themes(known, self.sorted.counts, is_open=not self.company.is_read_only)
        number, untagged = len(self.sorted.shown), self.sorted.untagged
        shown = ngettext("{count} answer", "{count} answers", number)
        rest = ngettext("{count} without a theme", "{count} without a theme", untagged)
        parts = [shown.format(count=speech.number(number)), rest.format(count=speech.number(untagged))]
        self.count.setText(" · ".join(parts))
        self._show_answer()

    def _show_words(self) -> None:
        self.words.show_words(self.sorted.words)

    def _columns(self) -> Sequence[Column[OpenAnswer]]:
        return (
            Column(N_("No."), _number, widest=_last),
            Column(N_("Answer"), lambda answer: answer.text, is_wide=True),
            Column(
                N_("Themes"),
                lambda answer: self._themes_of(answer) or "–",
                lambda answer: Tone.TEXT if answer.themes else Tone.QUIET,
                lambda answer: "tag" if answer.themes else "",
                widest=_each_kind,
            ),
        )

    def _themes_of(self, answer: OpenAnswer) -> str:
        """Return the names of an answer's themes, worded once for all answers that have the same."""
        said = self._said_of.get(answer.themes)
        if said is None:
            known = themes_of(self.company, answer.sheet.survey) if answer.themes else ()
            names = (current().isolate(one.name) for one in known if one.id in answer.themes)
            said = self._said_of[answer.themes] = current().join(names)
        return said

    def _offer_filters(self, known: Sequence[Theme]) -> None:
        choices = (
            Choice(ALL, _("All answers")),
            Choice(UNTAGGED, _("Without a theme")),
            *(Choice(one.id, one.name) for one in known),
        )
        if choices != self.filter.choices():
            self.filter.set_choices(choices)
        if self.filter.value() not in {choice.value for choice in choices}:
            self.filter.set_value(ALL)

    def _begin_anew(self) -> None:
        """Look at all answers of what was chosen, whatever word they hold."""
        self.words.word = ""
        self._put_in_order()

    def _put_in_order(self) -> None:
        """Put the answers in order again, those without a theme first."""
        self.sorted.forget_order()
        self.refresh()

    def _show_answer(self, _key: str = "") -> None:
        answer = self._chosen()
        self.said.setText(answer.text if answer else "")
        self.themes.show_marks(answer.themes if answer else frozenset())

    def _chosen(self) -> OpenAnswer | None:
        return self.sorted.answers.get(self.table.current_key())

    def _word_empty(self, *, has_open: bool) -> None:
        is_open = not self.company.is_read_only
        about = _("Open answers are sorted by theme here, once the survey has an open question.")
        add = _(register("survey_question").add)
        if has_open:
            about = _("Open answers are sorted by theme here, as soon as there are some.")
            add = _(register("survey_answer").add)
        self.empty.set_texts(about, add if is_open else "")
        self._empty_leads_to = "survey_answer" if has_open else "survey_question"

    def _begin(self) -> None:
        self.place_requested.emit(Place(self._empty_leads_to))

    # What is done

    def toggle(self, of: Theme) -> None:
        """Mark the answer chosen with a theme, or take the mark away."""
        answer = self._chosen()
        if answer is None:
            return
        self._attempt(lambda: sorting.toggle(self.company, answer, of))
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _name(self, name: str, of: Theme | None) -> None:
        survey = self.survey
        if survey is None:
            return
        try:
            if of is None:
                sorting.add_theme(self.company, survey.id, name)
            else:
                sorting.rename_theme(self.company, of, name)
        except AppError as error:
            self.themes.adding.refuse(error.sentence(current()))
        else:
            self.themes.accept()

    def _remove(self, of: Theme) -> None:
        if self._attempt(lambda: sorting.remove(self.company, of)):
            self._tell(_("The theme {name} was removed with its marks."), of)

    def _merge(self, gone: Theme, into: str) -> None:
        other = self.company.find(Theme, RecordId(into))
        if other is not None and self._attempt(lambda: sorting.merge(self.company, gone, other)):
            self._tell(_("The theme {name} was merged into another."), gone)

    def _tell(self, text: str, of: Theme) -> None:
        said = text.format(name=current().isolate(of.name))
        self.told.emit(News(said, NoticeKind.UNDO, can_undo=True))

    def _attempt(self, deed: Callable[[], None]) -> bool:
        try:
            deed()
        except AppError as error:
            self.told.emit(News(error.sentence(current()), NoticeKind.ERROR))
            return False
        return True

    # Keys and places

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the digits mark before the table searches for them."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        return watched is self.table and self.take_key(event)

    def take_key(self, event: QKeyEvent) -> bool:
        """Mark the answer chosen with the theme of a digit."""
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        number = digit_of(event.text())
        is_open = self._stack.currentWidget() is self.board and not self.company.is_read_only
        if held or not is_open or not 0 < number <= min(MOST_KEYS, len(self.themes.lines)):
            return False
        self.toggle(self.themes.lines[number - 1].theme)
        return True

    def show_mode(self, key: str) -> None:
        """Sort answers, or look at the register."""
        self.commit()
        self.modes.set_current(key)
        self.refresh()

    def show_place(self, record_id: RecordId | None = None, field: str = "") -> None:
        """Show a record of the register in its list; without one, sort answers."""
        if self.company.find(register(self.code).record, record_id) is None:
            self.show_mode(SORT)
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.show_mode(LIST)
        self.view.show_place(record_id, field)

    def show_new(self, record: Record, field: str = "") -> None:
        """Open the form of a new record that is prepared for the user."""
        self.show_mode(LIST)
        self.view.show_new(record, field)

    def commit(self) -> None:
        """Save what is being entered."""
        if self.modes.current() == LIST:
            self.view.commit()

    def _follow(self, change: Change) -> None:
        if change.edits and not change.touches(*_SEEN):
            return
        changed = self.sorted.follow(change) if not self._is_stale else None
        if changed is None:
            self._is_stale = True
            if self.isVisible():
                self.refresh()
            return
        for key in changed:
            self.table.change_row(key, self.sorted.answers[key])
        self._show_numbers()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed while something else was shown."""
        super().showEvent(event)
        if self._is_stale:
            self.refresh()

    def retranslate(self) -> None:
        """Show everything in the current language."""
        self.modes.set_texts(((SORT, _("Sort answers")), (LIST, _(register(self.code).title))))
        self.surveys.set_name(_("Survey"))
        self.filter.set_name(_("Which answers are shown"))
        self.table.setAccessibleName(_("Open answers"))
        self.words.retranslate()
        self.table.retranslate()
        self.themes.retranslate()
        self._is_stale = True
        if self.isVisible():
            self.refresh()


class MarksWorkspace(ThemesWorkspace):
    """The same work under the tab of the marks, whose register is the list."""

    code = "theme_mark"


def _number(answer: OpenAnswer) -> str:
    return current().number(answer.sheet.no or 0)


def _last(answers: Collection[OpenAnswer]) -> Collection[OpenAnswer]:
    """Return the answer with the highest number; digits are all as wide as each other."""
    return (max(answers, key=lambda answer: answer.sheet.no or 0),) if answers else ()


def _each_kind(answers: Collection[OpenAnswer]) -> Collection[OpenAnswer]:
    """Return one answer for each set of themes."""
    return {answer.themes: answer for answer in answers}.values()
