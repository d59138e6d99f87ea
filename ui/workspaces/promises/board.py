"""The fields of a promise, in the order in which one thinks of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtWidgets import QGridLayout, QWidget

from models.domain.fields import FieldSpec, Kind
from models.domain.marking import N_
from models.domain.promise_quality import SAID
from models.domain.register import Register
from models.services.company import OpenCompany
from models.services.promise_check import vague_spans
from ui import theme
from ui.language import _
from ui.registers.editors import ROOM
from ui.registers.field_board import FieldBoard
from ui.theme import TextRole
from ui.widgets.bilingual_edit import BilingualEdit
from ui.widgets.editor import Editor
from ui.widgets.labels import WrapLabel
from ui.widgets.long_text import LongText
from ui.widgets.text_marks import TextMarks

_LOCAL = frozenset({Kind.BILINGUAL, Kind.BILINGUAL_LONG})
# Every line is this wide; each field says how many parts of it it takes.
_PARTS = 12


@dataclass(frozen=True)
class Line:
    """Fields side by side with their widths; title: of what begins here, "" where nothing does."""

    fields: Sequence[tuple[str, int]]
    title: str = ""


_NARROW = (
    Line((("text", 12),)),
    Line((("number", 4), ("unit", 8))),
    Line((("time_limit", 12),)),
    Line((("is_always", 12),)),
    Line((("conditions", 12),), N_("When it applies")),
    Line((("limits", 12),)),
    Line((("remedy", 12),), N_("If it is not kept")),
    Line((("claim_how", 12),)),
    Line((("remedy_limit", 6), ("granted_by", 6))),
    Line((("owner", 6), ("process", 6)), N_("Who keeps it, and for whom")),
    Line((("group", 12),)),
    Line((("is_lawful", 12),), N_("Is it lawful?")),
    Line((("checked_by", 6), ("checked_on", 6))),
    Line((("model", 8), ("order", 4)), N_("Where it comes from")),
)
_WIDE = (
    Line((("text", 12),)),
    Line((("number", 2), ("unit", 4), ("time_limit", 6))),
    Line((("is_always", 12),)),
    Line((("conditions", 6), ("limits", 6)), N_("When it applies")),
    Line((("remedy", 6), ("claim_how", 6)), N_("If it is not kept")),
    Line((("remedy_limit", 6), ("granted_by", 6))),
    Line((("owner", 4), ("process", 4), ("group", 4)), N_("Who keeps it, and for whom")),
    Line((("is_lawful", 4), ("checked_by", 4), ("checked_on", 4)), N_("Is it lawful?")),
    Line((("model", 8), ("order", 4)), N_("Where it comes from")),
)


class PromiseBoard(FieldBoard):
    """Sections with a heading each; in the texts that customers read, vague words are marked."""

    two_columns_from = theme.space(190)

    def __init__(self, company: OpenCompany, register: Register, parent: QWidget | None = None) -> None:
        super().__init__(company, register, parent)
        self._titles: dict[str, WrapLabel] = {}
        self._marks: list[TextMarks] = []

    def in_reading_order(self, fields: Sequence[FieldSpec]) -> Sequence[FieldSpec]:
        """Return the fields line by line."""
        places = [name for line in _NARROW for name, _width in line.fields]
        return sorted(fields, key=lambda spec: places.index(spec.name))

    def new_editor(self, spec: FieldSpec) -> Editor[Any]:
        """Return the editor of a field: texts start with one line and grow with what is written."""
        if spec.kind not in _LOCAL:
            return super().new_editor(spec)
        editor = BilingualEdit(long=True, rows=1, limit=ROOM)
        for code, field in editor.fields.items():
            assert isinstance(field, LongText)
            if spec.kind is Kind.BILINGUAL:
                field.area.set_single_line()
            if spec.name in SAID:
                self._marks.append(TextMarks(field.area, partial(vague_spans, code)))
        return editor

    def arrange(self, grid: QGridLayout, columns: int) -> None:
        """Put the rows into the grid, more of them side by side where there is room."""
        at = 0
        for line in _NARROW if columns == 1 else _WIDE:
            if line.title:
                grid.addWidget(self._heading(line.title), at, 0, 1, _PARTS)
                at += 1
            place = 0
            for name, width in line.fields:
                grid.addWidget(self.rows[name], at, place, 1, width)
                place += width
            at += 1
        for part in range(_PARTS):
            grid.setColumnStretch(part, 1)

    def _heading(self, title: str) -> WrapLabel:
        if title not in self._titles:
            heading = WrapLabel(_(title), parent=self)
            theme.set_role(heading, TextRole.BODY, strong=True)
            heading.setContentsMargins(0, theme.space(2), 0, 0)
            self._titles[title] = heading
        return self._titles[title]

    def retranslate(self) -> None:
        """Word labels, headings and choices in the current language."""
        super().retranslate()
        for title, heading in self._titles.items():
            heading.setText(_(title))
