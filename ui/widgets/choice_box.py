"""One of several choices."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar, NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSignalBlocker, Qt
from PySide6.QtGui import QPaintEvent, QStandardItem, QStandardItemModel, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QCompleter,
    QSizePolicy,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QWidget,
)

from models.domain.errors import AppError
from models.domain.marking import N_
from models.localisation.text import search_key
from ui import theme
from ui.language import _
from ui.widgets.editor import Editor

_SEARCHED_FROM = 9
_BESIDE_WORDS = theme.space(13)
_KEY_ROLE = Qt.ItemDataRole.UserRole + 1


class Choice(NamedTuple):
    """A value and the words that stand for it."""

    value: str
    label: str


class NotAmongChoices(AppError):
    """What was typed is none of the choices."""

    message: ClassVar[str] = N_("{text} is not in the list. Choose one of its entries.")


class _Box(QComboBox):
    """A combo box that the wheel does not change while the page is scrolled over it."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Show with an ellipsis that the words do not fit."""
        room = self.width() - _BESIDE_WORDS
        if self.isEditable() or self.fontMetrics().horizontalAdvance(self.currentText()) <= room:
            super().paintEvent(event)
            return
        painter, option = QStylePainter(self), QStyleOptionComboBox()
        self.initStyleOption(option)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        words = self.fontMetrics().elidedText(self.currentText(), Qt.TextElideMode.ElideRight, room)
        option.currentText = words
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        painter.end()


class _Finder(QCompleter):
    """Finds choices by their letters, whatever keyboard these came from."""

    def splitPath(self, path: str) -> list[str]:  # noqa: N802
        """Fold what was typed as the choices are folded."""
        return [search_key(path)]

    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:  # noqa: N802
        """Return the words of a found choice."""
        return str(index.data(Qt.ItemDataRole.DisplayRole))


class ChoiceBox(Editor[str]):
    """The value of one choice, "" for none; long lists can be searched by typing."""

    def __init__(
        self, choices: Iterable[Choice] = (), optional: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__("", parent)
        self._optional = optional
        self._nothing = ""
        self._choices: tuple[Choice, ...] = ()
        self.box = _Box()
        self.box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.box.setMinimumContentsLength(8)
        self.box.setMaxVisibleItems(12)
        self.box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.box.activated.connect(self.commit)
        self._hold(self.box)
        self.set_choices(choices)

    def set_choices(self, choices: Iterable[Choice]) -> None:
        """Offer other choices, or the same in another language; the value stays, also one not offered."""
        self._choices = tuple(Choice(*choice) for choice in choices)
        model = QStandardItemModel(self.box)
        for choice in self._offered():
            item = QStandardItem(choice.label)
            item.setData(choice.value, Qt.ItemDataRole.UserRole)
            item.setData(search_key(choice.label), _KEY_ROLE)
            model.appendRow(item)
        with QSignalBlocker(self.box):
            self.box.setModel(model)
            self._make_searchable(len(self._choices) >= _SEARCHED_FROM)
        self._show(self._value)

    def set_nothing(self, text: str) -> None:
        """Word what stands there while nothing is chosen; "" for the usual words."""
        self._nothing = text
        self.set_choices(self._choices)

    def choices(self) -> tuple[Choice, ...]:
        """Return the choices offered."""
        return self._choices

    def retranslate(self) -> None:
        """Word "none" again; the labels are the caller's."""
        self.set_choices(self._choices)
        super().retranslate()

    def _offered(self) -> tuple[Choice, ...]:
        none = (Choice("", self._nothing or _("Not chosen")),) if self._optional or not self._value else ()
        known = {choice.value for choice in self._choices}
        kept = (Choice(self._value, self._value),) if self._value and self._value not in known else ()
        return (*none, *self._choices, *kept)

    def _make_searchable(self, searchable: bool) -> None:
        self.box.setEditable(searchable)
        if not searchable:
            return
        finder = _Finder(self.box.model(), self.box)
        finder.setCompletionRole(_KEY_ROLE)
        finder.setFilterMode(Qt.MatchFlag.MatchContains)
        finder.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        self.box.setCompleter(finder)
        finder.activated.connect(self.commit)
        line = self.box.lineEdit()
        assert line is not None
        line.editingFinished.connect(self.commit)

    def _read(self) -> str:
        if not self.box.isEditable():
            return str(self.box.currentData() or "")
        typed = search_key(self.box.currentText())
        if not typed:
            return ""
        for choice in self._offered():
            if search_key(choice.label) == typed:
                return choice.value
        raise NotAmongChoices(text=self.box.currentText().strip())

    def _show(self, value: str) -> None:
        with QSignalBlocker(self.box):
            at = self.box.findData(value)
            if at < 0 and value:
                self.box.addItem(value, value)
                at = self.box.count() - 1
            self.box.setCurrentIndex(at)
            if self.box.isEditable():
                self.box.setEditText(self.box.itemText(at) if value else "")
                self._show_beginning()

    def _show_beginning(self) -> None:
        """Show the beginning of words that do not fit, as long as nobody writes in them."""
        line = self.box.lineEdit()
        if line is not None and not line.hasFocus():
            line.setCursorPosition(0)
