"""The audit, its checklist and the line that all views of the fieldwork share."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from models.domain.audit_programme import checks_of, in_order
from models.domain.errors import AppError
from models.domain.ids import RecordId
from models.domain.records.audit import Audit, AuditCheck, Finding
from models.domain.records.charter import Promise
from models.domain.records.control import Evidence
from models.services.auditing import fieldwork, reporting
from models.services.auditing.fieldwork import Draw, Progress
from models.services.company import Change, OpenCompany
from models.services.editing import save_field
from ui.language import current
from ui.registers.news import News
from ui.widgets.notice_bar import NoticeKind


class Fieldwork(QObject):
    """Follows the company; the views follow it.

    Signals:
        changed: audit, lines or results are other ones now.
        moved: another line is shown.
        told: `News`.
    """

    changed = Signal()
    moved = Signal()
    told = Signal(object)

    def __init__(self, company: OpenCompany, parent: QObject) -> None:
        super().__init__(parent)
        self.company = company
        self._audit_id: RecordId | None = None
        self._check_id: RecordId | None = None
        self.checks: list[AuditCheck] = []
        self._read()
        self.destroyed.connect(company.subscribe(self._follow))

    @property
    def audits(self) -> list[Audit]:
        """All audits in the order of their days."""
        return in_order(self.company.all(Audit))

    @property
    def audit(self) -> Audit | None:
        """The audit that was chosen, or else the first not signed, or the newest; None without any."""
        chosen = self.company.find(Audit, self._audit_id)
        if chosen is not None:
            return chosen
        audits = self.audits
        return next((one for one in audits if one.signed_on is None), audits[-1] if audits else None)

    @property
    def check(self) -> AuditCheck | None:
        """The line shown; None while the checklist is empty."""
        return next((one for one in self.checks if one.id == self._check_id), None)

    @property
    def number(self) -> int:
        """The place of the line shown among all of them, from 1; 0 without one."""
        ids = [one.id for one in self.checks]
        return ids.index(self._check_id) + 1 if self._check_id in ids else 0

    @property
    def progress(self) -> Progress:
        """How many lines have a result."""
        return fieldwork.progress(self.checks)

    def show_audit(self, audit_id: RecordId) -> None:
        """Work on another audit."""
        if audit_id != self._audit_id:
            self._audit_id, self._check_id = audit_id, None
            self._read()
            self.changed.emit()
            self.moved.emit()

    def show_check(self, check: AuditCheck) -> None:
        """Work on the audit of a line, and show the line."""
        if check.audit is not None:
            self.show_audit(check.audit)
        self.go(check.id)

    def go(self, check_id: RecordId) -> None:
        """Show another line."""
        if check_id != self._check_id and any(one.id == check_id for one in self.checks):
            self._check_id = check_id
            self.moved.emit()

    def step(self, by: int) -> None:
        """Go on by some lines, or back; stays at both ends."""
        if self.checks:
            at = max(0, min(self.number - 1 + by, len(self.checks) - 1))
            self.go(self.checks[at].id)

    def go_to_next_unanswered(self) -> bool:
        """Show the next line without a result; return whether there is one."""
        following = fieldwork.next_unanswered(self.checks, self._check_id)
        if following is not None:
            self.go(following.id)
        return following is not None

    def give(self, result: str, check_id: RecordId | None = None) -> None:
        """Say how a line was found, that shown where none is named."""
        check = self.company.find(AuditCheck, check_id or self._check_id)
        if check is not None:
            self.attempt(lambda: save_field(self.company, check, "result", result))

    def draw(self, kind: Draw) -> None:
        """Pick what is looked at for the line shown."""
        audit, check = self.audit, self.check
        if audit is not None and check is not None:
            self.attempt(lambda: fieldwork.draw(self.company, audit, check, kind, current()))

    def make_finding(self) -> Finding | None:
        """Make a finding of the line shown, or return the one that is there; None where that did not work."""
        check = self.check
        made: list[Finding] = []
        if check is not None:
            self.attempt(lambda: made.append(reporting.make_finding(self.company, check, current())))
        return made[0] if made else None

    def finding(self) -> Finding | None:
        """Return the finding that was made of the line shown."""
        return reporting.finding_of(self.company, self.check) if self.check is not None else None

    def attempt(self, deed: Callable[[], object]) -> bool:
        """Do something unless nothing can be changed; tell of what could not be done."""
        if self.company.is_read_only:
            return False
        try:
            deed()
        except AppError as error:
            self.told.emit(News(error.sentence(current()), NoticeKind.ERROR))
            return False
        return True

    def _read(self) -> None:
        audit = self.audit
        self.checks = list(checks_of(self.company, audit.id)) if audit is not None else []
        if self.check is None:
            first = fieldwork.next_unanswered(self.checks, None) or next(iter(self.checks), None)
            self._check_id = first.id if first is not None else None

    def _follow(self, change: Change) -> None:
        if not change.edits or change.touches(Audit, AuditCheck, Finding, Promise, Evidence):
            before = self._check_id
            self._read()
            self.changed.emit()
            if before != self._check_id:
                self.moved.emit()
