"""What surrounds the pages of an open company: navigation, header, notices."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.domain.gates.criterion import Place
from models.domain.marking import N_
from models.domain.sentences import Sentence
from models.services.company import Change
from models.services.search.targets import PageKey, Reading, Target
from ui import theme
from ui.actions import Actions
from ui.context import AppContext
from ui.header import Header
from ui.language import _, current, ngettext
from ui.page import Notice
from ui.page_catalogue import FOOT, PAGES, SECTIONS, PageSpec
from ui.page_stack import PageStack
from ui.search.commands import LANGUAGE
from ui.search.desk import SearchDesk
from ui.step_marks import ring_state, step_name
from ui.widgets import progress_ring
from ui.widgets.navigation import NavigationBar
from ui.widgets.notice_bar import NoticeBar, NoticeKind
from ui.widgets.tab_order import go_on
from ui.zones import ZoneKeys

_REST_MS = 120
_INFO_SECONDS = 8.0
_STAYING = frozenset({NoticeKind.ERROR, NoticeKind.WARNING})
_DAMAGED = N_(
    "The check found damage in this file, so nothing more is written to it: {problem} "
    "Open a backup or a copy of it."
)


class Frame(QWidget):
    """Navigation at the leading edge, header above, the page below, and notices in between.

    Signals:
        copy_requested: the user wants a copy of a company that cannot be written to.
        open_requested: the user wants another file instead of a damaged one.
    """

    copy_requested = Signal()
    open_requested = Signal()

    def __init__(self, context: AppContext, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._company = context.company
        self._outlook = context.outlook
        self._health = context.health
        self._actions = actions
        self._notice: Notice | None = None
        self._is_damaged = False
        # The Tab key follows the order in which things are made.
        self.navigation = NavigationBar(self)
        self._fill_navigation()
        self.header = Header(actions, self)
        self.banner = NoticeBar(self)
        self.banner.close_button.hide()
        self.notices = NoticeBar(self)
        self._bars = QVBoxLayout()
        self.stack = PageStack(context, self)
        self.search = SearchDesk(context.company, self.header.search, self)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        ZoneKeys(self, self._zones)
        self._lay_out()
        self._connect()
        self.retranslate()

    def _zones(self) -> Sequence[QWidget]:
        return *self.stack.page().zones(), self.navigation, self.header, self.banner, self.notices

    def _fill_navigation(self) -> None:
        section = ""
        for spec in PAGES:
            if not spec.is_listed:
                continue
            if spec.section == FOOT and section != FOOT:
                self.navigation.add_stretch()
            elif spec.section in SECTIONS and spec.section != section:
                self.navigation.add_section(spec.section, _(SECTIONS[spec.section]))
            section = spec.section
            ring = progress_ring.StepState(spec.step) if spec.step is not None else None
            self.navigation.add_item(spec.key, _title(spec), spec.icon, ring)

    def _lay_out(self) -> None:
        self._bars.setSpacing(theme.space(2))
        for bar in (self.banner, self.notices):
            self._bars.addWidget(bar)
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addLayout(self._bars)
        column.addWidget(self.stack, 1)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        line.addWidget(self.navigation)
        line.addLayout(column, 1)

    def _fit_bars(self) -> None:
        """Keep bars away from the header, and ask for no room while there are none."""
        is_shown = not (self.banner.isHidden() and self.notices.isHidden())
        side = theme.space(5.5)
        self._bars.setContentsMargins(side, theme.space(3) if is_shown else 0, side, 0)

    def _connect(self) -> None:
        self.navigation.chosen.connect(self.stack.show_page)
        self.stack.page_shown.connect(self._follow_page)
        self.stack.page_built.connect(self._listen)
        self.stack.heading_changed.connect(self._show_heading)
        self.search.chosen.connect(self.go)
        self.search.given_back.connect(self.stack.setFocus)
        self.notices.acted.connect(self._act_on_notice)
        self.notices.dismissed.connect(self._fit_bars)
        self.banner.acted.connect(self._act_on_banner)
        self._rest.timeout.connect(self.show_state)
        self._health.checked.connect(self._show_health)
        leave = self._company.subscribe(self._heard)
        self.destroyed.connect(leave)

    def show_home(self) -> None:
        """Show the first page, the state of the steps and whether anything can be written."""
        self.stack.show_page(PAGES[0].key)
        self.show_state()
        # Nothing is marked as chosen before the user has come to it; the Tab key goes on from the page.
        self.stack.setFocus()

    def go(self, target: Target) -> None:
        """Go where a search leads, or do what it found."""
        if isinstance(target, Place):
            self.stack.show_place(target)
        elif isinstance(target, PageKey):
            self.stack.show_page(target.key)
        elif isinstance(target, Reading):
            self.stack.show_reading(target)
        elif target.key == LANGUAGE:
            self.header.language.click()
        else:
            self._actions[target.key].trigger()

    def show_state(self) -> None:
        """Show steps, undo, time of saving and read-only banner as they are now."""
        for state in self._outlook.steps():
            self.navigation.set_step(f"step-{state.step}", ring_state(state))
        self._show_company()

    def _show_company(self) -> None:
        self._actions["undo"].setEnabled(self._company.can_undo)
        self._actions["redo"].setEnabled(self._company.can_redo)
        self.header.set_saved(self._company.saved_at)
        because = self._company.read_only_because
        if because is None:
            self.banner.hide()
        else:
            kind = NoticeKind.ERROR if self._is_damaged else NoticeKind.WARNING
            action = _("Open a backup…") if self._is_damaged else _("Save a copy…")
            self.banner.show_notice(kind, because.worded(current()), action)
        self._fit_bars()

    def _show_health(self) -> None:
        """Tell beside the health check how much there is to mend."""
        found = self._health.latest
        count = found.to_mend if found is not None else 0
        meaning = ngettext("{count} finding to be mended", "{count} findings to be mended", count)
        number = current().number(count)
        self.navigation.set_badge(
            "health", number if count else "", meaning.format(count=number) if count else ""
        )

    def show_damage(self, problems: Sequence[Sentence]) -> None:
        """Let nothing be written to a file in which the check found something."""
        if problems:
            self._is_damaged = True
            self._company.forbid_writing(Sentence(_DAMAGED, problem=problems[0]))

    def _act_on_banner(self) -> None:
        self._show_company()
        (self.open_requested if self._is_damaged else self.copy_requested).emit()

    def show_error(self, text: str) -> None:
        """Show what did not work."""
        self.show_notice(Notice(text, NoticeKind.ERROR))

    def show_notice(self, notice: Notice) -> None:
        """Show a notice over the page; good news goes by itself, bad news stays."""
        self._notice = notice
        kind = NoticeKind.UNDO if notice.can_undo else NoticeKind(notice.kind)
        seconds = None if kind in _STAYING or notice.can_undo else _INFO_SECONDS
        deed = notice.deed
        if notice.can_undo:
            deed = _("Undo") if self._company.can_undo else ""
        self.notices.show_notice(kind, notice.text, deed, seconds)
        self._fit_bars()

    def _act_on_notice(self) -> None:
        self._fit_bars()
        notice = self._notice
        if notice is not None and notice.can_undo:
            self._actions["undo"].trigger()
        elif notice is not None and notice.act is not None:
            notice.act()

    def _listen(self, page: object) -> None:
        page.notice_requested.connect(self.show_notice)  # type: ignore[attr-defined]

    def _heard(self, change: Change) -> None:
        if change.edits and self._notice is not None and self._notice.can_undo:
            # The last step is another one now: the notice would take back the wrong thing.
            self.notices.dismiss()
        self._show_company()
        self._rest.start()

    def _follow_page(self, key: str) -> None:
        self.search.leave()
        self.navigation.set_current(key)
        self._show_heading()

    def _show_heading(self) -> None:
        page = self.stack.page()
        self.header.set_heading(page.title(), page.subtitle())

    def retranslate(self) -> None:
        """Word everything again that is not a page's own."""
        self.navigation.set_brand(_("Manshur"))
        for spec in PAGES:
            if spec.is_listed:
                self.navigation.set_text(spec.key, _title(spec))
        for section, title in SECTIONS.items():
            self.navigation.set_text(section, _(title))
        self._show_company()
        self._show_health()
        if self.stack.key:
            self._show_heading()

    def focusNextPrevChild(self, is_onwards: bool) -> bool:
        """Go on in the order of reading."""
        is_done = go_on(self, is_onwards=is_onwards)
        return super().focusNextPrevChild(is_onwards) if is_done is None else is_done

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()


def _title(spec: PageSpec) -> str:
    return step_name(spec.step) if spec.step is not None else _(spec.title)
