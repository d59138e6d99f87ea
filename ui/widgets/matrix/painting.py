"""How the cells and the heads of a matrix look."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QHelpEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QWidget,
)

from models.localisation.text import isolated
from ui import icons, theme
from ui.theme import TextRole, Tone
from ui.widgets.labels import plain_tooltip
from ui.widgets.matrix.model import Head, HeadedModel, MatrixModel
from ui.widgets.mirroring import reads_from_right

PADDING = theme.space(3)
_GAP = theme.space(1)
_MOST_LINES = 5
_Index = QModelIndex | QPersistentModelIndex
_SELECTED, _FOCUSED = QStyle.StateFlag.State_Selected, QStyle.StateFlag.State_HasFocus
_WRAPPED = Qt.TextFlag.TextWordWrap.value
_LINE = Qt.TextFlag.TextSingleLine.value
_FORCED = (Qt.TextFlag.TextForceLeftToRight.value, Qt.TextFlag.TextForceRightToLeft.value)


class CellPainter(QStyledItemDelegate):
    """Paints a cell in the ground of its state, with its icon or its text in the middle."""

    def __init__(self, model: MatrixModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw ground, sign and lines, and on the current cell the focus."""
        inks, rect = theme.colours(), option.rect
        state = self._model.states.get(self._model.value(index.row(), index.column()))
        is_selected = bool(option.state & _SELECTED)
        is_plain = state is None or state.tone in (Tone.TEXT, Tone.QUIET)
        if self._model.is_locked(index.row(), index.column()):
            painter.fillRect(rect, QColor(inks.surface))
        elif is_selected:
            painter.fillRect(rect, QColor(inks.primary_tint))
        else:
            painter.fillRect(rect, QColor(inks.raised if is_plain else inks.tint(state.tone)))  # type: ignore[union-attr]
        line = QColor(inks.line)
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, line)
        edge = rect.left() if option.direction == Qt.LayoutDirection.RightToLeft else rect.right()
        painter.fillRect(edge, rect.top(), 1, rect.height(), line)
        if state is not None and state.icon:
            self._sign(painter, rect, state.icon, state.tone)
        elif state is not None and state.text:
            painter.setFont(theme.font(TextRole.BODY, strong=True))
            painter.setPen(QColor(inks.word(state.tone)))
            painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, state.text)
        if option.state & _FOCUSED:
            painter.setPen(QPen(QColor(inks.primary), 2))
            painter.drawRect(rect.adjusted(1, 1, -2, -2))

    @staticmethod
    def _sign(painter: QPainter, rect: QRect, icon: str, tone: Tone) -> None:
        size = QSize(theme.ICON, theme.ICON)
        place = QStyle.alignedRect(Qt.LayoutDirection.LeftToRight, Qt.AlignmentFlag.AlignCenter, size, rect)
        painter.drawPixmap(place, icons.pixmap(icon, tone.value, theme.ICON))


class HeadPainter(QHeaderView):
    """Heads in words: of columns in a few lines over their figure, of rows with it at their end."""

    def __init__(self, orientation: Qt.Orientation, model: HeadedModel, parent: QWidget) -> None:
        super().__init__(orientation, parent)
        self._model = model
        self._is_across = orientation == Qt.Orientation.Horizontal
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)

    def heads(self) -> list[Head]:
        """Return the heads in their order."""
        return list(self._model.columns if self._is_across else self._model.rows)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:  # noqa: N802
        """Draw one head."""
        heads = self.heads()
        if not rect.isValid() or section >= len(heads):
            return
        inks = theme.colours()
        view = self.parentWidget()
        current = getattr(view, "currentIndex", None)
        here = current() if current is not None else QModelIndex()
        is_here = section == (here.column() if self._is_across else here.row())
        painter.fillRect(rect, QColor(inks.raised))
        if is_here:
            foot = 2 * painter.fontMetrics().height() if heads[section].group else rect.height()
            painter.fillRect(rect.adjusted(0, rect.height() - foot, 0, 0), QColor(inks.hover))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, QColor(inks.line))
        edge = rect.left() if self.isRightToLeft() else rect.right()
        following = heads[section + 1].group if section + 1 < len(heads) else ""
        is_within = bool(heads[section].group) and heads[section].group == following
        top = rect.bottom() - painter.fontMetrics().height() if is_within else rect.top()
        painter.fillRect(edge, top, 1, rect.bottom() - top, QColor(inks.line))
        draw = self._draw_column if self._is_across else self._draw_row
        draw(painter, rect, heads[section])

    def _draw_column(self, painter: QPainter, rect: QRect, head: Head) -> None:
        inks, small = theme.colours(), theme.font(TextRole.SMALL)
        metrics = QFontMetrics(small)
        painter.setFont(small)
        if head.group:
            self._draw_group(painter, rect, head)
            painter.setPen(QColor(inks.quiet))
            line = QRect(
                rect.left(), rect.bottom() - metrics.lineSpacing(), rect.width(), metrics.lineSpacing()
            )
            shown = metrics.elidedText(head.title, Qt.TextElideMode.ElideRight, rect.width() - _GAP)
            painter.drawText(line.translated(0, -_GAP), Qt.AlignmentFlag.AlignCenter, shown)
            return
        inner = rect.adjusted(_GAP, theme.space(1.5), -_GAP, -theme.space(1.5))
        foot = head.figure or head.note
        room = inner.adjusted(0, 0, 0, -metrics.lineSpacing() if foot else 0)
        painter.setPen(QColor(inks.text))
        flags = Qt.AlignmentFlag.AlignCenter.value | _WRAPPED | _direction(head.title, self.isRightToLeft())
        painter.drawText(room, flags, self._in_lines(head.title, metrics, room.width()))
        if foot:
            painter.setPen(QColor(inks.word(head.tone if head.figure else Tone.QUIET)))
            bottom = QRect(
                inner.left(), inner.bottom() - metrics.lineSpacing(), inner.width(), metrics.lineSpacing()
            )
            painter.drawText(bottom, Qt.AlignmentFlag.AlignCenter, foot)

    def _draw_group(self, painter: QPainter, rect: QRect, head: Head) -> None:
        """Draw the part of what stands over several columns that lies over this one."""
        whole = self._group_rect(rect, head)
        metrics = painter.fontMetrics()
        room = whole.adjusted(
            theme.space(1.5), theme.space(1), -theme.space(1.5), -metrics.lineSpacing() - _GAP
        )
        flags = Qt.AlignmentFlag.AlignCenter.value | _WRAPPED | _direction(head.group, self.isRightToLeft())
        painter.save()
        painter.setClipRect(rect)
        painter.setPen(QColor(theme.colours().text))
        painter.drawText(room, flags, self._in_lines(head.group, metrics, room.width()))
        painter.restore()

    def _group_rect(self, rect: QRect, head: Head) -> QRect:
        same = [at for at, one in enumerate(self.heads()) if one.group == head.group]
        places = [self.sectionViewportPosition(at) for at in same]
        ends = [place + self.sectionSize(at) for place, at in zip(places, same, strict=True)]
        return QRect(min(places), rect.top(), max(ends) - min(places), rect.height())

    @staticmethod
    def _in_lines(title: str, metrics: QFontMetrics, width: int) -> str:
        """Return a title that takes a few lines at most."""
        wrapped = metrics.boundingRect(QRect(0, 0, width, 10_000), _WRAPPED, title)
        if wrapped.height() <= _MOST_LINES * metrics.lineSpacing() + 1:
            return title
        # Words do not fill their lines: a part of the last one stays free.
        return metrics.elidedText(title, Qt.TextElideMode.ElideRight, round((_MOST_LINES - 1.5) * width))

    def _draw_row(self, painter: QPainter, rect: QRect, head: Head) -> None:
        inks, is_rtl = theme.colours(), self.isRightToLeft()
        inner = rect.adjusted(PADDING, 0, -PADDING, -1)
        small = theme.font(TextRole.SMALL)
        beside = QFontMetrics(small).horizontalAdvance(head.figure) + PADDING if head.figure else 0
        if head.figure:
            painter.setFont(small)
            painter.setPen(QColor(inks.word(head.tone)))
            trailing = Qt.AlignmentFlag.AlignLeft if is_rtl else Qt.AlignmentFlag.AlignRight
            flags = (trailing | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter).value
            painter.drawText(inner, flags | _LINE, head.figure)
        room = inner.adjusted(beside, 0, 0, 0) if is_rtl else inner.adjusted(0, 0, -beside, 0)
        body = theme.font(TextRole.BODY)
        if not head.note:
            _line(painter, room, head.title, is_rtl, QColor(inks.text), body)
            return
        half = room.height() // 2
        upper = QRect(room.left(), room.top() + theme.space(1), room.width(), half)
        lower = QRect(room.left(), room.top() + half, room.width(), half - theme.space(0.5))
        _line(painter, upper, head.title, is_rtl, QColor(inks.text), body)
        _line(painter, lower, head.note, is_rtl, QColor(inks.quiet), small)

    def viewportEvent(self, event: QEvent) -> bool:
        """Tell the whole of a head in a tooltip."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            at = event.pos().x() if self._is_across else event.pos().y()
            section, heads = self.logicalIndexAt(at), self.heads()
            text = (
                "\n".join(filter(None, (heads[section].group, *heads[section][1:4])))
                if 0 <= section < len(heads)
                else ""
            )
            QToolTip.showText(event.globalPos(), plain_tooltip(text), self)
            return True
        return super().viewportEvent(event)

    def longest_word(self) -> int:
        """Return the width that a column needs for the longest word of the heads that stand over one."""
        metrics = QFontMetrics(theme.font(TextRole.SMALL))
        words = (word for head in self.heads() if not head.group for word in head.title.split())
        return max((metrics.horizontalAdvance(word) for word in words), default=0) + 3 * _GAP

    def column_height(self, width: int) -> int:
        """Return the height that the heads of columns need at a width each."""
        metrics = QFontMetrics(theme.font(TextRole.SMALL))
        lines = 1
        heads = self.heads()
        for head in heads:
            over = sum(one.group == head.group for one in heads) if head.group else 1
            title = head.group or head.title
            wrapped = metrics.boundingRect(QRect(0, 0, over * width - 4 * _GAP, 10_000), _WRAPPED, title)
            lines = max(lines, round(wrapped.height() / metrics.lineSpacing()))
        has_foot = any(head.figure or head.note or head.group for head in heads)
        return (min(lines, _MOST_LINES) + has_foot) * metrics.lineSpacing() + theme.space(4)


def _direction(text: str, is_rtl: bool) -> int:
    return _FORCED[reads_from_right(text, is_rtl)]


def _line(painter: QPainter, room: QRect, text: str, is_rtl: bool, ink: QColor, font: object) -> None:
    painter.setFont(font)  # type: ignore[arg-type]
    painter.setPen(ink)
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
    leading = Qt.AlignmentFlag.AlignRight if is_rtl else Qt.AlignmentFlag.AlignLeft
    flags = (leading | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter).value
    painter.drawText(room, flags | _LINE, isolated(shown))
