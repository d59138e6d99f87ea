"""What the actions are narrowed down to, and whether they are seen as a board or as a list."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from models.content import titles
from models.domain.action_states import ACTION_STATES
from models.domain.records.charter import Promise
from models.domain.records.control import Person
from models.domain.records.correction import ACTION_SOURCES
from models.localisation.display import Display
from models.localisation.text import shortened
from models.services.action_list import OVERDUE, ActionFilter, people_and_promises, with_part
from models.services.company import OpenCompany
from ui import theme
from ui.language import _, current
from ui.widgets.choice_box import Choice, ChoiceBox
from ui.widgets.mode_switch import ModeSwitch

BOARD, LIST = "board", "list"
_WIDEST = theme.space(48)
_LONGEST = 48


class FilterBar(QWidget):
    """Signals: `mode_chosen` with `BOARD` or `LIST`, `narrowed` with an `ActionFilter`."""

    mode_chosen = Signal(str)
    narrowed = Signal(object)

    def __init__(self, company: OpenCompany, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._company = company
        self.filter = ActionFilter()
        self.modes = ModeSwitch(((BOARD, "table-2"), (LIST, "list")), self)
        self.boxes: Mapping[str, ChoiceBox] = {
            name: ChoiceBox() for name in ("state", "source", "owner", "promise")
        }
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.space(3), 0, theme.space(3), theme.space(2))
        row.setSpacing(theme.space(2))
        self.modes.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        row.addWidget(self.modes)
        for box in self.boxes.values():
            box.setMaximumWidth(_WIDEST)
            box.edited.connect(self._narrow)
            row.addWidget(box, 1)
        row.addStretch(0)
        self.modes.chosen.connect(self.mode_chosen)
        self.retranslate()

    def set_filter(self, wanted: ActionFilter) -> None:
        """Show a filter as chosen, without any signal."""
        self.filter = wanted
        for name, box in self.boxes.items():
            box.set_value(getattr(wanted, name))

    def _narrow(self) -> None:
        for name, box in self.boxes.items():
            self.filter = with_part(self.filter, name, box.value())
        self.narrowed.emit(self.filter)

    def refresh(self, counted: Mapping[str, int]) -> None:
        """Offer what there is: owners and promises of actions, and the states with their numbers."""
        speech = current()
        display = Display(self._company, speech, titles.title, bare=True)
        owners, promises = people_and_promises(self._company)
        states = {**ACTION_STATES, OVERDUE: _("Overdue")}
        numbered = _("{title} ({count})")
        offered = {
            "state": [
                Choice(key, numbered.format(title=_(label), count=speech.number(counted.get(key, 0))))
                for key, label in states.items()
            ],
            "source": [Choice(key, _(label)) for key, label in ACTION_SOURCES.items()],
            "owner": [
                Choice(one, display.name(person))
                for one in owners
                if (person := self._company.find(Person, one)) is not None
            ],
            "promise": [
                Choice(one, shortened(display.name(promise), _LONGEST))
                for one in promises
                if (promise := self._company.find(Promise, one)) is not None
            ],
        }
        for name, box in self.boxes.items():
            choices = tuple(offered[name])
            if choices != box.choices():
                box.set_choices(choices)
            # A box with one entry narrows nothing down.
            box.setVisible(len(choices) > 1 or bool(box.value()))

    def retranslate(self) -> None:
        """Word modes and boxes in the current language."""
        self.modes.set_texts(((BOARD, _("Board")), (LIST, _("List"))))
        names = {
            "state": _("State"),
            "source": _("Source"),
            "owner": _("Owner"),
            "promise": _("Promise"),
        }
        for name, box in self.boxes.items():
            box.set_nothing(names[name])
            box.set_name(names[name])
