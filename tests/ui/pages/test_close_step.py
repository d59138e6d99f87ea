"""The dialog that signs off a step."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from models.domain.gates.criterion import CriterionState, Place
from models.domain.sentences import Sentence
from models.localisation.language import load_language
from models.services.company import OpenCompany
from tests.ui.stage import SARA
from ui import language
from ui.dialogs.close_step import CloseStepDialog

TODAY = date(2026, 11, 22)
MET = CriterionState("S2-E1", True, Sentence("Done."), Place("scope"))
OPEN = CriterionState("S2-E2", False, Sentence("Not done."), Place("scope"))

Ask = Callable[..., CloseStepDialog]


@pytest.fixture
def asked(company: OpenCompany, qtbot: QtBot) -> Ask:
    def ask(*states: CriterionState) -> CloseStepDialog:
        dialog = CloseStepDialog(company, 2, states, TODAY)
        qtbot.addWidget(dialog)
        dialog.show()
        return dialog

    return ask


def test_a_met_gate_asks_for_no_reason(asked: Ask) -> None:
    assert "reason" not in asked(MET).rows


def test_the_day_is_today_unless_another_is_entered(asked: Ask) -> None:
    assert asked(MET).rows["closed_on"].editor.value() == TODAY


def test_signer_and_reason_make_a_sign_off(asked: Ask) -> None:
    dialog = asked(MET, OPEN)
    dialog.rows["closed_by"].editor.set_value(SARA.id)
    dialog.rows["reason"].editor.set_value("The money comes in spring.")

    dialog.accept()

    closing = dialog.signed
    assert closing is not None
    assert (closing.step, closing.closed_by, closing.closed_on) == ("2", SARA.id, TODAY)
    assert closing.reason == "The money comes in spring."


def test_without_a_signer_it_stays_open_and_says_so(asked: Ask) -> None:
    dialog = asked(MET)

    dialog.accept()

    assert dialog.isVisible()
    assert dialog.rows["closed_by"].problem() == "Choose who signs off this step."


def test_without_a_reason_it_stays_open_and_says_so(asked: Ask) -> None:
    dialog = asked(OPEN)
    dialog.rows["closed_by"].editor.set_value(SARA.id)

    dialog.accept()

    assert dialog.signed is None
    assert dialog.rows["reason"].problem() == "Write why this step is closed although criteria are open."


@pytest.mark.parametrize("code", ["fa", "en"])
def test_it_opens_in_every_language(asked: Ask, code: str) -> None:
    language.set_current(load_language(code))

    assert asked(MET, OPEN).windowTitle() == language.current().gettext("Close step")


def test_the_tab_key_goes_through_the_fields_as_they_are_read(asked: Ask, qtbot: QtBot) -> None:
    dialog = asked(MET, OPEN)
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    dialog.rows["reason"].editor.setFocus()

    passed = []
    for _time in range(4):
        focus = dialog.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, Qt.Key.Key_Tab)
        passed.append(dialog.focusWidget())

    signing = [dialog.rows[name].editor.focusProxy() for name in ("closed_by", "closed_on")]
    assert passed == [*signing, dialog.cancel_button, dialog.sign_button]
