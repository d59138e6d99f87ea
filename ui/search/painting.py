"""How results look: what was looked for stands out by its weight."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from models.domain.gates.criterion import Place
from models.localisation.text import isolated
from models.services.search.passages import marked
from models.services.search.targets import Group, Hit, HitGroup
from ui import icons, theme
from ui.search.rows import ResultModel, detail, group_title
from ui.theme import TextRole

_PADDING = theme.space(4)
_GAP = theme.space(3)
_HEADING = theme.space(8)
_LINE = theme.space(9.5)
_TWO_LINES = theme.space(14)
_SMALLEST_NAME = 0.55
_SIGNS: Mapping[Group, str] = {
    Group.WINDOW: "list",
    Group.PEOPLE: "person",
    Group.RECORDS: "file",
    Group.DOCUMENTS: "documents",
    Group.WORK: "tasks",
    Group.QUESTIONS: "step-1",
    Group.HELP: "help",
    Group.MODELS: "idea",
}
Index = QModelIndex | QPersistentModelIndex


class ResultPainter(QStyledItemDelegate):
    """Paints headings and hits in the theme's inks."""

    def __init__(self, results: ResultModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._results = results

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of a heading, a line or two lines."""
        row = self._results.row(index.row())
        if isinstance(row, HitGroup):
            return QSize(0, _HEADING)
        return QSize(0, _TWO_LINES if row.passage else _LINE)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        painter.save()
        row = self._results.row(index.row())
        if isinstance(row, HitGroup):
            self._paint_heading(painter, option, row)
        else:
            self._paint_hit(painter, option, row)
        painter.restore()

    def _paint_heading(self, painter: QPainter, option: QStyleOptionViewItem, group: HitGroup) -> None:
        painter.setFont(theme.font(TextRole.SMALL, strong=True))
        painter.setPen(QColor(theme.colours().quiet))
        room = option.rect.adjusted(_PADDING, 0, -_PADDING, -theme.space(1))
        painter.drawText(room, _leading(option) | Qt.AlignmentFlag.AlignBottom, group_title(group))

    def _paint_hit(self, painter: QPainter, option: QStyleOptionViewItem, hit: Hit) -> None:
        inks = theme.colours()
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        ground = option.rect.adjusted(theme.space(1.5), 0, -theme.space(1.5), 0)
        if is_chosen or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QColor(inks.primary) if is_chosen else Qt.PenStyle.NoPen)
            painter.setBrush(QColor(inks.primary_tint if is_chosen else inks.hover))
            painter.drawRoundedRect(ground.adjusted(0, 1, -1, -1), theme.RADIUS - 2, theme.RADIUS - 2)
        room = option.rect.adjusted(_PADDING, theme.space(1), -_PADDING, -theme.space(1))
        first = room.adjusted(0, 0, 0, -(room.height() // 2)) if hit.passage else room
        self._paint_sign(painter, option, hit, first)
        text = _after(option, first, theme.ICON + _GAP)
        taken = self._paint_detail(painter, option, hit, text)
        words = self._results.found.words if self._results.found is not None else ()
        name = _before(option, text, taken)
        _write(painter, option, name, hit.name, words, TextRole.BODY, inks.text)
        if hit.passage:
            second = _after(option, room.adjusted(0, room.height() // 2, 0, 0), theme.ICON + _GAP)
            _write(painter, option, second, hit.passage, words, TextRole.SMALL, inks.quiet)

    def _paint_sign(self, painter: QPainter, option: QStyleOptionViewItem, hit: Hit, room: QRect) -> None:
        size = QSize(theme.ICON, theme.ICON)
        place = QStyle.alignedRect(
            option.direction, Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter, size, room
        )
        painter.drawPixmap(place, icons.pixmap(sign_of(hit), "primary", theme.ICON))

    def _paint_detail(self, painter: QPainter, option: QStyleOptionViewItem, hit: Hit, room: QRect) -> int:
        """Paint where a hit belongs, at the trailing end, and return the room it takes."""
        text = detail(hit)
        if not text:
            return 0
        font = theme.font(TextRole.SMALL)
        metrics = QFontMetrics(font)
        most = round(room.width() * (1 - _SMALLEST_NAME))
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, most)
        painter.setFont(font)
        painter.setPen(QColor(theme.colours().quiet))
        painter.drawText(room, _trailing(option) | Qt.AlignmentFlag.AlignVCenter, shown)
        return metrics.horizontalAdvance(shown) + _GAP


def sign_of(hit: Hit) -> str:
    """Return the icon of a hit: its own, that of its step, or that of its kind."""
    if hit.icon:
        return hit.icon
    is_of_step = hit.step is not None and hit.group in (Group.RECORDS, Group.WINDOW)
    if is_of_step:
        return f"step-{hit.step}"
    if isinstance(hit.target, Place) and hit.target.register == "evidence":
        return "evidence"
    return _SIGNS[hit.group]


def _write(
    painter: QPainter,
    option: QStyleOptionViewItem,
    room: QRect,
    text: str,
    words: Sequence[str],
    role: TextRole,
    ink: str,
) -> None:
    """Write a text in one line, the searched words heavier."""
    heavy = theme.font(role, strong=True)
    shown = isolated(QFontMetrics(heavy).elidedText(text, Qt.TextElideMode.ElideRight, room.width()))
    layout = QTextLayout(shown, theme.font(role))
    layout.setFormats([_heavy(begin, end, heavy) for begin, end in marked(shown, words)])
    option_of_text = QTextOption(_leading(option))
    option_of_text.setTextDirection(option.direction)
    option_of_text.setWrapMode(QTextOption.WrapMode.NoWrap)
    layout.setTextOption(option_of_text)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(room.width())
    layout.endLayout()
    painter.setPen(QColor(ink))
    layout.draw(painter, QPointF(room.left(), room.top() + (room.height() - line.height()) / 2))


def _heavy(begin: int, end: int, font: QFont) -> QTextLayout.FormatRange:
    part = QTextLayout.FormatRange()
    part.start, part.length = begin, end - begin
    look = QTextCharFormat()
    look.setFont(font)
    look.setForeground(QColor(theme.colours().text))
    part.format = look
    return part


def _leading(option: QStyleOptionViewItem) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if _is_rtl(option) else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignAbsolute


def _trailing(option: QStyleOptionViewItem) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignLeft if _is_rtl(option) else Qt.AlignmentFlag.AlignRight
    return side | Qt.AlignmentFlag.AlignAbsolute


def _is_rtl(option: QStyleOptionViewItem) -> bool:
    return option.direction == Qt.LayoutDirection.RightToLeft


def _after(option: QStyleOptionViewItem, room: QRect, taken: int) -> QRect:
    """Return the room that is left when some at the leading end is taken."""
    return room.adjusted(0, 0, -taken, 0) if _is_rtl(option) else room.adjusted(taken, 0, 0, 0)


def _before(option: QStyleOptionViewItem, room: QRect, taken: int) -> QRect:
    """Return the room that is left when some at the trailing end is taken."""
    return room.adjusted(taken, 0, 0, 0) if _is_rtl(option) else room.adjusted(0, 0, -taken, 0)
