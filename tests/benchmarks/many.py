"""How long the window stands still with many complaints, actions and lines of a checklist.

Run with `uv run python -m tests.benchmarks.many [ROUNDS]`. A company has 10,000 complaints, 2,000 actions and
an audit with 300 lines. A timer beats every millisecond while a user opens each of them, goes about in it and
saves. The longest pause between two beats is told for each deed, beside that of the same deed in a company
with a handful of each. Of several rounds the best counts: what the program costs, and not what else the
computer does.
"""

from __future__ import annotations

import gc
import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from models.domain.fields import Record
from models.domain.records.audit import Audit, AuditCheck
from models.domain.records.charter import Promise
from models.domain.records.choices import STEPS
from models.domain.records.control import Person
from models.domain.records.correction import ACTION_SOURCES, Action
from models.domain.records.operation import COMPLAINT_TYPES, Complaint
from models.domain.text import LocalText
from models.services.companies import create_company
from tests.benchmarks.heartbeat import Deed, Heartbeat
from tests.benchmarks.workspaces import step_page
from tests.e2e.driver import type_text
from tests.e2e.program import Program, let_live, running
from tests.screens import laptop_screen
from ui import quick_start
from ui.pages.step import StepPage
from ui.workspaces.actions.workspace import ActionsWorkspace
from ui.workspaces.audit.checklist import CHECK, LIST, ChecklistWorkspace
from ui.workspaces.complaints.case_model import ALL
from ui.workspaces.complaints.workspace import ComplaintsWorkspace

MANY = {Complaint: 10_000, Action: 2_000, AuditCheck: 300}
FEW = {Complaint: 4, Action: 4, AuditCheck: 4}
ROUNDS = 3
# A workspace that opens for the first time is built, however little it shows.
OPEN_MS = 100.0
STALL_MS = 50.0
_PROMISES, _PEOPLE = 20, 8
_TODAY = date.today()
_CHECK_MS, _SETTLE_MS = 4_000, 1_000
_LATER = Qt.Key.Key_Down
_ALT = Qt.KeyboardModifier.AltModifier

Counts = dict[type[Record], int]
Figures = dict[str, float]
Step = Callable[[], object]


def promises() -> list[Promise]:
    """Return promises of which the complaints tell."""
    return [
        Promise(order=no, text=LocalText(fa=f"پاسخ شما را در {no} ساعت می‌دهیم.", en=f"Answer in {no} hours."))
        for no in range(1, _PROMISES + 1)
    ]


def people() -> list[Person]:
    """Return those who look after complaints and actions."""
    return [Person(name=LocalText(fa=f"همکار {no}", en=f"Colleague {no}")) for no in range(_PEOPLE)]


def complaints(count: int, about: Sequence[Promise], owners: Sequence[Person]) -> Iterator[Complaint]:
    """Yield complaints of three years; those of the last months are not closed yet."""
    kinds = list(COMPLAINT_TYPES)
    for no in range(count):
        received = _TODAY - timedelta(days=no % 1_000)
        is_closed = no % 1_000 > 40
        over = received + timedelta(days=9) if is_closed else None
        yield Complaint(
            no=f"{no:05}",
            received_on=received,
            channel="phone",
            text=f"سفارش شمارهٔ {no} دیر و سرد رسید",
            type=kinds[no % len(kinds)],
            promise=about[no % len(about)].id if no % 3 else None,
            severity=("low", "medium", "high")[no % 3],
            assigned=owners[no % len(owners)].id,
            acknowledged_on=over,
            due=received + timedelta(days=10),
            decision="عذرخواهی شد" if is_closed else "",
            findings="پیک در راه مانده بود" if is_closed else "",
            answered_on=over,
            closed_on=over,
        )


def actions(count: int, about: Sequence[Promise], owners: Sequence[Person]) -> Iterator[Action]:
    """Yield actions in all states, some of them late."""
    sources = list(ACTION_SOURCES)
    for no in range(count):
        opened = _TODAY - timedelta(days=no % 400)
        yield Action(
            no=f"CA-{no:04}",
            source=sources[no % len(sources)],
            promise=about[no % len(about)].id,
            problem=f"غذای گرم در ساعت شلوغ سرد می‌رسد، مورد {no}",
            owner=owners[no % len(owners)].id,
            opened_on=opened,
            due=opened + timedelta(days=60),
            done_on=opened + timedelta(days=50) if no % 4 > 1 else None,
            check_on=opened + timedelta(days=90) if no % 4 > 1 else None,
            closed_on=opened + timedelta(days=91) if no % 4 > 2 else None,
        )


def checks(count: int, audit: Audit) -> Iterator[AuditCheck]:
    """Yield the lines of a checklist, the first half of them with a result."""
    for no in range(count):
        yield AuditCheck(
            audit=audit.id,
            order=no + 1,
            step=list(STEPS)[no * len(STEPS) // count],
            question=f"سابقهٔ مورد {no} را نشان دهید",
            result=("yes", "partly", "no")[no % 3] if no < count // 2 else "",
        )


def company_with(folder: Path, name: str, counts: Counts) -> Path:
    """Make a company file with so many records."""
    path = folder / f"{name}.manshur"
    about, owners = promises(), people()
    audit = Audit(title="ممیزی بزرگ", steps=tuple(STEPS), planned_on=_TODAY, auditor=owners[0].id)
    company = create_company(path)
    company.import_all(
        [
            *about,
            *owners,
            audit,
            *complaints(counts[Complaint], about, owners),
            *actions(counts[Action], about, owners),
            *checks(counts[AuditCheck], audit),
        ]
    )
    company.close()
    return path


def measured(application: QApplication, folder: Path, file: Path) -> Figures:
    """Return the longest pause of each deed, in milliseconds."""
    gc.disable()
    with running(application, folder / "user", "fa", file) as program:
        let_live(_CHECK_MS)
        # The program itself does so soon after its start.
        quick_start.settle()
        heartbeat = Heartbeat()
        figures: Figures = {}
        for deeds in (with_complaints, with_actions, with_checklist):
            for deed in deeds(program):
                figures[deed.name] = heartbeat.during(deed)
                let_live(_SETTLE_MS)
    return figures


def _opening(page: StepPage, code: str, name: str) -> Deed:
    return Deed(name, [partial(page.work.show_tab, code)], lambda: page.work.tabs.current() == code)


def with_complaints(program: Program) -> Iterator[Deed]:
    """Return what is done with complaints."""
    page = step_page(program, 5)
    let_live(_SETTLE_MS)
    yield _opening(page, "complaint", "open complaints")
    workspace = page.work.current_body()
    assert isinstance(workspace, ComplaintsWorkspace)
    side, case = workspace.side, workspace.page

    def is_still() -> bool:
        return not side.cases._slices.is_running

    yield Deed("choose complaints", [partial(QTest.keyClick, side.list, _LATER)] * 20, is_still)
    yield Deed("filter complaints", [partial(side.narrow, "closed"), partial(side.narrow, ALL)], is_still)
    letters = [partial(type_text, side.search, letter) for letter in "۹۹"]
    yield Deed("search complaints", letters, is_still)
    yield Deed("find all complaints", [side.search.clear], is_still)
    naming: list[Step] = [partial(case.show_field, "customer_ref"), *_keys(program)]
    yield Deed("write in a complaint", naming, is_still)
    yield Deed("save a complaint", [workspace.commit], is_still)
    yield Deed("undo that", [program.company.undo], is_still)
    yield Deed("add a complaint", [workspace.add], is_still)
    yield Deed("save the new one", [*naming, workspace.commit], is_still)


def with_actions(program: Program) -> Iterator[Deed]:
    """Return what is done with corrective actions."""
    page = step_page(program, 7)
    let_live(_SETTLE_MS)
    yield _opening(page, "action", "open actions")
    workspace = page.work.current_body()
    assert isinstance(workspace, ActionsWorkspace)
    view = workspace.view
    board, table = view.actions_page.board, view.actions_page.table

    def is_still() -> bool:
        return not (table.is_arranging or board._rest.isActive())

    yield Deed("choose a card", [board.focus_cards, *[partial(_press, program, _LATER)] * 20], is_still)
    yield Deed("open a card", [partial(_press, program, Qt.Key.Key_Return)], is_still)
    writing: list[Step] = [partial(view.action_form.show_field, "cause"), *_keys(program)]
    yield Deed("write in an action", writing, is_still)
    yield Deed("save an action", [workspace.commit], is_still)
    yield Deed("undo that action", [program.company.undo], is_still)
    yield Deed("close the action", [view.show_table], is_still)
    yield Deed("move a card", [partial(_press, program, Qt.Key.Key_Left, _ALT)], is_still)
    letters = [partial(type_text, view.list.toolbar.search, letter) for letter in "۹۹"]
    yield Deed("search actions", letters, is_still)
    yield Deed("find all actions", [view.list.toolbar.search.clear], is_still)


def with_checklist(program: Program) -> Iterator[Deed]:
    """Return what is done with the checklist of an audit."""
    page = step_page(program, 8)
    let_live(_SETTLE_MS)
    yield _opening(page, "audit_check", "open a checklist")
    workspace = page.work.current_body()
    assert isinstance(workspace, ChecklistWorkspace)
    sheet = workspace.check_page

    def always() -> bool:
        return True

    yield Deed("go down the lines", [sheet.list.setFocus, *[partial(_press, program, _LATER)] * 20], always)
    yield Deed("answer lines", [partial(_press, program, Qt.Key.Key_1)] * 10, always)
    yield Deed("list the checklist", [partial(workspace.show_mode, LIST)], always)
    table = workspace.list_page.table
    yield Deed("go down the list", [table.setFocus, *[partial(_press, program, _LATER)] * 20], always)
    yield Deed("answer in the list", [partial(_press, program, Qt.Key.Key_1)] * 10, always)
    yield Deed("back to the lines", [partial(workspace.show_mode, CHECK)], always)


def _keys(program: Program) -> list[Step]:
    return [partial(_type, program, letter) for letter in "مشتری تازه"]


def _type(program: Program, letter: str) -> None:
    focus = program.window.focusWidget()
    assert focus is not None
    type_text(focus, letter)


def _press(program: Program, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    focus = program.window.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key, held)


def limit_of(name: str) -> float:
    """Return the longest pause that a deed may cost, in milliseconds."""
    return OPEN_MS if name in ("open complaints", "open actions", "open a checklist") else STALL_MS


def measure(times: int, say: Callable[[str], object]) -> bool:
    """Measure, say what came out, and return whether no pause is too long."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as place:
        os.environ["QT_QPA_PLATFORM"] = laptop_screen(Path(place))
        application = QApplication([])
        large, small = company_with(Path(place), "many", MANY), company_with(Path(place), "few", FEW)
        rounds: dict[Path, list[Figures]] = {large: [], small: []}
        for _round in range(times):
            for file, taken in rounds.items():
                # What was answered in one round would be no change in the next.
                fresh = Path(shutil.copy(file, file.with_stem("fresh")))
                taken.append(measured(application, Path(place), fresh))
    pauses, usual = ({name: min(one[name] for one in each) for name in each[0]} for each in rounds.values())
    say(f"longest pause, best of {times}        many         few  limit")
    for name, pause in pauses.items():
        say(f"{name:26} {pause:8.1f} ms {usual[name]:8.1f} ms {limit_of(name):6.0f}")
    return all(pause <= limit_of(name) for name, pause in pauses.items())


def main(arguments: Sequence[str], say: Callable[[str], object] = print) -> int:
    """Measure and return 0 where no pause is too long."""
    return 0 if measure(int(arguments[0]) if arguments else ROUNDS, say) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
