"""What a user does in the survey designer."""

from __future__ import annotations

from models.domain.records.feedback import Survey
from tests.e2e.driver import Fields, User
from ui.workspaces.survey.deeds import PLAN
from ui.workspaces.survey.workspace import SurveyWorkspace


def begin_survey(user: User, fields: Fields) -> None:
    """Begin the first survey with the model form, and fill fields of its plan."""
    workspace = user.show(Survey)
    assert isinstance(workspace, SurveyWorkspace)
    workspace.empty.action.click()
    workspace.modes.buttons[PLAN].click()
    for name, value in fields.items():
        row = workspace.plan.fields.row(name)
        user.enter(row.editor, value)
        assert not row.problem(), f"{name}: {row.problem()}"
