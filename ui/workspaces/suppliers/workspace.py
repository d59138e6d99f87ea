"""What suppliers were told of their part, who is named elsewhere and not told yet, and the letters."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.domain.fields import Record
from models.domain.gates.criterion import Place
from models.domain.ids import RecordId
from models.domain.records.operation import SupplierNotice
from models.domain.records.organisation import Party
from models.domain.registers import register_of
from models.services import suppliers
from models.services.company import OpenCompany
from ui.followed import FollowedWorkspace
from ui.language import _, current
from ui.registers.with_cards import RegisterWithCards
from ui.theme import TextRole, Tone
from ui.widgets.buttons import SecondaryButton
from ui.widgets.card import Card
from ui.widgets.labels import WrapLabel
from ui.widgets.thing_list import Thing, ThingList

LETTERS = "R-19"
_MOST_SHOWN = 12


class SuppliersWorkspace(FollowedWorkspace):
    """The notices as a list; beside it the suppliers among the interested parties that have none."""

    shows = (Party, SupplierNotice)

    def __init__(self, company: OpenCompany, parent: QWidget | None = None) -> None:
        super().__init__(company, parent)
        self._both = RegisterWithCards(company, register_of(SupplierNotice), self)
        self.view = self._both.view
        self.waiting = ThingList("megaphone", self, is_narrow=True)
        self.letters = Card(icon="mail", parent=self)
        self._about_letters = WrapLabel(role=TextRole.SMALL, tone=Tone.QUIET)
        self.letter_button = SecondaryButton(icon="file-text", small=True)
        self.letters.add(self._about_letters)
        self.letters.body.addWidget(self.letter_button, 0, Qt.AlignmentFlag.AlignLeading)
        for card in (self.letters, self.waiting):
            self._both.column.addWidget(card)
        self._both.column.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._both)
        self.setFocusProxy(self._both)
        self.view.told.connect(self.told)
        self.view.open_requested.connect(self.open_requested)
        self.waiting.chosen.connect(self.enter)
        self.letter_button.clicked.connect(self._show_letters)
        self.retranslate()

    def refresh(self) -> None:
        """Show who is still to be told; with the first notice there is a letter."""
        code, can_add = current().code, not self.company.is_read_only
        self.waiting.show_things(
            _("Suppliers not told yet"),
            [
                Thing(
                    one.name.best(code),
                    one.needs.best(code),
                    _("Tell") if can_add else _("Go"),
                    "circle-dot",
                    one,
                )
                for one in suppliers.not_told(self.company)[:_MOST_SHOWN]
            ],
            nothing=_("Every supplier among the interested parties has a notice."),
        )
        self.letters.setVisible(bool(self.company.all(SupplierNotice)))

    def enter(self, party: Party) -> None:
        """Open a new notice to a supplier."""
        if self.company.is_read_only:
            self.place_requested.emit(Place("party", party.id))
        else:
            self.show_new(SupplierNotice(supplier=party.name.best(current().code)), "part")

    def _show_letters(self) -> None:
        self.commit()
        self.place_requested.emit(Place("issue", content=LETTERS))

    def show_place(self, record_id: RecordId | None = None, field: str = "") -> None:
        """Bring a notice and a field into view; without one, the list."""
        self._both.show_place(record_id, field)

    def show_new(self, record: Record, field: str = "") -> None:
        """Open the form with a new notice; it is saved with its first entry."""
        self.view.show_new(record, field)

    def commit(self) -> None:
        """Take what is being typed."""
        self.view.commit()

    def retranslate(self) -> None:
        """Word the card in the current language."""
        self.letters.set_title(_("Letters to suppliers"))
        self._about_letters.setText(_("One page for each supplier, with room to sign."))
        self.letter_button.setText(_("Show the letters"))
        super().retranslate()
