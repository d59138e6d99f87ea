"""Things to do, a card of rows: what it is, why, and a button that leads there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui import icons, theme
from ui.theme import TextRole, Tone
from ui.widgets.buttons import Button, LinkButton, PrimaryButton, SecondaryButton
from ui.widgets.card import Card
from ui.widgets.chip import Chip
from ui.widgets.labels import WrapLabel
from ui.widgets.showing import show_if

_SQUARE = theme.space(8.5)


class Weight(IntEnum):
    """How much a row asks for attention."""

    LINK = 0
    PLAIN = 1
    FIRST = 2


@dataclass(frozen=True)
class Thing:
    """One row; target is handed back when its button is pressed."""

    title: str
    detail: str
    action: str
    icon: str
    target: object
    tone: Tone = Tone.PRIMARY
    weight: Weight = Weight.PLAIN


class Sign(QWidget):
    """An icon on a square of its tone's tint."""

    def __init__(self, icon: str, tone: Tone, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = icon
        self._tone = tone
        self.setFixedSize(_SQUARE, _SQUARE)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint square and icon."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.colours().tint(self._tone)))
        painter.drawRoundedRect(QRectF(self.rect()), theme.RADIUS - 2, theme.RADIUS - 2)
        picture = icons.pixmap(self._icon, self._tone.value, theme.ICON, self.devicePixelRatioF())
        offset = (_SQUARE - theme.ICON) // 2
        painter.drawPixmap(offset, offset, picture)
        painter.end()


class ThingRow(QWidget):
    """One line of the list; where that is narrow, the button stands below the words."""

    chosen = Signal(object)

    def __init__(self, thing: Thing, parent: QWidget | None = None, *, is_narrow: bool = False) -> None:
        super().__init__(parent)
        self.thing = thing
        title = WrapLabel(thing.title)
        theme.set_role(title, TextRole.BODY, strong=thing.weight is Weight.FIRST)
        detail = WrapLabel(thing.detail, TextRole.SMALL, Tone.QUIET, self)
        show_if(detail, bool(thing.detail))
        self.button: Button = (LinkButton, SecondaryButton, PrimaryButton)[thing.weight](thing.action)
        self.button.setAccessibleName(f"{thing.action}: {thing.title}")
        self.button.clicked.connect(self._choose)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addStretch(1)
        texts.addWidget(title)
        texts.addWidget(detail)
        texts.addStretch(1)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, theme.space(2), 0, theme.space(2))
        line.setSpacing(theme.space(3))
        sign = Sign(thing.icon, thing.tone)
        line.addWidget(sign)
        line.addLayout(texts, 1)
        if is_narrow:
            line.setAlignment(sign, Qt.AlignmentFlag.AlignTop)
            texts.insertWidget(texts.count() - 1, self.button, 0, Qt.AlignmentFlag.AlignLeading)
        else:
            line.addWidget(self.button)

    def _choose(self) -> None:
        self.chosen.emit(self.thing.target)


class ThingList(Card):
    """Shows things under a title; `chosen` gives the target of the row whose button was pressed.

    is_narrow: whether there is no room for words and button side by side.
    """

    chosen = Signal(object)

    def __init__(self, icon: str, parent: QWidget | None = None, *, is_narrow: bool = False) -> None:
        super().__init__(icon=icon, parent=parent)
        self._is_narrow = is_narrow
        self.rows: list[ThingRow] = []
        self._chip = Chip(tone=Tone.BROKEN)
        self.set_trailing(self._chip)
        self._nothing = WrapLabel(tone=Tone.QUIET)
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self.add(self._nothing)
        self.body.addLayout(self._list)
        self.body.addStretch(1)

    def show_things(
        self,
        title: str,
        things: Iterable[Thing],
        *,
        chip: str = "",
        nothing: str = "",
        tone: Tone = Tone.BROKEN,
    ) -> None:
        """Show other things.

        Args:
            title: of the card.
            things: in the order of the rows.
            chip: a count beside the title, "" for none.
            nothing: what is said where there is no thing.
            tone: of the chip.
        """
        self.set_title(title)
        self._chip.set_chip(chip, tone)
        show_if(self._chip, bool(chip))
        shown = tuple(things)
        self._nothing.setText(nothing)
        show_if(self._nothing, not shown)
        if shown != tuple(row.thing for row in self.rows):
            is_seen = self.isVisible()
            if is_seen:
                # Rows that come into what is on the screen would be laid out one by one.
                self.hide()
            self._fill(shown)
            if is_seen:
                self.show()

    def _fill(self, things: tuple[Thing, ...]) -> None:
        # Rows that stay the same at the top stay as they are: a list may grow row by row.
        kept = 0
        while kept < min(len(things), len(self.rows)) and self.rows[kept].thing == things[kept]:
            kept += 1
        while self._list.count() > max(2 * kept - 1, 0):
            item = self._list.takeAt(self._list.count() - 1)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        del self.rows[kept:]
        for thing in things[kept:]:
            if self.rows:
                self._list.addWidget(_line())
            row = ThingRow(thing, self, is_narrow=self._is_narrow)
            row.chosen.connect(self.chosen)
            self._list.addWidget(row)
            self.rows.append(row)


def _line() -> QFrame:
    line = QFrame()
    line.setProperty("kind", "line")
    line.setFixedHeight(1)
    return line
