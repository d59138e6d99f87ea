"""One text in every language, each in its own direction."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from models.domain.text import LocalText
from models.localisation.languages import Direction, LanguageRow, language_rows
from ui import theme
from ui.theme import TextRole, Tone
from ui.widgets.editor import Editor
from ui.widgets.labels import PlainLabel
from ui.widgets.long_text import LongText
from ui.widgets.text_edit import ShortText


class BilingualEdit(Editor[LocalText]):
    """A field a language, named in that language's own script."""

    def __init__(
        self, long: bool = False, rows: int = 3, limit: int = 1_000, parent: QWidget | None = None
    ) -> None:
        super().__init__(LocalText(), parent)
        self.fields: dict[str, ShortText | LongText] = {}
        self._names: dict[str, str] = {}
        board = QWidget()
        grid = QGridLayout(board)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.space(3))
        grid.setVerticalSpacing(theme.space(2))
        grid.setColumnStretch(1, 1)
        for at, row in enumerate(language_rows()):
            field = LongText(rows, limit) if long else ShortText(limit=limit)
            direct(field, row)
            field.edited.connect(self.commit)
            field.typed.connect(self.typed)
            label = PlainLabel(row.name, TextRole.SMALL, Tone.QUIET)
            label.setBuddy(field)
            top = Qt.AlignmentFlag.AlignTop if long else Qt.AlignmentFlag.AlignVCenter
            label.setContentsMargins(0, theme.space(1.5) if long else 0, 0, 0)
            grid.addWidget(label, at, 0, top)
            grid.addWidget(field, at, 1)
            self.fields[row.code] = field
            self._names[row.code] = row.name
        self._hold(board)
        self.setFocusProxy(next(iter(self.fields.values())))

    def commit(self) -> None:
        """Take what stands in the fields."""
        for field in self.fields.values():
            if field.value() != field._read():
                field.commit()
        super().commit()

    def is_pending(self) -> bool:
        """Whether something stands in one of the fields that has not been taken."""
        return any(field.is_pending() for field in self.fields.values())

    def standing(self) -> LocalText:
        """Return what stands in the fields, taken or not."""
        return LocalText.of({code: field.standing() for code, field in self.fields.items()})

    def set_name(self, name: str) -> None:
        """Tell assistive technology what the fields are about, and each one's language."""
        self.setAccessibleName(name)
        for code, field in self.fields.items():
            field.set_name(f"{name} ({self._names[code]})")

    def set_broken(self, broken: bool) -> None:
        """Draw the fields as ones that need attention."""
        for field in self.fields.values():
            field.set_broken(broken)

    def set_placeholder(self, text: LocalText) -> None:
        """Show an example in each empty field."""
        for code, field in self.fields.items():
            field.set_placeholder(text.get(code))

    def _read(self) -> LocalText:
        return LocalText.of({code: field.value() for code, field in self.fields.items()})

    def _show(self, value: LocalText) -> None:
        for code, field in self.fields.items():
            if field.value() != value.get(code):
                field.set_value(value.get(code))

    def _lock(self, read_only: bool) -> None:
        for field in self.fields.values():
            field.set_read_only(read_only)


def direct(field: ShortText | LongText, row: LanguageRow) -> None:
    """Let the field read in the language's direction, whatever the window's is."""
    rtl = row.direction is Direction.RTL
    direction = Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight
    field.setLayoutDirection(direction)
    if isinstance(field, LongText):
        field.area.setLayoutDirection(direction)
        field.area.set_direction(direction)
    else:
        field.line.setLayoutDirection(direction)
