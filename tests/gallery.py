"""Charts of every kind side by side in the window, to be looked at."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import islice

from PySide6.QtWidgets import QDialog, QGridLayout, QWidget

from models.documents.blocks import Chart
from models.documents.charts.bars import Bar, BarNames, bars
from models.documents.charts.shapes import Geometry, Ink
from models.domain.ledger import Ledger
from models.services.documents import build
from ui import theme
from ui.language import _, current
from ui.widgets.card import Card
from ui.widgets.chart import ChartView

_DOCUMENTS = ("R-20", "R-04", "D4")


class ChartGallery(QDialog):
    """Shows charts that documents print, and bars with everything that bars can have."""

    def __init__(self, ledger: Ledger, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        grid = QGridLayout(self)
        grid.setSpacing(theme.space(3))
        charts = [*islice(_printed(ledger), 3), _bars()]
        for place, chart in enumerate(charts):
            card = Card(parent=self)
            card.add(ChartView(partial(_same, chart), parent=card))
            grid.addWidget(card, place // 2, place % 2)
        self.resize(1_240, 740)

    @classmethod
    def ask(cls, parent: QWidget, ledger: Ledger) -> None:
        """Show the charts until somebody has looked at them."""
        cls(ledger, parent).exec()


def _printed(ledger: Ledger) -> Iterator[Geometry]:
    for code in _DOCUMENTS:
        found = (block for block in build(ledger, code, current().code).blocks if isinstance(block, Chart))
        yield from (chart.geometry for chart in islice(found, 2))


def _bars() -> Geometry:
    rows = [
        Bar(_("Good"), 0.92, current().percent(0.92), Ink.GOOD, before=0.7, target=0.9),
        Bar(_("Home"), 0.61, current().percent(0.61), interval=(0.5, 0.7)),
        Bar(_("Documents"), 0.4, current().percent(0.4), Ink.LATE, before=0.55, target=0.6),
        Bar(_("Help"), 0.12, current().percent(0.12), Ink.BROKEN),
    ]
    names = BarNames(_("Value"), _("Baseline"), _("Target"))
    return bars(rows, current().percent, highest=1, names=names)


def _same(chart: Geometry) -> Geometry:
    return chart
