"""One broken promise as a form: the remedy of its promise is offered, one beyond the right of a job told."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.domain.complaints import is_here
from models.domain.gates.criterion import Place
from models.domain.marking import N_
from models.domain.records.correction import Action
from models.domain.records.operation import Breach, Complaint
from models.domain.registers import register_of
from models.domain.sentences import Sentence
from models.domain.validation import Gravity, Problem
from models.services.cases import beyond_authority, remedy_of
from models.services.company import OpenCompany
from models.services.editing import save_field
from ui import theme
from ui.language import _, current
from ui.registers.form import RecordForm
from ui.registers.view import RegisterView
from ui.widgets.buttons import SecondaryButton
from ui.widgets.flow_box import FlowBox
from ui.widgets.quiet_notice import QuietNotice


class BreachForm(RecordForm):
    """Reminds also of what the table of authority says about the remedy."""

    def breach(self) -> Breach:
        """Return the broken promise as it was saved last or as it starts."""
        record = self.record
        assert isinstance(record, Breach)
        return record

    def reminders(self) -> Mapping[str, Problem]:
        """Return what is to be mended, by field."""
        breach, said = self.breach(), beyond_authority(self.breach(), self._company)
        noted = {name: Problem(Gravity.REMINDER, sentence) for name, sentence in said.items()}
        if breach.by is not None and not is_here(
            self._company, breach.by, breach.happened_on or date.today()
        ):
            gone = Sentence(N_("This person was not here on that day. Check the two."))
            noted["by"] = Problem(Gravity.REMINDER, gone)
        return {**super().reminders(), **noted}


class BreachView(RegisterView):
    """Signals beyond those of a register:

    place_requested: a `Place` to which a broken promise leads.
    action_requested: a broken promise that wants a corrective action.
    """

    place_requested = Signal(object)
    action_requested = Signal(object)

    def __init__(self, company: OpenCompany, parent: QWidget | None = None) -> None:
        super().__init__(company, register_of(Breach), parent)
        self.record_shown.connect(self._show_rest)

    def new_form(self, parent: QWidget) -> BreachForm:
        """Return the form of a broken promise."""
        self.breach_form = BreachForm(self._company, self._register, parent)
        self.breach_form.named.connect(self._show_rest)
        return self.breach_form

    def complete(self, column: QVBoxLayout, form: RecordForm) -> None:
        """Add the remedy that the promise names above the form, and where it leads below."""
        page = form.parentWidget()
        self.offer = QuietNotice(parent=page)
        self.action_button = SecondaryButton(icon="step-7", small=True)
        self.complaint_button = SecondaryButton(icon="comment", small=True)
        board = FlowBox(theme.space(2), page)
        board.add(self.action_button)
        board.add(self.complaint_button)
        above, foot = QVBoxLayout(), QVBoxLayout()
        above.setContentsMargins(theme.space(5), theme.space(3), theme.space(5), 0)
        above.addWidget(self.offer)
        foot.setContentsMargins(theme.space(5), theme.space(2), theme.space(5), theme.space(3))
        foot.addWidget(board)
        column.insertLayout(column.indexOf(form), above)
        column.setStretchFactor(form, 1)
        column.addLayout(foot)
        self.offer.acted.connect(self.take_remedy)
        self.action_button.clicked.connect(self._press_action)
        self.complaint_button.clicked.connect(self._go_to_complaint)

    def _show_rest(self) -> None:
        """Offer the remedy of the promise while none is entered, and show what belongs to the case."""
        if self._form is None or not self.is_form_open:
            return
        breach, is_open = self.breach_form.breach(), not self._company.is_read_only
        remedy = remedy_of(breach.promise, self._company, current())
        is_wanted = is_open and bool(remedy) and not breach.remedy.strip()
        text = _("The charter promises: {remedy}").format(remedy=current().isolate(remedy))
        self.offer.say(text if is_wanted else "", _("Take this remedy"))
        action = self._company.find(Action, breach.action)
        named = _("Corrective action {no}").format(no=current().island(action.no)) if action else ""
        self.action_button.setText(named or _("Make a corrective action"))
        self.action_button.setVisible(action is not None or (is_open and not self.breach_form.is_new))
        self.complaint_button.setText(_("Show the complaint"))
        self.complaint_button.setVisible(self._company.find(Complaint, breach.complaint) is not None)

    def take_remedy(self) -> None:
        """Enter the remedy that the promise names."""
        self.breach_form.commit()
        breach = self.breach_form.breach()
        remedy = remedy_of(breach.promise, self._company, current())
        if remedy:
            save_field(self._company, breach, "remedy", remedy)
            self._show_rest()

    def _press_action(self) -> None:
        self.breach_form.commit()
        breach = self.breach_form.breach()
        if self._company.find(Action, breach.action) is None:
            self.action_requested.emit(breach)
            self._show_rest()
        else:
            self.place_requested.emit(Place(register_of(Action).code, breach.action))

    def _go_to_complaint(self) -> None:
        self.place_requested.emit(Place(register_of(Complaint).code, self.breach_form.breach().complaint))

    def retranslate_rest(self) -> None:
        """Word what stands round the form in the current language."""
        self._show_rest()
