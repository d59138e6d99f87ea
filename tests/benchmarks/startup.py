"""How long the program takes to show itself, as ratios of whole processes.

Run with `uv run python -m tests.benchmarks.startup [REPEATS]`. Every process starts anew; the kinds take
turns, so that a slow moment of the computer meets all of them. Compared are medians.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parents[2]
REPEATS = 15

# Every process ends itself the moment it has shown what it is to show.
BARE = """
import os
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget

class Window(QWidget):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, lambda: os._exit(0))

application = QApplication([])
{more}
window = Window()
window.resize(1366, 768)
window.show()
application.exec()
"""

# The program imports everything in its own order; only then is it listened to.
PROGRAM = """
import os
import sys

import main
from ui import quick_start

begin = quick_start.import_plainly

def leave(*_anything):
    os._exit(0)

def listen():
    begin()
    from ui import launch
    {watch}

quick_start.import_plainly = listen
sys.exit(main.main(sys.argv[1:]))
"""
UNTIL_PAINTED = """
    class Watched(launch.MainWindow):
        def __init__(self):
            super().__init__()
            self.painted.connect(leave)

    launch.MainWindow = Watched
"""
UNTIL_SHOWN = """
    load = launch._load

    def loaded(*given):
        from ui import app

        show = app.App.{show}

        def shown(self, *company):
            show(self, *company)
            scene = self.window.scene()
            page = scene.stack.page() if self.frame is not None else scene
            page.repaint()
            assert page.isVisible()
            leave()

        app.App.{show} = shown
        load(*given)

    launch._load = loaded
"""


@dataclass(frozen=True)
class Kind:
    """One program to start, as source and arguments."""

    name: str
    source: str
    arguments: tuple[str, ...] = ()


@dataclass(frozen=True)
class Bound:
    """A ratio of two kinds, and the highest it may be."""

    name: str
    of: str
    to: str
    highest: float


BOUNDS = (
    Bound("window painted", "window", "bare", 1.5),
    Bound("home of the sample company", "home", "bare with sqlalchemy.orm", 1.4),
)


def kinds(folder: Path) -> tuple[Kind, ...]:
    """Return what is measured; the sample company is written into the folder."""
    from models.services.sample.company import write_sample

    file = folder / "sample.manshur"
    write_sample(file, "fa", date.today()).close()
    return (
        Kind("bare", BARE.format(more="")),
        Kind("bare with sqlalchemy.orm", BARE.format(more="import sqlalchemy.orm")),
        Kind("window", PROGRAM.format(watch=UNTIL_PAINTED)),
        Kind("start page", PROGRAM.format(watch=UNTIL_SHOWN.format(show="show_start"))),
        Kind("home", PROGRAM.format(watch=UNTIL_SHOWN.format(show="show_company")), (str(file),)),
    )


def environment(folder: Path) -> dict[str, str]:
    """Return the environment of every process: no display, and modules compiled as if installed."""
    known = dict(os.environ, QT_QPA_PLATFORM="offscreen", PYTHONPYCACHEPREFIX=str(folder / "compiled"))
    # A user of its own, whose choices nobody else changes.
    known.update(PYTHONPATH=str(ROOT), HOME=str(folder), XDG_CONFIG_HOME=str(folder / "config"))
    known.pop("PYTHONDONTWRITEBYTECODE", None)
    return known


def seconds(kind: Kind, known: dict[str, str]) -> float:
    """Return how long one process of a kind lives."""
    begun = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-c", kind.source, *kind.arguments],
        env=known,
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    taken = time.perf_counter() - begun
    if done.returncode:
        raise SystemExit(f"{kind.name} failed:\n{done.stderr}")
    return taken


def measure(repeats: int, tell: Callable[[str], object] = print) -> bool:
    """Measure all kinds, tell the medians and ratios, and return whether every bound is kept."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        known = environment(folder)
        measured = kinds(folder)
        for kind in measured:
            seconds(kind, known)
        taken: dict[str, list[float]] = {kind.name: [] for kind in measured}
        for _turn in range(repeats):
            for kind in measured:
                taken[kind.name].append(seconds(kind, known))
    middle = {name: median(values) for name, values in taken.items()}
    for name, value in middle.items():
        tell(f"{name:28} {value * 1000:6.0f} ms")
    return _kept(middle, tell)


def _kept(middle: dict[str, float], tell: Callable[[str], object]) -> bool:
    kept = True
    for bound in BOUNDS:
        ratio = middle[bound.of] / middle[bound.to]
        kept &= ratio <= bound.highest
        tell(f"{bound.name}: {ratio:.2f} x {bound.to} (at most {bound.highest})")
    return kept


def main(arguments: Sequence[str]) -> int:
    """Measure and return 0 where every bound is kept."""
    return 0 if measure(int(arguments[0]) if arguments else REPEATS) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
