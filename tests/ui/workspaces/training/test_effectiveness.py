"""Whether training had an effect, watched at work."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from models.domain.records.training import Attendance, EffectCheck
from models.services.company import OpenCompany
from tests.e2e.driver import type_text
from tests.ui.stage import SARA, settle
from tests.ui.workspaces.showing import Opened
from tests.ui.workspaces.training.staff_work import HELD, TODAY


def test_whoever_was_trained_is_proposed_to_be_watched(company: OpenCompany, opened: Opened) -> None:
    company.save_all([HELD, Attendance(session=HELD.id, person=SARA.id, attended=True)])
    work = opened(company, "effect_check")
    [row] = work.due.rows

    row.button.click()
    settle()
    focus = QApplication.focusWidget()
    assert focus is not None
    type_text(focus, "Offered the remedy")
    work.commit()

    assert "Overdue since" in row.thing.detail
    [check] = company.all(EffectCheck)
    assert (check.person, check.observed_on, check.result) == (SARA.id, TODAY, "Offered the remedy")
    assert work.due.rows == []
