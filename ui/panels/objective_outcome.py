"""What became of an objective, and what comes of it next year."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from models.domain.errors import AppError
from models.domain.objective_results import Outcome, is_met
from models.domain.records.audit import Review
from models.domain.records.commitment import Objective
from models.services import next_year
from models.services.company import OpenCompany
from ui import theme
from ui.language import _, current
from ui.registers.editors import ROOM
from ui.registers.news import News
from ui.theme import TextRole, Tone
from ui.widgets.buttons import SecondaryButton
from ui.widgets.chip import Chip
from ui.widgets.field_row import FieldRow
from ui.widgets.flow_box import FlowBox
from ui.widgets.labels import WrapLabel
from ui.widgets.notice_bar import NoticeKind
from ui.widgets.number_edit import NumberEdit
from ui.widgets.text_edit import ShortText

_NUMBER_WIDTH = theme.space(36)


class ObjectiveOutcome(QFrame):
    """One objective: its way, the value reached, whether that met the target, and next year's proposals.

    review: that can drop it; without one it can only go on. is_titled: whether the objective is named.

    Signals:
        told: `News`.
        went_on: the objective that follows, once it is saved.
    """

    told = Signal(object)
    went_on = Signal(object)

    def __init__(
        self,
        company: OpenCompany,
        review: Callable[[], Review | None] = lambda: None,
        *,
        is_titled: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self._company = company
        self._review = review
        self._outcome: Outcome | None = None
        self._title = WrapLabel(parent=self)
        theme.set_role(self._title, TextRole.BODY, strong=True)
        self._title.setVisible(is_titled)
        self._way = WrapLabel(role=TextRole.SMALL, tone=Tone.QUIET, parent=self)
        self.chip = Chip(parent=self)
        self.reached = FieldRow("", NumberEdit(), parent=self)
        self.reason = FieldRow("", ShortText(limit=ROOM), parent=self)
        self._buttons = FlowBox(parent=self)
        self.go_on_button = SecondaryButton(icon="forward", small=True, parent=self._buttons)
        self.raise_button = SecondaryButton(icon="up", small=True, parent=self._buttons)
        self.drop_button = SecondaryButton(icon="remove", small=True, parent=self)
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(self._title)
        texts.addWidget(self._way)
        head.addLayout(texts, 1)
        head.addWidget(self.chip)
        self.reached.setFixedWidth(_NUMBER_WIDTH)
        for button in (self.go_on_button, self.raise_button):
            self._buttons.add(button)
        self._dropping = QWidget(self)
        drop = QHBoxLayout(self._dropping)
        drop.setContentsMargins(0, 0, 0, 0)
        drop.setSpacing(theme.space(2))
        drop.addWidget(self.reason, 1)
        side = QVBoxLayout()
        # The button stands beside the field, not beside its label.
        side.addSpacing(theme.space(6))
        side.addWidget(self.drop_button)
        side.addStretch(1)
        drop.addLayout(side)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.space(4), theme.space(3), theme.space(4), theme.space(3))
        column.setSpacing(theme.space(2))
        column.addLayout(head)
        column.addWidget(self.reached)
        column.addWidget(self._buttons)
        column.addWidget(self._dropping)

    def _connect(self) -> None:
        self.reached.editor.edited.connect(self._judge)
        self.go_on_button.clicked.connect(partial(self._proceed, next_year.go_on))
        self.raise_button.clicked.connect(partial(self._proceed, next_year.raise_target))
        self.drop_button.clicked.connect(self.drop)

    def show_outcome(self, outcome: Outcome) -> None:
        """Show an objective with its result; a number that was typed for it stays."""
        is_other = self._outcome is None or self._outcome.objective.id != outcome.objective.id
        self._outcome = outcome
        if is_other:
            self.reached.editor.set_value(outcome.reached)
            self.reason.editor.set_value("")
            self.reached.set_problem("")
            self.reason.set_problem("")
        elif self.reached.editor.value() is None and not self.reached.editor.is_pending():
            self.reached.editor.set_value(outcome.reached)
        is_open = outcome.follower is None and not self._company.is_read_only
        self.reached.editor.set_read_only(not is_open)
        self._buttons.setVisible(is_open)
        self._dropping.setVisible(is_open and self._review() is not None)
        self._title.setText(outcome.objective.text.best(current().code) or _("Not named yet"))
        self._way.setText(way_of(outcome.objective) or _("No numbers yet"))
        self._judge()

    def _judge(self) -> None:
        """Say whether the number that stands there met the target."""
        if self._outcome is None:
            return
        self.reached.set_problem("")
        was_met = is_met(self._outcome.objective, self._value())
        texts = {True: _("Met"), False: _("Not met"), None: _("No result yet")}
        tones = {True: Tone.GOOD, False: Tone.BROKEN, None: Tone.QUIET}
        self.chip.set_chip(texts[was_met], tones[was_met])

    def _value(self) -> Decimal | None:
        value = self.reached.editor.value()
        return None if value is None else Decimal(value)

    def _proceed(
        self, deed: Callable[[OpenCompany, Objective, Decimal | None], Objective], _pressed: bool = False
    ) -> None:
        if self._outcome is None:
            return
        self.reached.editor.commit()
        if self.reached.editor.problem():
            self.reached.editor.setFocus()
            return
        try:
            following = deed(self._company, self._outcome.objective, self._value())
        except (next_year.NoResult, next_year.NotMet) as error:
            self.reached.set_problem(error.sentence(current()))
            self.reached.editor.setFocus()
        except AppError as error:
            self.told.emit(News(error.sentence(current()), NoticeKind.ERROR))
        else:
            self.told.emit(News(_("It goes on next year."), NoticeKind.GOOD, can_undo=True))
            self.went_on.emit(following)

    def drop(self) -> None:
        """Drop the objective with the reason that stands there."""
        review = self._review()
        if self._outcome is None or review is None:
            return
        self.reason.editor.commit()
        reason = str(self.reason.editor.value())
        try:
            next_year.drop(self._company, self._outcome.objective, self._value(), review, reason, current())
        except next_year.NoReason as error:
            self.reason.set_problem(error.sentence(current()))
            self.reason.editor.setFocus()
        except AppError as error:
            self.told.emit(News(error.sentence(current()), NoticeKind.ERROR))
        else:
            text = _("The objective is dropped; the review has the decision and its reason.")
            self.told.emit(News(text, NoticeKind.GOOD, can_undo=True))

    def retranslate(self) -> None:
        """Word everything in the current language."""
        self.reached.set_label(_("Value reached"))
        self.reason.set_label(_("Reason, if it is dropped"))
        self.go_on_button.setText(_("Continue next year"))
        self.raise_button.setText(_("Met: raise it"))
        self.drop_button.setText(_("Drop it"))
        if self._outcome is not None:
            self.show_outcome(self._outcome)


def way_of(objective: Objective) -> str:
    """Return from where to where an objective leads, "" where a number is missing."""
    speech = current()
    if objective.baseline is None or objective.target is None:
        return ""
    unit = objective.unit.best(speech.code)
    return (
        _("from {baseline} to {target} {unit}")
        .format(
            baseline=speech.number(objective.baseline),
            target=speech.number(objective.target),
            unit=speech.isolate(unit) if unit else "",
        )
        .strip()
    )
