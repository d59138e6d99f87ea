"""What nobody caught: expected failures become notices, bugs one dialog with a report."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from models.services.reports import LOG_NAME
from models.storage.errors import DiskFull
from tests.e2e.program import Program, let_live, wait_until
from ui.dialogs.failure import FailureDialog
from ui.messages import FailureHandler


@pytest.fixture
def handler(tmp_path: Path, qtbot: QtBot) -> Iterator[FailureHandler]:
    made = FailureHandler(tmp_path / "logs")
    before = sys.excepthook, threading.excepthook
    yield made
    sys.excepthook, threading.excepthook = before


def raised(error: BaseException) -> BaseException:
    with pytest.raises(type(error)) as caught:
        raise error
    return caught.value


def handle(handler: FailureHandler, error: BaseException) -> None:
    caught = raised(error)
    handler.handle(type(caught), caught, caught.__traceback__)


def test_an_expected_failure_is_told_as_itself(handler: FailureHandler, qtbot: QtBot) -> None:
    with qtbot.waitSignal(handler.refused) as told:
        handle(handler, DiskFull())

    assert isinstance(told.args[0], DiskFull)


def test_a_bug_is_logged_with_its_place(handler: FailureHandler, tmp_path: Path, qtbot: QtBot) -> None:
    with qtbot.waitSignal(handler.failed):
        handle(handler, KeyError("no such thing"))

    log = (tmp_path / "logs" / LOG_NAME).read_text(encoding="utf-8")
    assert "KeyError: 'no such thing'" in log
    assert "in raised" in log
    assert "Manshur: " in log


def test_a_bug_in_a_thread_arrives_as_well(handler: FailureHandler, qtbot: QtBot) -> None:
    handler.install()
    with qtbot.waitSignal(handler.failed) as told:
        thread = threading.Thread(target=lambda: 1 // 0)
        thread.start()
        thread.join()

    assert "ZeroDivisionError" in told.args[0]


def test_a_program_that_ends_leaves_exceptions_to_python(handler: FailureHandler) -> None:
    handler.install()
    handler.remove()

    assert sys.excepthook is sys.__excepthook__


def failure_dialog(program: Program) -> FailureDialog | None:
    return next(iter(program.window.findChildren(FailureDialog)), None)


def test_a_bug_says_that_the_work_is_saved(opened: Program) -> None:
    said: list[str] = []

    def look() -> None:
        dialog = failure_dialog(opened)
        assert dialog is not None
        said.append(dialog.text())
        dialog.go_on.click()

    opened.app.bugs.tell("report")
    QTimer.singleShot(100, look)
    wait_until(lambda: said, "no dialog came")

    assert "is saved" in said[0]


def test_the_report_is_saved_where_the_user_wants(
    opened: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "report.txt"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(target), ""))

    def press() -> None:
        dialog = failure_dialog(opened)
        assert dialog is not None
        dialog.save.click()

    opened.app.bugs.tell("report of a bug")
    QTimer.singleShot(100, press)
    wait_until(target.exists, "no report was saved")

    assert target.read_text(encoding="utf-8") == "report of a bug"


def test_a_second_bug_meanwhile_opens_no_second_dialog(opened: Program) -> None:
    counted: list[int] = []

    def look() -> None:
        opened.app.bugs.tell("second")
        let_live(50)
        counted.append(len(opened.window.findChildren(FailureDialog)))
        dialog = failure_dialog(opened)
        assert dialog is not None
        dialog.close()

    opened.app.bugs.tell("first")
    QTimer.singleShot(100, look)
    wait_until(lambda: counted, "no dialog came")

    assert counted == [1]
