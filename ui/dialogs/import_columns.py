"""The columns of a table: how each is headed, what stands in it, and what it is."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from models.domain.fields import field_of
from models.domain.records.feedback import SurveyAnswer, SurveyQuestion
from models.localisation.text import shortened
from models.services.survey.columns import DAY, LEFT_OUT, NUMBER, SOURCE
from models.services.survey.importing import Looked
from ui import theme
from ui.language import _, current
from ui.theme import TextRole, Tone
from ui.widgets.choice_box import Choice, ChoiceBox
from ui.widgets.labels import ElidedLabel

_LONGEST_QUESTION = 48
# A box shows nothing for a choice without a value.
_NOTHING = "left out"


class ImportColumns(QWidget):
    """A line for each column of the table.

    Signals:
        matched: the user said what a column is.
    """

    matched = Signal()

    def __init__(self, questions: Sequence[SurveyQuestion], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._questions = questions
        self.boxes: list[ChoiceBox] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, theme.space(2), 0)
        self._grid.setHorizontalSpacing(theme.space(3))
        self._grid.setVerticalSpacing(theme.space(1.5))
        for column, share in enumerate((2, 3, 6)):
            self._grid.setColumnStretch(column, share)

    def show_table(self, looked: Looked) -> None:
        """Show the columns of a table as they were matched."""
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.setParent(None)
                widget.deleteLater()
        self.boxes = []
        titles = (_("Column"), _("The first rows"), _("What it is"))
        for at, title in enumerate(titles):
            self._grid.addWidget(ElidedLabel(title, TextRole.SMALL, Tone.QUIET), 0, at)
        for at, target in enumerate(looked.matching):
            self._add(at, looked, target)

    def _add(self, at: int, looked: Looked, target: str) -> None:
        speech = current()
        heading = looked.headings[at] or _("Column {number}").format(number=speech.number(at + 1))
        shown = " · ".join(shortened(row[at], 30) for row in looked.first if row[at])
        box = ChoiceBox(self._choices(), optional=False)
        box.set_value(target or _NOTHING)
        box.set_name(_("What column “{name}” is").format(name=speech.isolate(heading)))
        box.edited.connect(partial(self.matched.emit))
        self.boxes.append(box)
        widgets = (ElidedLabel(heading), ElidedLabel(shown, tone=Tone.QUIET), box)
        for column, widget in enumerate(widgets):
            self._grid.addWidget(widget, at + 1, column)

    def matching(self) -> tuple[str, ...]:
        """Return what each column is, as the boxes say."""
        return tuple(LEFT_OUT if box.value() == _NOTHING else box.value() for box in self.boxes)

    def _choices(self) -> list[Choice]:
        speech = current()
        facts = [Choice(name, _(field_of(SurveyAnswer, name).label)) for name in (NUMBER, DAY, SOURCE)]
        asked = [
            Choice(
                question.id,
                _("{number}. {question}").format(
                    number=speech.number(place),
                    question=shortened(question.text.best(speech.code), _LONGEST_QUESTION),
                ),
            )
            for place, question in enumerate(self._questions, 1)
        ]
        return [Choice(_NOTHING, _("Left out")), *facts, *asked]
