"""The start of the charter on one page: the launch list, the mock complaint, the rules and the decision."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from models.domain.fields import Record
from models.domain.gates.criterion import Place
from models.domain.ids import RecordId
from models.domain.launch_list import tally
from models.domain.records.operation import Launch, LaunchPoint
from models.services import launching
from models.services.company import Change, OpenCompany
from ui import theme
from ui.language import _, current, ngettext
from ui.panels.record_fields import RecordFields
from ui.theme import TextRole, Tone
from ui.widgets.card import Card
from ui.widgets.labels import WrapLabel
from ui.widgets.page_scroll import PageScroll
from ui.workspace import Workspace
from ui.workspaces.launch.points import LaunchPoints

_DECISION = ("decision", "decided_by", "decided_on", "decision_reason")
_MOCK = ("route_tested_on", "route_tested_by", "route_result")
_RULES = ("privacy_rule", "returns_rule")
_FIELDS = ("launch_on", *_DECISION, *_MOCK, *_RULES)
_SIDE = theme.space(108)


class LaunchWorkspace(Workspace):
    """The launch list at the leading side, day, decision, test and rules at the trailing one."""

    def __init__(self, company: OpenCompany, parent: QWidget | None = None) -> None:
        super().__init__(company, parent)
        self.fields = RecordFields(company, Launch, _FIELDS, self, save=self._save)
        self.points = LaunchPoints(company)
        self.standing = WrapLabel(role=TextRole.SMALL, tone=Tone.QUIET)
        self._decision = self._card("step-5", ("launch_on",), ("decision",), _DECISION[1:3], _DECISION[3:])
        self._decision.body.insertWidget(1, self.standing)
        self._mock = self._card("comment", _MOCK[:2], _MOCK[2:])
        self._rules = self._card("lock", _RULES[:1], _RULES[1:])
        self._lay_out()
        self.points.told.connect(self.told)
        self.points.place_requested.connect(self._go)
        self.destroyed.connect(company.subscribe(self._follow))
        self.retranslate()
        self.refresh()

    def _card(self, icon: str, *lines: tuple[str, ...]) -> Card:
        """Return a card with lines of fields, those of one line side by side."""
        card = Card(icon=icon)
        card.body.setSpacing(theme.space(3))
        for line in lines:
            grid = QGridLayout()
            grid.setHorizontalSpacing(theme.space(3))
            for at, name in enumerate(line):
                grid.addWidget(self.fields.row(name), 0, at)
                grid.setColumnStretch(at, 1)
            card.body.addLayout(grid)
        return card

    def _lay_out(self) -> None:
        board = QWidget()
        leading, trailing = QVBoxLayout(), QVBoxLayout()
        leading.addWidget(self.points)
        leading.addStretch(1)
        side = QWidget(board)
        side.setFixedWidth(_SIDE)
        side.setLayout(trailing)
        trailing.setContentsMargins(0, 0, 0, 0)
        trailing.setSpacing(theme.space(4))
        for card in (self._decision, self._mock, self._rules):
            trailing.addWidget(card)
        trailing.addStretch(1)
        row = QHBoxLayout(board)
        row.setContentsMargins(theme.space(5), theme.space(4), theme.space(5), theme.space(5))
        row.setSpacing(theme.space(6))
        row.addLayout(leading, 1)
        row.addWidget(side)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(PageScroll(board, self))

    def _save(self, record: Record, name: str, value: object) -> Record:
        """Save a field; once something is decided, who, when and why are asked for."""
        if name == "decision":
            self.fields.expect(*_DECISION)
        return launching.save_launch(self.company, record, name, value)

    def refresh(self) -> None:
        """Show the launch as it is now; the list shows itself."""
        self.fields.show(self.company.sheet(Launch))
        self._say_standing()

    def _say_standing(self) -> None:
        """Say above the decision how the list stands."""
        found, speech = tally(self.company.all(LaunchPoint)), current()
        if not found.needed:
            text = ""
        elif found.open:
            sentence = ngettext(
                "{count} point is not ready yet.", "{count} points are not ready yet.", found.open
            )
            text = sentence.format(count=speech.number(found.open))
        else:
            text = _("Every point is ready.")
        self.standing.setText(text)
        theme.set_role(self.standing, TextRole.SMALL, Tone.LATE if found.open else Tone.GOOD)
        self.standing.setVisible(bool(text))

    def reveal(self, place: Place) -> None:
        """Bring a field of the launch, or a point of the list, into view."""
        if place.register == "launch_point":
            self.show_point(place.record, place.field)
        else:
            self.show_place(place.record, place.field)

    def show_point(self, record_id: RecordId | None, field: str = "") -> None:
        """Open a point of the list, or go to the list."""
        self.points.focus(record_id, field)

    def show_place(self, record_id: RecordId | None = None, field: str = "") -> None:
        """Bring a field of the launch into view, or a point where the record is one."""
        if self.company.find(LaunchPoint, record_id) is not None:
            self.show_point(record_id, field)
        elif field in _FIELDS:
            self.fields.focus(field)
        else:
            self.points.focus()

    def show_new(self, record: Record, field: str = "") -> None:  # noqa: ARG002
        """Open a new point that is prepared for the user."""
        self.points.show_new(record)

    def commit(self) -> None:
        """Take what is being typed."""
        self.points.commit()
        self.fields.commit()

    def _go(self, place: Place) -> None:
        self.commit()
        if place.register in ("launch", "launch_point"):
            self.reveal(place)
        else:
            self.place_requested.emit(place)

    def _follow(self, change: Change) -> None:
        if not change.edits or change.touches(Launch, LaunchPoint):
            self.refresh()

    def retranslate(self) -> None:
        """Word everything in the current language."""
        self._decision.set_title(_("Day and decision"))
        self._mock.set_title(_("Mock complaint"))
        self._rules.set_title(_("Rules from the first day"))
        self.fields.retranslate()
        self._say_standing()
