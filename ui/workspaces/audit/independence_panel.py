"""Under the auditor of an audit: what is their own work, or the statement of independence to take."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.content.improvement import audit_model
from models.domain.gates.criterion import place
from models.domain.independence import OwnWork, own_work, statement
from models.domain.records.audit import Audit
from models.domain.registers import register_of
from models.localisation.text import without_isolates
from models.services.company import OpenCompany
from ui import theme
from ui.language import _, current, ngettext
from ui.theme import TextRole, Tone
from ui.widgets.buttons import SecondaryButton
from ui.widgets.flow_box import FlowBox
from ui.widgets.labels import WrapLabel
from ui.widgets.row_button import RowButton

_MOST_ROWS = 12


class IndependencePanel(QWidget):
    """Judges one audit.

    Signals:
        taken: the statement of independence that was offered.
        place_requested: the `Place` of something that is the auditor's own work.
    """

    taken = Signal(str)
    place_requested = Signal(object)

    def __init__(self, company: OpenCompany, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._company = company
        self._audit: Audit | None = None
        self.rows: list[RowButton] = []
        self.statement_button = SecondaryButton(icon="idea", small=True, parent=self)
        self.verdict = WrapLabel(parent=self)
        self.small_firm = WrapLabel(role=TextRole.SMALL, tone=Tone.QUIET, parent=self)
        self.more = WrapLabel(role=TextRole.SMALL, tone=Tone.QUIET, parent=self)
        offers = FlowBox(theme.space(2), self)
        offers.add(self.statement_button)
        self._offers = offers
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(2))
        column.addWidget(self.verdict)
        column.addWidget(offers)
        column.addLayout(self._list)
        column.addWidget(self.more)
        column.addWidget(self.small_firm)
        self.statement_button.clicked.connect(self._take_statement)

    def show_audit(self, audit: Audit | None) -> None:
        """Judge an audit as it is now."""
        self._audit = audit
        found = own_work(audit, self._company) if audit is not None else ()
        offered = self.statement()
        is_open = audit is not None and not self._company.is_read_only
        self._offers.setVisible(bool(is_open and audit and offered and not audit.independence))
        self._judge(found, has_auditor=bool(audit and audit.auditor))
        self._fill(found)
        self.small_firm.setText(audit_model().small_firm.best(current().code))
        self.small_firm.setVisible(bool(found))

    def statement(self) -> str:
        """Return the statement of independence that can be taken, "" where it would be untrue."""
        sentence = statement(self._audit, self._company) if self._audit is not None else None
        return without_isolates(sentence.worded(current())) if sentence is not None else ""

    def _judge(self, found: tuple[OwnWork, ...], *, has_auditor: bool) -> None:
        if found:
            text = ngettext(
                "{count} thing that is audited here is the auditor’s own work:",
                "{count} things that are audited here are the auditor’s own work:",
                len(found),
            ).format(count=current().number(len(found)))
        else:
            text = _("As far as the records show, nothing that is audited here is the auditor’s own work.")
        theme.set_role(self.verdict, TextRole.BODY, Tone.LATE if found else Tone.GOOD)
        self.verdict.setText(text)
        self.verdict.setVisible(has_auditor)

    def _fill(self, found: tuple[OwnWork, ...]) -> None:
        for row in self.rows:
            row.hide()
            row.deleteLater()
        self.rows = []
        for work in found[:_MOST_ROWS]:
            title = _(register_of(work.record).title)
            row = RowButton(work.what.worded(current()), title, "forward", self)
            row.clicked.connect(partial(self.place_requested.emit, place(work.record)))
            self._list.addWidget(row)
            self.rows.append(row)
        left = len(found) - len(self.rows)
        text = ngettext("and {count} more", "and {count} more", left).format(count=current().number(left))
        self.more.setText(text if left else "")
        self.more.setVisible(bool(left))

    def _take_statement(self) -> None:
        self.taken.emit(self.statement())

    def retranslate(self) -> None:
        """Show everything in the current language."""
        self.statement_button.setText(_("Take the statement of independence"))
        self.show_audit(self._audit)
