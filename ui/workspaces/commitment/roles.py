"""Who does what: each role with its holder and deputy, those still open, and the letters of appointment."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.content import titles as content_titles
from models.domain.appointments import is_open, unlisted
from models.domain.fields import Record, field_of
from models.domain.gates.criterion import Place
from models.domain.ids import RecordId
from models.domain.records.commitment import ROLES, Role, RoleName
from models.domain.registers import register_of
from models.localisation.display import Display
from models.services.commitment import roles_in_order
from models.services.company import OpenCompany
from ui.language import _, current
from ui.panels.list_and_form import ListAndForm
from ui.theme import Tone
from ui.widgets.buttons import SecondaryButton
from ui.widgets.entry_list import Entry
from ui.workspace import Workspace

LETTERS = "R-15"


class RolesWorkspace(Workspace):
    """The roles as a list, the chosen one as a form; needed roles stay listed until somebody holds them."""

    def __init__(self, company: OpenCompany, parent: QWidget | None = None) -> None:
        super().__init__(company, parent)
        self.letter_button = SecondaryButton(icon="documents", small=True)
        self.desk = ListAndForm(company, register_of(Role), self._entries, _begun, "person", self)
        self.desk.head.insertWidget(1, self.letter_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.desk)
        self.desk.told.connect(self.told)
        self.desk.open_requested.connect(self.open_requested)
        self.desk.shown.connect(self._note)
        self.desk.named.connect(self._note_shown)
        self.letter_button.clicked.connect(self._show_letter)
        self.retranslate()
        self.desk.show_record()

    def show_place(self, record_id: RecordId | None = None, field: str = "") -> None:
        """Bring a role and a field into view; without a role, the first one that is still open."""
        if record_id is None and (missing := unlisted(self.company)):
            self.desk.show_new(Role(role=missing[0]), field or "person")
        else:
            self.desk.show_record(record_id, field)

    def show_new(self, record: Record, field: str = "") -> None:
        """Open a new role that is prepared for the user."""
        self.desk.show_new(record, field)

    def commit(self) -> None:
        """Take what is being typed."""
        self.desk.commit()

    def _entries(self) -> Sequence[Entry]:
        """Return the roles in the order of the documents, and the needed ones that nobody entered yet."""
        writer = Display(self.company, current(), content_titles.title)
        listed = [(role.role, self._entry(role, writer)) for role in roles_in_order(self.company)]
        for name in unlisted(self.company):
            entry = Entry(name, _(ROLES[name]), _("Nobody yet"), _("Vacant"), Tone.LATE, "person")
            listed.append((name, entry))
        order = list(ROLES)
        listed.sort(key=lambda one: order.index(one[0]) if one[0] in order else len(order))
        return [entry for _name, entry in listed]

    def _entry(self, role: Role, writer: Display) -> Entry:
        name = role.title.best(current().code) or writer.name(role)
        if is_open(role):
            return Entry(role.id, name, _("Nobody yet"), _("Vacant"), Tone.LATE, "person")
        person = current().isolate(writer.of(role, field_of(Role, "person")))
        deputy = writer.of(role, field_of(Role, "deputy"))
        if deputy:
            detail = _("{person} · deputy {deputy}").format(person=person, deputy=current().isolate(deputy))
        else:
            detail = _("{person} · no deputy").format(person=person)
        return Entry(role.id, name, detail, icon="person")

    def _note_shown(self) -> None:
        self._note(self.desk.record)

    def _note(self, record: Record | None) -> None:
        """Offer the letter of somebody who is appointed; the manager appoints, and gets none."""
        is_appointed = (
            isinstance(record, Role) and not is_open(record) and record.role != RoleName.TOP_MANAGER
        )
        self.letter_button.setVisible(is_appointed)

    def _show_letter(self) -> None:
        self.commit()
        self.place_requested.emit(Place("issue", content=LETTERS))

    def retranslate(self) -> None:
        """Word the button in the current language."""
        self.letter_button.setText(_("Appointment letter"))
        self.letter_button.setToolTip(_("Show the letters of appointment as they are printed"))


def _begun(key: str) -> Record:
    return Role(role=key)
