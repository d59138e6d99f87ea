"""The meeting itself: when and where, who was there, which period it looked back on, and who signed."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from models.domain.records.audit import Review
from models.domain.registers import register_of
from models.services import reviewing
from models.services.company import OpenCompany
from ui import theme
from ui.language import _, current
from ui.panels.record_fields import RecordFields
from ui.registers.evidence_strip import EvidenceStrip
from ui.theme import TextRole, Tone
from ui.widgets.labels import WrapLabel
from ui.widgets.showing import show_if

_MEETING = (("held_on", "place"), ("start", "end"), ("chair", "next_on"))
_SIGNED = (("signed_by", "signed_on"),)
NAMES = (*(name for line in (*_MEETING, *_SIGNED) for name in line), "present", "summary")


class MeetingPage(QWidget):
    """The fields of a review but those about the charter, and the signed minutes as files.

    Signals:
        told: `News`. open_requested: an `Evidence` record. typed: something is being typed.
    """

    told = Signal(object)
    open_requested = Signal(object)
    typed = Signal()

    def __init__(self, company: OpenCompany, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._company = company
        self.fields = RecordFields(company, Review, NAMES, self)
        self._signed_title = WrapLabel(role=TextRole.TITLE, parent=self)
        self.lacking = WrapLabel(role=TextRole.SMALL, tone=Tone.LATE, parent=self)
        self.evidence = EvidenceStrip(company, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.space(5), theme.space(3), theme.space(5), theme.space(5))
        column.setSpacing(theme.space(4))
        column.addLayout(self._grid(_MEETING))
        column.addWidget(self.fields.row("present"))
        column.addWidget(self.fields.row("summary"))
        column.addWidget(self._signed_title)
        column.addWidget(self.lacking)
        column.addLayout(self._grid(_SIGNED))
        column.addWidget(self.evidence)
        column.addStretch(1)
        self.fields.typed.connect(self.typed)
        self.evidence.told.connect(self.told)
        self.evidence.open_requested.connect(self.open_requested)

    def _grid(self, lines: tuple[tuple[str, str], ...]) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.space(4))
        grid.setVerticalSpacing(theme.space(3))
        for at, line in enumerate(lines):
            for place, name in enumerate(line):
                grid.addWidget(self.fields.row(name), at, place)
        for place in range(2):
            grid.setColumnStretch(place, 1)
        return grid

    def show_review(self, review: Review) -> None:
        """Show a review."""
        self.fields.show(review)
        self.evidence.show_subject(register_of(Review).code, review.id)
        found = reviewing.lacks(self._company, review)
        is_held = not reviewing.is_planned(review, date.today())
        self.lacking.setText(found.worded(current()) if found else "")
        show_if(self.lacking, found is not None and is_held)

    def commit(self) -> None:
        """Take what is being typed."""
        self.fields.commit()

    def retranslate(self) -> None:
        """Word everything in the current language."""
        self._signed_title.setText(_("Minutes, to be signed"))
        self.fields.retranslate()
