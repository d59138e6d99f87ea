"""Which tabs of the steps have a workspace, and how it is made; every other tab shows its register."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module

from PySide6.QtWidgets import QWidget

from models.services.company import OpenCompany
from ui.workspace import Workspace

Factory = Callable[[OpenCompany, QWidget | None], Workspace]

_FOLDER = "ui.workspaces"


def _made_by(module: str, name: str) -> Factory:
    """Return what makes a workspace; only the one that is shown is loaded."""

    def make(company: OpenCompany, parent: QWidget | None) -> Workspace:
        made: Workspace = getattr(import_module(f"{_FOLDER}.{module}"), name)(company, parent)
        return made

    return make


def _beside_document(code: str) -> Factory:
    """Return what makes the usual editor of a register with the document beside it that shows its texts."""

    def make(company: OpenCompany, parent: QWidget | None) -> Workspace:
        from ui.workspaces.beside_document import BesideDocument

        return BesideDocument(company, code, parent)

    return make


WORKSPACES: Mapping[str, Factory] = {
    "journey_step": _made_by("journey.workspace", "JourneyWorkspace"),
    "gap_answer": _made_by("gap.workspace", "GapWorkspace"),
    "gap_round": _made_by("gap.rounds", "RoundsWorkspace"),
    "scope": _made_by("commitment.scope", "ScopeWorkspace"),
    "policy": _made_by("commitment.policy", "PolicyWorkspace"),
    "role": _made_by("commitment.roles", "RolesWorkspace"),
    "objective": _made_by("commitment.objectives", "ObjectivesWorkspace"),
    "charter_text": _beside_document("charter_text"),
    "promise": _made_by("promises.workspace", "PromiseWorkspace"),
    "skill_need": _made_by("training.needs", "NeedsWorkspace"),
    "training_session": _made_by("training.sessions", "SessionsWorkspace"),
    "attendance": _made_by("training.attendance", "AttendanceWorkspace"),
    "test_result": _made_by("training.results", "ResultsWorkspace"),
    "effect_check": _made_by("training.watching", "WatchingWorkspace"),
    "complaint": _made_by("complaints.workspace", "ComplaintsWorkspace"),
    "breach": _made_by("breaches.workspace", "BreachesWorkspace"),
    "launch": _made_by("launch.workspace", "LaunchWorkspace"),
    "display": _made_by("displays.workspace", "DisplaysWorkspace"),
    "supplier_notice": _made_by("suppliers.workspace", "SuppliersWorkspace"),
    "data_sheet": _made_by("data_sheets.workspace", "DataSheetsWorkspace"),
    "indicator_value": _made_by("indicators.workspace", "IndicatorsWorkspace"),
    "survey": _made_by("survey.workspace", "SurveyWorkspace"),
    "survey_answer": _made_by("answers.workspace", "AnswersWorkspace"),
    "action_rule": _made_by("actions.rule", "RuleWorkspace"),
    "notice": _made_by("actions.notices", "NoticesWorkspace"),
    "action": _made_by("actions.workspace", "ActionsWorkspace"),
    "audit": _made_by("audit.programme", "ProgrammeWorkspace"),
    "audit_check": _made_by("audit.checklist", "ChecklistWorkspace"),
    "finding": _made_by("audit.findings", "FindingsWorkspace"),
    "review": _made_by("review.workspace", "ReviewWorkspace"),
    "theme": _made_by("analysis.themes", "ThemesWorkspace"),
    "theme_mark": _made_by("analysis.themes", "MarksWorkspace"),
    "analysis": _made_by("analysis.workspace", "AnalysisWorkspace"),
    "induction": _made_by("training.induction", "InductionWorkspace"),
}
"""By the key of the tab."""
