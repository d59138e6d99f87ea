"""The dialog that signs off a step."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from models.content.steps import criterion, step
from models.domain.fields import field_of
from models.domain.gates.criterion import CriterionState
from models.domain.records.control import StepClosing
from models.services.company import OpenCompany
from models.services.steps import SignOffRefused, open_criteria, signed_off
from ui import icons, theme
from ui.language import _, current, ngettext
from ui.registers.editors import editor_for
from ui.theme import TextRole
from ui.widgets.buttons import PrimaryButton, SecondaryButton
from ui.widgets.field_row import FieldRow
from ui.widgets.labels import WrapLabel


class CloseStepDialog(QDialog):
    """Asks who signs off a step and when; with open criteria also why it is closed all the same."""

    def __init__(
        self,
        company: OpenCompany,
        number: int,
        states: Sequence[CriterionState],
        today: date,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._number = number
        self._states = states
        self._today = today
        self.closing: StepClosing | None = None
        self._missing = open_criteria(states)
        self.rows = {name: _row(name, company) for name in self._names()}
        self.rows["closed_on"].editor.set_value(today)
        self.close_button = PrimaryButton(_("Close step"))
        self.close_button.setDefault(True)
        self.close_button.clicked.connect(self.accept)
        self.cancel_button = SecondaryButton(_("Cancel"))
        self.cancel_button.clicked.connect(self.reject)
        self.setWindowTitle(_("Close step"))
        self._lay_out()

    @classmethod
    def ask(
        cls,
        parent: QWidget,
        company: OpenCompany,
        number: int,
        states: Sequence[CriterionState],
        today: date,
    ) -> StepClosing | None:
        """Return the sign-off that the user wrote, not saved yet; None when it was cancelled."""
        dialog = cls(company, number, states, today, parent)
        dialog.exec()
        closing = dialog.closing
        dialog.deleteLater()
        return closing

    def _names(self) -> tuple[str, ...]:
        return ("closed_by", "closed_on", "reason") if self._missing else ("closed_by", "closed_on")

    def _lay_out(self) -> None:
        speech = current()
        title = _("Close step {number}: {name}").format(
            number=speech.number(self._number), name=step(self._number).name.best(speech.code)
        )
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(theme.space(6), theme.space(5), theme.space(6), theme.space(5))
        column.setSpacing(theme.space(4))
        column.addWidget(WrapLabel(title, TextRole.HEADING))
        column.addWidget(self._missing_box() if self._missing else self._met_line())
        if self._missing:
            column.addWidget(self.rows["reason"])
        signing = QHBoxLayout()
        signing.setSpacing(theme.space(4))
        signing.addWidget(self.rows["closed_by"], 3)
        signing.addWidget(self.rows["closed_on"], 2)
        column.addLayout(signing)
        column.addLayout(self._buttons())
        self.setMinimumWidth(theme.space(130))

    def _met_line(self) -> WrapLabel:
        return WrapLabel(
            _("All criteria are met. Say who signs off the step; you can reopen it at any time.")
        )

    def _missing_box(self) -> QFrame:
        box = QFrame()
        box.setProperty("kind", "notice")
        box.setProperty("notice", "warning")
        count = len(self._missing)
        lines = QVBoxLayout(box)
        lines.setContentsMargins(theme.space(4), theme.space(3), theme.space(4), theme.space(3))
        lines.setSpacing(theme.space(1.5))
        sentence = ngettext(
            "{count} criterion is not met. The reason you write is kept and printed in the dossier.",
            "{count} criteria are not met. The reason you write is kept and printed in the dossier.",
            count,
        ).format(count=current().number(count))
        lines.addWidget(WrapLabel(sentence))
        for state in self._missing:
            lines.addLayout(_missing_line(state))
        return box

    def _buttons(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(theme.space(2))
        line.addStretch()
        line.addWidget(self.cancel_button)
        line.addWidget(self.close_button)
        return line

    def showEvent(self, event: QShowEvent) -> None:
        """Be as tall as the sentences need at this width: before it was known, they asked for more."""
        super().showEvent(event)
        self.resize(self.width(), self._column.totalHeightForWidth(self.width()))

    def accept(self) -> None:
        """Close the dialog when the sign-off is complete; else say what is missing, at its field."""
        values = {}
        for name, row in self.rows.items():
            row.editor.commit()
            row.set_problem("")
            values[name] = row.editor.value()
            if row.editor.problem():
                row.editor.setFocus()
                return
        try:
            self.closing = signed_off(
                self._number,
                self._states,
                by=values["closed_by"],
                on=values["closed_on"],
                reason=values.get("reason", ""),
                today=self._today,
            )
        except SignOffRefused as error:
            self.rows[error.field].set_problem(error.sentence(current()))
            self.rows[error.field].editor.setFocus()
            return
        super().accept()


def _row(name: str, company: OpenCompany) -> FieldRow:
    spec = field_of(StepClosing, name)
    return FieldRow(_(spec.label), editor_for(spec, company), required=True)


def _missing_line(state: CriterionState) -> QHBoxLayout:
    sign = QLabel()
    icons.set_icon(sign, "unmet", "late")
    line = QHBoxLayout()
    line.setSpacing(theme.space(2))
    line.addWidget(sign)
    line.addWidget(WrapLabel(criterion(state.id).text.best(current().code)), 1)
    return line
