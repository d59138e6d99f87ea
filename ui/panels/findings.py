"""What the health check found, as rows that lead to the places where it is mended."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.domain.health import SEVERITIES, Finding, Severity
from models.domain.registers import register
from ui.language import _, current, ngettext
from ui.theme import Tone
from ui.widgets.buttons import LinkButton
from ui.widgets.showing import show_if
from ui.widgets.thing_list import Thing, ThingList, Weight

ICONS: Mapping[Severity, str] = {
    Severity.SERIOUS: "error",
    Severity.WARNING: "warning",
    Severity.HINT: "idea",
}
TONES: Mapping[Severity, Tone] = {
    Severity.SERIOUS: Tone.BROKEN,
    Severity.WARNING: Tone.LATE,
    Severity.HINT: Tone.PRIMARY,
}
_FIRST, _MORE = 15, 15


class FindingGroup(QWidget):
    """The findings of one severity, the first of them at once and more on request.

    Signals:
        place_requested: the `Place` of a finding.
    """

    place_requested = Signal(object)

    def __init__(self, severity: Severity, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._severity = severity
        self._found: Sequence[Finding] = ()
        self._room = _FIRST
        self.list = ThingList(ICONS[severity], self)
        self.more = LinkButton(icon="add", parent=self)
        self.more.clicked.connect(self._show_more)
        self.list.chosen.connect(self.place_requested)
        line = QHBoxLayout()
        line.addWidget(self.more)
        line.addStretch(1)
        self.list.body.addLayout(line)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.list)

    def show_findings(self, found: Sequence[Finding], *, afresh: bool) -> None:
        """Show other findings; afresh: only the first of them, whatever was asked for before."""
        self._found = found
        if afresh:
            self._room = _FIRST
        shown, speech = found[: self._room], current()
        self.list.show_things(
            _(SEVERITIES[self._severity]),
            [finding_thing(one) for one in shown],
            chip=speech.number(len(found)),
            tone=TONES[self._severity],
        )
        left = len(found) - len(shown)
        sentence = ngettext("Show {count} more", "Show {count} more", min(left, _MORE))
        self.more.setText(sentence.format(count=speech.number(min(left, _MORE))))
        self.more.setVisible(left > 0)
        show_if(self, bool(found))
        self.setVisible(bool(found))

    def _show_more(self) -> None:
        first_new = len(self.list.rows)
        self._room += _MORE
        self.show_findings(self._found, afresh=False)
        # The focus goes on with the rows that came.
        self.list.rows[min(first_new, len(self.list.rows) - 1)].button.setFocus()


def finding_thing(finding: Finding) -> Thing:
    """Return the row for a finding."""
    title = _(register(finding.place.register).title)
    detail = title
    if finding.step is not None:
        step = current().number(finding.step)
        detail = _("Step {number} · {text}").format(number=step, text=title)
    return Thing(
        finding.sentence.worded(current()),
        detail,
        _("Go"),
        ICONS[finding.severity],
        finding.place,
        TONES[finding.severity],
        Weight.LINK,
    )
