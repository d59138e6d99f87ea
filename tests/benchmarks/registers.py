"""How long the window stands still with a register of 10,000 rows.

Run with `uv run python -m tests.benchmarks.registers [ROUNDS]`. A timer beats every millisecond while a user
opens the register, scrolls to its end, searches, sorts and edits a row; the first scrolling comes while the
program checks the file in the background. The longest pause between two beats is told for each deed, beside
that of the same deed in a register of one row. Of several rounds the best counts: what the program costs, and
not what else the computer does.
"""

from __future__ import annotations

import gc
import os
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollBar, QWidget

from models.domain.records.organisation import Party
from models.domain.text import LocalText
from models.services.companies import create_company
from tests.benchmarks.heartbeat import AFTERWARDS_MS, Deed, Heartbeat
from tests.e2e.driver import User, type_text
from tests.e2e.program import let_live, running
from tests.screens import laptop_screen
from ui import quick_start
from ui.registers import RegisterView
from ui.registers.grid import RecordGrid

ROWS = 10_000
ROUNDS = 3
HIGHEST_MS = 50.0
_CHECK_MS = 4_000
_NAMES = ("مهمانان سالن", "مشتریان ارسال", "کارکنان", "تأمین‌کنندگان", "همسایگان")
_GROUPS = ("customers", "staff", "suppliers", "neighbours", "authorities")


def parties(count: int) -> list[Party]:
    """Return interested parties of every sort."""
    return [
        Party(
            name=LocalText(fa=f"{_NAMES[no % 5]} {no}", en=f"Party {no}"),
            group=_GROUPS[no % 5],
            needs=LocalText(fa=f"غذای سالم و پاسخ روشن، مورد {no}", en=f"Clear answers in case {no}"),
            influence=("high", "medium", "low")[no % 3],
        )
        for no in range(count, 0, -1)
    ]


def company_with(folder: Path, count: int) -> Path:
    """Make a company file with that many parties."""
    path = folder / f"{count}.manshur"
    company = create_company(path)
    company.import_all(parties(count))
    company.close()
    return path


def measured(application: QApplication, folder: Path, file: Path) -> dict[str, float]:
    """Return the longest pause of each deed, in milliseconds."""
    gc.disable()
    with running(application, folder / "user", "fa", file) as program:
        user, heartbeat = User(program), Heartbeat()
        user.go("step-1")
        let_live(AFTERWARDS_MS)
        # The program itself does so soon after its start.
        quick_start.settle()
        shown: list[RegisterView] = []
        opening = Deed("open", [lambda: shown.append(user.show(Party))], lambda: shown)
        pauses = {opening.name: heartbeat.during(opening)}
        pages = scrolling(shown[0], "scroll during the check")
        pauses[pages.name] = heartbeat.during(pages)
        let_live(_CHECK_MS)
        for deed in deeds(shown[0]):
            pauses[deed.name] = heartbeat.during(deed)
    return pauses


def scrolling(view: RegisterView, name: str) -> Deed:
    """Return one second of turning over pages."""
    return Deed(name, [partial(QTest.keyClick, view.list.grid, Qt.Key.Key_PageDown)] * 60, lambda: True)


def deeds(view: RegisterView) -> Iterator[Deed]:
    """Return what is done with the list once it is open."""
    grid, model, search = view.list.grid, view.model, view.list.toolbar.search
    bar = grid.verticalScrollBar()

    def ready() -> bool:
        return not model.is_arranging

    yield scrolling(view, "scroll by pages")
    yield Deed("drag the bar", [partial(_drag, bar, share) for share in range(0, 101, 2)], ready)
    letters = [partial(type_text, search, letter) for letter in "۱۲"]
    yield Deed("type a search", letters, lambda: model.is_filtered and ready())
    yield Deed("clear the search", [search.clear], lambda: not model.is_filtered and ready())
    yield Deed("sort by name", [partial(_click_head, grid, 0)], ready)
    yield Deed("sort it backwards", [partial(_click_head, grid, 0)], ready)
    yield Deed("sort by group", [partial(_click_head, grid, 1)], ready)
    yield Deed("choose a row", [lambda: grid.choose(model.rows()[0], 0), grid.setFocus], ready)
    yield Deed("edit a cell", list(_typing(view)), ready)
    yield Deed("open the form", [partial(QTest.keyClick, grid, Qt.Key.Key_Return)], lambda: view.is_form_open)
    yield Deed("go back to the list", [view.show_table], ready)


def _drag(bar: QScrollBar, share: int) -> None:
    bar.setValue(bar.maximum() * share // 100)


def _click_head(grid: RecordGrid, column: int) -> None:
    heads = grid.horizontalHeader()
    at = heads.sectionViewportPosition(column) + heads.sectionSize(column) // 2
    QTest.mouseClick(heads.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(at, heads.height() // 2))


def _typing(view: RegisterView) -> Iterator[Callable[[], object]]:
    """Return the keys that open a cell, add to its text, save it and leave the next cell as it is."""
    yield partial(QTest.keyClick, view.list.grid, Qt.Key.Key_F2)
    for letter in " تازه":
        yield partial(_type_in_focus, view, letter)
    yield partial(_press_in_focus, view, Qt.Key.Key_Return)
    yield partial(_press_in_focus, view, Qt.Key.Key_Escape)


def _focus(view: RegisterView) -> QWidget:
    found = view.window().focusWidget()
    assert found is not None
    return found


def _type_in_focus(view: RegisterView, letter: str) -> None:
    type_text(_focus(view), letter)


def _press_in_focus(view: RegisterView, key: Qt.Key) -> None:
    QTest.keyClick(_focus(view), key)


def best_of(rounds: Sequence[dict[str, float]]) -> dict[str, float]:
    """Return the shortest pause of each deed."""
    return {name: min(one[name] for one in rounds) for name in rounds[0]}


def measure(times: int, say: Callable[[str], object]) -> bool:
    """Measure, say what came out, and return whether no pause is too long."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as place:
        os.environ["QT_QPA_PLATFORM"] = laptop_screen(Path(place))
        application = QApplication([])
        large, small = company_with(Path(place), ROWS), company_with(Path(place), 1)
        rounds: dict[Path, list[dict[str, float]]] = {large: [], small: []}
        for _round in range(times):
            for file, taken in rounds.items():
                taken.append(measured(application, Path(place), file))
    pauses, usual = best_of(rounds[large]), best_of(rounds[small])
    say(f"longest pause, best of {times}    {ROWS} rows      1 row   ratio")
    for name, pause in pauses.items():
        say(f"{name:26} {pause:10.1f} ms {usual[name]:7.1f} ms {pause / usual[name]:7.1f}")
    return max(pauses.values()) <= HIGHEST_MS


def main(arguments: Sequence[str], say: Callable[[str], object] = print) -> int:
    """Measure and return 0 where no pause is too long."""
    return 0 if measure(int(arguments[0]) if arguments else ROUNDS, say) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
