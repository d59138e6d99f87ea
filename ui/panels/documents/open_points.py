"""What a document still lacks, each with the way to the place where it is entered."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from models.documents.builders.desk import OpenPoint
from ui import icons, theme
from ui.language import _, current
from ui.widgets.buttons import SecondaryButton
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import WrapLabel
from ui.widgets.page_scroll import PageScroll


class OpenPointLine(QWidget):
    """One thing that is missing."""

    go_requested = Signal(object)

    def __init__(self, point: OpenPoint, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._place = point.place
        text = point.sentence.worded(current())
        sign = QLabel()
        icons.set_icon(sign, "unmet", "late", theme.ICON)
        self.go = SecondaryButton(_("Go"), small=True)
        self.go.setAccessibleName(_("Go to what is missing: {criterion}").format(criterion=text))
        self.go.clicked.connect(self._go)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme.space(2))
        line.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(WrapLabel(text), 1)
        line.addWidget(self.go, 0, Qt.AlignmentFlag.AlignTop)

    def _go(self) -> None:
        self.go_requested.emit(self._place)


class OpenPointsPanel(QWidget):
    """The list of what is missing, or the sentence that nothing is; `place_requested` carries a `Place`."""

    place_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._points: tuple[OpenPoint, ...] = ()
        self._wording: object = None
        self.lines: list[OpenPointLine] = []
        board = QWidget()
        self._column = QVBoxLayout(board)
        self._column.setContentsMargins(theme.space(4.5), theme.space(4), theme.space(4.5), theme.space(4))
        self._column.setSpacing(theme.space(2.5))
        self._column.addStretch()
        self._nothing = EmptyState(icon="good")
        self._pages = QStackedWidget()
        self._pages.addWidget(PageScroll(board))
        self._pages.addWidget(self._nothing)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._pages)

    def show_points(self, points: Sequence[OpenPoint]) -> None:
        """Show what is missing."""
        self._pages.setCurrentIndex(0 if points else 1)
        self._nothing.set_texts(_("Nothing is missing: every section of the document is filled."))
        if (tuple(points), current()) == (self._points, self._wording):
            return
        self._points, self._wording = tuple(points), current()
        for line in self.lines:
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()
        self.lines = [OpenPointLine(point) for point in points]
        for at, line in enumerate(self.lines):
            line.go_requested.connect(self.place_requested)
            self._column.insertWidget(at, line)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.show_points(self._points)
