"""The list of controlled documents: what each is called, its number and how it stands."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from models.documents.blocks import State
from models.services.documents import DocumentRow
from ui import icons, theme
from ui.language import _, current, ngettext
from ui.theme import TextRole, Tone
from ui.widgets.chip import Chip
from ui.widgets.labels import ElidedLabel, PlainLabel

_CODE_ROLE = Qt.ItemDataRole.UserRole


class DocumentLine(QWidget):
    """One document: name, number, revision and what is missing; at the end its state."""

    def __init__(self, row: DocumentRow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        speech = current()
        sign = QLabel()
        icons.set_icon(sign, "documents", "quiet", theme.ICON)
        name = ElidedLabel(row.title.best(speech.code))
        theme.set_role(name, TextRole.BODY, strong=True)
        detail = ElidedLabel(particulars(row), TextRole.SMALL, Tone.QUIET)
        chip = Chip(*state_of(row))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(name)
        words.addWidget(detail)
        line = QHBoxLayout(self)
        line.setContentsMargins(theme.space(4), theme.space(2.5), theme.space(4), theme.space(2.5))
        line.setSpacing(theme.space(3))
        line.addWidget(sign)
        line.addLayout(words, 1)
        line.addWidget(chip)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.said = ", ".join((name.whole_text(), detail.whole_text(), chip.text()))


class DocumentList(QListWidget):
    """Chooses one document; `document_chosen` carries its code."""

    document_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wanted = ""
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.currentItemChanged.connect(self._tell)

    def show_rows(self, rows: Sequence[DocumentRow]) -> None:
        """Show how the documents stand; the chosen one stays chosen."""
        wanted = self._wanted or (rows[0].code if rows else "")
        forms = [row for row in rows if _is_form(row)]
        with QSignalBlocker(self):
            self.clear()
            for title, group in (
                (_("Six documents"), rows[: len(rows) - len(forms)]),
                (_("Records and forms"), forms),
            ):
                if forms:
                    self._add_title(title, len(group))
                for row in group:
                    self._add(row)
            self._choose(wanted)

    def _add_title(self, text: str, count: int) -> None:
        label = PlainLabel(
            _("{title} · {count}").format(title=text, count=current().number(count)),
            TextRole.SMALL,
            Tone.QUIET,
        )
        label.setContentsMargins(theme.space(4), theme.space(3), theme.space(4), theme.space(1))
        self._put(label, text).setFlags(Qt.ItemFlag.NoItemFlags)

    def _add(self, row: DocumentRow) -> None:
        line = DocumentLine(row)
        self._put(line, line.said).setData(_CODE_ROLE, row.code)

    def _put(self, widget: QWidget, said: str) -> QListWidgetItem:
        item = QListWidgetItem()
        item.setData(Qt.ItemDataRole.AccessibleTextRole, said)
        item.setSizeHint(QSize(0, widget.sizeHint().height()))
        self.addItem(item)
        self.setItemWidget(item, widget)
        return item

    def codes(self) -> list[str]:
        """Return the codes of the documents listed."""
        codes = (self.item(at).data(_CODE_ROLE) for at in range(self.count()))
        return [str(code) for code in codes if code]

    def chosen(self) -> str:
        """Return the code of the chosen document, "" before there is one."""
        item = self.currentItem()
        return str(item.data(_CODE_ROLE) or "") if item is not None else ""

    def choose(self, code: str) -> None:
        """Choose a document; one that is not in the list yet as soon as it is."""
        self._wanted = code
        self._choose(code)

    def _choose(self, code: str) -> None:
        for at in range(self.count()):
            if self.item(at).data(_CODE_ROLE) == code:
                self.setCurrentRow(at)

    def _tell(self) -> None:
        if self.chosen():
            self._wanted = self.chosen()
            self.document_chosen.emit(self.chosen())


def _is_form(row: DocumentRow) -> bool:
    return row.code.startswith("R")


def particulars(row: DocumentRow) -> str:
    """Return number, revision and the number of open points of a document, in one line."""
    speech = current()
    revision = _("revision {number}").format(number=speech.digits(row.revision))
    pieces = [speech.island(row.number), revision]
    if row.open_points:
        count = len(row.open_points)
        points = ngettext("{count} open point", "{count} open points", count)
        pieces.append(points.format(count=speech.number(count)))
    return " · ".join(pieces)


def state_of(row: DocumentRow) -> tuple[str, Tone]:
    """Return the word for a document's state, and its tone."""
    if row.is_broken:
        return _("Cannot be written"), Tone.BROKEN
    if row.state is State.DRAFT:
        return _("Draft"), Tone.LATE
    return (_("Issued"), Tone.GOOD) if row.state is State.ISSUED else (_("Approved"), Tone.PRIMARY)
