"""The dialog that approves a controlled document."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from models.content import titles
from models.documents.builders.desk import OpenPoint
from models.domain.fields import Record, field_of
from models.domain.records.control import DocumentControl, RevisionEntry
from models.services import documents
from models.services.company import OpenCompany
from models.services.issuing import Approval, ApprovalRefused, approval
from ui import icons, theme
from ui.language import _, current, ngettext
from ui.registers.editors import editor_for
from ui.theme import TextRole, Tone
from ui.widgets.buttons import PrimaryButton, SecondaryButton
from ui.widgets.field_row import FieldRow
from ui.widgets.labels import WrapLabel

# More lines than these would push the fields out of a small screen; the page lists all of them.
_MOST_POINTS = 6


class ApproveDocumentDialog(QDialog):
    """Asks who approves a document and when; with open points also why it is approved all the same."""

    def __init__(
        self,
        company: OpenCompany,
        code: str,
        points: Sequence[OpenPoint],
        today: date,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._points = points
        self._today = today
        self.approval: Approval | None = None
        self.rows = {
            "by": _row(company, DocumentControl, "approved_by"),
            "on": _row(company, DocumentControl, "approved_on"),
        }
        if points:
            self.rows["reason"] = _row(company, RevisionEntry, "reason")
        self.rows["on"].editor.set_value(today)
        self.approve_button = PrimaryButton(_("Approve document"))
        self.approve_button.setDefault(True)
        self.approve_button.clicked.connect(self.accept)
        self.cancel_button = SecondaryButton(_("Cancel"))
        self.cancel_button.clicked.connect(self.reject)
        self.setWindowTitle(_("Approve document"))
        self._lay_out(titles.title("document", code).best(current().code))

    @classmethod
    def ask(cls, parent: QWidget, company: OpenCompany, code: str, today: date) -> Approval | None:
        """Return the approval that the user wrote, not saved yet; None when it was cancelled."""
        dialog = cls(company, code, documents.open_points(company, code), today, parent)
        dialog.exec()
        given = dialog.approval
        dialog.deleteLater()
        return given

    def _lay_out(self, name: str) -> None:
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(theme.space(6), theme.space(5), theme.space(6), theme.space(5))
        column.setSpacing(theme.space(4))
        column.addWidget(WrapLabel(_("Approve “{name}”").format(name=name), TextRole.HEADING))
        if self._points:
            column.addWidget(self._missing_box())
            column.addWidget(self.rows["reason"])
        else:
            column.addWidget(
                WrapLabel(_("Nothing is missing. Say who approves the document; Undo takes it back."))
            )
        signing = QHBoxLayout()
        signing.setSpacing(theme.space(4))
        signing.addWidget(self.rows["by"], 3)
        signing.addWidget(self.rows["on"], 2)
        column.addLayout(signing)
        column.addStretch(1)
        column.addLayout(self._buttons())
        self.setMinimumWidth(theme.space(150))

    def _missing_box(self) -> QFrame:
        box = QFrame()
        box.setProperty("kind", "notice")
        box.setProperty("notice", "warning")
        lines = QVBoxLayout(box)
        lines.setContentsMargins(theme.space(4), theme.space(3), theme.space(4), theme.space(3))
        lines.setSpacing(theme.space(1.5))
        lines.addWidget(
            WrapLabel(_("Something is missing. The reason you write is kept in the history of the document."))
        )
        for point in self._points[:_MOST_POINTS]:
            lines.addLayout(_missing_line(point))
        more = len(self._points) - _MOST_POINTS
        if more > 0:
            text = ngettext("and {count} more open point", "and {count} more open points", more)
            counted = text.format(count=current().number(more))
            lines.addWidget(WrapLabel(counted, TextRole.SMALL, Tone.QUIET))
        return box

    def _buttons(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(theme.space(2))
        line.addStretch()
        line.addWidget(self.cancel_button)
        line.addWidget(self.approve_button)
        return line

    def showEvent(self, event: QShowEvent) -> None:
        """Be as tall as the sentences need at this width: before it was known, they asked for more."""
        super().showEvent(event)
        self.resize(self.width(), self._column.totalHeightForWidth(self.width()))

    def accept(self) -> None:
        """Close the dialog when the approval is complete; else say what is missing, at its field."""
        values = {}
        for name, row in self.rows.items():
            row.editor.commit()
            row.set_problem("")
            values[name] = row.editor.value()
            if row.editor.problem():
                row.editor.setFocus()
                return
        try:
            self.approval = approval(
                self._points,
                by=values["by"],
                on=values["on"],
                reason=values.get("reason", ""),
                today=self._today,
            )
        except ApprovalRefused as error:
            self.rows[error.field].set_problem(error.sentence(current()))
            self.rows[error.field].editor.setFocus()
            return
        super().accept()


def _row(company: OpenCompany, record_type: type[Record], name: str) -> FieldRow:
    spec = field_of(record_type, name)
    return FieldRow(_(spec.label), editor_for(spec, company), required=True)


def _missing_line(point: OpenPoint) -> QHBoxLayout:
    sign = QLabel()
    icons.set_icon(sign, "unmet", "late")
    line = QHBoxLayout()
    line.setSpacing(theme.space(2))
    line.addWidget(sign)
    line.addWidget(WrapLabel(point.sentence.worded(current())), 1)
    return line
