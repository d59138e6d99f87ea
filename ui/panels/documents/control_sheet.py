"""The control data of one document: number, revision, dates, and who prepared, reviewed and approved it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from models.content import titles
from models.domain.ids import RecordId
from models.domain.numbering import issues_of
from models.domain.records.control import DocumentControl
from models.services import issuing
from models.services.company import Change, OpenCompany
from models.services.steps import control_sheet
from ui import theme
from ui.dialogs.approve_document import ApproveDocumentDialog
from ui.language import _, current
from ui.panels.record_fields import RecordFields
from ui.theme import TextRole, Tone
from ui.widgets.buttons import PrimaryButton
from ui.widgets.chip import Chip
from ui.widgets.labels import WrapLabel
from ui.widgets.page_scroll import PageScroll

# Rows of the sheet: each a tuple of fields that stand side by side.
_NUMBERING = (("number", "revision"), ("issue_date", "effective_date", "next_review"))
_SIGNING = (("prepared_by", "prepared_on"), ("reviewed_by", "reviewed_on"), ("approved_by", "approved_on"))
_KEEPING = (("classification", "place", "retention_years"), ("distribution",))
_COLUMNS = 6
# Set by approving, and taken back by undo.
FACTS = ("approved_by", "approved_on")


class ControlSheet(QWidget):
    """Shows the control data of a document and saves them field by field; follows the company."""

    def __init__(
        self,
        company: OpenCompany,
        document: str = "",
        *,
        has_title: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._company = company
        self._document = document
        self._has_title = has_title
        names = [name for row in (*_SIGNING, *_NUMBERING, *_KEEPING) for name in row]
        self.fields = RecordFields(company, DocumentControl, names, self, FACTS)
        self.approve_button = PrimaryButton(icon="approve")
        self.approve_button.clicked.connect(self.approve)
        self._title = WrapLabel(role=TextRole.TITLE)
        self._chip = Chip()
        self._lay_out()
        self.destroyed.connect(company.subscribe(self._follow))
        self.approve_button.setText(_("Approve…"))
        self.show_document(document)

    def _lay_out(self) -> None:
        board = QWidget()
        column = QVBoxLayout(board)
        column.setContentsMargins(theme.space(4.5), theme.space(4), theme.space(4.5), theme.space(4))
        column.setSpacing(theme.space(4))
        if self._has_title:
            head = QGridLayout()
            head.setColumnStretch(0, 1)
            head.addWidget(self._title, 0, 0)
            head.addWidget(self._chip, 0, 1)
            head.addWidget(self.approve_button, 0, 2)
            head.setHorizontalSpacing(theme.space(3))
            column.addLayout(head)
        for rows in (_SIGNING, _NUMBERING, _KEEPING):
            column.addLayout(self._grid(rows))
        column.addStretch()
        board.setMaximumWidth(theme.space(190))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(PageScroll(board))

    def _grid(self, rows: tuple[tuple[str, ...], ...]) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.space(4))
        grid.setVerticalSpacing(theme.space(3))
        for column in range(_COLUMNS):
            grid.setColumnStretch(column, 1)
        for at, names in enumerate(rows):
            spans = (4, 2) if names[0].endswith("_by") else (_COLUMNS // len(names),) * len(names)
            start = 0
            for name, span in zip(names, spans, strict=True):
                grid.addWidget(self.fields.row(name), at, start, 1, span)
                start += span
        return grid

    @property
    def document(self) -> str:
        """The code of the document shown, "" before the first one."""
        return self._document

    def show_document(self, document: str) -> None:
        """Show the control data of another document."""
        self._document = document
        self._show()

    def show_control(self, control: DocumentControl) -> None:
        """Show control data that hold for the present text and are saved with the next edit."""
        self.fields.show(control)

    def show_place(self, _record_id: RecordId | None = None, field: str = "") -> None:
        """Give the focus to a field, or to the button that sets it."""
        if field in FACTS and self.approve_button.isVisibleTo(self):
            self.approve_button.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.fields.focus(field)

    def approve(self) -> None:
        """Ask who approves the document, and approve it."""
        self.commit()
        given = ApproveDocumentDialog.ask(self, self._company, self._document, date.today())
        if given is not None:
            issuing.approve(self._company, self._document, given.by, given.on, given.reason)

    def commit(self) -> None:
        """Take what is being typed."""
        self.fields.commit()

    def _show(self) -> None:
        if not self._document:
            return
        control = control_sheet(self._document, self._company)
        self.fields.show(control)
        self._title.setText(titles.title("document", self._document).best(current().code))
        issues = issues_of(self._company, self._document)
        self.approve_button.setVisible(self._has_title and not (control.is_approved and not issues))
        if control.is_approved:
            self._chip.set_chip(_("Approved"), Tone.GOOD)
        else:
            self._chip.set_chip(_("Draft"), Tone.LATE)

    def _follow(self, change: Change) -> None:
        if not change.edits or change.touches(DocumentControl):
            self._show()

    def retranslate(self) -> None:
        """Show everything in the current language."""
        self.approve_button.setText(_("Approve…"))
        self.fields.retranslate()
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
