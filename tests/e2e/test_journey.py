"""Whole journeys through the real window, with a mouse; `test_by_keyboard` walks without one."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from models.domain.fields import Record
from models.domain.records.commitment import Decision
from models.domain.records.control import Evidence, Person, StepClosing
from models.domain.records.organisation import Organisation
from models.domain.registers import REGISTERS
from models.domain.text import LocalText
from models.services.company import OpenCompany
from tests.documents.readers import pdfium
from tests.e2e.driver import User, type_text
from tests.e2e.program import wait_until
from tests.e2e.restaurant import DEPUTY, NAME, OWNER, PARTY, ago, employ, named
from tests.e2e.steps import WORK
from ui.dialogs.files import NewCompanyDialog
from ui.pages import documents as documents_page
from ui.pages.documents import DocumentsPage
from ui.registers import SheetView
from ui.widgets.progress_ring import StepMark


@pytest.fixture
def at_work(user: User, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> User:
    """A user who has just made a company from the start page."""
    monkeypatch.setattr(NewCompanyDialog, "ask", lambda _parent: tmp_path / "آفتاب.manshur")
    start = user.program.app.start
    assert start is not None
    start.new.click()
    user.program.wait_for_company()
    return user


def everything(company: OpenCompany) -> list[Record]:
    return [record for register in REGISTERS for record in company.all(register.record)]


def printed(user: User, code: str) -> Path:
    """Save a document from the documents page and return where its PDF is."""
    page = user.go("documents")
    assert isinstance(page, DocumentsPage)
    wait_until(lambda: code in page.list.codes(), f"{code} was never listed")
    page.list.choose(code)
    before = set(user.program.folder.glob("*.pdf"))
    page.head.save_button.click()
    wait_until(lambda: not page.paper.status.text(), f"{code} was never made")
    (made,) = set(user.program.folder.glob("*.pdf")) - before
    return made


def read(document: Path) -> str:
    """Return what a PDF says."""
    return pdfium(document.read_bytes())


@pytest.mark.parametrize("user", ["fa"], indirect=True)
def test_a_company_closes_all_eight_steps_and_finds_them_closed_again(
    at_work: User, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    user, proof = at_work, tmp_path / "گواهی بازدید.txt"
    proof.write_text("The inspector was here.", encoding="utf-8")
    monkeypatch.setattr(documents_page, "ask_for_target", lambda _parent, name: user.program.folder / name)

    employ(user)
    for step, work in WORK.items():
        work(user)
        assert user.open_criteria(step) == [], f"step {step}"
        user.sign_off(step, named(user, OWNER))
    user.drop(user.show(Organisation).form.evidence, proof)
    policy, parties = printed(user, "D1"), printed(user, "R-01")
    before = everything(user.program.company)
    user.leave_company()
    said_in_policy, said_in_parties = read(policy), read(parties)
    user.open_recent(0)

    assert named(user, NAME) in said_in_policy
    assert named(user, PARTY) in said_in_parties
    assert everything(user.program.company) == before
    assert [closing.step for closing in user.program.company.all(StepClosing)] == list("12345678")
    assert user.marked_steps(StepMark.CLOSED) == [1, 2, 3, 4, 5, 6, 7, 8]
    (kept,) = user.program.company.all(Evidence)
    assert user.program.company.evidence_bytes(kept) == proof.read_bytes()


def test_a_half_typed_field_survives_a_change_of_language(at_work: User) -> None:
    form = at_work.show(Organisation).form
    field = form.board.rows["name"].editor.fields["fa"].line
    field.setFocus(Qt.FocusReason.MouseFocusReason)
    type_text(field, "رستوران آفت")

    at_work.switch_language()

    assert field.text() == "رستوران آفت"
    assert at_work.program.company.sheet(Organisation).name == LocalText(fa="رستوران آفت")


def test_switching_to_and_fro_loses_nothing(at_work: User) -> None:
    employ(at_work)
    at_work.write(Decision, {"met_on": ago(3), "decided": "بنویسیم", "signed_by": named(at_work, OWNER)})
    before = everything(at_work.program.company)

    for _time in range(2):
        at_work.switch_language()

    view = at_work.show(Decision)
    assert isinstance(view, SheetView)
    assert everything(at_work.program.company) == before
    assert view.form.board.rows["decided"].editor.value() == "بنویسیم"


def test_undo_and_redo_in_the_header_take_back_and_bring_back(at_work: User) -> None:
    header = at_work.program.frame.header
    at_work.add(Person, {"name": OWNER})
    at_work.add(Person, {"name": DEPUTY})
    both = at_work.program.company.all(Person)

    QTest.mouseClick(header.undo, Qt.MouseButton.LeftButton)
    QTest.mouseClick(header.undo, Qt.MouseButton.LeftButton)
    one = at_work.program.company.all(Person)
    QTest.mouseClick(header.redo, Qt.MouseButton.LeftButton)
    QTest.mouseClick(header.redo, Qt.MouseButton.LeftButton)

    # Each language of a name is a field of its own, and so a step of its own.
    assert one == both[:1]
    assert at_work.program.company.all(Person) == both


def test_a_step_is_closed_with_a_reason_and_opened_again(at_work: User) -> None:
    at_work.add(Person, {"name": OWNER})

    at_work.close_with_reason(7, named(at_work, OWNER), "مورد اصلاحی پیش نیامده است")
    (closing,) = at_work.program.company.all(StepClosing)
    flagged = at_work.marked_steps(StepMark.FLAGGED)
    at_work.go("step-7")
    at_work.step_page.gate.answer.button.click()

    assert (closing.step, closing.reason) == ("7", "مورد اصلاحی پیش نیامده است")
    assert flagged == [7]
    assert at_work.program.company.all(StepClosing) == ()
