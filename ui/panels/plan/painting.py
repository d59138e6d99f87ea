"""How bars, weeks and today are painted; time runs in the direction of reading."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QHeaderView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from models.domain.schedule import Span
from models.domain.workdays import Workdays
from ui import theme
from ui.language import _
from ui.panels.plan.axis import Stretch, TimeAxis
from ui.panels.plan.rows import PlanRow, late_by
from ui.theme import TextRole

ROW = Qt.ItemDataRole.UserRole + 1
_STEP_BAR = theme.space(3)
TASK_BAR_HEIGHT = theme.space(2)
PLANNED_HEIGHT = theme.space(0.75)
_GAP = theme.space(0.5)
_HEAD = theme.space(13)
_LEAST = 3.0


class Picture:
    """What all lines share: the axis, the days off, and today."""

    def __init__(self) -> None:
        self.axis: TimeAxis | None = None
        self.days = Workdays()
        self.today_at: float | None = None

    def show(self, axis: TimeAxis, days: Workdays, today_at: float | None) -> None:
        """Take another axis."""
        self.axis, self.days, self.today_at = axis, days, today_at

    def edges(self, rect: QRect, first: float, last: float, *, is_rtl: bool) -> QRectF:
        """Return the part of a cell between two positions, over its whole height."""
        left, right = (1 - last, 1 - first) if is_rtl else (first, last)
        x = rect.left() + left * rect.width()
        return QRectF(x, rect.top(), max((right - left) * rect.width(), _LEAST), rect.height())


class BarDelegate(QStyledItemDelegate):
    """Paints the bars of one line: what was planned as a thin line, what is expected or done above it."""

    def __init__(self, picture: Picture, parent: QWidget) -> None:
        super().__init__(parent)
        self._picture = picture

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint a cell."""
        super().paint(painter, option, index)
        row: PlanRow | None = index.data(ROW)
        axis = self._picture.axis
        if row is None or axis is None:
            return
        is_rtl = option.direction == Qt.LayoutDirection.RightToLeft
        rect: QRect = option.rect
        painter.save()
        painter.setClipRect(rect)
        self._paint_days_off(painter, rect, axis, is_rtl=is_rtl)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row.planned:
            self._paint_planned(painter, rect, row.planned, is_rtl=is_rtl)
        if row.expected:
            self._paint_expected(painter, rect, row, is_rtl=is_rtl)
        self._paint_today(painter, rect, is_rtl=is_rtl)
        painter.restore()

    def _paint_days_off(self, painter: QPainter, rect: QRect, axis: TimeAxis, *, is_rtl: bool) -> None:
        shade = QColor(theme.colours().line)
        shade.setAlpha(90)
        for day in axis.every_day():
            if not self._picture.days.is_working(day):
                at = self._picture.edges(rect, axis.start_of(day), axis.end_of(day), is_rtl=is_rtl)
                painter.fillRect(at, shade)

    def _paint_planned(self, painter: QPainter, rect: QRect, span: Span, *, is_rtl: bool) -> None:
        at = self._at(rect, span, is_rtl=is_rtl)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.colours().edge))
        top = rect.center().y() + _STEP_BAR / 2 + _GAP
        painter.drawRoundedRect(QRectF(at.left(), top, at.width(), PLANNED_HEIGHT), 1, 1)

    def _paint_expected(self, painter: QPainter, rect: QRect, row: PlanRow, *, is_rtl: bool) -> None:
        assert row.expected is not None
        inks = theme.colours()
        height = TASK_BAR_HEIGHT if row.task or not row.children else _STEP_BAR
        top = rect.center().y() - height / 2 - 1
        at = self._at(rect, row.expected, is_rtl=is_rtl)
        ink = inks.good if row.is_done else inks.primary if row.is_open else inks.edge
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ink))
        bar = QRectF(at.left(), top, at.width(), height)
        painter.drawRoundedRect(bar, height / 2, height / 2)
        if row.slip and row.planned:
            self._paint_late(painter, rect, row, bar, is_rtl=is_rtl)

    def _paint_late(self, painter: QPainter, rect: QRect, row: PlanRow, bar: QRectF, *, is_rtl: bool) -> None:
        """Paint what goes beyond the plan, and say how much it is."""
        assert row.planned is not None
        assert row.expected is not None
        axis, inks = self._picture.axis, theme.colours()
        assert axis is not None
        first = max(axis.end_of(row.planned.last), axis.start_of(row.expected.first))
        late = self._picture.edges(rect, first, axis.end_of(row.expected.last), is_rtl=is_rtl)
        painter.setBrush(QColor(inks.late))
        over = QRectF(late.left(), bar.top(), late.width(), bar.height())
        painter.drawRoundedRect(over, bar.height() / 2, bar.height() / 2)
        painter.setFont(theme.font(TextRole.SMALL))
        painter.setPen(QColor(inks.late_text))
        self._write_beside(painter, rect, bar.united(over), late_by(row.slip), is_rtl=is_rtl)

    def _write_beside(self, painter: QPainter, rect: QRect, bar: QRectF, text: str, *, is_rtl: bool) -> None:
        """Write behind a bar, or before it where there is no room or today stands; else nowhere."""
        width = QFontMetrics(painter.font()).horizontalAdvance(text) + theme.space(2)
        after = QRectF(bar.right() + theme.space(1.5), rect.top(), width, rect.height())
        before = QRectF(bar.left() - theme.space(1.5) - width, rect.top(), width, rect.height())
        places = (before, after) if is_rtl else (after, before)
        if roomy := [at for at in places if rect.left() <= at.left() and at.right() <= rect.right()]:
            at = min(roomy, key=lambda at: self._is_over_today(rect, at, is_rtl=is_rtl))
            painter.drawText(at, Qt.AlignmentFlag.AlignCenter, text)

    def _is_over_today(self, rect: QRect, at: QRectF, *, is_rtl: bool) -> bool:
        today = self._picture.today_at
        return today is not None and at.intersects(self._picture.edges(rect, today, today, is_rtl=is_rtl))

    def _paint_today(self, painter: QPainter, rect: QRect, *, is_rtl: bool) -> None:
        if self._picture.today_at is not None:
            at = self._picture.edges(rect, self._picture.today_at, self._picture.today_at, is_rtl=is_rtl)
            painter.setPen(QPen(QColor(theme.colours().accent), 2))
            painter.drawLine(at.topLeft(), at.bottomLeft())

    def _at(self, rect: QRect, span: Span, *, is_rtl: bool) -> QRectF:
        axis = self._picture.axis
        assert axis is not None
        return self._picture.edges(rect, axis.start_of(span.first), axis.end_of(span.last), is_rtl=is_rtl)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return a height in which bars and a line of text have room."""
        return QSize(super().sizeHint(option, index).width(), theme.space(8.5))


class WeeksHeader(QHeaderView):
    """The head of the tree; over the bars stand months and the first days of weeks."""

    def __init__(self, picture: Picture, section: int, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._picture = picture
        self._section = section
        self.setSectionsMovable(False)
        self.setHighlightSections(False)

    def sizeHint(self) -> QSize:
        """Return a height for two lines."""
        return QSize(super().sizeHint().width(), _HEAD)

    def paintSection(self, painter: QPainter, rect: QRect, logical_index: int) -> None:  # noqa: N802
        """Paint the head of a column."""
        super().paintSection(painter, rect, logical_index)
        axis = self._picture.axis
        if logical_index != self._section or axis is None:
            return
        is_rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        painter.save()
        painter.setClipRect(rect)
        painter.setFont(theme.font(TextRole.SMALL))
        half = rect.height() // 2
        upper = QRect(rect.left(), rect.top(), rect.width(), half)
        lower = QRect(rect.left(), rect.top() + half, rect.width(), rect.height() - half)
        for month in axis.months():
            self._paint_stretch(painter, upper, month, theme.colours().text, is_rtl=is_rtl)
        flag = self._flag(painter, lower, is_rtl=is_rtl)
        for week in axis.weeks():
            self._paint_stretch(painter, lower, week, theme.colours().quiet, flag, is_rtl=is_rtl)
        self._paint_today(painter, flag)
        painter.restore()

    def _paint_stretch(
        self,
        painter: QPainter,
        rect: QRect,
        stretch: Stretch,
        ink: str,
        taken: QRectF | None = None,
        *,
        is_rtl: bool,
    ) -> None:
        """Paint an edge and a name, which stays away where something else stands already."""
        axis = self._picture.axis
        assert axis is not None
        days = stretch.days
        at = self._picture.edges(rect, axis.start_of(days.first), axis.end_of(days.last), is_rtl=is_rtl)
        painter.setPen(QColor(theme.colours().line))
        edge = at.right() if is_rtl else at.left()
        painter.drawLine(round(edge), rect.top() + theme.space(1), round(edge), rect.bottom())
        room = at.adjusted(theme.space(1), 0, -theme.space(1), 0)
        width = QFontMetrics(painter.font()).horizontalAdvance(stretch.name)
        words = QRectF(room.right() - width if is_rtl else room.left(), room.top(), width, room.height())
        if width <= room.width() + theme.space(1) and not (taken and taken.intersects(words)):
            painter.setPen(QColor(ink))
            painter.drawText(words, Qt.AlignmentFlag.AlignCenter, stretch.name)

    def _flag(self, painter: QPainter, rect: QRect, *, is_rtl: bool) -> QRectF | None:
        """Return where the word over today stands."""
        if self._picture.today_at is None:
            return None
        at = self._picture.edges(rect, self._picture.today_at, self._picture.today_at, is_rtl=is_rtl)
        width = QFontMetrics(painter.font()).horizontalAdvance(_("Today")) + theme.space(3)
        left = min(max(at.left() - width / 2, rect.left()), rect.right() - width)
        return QRectF(left, rect.top(), width, rect.height() - theme.space(1))

    def _paint_today(self, painter: QPainter, flag: QRectF | None) -> None:
        if flag is None:
            return
        inks = theme.colours()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(inks.accent_tint))
        painter.drawRoundedRect(flag, 4, 4)
        painter.setPen(QColor(inks.accent_text))
        painter.drawText(flag, Qt.AlignmentFlag.AlignCenter, _("Today"))
