"""The choices of a question, one a row, each in every language side by side."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QGridLayout, QWidget

from models.domain.text import LocalText
from models.localisation.languages import language_rows
from ui import theme
from ui.language import _, current
from ui.theme import TextRole, Tone
from ui.widgets.bilingual_edit import direct
from ui.widgets.buttons import IconButton
from ui.widgets.editor import Editor
from ui.widgets.labels import PlainLabel
from ui.widgets.text_edit import ShortText

_LIMIT = 1_000_000_000


class ChoiceRow:
    """One choice: its number, a field a language, and what takes it away."""

    def __init__(self, grid: QGridLayout, line: int) -> None:
        self.number = PlainLabel(role=TextRole.SMALL, tone=Tone.QUIET)
        self.fields = {row.code: ShortText(limit=_LIMIT) for row in language_rows()}
        self.remove_button = IconButton("remove", role="quiet")
        grid.addWidget(self.number, line, 0)
        for place, row in enumerate(language_rows(), 1):
            direct(self.fields[row.code], row)
            grid.addWidget(self.fields[row.code], line, place)
        grid.addWidget(self.remove_button, line, len(self.fields) + 1)

    def set_visible(self, is_visible: bool) -> None:
        """Show or hide the row."""
        for widget in (self.number, *self.fields.values(), self.remove_button):
            widget.setVisible(is_visible)


class ChoicesEdit(Editor[LocalText]):
    """A text whose lines are choices; the lines of all languages stand level.

    There is always an empty row behind the last choice. Enter goes to the next row; several lines that are
    pasted fill as many rows.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(LocalText(), parent)
        self.rows: list[ChoiceRow] = []
        self._is_read_only = False
        board = QWidget()
        self._grid = QGridLayout(board)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.space(2))
        self._grid.setVerticalSpacing(theme.space(1))
        for place, row in enumerate(language_rows(), 1):
            self._grid.addWidget(PlainLabel(row.name, TextRole.SMALL, Tone.QUIET), 0, place)
            self._grid.setColumnStretch(place, 1)
        self._hold(board)
        self._show(LocalText())
        self.setFocusProxy(next(iter(self.rows[0].fields.values())))

    def commit(self) -> None:
        """Take what stands in the fields."""
        for row in self.rows:
            for field in row.fields.values():
                if field.is_pending():
                    field.commit()
        super().commit()

    def is_pending(self) -> bool:
        """Whether something stands in one of the fields that has not been taken."""
        return any(field.is_pending() for row in self.rows for field in row.fields.values())

    def standing(self) -> LocalText:
        """Return what stands in the fields, taken or not."""
        return _joined([{code: one.standing() for code, one in row.fields.items()} for row in self.rows])

    def set_name(self, name: str) -> None:
        """Tell assistive technology what the fields are about."""
        self.setAccessibleName(name)
        self._name_rows()

    def set_broken(self, broken: bool) -> None:
        """Draw the fields as ones that need attention."""
        for row in self.rows:
            for field in row.fields.values():
                field.set_broken(broken)

    def retranslate(self) -> None:
        """Show the numbers in the current language."""
        super().retranslate()
        self._name_rows()

    def fill(self, code: str, place: int, lines: list[str]) -> None:
        """Write lines in one language from a row on, and take them."""
        self._make_rows(place + len(lines))
        for row, line in zip(self.rows[place:], lines, strict=False):
            row.fields[code].line.setText(line.strip())
        self.commit()

    def _read(self) -> LocalText:
        return _joined([{code: one.value() for code, one in row.fields.items()} for row in self.rows])

    def _show(self, value: LocalText) -> None:
        lines = {row.code: value.get(row.code).splitlines() for row in language_rows()}
        count = max(map(len, lines.values()))
        shown = count if self._is_read_only and count else count + 1
        self._make_rows(shown)
        for at, row in enumerate(self.rows):
            for code, field in row.fields.items():
                text = lines[code][at].strip() if at < len(lines[code]) else ""
                if field.value() != text:
                    field.set_value(text)
            row.set_visible(at < shown)
            row.remove_button.setEnabled(at < count and not self._is_read_only)

    def _make_rows(self, count: int) -> None:
        while len(self.rows) < count:
            at = len(self.rows)
            row = ChoiceRow(self._grid, at + 1)
            self.rows.append(row)
            for code, field in row.fields.items():
                field.edited.connect(self.commit)
                field.typed.connect(self.typed)
                field.set_read_only(self._is_read_only)
                field.line.installEventFilter(self)
                field.line.setProperty("choice", (code, at))
            row.remove_button.clicked.connect(partial(self._remove, at))
        self._name_rows()

    def _name_rows(self) -> None:
        names = {row.code: row.name for row in language_rows()}
        speech, name = current(), self.accessibleName()
        for at, row in enumerate(self.rows, 1):
            number = speech.number(at)
            row.number.setText(number)
            row.remove_button.set_name(_("Take choice {number} away").format(number=number))
            for code, field in row.fields.items():
                field.set_name(f"{name} {number} ({names[code]})")

    def _remove(self, at: int) -> None:
        for field in self.rows[at].fields.values():
            field.set_value("")
        super().commit()
        next(iter(self.rows[at].fields.values())).setFocus(Qt.FocusReason.OtherFocusReason)

    def _lock(self, read_only: bool) -> None:
        self._is_read_only = read_only
        for row in self.rows:
            for field in row.fields.values():
                field.set_read_only(read_only)
        self._show(self._value)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go on with Enter, and spread pasted lines over the rows."""
        place = watched.property("choice")
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent) or not place:
            return False
        code, at = str(place[0]), int(place[1])
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.commit()
            following = self.rows[min(at + 1, len(self.rows) - 1)].fields[code]
            following.line.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        if event.matches(QKeySequence.StandardKey.Paste) and not self._is_read_only:
            lines = [line for line in QApplication.clipboard().text().splitlines() if line.strip()]
            if len(lines) > 1:
                self.fill(code, at, lines)
                return True
        return False


def _joined(rows: list[dict[str, str]]) -> LocalText:
    """Return the rows as lines; a row in which nothing stands is none."""
    kept = [row for row in rows if any(text.strip() for text in row.values())]
    codes = [row.code for row in language_rows()]
    texts = {code: [row[code].strip() for row in kept] for code in codes}
    return LocalText.of({code: "\n".join(lines).rstrip("\n") for code, lines in texts.items() if any(lines)})
