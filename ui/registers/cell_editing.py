"""Editing the cells of a register in place."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, QPersistentModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QApplication,
    QLineEdit,
    QSizePolicy,
    QStyleOptionViewItem,
    QWidget,
)

from models.domain.errors import AppError
from models.domain.fields import FieldSpec, Kind, Record
from models.services.company import OpenCompany
from models.services.editing import save_field
from ui import language, theme
from ui.registers.cells import CellPainter, Index
from ui.registers.editors import ROOM, editor_for
from ui.registers.pick_box import PickBox
from ui.registers.table_model import RecordTable
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.date_edit import DateEdit
from ui.widgets.editor import Editor
from ui.widgets.long_text import AreaEditor, LongText
from ui.widgets.text_edit import ShortText

_Hint = QAbstractItemDelegate.EndEditHint
_LEAST_LINE = theme.space(42)
_LEAST_AREA = theme.space(88)
_NEVER_MS = 24 * 60 * 60 * 1000
_WORDED = {Kind.BILINGUAL: ShortText, Kind.BILINGUAL_LONG: LongText}
_STILL_HERE = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)


class CellDelegate(CellPainter):
    """Opens an editor on a cell and saves what was entered.

    Enter and Tab save and go on to the next cell, Escape gives up. What cannot be saved stays in the open
    cell and is told by `refused`, which tells "" as soon as that is over.
    """

    refused = Signal(str)

    def __init__(self, company: OpenCompany, table: RecordTable, parent: QObject | None = None) -> None:
        super().__init__(table, parent)
        self._company = company
        self._open: Editor[Any] | None = None
        self._place = QPersistentModelIndex()
        self._problem = ""
        self.may_close = False

    @property
    def is_refusing(self) -> bool:
        """Whether the open cell holds something that cannot be saved."""
        return bool(self._problem)

    @property
    def open_editor(self) -> Editor[Any] | None:
        """The editor of the open cell, None while there is none."""
        return self._open

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Return the editor of a cell; of a text in several languages it shows the current one."""
        spec = self._table.columns[index.column()]
        worded = _WORDED.get(spec.kind)
        editor = worded(limit=ROOM) if worded is not None else editor_for(spec, self._company)
        editor.setParent(parent)
        editor.setAutoFillBackground(True)
        if isinstance(editor, AreaEditor):
            editor.set_rest(_NEVER_MS)
        for line in editor.findChildren(QLineEdit):
            line.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        for part in (editor, *editor.findChildren(QWidget)):
            part.installEventFilter(self)
        if isinstance(editor, PickBox | DateEdit):
            editor.edited.connect(self._finish_soon)
        elif isinstance(editor, ChoiceBox):
            editor.box.activated.connect(self._finish_soon)
            QTimer.singleShot(0, editor.box, editor.box.showPopup)
        self._open = editor
        self._place = QPersistentModelIndex(index)
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Show the value when the cell opens; later changes from elsewhere leave alone what is typed."""
        if isinstance(editor, Editor) and not editor.property("filled"):
            editor.setProperty("filled", True)
            spec = self._table.columns[index.column()]
            value = getattr(self._table.record_at(index.row()), spec.name)
            editor.set_value(value.get(language.current().code) if spec.kind in _WORDED else value)

    def setModelData(self, _editor: QWidget, _model: QAbstractItemModel, _index: Index) -> None:
        """Do nothing: `finish` saves, where an error can rise to those who handle it."""

    def _saved(self, editor: Editor[Any], record: Record, column: int) -> str:
        """Save the editor's value and return "", or return the sentence that says why it cannot be."""
        spec = self._table.columns[column]
        try:
            save_field(self._company, record, spec.name, self._value(editor, spec, record))
        except AppError as error:
            return error.sentence(language.current())
        return ""

    @staticmethod
    def _value(editor: Editor[Any], spec: FieldSpec, record: Record) -> Any:
        if spec.kind not in _WORDED:
            return editor.value()
        return getattr(record, spec.name).with_(language.current().code, editor.value())

    def _tell(self, problem: str) -> None:
        if problem != self._problem:
            self._problem = problem
            self.refused.emit(problem)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, _index: Index) -> None:
        """Let the editor fill the cell, and grow over its neighbours where it needs more room."""
        is_area = isinstance(editor, AreaEditor)
        place = option.rect.adjusted(0, 0, 0, -1)
        around = editor.parentWidget()
        if around is None:
            return
        width = max(place.width(), min(_LEAST_AREA if is_area else _LEAST_LINE, around.width()))
        if option.direction == Qt.LayoutDirection.RightToLeft:
            place.setLeft(place.right() - width + 1)
        place.setWidth(width)
        if is_area:
            place.setHeight(max(place.height(), editor.sizeHint().height()))
        place.moveLeft(max(0, min(place.left(), around.width() - place.width())))
        place.moveTop(max(0, min(place.top(), around.height() - place.height())))
        editor.setGeometry(place)

    def destroyEditor(self, editor: QWidget, index: Index) -> None:  # noqa: N802
        """Forget the editor, and with it what was wrong."""
        self._open = None
        self._tell("")
        super().destroyEditor(editor, index)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Finish with the keys of a form: Enter, Tab and Escape, and when the focus goes elsewhere."""
        if self._open is None:
            return False
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._press(event)
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            return self._keep_from_shortcuts(event)
        is_left = isinstance(event, QFocusEvent) and event.reason() not in _STILL_HERE
        if is_left and event.type() == QEvent.Type.FocusOut:
            QTimer.singleShot(0, self, self._finish_if_left)
        return False

    def _press(self, event: QKeyEvent) -> bool:
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        match event.key():
            case Qt.Key.Key_Escape:
                self._close(_Hint.RevertModelCache)
            case Qt.Key.Key_Tab:
                self.finish(_Hint.EditNextItem)
            case Qt.Key.Key_Backtab:
                self.finish(_Hint.EditPreviousItem)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if not (shift and isinstance(self._open, AreaEditor)):
                self.finish(_Hint.EditNextItem)
            case _:
                return False
        return True

    @staticmethod
    def _keep_from_shortcuts(event: QKeyEvent) -> bool:
        """Let Escape close the cell and not the view around it."""
        if event.key() == Qt.Key.Key_Escape:
            event.accept()
            return True
        return False

    def _finish_soon(self) -> None:
        QTimer.singleShot(0, self, self.finish)

    def _finish_if_left(self) -> None:
        focus = QApplication.focusWidget()
        is_left = QApplication.activePopupWidget() is None and not (
            self._open is not None and focus is not None and self._open.isAncestorOf(focus)
        )
        if is_left:
            self.finish()

    def finish(self, hint: QAbstractItemDelegate.EndEditHint = _Hint.NoHint) -> None:
        """Save the open cell and close it; it stays open when it cannot be saved."""
        editor = self._open
        if editor is None:
            return
        problem = ""
        if self._place.isValid():
            editor.commit()
            record = self._table.record_at(self._place.row())
            problem = editor.problem() or self._saved(editor, record, self._place.column())
        editor.set_broken(bool(problem))
        self._tell(problem)
        if problem:
            editor.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._close(hint)

    def _close(self, hint: QAbstractItemDelegate.EndEditHint) -> None:
        self._tell("")
        self.may_close = True
        self.closeEditor.emit(self._open, hint)
        self.may_close = False
