"""Keeps a document with the form beside it: the pages follow what is typed, the sentence looked at is lit."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from models.domain.ids import RecordId
from ui.panels.documents.live import LiveDocument
from ui.registers import RegisterView, SheetView
from ui.registers.form import RecordForm


class Following(QObject):
    """Lives as long as the editor that it watches."""

    def __init__(self, editor: RegisterView | SheetView, document: LiveDocument) -> None:
        super().__init__(editor)
        self._editor = editor
        self._document = document
        self._form: RecordForm | None = None
        if isinstance(editor, SheetView):
            self._watch(editor.form)
        else:
            editor.record_shown.connect(self._show_record)
            editor.list.grid.selectionModel().currentRowChanged.connect(self._light_row)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._follow_focus)

    def _watch(self, form: RecordForm) -> None:
        self._form = form
        form.typed.connect(self._follow_typing)

    def _follow_typing(self) -> None:
        if self._form is not None:
            self._document.follow(self._form.draft(), self._form.focused_field())

    def _follow_focus(self, _old: QWidget | None, now: QWidget | None) -> None:
        form = self._form
        # A window that is going away loses the focus, too.
        if now is None or form is None or not isValid(form):
            return
        if form.isVisible() and form.isAncestorOf(now):
            self._document.light(form.record.id, form.focused_field())

    def _show_record(self, record: RecordId | None) -> None:
        assert isinstance(self._editor, RegisterView)
        if self._form is None:
            self._watch(self._editor.form)
        self._document.follow(None)
        if record is None:
            self._light_row()
        else:
            self._document.light(record, self._editor.form.focused_field())

    def _light_row(self) -> None:
        assert isinstance(self._editor, RegisterView)
        chosen = self._editor.list.grid.currentIndex()
        if chosen.isValid():
            self._document.light(self._editor.model.record_at(chosen.row()).id)
