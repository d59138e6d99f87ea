"""How long the window stands still while a register of 10,000 rows is used.

Run with `uv run python -m tests.benchmarks.registers [RECORDS]`; exits 1 when a stall is longer than allowed.
"""

from __future__ import annotations

import dataclasses
import gc
import os
import random
import sys
import tempfile
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from time import perf_counter

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtWidgets import QApplication, QStackedWidget

from models.domain.records.control import Person
from models.domain.records.operation import Complaint
from models.domain.registers import register
from models.domain.text import LocalText
from models.localisation.language import load_language
from models.services.companies import create_company
from models.services.company import OpenCompany
from ui import language, theme
from ui.registers import RegisterView
from ui.theme import Theme

RECORDS = 10_000
ROUNDS = 3
LONGEST_STALL = 0.050
DEEDS = (
    "open",
    "scroll",
    "search",
    "show_all",
    "sort_by_text",
    "sort_downwards",
    "sort_by_day",
    "edit",
    "add",
    "undo",
    "open_form",
    "next_record",
)
WORDS = ("غذا", "سرد", "بود", "و", "دیر", "رسید", "رفتار", "خوب", "the", "order", "was", "late", "again")


class Watch:
    """Measures the longest time between two turns of the event loop."""

    def __init__(self, application: QApplication) -> None:
        self._application = application
        self._timer = QTimer()
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._tick)
        self._last = self._worst = 0.0

    def _tick(self) -> None:
        now = perf_counter()
        self._worst = max(self._worst, now - self._last)
        self._last = now

    def stall(self, deed: Callable[[], object], is_done: Callable[[], bool]) -> tuple[float, float]:
        """Return the longest stall while the deed is done and shown, and the time until it was done."""
        self._worst, self._last = 0.0, perf_counter()
        begin = self._last
        finished: list[object] = []
        self._timer.start()
        # As a click would: from within the event loop.
        QTimer.singleShot(0, lambda: finished.append(deed()))
        while not finished or not is_done():
            self._application.processEvents()
        spent = perf_counter() - begin
        for _turn in range(20):
            self._application.processEvents()
        self._timer.stop()
        return self._worst, spent


def fill(company: OpenCompany, records: int) -> None:
    """Give the company people and complaints, the same ones each time."""
    chance = random.Random(10_001)
    people = [Person(name=LocalText(fa=f"فرد {number}", en=f"Person {number}")) for number in range(12)]
    company.save_all(people)
    day = date(2026, 1, 1)
    company.import_all(
        Complaint(
            no=f"C-{number:05}",
            received_on=day + timedelta(days=chance.randrange(300)),
            channel=chance.choice(("phone", "email", "website")),
            text=" ".join(chance.choices(WORDS, k=12)),
            severity=chance.choice(("low", "medium", "high")),
            assigned=chance.choice(people).id,
        )
        for number in range(records)
    )


def main(records: int) -> int:
    """Print each stall and return the exit code."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    theme.apply_theme(application, Theme.LIGHT)
    language.set_current(load_language("fa"))
    with tempfile.TemporaryDirectory() as folder:
        company = create_company(Path(folder) / "large.manshur")
        fill(company, records)
        # As the window does once everything is loaded.
        gc.collect()
        gc.freeze()
        worst = use(application, company)
        company.close()
    sys.stdout.write(f"longest stall {worst * 1000:.0f} ms, allowed {LONGEST_STALL * 1000:.0f} ms\n")
    return int(worst > LONGEST_STALL)


class Use:
    """Opens, scrolls, searches, sorts and edits the register as a user would."""

    def __init__(self, application: QApplication, company: OpenCompany) -> None:
        self._application = application
        self._company = company
        self._place = QStackedWidget()
        self._place.resize(1100, 700)
        # In the program another page was shown before; what is loaded only once counts there.
        self._view = RegisterView(company, register("person"), self._place)
        self._place.addWidget(self._view)
        self._place.show()
        application.processEvents()

    def open(self) -> None:
        self._view = RegisterView(self._company, register("complaint"), self._place)
        self._place.addWidget(self._view)
        self._place.setCurrentWidget(self._view)

    def scroll(self) -> None:
        bar = self._view.list.grid.verticalScrollBar()
        for part in range(60):
            bar.setValue(bar.maximum() * part // 60)
            self._application.processEvents()

    def search(self) -> None:
        self._view.model.search("سرد late")

    def show_all(self) -> None:
        self._view.model.search("")

    def sort_by_text(self) -> None:
        self._view.model.sort(3)

    def sort_downwards(self) -> None:
        self._view.model.sort(3, Qt.SortOrder.DescendingOrder)

    def sort_by_day(self) -> None:
        self._view.model.sort(1)

    def edit(self) -> None:
        one = self._company.all(Complaint)[7]
        self._company.save(dataclasses.replace(one, text=f"{one.text} x"))

    def add(self) -> None:
        self._company.save(Complaint(no="C-x"))

    def undo(self) -> None:
        self._company.undo()

    def open_form(self) -> None:
        self._view.show_place(self._view.model.rows()[5])

    def next_record(self) -> None:
        self._view.step(1)

    def leave(self) -> None:
        self._place.deleteLater()
        self._application.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def is_done(self) -> bool:
        return not self._view.model.is_arranging


def use(application: QApplication, company: OpenCompany) -> float:
    """Do everything some times over and return the longest of the stalls that each deed has at its best."""
    watch = Watch(application)
    rounds: list[list[tuple[float, float]]] = []
    for _round in range(ROUNDS):
        user = Use(application, company)
        rounds.append([watch.stall(getattr(user, name), user.is_done) for name in DEEDS])
        user.leave()
    # What is longer in the other rounds was the work of other programs.
    best = [min(one[at] for one in rounds) for at in range(len(DEEDS))]
    for name, (stall, spent) in zip(DEEDS, best, strict=True):
        words = name.replace("_", " ")
        line = f"{words:15} longest stall {stall * 1000:5.0f} ms, done after {spent * 1000:5.0f} ms"
        sys.stdout.write(f"{line}\n")
    worst, _spent = max(best)
    return worst


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else RECORDS))
