"""Which questions are shown: by key area, weight, what is open, what is marked, and words."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from models.content.gap import gap_model
from models.localisation.text import search_key
from models.services.gap import Filter
from ui import theme
from ui.language import _, current
from ui.theme import TextRole, Tone
from ui.widgets.buttons import LinkButton
from ui.widgets.choice_box import Choice, ChoiceBox
from ui.widgets.flow_box import FlowBox
from ui.widgets.labels import PlainLabel
from ui.widgets.mode_switch import chip_button
from ui.widgets.search_field import SearchField

_ALL = "all"
_SEARCH_WIDTH = theme.space(52)
_BOX_WIDTH = theme.space(46)


class FilterBar(FlowBox):
    """Tells each change of the filter by `changed`."""

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(theme.space(2), parent)
        self.filter = Filter()
        self.search = SearchField()
        self.search.setFixedWidth(_SEARCH_WIDTH)
        self.area = ChoiceBox(optional=False)
        self.weight = ChoiceBox(optional=False)
        for box in (self.area, self.weight):
            box.set_value(_ALL)
            box.setFixedWidth(_BOX_WIDTH)
            box.edited.connect(self._take)
        self.unanswered = chip_button("circle-dashed")
        self.marked = chip_button("flag")
        for chip in (self.unanswered, self.marked):
            chip.clicked.connect(self._take)
        self.count = PlainLabel(role=TextRole.SMALL, tone=Tone.QUIET)
        self.clear_button = LinkButton()
        self.clear_button.clicked.connect(self.clear)
        self.search.searched.connect(self._take)
        for widget in (self.search, self.area, self.weight, self.unanswered, self.marked):
            self.add(widget)
        self.add(self.count)
        self.add(self.clear_button)
        self.retranslate()

    def clear(self) -> None:
        """Show all questions again."""
        for box in (self.area, self.weight):
            box.set_value(_ALL)
        for chip in (self.unanswered, self.marked):
            chip.setChecked(False)
        self.search.clear()
        self._take()

    def show_count(self, shown: int, total: int) -> None:
        """Say how many questions are shown."""
        number = current().number
        text = _("{shown} of {total}").format(shown=number(shown), total=number(total))
        self.count.setText(text if self.filter.is_on else "")
        self.count.setVisible(self.filter.is_on)
        self.clear_button.setVisible(self.filter.is_on)

    def _take(self) -> None:
        points = {row.id: row.points for row in gap_model().weights}
        area, weight = self.area.value(), self.weight.value()
        wanted = dataclasses.replace(
            self.filter,
            area="" if area == _ALL else area,
            weight=next((number for key, number in points.items() if key == weight), 0),
            unanswered=self.unanswered.isChecked(),
            marked=self.marked.isChecked(),
            words=tuple(search_key(self.search.text()).split()),
        )
        if wanted != self.filter:
            self.filter = wanted
            self.changed.emit(wanted)

    def retranslate(self) -> None:
        """Word everything in the current language."""
        code, model = current().code, gap_model()
        areas = (Choice(area.id, area.name.best(code)) for area in model.key_areas)
        weights = (Choice(row.id, row.name.best(code)) for row in model.weights)
        _offer(self.area, _("All key areas"), areas)
        _offer(self.weight, _("All weights"), weights)
        self.area.set_name(_("Key area"))
        self.weight.set_name(_("Weight"))
        self.search.set_placeholder(_("Search the questions"))
        for chip, text in ((self.unanswered, _("Not answered")), (self.marked, _("Marked"))):
            chip.setText(text)
            chip.setAccessibleName(text)
        self.clear_button.setText(_("Show all"))


def _offer(box: ChoiceBox, every: str, choices: Iterable[Choice]) -> None:
    box.set_choices((Choice(_ALL, every), *choices))
