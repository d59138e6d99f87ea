"""A line in which the name of something new is typed and taken with Enter."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView, QVBoxLayout, QWidget

from models.localisation.text import normalise
from ui import icons, theme
from ui.theme import TextRole, Tone
from ui.widgets.labels import WrapLabel
from ui.widgets.showing import show_if


class _Line(QLineEdit):
    """A line that Escape gives up."""

    given_up = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Give up with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        else:
            super().keyPressEvent(event)


class AddLine(QWidget):
    """Takes a name with Enter; what is wrong with it stands below, and what was typed stays.

    Signals:
        entered: the name typed; the owner calls `accept` or `refuse`.
        given_up: Escape was pressed.
    """

    entered = Signal(str)
    given_up = Signal()

    def __init__(self, icon: str = "add", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = _Line()
        sign = QAction(self)
        icons.set_icon(sign, icon, "quiet", theme.ICON)
        self.line.addAction(sign, QLineEdit.ActionPosition.LeadingPosition)
        self._offers = QStringListModel(self)
        finder = QCompleter(self._offers, self)
        finder.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        finder.setFilterMode(Qt.MatchFlag.MatchContains)
        popup = QListView()
        popup.setProperty("kind", "popup")
        finder.setPopup(popup)
        self.line.setCompleter(finder)
        self._problem = WrapLabel(role=TextRole.SMALL, tone=Tone.BROKEN, parent=self)
        show_if(self._problem, False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(1))
        column.addWidget(self.line)
        column.addWidget(self._problem)
        self.setFocusProxy(self.line)
        self.line.returnPressed.connect(self._enter)
        self.line.textEdited.connect(self._forgive)
        self.line.given_up.connect(self._give_up)

    def set_texts(self, name: str) -> None:
        """Say what is typed here."""
        self.line.setPlaceholderText(name)
        self.line.setAccessibleName(name)

    def set_offers(self, offers: Sequence[str]) -> None:
        """Offer names while the user types."""
        if self._offers.stringList() != list(offers):
            self._offers.setStringList(list(offers))

    def begin(self, text: str) -> None:
        """Let a name be changed."""
        self.line.setText(text)
        self.line.selectAll()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def accept(self) -> None:
        """Be empty again: the name was taken."""
        self.line.clear()
        self.refuse("")

    def refuse(self, problem: str) -> None:
        """Say why the name was not taken; what was typed stays."""
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))
        self.line.setAccessibleDescription(problem)
        theme.set_property(self.line, "state", "broken" if problem else "")

    def problem(self) -> str:
        """Return why the name was not taken, "" where nothing is wrong."""
        return self._problem.text()

    def _enter(self) -> None:
        if text := normalise(self.line.text()).strip():
            self.entered.emit(text)

    def _forgive(self) -> None:
        if self._problem.text():
            self.refuse("")

    def _give_up(self) -> None:
        self.accept()
        self.given_up.emit()
