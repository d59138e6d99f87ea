"""The report of an audit: strengths, conclusion and signature, with its document beside it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.domain.audit_programme import checks_of, in_order, unanswered
from models.domain.errors import AppError
from models.domain.gates.criterion import Place
from models.domain.ids import RecordId
from models.domain.records.audit import GRADES, Audit, AuditCheck, Finding
from models.services.auditing import reporting
from models.services.auditing.fieldwork import progress
from models.services.auditing.reporting import SigningRefused
from models.services.company import Change, OpenCompany
from ui import theme
from ui.language import _, current
from ui.panels.beside import Beside
from ui.panels.documents.live import LiveDocument
from ui.panels.record_fields import RecordFields
from ui.registers.news import News
from ui.theme import TextRole, Tone
from ui.widgets.buttons import LinkButton, PrimaryButton, SecondaryButton
from ui.widgets.choice_box import Choice, ChoiceBox
from ui.widgets.empty_state import EmptyState
from ui.widgets.field_row import FieldRow
from ui.widgets.flow_box import FlowBox
from ui.widgets.labels import WrapLabel
from ui.widgets.notice_bar import NoticeKind
from ui.widgets.page_scroll import PageScroll

_FIELDS = ("strengths", "conclusion", "signed_on")


class ReportPage(QWidget):
    """Writes and signs the report of one audit.

    Signals:
        told: `News`.
        place_requested: the `Place` of the checklist, of an audit, or of the document.
        document_toggled: the user opened or closed the document.
    """

    told = Signal(object)
    place_requested = Signal(object)
    document_toggled = Signal(bool)

    def __init__(self, company: OpenCompany, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._company = company
        self._audit_id: RecordId | None = None
        self.beside = Beside(self)
        side = QWidget(self.beside)
        self._content = QWidget(side)
        self.fields = RecordFields(company, Audit, _FIELDS, self)
        self.audits = ChoiceBox(optional=False)
        self.audit_row = FieldRow("", self.audits)
        self.counts = WrapLabel(role=TextRole.SMALL, tone=Tone.QUIET)
        self.other_audit = WrapLabel(role=TextRole.SMALL, tone=Tone.LATE)
        self.strengths_button = SecondaryButton(icon="star", small=True)
        self.list_button = LinkButton(icon="list")
        self.sign_button = PrimaryButton(icon="approve")
        self.print_button = SecondaryButton(icon="print")
        self.programme_button = LinkButton(icon="print")
        self.empty = EmptyState(icon="step-8", parent=side)
        self._scroll = PageScroll(self._content, side)
        self.document = LiveDocument(company, "D5", self.beside)
        self._lay_out(side)
        self._connect()
        self.retranslate()

    def _lay_out(self, side: QWidget) -> None:
        strengths = FlowBox(theme.space(2))
        strengths.add(self.strengths_button)
        left = FlowBox(theme.space(2))
        left.add(self.list_button)
        buttons = FlowBox(theme.space(2))
        for button in (self.sign_button, self.print_button, self.programme_button):
            buttons.add(button)
        column = QVBoxLayout(self._content)
        column.setContentsMargins(theme.space(5), theme.space(4), theme.space(5), theme.space(4))
        column.setSpacing(theme.space(3))
        for widget in (
            self.audit_row,
            self.counts,
            self.other_audit,
            self.fields.row("strengths"),
            strengths,
            self.fields.row("conclusion"),
            self.fields.row("signed_on"),
            left,
            buttons,
        ):
            column.addWidget(widget)
        column.addStretch(1)
        inside = QVBoxLayout(side)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self._scroll)
        inside.addWidget(self.empty)
        self.beside.hold(side, self.document)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.beside)

    def _connect(self) -> None:
        self.audits.edited.connect(self._choose_audit)
        self.strengths_button.clicked.connect(self.take_strengths)
        self.sign_button.clicked.connect(self.sign)
        self.list_button.clicked.connect(self._show_list)
        self.print_button.clicked.connect(self._print)
        self.programme_button.clicked.connect(self._print_programme)
        self.empty.action_requested.connect(self._plan)
        self.beside.toggled.connect(self.document_toggled)
        self.document.open_requested.connect(self._print)
        self.fields.typed.connect(self._follow_typing)
        self.destroyed.connect(self._company.subscribe(self._follow))

    @property
    def audit(self) -> Audit | None:
        """The audit that was chosen, or else the newest that was done; None without any."""
        return self._company.find(Audit, self._audit_id) or self._printed()

    def commit(self) -> None:
        """Take what is being typed."""
        self.fields.commit()

    def sign(self) -> None:
        """Sign the report today; what is missing is said beside its field."""
        self.commit()
        audit = self.audit
        if audit is None:
            return
        try:
            reporting.sign(self._company, audit, date.today())
        except SigningRefused as error:
            self.fields.refuse(error.field, error)
        except AppError as error:
            self.told.emit(News(error.sentence(current()), NoticeKind.ERROR))
        else:
            self.told.emit(News(_("The report was signed."), NoticeKind.GOOD, can_undo=True))

    def take_strengths(self) -> None:
        """Put the good practices that were found into the strengths."""
        self._attempt(lambda audit: reporting.take_strengths(self._company, audit))

    def _attempt(self, deed: Callable[[Audit], object]) -> None:
        self.commit()
        audit = self.audit
        if audit is None or self._company.is_read_only:
            return
        try:
            deed(audit)
        except AppError as error:
            self.told.emit(News(error.sentence(current()), NoticeKind.ERROR))

    def refresh(self) -> None:
        """Show the report as it is now."""
        audits, audit = in_order(self._company.all(Audit)), self.audit
        self._scroll.setVisible(audit is not None)
        self.empty.setVisible(audit is None)
        if audit is None:
            return
        self.audits.set_choices(Choice(one.id, one.title or _("Audit")) for one in audits)
        self.audits.set_value(audit.id)
        self.audit_row.setVisible(len(audits) > 1)
        self.fields.show(audit)
        self._count(audit)
        is_open = not self._company.is_read_only
        found = reporting.good_practices(self._company, audit)
        new = [one for one in found if one.statement not in audit.strengths]
        self.strengths_button.setVisible(is_open and bool(new))
        self.sign_button.setVisible(is_open and audit.signed_on is None)
        left = unanswered(checks_of(self._company, audit.id))
        self.list_button.setVisible(bool(left))

    def _count(self, audit: Audit) -> None:
        """Say how much was looked at and found; and that the document tells of another audit, if it does."""
        number, found = current().number, progress(checks_of(self._company, audit.id))
        own = [one for one in self._company.all(Finding) if one.audit == audit.id]
        parts = [
            _("{done} of {total} looked at").format(done=number(found.done), total=number(found.total)),
            *(
                _("{grade}: {count}").format(grade=_(name), count=number(count))
                for grade, name in GRADES.items()
                if (count := sum(one.grade == grade for one in own))
            ),
        ]
        self.counts.setText(" · ".join(parts))
        printed = self._printed()
        is_other = printed is not None and printed.id != audit.id
        self.other_audit.setVisible(is_other)
        if printed is not None and is_other:
            text = _("The document tells of the audit done last: {audit}.")
            self.other_audit.setText(text.format(audit=current().isolate(printed.title)))

    def _printed(self) -> Audit | None:
        """Return the audit that the document tells of: the one done last, or else the next."""
        audits = in_order(self._company.all(Audit))
        done = [one for one in audits if one.audited_on is not None and one.audited_on <= date.today()]
        return next(reversed(done), None) or next(iter(audits), None)

    def _choose_audit(self) -> None:
        self.commit()
        self._audit_id = RecordId(self.audits.value())
        self.refresh()

    def _show_list(self) -> None:
        audit = self.audit
        left = unanswered(checks_of(self._company, audit.id)) if audit is not None else []
        self.place_requested.emit(Place("audit_check", left[0].id if left else None))

    def _print(self) -> None:
        self.commit()
        self.place_requested.emit(Place("issue", content="D5"))

    def _print_programme(self) -> None:
        self.commit()
        self.place_requested.emit(Place("issue", content="R-14"))

    def _plan(self) -> None:
        self.place_requested.emit(Place("audit"))

    def _follow_typing(self) -> None:
        self.document.follow(self.fields.draft(), self.fields.focused_field())

    def _follow(self, change: Change) -> None:
        if self.isVisible() and (not change.edits or change.touches(Audit, AuditCheck, Finding)):
            self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed while something else was shown."""
        super().showEvent(event)
        self.refresh()

    def retranslate(self) -> None:
        """Word everything in the current language."""
        self.audit_row.set_label(_("Audit"))
        self.fields.retranslate()
        self.strengths_button.setText(_("Take in the good practices found"))
        self.list_button.setText(_("Show the lines without a result"))
        self.sign_button.setText(_("Sign the report"))
        self.print_button.setText(_("Print report"))
        self.programme_button.setText(_("Programme and checklist (R-14)"))
        self.empty.set_texts(_("A report belongs to an audit. Plan one first."), _("Add audit"))
        if self.isVisible():
            self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
