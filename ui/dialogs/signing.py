"""What dialogs have in common in which somebody signs: what is missing, who, when, and why all the same."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Generic, TypeVar

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from models.domain.errors import AppError
from models.domain.fields import Record, field_of
from models.services.company import OpenCompany
from ui import icons, theme
from ui.dialogs.dialog import Dialog
from ui.language import _, current, ngettext
from ui.registers.editors import editor_for
from ui.theme import TextRole, Tone
from ui.widgets.buttons import PrimaryButton, SecondaryButton
from ui.widgets.field_row import FieldRow
from ui.widgets.labels import WrapLabel

# More lines than these would push the fields out of a small screen; the page lists all of them.
_MOST_LINES = 6

Signed = TypeVar("Signed")


class SigningDialog(Dialog, Generic[Signed]):
    """Asks who signs and when; where something is missing also why it is signed all the same.

    A subclass makes what was signed of the values in `sign`, and says in `field_of_refusal` where it is to
    be mended. rows: the fields by name; the one called `reason`, where there is one, stands under what is
    missing, all others beside one another.
    """

    def __init__(self, rows: Mapping[str, FieldRow], deed: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = dict(rows)
        self.signed: Signed | None = None
        self.sign_button = PrimaryButton(deed)
        self.sign_button.setDefault(True)
        self.sign_button.clicked.connect(self.accept)
        self.cancel_button = SecondaryButton(_("Cancel"))
        self.cancel_button.clicked.connect(self.reject)
        self.setWindowTitle(deed)
        self._column = QVBoxLayout(self)

    def asked(self) -> Signed | None:
        """Ask, and return what was signed; None when it was cancelled."""
        self.exec()
        signed = self.signed
        self.deleteLater()
        return signed

    def sign(self, values: Mapping[str, Any]) -> Signed:
        """Return what was signed.

        Raises:
            AppError: it lacks something.
        """
        raise NotImplementedError

    def field_of_refusal(self, error: AppError) -> str:
        """Return the name of the row at which a refusal is told."""
        raise NotImplementedError

    def lay_out(self, title: str, all_is_well: str, missing: str, lines: Sequence[str], width: int) -> None:
        """Put everything in place.

        Args:
            title: the heading.
            all_is_well: said where nothing is missing.
            missing: said over the lines of what is missing.
            lines: what is missing, a sentence each.
            width: the least, in logical pixels.
        """
        column = self._column
        column.setContentsMargins(theme.space(6), theme.space(5), theme.space(6), theme.space(5))
        column.setSpacing(theme.space(4))
        column.addWidget(WrapLabel(title, TextRole.HEADING))
        column.addWidget(_missing_box(missing, lines) if lines else WrapLabel(all_is_well))
        if "reason" in self.rows:
            column.addWidget(self.rows["reason"])
        signing = QHBoxLayout()
        signing.setSpacing(theme.space(4))
        for stretch, name in zip((3, 2), (name for name in self.rows if name != "reason"), strict=False):
            signing.addWidget(self.rows[name], stretch)
        column.addLayout(signing)
        column.addStretch(1)
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.space(2))
        buttons.addStretch()
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.sign_button)
        column.addLayout(buttons)
        self.setMinimumWidth(width)

    def showEvent(self, event: QShowEvent) -> None:
        """Be as tall as the sentences need at this width: before it was known, they asked for more."""
        super().showEvent(event)
        self.resize(self.width(), self._column.totalHeightForWidth(self.width()))

    def accept(self) -> None:
        """Close the dialog when everything is there; else say what is missing, at its field."""
        values: dict[str, Any] = {}
        for name, row in self.rows.items():
            row.editor.commit()
            row.set_problem("")
            values[name] = row.editor.value()
            if row.editor.problem():
                row.editor.setFocus()
                return
        try:
            self.signed = self.sign(values)
        except AppError as error:
            row = self.rows[self.field_of_refusal(error)]
            row.set_problem(error.sentence(current()))
            row.editor.setFocus()
            return
        super().accept()


def signing_row(
    company: OpenCompany, record_type: type[Record], name: str, value: date | None = None
) -> FieldRow:
    """Return the row of one field, which may hold a day from the beginning."""
    spec = field_of(record_type, name)
    editor = editor_for(spec, company)
    if value is not None:
        editor.set_value(value)
    return FieldRow(_(spec.label), editor, required=True)


def _missing_box(sentence: str, lines: Sequence[str]) -> QFrame:
    box = QFrame()
    box.setProperty("kind", "notice")
    box.setProperty("notice", "warning")
    column = QVBoxLayout(box)
    column.setContentsMargins(theme.space(4), theme.space(3), theme.space(4), theme.space(3))
    column.setSpacing(theme.space(1.5))
    column.addWidget(WrapLabel(sentence))
    for line in lines[:_MOST_LINES]:
        column.addLayout(_missing_line(line))
    more = len(lines) - _MOST_LINES
    if more > 0:
        text = ngettext("and {count} more open point", "and {count} more open points", more)
        counted = text.format(count=current().number(more))
        column.addWidget(WrapLabel(counted, TextRole.SMALL, Tone.QUIET))
    return box


def _missing_line(text: str) -> QHBoxLayout:
    sign = QLabel()
    icons.set_icon(sign, "unmet", "late")
    line = QHBoxLayout()
    line.setSpacing(theme.space(2))
    line.addWidget(sign)
    line.addWidget(WrapLabel(text), 1)
    return line
