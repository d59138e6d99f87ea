"""How to get to any page, tab, field and workspace."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtWidgets import QAbstractButton, QWidget

from models.domain.gates.criterion import Place
from tests.e2e.driver import tab_buttons
from tests.e2e.program import Program, let_live, wait_until
from ui.page_catalogue import PAGES, page_of
from ui.pages.auditor import AuditorPage
from ui.pages.step import StepPage
from ui.widgets.flow_tabs import FlowTabs

STEPS = tuple(spec.key for spec in PAGES if spec.step is not None)
# Pages that show what the health check finds.
_LOOKED = frozenset({PAGES[0].key, "health", "auditor"})
MOMENT_MS = 20
REST_MS = 200
Part = TypeVar("Part", bound=QWidget)


def show_page(program: Program, key: str) -> None:
    """Show a page, its guide closed."""
    program.app.show_page(key)
    if key in _LOOKED:
        wait_until(lambda: program.health.is_current, "the records were never looked through")
    page = program.frame.stack.page()
    if isinstance(page, AuditorPage):
        wait_until(lambda: page.is_drawn, "the questions were never drawn")
    if isinstance(page, StepPage):
        page.show_lists()
        page.show_guide(False)


def step_page(program: Program, key: str) -> StepPage:
    """Show the page of a step and return it."""
    show_page(program, key)
    page = program.frame.stack.page()
    assert isinstance(page, StepPage)
    return page


def page_tabs(program: Program) -> dict[str, QAbstractButton]:
    """Return the tabs of the page in front, by key."""
    found: dict[str, QAbstractButton] = {}
    for strip in program.frame.stack.page().findChildren(FlowTabs):
        found |= tab_buttons(strip)
    return found


def show_tab(program: Program, key: str, tab: str) -> None:
    """Show one tab of a page."""
    show_page(program, key)
    page_tabs(program)[tab].click()


def show_place(program: Program, place: Place) -> None:
    """Show a field in its form."""
    show_page(program, page_of(place, program.company))
    program.frame.stack.show_place(place)
    let_live(MOMENT_MS)


def workspace(program: Program, step: int, tab: str, kind: type[Part]) -> Part:
    """Show the workspace of a tab and return it."""
    show_tab(program, f"step-{step}", tab)
    body = step_page(program, f"step-{step}").work.current_body()
    assert isinstance(body, kind)
    return body


def rested_workspace(program: Program, step: int, tab: str, kind: type[Part]) -> Part:
    """Show the workspace of a tab and return it when it has come to rest."""
    body = workspace(program, step, tab, kind)
    let_live(REST_MS)
    return body
