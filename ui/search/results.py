"""What a search found, as a list in groups."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QFrame, QListView, QWidget

from models.services.search.targets import Found, Hit
from ui.language import _
from ui.search.painting import ResultPainter
from ui.search.rows import ResultModel


class ResultList(QListView):
    """Shows what was found; the keyboard stays in the search field.

    Signals:
        chosen: the `Hit` to be opened.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.results = ResultModel(self)
        self.setModel(self.results)
        self.setItemDelegate(ResultPainter(self.results, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self._choose)

    def show_found(self, found: Found | None) -> None:
        """Show what was found, the best hit chosen; one chosen before stays so where it is still there."""
        before = self.current()
        self.results.show_found(found)
        rows = self.results.hit_rows()
        known = [at for at in rows if before is not None and self.results.row(at) == before]
        if rows:
            self._go_to((known or rows)[0])
        self.setAccessibleName(_("Found"))

    def current(self) -> Hit | None:
        """Return the chosen hit, None where there is none."""
        at = self.currentIndex().row()
        row = self.results.row(at) if at >= 0 else None
        return row if isinstance(row, Hit) else None

    def step(self, by: int) -> None:
        """Choose a hit further on; one step past the end comes back to the beginning."""
        rows = self.results.hit_rows()
        if not rows:
            return
        at = self.currentIndex().row()
        place = rows.index(at) if at in rows else -1
        goal = place + by
        if abs(by) > 1:
            goal = min(max(goal, 0), len(rows) - 1)
        self._go_to(rows[goal % len(rows)])

    def wanted_height(self) -> int:
        """Return the height at which nothing has to be scrolled."""
        return sum(self.sizeHintForRow(at) for at in range(self.results.rowCount()))

    def show_choice(self) -> None:
        """Bring what is chosen into view; the heading over the first hit belongs to it."""
        at = self.currentIndex().row()
        if at in self.results.hit_rows()[:1]:
            self.scrollToTop()
        elif at >= 0:
            self.scrollTo(self.currentIndex())

    def _go_to(self, at: int) -> None:
        self.setCurrentIndex(self.results.index(at))
        self.show_choice()

    def _choose(self, index: QModelIndex) -> None:
        row = self.results.row(index.row())
        if isinstance(row, Hit):
            self.chosen.emit(row)
