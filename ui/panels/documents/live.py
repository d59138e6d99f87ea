"""A document beside the form that feeds it: its pages follow what is typed, and show where it stands."""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QRectF, QSizeF, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from models.domain.errors import AppError
from models.domain.fields import Record
from models.domain.ids import RecordId
from models.domain.ledger import Ledger
from models.domain.marking import N_
from models.localisation.languages import language_rows
from models.services.company import Change, OpenCompany
from models.services.live_pages import LivePages, Press
from ui import jobs, theme
from ui.jobs import Job
from ui.language import _, current, ngettext
from ui.panels.documents.page_marks import PageMark
from ui.panels.documents.preview import DocumentPreview
from ui.theme import TextRole, Tone
from ui.widgets.buttons import IconButton
from ui.widgets.labels import ElidedLabel, PlainLabel

_TITLES: Mapping[str, str] = {
    "D1": N_("Your policy, as it stands"),
    "D2": N_("Your charter, as it stands"),
    "D5": N_("The audit report, as it stands"),
    "R-07": N_("The form for customers"),
    "R-11": N_("The minutes, as they stand"),
}
# The key that was pressed is shown before its page is made.
_REST_MS = 30
# Less than any paper's margin: beside a form there is little room, and none of it is for blank paper.
_MARGIN_POINTS = 42.0


class NotPrintable(AppError):
    """The pages could not be made."""

    message = N_("This document cannot be written. The others are not touched by it.")


class LiveDocument(QWidget):
    """Shows a document as it would be printed now.

    subject: the record whose form is shown alone, None for the whole document.

    Its pages are made beside the window's thread, one making at a time: what is wished meanwhile waits, and
    of all that waits only the last is made.

    Signals:
        made: the pages shown are other ones now.
        open_requested: the user wants to print or issue the document.
        close_requested: the user wants the room for something else.
    """

    made = Signal()
    open_requested = Signal()
    close_requested = Signal()

    def __init__(
        self,
        company: OpenCompany,
        code: str,
        parent: QWidget | None = None,
        subject: RecordId | None = None,
    ) -> None:
        super().__init__(parent)
        self._company = company
        self._code = code
        self._subject = subject
        self._language_code = ""
        self._pending: Record | None = None
        self._lit: tuple[RecordId | None, str] = (None, "")
        self._pages: LivePages | None = None
        self._press = Press()
        self._job: Job[LivePages] | None = None
        self._is_stale = True
        self._is_sought = False
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self._make)
        self.title = ElidedLabel(parent=self)
        self.facts = PlainLabel(role=TextRole.SMALL, tone=Tone.QUIET, parent=self)
        self.preview = DocumentPreview(self)
        self.preview.leave_margins(_MARGIN_POINTS)
        self._languages = QButtonGroup(self)
        self.language_buttons = {row.code: self._language_button(row.name) for row in language_rows()}
        self.smaller = IconButton("zoom-out", role="quiet", parent=self)
        self.larger = IconButton("zoom-in", role="quiet", parent=self)
        self.open_button = IconButton("print", role="quiet", parent=self)
        self.close_button = IconButton("remove", role="quiet", parent=self)
        self._lay_out()
        self._connect()
        self.retranslate()

    def _language_button(self, name: str) -> QPushButton:
        button = QPushButton(name, self)
        button.setCheckable(True)
        button.setAutoDefault(False)
        button.setProperty("kind", "chip")
        button.setFont(theme.font(TextRole.SMALL))
        button.clicked.connect(self._choose_language)
        self._languages.addButton(button)
        return button

    def _lay_out(self) -> None:
        theme.set_role(self.title, TextRole.BODY, strong=True)
        head = QHBoxLayout()
        head.setContentsMargins(theme.space(3), theme.space(2), theme.space(2), 0)
        head.setSpacing(theme.space(1))
        head.addWidget(self.title, 1)
        for widget in (self.smaller, self.larger, self.open_button, self.close_button):
            head.addWidget(widget)
        line = QHBoxLayout()
        line.setContentsMargins(theme.space(3), 0, theme.space(3), theme.space(2))
        line.setSpacing(theme.space(1.5))
        line.addWidget(self.facts)
        line.addStretch(1)
        for button in self.language_buttons.values():
            line.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(line)
        column.addWidget(self.preview, 1)

    def _connect(self) -> None:
        self.smaller.clicked.connect(self.preview.zoom_out)
        self.larger.clicked.connect(self.preview.zoom_in)
        self.open_button.clicked.connect(self.open_requested)
        self.close_button.clicked.connect(self.close_requested)
        self.preview.moved.connect(self._say_facts)
        self.destroyed.connect(self._company.subscribe(self._follow_company))

    # What is shown

    @property
    def language_code(self) -> str:
        """The language of the pages: the window's, unless another was chosen."""
        return self._language_code or current().code

    @property
    def is_current(self) -> bool:
        """Whether the pages show all that is known."""
        return not self._is_stale and self._job is None

    @property
    def pages(self) -> LivePages | None:
        """What is shown, None before the first pages are made."""
        return self._pages

    def follow(self, draft: Record | None, field: str = "") -> None:
        """Show a record as it would be saved now, and light its sentence; None when nothing is typed."""
        self._pending = draft
        if draft is not None:
            self._lit = (draft.id, field)
            self._is_sought = True
        self._outdate()

    def light(self, record: RecordId | None, field: str = "") -> None:
        """Light the sentence that a field of a record is printed in; None lights nothing."""
        if (record, field) != self._lit:
            self._lit = (record, field)
            self._is_sought = True
            self._mark()

    def show_subject(self, subject: RecordId) -> None:
        """Show the form of another record."""
        if subject != self._subject:
            self._subject, self._pending = subject, None
            self._outdate()

    def show_language(self, code: str) -> None:
        """Show the pages in another language."""
        self._language_code = code
        self._outdate()

    def _choose_language(self) -> None:
        for code, button in self.language_buttons.items():
            if button is self.sender():
                self.show_language(code)

    # Making

    def _follow_company(self, change: Change) -> None:
        if self._pending is not None and any(record.id == self._pending.id for record in change.records):
            self._pending = None
        if change.edits:
            self._outdate()

    def _outdate(self) -> None:
        self._is_stale = True
        if self.isVisible() and not self._rest.isActive():
            self._rest.start()

    def _make(self) -> None:
        """Make the pages; while others are being made, they wait for those."""
        if self._job is not None or not self._is_stale or not self.isVisible():
            return
        self._is_stale = False
        ledger = self._company.snapshot()
        if self._pending is not None:
            ledger = ledger.with_record(self._pending)
        work = partial(_made, self._press, ledger, self._code, self.language_code, self._subject)
        show = partial(self._show, self.language_code)
        self._job = jobs.start(work, owner=self, done=show, failed=self._say_unmade)

    def _show(self, language_code: str, pages: LivePages) -> None:
        self._job = None
        # Pages in a language that is no longer wanted would only flash by.
        if language_code == self.language_code:
            is_same = self._pages is not None
            self._pages = pages
            sizes = [QSizeF(*size) for size in pages.sizes]
            self.preview.show_pages(pages.content, sizes, is_same=is_same)
            self._mark()
            self._say_facts()
            self.made.emit()
        self._make()

    def _say_unmade(self, error: AppError) -> None:
        self._job = self._pages = None
        self.preview.show_message(error.sentence(current()))
        self._make()

    def _mark(self) -> None:
        record, field = self._lit
        spots = self._pages.spots_of(record, field) if self._pages and record else ()
        marks = [PageMark(one.page, QRectF(one.left, one.top, one.width, one.height)) for one in spots]
        self.preview.set_marks(marks)
        # A change that comes from elsewhere moves no page under the eyes.
        if marks and self._is_sought:
            self.preview.bring_into_view(marks[0])
            self._is_sought = not self.is_current

    # Words

    def _say_facts(self) -> None:
        self.facts.setText(" · ".join(self._facts()))

    def _facts(self) -> Sequence[str]:
        speech, pages = current(), self._pages
        if pages is None or not self.preview.pages:
            return ()
        place = _("Page {page} of {pages}").format(
            page=speech.number(self.preview.page), pages=speech.number(self.preview.pages)
        )
        if not pages.missing:
            return (place,)
        missing = ngettext("{count} entry missing", "{count} entries missing", pages.missing)
        return (place, missing.format(count=speech.number(pages.missing)))

    def retranslate(self) -> None:
        """Word the head; the pages follow the window's language until another is chosen."""
        self.title.setText(_(_TITLES[self._code]))
        self.smaller.set_name(_("Show smaller"))
        self.larger.set_name(_("Show larger"))
        named = _("Print, approve or issue it") if self._subject is None else _("Print or save the form")
        self.open_button.set_name(named)
        self.close_button.set_name(_("Hide the document"))
        for code, button in self.language_buttons.items():
            button.setToolTip(_("Language of the document"))
            button.setAccessibleDescription(_("Language of the document"))
            button.setChecked(code == self.language_code)
        self._say_facts()

    def showEvent(self, event: QShowEvent) -> None:
        """Make the pages that were not made while nobody saw them."""
        super().showEvent(event)
        if self._is_stale:
            self._rest.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Make no pages that nobody sees."""
        self._rest.stop()
        super().hideEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
            self._outdate()


def _made(
    press: Press,
    ledger: Ledger,
    code: str,
    language_code: str,
    subject: RecordId | None,
    job: Job[LivePages],
) -> LivePages:
    job.stop_if_cancelled()
    try:
        return press.pages(ledger, code, language_code, subject=subject)
    except AppError:
        raise
    except Exception as error:
        # What is typed is saved all the same, and the next letter may make it printable again.
        logging.getLogger(__name__).exception("The document %s cannot be printed", code)
        raise NotPrintable from error
