"""The list of places at the leading edge of the window."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QEnterEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ui import icons, theme
from ui.theme import TextRole, Tone
from ui.widgets.labels import ElidedLabel, plain_tooltip
from ui.widgets.mirroring import placed
from ui.widgets.progress_ring import StepState, paint_step, step_in_words

_ROW = 34
_RING = 21


class NavItem(QAbstractButton):
    """One place: icon or step ring, name, and perhaps a count at the trailing end."""

    def __init__(
        self, text: str, icon: str = "", step: StepState | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._icon = icon
        self._step = step
        self._badge = ""
        self._meaning = ""
        self.setCheckable(True)
        self.setAutoExclusive(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setText(text)

    def setText(self, text: str) -> None:  # noqa: N802
        """Name the place."""
        super().setText(text)
        self._describe()

    def set_step(self, step: StepState) -> None:
        """Show another state of the step."""
        self._step = step
        self._describe()
        self.update()

    def set_badge(self, text: str, meaning: str) -> None:
        """Show a count and say what is counted; "" takes it away."""
        self._badge, self._meaning = text, meaning
        self._describe()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the height of a row."""
        return QSize(theme.NAVIGATION_WIDTH - theme.space(4), _ROW)

    def nextCheckState(self) -> None:  # noqa: N802
        """Leave it to the bar which place is current."""

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show that the row can be pressed."""
        self.update()
        super().enterEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Word the step's state again after a change of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._describe()

    def _describe(self) -> None:
        state = step_in_words(self._step) if self._step else ""
        parts = [part for part in (state, self._meaning) if part]
        self.setAccessibleName(self.text())
        self.setAccessibleDescription("\n".join(parts))
        self.setToolTip(plain_tooltip("\n".join(parts)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the row, mirrored in right-to-left."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        self._paint_sign(painter)
        badge_width = self._paint_badge(painter)
        inks = theme.colours()
        painter.setFont(theme.font(TextRole.BODY, strong=self.isChecked()))
        painter.setPen(QColor(inks.primary if self.isChecked() else inks.text))
        start = theme.space(10)
        room = self._place(start, 0, self.width() - start - badge_width - theme.space(2), self.height())
        side = Qt.AlignmentFlag.AlignRight if self.isRightToLeft() else Qt.AlignmentFlag.AlignLeft
        text = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter, text)
        painter.end()

    def _paint_ground(self, painter: QPainter) -> None:
        inks = theme.colours()
        ground = inks.primary_tint if self.isChecked() else inks.hover if self.underMouse() else ""
        frame = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setPen(QPen(QColor(inks.primary), 2) if self.hasFocus() else QPen(Qt.PenStyle.NoPen))
        painter.setBrush(QColor(ground) if ground else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(frame, theme.RADIUS, theme.RADIUS)

    def _paint_sign(self, painter: QPainter) -> None:
        if self._step is not None:
            square = self._place(theme.space(2.25), (self.height() - _RING) // 2, _RING, _RING)
            paint_step(painter, QRectF(square), self._step)
        elif self._icon:
            square = self._place(theme.space(2.5), (self.height() - theme.ICON) // 2, theme.ICON, theme.ICON)
            role = "primary" if self.isChecked() else "text"
            painter.drawPixmap(square, icons.pixmap(self._icon, role, theme.ICON, self.devicePixelRatioF()))

    def _paint_badge(self, painter: QPainter) -> int:
        if not self._badge:
            return 0
        inks = theme.colours()
        painter.setFont(theme.font(TextRole.SMALL, strong=True))
        width = max(painter.fontMetrics().horizontalAdvance(self._badge) + theme.space(4), theme.space(6))
        height = theme.space(5)
        pill = self._place(
            self.width() - width - theme.space(2), (self.height() - height) // 2, width, height
        )
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(inks.broken_tint))
        painter.drawRoundedRect(pill, height / 2, height / 2)
        painter.setPen(QColor(inks.broken_text))
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, self._badge)
        return width + theme.space(2)

    def _place(self, start: int, top: int, width: int, height: int) -> QRect:
        return placed(self, start, top, width, height)


class NavigationBar(QFrame):
    """All places; one stop of the Tab key, in which arrows move and Enter chooses."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "navigation")
        self.setFixedWidth(theme.NAVIGATION_WIDTH)
        self._items: dict[str, NavItem] = {}
        self._sections: dict[str, ElidedLabel] = {}
        self._current = ""
        self._brand_icon = QLabel()
        self._brand = ElidedLabel(role=TextRole.TITLE, tone=Tone.PRIMARY)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self._lay_out()

    def _lay_out(self) -> None:
        icons.set_icon(self._brand_icon, "manshur", "primary", theme.space(6))
        head = QHBoxLayout()
        head.setContentsMargins(theme.space(2.5), 0, theme.space(2.5), theme.space(2))
        head.setSpacing(theme.space(2))
        head.addWidget(self._brand_icon)
        head.addWidget(self._brand, 1)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(theme.space(2), theme.space(3), theme.space(2), theme.space(2))
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(self._rows, 1)
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # A viewport of its own making would be wrapped only after every class of widgets was looked at.
        scroll.setViewport(QWidget())
        scroll.setWidget(content)
        content.setAutoFillBackground(False)
        self._scroll = scroll
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(scroll)
        line = QFrame()
        line.setProperty("kind", "line")
        line.setFixedWidth(1)
        outer.addWidget(line)

    def set_brand(self, text: str) -> None:
        """Show the application's name at the top."""
        self._brand.setText(text)

    def add_item(self, key: str, text: str, icon: str = "", step: StepState | None = None) -> NavItem:
        """Append a place; the first one is current until another is set."""
        item = NavItem(text, icon, step)
        item.clicked.connect(self._choose)
        item.installEventFilter(self)
        self._items[key] = item
        self._rows.addWidget(item)
        if not self._current:
            self.set_current(key)
        return item

    def add_section(self, key: str, text: str) -> None:
        """Append a heading over the places that follow."""
        label = ElidedLabel(text, TextRole.SMALL, Tone.QUIET)
        label.setContentsMargins(theme.space(2.5), theme.space(1.5), theme.space(2.5), theme.space(1))
        self._sections[key] = label
        self._rows.addWidget(label)

    def add_stretch(self) -> None:
        """Push the places that follow to the foot."""
        self._rows.addStretch(1)

    def set_text(self, key: str, text: str) -> None:
        """Name a place or a section."""
        if key in self._sections:
            self._sections[key].setText(text)
        else:
            self._items[key].setText(text)

    def set_step(self, key: str, state: StepState) -> None:
        """Show another state of a step."""
        self._items[key].set_step(state)

    def set_badge(self, key: str, text: str, meaning: str = "") -> None:
        """Show a count beside a place and say what is counted; "" takes it away."""
        self._items[key].set_badge(text, meaning)

    def current(self) -> str:
        """Return the key of the current place, "" while there is none."""
        return self._current

    def set_current(self, key: str) -> None:
        """Mark a place as the current one, without any signal; a key that is not listed marks none."""
        self._current = key
        for name, item in self._items.items():
            item.setChecked(name == key)
        self._set_tab_stop(self._items.get(key) or next(iter(self._items.values())))

    def _set_tab_stop(self, stop: NavItem) -> None:
        for item in self._items.values():
            item.setFocusPolicy(Qt.FocusPolicy.StrongFocus if item is stop else Qt.FocusPolicy.ClickFocus)

    def _choose(self) -> None:
        for key, item in self._items.items():
            if item is self.sender():
                self.chosen.emit(key)
                return

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Move between the places with the arrow keys."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and isinstance(watched, NavItem)
        ):
            items = list(self._items.values())
            here = items.index(watched)
            moves = {
                Qt.Key.Key_Down: here + 1,
                Qt.Key.Key_Up: here - 1,
                Qt.Key.Key_Home: 0,
                Qt.Key.Key_End: len(items) - 1,
            }
            key = Qt.Key(event.key())
            if key in moves:
                self._focus(items[max(0, min(moves[key], len(items) - 1))])
                return True
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                watched.click()
                return True
        return False

    def _focus(self, item: NavItem) -> None:
        self._set_tab_stop(item)
        item.setFocus(Qt.FocusReason.TabFocusReason)
        self._scroll.ensureWidgetVisible(item, 0, theme.space(2))
