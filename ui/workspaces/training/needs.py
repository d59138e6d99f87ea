"""The training matrix: which job needs which skill."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QWidget

from models.domain.errors import AppError
from models.domain.gates.criterion import Place
from models.domain.ids import RecordId
from models.domain.records.training import NEEDS, SkillNeed
from models.domain.registers import register
from models.domain.training import Matrix, staff
from models.services import starters
from models.services.company import OpenCompany
from models.services.training import needs
from models.services.training.needs import JOB, SKILL
from ui import language, theme
from ui.language import _, ngettext, pgettext
from ui.registers.news import News
from ui.theme import Tone
from ui.widgets.add_line import AddLine
from ui.widgets.empty_state import EmptyState
from ui.widgets.matrix import Head, MatrixGrid, MatrixLegend, State
from ui.widgets.notice_bar import NoticeBar, NoticeKind
from ui.workspaces.training.base import TrainingWorkspace, margins

_LINE_WIDTH = theme.space(58)
_NAMES_SHOWN = 3


class NeedsWorkspace(TrainingWorkspace):
    """Jobs against skills, one key a state; a session is planned from what is still needed."""

    def __init__(self, company: OpenCompany, parent: QWidget | None = None) -> None:
        super().__init__(company, parent)
        self._register = register("skill_need")
        self._renaming: tuple[str, str] | None = None
        self.skill_line = AddLine(parent=self)
        self.job_line = AddLine(parent=self)
        self.legend = MatrixLegend(self)
        self.pages = QStackedWidget(self)
        self.grid = MatrixGrid(self.pages)
        self.empty = EmptyState(icon="step-4", parent=self.pages)
        self.notice = NoticeBar(self)
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setContentsMargins(*margins())
        bar.setSpacing(theme.space(3))
        for line in (self.skill_line, self.job_line):
            line.setFixedWidth(_LINE_WIDTH)
            bar.addWidget(line, 0, Qt.AlignmentFlag.AlignTop)
        bar.addStretch(1)
        for page in (self.grid, self.empty):
            self.pages.addWidget(page)
        foot = QHBoxLayout()
        foot.setContentsMargins(*margins())
        foot.setSpacing(theme.space(4))
        foot.addWidget(self.notice, 1)
        foot.addWidget(self.legend, 0, Qt.AlignmentFlag.AlignTrailing)
        self.body.addLayout(bar)
        self.body.addWidget(self.pages, 1)
        self.body.addLayout(foot)

    def _connect(self) -> None:
        self.skill_line.entered.connect(partial(self._enter, SKILL))
        self.job_line.entered.connect(partial(self._enter, JOB))
        self.skill_line.given_up.connect(self._stop_renaming)
        self.job_line.given_up.connect(self._stop_renaming)
        self.grid.changed.connect(self._save)
        self.grid.refused.connect(self._say_refused)
        self.grid.menu_requested.connect(self._open_menu)
        self.empty.action_requested.connect(self.skill_line.setFocus)
        self.empty.example_requested.connect(self._start_from_model)

    def refresh(self) -> None:
        """Show the matrix as it is now."""
        found = needs.needs(self.company)
        is_open = not self.company.is_read_only
        people = staff(self.facts())
        if self.grid.cells.show(self._rows(found), self._columns(found), _values(found)):
            self.grid.fit()
        self.grid.set_read_only(not is_open)
        self.job_line.set_offers(needs.missing_jobs(self.company, people, language.current().code))
        for line in (self.skill_line, self.job_line):
            line.setVisible(is_open)
        self.pages.setCurrentWidget(self.grid if found.jobs and found.skills else self.empty)
        self.legend.setVisible(self.pages.currentWidget() is self.grid)
        self._word_empty(found)

    def _rows(self, found: Matrix) -> list[Head]:
        people, speech = staff(self.facts()), language.current()
        rows = []
        for job in found.jobs:
            who = [one.name.best(speech.code) for one in needs.people_in(job, people)]
            shown = who[:_NAMES_SHOWN]
            more = len(who) - len(shown)
            if more:
                shown.append(ngettext("{count} more", "{count} more", more).format(count=speech.number(more)))
            note = speech.join(speech.isolate(name) for name in shown) if shown else ""
            rows.append(Head(job, job, note, *_open(found.open_for_job(job))))
        return rows

    @staticmethod
    def _columns(found: Matrix) -> list[Head]:
        return [Head(skill, skill, "", *_open(found.open_for_skill(skill))) for skill in found.skills]

    def _word_empty(self, found: Matrix) -> None:
        if self.company.is_read_only:
            self.empty.set_texts(_(self._register.about))
        elif found.skills or found.jobs:
            missing = _("Add a job to the matrix.") if found.skills else _("Add a skill to the matrix.")
            self.empty.set_texts(missing, "", _("Start from the model"))
        else:
            self.empty.set_texts(_(self._register.about), _("Add skill"), _("Start from the model"))

    def _enter(self, axis: str, name: str) -> None:
        """Add a job or a skill, or give it another name."""
        line = self.skill_line if axis == SKILL else self.job_line
        try:
            if self._renaming is not None and self._renaming[0] == axis:
                needs.rename(self.company, axis, self._renaming[1], name)
            else:
                needs.add(self.company, axis, name)
        except AppError as error:
            line.refuse(error.sentence(language.current()))
            return
        line.accept()
        self._stop_renaming()

    def _stop_renaming(self) -> None:
        if self._renaming is not None:
            self._renaming = None
            self._name_lines()
            self.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def _save(self, wanted: Mapping[tuple[str, str], str]) -> None:
        self.notice.dismiss()
        self.attempt(partial(needs.set_states, self.company, wanted))

    def _say_refused(self, text: str) -> None:
        keys = language.current().join(state.keys[0] for state in self._states() if state.keys)
        sentence = _("“{text}” sets nothing here. Press one of these: {keys}.").format(
            text=language.current().isolate(text), keys=keys
        )
        self.notice.show_notice(NoticeKind.WARNING, sentence, seconds=8)

    def _start_from_model(self) -> None:
        def start() -> None:
            facts = self.facts()
            records = starters.starter(self._register, self.company, language.current(), facts.today)
            self.company.save_all(records)

        self.attempt(start)

    # The menu of a cell

    def menu(self) -> QMenu | None:
        """Return what can be done with the job and the skill of the current cell."""
        cell = self.grid.current_cell()
        if cell is None or self.company.is_read_only:
            return None
        job, skill = cell
        menu = QMenu(self)
        planned = needs.planned(self.company, skill)
        if planned is None:
            menu.addAction(_("Plan a session about this skill"), partial(self.plan, skill))
        else:
            menu.addAction(_("Show the planned session"), partial(self._show_session, planned.id))
        for axis, name in ((SKILL, skill), (JOB, job)):
            menu.addSeparator()
            rename, remove = _("Rename skill"), _("Remove skill")
            if axis == JOB:
                rename, remove = _("Rename job"), _("Remove job")
            menu.addAction(rename, partial(self.rename, axis, name))
            menu.addAction(remove, partial(self.remove, axis, name))
        return menu

    def _open_menu(self, at: QPoint) -> None:
        menu = self.menu()
        if menu is not None:
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(at)

    def plan(self, skill: str) -> None:
        """Make a session for everybody whose job needs a skill, and show it at its day."""
        people = staff(self.facts())

        def make() -> None:
            session = needs.plan_session(self.company, skill, people)
            self._show_session(session.id)

        self.attempt(make)

    def _show_session(self, session: RecordId) -> None:
        self.place_requested.emit(Place("training_session", session, "held_on"))

    def rename(self, axis: str, name: str) -> None:
        """Let a job or a skill be given another name, in the line where a new one is typed."""
        self._renaming = (axis, name)
        self._name_lines()
        (self.skill_line if axis == SKILL else self.job_line).begin(name)

    def remove(self, axis: str, name: str) -> None:
        """Move a job or a skill to the bin and offer to take that back."""
        if self.attempt(partial(needs.remove, self.company, axis, name)):
            text = _("{name} was moved to the bin.").format(name=language.current().isolate(name))
            self.told.emit(News(text, NoticeKind.UNDO, can_undo=True))

    # As part of the page

    def show_place(self, record_id: RecordId | None = None, field: str = "") -> None:  # noqa: ARG002
        """Go to the cell of a need, or to the first cell."""
        self.catch_up()
        need = self.company.find(SkillNeed, record_id)
        if need is not None:
            self.grid.choose(need.job.strip(), need.skill.strip())
        (self.grid if self.pages.currentWidget() is self.grid else self.skill_line).setFocus(
            Qt.FocusReason.OtherFocusReason
        )

    def _states(self) -> list[State]:
        # The letters of keyboards in both languages, the one that users of this language look for first.
        signs = {
            "have": (pgettext("key", "H") + "HhدDdا+", "check", Tone.GOOD),
            "need": (pgettext("key", "N") + "NnنKk!", "circle-dot", Tone.LATE),
            "na": ("–-−ـ_", "minus", Tone.QUIET),
        }
        return [
            State(value, _(label), keys, icon, "", tone)
            for value, label in NEEDS.items()
            for keys, icon, tone in [signs[value]]
        ]

    def _name_lines(self) -> None:
        is_skill = self._renaming is not None and self._renaming[0] == SKILL
        is_job = self._renaming is not None and self._renaming[0] == JOB
        self.skill_line.set_texts(_("New name of the skill") if is_skill else _("Add a skill"))
        self.job_line.set_texts(_("New name of the job") if is_job else _("Add a job"))

    def retranslate(self) -> None:
        """Word lines, legend and grid in the current language."""
        self._name_lines()
        self.grid.set_states(self._states())
        self.grid.setAccessibleName(_(self._register.title))
        self.legend.show_states(self._states())
        super().retranslate()


def _values(found: Matrix) -> Mapping[tuple[str, str], str]:
    return {cell: need.state for cell, need in found.needs.items()}


def _open(count: int) -> tuple[str, Tone]:
    """Return how many needs are open in words, and the tone; nothing where none is."""
    if not count:
        return "", Tone.QUIET
    text = ngettext("{count} open", "{count} open", count)
    return text.format(count=language.current().number(count)), Tone.LATE
