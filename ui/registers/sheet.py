"""The sheet of a register that has one record only."""

from __future__ import annotations

from collections import deque
from datetime import date

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.domain.errors import AppError
from models.domain.fields import Record
from models.domain.ids import RecordId
from models.domain.register import Register
from models.services import starters
from models.services.company import Change, OpenCompany
from ui import language, theme
from ui.language import _
from ui.registers.form import RecordForm
from ui.registers.news import News
from ui.widgets.buttons import LinkButton
from ui.widgets.notice_bar import NoticeKind


class SheetView(QWidget):
    """The form of a register with one record only; where there is a model, it can be started from that.

    Signals:
        told: `News`, for the window's notice bar.
        open_requested: an `Evidence` record, to be opened with the system's program.
    """

    told = Signal(object)
    open_requested = Signal(object)

    def __init__(self, company: OpenCompany, register: Register, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._company = company
        self._register = register
        self.form = RecordForm(company, register, self)
        deque(self.form.build(), maxlen=0)
        self.model_button = LinkButton(icon="idea")
        head = QHBoxLayout()
        head.setContentsMargins(theme.space(3), theme.space(2.5), theme.space(3), 0)
        head.addWidget(self.model_button)
        head.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.form, 1)
        self.form.told.connect(self.told)
        self.form.open_requested.connect(self.open_requested)
        self.model_button.clicked.connect(self.fill_from_model)
        self.destroyed.connect(company.subscribe(self._follow))
        self.form.show_record(company.sheet(register.record))
        self.retranslate()

    def show_place(self, _record_id: RecordId | None = None, field: str = "") -> None:
        """Bring a field into view."""
        self.form.show_field(field)

    def commit(self) -> None:
        """Save what is being typed."""
        self.form.commit()

    def fill_from_model(self) -> None:
        """Save the model's values where nothing was entered yet."""
        try:
            self._company.save_all(self._model())
        except AppError as error:
            self.told.emit(News(error.sentence(language.current()), NoticeKind.ERROR))

    def _model(self) -> list[Record]:
        if self._company.is_read_only or not starters.has_starter(self._register):
            return []
        return starters.starter(self._register, self._company, language.current(), date.today())

    def _follow(self, _change: Change) -> None:
        if self.isVisible():
            self._offer_model()

    def _offer_model(self) -> None:
        self.model_button.setVisible(bool(self._model()))

    def showEvent(self, event: QShowEvent) -> None:
        """Offer the model as long as it has something that was not entered yet."""
        super().showEvent(event)
        self._offer_model()

    def retranslate(self) -> None:
        """Word the button in the current language."""
        self.model_button.setText(_("Start from the model"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
