"""The audit programme with its independence, the findings with their actions, and the report."""

from __future__ import annotations

import dataclasses
from datetime import date, timedelta
from typing import cast

import pytest
from pytestqt.qtbot import QtBot

from models.domain.gates.criterion import Place
from models.domain.records.audit import Audit, AuditCheck, Finding, Grade
from models.domain.records.charter import Promise
from models.domain.records.control import Person
from models.domain.records.correction import Action
from models.domain.text import LocalText
from models.localisation.language import load_language
from models.localisation.text import without_isolates
from models.services.company import OpenCompany
from tests.ui.stage import REZA, SARA, WIDTH, settle
from tests.ui.workspaces.showing import Opened
from ui import language
from ui.registers.news import News
from ui.workspaces.audit.findings import REPORT, FindingsWorkspace
from ui.workspaces.audit.programme import ProgrammeWorkspace
from ui.workspaces.audit.report_page import ReportPage

TODAY = date.today()
AUDIT = Audit(title="Autumn", steps=("3", "5"), auditor=SARA.id, audited_on=TODAY - timedelta(days=3))
PROMISE = Promise(text=LocalText(en="Within 25 minutes"), owner=REZA.id)


def programme(company: OpenCompany, opened: Opened) -> ProgrammeWorkspace:
    workspace = cast(ProgrammeWorkspace, opened(company, "audit"))
    workspace.show_place(AUDIT.id, "auditor")
    settle()
    return workspace


def beside(workspace: ProgrammeWorkspace, field: str) -> str:
    return without_isolates(workspace.desk.form.board.rows[field]._below.text())


def findings(company: OpenCompany, opened: Opened, *records: Finding) -> FindingsWorkspace:
    company.save_all([AUDIT, PROMISE, *records])
    workspace = cast(FindingsWorkspace, opened(company, "finding"))
    workspace.show_place()
    settle()
    return workspace


def report(company: OpenCompany, opened: Opened, *records: AuditCheck | Finding | Audit) -> ReportPage:
    company.save_all([AUDIT, *records])
    workspace = cast(FindingsWorkspace, opened(company, "finding"))
    workspace.show_mode(REPORT)
    settle()
    return workspace.report


def test_own_work_is_named_beside_the_auditor_and_leads_there(
    company: OpenCompany, opened: Opened, qtbot: QtBot
) -> None:
    company.save_all([PROMISE, dataclasses.replace(AUDIT, auditor=REZA.id)])
    workspace = programme(company, opened)

    assert beside(workspace, "auditor") == (
        "Reza Tavakoli would judge their own work here: the promise “Within 25 minutes”."
    )
    panel = workspace.independence
    assert len(panel.rows) == 1
    assert panel.small_firm.isVisible()
    assert not panel.statement_button.isVisible()
    with qtbot.waitSignal(workspace.place_requested) as asked:
        panel.rows[0].click()
    assert asked.args == [Place("promise", PROMISE.id)]


def test_a_clean_auditor_is_offered_the_statement_and_takes_it(company: OpenCompany, opened: Opened) -> None:
    company.save_all([PROMISE, AUDIT])
    workspace = programme(company, opened)
    assert workspace.independence.statement_button.isVisible()

    workspace.independence.statement_button.click()
    settle()

    (kept,) = company.all(Audit)
    assert kept.independence.startswith("As far as the records show, Sara Nouri answers for none")
    assert not workspace.independence.statement_button.isVisible()
    company.undo()
    assert company.all(Audit) == (AUDIT,)


def test_usual_criteria_are_taken_once(company: OpenCompany, opened: Opened) -> None:
    company.save(AUDIT)
    workspace = programme(company, opened)

    workspace.criteria_button.click()
    settle()

    assert "charter" in company.all(Audit)[0].criteria
    assert not workspace.criteria_button.isVisible()


def test_the_year_says_which_step_was_never_audited(company: OpenCompany, opened: Opened) -> None:
    company.save(AUDIT)
    workspace = programme(company, opened)

    heads = {head.key: head.figure for head in workspace.coverage.grid.cells.columns}
    assert heads["4"] == "Never"
    assert heads["3"] == language.current().date(TODAY - timedelta(days=3))
    assert "1, 2, 4, 6, 7 and 8" in without_isolates(workspace.coverage.summary.text())


def test_a_day_to_come_and_an_auditor_among_the_audited_are_told_beside_their_fields(
    company: OpenCompany, opened: Opened
) -> None:
    company.save(
        dataclasses.replace(AUDIT, audited_on=TODAY + timedelta(days=9), auditees=(SARA.id, REZA.id))
    )
    workspace = programme(company, opened)

    assert "still to come" in beside(workspace, "audited_on")
    assert "among the people audited" in beside(workspace, "auditees")
    assert company.all(Audit)[0].auditees == (SARA.id, REZA.id)


def test_findings_stand_by_weight_and_a_nonconformity_without_action_is_marked(
    company: OpenCompany, opened: Opened
) -> None:
    workspace = findings(
        company,
        opened,
        Finding(audit=AUDIT.id, no="F-01", grade=Grade.OBSERVATION, statement="A"),
        Finding(audit=AUDIT.id, no="F-02", grade=Grade.MAJOR, statement="B", closed_on=TODAY),
        Finding(audit=AUDIT.id, no="F-03", grade=Grade.MINOR, statement="C"),
    )

    entries = workspace.desk.list.entries
    assert [one.title for one in entries] == ["C", "A", "B"]
    assert [one.chip for one in entries] == ["No action yet", "", "Closed"]
    assert workspace.lacking.text() == "1 nonconformity without an action"


def test_one_click_opens_the_action_and_the_next_shows_it(
    company: OpenCompany, opened: Opened, qtbot: QtBot
) -> None:
    finding = Finding(audit=AUDIT.id, no="F-01", grade=Grade.MINOR, statement="Nothing was written")
    workspace = findings(company, opened, finding)
    heard: list[News] = []
    workspace.told.connect(heard.append)

    workspace.action_button.click()
    settle()

    (action,) = company.all(Action)
    assert company.all(Finding)[0].action == action.id
    assert heard[-1].can_undo
    assert not workspace.lacking.isVisible()
    with qtbot.waitSignal(workspace.place_requested) as asked:
        workspace.action_button.click()
    assert asked.args == [Place("action", action.id)]

    company.undo()
    settle()
    assert company.all(Action) == ()
    assert workspace.action_button.text() == "Open an action"


def test_the_chosen_grade_is_marked_among_the_meanings(company: OpenCompany, opened: Opened) -> None:
    workspace = findings(company, opened, Finding(audit=AUDIT.id, grade=Grade.MAJOR, statement="B"))

    assert workspace.meanings.isVisible()
    assert all(meaning.text() for _name, meaning in workspace.meanings.lines.values())
    assert workspace.meanings._grade == Grade.MAJOR


def test_an_action_whose_owner_left_is_told_under_it(company: OpenCompany, opened: Opened) -> None:
    gone = Person(name=LocalText(en="Ali"), left_on=TODAY - timedelta(days=1))
    action = Action(no="CA-01", owner=gone.id)
    company.save_all([gone, action])
    workspace = findings(
        company, opened, Finding(audit=AUDIT.id, grade=Grade.MINOR, statement="B", action=action.id)
    )

    assert "Ali" in workspace.owner_gone.text()
    assert workspace.owner_gone.isVisible()


def test_a_finding_whose_line_was_deleted_stays_whole(company: OpenCompany, opened: Opened) -> None:
    check = AuditCheck(audit=AUDIT.id, question="One", result="no")
    company.save_all([AUDIT, check])
    workspace = findings(
        company, opened, Finding(audit=AUDIT.id, check=check.id, grade=Grade.MINOR, statement="B")
    )
    assert workspace.check_button.isVisible()

    company.delete([check])
    settle()

    assert not workspace.check_button.isVisible()
    assert workspace.finding is not None
    assert workspace.finding.statement == "B"


def test_signing_says_how_many_lines_are_left_and_leads_there(
    company: OpenCompany, opened: Opened, qtbot: QtBot
) -> None:
    checks = [AuditCheck(audit=AUDIT.id, question=text, result=result) for text, result in _LINES]
    page = report(company, opened, *checks)

    page.sign_button.click()

    said = without_isolates(page.fields.row("signed_on").problem())
    assert said == "1 of 2 lines of the checklist have no result; the first is “Two”."
    assert company.all(Audit)[0].signed_on is None
    with qtbot.waitSignal(page.place_requested) as asked:
        page.list_button.click()
    assert asked.args == [Place("audit_check", checks[1].id)]


_LINES = (("One", "yes"), ("Two", ""))


def test_a_whole_report_is_signed_today_and_the_signature_taken_back(
    company: OpenCompany, opened: Opened
) -> None:
    page = report(company, opened, AuditCheck(audit=AUDIT.id, question="One", result="yes"))
    page.sign_button.click()
    assert "conclusion" in page.fields.row("conclusion").problem()
    company.save(dataclasses.replace(AUDIT, conclusion="Fit"))
    settle()

    page.sign_button.click()
    settle()

    assert company.all(Audit)[0].signed_on == TODAY
    assert not page.sign_button.isVisible()
    company.undo()
    settle()
    assert page.sign_button.isVisible()


def test_good_practices_are_taken_into_the_strengths(company: OpenCompany, opened: Opened) -> None:
    practice = Finding(audit=AUDIT.id, grade=Grade.GOOD_PRACTICE, statement="All is logged")
    page = report(company, opened, practice)

    page.strengths_button.click()
    settle()

    assert company.all(Audit)[0].strengths == "All is logged"
    assert not page.strengths_button.isVisible()


def test_the_report_is_printed_where_documents_are(
    company: OpenCompany, opened: Opened, qtbot: QtBot
) -> None:
    page = report(company, opened)

    with qtbot.waitSignal(page.place_requested) as asked:
        page.print_button.click()

    assert asked.args == [Place("issue", content="D5")]


def test_the_document_beside_shows_the_report(sample: OpenCompany, opened: Opened, qtbot: QtBot) -> None:
    workspace = cast(FindingsWorkspace, opened(sample, "finding"))
    workspace.show_mode(REPORT)
    document = workspace.report.document

    qtbot.waitUntil(lambda: document.is_current and document.pages is not None, timeout=15_000)

    assert document.pages is not None
    assert len(document.pages.sizes) > 3


@pytest.mark.parametrize("code", ["fa", "en"])
@pytest.mark.parametrize("key", ["audit", "finding"])
def test_both_change_their_language_and_fit_the_window(
    sample: OpenCompany, opened: Opened, key: str, code: str
) -> None:
    workspace = opened(sample, key)
    language.set_current(load_language(code))
    workspace.retranslate()
    settle()

    assert workspace.minimumSizeHint().width() <= WIDTH


def test_a_company_that_cannot_be_written_to_is_read(locked: OpenCompany, opened: Opened) -> None:
    plan = cast(ProgrammeWorkspace, opened(locked, "audit"))
    workspace = cast(FindingsWorkspace, opened(locked, "finding"))
    workspace.show_mode(REPORT)
    settle()

    assert not plan.criteria_button.isVisible()
    assert not plan.desk.add_button.isVisible()
    assert not workspace.report.sign_button.isVisible()
    assert not workspace.report.strengths_button.isVisible()
