"""What follows from a case: its corrective action, and the broken promise that it tells of."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.domain.complaints import State, state
from models.domain.gates.criterion import Place
from models.domain.records.correction import Action
from models.domain.records.operation import Breach, Complaint
from models.domain.registers import register_of
from models.services.cases import breaches_of
from models.services.company import OpenCompany
from ui import theme
from ui.language import _, current
from ui.theme import TextRole, Tone
from ui.widgets.buttons import SecondaryButton
from ui.widgets.flow_box import FlowBox
from ui.widgets.labels import PlainLabel


class FollowingBar(QWidget):
    """A button each, which makes what is missing and leads to what is there.

    Signals:
        place_requested: a `Place`. action_requested, breach_requested: one is to be made.
    """

    place_requested = Signal(object)
    action_requested = Signal()
    breach_requested = Signal()

    def __init__(self, company: OpenCompany, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._company = company
        self._action: Action | None = None
        self._breach: Breach | None = None
        self.title = PlainLabel(role=TextRole.SMALL, tone=Tone.QUIET, parent=self)
        board = FlowBox(theme.space(2), self)
        self.action_button = SecondaryButton(icon="step-7", small=True, parent=board)
        self.breach_button = SecondaryButton(icon="warning", small=True, parent=board)
        board.add(self.action_button)
        board.add(self.breach_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(1.5))
        column.addWidget(self.title)
        column.addWidget(board)
        self.action_button.clicked.connect(self._press_action)
        self.breach_button.clicked.connect(self._press_breach)

    def show_case(self, case: Complaint, *, is_known: bool) -> None:
        """Show what follows from a case, and what could be made of it."""
        self._action = self._company.find(Action, case.action)
        self._breach = next(reversed(breaches_of(case, self._company)), None)
        can_make = is_known and not self._company.is_read_only and state(case) is not State.CANCELLED
        self.title.setText(_("What follows"))
        self.action_button.setText(self._action_text())
        self.breach_button.setText(
            _("Show the broken promise") if self._breach else _("Record a broken promise")
        )
        self.action_button.setVisible(self._action is not None or can_make)
        self.breach_button.setVisible(self._breach is not None or can_make)
        self.setVisible(is_known and (can_make or self._action is not None or self._breach is not None))

    def _action_text(self) -> str:
        if self._action is None:
            return _("Make a corrective action")
        return _("Corrective action {no}").format(no=current().island(self._action.no))

    def _press_action(self) -> None:
        if self._action is None:
            self.action_requested.emit()
        else:
            self.place_requested.emit(Place(register_of(Action).code, self._action.id))

    def _press_breach(self) -> None:
        if self._breach is None:
            self.breach_requested.emit()
        else:
            self.place_requested.emit(Place(register_of(Breach).code, self._breach.id))
