"""The sessions: made from needs, next ones, their slides and quiz."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from models.domain.records.control import Person
from models.domain.records.training import Attendance, TrainingSession
from models.domain.text import LocalText
from models.localisation.language import load_language
from models.services.company import OpenCompany
from tests.documents.readers import pdfium
from tests.e2e.program import is_at_work, wait_until
from tests.ui.stage import SARA
from tests.ui.workspaces.showing import Opened, heard
from tests.ui.workspaces.training.staff_work import HELD, TODAY, fill
from ui import language
from ui.panels.documents import work as document_work


def test_a_session_is_made_from_an_open_need_in_one_click(company: OpenCompany, opened: Opened) -> None:
    waiter = LocalText(en="Waiter")
    company.save(Person(id=SARA.id, name=SARA.name, job=waiter))
    fill(company, ("Waiter", "Promises", "need"))
    work = opened(company, "training_session")

    work.open_needs.rows[0].button.click()

    [session] = company.all(TrainingSession)
    assert session.topic == "Promises"
    assert [one.person for one in company.all(Attendance)] == [SARA.id]
    assert work.view.is_form_open
    assert work.view.form.record == session


def test_what_is_overdue_stands_first_among_the_next_sessions(company: OpenCompany, opened: Opened) -> None:
    late = TrainingSession(topic="Late", held_on=TODAY - timedelta(days=3))
    company.save_all([TrainingSession(topic="Later", held_on=TODAY + timedelta(days=9)), late, HELD])

    rows = opened(company, "training_session").next.rows

    assert [row.thing.title for row in rows] == ["Late", "Later"]
    assert "Overdue since" in rows[0].thing.detail


@pytest.mark.parametrize("code", ["fa", "en"])
@pytest.mark.parametrize("which", ["slides", "quiz"])
def test_slides_and_quiz_are_saved_in_the_language_of_the_window(
    sample: OpenCompany,
    opened: Opened,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    code: str,
    which: str,
) -> None:
    language.set_current(load_language(code))
    monkeypatch.setattr(document_work, "ask_for_target", lambda _parent, name: tmp_path / name)
    work = opened(sample, "training_session")
    news = heard(work)

    getattr(work.material, which).click()
    wait_until(lambda: news, "nothing was saved")
    wait_until(lambda: not is_at_work(), "the program never came to rest")

    [file] = tmp_path.glob(f"*_{which}_{code}.pdf")
    assert ("منشور" if code == "fa" else "charter") in pdfium(file.read_bytes()).casefold()
