"""The themes of a survey, each with key and count: to mark with, rename, merge and remove."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.domain.ids import RecordId
from models.domain.records.feedback import Theme
from ui import icons, theme
from ui.language import _, current
from ui.theme import TextRole, Tone
from ui.widgets.add_line import AddLine
from ui.widgets.buttons import ChipButton
from ui.widgets.card import Card
from ui.widgets.labels import WrapLabel
from ui.widgets.more_button import MoreButton

MOST_KEYS = 9


class ThemeLine(QWidget):
    """One theme: pressing it marks the answer chosen, or takes the mark away.

    Signals:
        pressed, renaming, removing: the theme. merging: the theme, and the id of the one it goes into.
    """

    pressed = Signal(object)
    renaming = Signal(object)
    removing = Signal(object)
    merging = Signal(object, str)

    def __init__(self, of: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = of
        self._others: tuple[Theme, ...] = ()
        self.button = ChipButton(parent=self)
        self.button.setCheckable(True)
        self.more = MoreButton(self)
        self._rename = self.more.add_choice("edit")
        self._remove = self.more.add_choice("delete")
        self._merge = self.more.choices.addMenu("")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.space(1))
        row.addWidget(self.button)
        row.addStretch(1)
        row.addWidget(self.more)
        self.button.clicked.connect(self._press)
        self._rename.triggered.connect(self._ask_name)
        self._remove.triggered.connect(self._ask_removal)
        self._merge.aboutToShow.connect(self._offer_others)

    def show_theme(self, number: int, count: int, others: Sequence[Theme], *, is_open: bool) -> None:
        """Show the theme's key, name and count."""
        speech = current()
        name = speech.isolate(self.theme.name)
        key = f"{speech.number(number)}  " if number <= MOST_KEYS else ""
        self.button.setText(f"{key}{name} · {speech.number(count)}")
        self.more.setVisible(is_open)
        self.more.set_name(_("Change the theme {name}").format(name=name))
        self._rename.setText(_("Rename"))
        self._remove.setText(_("Remove with its marks"))
        self._merge.setTitle(_("Merge into"))
        self._merge.setEnabled(bool(others))
        self._others = tuple(others)

    def _offer_others(self) -> None:
        # An action must not be taken away while it is carried out, so the menu is filled when it opens.
        self._merge.clear()
        for other in self._others:
            choice = self._merge.addAction(other.name.replace("&", "&&"))
            choice.setData(other.id)
            choice.triggered.connect(self._ask_merge)

    def _press(self) -> None:
        self.pressed.emit(self.theme)

    def _ask_name(self) -> None:
        self.renaming.emit(self.theme)

    def _ask_removal(self) -> None:
        self.removing.emit(self.theme)

    def _ask_merge(self) -> None:
        choice = self.sender()
        assert choice is not None
        self.merging.emit(self.theme, choice.data())  # type: ignore[attr-defined]


class ThemeList(Card):
    """All themes of a survey, and a line in which a new one is named.

    Signals:
        pressed, removing: a theme. merging: a theme and the id of another.
        named: a name, and the theme that it is for, None for a new one.
    """

    pressed = Signal(object)
    removing = Signal(object)
    merging = Signal(object, str)
    named = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(icon="tag", parent=parent)
        self.lines: list[ThemeLine] = []
        self._renamed: Theme | None = None
        self._shown: tuple[Theme, ...] = ()
        self.hint = WrapLabel(role=TextRole.SMALL, tone=Tone.QUIET, parent=self)
        self._list = QVBoxLayout()
        self._list.setSpacing(theme.space(1))
        self.adding = AddLine(parent=self)
        self.add(self.hint)
        self.body.addLayout(self._list)
        self.add(self.adding)
        self.adding.entered.connect(self._name)
        self.adding.given_up.connect(self._forget)

    def show_themes(self, themes: Sequence[Theme], counts: Mapping[RecordId, int], *, is_open: bool) -> None:
        """Show the themes with how many answers each has."""
        if tuple(themes) != self._shown:
            self._fill(themes)
        self.adding.setVisible(is_open)
        for number, line in enumerate(self.lines, 1):
            others = [one for one in themes if one.id != line.theme.id]
            line.show_theme(number, counts.get(line.theme.id, 0), others, is_open=is_open)
            line.button.setEnabled(is_open)

    def _fill(self, themes: Sequence[Theme]) -> None:
        self._shown = tuple(themes)
        for line in self.lines:
            line.hide()
            self._list.removeWidget(line)
            line.deleteLater()
        self.lines = [ThemeLine(one, self) for one in themes]
        for line in self.lines:
            line.pressed.connect(self.pressed)
            line.renaming.connect(self._begin_renaming)
            line.removing.connect(self.removing)
            line.merging.connect(self.merging)
            self._list.addWidget(line)

    def show_marks(self, marks: frozenset[RecordId]) -> None:
        """Show which themes the answer chosen has."""
        for line in self.lines:
            has_mark = line.theme.id in marks
            line.button.setChecked(has_mark)
            icons.set_icon(line.button, "check" if has_mark else "", "primary", 14, gap=theme.space(1))

    def _begin_renaming(self, of: Theme) -> None:
        self._renamed = of
        self.retranslate()
        self.adding.begin(of.name)

    def _name(self, name: str) -> None:
        self.named.emit(name, self._renamed)

    def accept(self) -> None:
        """Be ready for the next name."""
        self.adding.accept()
        self._forget()

    def _forget(self) -> None:
        self._renamed = None
        self.retranslate()

    def retranslate(self) -> None:
        """Word everything in the current language."""
        self.set_title(_("Themes"))
        self.hint.setText(_("Choose an answer, then press a theme, or its digit from 1 to 9."))
        self.adding.set_texts(_("New name of the theme") if self._renamed else _("Add a theme"))


def digit_of(text: str) -> int:
    """Return the digit that was typed in any script, 0 for anything else."""
    return int(text) if len(text) == 1 and text.isdecimal() else 0
