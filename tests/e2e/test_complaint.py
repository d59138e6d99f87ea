"""One complaint in the real window, in Persian: entered at the counter, answered, closed, and taken back."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from models.domain.records.charter import ComplaintRule
from models.domain.records.control import CompanySettings
from models.domain.records.operation import Complaint
from models.domain.workdays import workdays_of
from tests.e2e.driver import User
from tests.e2e.program import running
from ui.dialogs.files import NewCompanyDialog

TODAY = date.today()


def test_a_case_from_receipt_to_closing(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(NewCompanyDialog, "ask", lambda _parent: tmp_path / "نو.manshur")
    with running(qapp, tmp_path / "user", "fa") as program:
        user = User(program)
        assert program.app.start is not None
        user.press(program.app.start.new)
        program.wait_for_company()
        company = program.company
        user.write(ComplaintRule, {"acknowledge_days": 1, "answer_days": 7, "appeal_days": 10})
        work = user.show_tab(5, "complaint")

        user.press(work.empty.action)
        enter(user, work.page, "channel", "phone")
        enter(user, work.page, "text", "غذا سرد بود.")
        enter(user, work.page, "severity", "low")
        user.press(work.page.confirm_button)
        user.press(work.page.close_button)
        refused = company.all(Complaint)[0]
        enter(user, work.page, "decision", "عذرخواهی کردیم.")
        user.press(work.page.answer_button)
        enter(user, work.page, "satisfied", "yes")
        user.press(work.page.close_button)
        closed = company.all(Complaint)[0]

        days = workdays_of(company)
        assert company.sheet(CompanySettings).days_off == ("4",)
        assert (closed.no, closed.received_on, closed.text) == ("001", TODAY, "غذا سرد بود.")
        assert (closed.acknowledge_by, closed.due) == (days.after(TODAY, 1), days.after(TODAY, 7))
        assert (refused.closed_on, closed.closed_on) == (None, TODAY)
        assert program.frame.notices.text()
        program.app.actions["undo"].trigger()
        program.app.actions["undo"].trigger()
        reopened = company.all(Complaint)[0]
        assert (reopened.closed_on, reopened.satisfied, reopened.answered_on) == (None, "", TODAY)


def enter(user: User, page: Any, name: str, value: Any) -> None:
    """Open the stage of a field and enter a value as a user does."""
    page.show_field(name)
    card = next(one for one in page.stages.values() if name in one.names)
    user.enter(card.fields.row(name).editor, value)
