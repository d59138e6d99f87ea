"""The indicators, and beside them the values of the chosen one, their chart, and what follows."""

from __future__ import annotations

import dataclasses
from datetime import date
from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from models.content import titles as content_titles
from models.documents.charts.shapes import Geometry, Ink
from models.documents.charts.trend import Bound, Period, trend
from models.domain.fields import Record
from models.domain.gates.criterion import Place
from models.domain.ids import RecordId
from models.domain.marking import N_
from models.domain.measuring import action_about, asks_for_action, reds_in_a_row
from models.domain.performance import Performance, performances
from models.domain.records.charter import Indicator, Promise
from models.domain.records.correction import Action
from models.domain.records.feedback import IndicatorValue
from models.domain.records.operation import DataSheet
from models.domain.registers import register_of
from models.localisation.display import Display
from models.localisation.periods import is_whole_month, period_name
from models.services import measuring
from models.services.company import OpenCompany
from ui import icons, theme
from ui.followed import FollowedWorkspace
from ui.language import _, current, ngettext
from ui.panels.list_and_form import LIST_WIDTH
from ui.registers.bin_menu import BinButton
from ui.registers.news import News, farewell
from ui.theme import TextRole, Tone
from ui.widgets.buttons import LinkButton, SecondaryButton
from ui.widgets.chart import ChartView
from ui.widgets.chip import Chip
from ui.widgets.empty_state import EmptyState
from ui.widgets.entry_list import Entry, EntryList
from ui.widgets.labels import ElidedLabel, WrapLabel
from ui.widgets.line import thin_line
from ui.widgets.notice_bar import NoticeBar, NoticeKind
from ui.workspaces.indicators.values import ValueGrid
from ui.workspaces.indicators.words import SIGNALS, measured, target_in_words, trend_in_words

_PERIODS = 12
_FEWEST = 2
_CHART_HEIGHT = theme.space(52)


class IndicatorsWorkspace(FollowedWorkspace):
    """Values typed or pasted, period by period; red ones lead to an action, counted ones are offered."""

    shows = (Action, DataSheet, Indicator, IndicatorValue, Promise)

    def __init__(self, company: OpenCompany, parent: QWidget | None = None) -> None:
        super().__init__(company, parent)
        self._found: dict[str, Performance] = {}
        self._action: Action | None = None
        self.list = EntryList(self)
        self.pages = QStackedWidget(self)
        self.empty = EmptyState(icon="indicator", parent=self.pages)
        self.side = QWidget(self.pages)
        self.title = ElidedLabel(parent=self.side)
        theme.set_role(self.title, TextRole.TITLE)
        self.sign = QLabel(self.side)
        self.chip = Chip(parent=self.side)
        self.about = WrapLabel(role=TextRole.SMALL, tone=Tone.QUIET, parent=self.side)
        self.proposal = NoticeBar(self.side)
        self.chart = ChartView(self._drawn, N_("Values of the indicator"), self.side)
        self.grid = ValueGrid(company, self.side)
        self.counted = WrapLabel(role=TextRole.SMALL, parent=self.side)
        self.take_button = SecondaryButton(icon="check", small=True, parent=self.side)
        self.delete_button = LinkButton(icon="delete", parent=self.side)
        self.bin_button = BinButton(company, register_of(IndicatorValue), self.side)
        self.card_button = LinkButton(icon="indicator", parent=self.side)
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(theme.space(2))
        for widget, stretch in ((self.title, 1), (self.sign, 0), (self.chip, 0), (self.card_button, 0)):
            head.addWidget(widget, stretch)
        foot = QHBoxLayout()
        foot.setSpacing(theme.space(2))
        foot.addWidget(self.counted, 1)
        for button in (self.take_button, self.delete_button, self.bin_button):
            foot.addWidget(button)
        column = QVBoxLayout(self.side)
        column.setContentsMargins(theme.space(5), theme.space(3), theme.space(4), theme.space(3))
        column.setSpacing(theme.space(2))
        self.chart.setMaximumHeight(_CHART_HEIGHT)
        column.addLayout(head)
        column.addWidget(self.about)
        column.addWidget(self.proposal)
        column.addWidget(self.chart)
        column.addWidget(self.grid, 1)
        column.addLayout(foot)
        self.pages.addWidget(self.side)
        self.pages.addWidget(self.empty)
        self.list.setFixedWidth(LIST_WIDTH)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.list)
        self._line = thin_line(is_upright=True, parent=self)
        row.addWidget(self._line)
        row.addWidget(self.pages, 1)

    def _connect(self) -> None:
        self.list.chosen.connect(self._choose)
        self.list.opened.connect(self._enter)
        self.grid.failed.connect(self._fail)
        self.grid.selectionModel().currentChanged.connect(self._offer_counted)
        self.grid.cells.modelReset.connect(self._offer_counted)
        self.take_button.clicked.connect(self.take_counted)
        self.delete_button.clicked.connect(self.delete_chosen)
        self.card_button.clicked.connect(self._show_card)
        self.proposal.acted.connect(self.act)
        self.empty.action_requested.connect(self._begin)

    # What is shown

    def refresh(self) -> None:
        """Show indicators and values as they are now."""
        self._found = {one.indicator.id: one for one in performances(self.company)}
        self.list.show_entries(self._entry(one) for one in self._found.values())
        if self.list.current() not in self._found and self._found:
            # The one that was shown is gone: the first takes its place.
            self.list.choose(next(iter(self._found)))
        is_empty = not self._found
        self.list.setVisible(not is_empty)
        self._line.setVisible(not is_empty)
        self.pages.setCurrentWidget(self.empty if is_empty else self.side)
        self._show_chosen()

    def chosen(self) -> Performance | None:
        """Return the indicator that is shown, None where there is none."""
        return self._found.get(self.list.current())

    def _entry(self, one: Performance) -> Entry:
        writer = Display(self.company, current(), content_titles.title)
        name = one.indicator.name.best(current().code) or writer.name(one.indicator)
        if one.latest is None:
            return Entry(one.indicator.id, name, _("Not measured yet"), icon="indicator")
        value = measured(one.indicator, one.latest.value)
        detail = " · ".join(filter(None, (value, trend_in_words(one))))
        if one.signal is None:
            return Entry(one.indicator.id, name, detail, icon="indicator")
        word, icon, tone = SIGNALS[one.signal]
        return Entry(one.indicator.id, name, detail, _(word), tone, icon)

    def _show_chosen(self) -> None:
        one = self.chosen()
        self.grid.show_indicator(one.indicator if one else None)
        if one is None:
            return
        self.title.setText(one.indicator.name.best(current().code))
        frequency = register_of(Indicator).fields
        spec = next(field for field in frequency if field.name == "frequency")
        often = _(spec.choices[one.indicator.frequency]) if one.indicator.frequency else ""
        self.about.setText(" · ".join(filter(None, (target_in_words(one.indicator), often))))
        self._show_sign(one)
        self.chart.setVisible(len(one.values) >= _FEWEST)
        self.chart.refresh()
        self._propose(one)
        self._offer_counted()

    def _show_sign(self, one: Performance) -> None:
        for widget in (self.sign, self.chip):
            widget.setVisible(one.signal is not None)
        if one.signal is not None and one.latest is not None:
            word, icon, tone = SIGNALS[one.signal]
            icons.set_icon(self.sign, icon, tone.value, theme.ICON)
            value = measured(one.indicator, one.latest.value)
            self.chip.set_chip(_("{colour}: {value}").format(colour=_(word), value=value), tone)

    def _drawn(self) -> Geometry | None:
        one, speech = self.chosen(), current()
        if one is None or len(one.values) < _FEWEST:
            return None
        shown = one.values[-_PERIODS:]
        periods = [
            Period(
                _tick(value),
                value.value,
                speech.number(value.value) if value.value is not None else "",
            )
            for value in shown
            if value.end is not None
        ]
        bounds = []
        if one.indicator.target is not None:
            bounds.append(Bound(_("Target"), one.indicator.target))
        if one.indicator.red_limit is not None:
            bounds.append(Bound(_("Red beyond"), one.indicator.red_limit, Ink.BROKEN))
        numbers = [value.value or Decimal(0) for value in shown]
        is_far = 2 * min(numbers) > max(numbers)
        return trend(periods, speech.number, bounds=bounds, lowest=None if is_far else 0)

    def _propose(self, one: Performance) -> None:
        """Propose an action where the newest values are red, or lead to the one that is open."""
        self._action = None
        if not asks_for_action(one):
            self.proposal.dismiss()
            return
        reds = reds_in_a_row(one)
        self._action = action_about(one.indicator, self.company.all(Action))
        sentence = ngettext(
            "Red {count} time in a row: the cause has to be looked for.",
            "Red {count} times in a row: the cause has to be looked for.",
            reds,
        )
        if self._action is not None:
            action = _("Go to action {no}").format(no=current().isolate(self._action.no))
        else:
            action = "" if self.company.is_read_only else _("Open a corrective action")
        kind = NoticeKind.INFO if self._action is not None else NoticeKind.WARNING
        self.proposal.show_notice(kind, sentence.format(count=current().number(reds)), action)
        self.proposal.close_button.hide()

    def _counted(self) -> measuring.Counted | None:
        """Return what the data sheets say of the period in the current row, where that is a new thing."""
        one, value = self.chosen(), self.grid.chosen()
        if one is None or value is None:
            return None
        return measuring.counted(self.company, one.indicator, value.start, value.end)

    def _offer_counted(self) -> None:
        found, value, speech = self._counted(), self.grid.chosen(), current()
        known = value is not None and self.company.find(IndicatorValue, value.id) is not None
        self.delete_button.setVisible(known and not self.company.is_read_only)
        self.counted.setVisible(found is not None)
        is_new = found is not None and value is not None
        is_new = is_new and (value.value, value.cases) != (found.value, found.kept.cases)  # type: ignore[union-attr]
        self.take_button.setVisible(is_new and not self.company.is_read_only)
        if found is None or value is None or value.end is None:
            return
        sentence = ngettext(
            "Data sheets of {count} week that began in {period}: {kept} of {cases} kept, {value}.",
            "Data sheets of {count} weeks that began in {period}: {kept} of {cases} kept, {value}.",
            found.weeks,
        )
        self.counted.setText(
            sentence.format(
                count=speech.number(found.weeks),
                period=period_name(value.start, value.end, speech),
                kept=speech.number(found.kept.kept),
                cases=speech.number(found.kept.cases),
                value=speech.number(found.value) + speech.row.percent,
            )
        )

    # What can be done

    def take_counted(self) -> None:
        """Save what the data sheets say as the value of the current row's period."""
        found, value = self._counted(), self.grid.chosen()
        if found is None or value is None:
            return
        self.grid.finish()
        for name in ("value", "cases"):
            self.grid.cells.refusals.pop((value.id, name), None)
        known = self.company.find(IndicatorValue, value.id) or value
        problem = measuring.check_value(
            known,
            self._found[str(known.indicator)].indicator,
            self.company.all(IndicatorValue),
            date.today(),
        )
        if problem is not None:
            self.told.emit(News(problem[1].sentence(current()), NoticeKind.WARNING))
            return
        filled = dataclasses.replace(known, value=found.value, cases=found.kept.cases)
        if self.attempt(lambda: self.company.save(filled)):
            self.grid.choose(filled.id, "value")
            self.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def delete_chosen(self) -> None:
        """Move the value of the current row to the bin."""
        value = self.grid.chosen()
        known = self.company.find(IndicatorValue, value.id) if value is not None else None
        if known is None or self.company.is_read_only:
            return
        news = farewell([known], Display(self.company, current(), content_titles.title))
        if self.attempt(lambda: self.company.delete([known])):
            self.told.emit(news)
            self.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def act(self) -> None:
        """Go to the open action about this indicator, or open one."""
        one = self.chosen()
        if one is None:
            return
        self.commit()
        action = self._action
        if action is None and not self.company.is_read_only:
            action = measuring.new_action(self.company, one, reds_in_a_row(one), current(), date.today())
            made = action
            if not self.attempt(lambda: self.company.save(made)):
                return
        if action is not None:
            self.place_requested.emit(Place("action", action.id))

    def _choose(self, _key: str) -> None:
        self.grid.finish()
        self._show_chosen()

    def _enter(self, _key: str) -> None:
        self.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_card(self) -> None:
        one = self.chosen()
        if one is not None:
            self.place_requested.emit(Place("indicator", one.indicator.id))

    def _begin(self) -> None:
        self.place_requested.emit(Place("indicator"))

    def _fail(self, error: object) -> None:
        self.told.emit(News(error.sentence(current()), NoticeKind.ERROR))  # type: ignore[attr-defined]

    def show_place(self, record_id: RecordId | None = None, field: str = "") -> None:
        """Bring a value into view; without one, the first indicator."""
        self.catch_up()
        value = self.company.find(IndicatorValue, record_id)
        if value is not None and value.indicator in self._found:
            self.list.choose(str(value.indicator))
            self._show_chosen()
            self.grid.choose(value.id, field or "value")
        where: QWidget = self.grid if self._found else self.empty.action
        where.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_new(self, record: Record, field: str = "") -> None:  # noqa: ARG002
        """Go to the next period of the indicator that a prepared value belongs to."""
        self.catch_up()
        if isinstance(record, IndicatorValue) and record.indicator in self._found:
            self.list.choose(str(record.indicator))
            self._show_chosen()
        self.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def commit(self) -> None:
        """Take what is being typed."""
        self.grid.finish()

    def retranslate(self) -> None:
        """Word everything in the current language."""
        self.list.setAccessibleName(_("Indicators"))
        self.grid.setAccessibleName(_("Values"))
        self.take_button.setText(_("Use this value"))
        self.take_button.setToolTip(_("Enter what the data sheets say for this period"))
        self.delete_button.setText(_("Delete period"))
        self.card_button.setText(_("Card"))
        self.card_button.setToolTip(_("Show the card of the indicator: formula, target, limits"))
        self.empty.set_texts(
            _("Values are entered here for each indicator. There is no indicator yet."),
            _("Go to the indicators"),
        )
        super().retranslate()


def _tick(value: IndicatorValue) -> str:
    """Return how a period is called below the chart: a month by its name, else by its last day in digits."""
    assert value.end is not None
    if is_whole_month(value.start, value.end, current()):
        return period_name(value.start, value.end, current())
    return current().date(value.end)
