"""How the gap of a question is closed: who, by when, in which step, and as which action."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.domain.errors import AppError
from models.domain.gates.criterion import Place
from models.domain.ids import RecordId
from models.domain.records.correction import Action
from models.domain.registers import register_of
from models.services.gap import ActionRefused
from ui import theme
from ui.language import _, current
from ui.panels.record_fields import RecordFields
from ui.theme import TextRole
from ui.widgets.buttons import LinkButton, SecondaryButton
from ui.widgets.labels import PlainLabel
from ui.widgets.notice_bar import NoticeKind
from ui.workspaces.gap.questionnaire import Questionnaire

FIELDS = ("owner", "due", "step")


class GapClosing(QWidget):
    """Owner, date and step of an answer, and what makes an action of them.

    Signals:
        place_requested: the `Place` of an action.
    """

    place_requested = Signal(object)

    def __init__(
        self, questionnaire: Questionnaire, fields: RecordFields, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._questionnaire = questionnaire
        self._fields = fields
        self._actions: tuple[Action, ...] = ()
        self.make_button = SecondaryButton(icon="add")
        self.make_button.clicked.connect(self.make)
        self.open_button = LinkButton(icon="step-7")
        self.open_button.clicked.connect(self._open)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.space(3))
        for name in FIELDS:
            row.addWidget(fields.row(name), 1)
        button = QVBoxLayout()
        button.setSpacing(theme.space(1))
        # As high as the labels of the fields beside it.
        button.addWidget(PlainLabel(" ", role=TextRole.SMALL))
        button.addWidget(self.make_button)
        button.addWidget(self.open_button)
        button.addStretch(1)
        row.addLayout(button)
        self.retranslate()

    def refresh(self) -> None:
        """Show the actions made from this gap, or offer to make one."""
        self._actions = self._questionnaire.standing.actions_of(self._questionnaire.question_id)
        if self._actions:
            text = _("Action {no}").format(no=current().island(self._actions[-1].no))
            self.open_button.setText(text)
        self.open_button.setVisible(bool(self._actions))
        self.make_button.setVisible(not self._actions and not self._questionnaire.is_read_only)

    def make(self) -> None:
        """Make an action of this gap; what is missing is said beside its field."""
        self._fields.commit()
        answer = self._questionnaire.answer()
        try:
            made = self._questionnaire.make_actions([answer], answer.owner, answer.due)
        except ActionRefused as error:
            self._fields.refuse(error.field, error)
        except AppError as error:
            self._questionnaire.tell(error.sentence(current()), NoticeKind.ERROR)
        else:
            text = _("Action {no} was made from this gap.").format(no=current().island(made[0].no))
            self._questionnaire.tell(text, NoticeKind.GOOD, can_undo=True)

    def _open(self) -> None:
        action: RecordId = self._actions[-1].id
        self.place_requested.emit(Place(register_of(Action).code, action))

    def retranslate(self) -> None:
        """Word everything in the current language."""
        self.make_button.setText(_("Make an action"))
        self.make_button.setToolTip(_("Make a corrective action from this gap"))
        self.refresh()
