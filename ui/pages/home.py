"""The home page: how far the work has come, what comes next, what is late, what the health check found."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.content.outline import step_outline, task_name
from models.domain.gates.criterion import CriterionState, Place
from models.domain.lateness import LateThing
from models.domain.progress import NextThing
from models.services.company import OpenCompany
from models.services.overview import Outlook, Overview, organisation
from ui import theme
from ui.health_watch import HealthWatch
from ui.language import _, current, ngettext
from ui.page import Page
from ui.step_marks import ring_state, step_name
from ui.theme import TextRole, Tone
from ui.widgets.buttons import PrimaryButton
from ui.widgets.card import Card
from ui.widgets.figure import Figure
from ui.widgets.labels import WrapLabel
from ui.widgets.page_scroll import PageScroll
from ui.widgets.progress_ring import PercentRing
from ui.widgets.showing import show_if
from ui.widgets.step_path import StepPath
from ui.widgets.thing_list import Thing, ThingList, Weight

if TYPE_CHECKING:
    from ui.panels.health_card import HealthCard

_ROWS = 5
_READING_WIDTH = 760


class HomePage(Page):
    """Shows an `Overview`; its rows lead to the places where something is to be done."""

    def __init__(
        self, company: OpenCompany, outlook: Outlook, health: HealthWatch, parent: QWidget | None = None
    ) -> None:
        super().__init__(company, parent)
        self._outlook = outlook
        self._health = health
        content = QWidget()
        self._scroll = PageScroll(content, self)
        self.readiness = ReadinessCard(content)
        self._steps = Card(parent=content)
        self.path = StepPath(self._steps)
        # The Tab key follows the order in which things are made.
        self._show_path(outlook.now())
        self.beginning = BeginningCard(content)
        self.next = ThingList("next", content)
        self.found: HealthCard | None = None
        self._leading = QVBoxLayout()
        self.late = ThingList("clock", content)
        # What is filled before it is laid out is styled only once.
        self.refresh()
        self._is_stale = False
        self._lay_out(content)
        self.path.chosen.connect(self.page_requested)
        self.beginning.begin.clicked.connect(self._begin)
        self.next.chosen.connect(self.place_requested)
        self.late.chosen.connect(self.place_requested)
        health.checked.connect(self._show_health)

    def _lay_out(self, content: QWidget) -> None:
        self._steps.add(self.path)
        lists = QHBoxLayout()
        lists.setSpacing(theme.space(4))
        self._leading.setSpacing(theme.space(4))
        self._leading.addWidget(self.next, 1)
        lists.addLayout(self._leading, 1)
        lists.addWidget(self.late, 1)
        column = QVBoxLayout(content)
        column.setContentsMargins(theme.space(5.5), theme.space(5), theme.space(5.5), theme.space(5))
        column.setSpacing(theme.space(4))
        column.addWidget(self.readiness)
        column.addWidget(self._steps)
        column.addWidget(self.beginning)
        column.addLayout(lists, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._scroll)

    def title(self) -> str:
        """Return what the company is called, or its file while it has no name."""
        return organisation(self.company).name.best(current().code) or self.company.path.stem

    def subtitle(self) -> str:
        """Return what it does and how many work there."""
        known = organisation(self.company)
        parts = [known.field.best(current().code)]
        if known.staff_count is not None:
            people = ngettext("{count} person", "{count} people", known.staff_count)
            parts.append(people.format(count=current().number(known.staff_count)))
        return " · ".join(part for part in parts if part)

    def refresh(self) -> None:
        """Show how the company stands today."""
        seen = self._outlook.now()
        self.readiness.show_overview(seen)
        self._show_path(seen)
        show_if(self.beginning, seen.is_untouched)
        show_if(self.next, not seen.is_untouched)
        show_if(self.late, not seen.is_untouched)
        if not seen.is_untouched:
            self._show_next(seen)
            self._show_late(seen)
        self._show_health()

    def retranslate(self) -> None:
        """Set every text again in the current language."""
        self.beginning.retranslate()

    def _show_path(self, seen: Overview) -> None:
        self.path.set_steps(
            (f"step-{state.step}", step_name(state.step), ring_state(state)) for state in seen.steps
        )
        self.path.set_current(f"step-{seen.current_step}")

    def _show_next(self, seen: Overview) -> None:
        things = [next_thing(thing, is_first=at == 0) for at, thing in enumerate(seen.next)]
        self.next.show_things(_("Your next steps"), things, nothing=_("All eight steps are closed."))

    def _show_late(self, seen: Overview) -> None:
        if seen.late:
            count = ngettext("{count} item", "{count} items", len(seen.late))
            chip = count.format(count=current().number(len(seen.late)))
            things = [late_thing(thing, date.today()) for thing in seen.late[:_ROWS]]
            self.late.show_things(_("What is late"), things, chip=chip)
            return
        step, missing = seen.open_criteria
        title = _("What is late")
        if missing:
            title = _("What step {number} still needs").format(number=current().number(step))
        things = [criterion_thing(one, step) for one in missing[:_ROWS]]
        self.late.show_things(title, things, nothing=_("Nothing is late."))

    def _show_health(self) -> None:
        checkup = self._health.latest
        if checkup is None:
            return
        if self.found is None:
            self.found = self._health_card()
        self.found.show_checkup(checkup)
        self.found.setVisible(not self._outlook.now().is_untouched)

    def _health_card(self) -> HealthCard:
        # Imported here: the first look comes only after the page stands, and nobody waits for its card.
        from ui.panels.health_card import HealthCard

        card = HealthCard(self._scroll.widget())
        card.place_requested.connect(self.place_requested)
        card.all_requested.connect(self._show_findings)
        self._leading.addWidget(card)
        QWidget.setTabOrder(self.next, card)
        return card

    def _show_findings(self) -> None:
        self.page_requested.emit("health")

    def _begin(self) -> None:
        self.place_requested.emit(Place("organisation"))


class ReadinessCard(Card):
    """The share that is ready, what is missing most, and four figures."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.ring = PercentRing(0.0)
        self._title = WrapLabel(role=TextRole.TITLE)
        self._sentence = WrapLabel(tone=Tone.QUIET)
        self.closed, self.promises, self.late, self.approved = (Figure() for _number in range(4))
        texts = QVBoxLayout()
        texts.setSpacing(theme.space(1))
        texts.addStretch(1)
        texts.addWidget(self._title)
        texts.addWidget(self._sentence)
        texts.addStretch(1)
        line = QHBoxLayout()
        line.setSpacing(theme.space(4.5))
        line.addWidget(self.ring)
        line.addLayout(texts, 1)
        line.addSpacing(theme.space(6))
        for figure in (self.closed, self.promises, self.late, self.approved):
            line.addWidget(figure)
        self.body.addLayout(line)

    def show_overview(self, seen: Overview) -> None:
        """Show how the company stands."""
        number = current().number
        self.ring.set_share(float(seen.readiness.share))
        self._show_sentence(seen)
        self.closed.show_figure(number(seen.closed), _("closed steps"), number(len(seen.steps)))
        self.promises.show_figure(number(seen.promises), _("promises"))
        tone = Tone.BROKEN if seen.late else Tone.TEXT
        self.late.show_figure(number(len(seen.late)), _("late"), tone=tone)
        self.approved.show_figure(number(seen.approved), _("approved documents"), number(seen.documents))

    def _show_sentence(self, seen: Overview) -> None:
        missing = next((one for one in seen.readiness.conditions if not one.is_met), None)
        if missing is None:
            # Imported here: few companies are ready, and everybody waits for the home page.
            from models.content.gap import gap_model

            ready = gap_model().ready
            self._title.setText(ready.label.best(current().code))
            self._sentence.setText(ready.note.best(current().code))
        else:
            self._title.setText(_("Readiness for an audit"))
            self._sentence.setText(missing.reason.worded(current()))


class BeginningCard(Card):
    """What a new company's home says in place of the lists."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(icon="idea", parent=parent)
        self._text = WrapLabel(tone=Tone.QUIET)
        self.begin = PrimaryButton(icon="next")
        line = QHBoxLayout()
        line.addWidget(self.begin)
        line.addStretch(1)
        self._text.setMaximumWidth(_READING_WIDTH)
        self.add(self._text)
        self.body.addSpacing(theme.space(1))
        self.body.addLayout(line)
        self.body.addStretch(1)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text again in the current language."""
        self.set_title(_("Your charter begins here"))
        self._text.setText(
            _(
                "Eight steps lead from where you stand today to a working charter with its records. "
                "Begin with who you are: name, field of work and size. "
                "You may open any step at any time, and everything is saved as you go."
            )
        )
        self.begin.setText(_("Describe your organisation"))


def next_thing(thing: NextThing, *, is_first: bool) -> Thing:
    """Return the row for something to do next."""
    reason = thing.reason.worded(current())
    title = task_name(thing.task).best(current().code) if thing.task else reason
    detail = reason if thing.task else step_name(thing.step)
    return Thing(
        title,
        _("Step {number} · {text}").format(number=current().number(thing.step), text=detail),
        _("Go"),
        f"step-{thing.step}",
        thing.place,
        Tone.ACCENT if is_first else Tone.PRIMARY,
        Weight.FIRST if is_first else Weight.PLAIN,
    )


def late_thing(thing: LateThing, today: date) -> Thing:
    """Return the row for something that should be done by now."""
    days = (today - thing.due).days
    late = ngettext("{count} day late", "{count} days late", days).format(count=current().number(days))
    reason = thing.reason.worded(current())
    return Thing(reason, late, _("Go"), "error", thing.place, Tone.BROKEN, Weight.LINK)


def criterion_thing(state: CriterionState, step: int) -> Thing:
    """Return the row for an exit criterion that is not met."""
    return Thing(
        step_outline(step).criteria[state.id].best(current().code),
        state.reason.worded(current()),
        _("Go"),
        "unmet",
        state.place,
        Tone.LATE,
        Weight.LINK,
    )
