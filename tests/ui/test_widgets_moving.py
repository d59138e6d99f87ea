"""Navigation, notices, search and jobs: what happens when the user moves about."""

from __future__ import annotations

import gc
import threading

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from models.domain.errors import AppError
from models.domain.marking import N_
from models.domain.resting import Resting
from models.services import garbage
from models.services.garbage import Hold
from ui import jobs
from ui.registers.slices import Slices
from ui.widgets.empty_state import EmptyState
from ui.widgets.flow_tabs import FlowTabs
from ui.widgets.navigation import NavigationBar
from ui.widgets.notice_bar import NoticeBar, NoticeKind
from ui.widgets.progress_ring import StepMark, StepRing, StepState
from ui.widgets.search_field import SearchField
from ui.widgets.step_path import StepPath

pytestmark = pytest.mark.usefixtures("english_window")


class NoRoom(AppError):
    message = N_("There is no room left.")


def _bar(qtbot: QtBot) -> NavigationBar:
    bar = NavigationBar()
    qtbot.addWidget(bar)
    for key in ("home", "one", "two"):
        bar.add_item(key, key.title(), "home")
    bar.show()
    return bar


def test_places_are_reached_and_chosen_by_keyboard_alone(qtbot: QtBot) -> None:
    bar = _bar(qtbot)
    chosen: list[str] = []
    bar.chosen.connect(chosen.append)
    bar._items["home"].setFocus()

    QTest.keyClick(bar._items["home"], Qt.Key.Key_Down)
    QTest.keyClick(bar._items["one"], Qt.Key.Key_Return)

    assert chosen == ["one"]


def test_the_bar_is_one_stop_of_the_tab_key(qtbot: QtBot) -> None:
    bar = _bar(qtbot)

    bar.set_current("two")

    stops = [key for key, item in bar._items.items() if item.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert stops == ["two"]


def test_choosing_a_place_leaves_the_marking_to_the_window(qtbot: QtBot) -> None:
    bar = _bar(qtbot)

    QTest.mouseClick(bar._items["two"], Qt.MouseButton.LeftButton)

    assert bar.current() == "home"
    assert not bar._items["two"].isChecked()


def test_a_badge_says_what_it_counts(qtbot: QtBot) -> None:
    bar = _bar(qtbot)

    bar.set_badge("home", "4", "4 findings")

    assert bar._items["home"].accessibleDescription() == "4 findings"


@pytest.mark.parametrize("mark", StepMark)
def test_the_state_of_a_step_is_told_in_words_too(qtbot: QtBot, mark: StepMark) -> None:
    ring = StepRing(StepState(3, 0.5, mark))
    qtbot.addWidget(ring)

    words = {StepMark.OPEN: "50%", StepMark.CLOSED: "closed", StepMark.FLAGGED: "reason"}
    assert words[mark] in ring.accessibleName()


@pytest.mark.parametrize(("window", "key"), [("fa", Qt.Key.Key_Left), ("en", Qt.Key.Key_Right)])
def test_the_path_runs_in_reading_direction(
    qtbot: QtBot, request: pytest.FixtureRequest, window: str, key: Qt.Key
) -> None:
    if window == "fa":
        request.getfixturevalue("persian_window")
    path = StepPath()
    qtbot.addWidget(path)
    path.set_steps([(name, name, StepState(at)) for at, name in enumerate("abc", 1)])
    path.resize(600, 100)
    with qtbot.waitActive(path):
        path.show()
    chosen: list[str] = []
    path.chosen.connect(chosen.append)

    QTest.keyClick(path._steps["a"], key)
    QTest.keyClick(path._steps["b"], Qt.Key.Key_Return)

    assert path._steps["b"].hasFocus()
    assert (path._steps["a"].x() > path._steps["b"].x()) is (window == "fa")
    assert chosen == ["b"]


def test_arrows_move_between_tabs_and_choose(qtbot: QtBot, persian_window: None) -> None:
    tabs = FlowTabs()
    qtbot.addWidget(tabs)
    tabs.set_tabs([("a", "A"), ("b", "B")])
    tabs.resize(400, 44)
    tabs.show()
    chosen: list[str] = []
    tabs.chosen.connect(chosen.append)

    QTest.keyClick(tabs._strip.tabs[0], Qt.Key.Key_Left)

    assert chosen == ["b"] == [tabs.current()]


@pytest.mark.parametrize("width", [400, 90], ids=["wide", "narrow"])
def test_ctrl_and_tab_go_round_the_tabs_from_anywhere_in_the_window(qtbot: QtBot, width: int) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    tabs, field = FlowTabs(), SearchField("Search")
    tabs.take_keys()
    tabs.set_tabs([("a", "A"), ("b", "B"), ("c", "C")])
    layout = QVBoxLayout(page)
    layout.addWidget(tabs)
    layout.addWidget(field)
    page.setFixedWidth(width)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    field.setFocus()
    held = Qt.KeyboardModifier.ControlModifier
    chosen: list[str] = []
    tabs.chosen.connect(chosen.append)

    QTest.keyClick(page.focusWidget(), Qt.Key.Key_Tab, held)
    QTest.keyClick(page.focusWidget(), Qt.Key.Key_Backtab, held | Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(page.focusWidget(), Qt.Key.Key_Backtab, held | Qt.KeyboardModifier.ShiftModifier)

    assert chosen == ["b", "a", "c"]
    assert page.focusWidget() is tabs._strip.tabs[2]


def test_an_undo_notice_goes_by_itself(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    bar, field = NoticeBar(), SearchField("Search")
    layout = QVBoxLayout(page)
    layout.addWidget(bar)
    layout.addWidget(field)
    page.show()
    # A notice that is in use waits; the screenless pointer starts where windows open.
    field.setFocus()
    QCursor.setPos(790, 590)

    with qtbot.waitSignal(bar.dismissed):
        bar.show_notice(NoticeKind.UNDO, "Moved to the bin.", "Undo", seconds=0.01)

    assert bar.text() == ""


def test_the_action_of_a_notice_is_told_and_closes_it(qtbot: QtBot) -> None:
    bar = NoticeBar()
    qtbot.addWidget(bar)
    bar.show_notice(NoticeKind.UNDO, "Moved to the bin.", "Undo")

    with qtbot.waitSignal(bar.acted):
        QTest.mouseClick(bar.action, Qt.MouseButton.LeftButton)

    assert bar.isHidden()


def test_a_notice_without_a_time_stays(qtbot: QtBot) -> None:
    bar = NoticeBar()
    qtbot.addWidget(bar)

    bar.show_notice(NoticeKind.ERROR, "The file could not be opened.")

    assert not bar._timer.isActive()


def test_search_tells_once_after_the_rest(qtbot: QtBot) -> None:
    field = SearchField("Search")
    qtbot.addWidget(field)
    told: list[str] = []
    field.searched.connect(told.append)

    with qtbot.waitSignal(field.searched):
        QTest.keyClicks(field, "toos")

    assert told == ["toos"]


def test_clearing_the_search_tells_at_once(qtbot: QtBot) -> None:
    field = SearchField("Search")
    qtbot.addWidget(field)
    field.setText("toos")
    QTest.keyClick(field, Qt.Key.Key_Return)
    told: list[str] = []
    field.searched.connect(told.append)

    field.clear()

    assert told == [""]


def test_an_empty_page_offers_its_button_and_its_example(qtbot: QtBot) -> None:
    page = EmptyState("Roles stand here.", "Add role", example="Fill with an example")
    qtbot.addWidget(page)

    with qtbot.waitSignals([page.action_requested, page.example_requested]):
        page.action.click()
        page.example.click()

    assert not page.action.isHidden()


def test_the_result_of_a_job_arrives_on_the_gui_thread(qtbot: QtBot) -> None:
    owner = QObject()
    arrived: list[tuple[int, threading.Thread]] = []

    jobs.start(
        lambda _job: 6 * 7, owner=owner, done=lambda n: arrived.append((n, threading.current_thread()))
    )
    qtbot.waitUntil(lambda: bool(arrived))

    assert arrived == [(42, threading.main_thread())]


def test_progress_never_moves_backwards(qtbot: QtBot) -> None:
    owner = QObject()
    seen: list[int] = []
    ended: list[object] = []

    def work(job: jobs.Job[None]) -> None:
        for done in (1, 5, 3, 8):
            job.report(done, 8, "item")

    jobs.start(work, owner=owner, done=ended.append, progress=lambda progress: seen.append(progress.done))
    qtbot.waitUntil(lambda: bool(ended))

    assert seen == sorted(seen)
    assert seen[-1] == 8


def test_an_expected_failure_is_handed_over(qtbot: QtBot) -> None:
    owner = QObject()
    failures: list[AppError] = []

    def work(job: jobs.Job[None]) -> None:
        raise NoRoom

    jobs.start(work, owner=owner, done=print, failed=failures.append)
    qtbot.waitUntil(lambda: bool(failures))

    assert isinstance(failures[0], NoRoom)


def test_a_bug_in_a_job_is_raised_on_the_gui_thread(qtbot: QtBot) -> None:
    owner = QObject()

    def work(job: jobs.Job[None]) -> None:
        raise ZeroDivisionError

    with qtbot.captureExceptions() as raised:
        jobs.start(work, owner=owner, done=print, failed=print)
        qtbot.waitUntil(lambda: bool(raised))

    assert raised[0][0] is ZeroDivisionError


def test_no_garbage_is_searched_beside_the_window(qtbot: QtBot) -> None:
    owner, seen = QObject(), list[bool]()

    jobs.start(lambda _job: gc.isenabled(), owner=owner, done=seen.append)
    qtbot.waitUntil(lambda: bool(seen))

    assert seen == [False]
    qtbot.waitUntil(gc.isenabled)


def test_garbage_is_searched_again_after_the_last_hold() -> None:
    one, other = Hold(), Hold()
    for hold in (one, other, one):
        hold.begin()

    one.end()
    assert not gc.isenabled()
    other.end()
    assert gc.isenabled()


def test_the_program_settles_only_when_nothing_is_under_way() -> None:
    hold = Hold()
    gc.disable()
    hold.begin()

    garbage.allow()
    assert not gc.isenabled()
    hold.end()
    assert gc.isenabled()


def test_many_new_objects_are_left_out_of_every_search() -> None:
    hold = Hold()
    hold.begin()
    records: list[list[int]] = [[] for _number in range(100_000)]

    hold.end()
    assert gc.get_freeze_count() >= len(records)
    gc.unfreeze()


def test_long_work_in_slices_holds_the_search_until_it_ends_or_is_gone(qtbot: QtBot) -> None:
    def work() -> Resting[int]:
        while True:
            yield

    owner = QObject()
    slices: Slices[int] = Slices(owner)
    slices.start(work(), print)
    assert not gc.isenabled()
    slices.stop()
    assert gc.isenabled()
    slices.start(work(), print)
    owner.deleteLater()
    qtbot.waitUntil(gc.isenabled)


def test_a_cancelled_job_tells_nothing(qtbot: QtBot) -> None:
    owner = QObject()
    going, told = threading.Event(), list[object]()

    def work(job: jobs.Job[None]) -> None:
        going.wait(5)
        job.stop_if_cancelled()

    job = jobs.start(work, owner=owner, done=told.append, failed=told.append)
    job.cancel()
    going.set()
    qtbot.waitUntil(lambda: job not in jobs._mailbox().under_way)

    assert told == []


def test_a_job_whose_owner_is_gone_tells_nothing(qtbot: QtBot) -> None:
    owner = QObject()
    going, told = threading.Event(), list[object]()

    def work(job: jobs.Job[int]) -> int:
        going.wait(5)
        return 1

    job = jobs.start(work, owner=owner, done=told.append)
    owner.deleteLater()
    qtbot.waitUntil(lambda: job.is_cancelled)
    going.set()
    qtbot.waitUntil(lambda: job not in jobs._mailbox().under_way)

    assert told == []
