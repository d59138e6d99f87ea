"""A list to choose one thing from: what it is called, a quiet line below, and its state at the end."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from ui import icons, theme
from ui.theme import TextRole, Tone
from ui.widgets.chip import Chip
from ui.widgets.labels import ElidedLabel
from ui.widgets.showing import show_if
from ui.widgets.thumbnail import Thumbnail

_KEY_ROLE = Qt.ItemDataRole.UserRole
_THUMBNAIL = QSize(theme.space(16), theme.space(12))


@dataclass(frozen=True)
class Entry:
    """One line of the list; `key` is handed back when it is chosen.

    picture: stands before the words, a null one as an empty frame; None where entries have no pictures.
    """

    key: str
    title: str
    detail: str = ""
    chip: str = ""
    tone: Tone = Tone.QUIET
    icon: str = ""
    picture: QPixmap | None = None


class EntryLine(QWidget):
    """The words of one entry."""

    def __init__(self, entry: Entry, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        sign = QLabel(self)
        icons.set_icon(sign, entry.icon, "quiet", theme.ICON)
        show_if(sign, bool(entry.icon))
        title = ElidedLabel(entry.title, parent=self)
        theme.set_role(title, TextRole.BODY, strong=True)
        detail = ElidedLabel(entry.detail, TextRole.SMALL, Tone.QUIET, parent=self)
        chip = Chip(entry.chip, entry.tone, self)
        show_if(chip, bool(entry.chip))
        below = QHBoxLayout()
        below.setSpacing(theme.space(2))
        below.addWidget(detail, 1)
        below.addWidget(chip)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(title)
        words.addLayout(below)
        line = QHBoxLayout(self)
        line.setContentsMargins(theme.space(4), theme.space(2.5), theme.space(4), theme.space(2.5))
        line.setSpacing(theme.space(3))
        line.addWidget(sign)
        if entry.picture is not None:
            thumbnail = Thumbnail(_THUMBNAIL, parent=self)
            thumbnail.show_picture(entry.picture)
            line.addWidget(thumbnail)
        line.addLayout(words, 1)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)


class EntryList(QListWidget):
    """Chooses one entry; arrows move, Enter goes on to what was chosen.

    Signals:
        chosen: the key of the entry that the user has chosen.
        opened: the key of the entry on which Enter was pressed.
    """

    chosen = Signal(str)
    opened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries: tuple[Entry, ...] = ()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.currentItemChanged.connect(self._tell)

    @property
    def entries(self) -> tuple[Entry, ...]:
        """What is listed, in its order."""
        return self._entries

    def show_entries(self, entries: Iterable[Entry]) -> None:
        """Show other entries; the chosen one stays chosen."""
        wanted = tuple(entries)
        if wanted == self._entries:
            return
        chosen, self._entries = self.current(), wanted
        with QSignalBlocker(self):
            self.clear()
            for entry in wanted:
                self._add(entry)
            self.choose(chosen)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Return the size at which nothing has to be scrolled."""
        heights = (self.item(at).sizeHint().height() for at in range(self.count()))
        return QSize(super().sizeHint().width(), sum(heights))

    def _add(self, entry: Entry) -> None:
        line = EntryLine(entry, self)
        item = QListWidgetItem()
        item.setData(_KEY_ROLE, entry.key)
        said = ", ".join(filter(None, (entry.title, entry.detail, entry.chip)))
        item.setData(Qt.ItemDataRole.AccessibleTextRole, said)
        item.setSizeHint(QSize(0, line.sizeHint().height()))
        self.addItem(item)
        self.setItemWidget(item, line)

    def current(self) -> str:
        """Return the key of the chosen entry, "" while there is none."""
        item = self.currentItem()
        return str(item.data(_KEY_ROLE)) if item is not None else ""

    def choose(self, key: str) -> None:
        """Choose an entry without any signal; none where the key is not listed."""
        with QSignalBlocker(self):
            rows = [at for at, entry in enumerate(self._entries) if entry.key == key]
            self.setCurrentRow(rows[0] if rows else -1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on with Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current():
            self.opened.emit(self.current())
        else:
            super().keyPressEvent(event)

    def _tell(self) -> None:
        if self.current():
            self.chosen.emit(self.current())
