"""What the charter covers and what it leaves out, on one page."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.domain.fields import Record
from models.domain.gates.criterion import Place
from models.domain.ids import RecordId
from models.domain.records.commitment import Exclusion, Scope
from models.domain.registers import register_of
from models.services.company import Change, OpenCompany
from models.services.editing import new_record
from ui import theme
from ui.language import _
from ui.panels.record_cards import RecordCards
from ui.panels.record_fields import RecordFields
from ui.theme import TextRole, Tone
from ui.widgets.labels import WrapLabel
from ui.widgets.page_scroll import PageScroll
from ui.workspace import Workspace

_COVERED = ("products", "sites", "customer_groups", "channels")
_NOTHING = "nothing_excluded"
_LINES = (("what",), ("reason",))


class ScopeWorkspace(Workspace):
    """The scope at the leading side, its exclusions at the trailing one."""

    def __init__(self, company: OpenCompany, parent: QWidget | None = None) -> None:
        super().__init__(company, parent)
        self._exclusion = register_of(Exclusion)
        self.fields = RecordFields(company, Scope, (*_COVERED, _NOTHING), self)
        self._covered = _heading()
        self._left_out = _heading()
        self._about = WrapLabel(role=TextRole.SMALL, tone=Tone.QUIET)
        self.cards = RecordCards(
            company, self._exclusion, _LINES, wanted=self._exclusions, begun=self._new_exclusion
        )
        self._lay_out()
        self.cards.told.connect(self.told)
        self.destroyed.connect(company.subscribe(self._follow))
        self.retranslate()
        self.refresh()

    def _lay_out(self) -> None:
        board = QWidget()
        covered, left_out = QVBoxLayout(), QVBoxLayout()
        covered.addWidget(self._covered)
        for name in _COVERED:
            covered.addWidget(self.fields.row(name))
        for widget in (self._left_out, self._about, self.fields.row(_NOTHING), self.cards):
            left_out.addWidget(widget)
        row = QHBoxLayout(board)
        row.setContentsMargins(theme.space(5), theme.space(4), theme.space(5), theme.space(5))
        row.setSpacing(theme.space(8))
        for side in (covered, left_out):
            side.setSpacing(theme.space(4))
            side.addStretch(1)
            row.addLayout(side, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(PageScroll(board, self))

    def _exclusions(self) -> tuple[Record, ...]:
        return tuple(self.company.all(Exclusion))

    def _new_exclusion(self) -> Record:
        return new_record(self._exclusion, self.company)

    def refresh(self) -> None:
        """Show scope and exclusions as they are now."""
        self._show_scope()
        self.cards.refresh()

    def _show_scope(self) -> None:
        scope = self.company.sheet(Scope)
        self.fields.show(scope)
        # Nobody is asked whether nothing is left out while something is, unless that was ticked before.
        self.fields.row(_NOTHING).setVisible(scope.nothing_excluded or not self.company.all(Exclusion))

    def reveal(self, place: Place) -> None:
        """Bring a field of the scope, or an exclusion, into view."""
        if place.register != self._exclusion.code:
            self.show_place(place.record, place.field)
        elif place.record is None or not self.cards.focus(place.record, place.field):
            self.cards.add()

    def show_place(self, record_id: RecordId | None = None, field: str = "") -> None:
        """Bring a field of the scope into view, or an exclusion where the record is one."""
        if record_id is None or not self.cards.focus(record_id, field):
            self.fields.focus(field)

    def show_new(self, record: Record, field: str = "") -> None:
        """Open a new exclusion that is prepared for the user."""
        self.cards.show_new(record, field)

    def commit(self) -> None:
        """Take what is being typed."""
        self.fields.commit()
        self.cards.commit()

    def _follow(self, change: Change) -> None:
        if not change.edits or change.touches(Scope, Exclusion):
            self._show_scope()

    def retranslate(self) -> None:
        """Word everything in the current language."""
        self._covered.setText(_("What the charter covers"))
        self._left_out.setText(_("What it leaves out"))
        self._about.setText(_(self._exclusion.about))
        self.fields.retranslate()


def _heading() -> WrapLabel:
    return WrapLabel(role=TextRole.TITLE)
