"""Who came to a session and signed, by keyboard."""

from __future__ import annotations

from pathlib import Path

import pytest

from models.domain.records.control import Person
from models.domain.records.training import Attendance
from models.domain.text import LocalText
from models.localisation.language import load_language
from models.services.company import OpenCompany
from tests.documents.readers import pdfium
from tests.e2e.driver import type_text
from tests.e2e.program import is_at_work, wait_until
from tests.ui.stage import REZA, SARA
from tests.ui.workspaces.showing import Opened, heard
from tests.ui.workspaces.training.staff_work import HELD, titles
from ui import language
from ui.panels.documents import work as document_work


def test_people_are_ticked_by_letters_and_one_key(company: OpenCompany, opened: Opened) -> None:
    company.save(HELD)
    grid = opened(company, "attendance").grid
    grid.setFocus()

    type_text(grid, "sar")
    grid.forget_typed()
    type_text(grid, "2")

    assert [(one.person, one.attended, one.signed) for one in company.all(Attendance)] == [
        (SARA.id, True, True)
    ]


@pytest.mark.parametrize(("code", "key"), [("fa", "۱"), ("en", "1")])
def test_keys_are_digits_of_any_shape(company: OpenCompany, opened: Opened, code: str, key: str) -> None:
    language.set_current(load_language(code))
    company.save(HELD)
    grid = opened(company, "attendance").grid
    grid.setFocus()

    type_text(grid, key)

    assert [one.attended for one in company.all(Attendance)] == [True]


def test_everybody_is_ticked_at_once_and_undone_at_once(company: OpenCompany, opened: Opened) -> None:
    company.save(HELD)
    work = opened(company, "attendance")

    work.all_came.click()
    came = len(company.all(Attendance))
    company.undo()

    assert (came, company.all(Attendance)) == (2, ())


def test_whoever_is_absent_stays_absent_when_everybody_else_came(
    company: OpenCompany, opened: Opened
) -> None:
    company.save_all([HELD, Attendance(session=HELD.id, person=SARA.id)])
    work = opened(company, "attendance")

    work.all_came.click()
    work.all_signed.click()

    assert {one.person: (one.attended, one.signed) for one in company.all(Attendance)} == {
        SARA.id: (False, False),
        REZA.id: (True, True),
    }


def test_a_held_session_without_anybody_says_so(company: OpenCompany, opened: Opened) -> None:
    company.save(HELD)
    work = opened(company, "attendance")
    before = work.hint.text()

    work.all_came.click()

    assert (before, work.hint.text()) == ("Nobody is entered as present at this session.", "")


def test_two_people_of_one_name_are_told_apart_by_their_jobs(company: OpenCompany, opened: Opened) -> None:
    twin = Person(name=SARA.name, job=LocalText(en="Cook"))
    company.save_all([HELD, twin, Person(id=SARA.id, name=SARA.name, job=LocalText(en="Waiter"))])
    grid = opened(company, "attendance").grid

    grid.choose(twin.id, HELD.id)
    type_text(grid, "1")

    assert [one.person for one in company.all(Attendance)] == [twin.id]
    assert sorted(head.note for head in grid.cells.rows if head.title == "Sara Nouri") == ["Cook", "Waiter"]


def test_a_person_in_the_bin_takes_nothing_along(company: OpenCompany, opened: Opened) -> None:
    company.save_all([HELD, Attendance(session=HELD.id, person=SARA.id, attended=True)])
    work = opened(company, "attendance")

    company.delete([SARA])
    gone = titles(work.grid)[0]
    company.undo()

    assert (gone, titles(work.grid)[0]) == (["Reza Tavakoli"], ["Reza Tavakoli", "Sara Nouri"])
    assert work.grid.cells.value(1, 0) == "came"


def test_without_a_session_one_is_planned_first(company: OpenCompany, opened: Opened) -> None:
    work = opened(company, "attendance")

    work.empty.action.click()

    assert work.page_of_test.work.tabs.current() == "training_session"


def test_the_sheet_of_one_session_is_saved(
    sample: OpenCompany, opened: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(document_work, "ask_for_target", lambda _parent, name: tmp_path / name)
    work = opened(sample, "attendance")
    news = heard(work)
    session = work.chosen()

    work.sheet.click()
    wait_until(lambda: news, "nothing was saved")
    wait_until(lambda: not is_at_work(), "the program never came to rest")

    [file] = tmp_path.glob("*.pdf")
    words = pdfium(file.read_bytes())
    assert session.topic.split(",")[0] in words
    assert "Handling a complaint" not in words
