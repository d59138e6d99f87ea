"""The health check in a few lines, for the home page."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.domain.health import Severity
from models.services.health import Checkup
from ui.language import _, current, ngettext
from ui.panels.findings import finding_thing
from ui.theme import Tone
from ui.widgets.buttons import LinkButton
from ui.widgets.thing_list import ThingList

_ROWS = 3


class HealthCard(QWidget):
    """The first serious findings and the way to all of them.

    Signals:
        place_requested: the `Place` of a finding.
        all_requested: the user wants to see everything that was found.
    """

    place_requested = Signal(object)
    all_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = ThingList("health", self)
        self.all_button = LinkButton(icon="forward", parent=self)
        self.all_button.clicked.connect(self.all_requested)
        self.list.chosen.connect(self.place_requested)
        self.list.add_trailing(self.all_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.list)

    def show_checkup(self, found: Checkup) -> None:
        """Show what a look through the records found."""
        serious, to_mend = found.of(Severity.SERIOUS), found.to_mend
        number = current().number
        if serious:
            chip = ngettext("{count} serious", "{count} serious", len(serious))
            chip, tone = chip.format(count=number(len(serious))), Tone.BROKEN
        else:
            chip = ngettext("{count} to be mended", "{count} to be mended", to_mend) if to_mend else ""
            chip, tone = chip.format(count=number(to_mend)), Tone.LATE
        self.list.show_things(
            _("Health check"),
            [finding_thing(one) for one in serious[:_ROWS]],
            chip=chip,
            nothing=_("Nothing serious was found."),
            tone=tone,
        )
        count = len(found.findings)
        every = ngettext("Show the finding", "Show all {count} findings", count).format(count=number(count))
        self.all_button.setText(every if count else _("Show the health check"))
