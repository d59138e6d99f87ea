"""The whole checklist as a list, answered with the same keys as line by line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.domain.ids import RecordId
from models.domain.marking import N_
from models.domain.records.audit import CHECK_RESULTS, AuditCheck, Finding
from models.domain.records.control import Evidence
from models.domain.registers import register_of
from ui import theme
from ui.language import _, current
from ui.panels.auditor_list import SIGNS
from ui.theme import TextRole, Tone
from ui.widgets.labels import WrapLabel
from ui.widgets.plain_table import Column, PlainTable
from ui.workspaces.audit.fieldwork import Fieldwork
from ui.workspaces.audit.keys import result_key

_TONES = {"yes": Tone.GOOD, "partly": Tone.LATE, "no": Tone.BROKEN}


@dataclass(frozen=True)
class Line:
    """One line with its place among all, how many files prove it, and the number of its finding."""

    check: AuditCheck
    number: int
    files: int
    finding: str


def _number(line: Line) -> str:
    return current().number(line.number)


def _step(line: Line) -> str:
    return current().digits(line.check.step) or "–"


def _question(line: Line) -> str:
    return line.check.question


def _result(line: Line) -> str:
    return _(CHECK_RESULTS[line.check.result]) if line.check.result else _("Not answered yet")


def _result_tone(line: Line) -> Tone:
    return _TONES.get(line.check.result, Tone.QUIET)


def _result_icon(line: Line) -> str:
    return SIGNS[line.check.result][0]


def _samples(line: Line) -> str:
    return current().number(len(line.check.samples)) if line.check.samples else ""


def _evidence(line: Line) -> str:
    count = line.files + bool(line.check.evidence.strip())
    return current().number(count) if count else ""


def _finding(line: Line) -> str:
    return current().island(line.finding) if line.finding else ""


COLUMNS: Sequence[Column[Line]] = (
    Column(N_("No."), _number),
    Column(N_("Step"), _step),
    Column(N_("Question"), _question, is_wide=True),
    Column(N_("Result"), _result, _result_tone, _result_icon),
    Column(N_("Samples"), _samples),
    Column(N_("Evidence"), _evidence),
    Column(N_("Finding"), _finding),
)


class CheckTable(PlainTable[Line]):
    """Tells keys that mean a result.

    Signals:
        judged: the key of a row and the result given to it.
    """

    judged = Signal(str, str)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer with a letter or a digit."""
        here, result = self.current_key(), result_key(event)
        if here and result:
            self.judged.emit(here, result)
        else:
            super().keyPressEvent(event)


class ListPage(QWidget):
    """All lines of the fieldwork.

    Signals:
        opened: a line is to be shown by itself.
    """

    opened = Signal()

    def __init__(self, fieldwork: Fieldwork, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fieldwork = fieldwork
        self.table = CheckTable(COLUMNS, self)
        self.hint = WrapLabel(role=TextRole.SMALL, tone=Tone.QUIET)
        self.hint.setContentsMargins(theme.space(5), theme.space(2), theme.space(5), theme.space(2))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.table, 1)
        column.addWidget(self.hint)
        self.table.opened.connect(self._open)
        self.table.chosen.connect(self._choose)
        self.table.judged.connect(self._judge)
        fieldwork.changed.connect(self.refresh)
        fieldwork.moved.connect(self._follow)
        self.retranslate()

    def refresh(self) -> None:
        """Show the lines as they stand."""
        if not self.isVisible():
            return
        company, code = self._fieldwork.company, register_of(AuditCheck).code
        numbers = {one.check: one.no for one in company.all(Finding)}
        files = Counter(one.subject_id for one in company.all(Evidence) if one.subject == code)
        self.table.show_rows(
            {
                check.id: Line(check, at, files[check.id], numbers.get(check.id, ""))
                for at, check in enumerate(self._fieldwork.checks, 1)
            }
        )
        self._follow()

    def _follow(self) -> None:
        check = self._fieldwork.check
        if check is not None:
            self.table.choose(check.id)

    def _judge(self, key: str, result: str) -> None:
        self._fieldwork.give(result, RecordId(key))
        self._fieldwork.step(1)

    def _choose(self, key: str) -> None:
        self._fieldwork.go(RecordId(key))

    def _open(self, key: str) -> None:
        self._fieldwork.go(RecordId(key))
        self.opened.emit()

    def retranslate(self) -> None:
        """Show everything in the current language."""
        self.table.setAccessibleName(_("Checklist"))
        self.table.retranslate()
        self.hint.setText(
            _(
                "Keys: Y or 1 shown, P or 2 partly, N or 3 not shown, S or 4 not looked at. "
                "Enter opens a line."
            )
        )
        self.refresh()
