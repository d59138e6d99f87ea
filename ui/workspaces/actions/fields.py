"""The fields of an action in the order of the short form, or of the eight disciplines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtWidgets import QGridLayout, QWidget

from models.content.improvement import corrective_model
from models.domain.fields import FieldSpec, Kind
from models.domain.marking import N_
from models.domain.records.correction import Action
from models.domain.register import Register
from models.domain.registers import register_of
from models.services.company import OpenCompany
from ui import theme
from ui.language import _, current
from ui.registers.editors import ROOM
from ui.registers.field_board import FieldBoard
from ui.theme import TextRole, Tone
from ui.widgets.editor import Editor
from ui.widgets.labels import WrapLabel
from ui.widgets.lines_edit import LinesEdit
from ui.widgets.long_text import LongText
from ui.workspaces.actions.whys import WhyChain

EIGHT_D = "8d"
_PARTS = 12


@dataclass(frozen=True)
class Section:
    """Fields under a heading, line by line with their widths.

    discipline: of the 8D report, by whose title it is headed there. title: its heading in the short form.
    """

    discipline: str
    title: str
    lines: Sequence[Sequence[tuple[str, int]]]


SECTIONS = (
    Section(
        "8D-0",
        "",
        (
            (("no", 4), ("source", 8)),
            (("opened_on", 6), ("promise", 6)),
            (("method", 12),),
            (("trigger", 12),),
        ),
    ),
    Section("8D-1", "", ((("leader", 12),), (("team", 12),))),
    Section("8D-2", N_("What happened"), ((("problem", 12),), (("is_not", 12),))),
    Section(
        "8D-3",
        N_("Put right at once"),
        ((("containment", 12),), (("contained_on", 6), ("containment_check", 6))),
    ),
    Section("8D-4", N_("Why it happened"), ((("whys", 12),), (("cause", 12),), (("escape", 12),))),
    Section(
        "8D-5",
        N_("What is done about the cause"),
        (
            (("steps", 12),),
            (("owner", 6), ("due", 6)),
            (("new_due", 6), ("new_due_reason", 6)),
        ),
    ),
    Section("8D-6", "", ((("done_on", 6),), (("proof", 12),))),
    Section("8D-7", "", ((("prevents", 12),),)),
    Section("8D-8", "", ((("informed_on", 6),),)),
    Section(
        "",
        N_("Did it help?"),
        (
            (("check_on", 6), ("checked_on", 6)),
            (("check_result", 12),),
            (("result", 6), ("closed_on", 6)),
            (("reopened_on", 6), ("reopened_because", 6)),
            (("earlier", 12),),
        ),
    ),
)
_ORDER = tuple(name for section in SECTIONS for line in section.lines for name, _width in line)

ONLY_8D = frozenset(
    {
        "trigger",
        "leader",
        "team",
        "is_not",
        "contained_on",
        "containment_check",
        "escape",
        "proof",
        "informed_on",
    }
)
"""Fields that the short form does without; what stands in them stays."""

_WHERE_FILLED = frozenset({"earlier", "reopened_on", "reopened_because"})
_ROWS = {"problem": 2, "steps": 2}


class ActionFields(FieldBoard):
    """Sections with a heading each; which fields are shown depends on the form of the action."""

    def __init__(self, company: OpenCompany, register: Register, parent: QWidget | None = None) -> None:
        super().__init__(company, register, parent)
        self._titles: dict[int, WrapLabel] = {}
        self._kept = WrapLabel(role=TextRole.SMALL, tone=Tone.QUIET, parent=self)
        self._is_8d = False
        self._demanded = ""
        self._record = Action()

    def in_reading_order(self, fields: Sequence[FieldSpec]) -> Sequence[FieldSpec]:
        """Return the fields section by section; what an action came from is shown as links."""
        return sorted(
            (spec for spec in fields if spec.name in _ORDER), key=lambda spec: _ORDER.index(spec.name)
        )

    def new_editor(self, spec: FieldSpec) -> Editor[Any]:
        """Return the editor of a field: whys as a chain, texts that begin small."""
        if spec.name == "whys":
            return WhyChain(limit=ROOM)
        if spec.kind is Kind.LONG_TEXT:
            return LongText(rows=_ROWS.get(spec.name, 2), limit=ROOM)
        if spec.kind is Kind.LINES:
            return LinesEdit(rows=2, limit=ROOM)
        return super().new_editor(spec)

    @property
    def chain(self) -> WhyChain:
        """The whys."""
        editor = self.editor("whys")
        assert isinstance(editor, WhyChain)
        return editor

    def arrange(self, grid: QGridLayout, _columns: int) -> None:
        """Put headings and rows into the grid, once: one column is all the room beside the list."""
        if self._titles:
            return
        at = 0
        for place, section in enumerate(SECTIONS):
            heading = self._titles[place] = WrapLabel(parent=self)
            theme.set_role(heading, TextRole.BODY, Tone.PRIMARY, strong=True)
            grid.addWidget(heading, at, 0, 1, _PARTS)
            at += 1
            for line in section.lines:
                column = 0
                for name, width in line:
                    grid.addWidget(self.rows[name], at, column, 1, width)
                    column += width
                at += 1
                if line[0][0] == "method":
                    grid.addWidget(self._kept, at, 0, 1, _PARTS)
                    at += 1
        for part in range(_PARTS):
            grid.setColumnStretch(part, 1)
        self.show_action(self._record)

    def show_action(self, action: Action, demanded: str = "") -> None:
        """Show the fields that belong to the form of an action; a demanded one is shown in any form."""
        self._record, self._is_8d, self._demanded = action, action.method == EIGHT_D, demanded
        for name, row in self.rows.items():
            row.setVisible(self._is_shown(name))
        for place, heading in self._titles.items():
            heading.setText(self._title(SECTIONS[place]))
            fields = (name for line in SECTIONS[place].lines for name, _width in line)
            heading.setVisible(bool(heading.text()) and any(map(self._is_shown, fields)))
        kept = not self._is_8d and any(self._is_filled(name) for name in ONLY_8D)
        text = _("What was written in the 8D report is kept, and shown again there.")
        self._kept.setText(text if kept else "")
        self._kept.setVisible(kept)

    def _is_shown(self, name: str) -> bool:
        if name == self._demanded:
            return True
        if name in _WHERE_FILLED:
            return self._is_filled(name)
        return self._is_8d or name not in ONLY_8D

    def _is_filled(self, name: str) -> bool:
        spec = next(spec for spec in register_of(Action).fields if spec.name == name)
        return bool(getattr(self._record, name) != spec.empty)

    def _title(self, section: Section) -> str:
        if not self._is_8d:
            return _(section.title) if section.title else ""
        if not section.discipline:
            return corrective_model().effectiveness.best(current().code)
        discipline = next(one for one in corrective_model().disciplines if one.id == section.discipline)
        number = current().island(section.discipline.replace("8D-", "D"))
        return f"{number} · {discipline.title.best(current().code)}"

    def retranslate(self) -> None:
        """Word labels, headings and choices in the current language."""
        super().retranslate()
        if "method" in self.rows:
            self.rows["method"].set_hint(corrective_model().note.best(current().code))
        if "containment" in self.rows:
            self.rows["containment"].set_hint(corrective_model().correction_note.best(current().code))
        if "whys" in self.rows:
            self.rows["whys"].set_hint("")
        if self._titles:
            self.show_action(self._record, self._demanded)
