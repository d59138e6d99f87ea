"""The workspace of the gap questionnaire."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.content.guidance import guidance
from models.domain.fields import Record
from models.domain.ids import RecordId
from models.domain.records.organisation import GapAnswer
from models.domain.scoring import rounds_in_order
from models.services.company import OpenCompany
from models.services.gap import Filter
from ui import theme
from ui.language import _, current
from ui.theme import TextRole, Tone
from ui.widgets.choice_box import Choice, ChoiceBox
from ui.widgets.labels import PlainLabel
from ui.widgets.mode_layout import ModeLayout
from ui.widgets.mode_switch import chip_button
from ui.widgets.notice_bar import NoticeKind
from ui.workspace import Workspace
from ui.workspaces.gap.filters import FilterBar
from ui.workspaces.gap.keys import is_mark_key, score_key
from ui.workspaces.gap.question_page import QuestionPage
from ui.workspaces.gap.questionnaire import Questionnaire

QUESTION, LIST, RESULTS = "question", "list", "results"
_MODES = ((QUESTION, "circle-question-mark"), (LIST, "list"), (RESULTS, "chart-column"))
_ROUND_WIDTH = theme.space(56)


if TYPE_CHECKING:
    from ui.workspaces.gap.list_page import ListPage
    from ui.workspaces.gap.results_page import ResultsPage

    _Page = QuestionPage | ListPage | ResultsPage


class GapWorkspace(Workspace):
    """Answers by question or in a list, and shows what came of them."""

    def __init__(self, company: OpenCompany, parent: QWidget | None = None) -> None:
        super().__init__(company, parent)
        self.questionnaire = Questionnaire(company, self)
        self._layout = ModeLayout(self, _MODES)
        self.modes, self._stack = self._layout.modes, self._layout.pages
        self.answered = PlainLabel(role=TextRole.SMALL, tone=Tone.QUIET)
        self.rounds = ChoiceBox(optional=False)
        self.rounds.setFixedWidth(_ROUND_WIDTH)
        self.filter_button = chip_button("filter", self)
        self._filters: FilterBar | None = None
        self._pages: dict[str, _Page] = {}
        self._lay_out()
        self._connect()
        self.question_page = QuestionPage(self.questionnaire, self._stack)
        self._add(QUESTION, self.question_page)
        self.question_page.sheet.open_requested.connect(self.open_requested)
        self.question_page.sheet.place_requested.connect(self.place_requested)
        self.retranslate()

    def _lay_out(self) -> None:
        self._layout.add_after(self.filter_button)
        self._layout.add_beside(self.answered, self.rounds)
        self._filter_room = QVBoxLayout()
        self._filter_room.setContentsMargins(theme.space(5), 0, theme.space(4), theme.space(2))
        self._layout.add_under(self._filter_room)

    def _connect(self) -> None:
        self.modes.chosen.connect(self.show_mode)
        self.rounds.edited.connect(self._choose_round)
        self.filter_button.clicked.connect(self._toggle_filters)
        self.questionnaire.changed.connect(self.refresh)
        self.questionnaire.ended.connect(self._show_results)
        self.questionnaire.told.connect(self.told)
        for keys, deed in (
            ("Ctrl+PgUp", self._go_back),
            ("Ctrl+PgDown", self._go_on),
            ("Ctrl+F", self._search),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(deed)

    def _add(self, key: str, page: _Page) -> None:
        self._pages[key] = page
        self._stack.addWidget(page)

    def _page(self, key: str) -> _Page:
        """Return the page of a mode, built when it is first shown."""
        if key in self._pages:
            return self._pages[key]
        # Only who looks at the list or the results waits for them.
        if key == RESULTS:
            from ui.workspaces.gap.results_page import ResultsPage

            results = ResultsPage(self.questionnaire, self._stack)
            results.place_requested.connect(self.place_requested)
            page: ListPage | ResultsPage = results
        else:
            from ui.workspaces.gap.list_page import ListPage

            page = ListPage(self.questionnaire, self._stack)
        page.opened.connect(self._open)
        self._add(key, page)
        return page

    def _open(self, question_id: str, field: str) -> None:
        self.questionnaire.go(question_id)
        self.show_mode(QUESTION)
        self.question_page.sheet.focus(field)

    @property
    def filters(self) -> FilterBar:
        """What filters the questions, built when it is first needed."""
        if self._filters is None:
            self._filters = FilterBar(self)
            self._filters.changed.connect(self._set_filter)
            self._filter_room.addWidget(self._filters)
        return self._filters

    @property
    def mode(self) -> str:
        """How the questionnaire is looked at."""
        return self.modes.current()

    def show_mode(self, key: str) -> None:
        """Look at the questionnaire in another way; the question stays."""
        self.commit()
        self.modes.set_current(key)
        page = self._page(key)
        self._stack.setCurrentWidget(page)
        page.refresh()
        self.filter_button.setVisible(key == QUESTION)
        self._show_filters()

    def show_place(self, record_id: RecordId | None = None, field: str = "") -> None:
        """Show the question of an answer and give the focus to one of its fields."""
        self.commit()
        answer = self.company.find(GapAnswer, record_id)
        if answer is not None and not self.questionnaire.show_answer(answer):
            text = _("{question} is no longer asked. Its answer is kept.")
            question = current().island(answer.question)
            self.questionnaire.tell(text.format(question=question), NoticeKind.WARNING)
            return
        self.show_mode(QUESTION)
        self.question_page.sheet.focus(field)

    def show_new(self, record: Record, field: str = "") -> None:
        """Show the question that a new answer would belong to."""
        if isinstance(record, GapAnswer):
            self.commit()
            self.questionnaire.show_answer(record)
            self.show_mode(QUESTION)
            self.question_page.sheet.focus(field)

    def commit(self) -> None:
        """Save what is being typed."""
        self.question_page.commit()

    def take_key(self, event: QKeyEvent) -> bool:
        """Answer with 0 to 4 and N, mark with M."""
        score = score_key(event)
        if self.mode != QUESTION or not (score or is_mark_key(event)):
            return False
        if score:
            self.question_page.sheet.give(score)
        else:
            self.question_page.mark()
        return True

    def _go_on(self) -> None:
        self.question_page.go_on()

    def _go_back(self) -> None:
        self.question_page.go_back()

    def _search(self) -> None:
        if self.mode != RESULTS:
            self.filter_button.setChecked(True)
            self._show_filters()
            self.filters.search.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _show_results(self) -> None:
        self.show_mode(RESULTS)

    def _toggle_filters(self) -> None:
        if not self.filter_button.isChecked():
            self.filters.clear()
        self._show_filters()

    def _show_filters(self) -> None:
        wanted = self.filter_button.isChecked() or self.questionnaire.filter.is_on
        self.filter_button.setChecked(wanted)
        is_shown = self.mode == LIST or (self.mode == QUESTION and wanted)
        if is_shown or self._filters is not None:
            self.filters.setVisible(is_shown)
        self.refresh()

    def _set_filter(self, wanted: Filter) -> None:
        self.commit()
        self.questionnaire.set_filter(wanted)
        self._show_filters()

    def _choose_round(self) -> None:
        self.commit()
        self.questionnaire.show_round(RecordId(self.rounds.value()))

    def refresh(self) -> None:
        """Show how far the round is, and which rounds there are."""
        if not self.isVisible():
            return
        number, standing = current().number, self.questionnaire.standing
        total = len(guidance().questions)
        text = _("{count} of {total} answered")
        self.answered.setText(text.format(count=number(standing.answered), total=number(total)))
        if self._filters is not None:
            self._filters.show_count(len(self.questionnaire.shown), total)
        rounds = rounds_in_order(self.company)
        self.rounds.setVisible(len(rounds) > 1)
        choices = tuple(Choice(one.id, one.title or _("New entry")) for one in rounds)
        if choices != self.rounds.choices():
            self.rounds.set_choices(choices)
        if standing.round is not None:
            self.rounds.set_value(standing.round.id)

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed while something else was shown."""
        super().showEvent(event)
        self.refresh()
        self._page(self.mode).refresh()

    def retranslate(self) -> None:
        """Show everything in the current language; what is being typed is taken first."""
        self.commit()
        texts = ((QUESTION, _("Question")), (LIST, _("List")), (RESULTS, _("Results")))
        self.modes.set_texts((key, text) for key, text in texts if key in self.modes.buttons)
        self.filter_button.setText(_("Filter"))
        self.filter_button.setToolTip(_("Show only some of the questions (Ctrl+F)"))
        self.filter_button.setAccessibleName(_("Filter"))
        self.rounds.set_name(_("Round"))
        if self._filters is not None:
            self._filters.retranslate()
        for page in self._pages.values():
            page.retranslate()
        self.refresh()
