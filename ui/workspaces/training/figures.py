"""The figures of the training in one line: who was trained, who passed, what is still open."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from models.domain import training
from models.domain.gates.facts import Facts
from models.domain.records.training import SkillNeed
from models.domain.training import Part
from ui import theme
from ui.language import _, current
from ui.theme import Tone
from ui.widgets.figure import Figure

_HEIGHT = theme.space(17)


class TrainingFigures(QWidget):
    """Five figures side by side; the tone tells what is complete and what is overdue."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(_HEIGHT)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.space(3), 0, theme.space(3), 0)
        row.setSpacing(theme.space(2))
        self.figures = [Figure(self) for _at in range(5)]
        for figure in self.figures:
            row.addWidget(figure, 1)

    def show_facts(self, facts: Facts) -> None:
        """Show the figures as they are now."""
        found, speech = training.summary(facts), current()
        everybody = training.watches(facts)
        open_watches = [watch for watch in everybody if watch.check is None]
        is_over = any(watch.is_over(facts.today) for watch in open_watches)
        trained, passed, facing, needs, watches = self.figures
        self._show_part(trained, found.trained, _("trained"))
        self._show_part(passed, found.passed, _("passed the test"))
        self._show_part(facing, found.facing_passed, _("passed who meet customers"))
        needs.show_figure(
            speech.number(found.open_needs),
            _("open training needs"),
            tone=Tone.TEXT if found.open_needs or not facts.all(SkillNeed) else Tone.GOOD,
        )
        watches.show_figure(
            speech.number(len(open_watches)),
            _("to be watched at work, overdue") if is_over else _("to be watched at work"),
            tone=Tone.BROKEN if is_over else Tone.TEXT if open_watches or not everybody else Tone.GOOD,
        )

    @staticmethod
    def _show_part(figure: Figure, part: Part, caption: str) -> None:
        speech = current()
        is_all = part.total > 0 and part.count == part.total
        tone = Tone.GOOD if is_all else Tone.TEXT
        figure.show_figure(speech.number(part.count), caption, speech.number(part.total), tone)
