"""The health check: which rules the records break, how much that matters, and where it is mended."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from models.domain.health import MEANINGS, RULES, SEVERITIES, Finding, Severity
from models.services.company import OpenCompany
from models.services.health import THROUGHOUT, fitting
from ui import theme
from ui.health_watch import HealthWatch
from ui.language import _, current, ngettext
from ui.page import Page
from ui.panels.findings import ICONS, TONES, FindingGroup
from ui.step_marks import step_name
from ui.theme import TextRole, Tone
from ui.widgets.choice_box import Choice, ChoiceBox
from ui.widgets.count_tile import CountTile
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import ElidedLabel
from ui.widgets.page_scroll import PageScroll
from ui.widgets.search_field import SearchField

_EVERY = "every"
_STEP_WIDTH = theme.space(64)
_SEARCH_WIDTH = theme.space(72)


class HealthPage(Page):
    """Shows the latest look of a `HealthWatch`, by severity; filters by severity, step and words."""

    def __init__(self, company: OpenCompany, health: HealthWatch, parent: QWidget | None = None) -> None:
        super().__init__(company, parent)
        self._health = health
        self._shown: tuple[Finding, ...] = ()
        # The Tab key follows the order in which things are made.
        self.tiles: Mapping[Severity, CountTile] = {
            severity: CountTile(ICONS[severity], TONES[severity], self) for severity in Severity
        }
        self.steps = ChoiceBox(optional=False, parent=self)
        self.steps.set_value(_EVERY)
        self.search = SearchField(parent=self)
        self.looked = ElidedLabel(role=TextRole.SMALL, tone=Tone.QUIET)
        board = QWidget()
        self.groups: Mapping[Severity, FindingGroup] = {
            severity: FindingGroup(severity, board) for severity in Severity
        }
        self.waiting = EmptyState(icon="health")
        self.nothing = EmptyState(icon="good")
        self.unfit = EmptyState(icon="search")
        self.unfit.action.set_icon("")
        self._pages = QStackedWidget()
        self._scroll = PageScroll(board, gap=theme.space(2))
        self._lay_out(board)
        self._connect()
        self.retranslate()

    def _lay_out(self, board: QWidget) -> None:
        column = QVBoxLayout(board)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(4))
        for group in self.groups.values():
            column.addWidget(group)
        column.addStretch(1)
        for page in (self._scroll, self.waiting, self.nothing, self.unfit):
            self._pages.addWidget(page)
        tiles = QHBoxLayout()
        tiles.setSpacing(theme.space(4))
        for tile in self.tiles.values():
            tiles.addWidget(tile, 1)
        self.steps.setFixedWidth(_STEP_WIDTH)
        self.search.setFixedWidth(_SEARCH_WIDTH)
        filters = QHBoxLayout()
        filters.setSpacing(theme.space(3))
        filters.addWidget(self.steps)
        filters.addWidget(self.search)
        filters.addStretch(1)
        filters.addWidget(self.looked, 0, Qt.AlignmentFlag.AlignVCenter)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(theme.space(5.5), theme.space(5), theme.space(5.5), theme.space(5))
        outer.setSpacing(theme.space(4))
        outer.addLayout(tiles)
        outer.addLayout(filters)
        outer.addWidget(self._pages, 1)

    def _connect(self) -> None:
        for tile in self.tiles.values():
            tile.clicked.connect(self._choose_severity)
        for group in self.groups.values():
            group.place_requested.connect(self.place_requested)
        self.steps.edited.connect(self._filter)
        self.search.searched.connect(self._filter)
        self.unfit.action_requested.connect(self.show_all)
        self._health.checked.connect(self._hear_look)

    def title(self) -> str:
        """Return the page's heading."""
        return _("Health check")

    def subtitle(self) -> str:
        """Return how much was found."""
        found = self._health.latest
        if found is None or not found.findings:
            return ""
        count = len(found.findings)
        return ngettext("{count} finding", "{count} findings", count).format(count=current().number(count))

    def severity(self) -> str:
        """Return the severity that alone is shown, "" for all."""
        return next((one.value for one, tile in self.tiles.items() if tile.isChecked()), "")

    def show_all(self) -> None:
        """Take every filter away."""
        for tile in self.tiles.values():
            tile.setChecked(False)
        self.steps.set_value(_EVERY)
        self.search.clear()
        self._show(afresh=True)

    def refresh(self) -> None:
        """Show the latest look."""
        self._show(afresh=False)

    def retranslate(self) -> None:
        """Set every text again in the current language."""
        numbers = [Choice(str(number), _numbered(number)) for number in range(1, 9)]
        self.steps.set_choices(
            [Choice(_EVERY, _("All steps")), *numbers, Choice(THROUGHOUT, _("What runs through all steps"))]
        )
        self.steps.set_name(_("Step"))
        self.search.set_placeholder(_("Search the findings"))
        self.waiting.set_texts(_("Your records are being looked through."))
        sentence = _(
            "All is well: your records keep all {count} rules of this check. It sees only what is "
            "written here; what happens at the counter, you have to see yourself."
        )
        self.nothing.set_texts(sentence.format(count=current().number(len(RULES))))
        self.unfit.set_texts(_("Nothing here fits the search."), _("Show all"))
        self._show(afresh=False)

    def _hear_look(self) -> None:
        self._is_stale = True
        if self.isVisible():
            self.bring_up_to_date()

    def _choose_severity(self) -> None:
        for tile in self.tiles.values():
            if tile is not self.sender():
                tile.setChecked(False)
        self._filter()

    def _filter(self) -> None:
        self._show(afresh=True)
        self._scroll.verticalScrollBar().setValue(0)

    def _show(self, *, afresh: bool) -> None:
        found, speech = self._health.latest, current()
        for severity, tile in self.tiles.items():
            count = speech.number(found.counts[severity]) if found else "–"
            tile.show_count(count, _(SEVERITIES[severity]), _(MEANINGS[severity]))
        moment = _("Looked through at {time}").format(time=speech.time(found.at)) if found else ""
        self.looked.setText(moment)
        step = "" if self.steps.value() == _EVERY else self.steps.value()
        everything = found.findings if found else ()
        self._shown = fitting(everything, speech, self.severity(), step, self.search.text())
        for severity, group in self.groups.items():
            of_it = [one for one in self._shown if one.severity is severity]
            group.show_findings(of_it, afresh=afresh)
        self._show_page(is_found=bool(everything))

    def _show_page(self, *, is_found: bool) -> None:
        if self._shown:
            self._pages.setCurrentWidget(self._scroll)
        elif self._health.latest is None:
            self._pages.setCurrentWidget(self.waiting)
        else:
            self._pages.setCurrentWidget(self.unfit if is_found else self.nothing)


def _numbered(number: int) -> str:
    return _("{number}. {title}").format(number=current().number(number), title=step_name(number))
