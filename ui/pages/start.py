"""The start page: language, new company, open, sample, recent files. No other question before work begins."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from models.localisation.languages import language_rows
from ui import icons, theme
from ui.language import _, current
from ui.theme import TextRole, Tone
from ui.widgets.buttons import Button, IconButton, LinkButton, PrimaryButton, SecondaryButton
from ui.widgets.card import Card
from ui.widgets.labels import WrapLabel
from ui.widgets.notice_bar import NoticeBar, NoticeKind
from ui.widgets.row_button import RowButton

_COLUMN = theme.space(90)
_GAP = theme.space(12)
_RECENT = theme.space(120)


class LanguageChoice(QWidget):
    """One button a language, each in its own script."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons: dict[str, Button] = {}
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme.space(2))
        for row in language_rows():
            button = SecondaryButton(row.name)
            button.setCheckable(True)
            button.setObjectName(row.code)
            button.clicked.connect(self._choose)
            self._buttons[row.code] = button
            line.addWidget(button, 1)
        self.mark()

    def buttons(self) -> list[Button]:
        """Return the buttons in the order of the languages."""
        return list(self._buttons.values())

    def mark(self) -> None:
        """Mark the language that is spoken."""
        for code, button in self._buttons.items():
            button.setChecked(code == current().code)

    def _choose(self) -> None:
        self.mark()
        self.chosen.emit(self.sender().objectName())


class RecentFile(QWidget):
    """One recent company file, and a button that takes it out of the list."""

    opened = Signal(object)
    forgotten = Signal(object)

    def __init__(self, path: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.path = path
        self._is_missing = False
        self.row = RowButton("", icon="file")
        self.remove = IconButton("remove", role="quiet")
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme.space(1))
        line.addWidget(self.row, 1)
        line.addWidget(self.remove)
        self.row.clicked.connect(self._open)
        self.remove.clicked.connect(self._forget)
        self.retranslate()

    def set_missing(self, is_missing: bool) -> None:
        """Say that the file is not there any more."""
        self._is_missing = is_missing
        self.row.set_tone(Tone.QUIET if is_missing else Tone.TEXT)
        self.retranslate()

    def retranslate(self) -> None:
        """Word the row again."""
        where = current().island(str(self.path.parent))
        if self._is_missing:
            where = _("Not found in {folder}").format(folder=where)
        self.row.set_texts(self.path.stem, where)
        self.remove.set_name(_("Take {file} out of the list").format(file=current().isolate(self.path.stem)))

    def _open(self) -> None:
        self.opened.emit(self.path)

    def _forget(self) -> None:
        self.forgotten.emit(self.path)


class StartPage(QWidget):
    """What the window shows while no company is open.

    Signals:
        language_chosen: code. file_wanted, file_forgotten: path of a recent file. The others are wishes.
    """

    language_chosen = Signal(str)
    new_wanted = Signal()
    open_wanted = Signal()
    sample_wanted = Signal()
    certificates_wanted = Signal()
    file_wanted = Signal(object)
    file_forgotten = Signal(object)

    def __init__(self, recent: Iterable[Path] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.files: list[RecentFile] = []
        self.notices = NoticeBar()
        self._brand = WrapLabel(role=TextRole.DISPLAY, tone=Tone.PRIMARY)
        self._about = WrapLabel(tone=Tone.QUIET)
        self.languages = LanguageChoice()
        self.new = PrimaryButton(icon="add")
        self.open = SecondaryButton(icon="open")
        self.sample = SecondaryButton(icon="star")
        self._honest = WrapLabel(role=TextRole.SMALL, tone=Tone.QUIET)
        self.certificates = LinkButton()
        self._card = Card(icon="clock")
        self._nothing = WrapLabel(tone=Tone.QUIET)
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self._lay_out()
        self._connect()
        self.set_recent(recent)
        self.retranslate()

    def _lay_out(self) -> None:
        columns = QHBoxLayout()
        columns.setSpacing(_GAP)
        columns.addStretch(1)
        columns.addWidget(self._doing())
        columns.addWidget(self._files())
        columns.addStretch(1)
        foot = QWidget()
        foot.setFixedWidth(_COLUMN + _GAP + _RECENT)
        line = QHBoxLayout(foot)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self._honest, 1)
        line.addWidget(self.certificates)
        page = QVBoxLayout(self)
        page.setContentsMargins(theme.space(8), theme.space(5), theme.space(8), theme.space(5))
        page.addWidget(self.notices)
        page.addStretch(2)
        page.addLayout(columns)
        page.addStretch(3)
        page.addWidget(foot, 0, Qt.AlignmentFlag.AlignHCenter)

    def _doing(self) -> QWidget:
        sign = QLabel()
        icons.set_icon(sign, "manshur", "primary", theme.space(10))
        head = QHBoxLayout()
        head.setSpacing(theme.space(3))
        head.addWidget(sign)
        head.addWidget(self._brand, 1)
        column = QWidget()
        column.setFixedWidth(_COLUMN)
        rows = QVBoxLayout(column)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(theme.space(3))
        rows.addLayout(head)
        rows.addWidget(self._about)
        rows.addSpacing(theme.space(1))
        rows.addWidget(self.languages)
        rows.addSpacing(theme.space(4))
        for button in (self.new, self.open, self.sample):
            rows.addWidget(button)
        rows.addStretch(1)
        return column

    def _files(self) -> QWidget:
        # The rows' own edges make up for the missing margin: signs stand below the title's sign.
        self._card.set_flush(True)
        self._list.setContentsMargins(theme.space(1.5), 0, theme.space(1.5), theme.space(2))
        self._nothing.setContentsMargins(theme.space(4.5), 0, theme.space(4.5), 0)
        self._card.setFixedWidth(_RECENT)
        self._card.setMinimumHeight(theme.space(84))
        self._card.add(self._nothing)
        self._card.body.addLayout(self._list)
        self._card.body.addStretch(1)
        return self._card

    def _connect(self) -> None:
        self.languages.chosen.connect(self.language_chosen)
        self.new.clicked.connect(self.new_wanted)
        self.open.clicked.connect(self.open_wanted)
        self.sample.clicked.connect(self.sample_wanted)
        self.certificates.clicked.connect(self.certificates_wanted)

    def set_recent(self, recent: Iterable[Path]) -> None:
        """List recent company files, newest first."""
        for file in self.files:
            self._list.removeWidget(file)
            file.deleteLater()
        self.files = [RecentFile(path) for path in recent]
        for file in self.files:
            file.opened.connect(self.file_wanted)
            file.forgotten.connect(self.file_forgotten)
            self._list.addWidget(file)
        self._nothing.setVisible(not self.files)

    def mark_missing(self, missing: Iterable[Path]) -> None:
        """Say which of the recent files are not there any more."""
        lost = set(missing)
        for file in self.files:
            file.set_missing(file.path in lost)

    def show_error(self, sentence: str) -> None:
        """Say what did not work."""
        self.notices.show_notice(NoticeKind.ERROR, sentence)

    def set_busy(self, is_busy: bool) -> None:
        """Take no further wish while one is being carried out."""
        for widget in (self.new, self.open, self.sample, self._card):
            widget.setEnabled(not is_busy)
        self.setCursor(Qt.CursorShape.BusyCursor if is_busy else Qt.CursorShape.ArrowCursor)

    def retranslate(self) -> None:
        """Set every text again in the current language."""
        self._brand.setText(_("Manshur"))
        self._about.setText(
            _("A customer charter in eight steps: promises you keep, and the records that show it.")
        )
        self.languages.mark()
        self.new.setText(_("New company"))
        self.open.setText(_("Open a company"))
        self.sample.setText(_("Open the sample company"))
        self._card.set_title(_("Recent files"))
        self._nothing.setText(_("The companies you work on will be listed here."))
        self._honest.setText(
            _("ISO 10001 is guidance. This program helps you prepare; it cannot promise a certificate.")
        )
        self.certificates.setText(_("About certificates"))
        for file in self.files:
            file.retranslate()

    def showEvent(self, event: QShowEvent) -> None:
        """Begin where most people begin; a focus on a language would look like the one chosen."""
        super().showEvent(event)
        self.new.setFocus(Qt.FocusReason.OtherFocusReason)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
