"""The auditor mode in the window."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from models.domain.gates.criterion import Place
from models.domain.records.audit import Audit, AuditCheck
from models.domain.records.correction import Action
from models.localisation.language import load_language
from models.services.company import OpenCompany
from tests.ui.stage import WIDTH, settle
from ui import language
from ui.health_watch import HealthWatch
from ui.page import Notice, Page
from ui.pages.auditor import AuditorPage

Show = Callable[[Page], Page]


@pytest.fixture
def opened(shown: Show, qtbot: QtBot) -> Callable[[OpenCompany], AuditorPage]:
    """Return what shows the page of a company with its questions."""

    def show(company: OpenCompany) -> AuditorPage:
        watch = HealthWatch(company)
        watch.look()
        page = cast(AuditorPage, shown(AuditorPage(company, watch)))
        qtbot.waitUntil(lambda: page.is_drawn)
        settle()
        return page

    return show


@pytest.fixture
def page(sample: OpenCompany, opened: Callable[[OpenCompany], AuditorPage]) -> AuditorPage:
    return opened(sample)


def checks(page: AuditorPage) -> list[AuditCheck]:
    return [one for one in page.company.all(AuditCheck) if one.audit == page.audit.id]


def judge(page: AuditorPage, verdict: str) -> None:
    page.question.verdicts[verdict].click()
    settle()


def test_the_first_question_is_shown_with_what_to_look_at(page: AuditorPage) -> None:
    assert page.question.words.text().startswith("Somebody at work who can say the promise")
    assert page.question.samples
    assert page.progress.whole_text() == f"0 of {len(page.questions())} looked at"


def test_what_to_look_at_leads_to_its_place(page: AuditorPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.place_requested) as asked:
        page.question.samples[0].click()

    assert asked.args
    assert isinstance(asked.args[0], Place)
    assert asked.args[0].register == "promise"


def test_a_verdict_is_kept_in_a_new_audit_and_taken_back(page: AuditorPage) -> None:
    before = len(page.company.all(Audit))

    judge(page, "partly")
    assert [one.result for one in checks(page)] == ["partly"]
    assert len(page.company.all(Audit)) == before + 1
    assert page.progress.whole_text().startswith("1 of")

    judge(page, "partly")
    assert [one.result for one in checks(page)] == [""]


def test_an_answer_is_kept_when_the_next_question_is_shown(page: AuditorPage) -> None:
    page.question.answer.area.setPlainText("Mina said it by heart")

    page.question.forward.click()

    assert [one.evidence for one in checks(page)] == ["Mina said it by heart"]
    assert page.question.words.text().startswith("How you know")
    assert page.question.answer.area.toPlainText() == ""


def test_a_verdict_leaves_what_is_being_typed(page: AuditorPage) -> None:
    page.question.answer.area.setPlainText("Mina")

    judge(page, "yes")

    assert page.question.answer.area.toPlainText() == "Mina"


def test_one_click_makes_a_corrective_action_and_leads_there(page: AuditorPage, qtbot: QtBot) -> None:
    before = len(page.company.all(Action))
    judge(page, "no")

    with qtbot.waitSignal(page.place_requested) as asked:
        page.question.action.click()
    settle()

    action = page.company.all(Action)[-1]
    assert len(page.company.all(Action)) == before + 1
    assert asked.args == [Place("action", action.id, "cause")]
    assert page.question.action.text() == "Show the corrective action"


def test_a_file_belongs_to_the_question_although_nothing_was_answered(
    page: AuditorPage, tmp_path: Path, qtbot: QtBot
) -> None:
    photo = tmp_path / "photo.txt"
    photo.write_text("The charter on the wall")

    page.question.strip.attach([photo])
    qtbot.waitUntil(lambda: bool(checks(page)))

    (check,) = checks(page)
    assert page.company.evidence_of("audit_check", check.id)
    assert check.question


def test_the_keyboard_goes_from_question_to_answer(page: AuditorPage) -> None:
    page.list.setFocus()
    QTest.keyClick(page.list, Qt.Key.Key_Down)
    assert page.question.words.text().startswith("How you know")

    QTest.keyClick(page.list, Qt.Key.Key_Return)

    assert page.focusWidget() is page.question.answer.area


def test_the_tab_key_follows_the_question(page: AuditorPage) -> None:
    question = page.question
    wanted = [
        *question.samples,
        question.answer.area,
        *question.verdicts.values(),
        question.strip.attach_button,
        question.back,
        question.forward,
        question.action,
    ]
    page.list.setFocus()
    passed = []
    for _press in wanted:
        QTest.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
        passed.append(page.focusWidget())

    assert passed == wanted


def test_the_first_and_the_last_question_are_the_ends(page: AuditorPage) -> None:
    first = page.question.words.text()
    page.question.back.click()
    assert page.question.words.text() == first

    for _question in range(len(page.questions()) + 3):
        page.question.forward.click()

    assert page.question.words.text() == page.questions()[-1].words(language.current())


def test_an_audit_that_is_still_open_is_gone_on_with(
    sample: OpenCompany, opened: Callable[[OpenCompany], AuditorPage]
) -> None:
    planned = Audit(title="Autumn audit", planned_on=date.today())
    sample.save(planned)

    page = opened(sample)

    assert page.audit == planned
    assert page.subtitle() == "Autumn audit"


def test_another_audit_shows_its_own_answers(page: AuditorPage) -> None:
    judge(page, "yes")
    earlier = page.audit

    page.begin_button.click()
    settle()
    assert page.audit.id != earlier.id
    assert page.question.verdict() == ""

    page.audits.set_value(earlier.id)
    page.audits.edited.emit()
    assert page.question.verdict() == "yes"


def test_a_deleted_audit_gives_way_to_a_rehearsal(page: AuditorPage) -> None:
    judge(page, "yes")
    page.company.undo()
    settle()

    assert not checks(page)
    assert page.question.verdict() == ""


def test_an_empty_company_is_asked_the_questions_of_the_model(
    company: OpenCompany, opened: Callable[[OpenCompany], AuditorPage]
) -> None:
    page = opened(company)

    assert len(page.questions()) >= 18
    assert page.question.words.text()


def test_a_company_that_cannot_be_written_to_says_so(
    locked: OpenCompany,
    opened: Callable[[OpenCompany], AuditorPage],
    notices: Callable[[Page], list[Notice]],
) -> None:
    page = opened(locked)
    heard = notices(page)

    judge(page, "yes")

    assert [one.kind for one in heard] == ["error"]
    assert page.question.verdict() == ""
    assert page.question.answer.area.isReadOnly()


def test_an_answer_that_is_too_long_is_refused_beside_the_field(page: AuditorPage) -> None:
    page.question.answered.emit("evidence", "x" * 1_000_000)

    assert not checks(page)
    assert page.question.answer_row._below.text()


@pytest.mark.parametrize("code", ["fa", "en"])
def test_it_changes_its_language_and_fits_the_window(page: AuditorPage, code: str) -> None:
    judge(page, "yes")
    language.set_current(load_language(code))
    page.retranslate()
    page.refresh()
    settle()

    assert page.question.verdict() == "yes"
    assert page.minimumSizeHint().width() <= WIDTH


def test_a_question_that_changed_elsewhere_is_shown_as_it_is(page: AuditorPage) -> None:
    judge(page, "yes")
    (check,) = checks(page)

    page.company.save(dataclasses.replace(check, result="no"))
    settle()

    assert page.question.verdict() == "no"
