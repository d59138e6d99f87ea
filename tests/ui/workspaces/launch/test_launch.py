"""The launch list and the decision, by keyboard."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from models.domain.gates.criterion import Place
from models.domain.records.operation import Launch, LaunchPoint
from models.domain.text import LocalText
from models.localisation.language import load_language
from models.services import launching
from models.services.company import OpenCompany
from tests.ui.stage import SARA, settle
from tests.ui.workspaces.showing import Opened
from ui import language
from ui.registers.news import News
from ui.widgets.field_row import FieldRow

TODAY = date.today()


def point(company: OpenCompany, text: str, **more: Any) -> LaunchPoint:
    made = LaunchPoint(**{"order": len(company.all(LaunchPoint)) + 1, "point": LocalText(en=text), **more})
    company.save(made)
    return made


def texts(workspace: Any) -> list[str]:
    return [row.text.text() for row in workspace.points.rows()]


def test_an_empty_list_offers_the_model_and_shows_what_the_records_say(
    company: OpenCompany, opened: Opened
) -> None:
    workspace = opened(company, "launch")
    assert workspace.points.empty.action.isVisible()

    workspace.points.empty.action.click()
    settle()

    rows = workspace.points.rows()
    assert len(rows) == len(company.all(LaunchPoint)) >= 10
    assert workspace.points.progress.text() == f"0 of {len(rows)} ready"
    assert all(row.said.text().startswith("The records say: not ready.") for row in rows)
    assert {one.state for one in company.all(LaunchPoint)} == {"open"}
    company.undo()
    assert workspace.points.rows() == []


def test_the_records_suggest_and_never_set(company: OpenCompany, opened: Opened) -> None:
    workspace = opened(company, "launch")
    workspace.points.fill_from_model()
    rules = next(one for one in company.all(LaunchPoint) if "privacy rule" in one.point.get("en"))
    launch = company.sheet(Launch)

    company.save(Launch(id=launch.id, privacy_rule="Names only.", returns_rule="Replaced."))
    settle()

    row = next(row for row in workspace.points.rows() if row.key == rules.id)
    assert row.said.text() == "The records say: ready. Both rules are written."
    assert company.find(LaunchPoint, rules.id).state == "open"  # type: ignore[union-attr]
    row.agree_button.click()
    settle()
    assert company.find(LaunchPoint, rules.id).state == "ready"  # type: ignore[union-attr]
    assert not row.agree_button.isVisible()


def test_space_ticks_a_point_off_and_progress_follows(company: OpenCompany, opened: Opened) -> None:
    point(company, "Balloons")
    point(company, "Band", state="not_needed")
    workspace = opened(company, "launch")
    row = workspace.points.rows()[0]
    row.setFocus()

    QTest.keyClick(row, Qt.Key.Key_Space)
    settle()

    assert [one.state for one in launching.points_in_order(company)] == ["ready", "not_needed"]
    assert workspace.points.progress.text() == "1 of 1 ready"
    assert workspace.standing.text() == "Every point is ready."


def test_points_are_moved_by_keys_opened_and_dropped(company: OpenCompany, opened: Opened) -> None:
    for text in ("One", "Two", "Three"):
        point(company, text)
    workspace = opened(company, "launch")
    heard: list[News] = []
    workspace.told.connect(heard.append)

    QTest.keyClick(workspace.points.rows()[2], Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    settle()
    assert texts(workspace) == ["One", "Three", "Two"]

    QTest.keyClick(workspace.points.rows()[0], Qt.Key.Key_Return)
    assert workspace.points.open_row().fields.row("owner").isVisible()
    QTest.keyClick(workspace.points.rows()[1], Qt.Key.Key_Delete)
    settle()

    assert texts(workspace) == ["One", "Two"]
    assert heard[-1].can_undo
    company.undo()
    settle()
    assert texts(workspace) == ["One", "Three", "Two"]


def test_a_point_of_ones_own_is_saved_with_its_first_entry(company: OpenCompany, opened: Opened) -> None:
    point(company, "One")
    workspace = opened(company, "launch")

    workspace.points.add()
    settle()
    editor = workspace.points.open_row().fields.row("point").editor
    editor.set_value(LocalText(en="Flowers on the tables"))
    editor.edited.emit()
    settle()

    assert [one.point.get("en") for one in launching.points_in_order(company)] == [
        "One",
        "Flowers on the tables",
    ]
    assert launching.points_in_order(company)[1].order == 2


def test_an_open_point_past_its_day_is_overdue(company: OpenCompany, opened: Opened) -> None:
    point(company, "Late", due=TODAY - timedelta(days=1))
    point(company, "Done", due=TODAY - timedelta(days=1), state="ready")

    rows = opened(company, "launch").points.rows()

    assert [row.chip.text() for row in rows] == ["Overdue", "Ready"]


def test_deciding_to_go_with_open_points_asks_for_the_reason_beside_the_field(
    company: OpenCompany, opened: Opened
) -> None:
    point(company, "Balloons")
    workspace = opened(company, "launch")
    workspace.fields.focus("launch_on")

    workspace.fields.row("decision").editor.set_value("go")
    workspace.fields.row("decision").editor.edited.emit()
    settle()

    assert company.sheet(Launch).decision == "go"
    assert company.sheet(Launch).decided_on == TODAY
    assert workspace.standing.text() == "1 point is not ready yet."
    reason = workspace.fields.row("decision_reason")
    assert "1 point is not ready. Write why the charter starts all the same." in said(reason)
    assert "Choose who decided." in said(workspace.fields.row("decided_by"))

    launching.save_launch(company, company.sheet(Launch), "decision_reason", "Balloons come tomorrow.")
    launching.save_launch(company, company.sheet(Launch), "decided_by", SARA.id)
    settle()
    assert "not ready" not in said(reason)


def said(row: FieldRow) -> str:
    """Return every sentence that stands with a field."""
    return " ".join(label.text() for label in row.findChildren(QLabel) if label.isVisible())


def test_the_place_of_a_rule_is_shown_here_and_others_elsewhere(company: OpenCompany, opened: Opened) -> None:
    workspace = opened(company, "launch")
    workspace.points.fill_from_model()
    settle()
    wanted: list[Place] = []
    workspace.place_requested.connect(wanted.append)
    by_text = {row.point.point.get("en"): row for row in workspace.points.rows()}

    by_text["The privacy rule and the returns rule are written."].go_button.click()
    assert workspace.fields.focused_field() == "privacy_rule"
    by_text["The charter is approved."].go_button.click()

    assert [place.register for place in wanted] == ["document_control"]


@pytest.mark.parametrize("code", ["fa", "en"])
def test_the_sample_is_worded_in_either_language_and_locked_when_it_is(
    locked: OpenCompany, opened: Opened, code: str
) -> None:
    language.set_current(load_language(code))
    workspace = opened(locked, "launch")

    rows = workspace.points.rows()

    assert [row.text.text() for row in rows] == [
        one.point.best(code) for one in launching.points_in_order(locked)
    ]
    assert not workspace.points.add_button.isVisible()
    assert not any(row.agree_button.isVisible() or row.tick.isEnabled() for row in rows)
    assert workspace.isRightToLeft() is (code == "fa")


def test_a_point_and_a_field_of_the_launch_are_found(sample: OpenCompany, opened: Opened) -> None:
    workspace = opened(sample, "launch")
    second = launching.points_in_order(sample)[1]

    workspace.reveal(Place("launch_point", second.id, "due"))
    settle()
    assert workspace.points.open_row().key == second.id
    assert workspace.points.open_row().fields.focused_field() == "due"

    workspace.reveal(Place("launch", sample.sheet(Launch).id, "route_result"))
    assert workspace.fields.focused_field() == "route_result"
