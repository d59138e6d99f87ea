"""A few answers side by side, each a tile with a sign and its words."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from ui import theme
from ui.theme import TextRole
from ui.widgets.labels import plain_tooltip

_PADDING = theme.space(2)
_SIGN = theme.space(6.5)
_NARROWEST = theme.space(20)


class Tile(NamedTuple):
    """One answer: its value, the sign that stands large, the words below, and what they mean."""

    value: str
    sign: str
    words: str
    meaning: str = ""


class _TileButton(QAbstractButton):
    """One tile; the chosen one is tinted, framed and told as checked."""

    def __init__(self, tile: Tile, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tile = tile
        self.lines = 1
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.show_tile(tile)

    def show_tile(self, tile: Tile) -> None:
        """Show the same answer in other words."""
        self.tile = tile
        self.setAccessibleName(f"{tile.sign} · {tile.words}")
        self.setAccessibleDescription(tile.meaning)
        self.setToolTip(plain_tooltip(tile.meaning))
        self.update()

    def height_in(self, width: int) -> int:
        """Return the height that the words need in a width."""
        room = QRect(0, 0, max(width - 2 * _PADDING, 1), 1_000)
        wrap = Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap
        words = QFontMetrics(theme.font(TextRole.SMALL, strong=True)).boundingRect(
            room, wrap, self.tile.words
        )
        return words.height() + _SIGN + 3 * _PADDING

    def sizeHint(self) -> QSize:
        """Return the room for sign and words."""
        return QSize(_NARROWEST, self.height_in(self.width()))

    def minimumSizeHint(self) -> QSize:
        """Return the room for the longest word."""
        return QSize(_NARROWEST, super().minimumSizeHint().height())

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show that the tile can be pressed."""
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Show it no longer."""
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint ground, frame, sign and words."""
        inks, is_chosen = theme.colours(), self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_lit = self.hasFocus() or is_chosen
        painter.setPen(QPen(QColor(inks.primary if is_lit else inks.line), 2 if self.hasFocus() else 1))
        ground = inks.primary_tint if is_chosen else inks.hover if self._is_hovered() else inks.raised
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), theme.RADIUS, theme.RADIUS)
        painter.setPen(QColor(inks.primary if is_chosen else inks.quiet))
        painter.setFont(theme.font(TextRole.TITLE))
        top = QRect(0, _PADDING, self.width(), _SIGN)
        painter.drawText(top, Qt.AlignmentFlag.AlignCenter, self.tile.sign)
        painter.setPen(QColor(inks.primary if is_chosen else inks.text))
        painter.setFont(theme.font(TextRole.SMALL, strong=is_chosen))
        below = self.rect().adjusted(_PADDING, _SIGN + _PADDING + theme.space(1), -_PADDING, 0)
        wrap = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
        painter.drawText(below, wrap, self.tile.words)
        painter.end()

    def _is_hovered(self) -> bool:
        return self.underMouse() and self.isEnabled()


class TileChoice(QWidget):
    """One of a few answers, or none yet; arrows move between the tiles, Space or a click chooses.

    Signals:
        chosen: the value of the tile that was pressed, also when it was chosen already.
        finished: Enter was pressed on a tile: the user is done here.
    """

    chosen = Signal(str)
    finished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons: dict[str, _TileButton] = {}
        self._value = ""
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme.space(2))

    def set_tiles(self, tiles: Iterable[Tile]) -> None:
        """Offer answers in their order, or the same ones in other words."""
        for tile in tiles:
            known = self._buttons.get(tile.value)
            if known is not None:
                known.show_tile(tile)
                continue
            button = self._buttons[tile.value] = _TileButton(tile, self)
            button.clicked.connect(self._choose)
            button.installEventFilter(self)
            self._row.addWidget(button, 1)
        self.set_value(self._value)
        self._fit()

    def value(self) -> str:
        """Return the value chosen, "" for none."""
        return self._value

    def set_value(self, value: str) -> None:
        """Show a value as chosen, without any signal."""
        self._value = value
        for key, button in self._buttons.items():
            button.setChecked(key == value)
            is_entrance = key == value or (value not in self._buttons and button is self._first())
            # One stop for the Tab key; the arrows lead to the others.
            policy = Qt.FocusPolicy.StrongFocus if is_entrance else Qt.FocusPolicy.ClickFocus
            button.setFocusPolicy(policy)

    def button(self, value: str) -> QAbstractButton:
        """Return the tile of a value."""
        return self._buttons[value]

    def set_read_only(self, read_only: bool) -> None:
        """Let the answer be read only, or chosen again."""
        for button in self._buttons.values():
            button.setEnabled(not read_only)

    def focus(self) -> None:
        """Give the focus to the chosen tile, or to the first."""
        button = self._buttons.get(self._value) or self._first()
        if button is not None:
            button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _first(self) -> _TileButton | None:
        return next(iter(self._buttons.values()), None)

    def _choose(self) -> None:
        button = self.sender()
        if isinstance(button, _TileButton):
            # A press on the chosen tile must not take the answer away.
            self.set_value(button.tile.value)
            self.chosen.emit(button.tile.value)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give every tile the height of the tallest."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        count = max(len(self._buttons), 1)
        width = (self.width() - self._row.spacing() * (count - 1)) // count
        heights = (button.height_in(width) for button in self._buttons.values())
        height = max(heights, default=0)
        for button in self._buttons.values():
            if button.height() != height or button.minimumHeight() != height:
                button.setFixedHeight(height)

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Move between the tiles with the arrow keys; Enter says that the user is done."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.finished.emit()
            return True
        if key not in (Qt.Key.Key_Left, Qt.Key.Key_Right) or not isinstance(watched, _TileButton):
            return False
        buttons = list(self._buttons.values())
        forward = (key is Qt.Key.Key_Right) != self.isRightToLeft()
        goal = buttons.index(watched) + (1 if forward else -1)
        buttons[max(0, min(goal, len(buttons) - 1))].setFocus(Qt.FocusReason.TabFocusReason)
        return True
