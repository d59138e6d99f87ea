"""The promises: their list, and one of them as a card with what it lacks and what belongs to it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.domain.baselines import baseline_of
from models.domain.errors import AppError
from models.domain.fields import Record
from models.domain.gates.criterion import Place
from models.domain.promise_quality import Judgement, Point, Standing
from models.domain.records.charter import Indicator, Promise
from models.domain.records.control import Person
from models.domain.records.organisation import Baseline
from models.domain.registers import register_of
from models.services.company import Change, OpenCompany
from models.services.promise_check import PromiseCheck
from models.services.promise_companions import COMPANIONS, Companion, Start
from ui import language, theme
from ui.language import _
from ui.registers.form import RecordForm
from ui.registers.news import News
from ui.registers.view import RegisterView
from ui.widgets.line import thin_line
from ui.widgets.notice_bar import NoticeKind
from ui.workspaces.promises.companion_bar import CompanionBar
from ui.workspaces.promises.form import PromiseForm
from ui.workspaces.promises.lag_line import LagLine
from ui.workspaces.promises.list_page import PromiseList
from ui.workspaces.promises.quality_panel import QualityPanel

_BELONGING = tuple(companion.record for companion in COMPANIONS)


class PromiseView(RegisterView):
    """Signals beyond those of a register:

    place_requested: a `Place` where something about a promise is mended or kept.
    models_requested: the model promises are wanted.
    """

    place_requested = Signal(object)
    models_requested = Signal()

    def __init__(self, company: OpenCompany, parent: QWidget | None = None) -> None:
        super().__init__(company, register_of(Promise), parent)
        self.destroyed.connect(company.subscribe(self._follow_company))

    def new_list(self, parent: QWidget) -> PromiseList:
        """Return the list of promises."""
        self._check = PromiseCheck(self._company)
        # Subscribed before the list: what it shows is looked up here.
        self.destroyed.connect(self._company.subscribe(self._check.follow))
        self.promises = PromiseList(self._company, self._check, parent)
        self.promises.models_requested.connect(self.models_requested)
        return self.promises

    def new_form(self, parent: QWidget) -> RecordForm:
        """Return the form of a promise."""
        self.promise_form = PromiseForm(self._company, parent)
        self.promise_form.settled.connect(self._show_standing)
        return self.promise_form

    def complete(self, column: QVBoxLayout, form: RecordForm) -> None:
        """Add which language lags above the form, and what is missing and what belongs to it below."""
        page = form.parentWidget()
        self.lags = LagLine(page)
        self.quality = QualityPanel(page)
        self.companions = CompanionBar(self._company, page)
        column.insertWidget(column.indexOf(form), self.lags)
        column.setStretchFactor(form, 1)
        foot = QVBoxLayout()
        foot.setContentsMargins(theme.space(5), theme.space(3), theme.space(5), theme.space(3))
        foot.setSpacing(theme.space(3))
        foot.addWidget(self.quality)
        foot.addWidget(self.companions)
        column.addWidget(thin_line(parent=page))
        column.addLayout(foot)
        self.lags.text_requested.connect(self.promise_form.show_text)
        self.quality.mend_requested.connect(self.mend)
        self.companions.make_requested.connect(self.make)
        self.companions.place_requested.connect(self.place_requested)

    def _show_standing(self, promise: Promise) -> None:
        """Show how the promise in the form stands, as it is being typed."""
        is_locked = self._company.is_read_only
        self.quality.set_read_only(is_locked)
        self.quality.show_judgements(promise.id, self._check.judgements(promise))
        self.lags.show_lags(promise, self._check.lags(promise))
        saved = self.promise_form.record
        assert isinstance(saved, Promise)
        self.companions.show_promise(saved)
        # Nothing can belong to what says nothing yet.
        self.companions.setVisible(bool(promise.text) or not self.promise_form.is_new)

    def _follow_company(self, change: Change) -> None:
        """Look anew when something else has changed; of the promise itself the form tells."""
        is_other = not change.edits or change.touches(Baseline, Person, *_BELONGING)
        if is_other and self._form is not None and self.is_form_open:
            self.promise_form.look()

    # What belongs to a promise

    def make(self, companion: Companion) -> Record | None:
        """Save what belongs to the promise in the form, prefilled, and return it; None where that failed."""
        self.promise_form.commit()
        promise = self.promise_form.record
        assert isinstance(promise, Promise)
        speech = language.current()
        records = companion.started(Start(promise, self._company, speech, date.today()))
        # A promise that has no entry yet is saved with what belongs to it.
        kept = [promise, *records] if self.promise_form.is_new else records
        if not self._saved(kept):
            return None
        said = _("Added to “{register}”.").format(register=_(companion.register.title))
        self.told.emit(News(said, NoticeKind.GOOD, can_undo=True))
        return records[-1]

    def _saved(self, records: list[Record]) -> bool:
        try:
            self._company.save_all(records)
        except AppError as error:
            self.told.emit(News(error.sentence(language.current()), NoticeKind.ERROR))
            return False
        return True

    def mend(self, judgement: Judgement) -> None:
        """Lead to where an open point is mended; an indicator that is missing is made."""
        if judgement.field:
            self.promise_form.show_field(judgement.field)
        elif judgement.indicator is None:
            if judgement.point is Point.INDICATOR:
                self.make(COMPANIONS[0])
        elif judgement.standing is Standing.UNKNOWN:
            self._enter_baseline(judgement)
        else:
            code = register_of(Indicator).code
            self.place_requested.emit(Place(code, judgement.indicator, "target"))

    def _enter_baseline(self, judgement: Judgement) -> None:
        """Begin the figure of today under the name of the indicator, or go on with it."""
        card = self._company.find(Indicator, judgement.indicator)
        if card is None or baseline_of(card, self._company) is not None:
            return
        speech = language.current()
        name, unit = card.name.best(speech.code), card.unit.best(speech.code)
        known = (one for one in self._company.all(Baseline) if one.measure == name)
        baseline = next(known, None) or Baseline(measure=name, unit=unit)
        if self._saved([baseline]):
            self.place_requested.emit(Place(register_of(Baseline).code, baseline.id, "value"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and self._form is not None:
            self.promise_form.look()
