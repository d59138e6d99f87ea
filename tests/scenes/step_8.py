"""The workspaces of the internal audit beyond their tabs."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from functools import partial

from models.domain.gates.criterion import Place
from models.domain.records.audit import Audit
from models.domain.records.charter import Promise
from tests.e2e.program import Program, let_live, wait_until
from tests.scenes.scene import Scene
from tests.scenes.showing import REST_MS, rested_workspace, show_place
from ui.workspaces.audit.checklist import ALL, LIST, OFFERS, ChecklistWorkspace
from ui.workspaces.audit.findings import REPORT, FindingsWorkspace

_STEP = 8


def audits(_program: Program) -> Iterator[Scene]:
    """Return an auditor with work of their own, ways to look at the checklist, and the report."""
    yield Scene("audit_own_work", _plan_conflict)
    yield Scene("audit_offers", partial(_look, mode=OFFERS))
    yield Scene("audit_list", partial(_look, mode=LIST))
    yield Scene("audit_all_lines", partial(_look, mode=ALL))
    yield Scene("audit_report", _report)


def _plan_conflict(program: Program) -> None:
    """Show an audit whose auditor owns a promise."""
    owner = next((one.owner for one in program.company.all(Promise) if one.owner), None)
    day = date.today() + timedelta(days=20)
    audit = Audit(title="3, 5, 6", steps=("3", "5", "6"), planned_on=day, auditor=owner)
    program.company.save(audit)
    show_place(program, Place("audit", audit.id, "auditor"))
    let_live(REST_MS)


def _look(program: Program, mode: str) -> None:
    body = rested_workspace(program, _STEP, "audit_check", ChecklistWorkspace)
    body.show_mode(mode)
    if mode == OFFERS and body.fieldwork.audit is not None:
        wait_until(lambda: body.offers_page.is_drawn, "the questions were never drawn")


def _report(program: Program) -> None:
    body = rested_workspace(program, _STEP, "finding", FindingsWorkspace)
    body.show_mode(REPORT)
    document = body.report.document
    if document.isVisible():
        wait_until(lambda: document.is_current, "the report was never made")
