"""Every page, every tab of it, every guide."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from tests.e2e.program import Program
from tests.scenes.scene import Scene
from tests.scenes.showing import STEPS, page_tabs, show_page, show_tab, step_page
from ui.page_catalogue import PAGES


def pages(_program: Program) -> Iterator[Scene]:
    """Return every page."""
    for spec in PAGES:
        yield Scene(spec.key, partial(show_page, key=spec.key))


def tabs(program: Program) -> Iterator[Scene]:
    """Return each tab of every page."""
    for spec in PAGES:
        show_page(program, spec.key)
        for tab in page_tabs(program):
            yield Scene(f"{spec.key}_{tab.replace(':', '-')}", partial(show_tab, key=spec.key, tab=tab))


def guides(_program: Program) -> Iterator[Scene]:
    """Return every step with its guide open."""
    for key in STEPS:
        yield Scene(f"{key}_guide", partial(show_guide, key=key))


def show_guide(program: Program, key: str) -> None:
    """Show a step with its guide open."""
    step_page(program, key).show_guide(True)
