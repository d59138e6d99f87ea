"""The dialog that signs off a step."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from PySide6.QtWidgets import QWidget

from models.content.steps import criterion, step
from models.domain.errors import AppError
from models.domain.gates.criterion import CriterionState
from models.domain.records.control import StepClosing
from models.services.company import OpenCompany
from models.services.steps import SignOffRefused, open_criteria, signed_off
from ui import theme
from ui.dialogs.signing import SigningDialog, signing_row
from ui.language import _, current, ngettext

_WIDTH = theme.space(130)


class CloseStepDialog(SigningDialog[StepClosing]):
    """Asks who signs off a step and when; with open criteria also why it is closed all the same."""

    def __init__(
        self,
        company: OpenCompany,
        number: int,
        states: Sequence[CriterionState],
        today: date,
        parent: QWidget | None = None,
    ) -> None:
        missing, speech = open_criteria(states), current()
        rows = {"reason": signing_row(company, StepClosing, "reason")} if missing else {}
        rows["closed_by"] = signing_row(company, StepClosing, "closed_by")
        rows["closed_on"] = signing_row(company, StepClosing, "closed_on", today)
        super().__init__(rows, _("Close step"), parent)
        self._number = number
        self._states = states
        self._today = today
        sentence = ngettext(
            "{count} criterion is not met. The reason you write is kept and printed in the dossier.",
            "{count} criteria are not met. The reason you write is kept and printed in the dossier.",
            len(missing),
        )
        name = step(number).name.best(speech.code)
        self.lay_out(
            _("Close step {number}: {name}").format(number=speech.number(number), name=name),
            _("All criteria are met. Say who signs off the step; you can reopen it at any time."),
            sentence.format(count=speech.number(len(missing))),
            [criterion(state.id).text.best(speech.code) for state in missing],
            _WIDTH,
        )

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
        return cls(company, number, states, today, parent).asked()

    def sign(self, values: Mapping[str, Any]) -> StepClosing:
        """Return the sign-off."""
        return signed_off(
            self._number,
            self._states,
            by=values["closed_by"],
            on=values["closed_on"],
            reason=values.get("reason", ""),
            today=self._today,
        )

    def field_of_refusal(self, error: AppError) -> str:
        """Return the row at which a refusal is told."""
        assert isinstance(error, SignOffRefused)
        return error.field
