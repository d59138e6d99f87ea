"""Widgets in lines, a new line where the old one is full."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QStyle, QWidget

_Line = list[tuple[QWidget, QSize]]


class FlowBox(QWidget):
    """Puts its widgets one after the other in reading direction, each in its own size."""

    def __init__(self, gap: int = 8, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._gap = gap
        self._widgets: list[QWidget] = []
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def add(self, widget: QWidget) -> None:
        """Append a widget."""
        self._widgets.append(widget)
        hidden = widget.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide) and widget.isHidden()
        widget.setParent(self)
        widget.setVisible(not hidden)
        self._settle()

    def remove(self, widget: QWidget) -> None:
        """Take a widget out; it is deleted."""
        self._widgets.remove(widget)
        widget.hide()
        widget.deleteLater()
        self._settle()

    def hasHeightForWidth(self) -> bool:
        """Say that a narrower place needs more lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all lines in that width."""
        heights = [_height(line) for line in self._lines(width)]
        return sum(heights) + self._gap * max(len(heights) - 1, 0)

    def sizeHint(self) -> QSize:
        """Return the size of everything in one line."""
        sizes = [widget.sizeHint() for widget in self._shown()]
        width = sum(size.width() for size in sizes) + self._gap * max(len(sizes) - 1, 0)
        return QSize(width, max((size.height() for size in sizes), default=0))

    def minimumSizeHint(self) -> QSize:
        """Return the size of the largest widget."""
        size = QSize(0, 0)
        for widget in self._shown():
            size = size.expandedTo(widget.minimumSizeHint())
        return size

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the widgets anew."""
        super().resizeEvent(event)
        self._claim_height()
        self._arrange()

    def showEvent(self, event: QShowEvent) -> None:
        """Place the widgets anew: nobody told which of them grew while they were not seen."""
        super().showEvent(event)
        self._settle()

    def event(self, event: QEvent) -> bool:
        """Place the widgets anew when one of them wants another size, and on a change of direction."""
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.LayoutDirectionChange):
            self._settle()
        return super().event(event)

    def _settle(self) -> None:
        self.updateGeometry()
        if self.isVisible():
            self._claim_height()
        self._arrange()

    def _claim_height(self) -> None:
        # Layouts ask for the height at a width only down to the first parent that does not.
        self.setMinimumHeight(self.heightForWidth(self.width()))

    def _shown(self) -> list[QWidget]:
        return [widget for widget in self._widgets if not widget.isHidden()]

    def _arrange(self) -> None:
        top = 0
        for line in self._lines(self.width()):
            height, x = _height(line), 0
            for widget, size in line:
                place = QRect(QPoint(x, top + (height - size.height()) // 2), size)
                widget.setGeometry(QStyle.visualRect(self.layoutDirection(), self.rect(), place))
                x += size.width() + self._gap
            top += height + self._gap

    def _lines(self, width: int) -> list[_Line]:
        lines: list[_Line] = []
        room = 0
        for widget in self._shown():
            size = widget.sizeHint().expandedTo(widget.minimumSize())
            size.setWidth(min(size.width(), max(width, 1)))
            if not lines or size.width() > room:
                lines.append([])
                room = width
            lines[-1].append((widget, size))
            room -= size.width() + self._gap
        return lines


def _height(line: _Line) -> int:
    return max(size.height() for _widget, size in line)
