"""The workspaces of the commitment beyond their tabs."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from PySide6.QtGui import QGuiApplication

from models.domain.gates.criterion import Place
from models.domain.records.commitment import Exclusion, Objective, PolicyStatement, Scope
from models.domain.registers import register_of
from models.domain.text import LocalText
from tests.e2e.program import Program, let_live
from tests.scenes.scene import Scene
from tests.scenes.showing import REST_MS, rested_workspace, show_place
from ui.registers import RegisterView
from ui.workspaces.commitment.objectives import ObjectivesWorkspace
from ui.workspaces.commitment.policy import PolicyWorkspace
from ui.workspaces.commitment.roles import RolesWorkspace
from ui.workspaces.commitment.scope import ScopeWorkspace

_STEP = 2
_ROWS = "آموزش\t۹۰۰۰۰۰۰۰\tریال\nPrinting\t1,500,000\tریال\nSurvey\tlater\tریال\n"


def commitment(_program: Program) -> Iterator[Scene]:
    """Return a statement that is edited, what is begun, what is told beside a field, and pasted rows."""
    yield Scene("commitment_statement", _edit_statement)
    yield Scene("commitment_other_texts", partial(_show_field, register="policy", field="communication"))
    yield Scene("commitment_role", _begin_role)
    yield Scene("commitment_objective", _begin_objective)
    yield Scene("commitment_actions", _show_actions)
    yield Scene("commitment_reminders", _remind)
    yield Scene("commitment_paste", _paste)


def _edit_statement(program: Program) -> None:
    body = rested_workspace(program, _STEP, "policy", PolicyWorkspace)
    statements = program.company.all(PolicyStatement)
    if statements:
        body.statements.focus(statements[min(1, len(statements) - 1)].id)
    else:
        body.statements.add()


def _show_field(program: Program, register: str, field: str) -> None:
    show_place(program, Place(register, None, field))


def _begin_role(program: Program) -> None:
    body = rested_workspace(program, _STEP, "role", RolesWorkspace)
    body.desk.add()


def _begin_objective(program: Program) -> None:
    body = rested_workspace(program, _STEP, "objective", ObjectivesWorkspace)
    body.desk.add()


def _show_actions(program: Program) -> None:
    body = rested_workspace(program, _STEP, "objective", ObjectivesWorkspace)
    if program.company.all(Objective):
        body.show_place(program.company.all(Objective)[0].id)
        body.programme.cards()[0].fields.focus() if body.programme.cards() else body.programme.add()


def _remind(program: Program) -> None:
    """Show an exclusion without a reason, and a text in the wrong field."""
    scope = program.company.sheet(Scope)
    exclusion = Exclusion(what=LocalText(fa="مراسم بزرگ", en="مراسم بزرگ"))
    program.company.save(exclusion)
    body = rested_workspace(program, _STEP, register_of(type(scope)).code, ScopeWorkspace)
    body.reveal(Place("exclusion", exclusion.id, "reason"))
    let_live(REST_MS)
    program.window.repaint()


def _paste(program: Program) -> None:
    QGuiApplication.clipboard().setText(_ROWS)
    body = rested_workspace(program, _STEP, "budget_item", RegisterView)
    body.list.paste()
    let_live(REST_MS)
