"""What attendance and results have in common: people against days, and what stands round the grid."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from models.domain.ids import RecordId
from models.domain.records.control import Person
from models.domain.registers import register
from models.domain.training import staff
from models.services.company import OpenCompany
from ui.language import _
from ui.theme import TextRole, Tone
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import WrapLabel
from ui.widgets.matrix import Head, MatrixGrid, MatrixLegend
from ui.workspaces.training.base import TrainingWorkspace, in_order, margins, people_heads


class PeopleGrid(TrainingWorkspace):
    """A grid with a row for each person. Above it stands a bar of its subclass, below it hint and legend."""

    def __init__(self, company: OpenCompany, *, goes_on: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(company, parent)
        self.bar = QHBoxLayout()
        self.bar.setContentsMargins(*margins())
        self.pages = QStackedWidget(self)
        self.grid = MatrixGrid(self.pages, finds_rows=True, goes_on=goes_on)
        self.empty = EmptyState(icon="step-4", parent=self.pages)
        self.hint = WrapLabel(role=TextRole.SMALL, tone=Tone.LATE, parent=self)
        self.legend = MatrixLegend(self)
        for page in (self.grid, self.empty):
            self.pages.addWidget(page)

    def lay_out_grid(self) -> None:
        """Put the bar, the grid and what stands below it in place; called when the bar is made."""
        foot = QHBoxLayout()
        foot.setContentsMargins(*margins())
        foot.addWidget(self.hint, 1)
        foot.addWidget(self.legend)
        self.body.addLayout(self.bar)
        self.body.addWidget(self.pages, 1)
        self.body.addLayout(foot)

    def heads_of_people(self, named: Iterable[RecordId | None]) -> list[Head]:
        """Return the rows: who works here now, and whoever is named by a record."""
        people = {person.id: person for person in staff(self.facts())}
        for person_id in named:
            person = self.company.find(Person, person_id)
            if person is not None:
                people[person.id] = person
        return people_heads(in_order(list(people.values())))

    def show_page(
        self, *, has_people: bool, has_days: bool, about: str, add: str, people_first: bool = False
    ) -> None:
        """Show the grid, or what has to be entered first: people, or what `about` and `add` say.

        people_first: which of the two is asked for while both are missing.
        """
        is_open = not self.company.is_read_only
        self.grid.set_read_only(not is_open)
        self.pages.setCurrentWidget(self.grid if has_people and has_days else self.empty)
        self.legend.setVisible(has_people and has_days)
        if not has_people and (has_days or people_first):
            about = _("Enter your people first: the sheet names all of them.")
            add = _(register("person").add)
        self.empty.set_texts(about, add if is_open else "")

    def focus_grid(self, otherwise: QWidget) -> None:
        """Give the focus to the grid, or to something else while there is none."""
        where = self.grid if self.pages.currentWidget() is self.grid else otherwise
        where.setFocus(Qt.FocusReason.OtherFocusReason)
