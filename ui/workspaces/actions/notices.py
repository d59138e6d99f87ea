"""What customers said and what was done: the lines, and those that closed actions suggest."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from models.domain.errors import AppError
from models.domain.gates.criterion import Place
from models.domain.records.correction import Action, Notice
from models.localisation.text import shortened
from models.services.company import OpenCompany
from models.services.notices import notice_offers
from ui.language import _, current
from ui.registers import RegisterView
from ui.registers.news import News
from ui.theme import Tone
from ui.widgets.buttons import SecondaryButton
from ui.widgets.notice_bar import NoticeKind
from ui.widgets.thing_list import Thing, ThingList
from ui.workspaces.actions.beside import BesideCards

PRINTED_IN = "R-10"
_MOST = 12
_LONGEST = 110


class NoticesWorkspace(BesideCards):
    """One press takes what an action says as a line, which is then worded for customers."""

    shows = (Action, Notice)

    def __init__(self, company: OpenCompany, parent: QWidget | None = None) -> None:
        super().__init__(company, "notice", parent)
        self.offers = ThingList("idea", self, is_narrow=True)
        self.print_button = SecondaryButton(icon="print", parent=self)
        self.offers.chosen.connect(self.take)
        self.print_button.clicked.connect(self._show_sheet)
        self.side.cards.addWidget(self.print_button)
        self.side.cards.addWidget(self.offers)
        self.side.cards.addStretch(1)

    def refresh(self) -> None:
        """Show what closed actions suggest."""
        self.print_button.setText(_("Print the notice (A4 or A5)"))
        found = () if self.company.is_read_only else notice_offers(self.company)
        self.offers.show_things(
            _("Suggested by closed actions"),
            [self._thing(draft) for draft in found[:_MOST]],
            chip=current().number(len(found)) if found else "",
            nothing=_("Closed actions that came from customers are suggested here."),
            tone=Tone.GOOD,
        )

    @staticmethod
    def _thing(draft: Notice) -> Thing:
        code = current().code
        said, did = draft.said.best(code), draft.did.best(code)
        return Thing(
            shortened(said, _LONGEST),
            shortened(did, _LONGEST),
            _("Take over"),
            "add",
            draft,
            Tone.PRIMARY,
        )

    def take(self, draft: Notice) -> None:
        """Save a suggested line and open it, to be worded for customers."""
        self.commit()
        try:
            self.company.save(draft)
        except AppError as error:
            self.fail(error)
            return
        said = _("A line was added. Say it in the customers’ words, in every language.")
        self.told.emit(News(said, NoticeKind.UNDO, can_undo=True))
        self.show_place(draft.id, "said")

    def _show_sheet(self) -> None:
        self.commit()
        self.place_requested.emit(Place("issue", content=PRINTED_IN))

    @property
    def lines(self) -> RegisterView:
        """The lines of the notice."""
        assert isinstance(self.view, RegisterView)
        return self.view
