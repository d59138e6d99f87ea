"""The plan of a survey, the help on its sample, and the form that stands beside it and is saved."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from models.domain.records.feedback import Survey
from models.services.company import OpenCompany
from models.services.survey.forms import SMALL, WHOLE, both_languages
from tests.documents.readers import pdfium
from tests.ui.stage import settle
from tests.ui.workspaces.survey.conftest import Opened
from tests.ui.workspaces.survey.guests import FOOD, SURVEY
from ui.widgets.bilingual_edit import BilingualEdit
from ui.widgets.long_text import LongText
from ui.workspaces.survey.deeds import PLAN
from ui.workspaces.survey.workspace import SurveyWorkspace

_WAIT_MS = 20_000


def planning(opened: Opened, company: OpenCompany, *, with_form: bool = False) -> SurveyWorkspace:
    workspace = opened(company, with_form=with_form)
    workspace.show_mode(PLAN)
    settle()
    return workspace


def set_field(workspace: SurveyWorkspace, name: str, value: object) -> None:
    editor = workspace.plan.fields.row(name).editor
    editor.set_value(value)
    editor.edited.emit()


def below(workspace: SurveyWorkspace, name: str) -> str:
    return workspace.plan.fields.row(name)._below.text()


def test_the_help_counts_the_answers_for_the_customers_there_are(opened: Opened, asking: OpenCompany) -> None:
    workspace = planning(opened, asking)
    help_ = workspace.plan.help
    assert dict(help_.numbers()) == {10: 50, 7: 67, 5: 80}
    assert "convenience sample has no margin" in help_._note.text()

    help_.buttons[7].click()

    assert asking.all(Survey)[0].needed == 67
    assert help_.answers[7].text() == "67 answers · set"


def test_without_a_number_of_customers_the_help_is_for_very_many(opened: Opened, asking: OpenCompany) -> None:
    workspace = planning(opened, asking)

    set_field(workspace, "population", None)

    assert dict(workspace.plan.help.numbers()) == {10: 97, 7: 196, 5: 385}


def test_what_cannot_be_is_told_beside_its_field_and_kept(opened: Opened, asking: OpenCompany) -> None:
    workspace = planning(opened, asking)

    set_field(workspace, "needed", 200)
    set_field(workspace, "start", date(2026, 5, 1))
    set_field(workspace, "end", date(2026, 4, 1))

    assert "More answers are needed than there are customers" in below(workspace, "needed")
    assert "lies before" in below(workspace, "end")
    kept = asking.all(Survey)[0]
    assert (kept.needed, kept.end) == (200, date(2026, 4, 1))


def test_what_is_typed_stands_on_the_form_before_it_is_saved(
    opened: Opened, asking: OpenCompany, qtbot: QtBot
) -> None:
    workspace = planning(opened, asking, with_form=True)
    editor = workspace.plan.fields.row("greeting").editor
    assert isinstance(editor, BilingualEdit)
    field = editor.fields["en"]
    assert isinstance(field, LongText)

    field.area.insertPlainText("Dear guest of our garden")

    def is_on_paper() -> bool:
        pages = workspace.document.pages
        return pages is not None and "Dear guest of our garden" in pdfium(pages.content)

    qtbot.waitUntil(is_on_paper, timeout=_WAIT_MS)
    assert not asking.all(Survey)[0].greeting
    pages = workspace.document.pages
    assert pages is not None
    assert pages.spots_of(SURVEY.id, "greeting")
    assert pages.spots_of(FOOD.id)
    workspace.document.show_language("fa")
    qtbot.waitUntil(
        lambda: workspace.document.is_current and "غذا" in pdfium(workspace.document.pages.content),  # type: ignore[union-attr]
        timeout=_WAIT_MS,
    )


@pytest.mark.parametrize(
    ("language_code", "edition", "name"),
    [("en", WHOLE, "S-01_1_en.pdf"), ("fa", SMALL, "S-01_1_a5_fa.pdf"), ("", WHOLE, "")],
)
def test_the_form_is_saved_in_each_size_and_side_by_side(
    opened: Opened,
    asking: OpenCompany,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    language_code: str,
    edition: str,
    name: str,
) -> None:
    offered: list[str] = []

    def choose(_parent: object, _title: str, proposed: str, _kind: str) -> tuple[str, str]:
        offered.append(proposed)
        return str(tmp_path / "form.pdf"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    workspace = opened(asking)
    workspace.forms._survey = workspace.survey
    told: list[object] = []
    workspace.told.connect(told.append)

    workspace.forms.save_form(language_code or both_languages(), edition)
    qtbot.waitUntil(lambda: bool(told), timeout=_WAIT_MS)

    text = pdfium((tmp_path / "form.pdf").read_bytes())
    assert name in offered[0]
    assert text.count("Where?") == {"en": 1, "fa": 0, "": 1}[language_code]
    assert text.count("کجا") == {"en": 0, "fa": 2, "": 1}[language_code]
