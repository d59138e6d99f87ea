"""What all tabs of the training have in common."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from models.domain.records.training import Attendance, SkillNeed, TestResult
from models.domain.training import staff
from models.localisation.language import load_language
from models.services.company import OpenCompany
from tests.e2e.driver import type_text
from tests.ui.stage import settle
from tests.ui.workspaces.showing import Opened
from tests.ui.workspaces.training.staff_work import fill, press
from ui import language

TABS = ("skill_need", "training_session", "attendance", "test_result", "effect_check", "induction")


@pytest.mark.parametrize("code", ["fa", "en"])
@pytest.mark.parametrize("key", TABS)
def test_a_company_for_reading_only_offers_nothing_to_change(
    locked: OpenCompany, opened: Opened, key: str, code: str
) -> None:
    language.set_current(load_language(code))
    work = opened(locked, key)
    grid = getattr(work, "grid", None)
    if grid is not None:
        grid.setFocus()
        type_text(grid, "1h")
        press(grid, Qt.Key.Key_Space, Qt.Key.Key_Delete)
    hidden = ("skill_line", "job_line", "all_came", "all_signed", "day", "add_button", "who", "begin_button")

    assert [name for name in hidden if hasattr(work, name) and getattr(work, name).isVisible()] == []
    assert not locked.can_undo


@pytest.mark.parametrize("key", TABS)
def test_another_language_words_everything_again(sample: OpenCompany, opened: Opened, key: str) -> None:
    work = opened(sample, key)

    language.set_current(load_language("fa"))
    settle()

    captions = [figure.accessibleName() for figure in work.figures.figures]
    assert any("آموزش‌دیده" in caption for caption in captions)
    assert work.isRightToLeft()


@pytest.mark.parametrize("key", TABS)
def test_a_hidden_workspace_catches_up_when_it_is_shown(
    company: OpenCompany, opened: Opened, key: str
) -> None:
    work = opened(company, key)
    work.page_of_test.work.show_tab("authority")

    fill(company, ("Waiter", "Promises", "need"))
    work.page_of_test.work.show_tab(key)

    assert work.figures.figures[3].accessibleName().startswith("1")


def test_the_figures_are_those_of_the_staff(sample: OpenCompany, opened: Opened) -> None:
    work = opened(sample, "skill_need")

    told = work.figures.figures[0].accessibleName()

    count = len(staff(work.facts()))
    assert told == f"{count} of {count} trained"


@pytest.mark.parametrize(
    ("record", "key"),
    [(SkillNeed, "skill_need"), (Attendance, "attendance"), (TestResult, "test_result")],
)
def test_a_jump_goes_to_the_cell_of_a_record(
    sample: OpenCompany, opened: Opened, record: Any, key: str
) -> None:
    work = opened(sample, key)
    wanted: Sequence[Any] = sample.all(record)
    one = wanted[len(wanted) // 2]

    work.show_place(one.id)

    row, column = work.grid.current_cell()
    expected = {
        "skill_need": lambda: (one.job, one.skill),
        "attendance": lambda: (one.person, one.session),
        "test_result": lambda: (one.person, one.taken_on.isoformat()),
    }[key]()
    assert (row, column) == expected
    assert QApplication.focusWidget() is work.grid
