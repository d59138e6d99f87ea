"""The cards of one column of the board: a list of items that is quick with thousands of them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import (
    QAbstractListModel,
    QByteArray,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPen,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from models.domain.action_states import has_failed, next_day
from models.domain.fields import field_of
from models.domain.ids import RecordId
from models.domain.records.correction import Action
from models.services.action_list import NEXT
from ui import icons, theme
from ui.language import _, current
from ui.theme import TextRole, Tone
from ui.workspaces.actions.table import ActionTable, tone_of

Index = QModelIndex | QPersistentModelIndex

CARRIED = "application/x-manshur-action"
_NOWHERE = QModelIndex()
_PADDING = theme.space(2.5)
_GAP = theme.space(2)
_LINES = 3
_SIGN = 14
CARD_HEIGHT = theme.space(35)


class Card(NamedTuple):
    """What stands on a card."""

    no: str
    source: str
    problem: str
    owner: str
    day: str
    brief_day: str
    tone: Tone


class CardModel(QAbstractListModel):
    """The actions of one state; their texts are made when they are first seen.

    Signals:
        dropped: the id of an action that was carried here.
    """

    dropped = Signal(object)

    def __init__(self, table: ActionTable, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._table = table
        self._ids: list[RecordId] = []
        self._records: list[Action] = []
        self._cards: dict[RecordId, tuple[Action, Card]] = {}
        self.can_move = True

    def show_actions(self, actions: Sequence[Action]) -> None:
        """Show other actions."""
        ids = [one.id for one in actions]
        if ids == self._ids:
            changed = [row for row, one in enumerate(actions) if one is not self._records[row]]
            self._records = list(actions)
            for row in changed:
                self.dataChanged.emit(self.index(row), self.index(row))
            return
        self.beginResetModel()
        self._ids, self._records = ids, list(actions)
        self.endResetModel()

    def forget_words(self) -> None:
        """Word all cards anew."""
        self._cards.clear()
        if self._ids:
            self.dataChanged.emit(self.index(0), self.index(len(self._ids) - 1))

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return the number of cards."""
        return 0 if parent.isValid() else len(self._ids)

    def action_at(self, row: int) -> Action:
        """Return the action of a card."""
        return self._records[row]

    def row_of(self, action: RecordId) -> int | None:
        """Return the row of an action, None where it has none here."""
        return self._ids.index(action) if action in self._ids else None

    def card(self, row: int) -> Card:
        """Return what stands on a card."""
        action = self._records[row]
        known = self._cards.get(action.id)
        if known is None or known[0] is not action:
            known = self._cards[action.id] = (action, self._worded(action))
        return known[1]

    def _worded(self, action: Action) -> Card:
        display = self._table.display
        no, source, problem, owner = (
            " ".join(display.of(action, field_of(Action, name))[:400].split())
            for name in ("no", "source", "problem", "owner")
        )
        tone = tone_of(action)
        return Card(no, source, problem, owner, display.of(action, NEXT), _brief(action, tone), tone)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the words of a card, for assistive technology and as its tooltip."""
        if not index.isValid():
            return None
        card = self.card(index.row())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return " · ".join(filter(None, (card.no, card.problem, card.source, card.owner, card.day)))
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let cards be carried, and be dropped anywhere in the column."""
        drop = Qt.ItemFlag.ItemIsDropEnabled if self.can_move else Qt.ItemFlag.NoItemFlags
        if not index.isValid():
            return drop
        drag = Qt.ItemFlag.ItemIsDragEnabled if self.can_move else Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | drag | drop

    def supportedDropActions(self) -> Qt.DropAction:
        """Allow moving only."""
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:  # noqa: N802
        """Name what can be dropped here."""
        return [CARRIED]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:  # noqa: N802
        """Return what is carried: the id of the action."""
        carried = QMimeData()
        ids = [self._ids[index.row()] for index in indexes]
        carried.setData(CARRIED, QByteArray(json.dumps(ids).encode()))
        return carried

    def dropMimeData(  # noqa: N802
        self, data: QMimeData, _action: Qt.DropAction, _row: int, _column: int, _parent: Index
    ) -> bool:
        """Tell what was carried here; it moves by being saved, never by itself."""
        if data.hasFormat(CARRIED):
            for action in json.loads(bytes(data.data(CARRIED).data())):
                self.dropped.emit(action)
        return False


class CardDelegate(QStyledItemDelegate):
    """Paints a card: number and source, the problem in a few lines, owner, and when it is due in words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._small = theme.font(TextRole.SMALL)
        self._strong = theme.font(TextRole.SMALL, strong=True)
        self._line = QFontMetricsF(self._small).height() * 1.15

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Return the same size for all cards."""
        return QSize(theme.space(30), self.height() + _GAP)

    def height(self) -> int:
        """Return the height of a card."""
        return round((3 + _LINES) * self._line) + 2 * _PADDING

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one card."""
        model = index.model()
        assert isinstance(model, CardModel)
        card = model.card(index.row())
        rect = QRect(option.rect)
        rect.adjust(1, 1, -1, -_GAP)
        painter.save()
        self._paint_ground(painter, option, rect)
        inner = QRectF(rect).adjusted(_PADDING, _PADDING, -_PADDING, -_PADDING)
        self._paint_words(painter, option, card, inner)
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, rect: QRect) -> None:
        inks, state = theme.colours(), option.state
        is_chosen = bool(state & QStyle.StateFlag.State_Selected)
        has_focus = bool(state & QStyle.StateFlag.State_HasFocus)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = inks.primary if is_chosen or has_focus else inks.line
        painter.setPen(QPen(QColor(edge), 2.0 if has_focus else 1.0))
        painter.setBrush(QColor(inks.primary_tint if is_chosen else inks.raised))
        painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), theme.RADIUS, theme.RADIUS)

    def _paint_words(
        self, painter: QPainter, option: QStyleOptionViewItem, card: Card, inner: QRectF
    ) -> None:
        inks = theme.colours()
        top, line = inner.top(), self._line
        painter.setFont(self._strong)
        painter.setPen(QColor(inks.primary))
        width = min(painter.fontMetrics().horizontalAdvance(card.no), int(inner.width() * 0.6)) + 2
        self._text(painter, option, card.no, QRectF(inner.left(), top, inner.width(), line), 0, width)
        painter.setFont(self._small)
        painter.setPen(QColor(inks.quiet))
        at = width + theme.space(1.5)
        self._text(painter, option, card.source, QRectF(inner.left(), top, inner.width(), line), at)
        painter.setPen(QColor(inks.text))
        problem = QRectF(inner.left(), top + line, inner.width(), _LINES * line)
        self._paragraph(painter, option, card.problem, problem)
        painter.setPen(QColor(inks.quiet))
        owner = QRectF(inner.left(), top + (1 + _LINES) * line, inner.width(), line)
        self._text(painter, option, card.owner or "—", owner, 0)
        self._paint_day(painter, option, card, owner.translated(0, line))

    def _paint_day(self, painter: QPainter, option: QStyleOptionViewItem, card: Card, rect: QRectF) -> None:
        at = 0.0
        sign = {Tone.BROKEN: "warning", Tone.GOOD: "good"}.get(card.tone, "clock")
        if card.day:
            picture = icons.pixmap(sign, card.tone.value, _SIGN, painter.device().devicePixelRatioF())
            place = _side(option, rect, 0, _SIGN)
            painter.drawPixmap(QPointF(place.left(), rect.top() + (rect.height() - _SIGN) / 2), picture)
            at = _SIGN + theme.space(1)
        is_loud = card.tone is Tone.BROKEN
        painter.setFont(self._strong if is_loud else self._small)
        painter.setPen(QColor(theme.colours().word(card.tone)))
        # On a narrow card a word says more than half a date.
        is_whole = painter.fontMetrics().horizontalAdvance(card.day) <= rect.width() - at
        self._text(painter, option, card.day if is_whole else card.brief_day, rect, at)

    def _text(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        text: str,
        rect: QRectF,
        at: float,
        width: float = 0.0,
    ) -> None:
        place = _side(option, rect, at, width or rect.width() - at)
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(place.width()))
        flags = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        painter.setLayoutDirection(option.direction)
        aligned = QStyle.visualAlignment(option.direction, flags)
        painter.drawText(place, int(aligned | Qt.AlignmentFlag.AlignAbsolute), shown)

    def _paragraph(self, painter: QPainter, option: QStyleOptionViewItem, text: str, rect: QRectF) -> None:
        """Draw the beginning of a text in the lines that there are."""
        direction = option.direction
        layout = _laid_out(text, painter.font(), rect.width(), direction)
        for number in range(min(layout.lineCount(), _LINES)):
            line = layout.lineAt(number)
            place = QRectF(rect.left(), rect.top() + number * self._line, rect.width(), self._line)
            is_cut = number == _LINES - 1 and layout.lineCount() > _LINES
            if is_cut:
                self._text(painter, option, text[line.textStart() :], place, 0)
            else:
                rest = text[line.textStart() : line.textStart() + line.textLength()].strip()
                self._text(painter, option, rest, place, 0)


def _brief(action: Action, tone: Tone) -> str:
    """Return the shortest way to say when the next thing is due."""
    if tone is Tone.BROKEN:
        return _("Not effective") if has_failed(action) else _("Overdue")
    day = action.closed_on or next_day(action)
    return current().date(day) if day is not None else "—"


def _side(option: QStyleOptionViewItem, rect: QRectF, at: float, width: float) -> QRectF:
    """Return a part of a line, counted from where reading begins."""
    direction = option.direction
    is_mirrored = direction is Qt.LayoutDirection.RightToLeft
    left = rect.right() - at - width if is_mirrored else rect.left() + at
    return QRectF(left, rect.top(), width, rect.height())


def _laid_out(text: str, font: QFont, width: float, direction: Qt.LayoutDirection) -> QTextLayout:
    layout = QTextLayout(text, font)
    wishes = QTextOption()
    wishes.setTextDirection(direction)
    wishes.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(wishes)
    layout.beginLayout()
    for _number in range(_LINES + 1):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
    layout.endLayout()
    return layout
