"""How fast workspaces open, and whether a live document keeps up with typing.

Run with `uv run python -m tests.benchmarks.workspaces [ROUNDS]`. In the sample company every workspace of
every step is opened for the first time, and plain tabs; then a user types into the words of the charter, with
the document closed and with it beside them, whose pages are made again and again. Of several rounds the best
counts: what the program costs, and not what else the computer does.
"""

from __future__ import annotations

import gc
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QApplication

from models.domain.gates.criterion import Place
from models.services.sample.company import write_sample
from models.services.steps import tabs
from tests.benchmarks.heartbeat import Deed, Heartbeat
from tests.e2e.driver import type_text
from tests.e2e.program import Program, let_live, running, wait_until
from tests.screens import laptop_screen
from ui import quick_start
from ui.pages.step import StepPage
from ui.workspace_catalogue import WORKSPACES
from ui.workspaces.beside_document import BesideDocument

ROUNDS = 3
OPEN_MS = 100.0
STALL_MS = 50.0
FOLLOW_MS = 300.0
# Tabs that show a register as it is, by step; a workspace is compared with the one before it.
_PLAIN = {
    1: "organisation",
    2: "decision",
    3: "complaint_rule",
    4: "person",
    5: "charter_change",
    7: "retention",
}
STEPS = range(1, 9)
_TYPED = "به شما قول می‌دهیم که هر روز بهتر شویم"
# A fast typist: a letter every five frames of the screen.
_FRAMES_A_LETTER = 5
_SAVED_MS = 2_600
_SETTLE_MS = 1_200

Figures = dict[str, float]


def measured(application: QApplication, folder: Path, file: Path) -> Figures:
    """Return how long each tab takes to open, and what typing costs, in milliseconds."""
    gc.disable()
    with running(application, folder / "user", "fa", file) as program:
        figures: Figures = {}
        for step in STEPS:
            page = step_page(program, step)
            let_live(_SETTLE_MS)
            plain = _PLAIN.get(step)
            if plain is not None:
                figures[f"open plain {plain}"] = opened(page, plain)
            own = (tab.key for tab in tabs(step) if tab.key in WORKSPACES)
            figures |= {f"open {step} {code}": opened(page, code) for code in own}
        # The program itself does so soon after its start.
        quick_start.settle()
        return figures | typed(program)


def step_page(program: Program, step: int) -> StepPage:
    """Show the page of a step, on a tab that is not measured."""
    program.app.show_page(f"step-{step}")
    page = program.frame.stack.page()
    assert isinstance(page, StepPage)
    return page


def opened(page: StepPage, code: str) -> float:
    """Return how long a tab takes until it is painted."""
    begun = time.perf_counter()
    if page.work.tabs.current() == code:
        page.work._bodies.pop(code).deleteLater()
    page.work.show_tab(code)
    page.window().grab()
    taken = (time.perf_counter() - begun) * 1000
    let_live(_SETTLE_MS)
    return taken


def typed(program: Program) -> Figures:
    """Return the longest pause while typing, and the longest time until the pages show a letter."""
    text = Place("charter_text", None, "greeting")
    program.frame.stack.show_place(text)
    let_live(_SETTLE_MS)
    page = program.frame.stack.page()
    assert isinstance(page, StepPage)
    workspace = page.work.current_body()
    assert isinstance(workspace, BesideDocument)
    heartbeat = Heartbeat()
    workspace.show_document(False)
    alone = Deed("type alone", list(_keys(program)), lambda: True)
    figures = {"pause without document": heartbeat.during(alone)}
    workspace.show_document(True)
    let_live(_SETTLE_MS)
    writing = Deed("type a sentence", list(_keys(program)), partial(_is_shown, workspace))
    figures["pause while typing"] = heartbeat.during(writing)
    figures["letter to page"] = max(_followed(program, workspace) for _time in range(8))
    saving = Deed("save it", [], _after(_SAVED_MS))
    figures["pause while saving"] = heartbeat.during(saving)
    return figures


def _keys(program: Program) -> Iterator[Callable[[], object]]:
    for letter in _TYPED:
        yield partial(_press, program, letter)
        for _frame in range(_FRAMES_A_LETTER - 1):
            yield lambda: None


def _press(program: Program, letter: str) -> None:
    focus = program.window.focusWidget()
    assert focus is not None
    type_text(focus, letter)


def _is_shown(workspace: BesideDocument) -> bool:
    return workspace.document.is_current and workspace.document.preview.is_drawn


def _followed(program: Program, workspace: BesideDocument) -> float:
    begun = time.perf_counter()
    _press(program, "ا")
    wait_until(partial(_is_shown, workspace), "the pages never followed")
    return (time.perf_counter() - begun) * 1000


def _after(milliseconds: float) -> Callable[[], bool]:
    end = time.perf_counter() + milliseconds / 1000
    return lambda: time.perf_counter() > end


def limit_of(name: str) -> float:
    """Return the most milliseconds a figure may have."""
    if name.startswith("open "):
        return OPEN_MS
    return FOLLOW_MS if name == "letter to page" else STALL_MS


def measure(times: int, say: Callable[[str], object]) -> bool:
    """Measure, say what came out, and return whether nothing takes too long."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as place:
        os.environ["QT_QPA_PLATFORM"] = laptop_screen(Path(place))
        application = QApplication([])
        file = Path(place) / "sample.manshur"
        write_sample(file, "fa", date.today()).close()
        rounds = [measured(application, Path(place), file) for _round in range(times)]
    best = {name: min(one[name] for one in rounds) for name in rounds[0]}
    say(f"best of {times}                    limit   beside a plain tab")
    plain = 0.0
    for name, taken in best.items():
        if name.startswith("open plain"):
            plain = taken
        ratio = f"{taken / plain:8.1f}" if name.startswith("open") else ""
        say(f"{name:32} {taken:8.1f} ms {limit_of(name):6.0f} {ratio}")
    return all(taken <= limit_of(name) for name, taken in best.items())


def main(arguments: Sequence[str], say: Callable[[str], object] = print) -> int:
    """Measure and return 0 where nothing takes too long."""
    return 0 if measure(int(arguments[0]) if arguments else ROUNDS, say) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
