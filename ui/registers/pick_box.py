"""One of many entries, found by typing; a new one can be added where that makes sense."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar, NamedTuple

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView, QWidget

from models.domain.errors import AppError
from models.domain.marking import N_
from models.localisation.text import normalise, search_key, shortened
from ui import icons, language, theme
from ui.language import _
from ui.widgets.editor import Editor

_VALUE_ROLE = Qt.ItemDataRole.UserRole
_ADD_ROLE = Qt.ItemDataRole.UserRole + 1
_MOST_SHOWN = 100
_ROWS_SHOWN = 9


class PickEntry(NamedTuple):
    """What can be picked: the value, the words that stand for it, and the folded text it is found by."""

    value: str
    label: str
    key: str

    @classmethod
    def of(cls, value: str, label: str, more: str = "") -> PickEntry:
        """Return an entry that is found by its label, and by more text that is not shown."""
        return cls(value, label, search_key(f"{label} {more}"))


class NotInTheList(AppError):
    """What was typed stands for no entry, or for several."""

    message: ClassVar[str] = N_("{text} is not in the list. Choose one of its entries, or clear the field.")


class PickLine(QLineEdit):
    """The line of a pick box: Down opens the list."""

    list_wanted = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the list with Down, also with Alt."""
        if event.key() == Qt.Key.Key_Down:
            self.list_wanted.emit()
        else:
            super().keyPressEvent(event)


class PickBox(Editor["str | None"]):
    """The value of an entry, or `nothing`.

    entries: returns everything that can be picked, asked anew each time the list opens. offer: a message with
    the field "text" under which what was typed can be added; then `add_requested` tells it.
    """

    add_requested = Signal(str)

    def __init__(
        self,
        entries: Callable[[], Sequence[PickEntry]],
        *,
        nothing: str | None = None,
        offer: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(nothing, parent)
        self._entries = entries
        self._nothing = nothing
        self._offer = offer
        self._shown = ""
        self.line = PickLine()
        self.line.textEdited.connect(self._find)
        self.line.list_wanted.connect(self.open_list)
        self.line.editingFinished.connect(self._leave)
        self._open = QAction(self)
        self._open.triggered.connect(self.open_list)
        icons.set_icon(self._open, "chevron-down", "quiet", theme.ICON)
        self.line.addAction(self._open, QLineEdit.ActionPosition.TrailingPosition)
        self._found = QStandardItemModel(self)
        self.popup = QListView()
        self._finder = self._new_finder()
        self._hold(self.line)
        self.retranslate()

    def _new_finder(self) -> QCompleter:
        finder = QCompleter(self._found, self)
        finder.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        finder.setMaxVisibleItems(_ROWS_SHOWN)
        finder.setWidget(self.line)
        self.popup.setProperty("kind", "popup")
        self.popup.setUniformItemSizes(True)
        self.popup.setTextElideMode(Qt.TextElideMode.ElideRight)
        finder.setPopup(self.popup)
        finder.activated[QModelIndex].connect(self._take)  # type: ignore[index]
        return finder

    def retranslate(self) -> None:
        """Show the present entry again, worded in the current language."""
        self._open.setText(_("Show the list"))
        self._open.setToolTip(_("Show the list (Down)"))
        self._show_placeholder()
        super().retranslate()

    def _show_placeholder(self) -> None:
        # What cannot be typed into asks for nothing.
        self.line.setPlaceholderText("" if self.line.isReadOnly() else _("Type to search"))

    def open_list(self) -> None:
        """Show every entry, as many as make sense in a list."""
        if not self.line.isReadOnly():
            self._offer_entries("")

    def _find(self, text: str) -> None:
        self._offer_entries(text)

    def _offer_entries(self, text: str) -> None:
        words = search_key(text).split()
        matching = [entry for entry in self._entries() if all(word in entry.key for word in words)]
        self._found.clear()
        for entry in matching[:_MOST_SHOWN]:
            self._found.appendRow(_item(entry.label, entry.value))
        typed = normalise(text).strip()
        if self._offer and typed and not any(search_key(one.label) == search_key(typed) for one in matching):
            adding = _item(_(self._offer).format(text=language.current().isolate(typed)), "")
            adding.setData(typed, _ADD_ROLE)
            self._found.appendRow(adding)
        if self._found.rowCount() == 0:
            self.popup.hide()
            return
        self._finder.complete()
        # What Enter takes: the best match while typing, nothing while only looking.
        first = self._finder.completionModel().index(0, 0)
        self.popup.setCurrentIndex(first if typed else QModelIndex())

    def _take(self, index: QModelIndex) -> None:
        typed = index.data(_ADD_ROLE)
        if typed:
            self.add_requested.emit(typed)
        else:
            self.choose(str(index.data(_VALUE_ROLE)))

    def choose(self, value: str | None) -> None:
        """Take a value as if the user had picked it."""
        changed = value != self._value
        self.set_value(value)
        if changed:
            self.edited.emit()

    def fail(self, error: AppError) -> None:
        """Show why what the user wanted did not work."""
        self._set_error(error)

    def _leave(self) -> None:
        # The list takes the focus for a moment; nothing has been left then.
        if not self.popup.isVisible() and not self.line.isReadOnly():
            self.commit()

    def is_pending(self) -> bool:
        """Whether the line differs from what was shown: an entry may be called otherwise by now."""
        return self.line.text() != self._shown

    def _read(self) -> str | None:
        if not self.is_pending():
            return self._value
        typed = search_key(self.line.text())
        if not typed:
            return self._nothing
        entries = self._entries()
        exact = [entry for entry in entries if search_key(entry.label) == typed]
        if exact:
            return exact[0].value
        partly = [entry for entry in entries if all(word in entry.key for word in typed.split())]
        if len(partly) == 1:
            return partly[0].value
        raise NotInTheList(text=shortened(self.line.text().strip()))

    def _show(self, value: str | None) -> None:
        self._shown = self._label(value)
        if self.line.text() != self._shown:
            self.line.setText(self._shown)
            self.line.setCursorPosition(0)

    def _label(self, value: str | None) -> str:
        if value is None or value == self._nothing:
            return ""
        known = (entry.label for entry in self._entries() if entry.value == value)
        return next(known, None) or self._label_of_unknown(value)

    def _label_of_unknown(self, _value: str) -> str:
        """Return the words for a value that is no longer among the entries."""
        return _("No longer there")

    def _lock(self, read_only: bool) -> None:
        self.line.setReadOnly(read_only)
        self._show_placeholder()
        self._open.setVisible(not read_only)


def _item(label: str, value: str) -> QStandardItem:
    item = QStandardItem(label)
    item.setData(value, _VALUE_ROLE)
    return item
