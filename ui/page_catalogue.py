"""All pages of the window: their names, their places in the navigation, and how they are made."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from models.domain.gates.criterion import Place
from models.domain.ledger import Ledger
from models.domain.marking import N_
from models.domain.records.control import StepClosing, TaskState
from models.domain.registers import register
from models.domain.workplaces import ELSEWHERE
from ui.context import AppContext
from ui.page import Page

Factory = Callable[[AppContext, QWidget], Page]

STEPS = "steps"
FILE = "file"
FOOT = "foot"
SECTIONS: Mapping[str, str] = {STEPS: N_("Eight steps"), FILE: N_("Company file")}


@dataclass(frozen=True)
class PageSpec:
    """One page.

    title: message of the catalogue, "" for a step, whose name is content. make: builds the page in a parent.
    section: "" above all sections. is_listed: it stands in the navigation. step: 1 to 8, None for all others.
    """

    key: str
    title: str
    icon: str
    make: Factory
    section: str = ""
    is_listed: bool = True
    step: int | None = None


# Each factory imports its page itself: the window comes up with the first page only.
def _home(context: AppContext, parent: QWidget) -> Page:
    from ui.pages.home import HomePage

    return HomePage(context.company, context.outlook, context.health, parent)


def _step(number: int) -> Factory:
    def make(context: AppContext, parent: QWidget) -> Page:
        from ui.pages.step import StepPage

        return StepPage(context.company, number, parent)

    return make


def _documents(context: AppContext, parent: QWidget) -> Page:
    from ui.pages.documents import DocumentsPage

    return DocumentsPage(context.company, parent)


def _evidence(context: AppContext, parent: QWidget) -> Page:
    from ui.pages.evidence import EvidencePage

    return EvidencePage(context.company, parent)


def _people(context: AppContext, parent: QWidget) -> Page:
    from ui.pages.people import PeoplePage

    return PeoplePage(context.company, parent)


def _plan(context: AppContext, parent: QWidget) -> Page:
    from ui.pages.plan import PlanPage

    return PlanPage(context.company, parent)


def _health(context: AppContext, parent: QWidget) -> Page:
    from ui.pages.health import HealthPage

    return HealthPage(context.company, context.health, parent)


def _auditor(context: AppContext, parent: QWidget) -> Page:
    from ui.pages.auditor import AuditorPage

    return AuditorPage(context.company, context.health, parent)


def _settings(context: AppContext, parent: QWidget) -> Page:
    from ui.pages.settings import SettingsPage

    return SettingsPage(context.company, context.choices, context.folders, parent)


def _help(context: AppContext, parent: QWidget) -> Page:
    from ui.pages.help import HelpPage

    return HelpPage(context.company, parent)


def _history(context: AppContext, parent: QWidget) -> Page:
    from ui.pages.history import HistoryPage

    return HistoryPage(context.company, parent)


PAGES: tuple[PageSpec, ...] = (
    PageSpec("home", N_("Home"), "home", _home),
    *(
        PageSpec(f"step-{number}", "", f"step-{number}", _step(number), STEPS, step=number)
        for number in range(1, 9)
    ),
    PageSpec("documents", N_("Documents"), "documents", _documents, FILE),
    PageSpec("evidence", N_("Evidence"), "evidence", _evidence, FILE),
    PageSpec("people", N_("People"), "people", _people, FILE),
    PageSpec("plan", N_("Plan"), "plan", _plan, FILE),
    PageSpec("health", N_("Health check"), "health", _health, FILE),
    PageSpec("auditor", N_("Auditor mode"), "auditor", _auditor, FILE),
    PageSpec("settings", N_("Settings"), "settings", _settings, FOOT),
    PageSpec("help", N_("Help"), "help", _help, FOOT),
    PageSpec("history", N_("History of changes"), "history", _history, is_listed=False),
)
_BY_KEY = {spec.key: spec for spec in PAGES}

# Registers that no single step owns, and the page on which each is edited.
_SHARED: Mapping[str, str] = {
    "person": "people",
    "document_control": "documents",
    "revision_entry": "documents",
    "evidence": "evidence",
    "issue": "documents",
    "company_settings": "settings",
    "holiday": "settings",
}


def page_spec(key: str) -> PageSpec:
    """Return the page of that key.

    Raises:
        KeyError: there is none.
    """
    return _BY_KEY[key]


def page_of(place: Place, ledger: Ledger) -> str:
    """Return the key of the page on which a place is edited."""
    owner = register(place.register)
    if owner.step is not None:
        return f"step-{owner.step}"
    if owner.code == ELSEWHERE:
        return _step_key(_task_of(place, ledger)[1:2])
    if owner.code == "step_closing":
        return _step_key(_closed_step(place, ledger))
    return _SHARED[owner.code]


def _step_key(number: str) -> str:
    return f"step-{number}" if f"step-{number}" in _BY_KEY else "home"


def _task_of(place: Place, ledger: Ledger) -> str:
    state = ledger.find(TaskState, place.record)
    return place.content or (state.task if state is not None else "")


def _closed_step(place: Place, ledger: Ledger) -> str:
    closing = ledger.find(StepClosing, place.record)
    return place.content or (closing.step if closing is not None else "")
