"""Editors of fields that refer to something: people, other records, content."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from models.content import titles as content_titles
from models.domain.errors import AppError
from models.domain.ids import RecordId
from models.domain.marking import N_
from models.domain.records.control import Person
from models.domain.register import Register
from models.domain.registers import register
from models.domain.text import LocalText
from models.localisation.display import Display
from models.localisation.telling_apart import told_apart
from models.services.company import OpenCompany
from ui import icons, language, theme
from ui.language import _
from ui.registers.pick_box import PickBox, PickEntry
from ui.theme import TextRole
from ui.widgets.editor import Editor
from ui.widgets.flow_box import FlowBox

ADD_PERSON = N_("Add person “{text}”")
_LONGEST_LABEL = 160


class RecordEntries:
    """The records of a register as entries; made again only when they or the language have changed."""

    def __init__(self, company: OpenCompany, target: Register, *, sorted_by_name: bool = False) -> None:
        self._company = company
        self._target = target
        self._sorted_by_name = sorted_by_name
        self._made_of: tuple[object, object] = (None, None)
        self._entries: list[PickEntry] = []

    def __call__(self) -> Sequence[PickEntry]:
        """Return the entries."""
        records, speech = self._company.all(self._target.record), language.current()
        if self._made_of[0] is not records or self._made_of[1] is not speech:
            writer = Display(self._company, speech, content_titles.title, bare=True)
            names = list(told_apart(records, writer, _LONGEST_LABEL).items())
            if self._sorted_by_name:
                names.sort(key=lambda named: speech.sort_key(named[1]))
            self._entries = [PickEntry.of(record_id, name) for record_id, name in names]
            self._made_of = (records, speech)
        return self._entries


class ReferenceBox(PickBox):
    """A record of another register."""

    def __init__(self, company: OpenCompany, target: Register, parent: QWidget | None = None) -> None:
        super().__init__(RecordEntries(company, target), parent=parent)


class PersonBox(PickBox):
    """A person of the people register; a name that is not there yet can be added at once."""

    def __init__(self, company: OpenCompany, parent: QWidget | None = None) -> None:
        entries = RecordEntries(company, register("person"), sorted_by_name=True)
        super().__init__(entries, offer=ADD_PERSON, parent=parent)
        self._company = company
        self.add_requested.connect(self._add)

    def _add(self, name: str) -> None:
        person = Person(name=LocalText.of({language.current().code: name}))
        try:
            self._company.save(person)
        except AppError as error:
            self.fail(error)
        else:
            self.choose(person.id)


class ContentBox(PickBox):
    """An entry of the application's own content, shown by its id and title."""

    def __init__(self, collection: str, parent: QWidget | None = None) -> None:
        self._collection = collection
        super().__init__(self._content, nothing="", parent=parent)

    def _content(self) -> Sequence[PickEntry]:
        speech = language.current()
        return [
            PickEntry.of(content_id, f"{speech.island(content_id)} · {title.best(speech.code)}")
            for content_id, title in content_titles.titles(self._collection).items()
        ]

    def _label_of_unknown(self, value: str) -> str:
        return value


class PeopleBox(Editor[tuple[RecordId, ...]]):
    """Any number of people: a chip for each, which a press takes away, and a box that adds one more."""

    def __init__(self, company: OpenCompany, parent: QWidget | None = None) -> None:
        super().__init__((), parent)
        self._names = RecordEntries(company, register("person"), sorted_by_name=True)
        self._board = FlowBox(theme.space(1.5))
        self._buttons: list[QPushButton] = []
        self.box = PersonBox(company)
        self.box.edited.connect(self._add)
        self.box.problem_changed.connect(self.problem_changed)
        control = QWidget()
        column = QVBoxLayout(control)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(1.5))
        column.addWidget(self._board)
        column.addWidget(self.box)
        self._hold(control)
        self.setFocusProxy(self.box)
        self._show(())

    def retranslate(self) -> None:
        """Word names and buttons again."""
        super().retranslate()
        self._show(self._value)

    def problem(self) -> str:
        """Return what is wrong with the name being typed."""
        return self.box.problem()

    def set_name(self, name: str) -> None:
        """Tell assistive technology what the people are to the record."""
        self.setAccessibleName(name)
        self.box.set_name(name)

    def set_broken(self, broken: bool) -> None:
        """Draw the box as one that needs attention."""
        self.box.set_broken(broken)

    def commit(self) -> None:
        """Take the name that stands in the box."""
        self.box.commit()

    def _read(self) -> tuple[RecordId, ...]:
        return self._value

    def _add(self) -> None:
        picked = self.box.value()
        self.box.set_value(None)
        if picked is not None and picked not in self._value:
            self._change((*self._value, RecordId(picked)))

    def _remove(self) -> None:
        chip = self.sender()
        if isinstance(chip, QPushButton):
            gone = chip.property("person")
            self._change(tuple(person for person in self._value if person != gone))
            self.box.setFocus(Qt.FocusReason.OtherFocusReason)

    def _change(self, value: tuple[RecordId, ...]) -> None:
        self._value = value
        self._show(value)
        self.edited.emit()

    def _show(self, value: tuple[RecordId, ...]) -> None:
        for old in self._buttons:
            self._board.remove(old)
        names = {entry.value: entry.label for entry in self._names()}
        self._buttons = [self._chip(person, names.get(person, _("No longer there"))) for person in value]
        for chip in self._buttons:
            self._board.add(chip)
        self._board.setVisible(bool(value))

    def _chip(self, person: RecordId, name: str) -> QPushButton:
        chip = QPushButton(name.replace("&", "&&"))
        chip.setProperty("kind", "chip")
        chip.setProperty("person", person)
        chip.setFont(theme.font(TextRole.SMALL))
        chip.setAutoDefault(False)
        chip.setToolTip(_("Take away"))
        chip.setAccessibleName(_("Take away {name}").format(name=name))
        chip.setEnabled(not self.box.line.isReadOnly())
        icons.set_icon(chip, "remove", "quiet", 14)
        chip.clicked.connect(self._remove)
        return chip

    def _lock(self, read_only: bool) -> None:
        self.box.set_read_only(read_only)
        self.box.setVisible(not read_only)
        for chip in self._buttons:
            chip.setEnabled(not read_only)
