"""The dialog that approves a controlled document."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from PySide6.QtWidgets import QWidget

from models.content import titles
from models.documents.builders.desk import OpenPoint
from models.domain.errors import AppError
from models.domain.records.control import DocumentControl, RevisionEntry
from models.services import documents
from models.services.company import OpenCompany
from models.services.issuing import Approval, ApprovalRefused, approval
from ui import theme
from ui.dialogs.signing import SigningDialog, signing_row
from ui.language import _, current

_WIDTH = theme.space(150)


class ApproveDocumentDialog(SigningDialog[Approval]):
    """Asks who approves a document and when; with open points also why it is approved all the same."""

    def __init__(
        self,
        company: OpenCompany,
        code: str,
        points: Sequence[OpenPoint],
        today: date,
        parent: QWidget | None = None,
    ) -> None:
        rows = {"reason": signing_row(company, RevisionEntry, "reason")} if points else {}
        rows["by"] = signing_row(company, DocumentControl, "approved_by")
        rows["on"] = signing_row(company, DocumentControl, "approved_on", today)
        super().__init__(rows, _("Approve document"), parent)
        self._points = points
        self._today = today
        self.lay_out(
            _("Approve “{name}”").format(name=titles.title("document", code).best(current().code)),
            _("Nothing is missing. Say who approves the document; Undo takes it back."),
            _("Something is missing. The reason you write is kept in the history of the document."),
            [point.sentence.worded(current()) for point in points],
            _WIDTH,
        )

    @classmethod
    def ask(cls, parent: QWidget, company: OpenCompany, code: str, today: date) -> Approval | None:
        """Return the approval that the user wrote, not saved yet; None when it was cancelled."""
        return cls(company, code, documents.open_points(company, code), today, parent).asked()

    def sign(self, values: Mapping[str, Any]) -> Approval:
        """Return the approval."""
        reason = values.get("reason", "")
        return approval(self._points, by=values["by"], on=values["on"], reason=reason, today=self._today)

    def field_of_refusal(self, error: AppError) -> str:
        """Return the row at which a refusal is told."""
        assert isinstance(error, ApprovalRefused)
        return error.field
