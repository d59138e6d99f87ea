"""How often promises were broken, and what that cost: the whole, and the promises broken most often."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from PySide6.QtWidgets import QGridLayout, QWidget

from models.domain.reported import Quantity
from models.localisation.text import shortened
from models.services.cases import BreachTotal
from ui import theme
from ui.language import _, current, ngettext
from ui.theme import TextRole, Tone
from ui.widgets.labels import ElidedLabel

_MOST_SHOWN = 3
_LONGEST = 120


class BreachTotals(QWidget):
    """A figure and a quiet line below for all cases, and for each of the first promises."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.figures = [ElidedLabel(parent=self) for _at in range(_MOST_SHOWN + 1)]
        self.names = [ElidedLabel(role=TextRole.SMALL, tone=Tone.QUIET, parent=self) for _one in self.figures]
        grid = QGridLayout(self)
        grid.setContentsMargins(theme.space(4), theme.space(2.5), theme.space(4), theme.space(2.5))
        grid.setHorizontalSpacing(theme.space(5))
        grid.setVerticalSpacing(0)
        for at, (figure, name) in enumerate(zip(self.figures, self.names, strict=True)):
            theme.set_role(figure, TextRole.BODY, Tone.PRIMARY if at == 0 else Tone.TEXT, strong=True)
            grid.addWidget(figure, 0, at)
            grid.addWidget(name, 1, at)
            grid.setColumnStretch(at, 1)

    def show_totals(self, totals: Sequence[BreachTotal], currency: str) -> None:
        """Show the sums; the first promises are those broken most often. currency: "" for an unknown one."""
        whole = sum(one.count for one in totals), sum((one.cost for one in totals), Decimal(0))
        texts = [(_figure(*whole, currency), _("All, and the worth of their remedies"))]
        texts += [(_figure(one.count, one.cost, currency), _name(one)) for one in totals[:_MOST_SHOWN]]
        for at, (figure, name) in enumerate(zip(self.figures, self.names, strict=True)):
            is_shown = at < len(texts)
            figure.setText(texts[at][0] if is_shown else "")
            name.setText(texts[at][1] if is_shown else "")
        self.setVisible(whole[0] > 0)


def _figure(count: int, cost: Decimal, currency: str) -> str:
    speech = current()
    times = ngettext("{count} time", "{count} times", count).format(count=speech.number(count))
    if not cost:
        return times
    return _("{times} · {amount}").format(times=times, amount=Quantity(cost, currency).worded(speech))


def _name(one: BreachTotal) -> str:
    if one.promise is None:
        return _("Promises that are no longer there")
    return current().isolate(shortened(one.promise.text.best(current().code), _LONGEST))
