"""How fast the gap questionnaire opens, and how long an answer takes.

Run with `uv run python -m tests.benchmarks.gap [ROUNDS]`. In the sample company the questionnaire, its other
modes, its rounds and the customer's journey are opened for the first time; then questions are answered one
after the other. Each figure is the time of the processor until the window is painted, and of several rounds
the best counts: what the program costs, and not what else the computer does.
"""

from __future__ import annotations

import gc
import os
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QApplication

from models.services.sample.company import write_sample
from tests.e2e.program import Program, let_live, running
from tests.screens import laptop_screen
from ui.pages.step import StepPage
from ui.workspaces.gap.workspace import LIST, RESULTS, GapWorkspace

ROUNDS = 3
OPEN_MS = 100.0
ANSWER_MS = 50.0
_SETTLE_MS = 1_200
_ANSWERS = "01234321"

Figures = dict[str, float]


def measured(application: QApplication, folder: Path, file: Path) -> Figures:
    """Return how long each deed takes, in milliseconds."""
    gc.disable()
    with running(application, folder / "user", "fa", file) as program:
        program.app.show_page("step-1")
        let_live(_SETTLE_MS)
        page = program.frame.stack.page()
        assert isinstance(page, StepPage)
        figures = {
            f"open {tab}": _taken(program, lambda tab=tab: page.work.show_tab(tab))  # type: ignore[misc]
            for tab in ("gap_answer", "gap_round", "journey_step")
        }
        page.work.show_tab("gap_answer")
        workspace = page.work.current_body()
        assert isinstance(workspace, GapWorkspace)
        return figures | _worked(program, workspace)


def _worked(program: Program, workspace: GapWorkspace) -> Figures:
    questions = workspace.question_page
    answers, steps = [], []
    for score in _ANSWERS:
        answers.append(_taken(program, lambda score=score: questions.sheet.give(score)))  # type: ignore[misc]
        steps.append(_taken(program, questions.go_on))
    return {
        "answer": max(answers),
        "next question": max(steps),
        "open list": _taken(program, lambda: workspace.show_mode(LIST)),
        "open results": _taken(program, lambda: workspace.show_mode(RESULTS)),
    }


def _taken(program: Program, deed: Callable[[], object]) -> float:
    let_live(_SETTLE_MS // 8)
    begun = time.process_time()
    deed()
    program.window.grab()
    return (time.process_time() - begun) * 1000


def best_of(rounds: Sequence[Figures]) -> Figures:
    """Return the shortest time of each deed."""
    return {name: min(one[name] for one in rounds) for name in rounds[0]}


def main(arguments: Sequence[str], say: Callable[[str], object] = print) -> int:
    """Measure, say the figures, and return how many are too long."""
    count = int(arguments[0]) if arguments else ROUNDS
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as place:
        os.environ["QT_QPA_PLATFORM"] = laptop_screen(Path(place))
        application = QApplication([])
        rounds = []
        for number in range(count):
            folder = Path(place) / str(number)
            folder.mkdir()
            write_sample(folder / "sample.manshur", "fa", date.today()).close()
            rounds.append(measured(application, folder, folder / "sample.manshur"))
    late = 0
    for name, taken in best_of(rounds).items():
        limit = OPEN_MS if name.startswith("open") else ANSWER_MS
        late += taken > limit
        say(f"{name:24} {taken:6.0f} ms, at most {limit:.0f}")
    return late


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
