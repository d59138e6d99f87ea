"""What the page of a step shows."""

from __future__ import annotations

import dataclasses
from datetime import date, timedelta

import pytest

from models.content.titles import titles
from models.domain.gates import gates
from models.domain.gates.criterion import CriterionState, Place
from models.domain.guidance import Guidance
from models.domain.ids import RecordId
from models.domain.ledger import Records
from models.domain.records.control import DocumentControl, Evidence, StepClosing, TaskState
from models.domain.records.organisation import GapAnswer, GapRound
from models.domain.registers import REGISTERS, register
from models.domain.sentences import Sentence
from models.domain.workplaces import ELSEWHERE, WORKPLACES
from models.services import steps
from models.services.sample.records import sample_records

TODAY = date(2026, 11, 22)
SIGNER = RecordId("0190-signer")
MET = CriterionState("S2-E1", True, Sentence("Done."), Place("scope"))
OPEN = CriterionState("S2-E2", False, Sentence("Not done."), Place("scope"))


def codes(number: int) -> list[str]:
    return [code for tab in steps.tabs(number) for code in (tab.register.code, *tab.also)]


@pytest.mark.parametrize("number", range(1, 9))
def test_a_step_offers_all_its_own_registers(number: int) -> None:
    assert {one.code for one in REGISTERS if one.step == number} <= set(codes(number))


@pytest.mark.parametrize("number", range(1, 9))
def test_no_two_tabs_have_the_same_key(number: int) -> None:
    keys = [tab.key for tab in steps.tabs(number)]

    assert len(keys) == len(set(keys))


def test_every_task_is_done_on_the_page_of_its_step() -> None:
    strays = [
        task for task, code in WORKPLACES.items() if code != ELSEWHERE and code not in codes(int(task[1]))
    ]

    assert strays == []


def strays(ledger: Records) -> list[tuple[str, Place]]:
    return [
        (state.id, state.place)
        for number, states in gates(ledger, Guidance(documents=("D1", "D2")), TODAY).items()
        for state in states
        if steps.tab_of(register(state.place.register).step or number, state.place, ledger) is None
    ]


def test_every_criterion_is_mended_on_the_page_of_its_step() -> None:
    assert strays(Records()) == []


def test_the_same_holds_once_everything_is_filled_in() -> None:
    assert strays(Records(sample_records("en", TODAY))) == []


def test_a_place_in_the_policys_control_data_is_on_its_approval() -> None:
    tab = steps.tab_of(2, Place("document_control", None, "approved_by", "D1"), Records())

    assert tab is not None
    assert tab.document == "D1"


def test_a_place_in_another_documents_control_data_is_in_the_master_list() -> None:
    control = DocumentControl(document="D4")

    tab = steps.tab_of(8, Place("document_control", control.id), Records([control]))

    assert tab is not None
    assert tab.document == ""


def test_a_task_without_any_entry_is_open() -> None:
    line = steps.task_lines(2, Records())[0]

    assert not line.is_done
    assert line.state.task == line.task.id


def test_a_task_knows_its_state_and_its_files() -> None:
    state = TaskState(task="S2-T4", due=TODAY)
    file = Evidence(file_name="letter.pdf", subject="task", subject_id="S2-T4")

    line = next(one for one in steps.task_lines(2, Records([state, file])) if one.task.id == "S2-T4")

    assert (line.state, line.files) == (state, 1)


@pytest.mark.parametrize(
    ("due", "done_on", "is_late"),
    [
        (TODAY - timedelta(days=1), None, True),
        (TODAY, None, False),
        (TODAY - timedelta(days=1), TODAY, False),
        (None, None, False),
    ],
)
def test_a_task_is_late_once_its_day_has_passed(
    due: date | None, done_on: date | None, is_late: bool
) -> None:
    state = TaskState(task="S2-T4", due=due, done_on=done_on)

    line = next(one for one in steps.task_lines(2, Records([state])) if one.task.id == "S2-T4")

    assert line.is_late(TODAY) is is_late


def test_ticking_a_task_off_writes_the_day() -> None:
    assert steps.ticked(TaskState(task="S2-T4"), True, TODAY).done_on == TODAY


def test_a_task_can_be_opened_again() -> None:
    assert steps.ticked(TaskState(task="S2-T4", done_on=TODAY), False, TODAY).done_on is None


def test_a_met_gate_needs_no_reason() -> None:
    closing = steps.signed_off(2, (MET,), by=SIGNER, on=TODAY, reason="", today=TODAY)

    assert closing == dataclasses.replace(
        StepClosing(step="2", closed_on=TODAY, closed_by=SIGNER), id=closing.id
    )


def test_a_reason_is_kept_only_where_criteria_are_open() -> None:
    closing = steps.signed_off(2, (MET,), by=SIGNER, on=TODAY, reason="None needed.", today=TODAY)

    assert closing.reason == ""


def test_an_open_gate_needs_a_reason() -> None:
    with pytest.raises(steps.NoReason):
        steps.signed_off(2, (MET, OPEN), by=SIGNER, on=TODAY, reason="  ", today=TODAY)


def test_somebody_has_to_sign() -> None:
    with pytest.raises(steps.NoSigner):
        steps.signed_off(2, (MET,), by=None, on=TODAY, reason="", today=TODAY)


@pytest.mark.parametrize("day", [None, TODAY + timedelta(days=1)])
def test_a_step_is_not_closed_on_a_day_to_come(day: date | None) -> None:
    with pytest.raises(steps.NoClosingDay):
        steps.signed_off(2, (MET,), by=SIGNER, on=day, reason="", today=TODAY)


def test_the_newest_sign_off_counts() -> None:
    older = StepClosing(step="2", closed_on=TODAY)
    newer = StepClosing(step="2", closed_on=TODAY)

    assert steps.closing(2, Records([older, newer, StepClosing(step="3")])) == newer


@pytest.mark.parametrize(("document", "number"), [("D1", "CS-PO-01"), ("R-01", "CS-LS-01")])
def test_a_document_without_control_data_gets_a_record_with_its_number(document: str, number: str) -> None:
    control = steps.control_sheet(document, Records())

    assert (control.document, control.number) == (document, number)


def test_known_control_data_stay_as_they_are() -> None:
    control = DocumentControl(document="D1")

    assert steps.control_sheet("D1", Records([control])) == control


def test_a_jump_to_an_unanswered_question_prepares_its_answer() -> None:
    older, newest = GapRound(started_on=TODAY - timedelta(days=90)), GapRound(started_on=TODAY)
    question = next(iter(titles("gap_question")))

    record = steps.prepared(Place("gap_answer", None, "score", question), Records([older, newest]))

    assert isinstance(record, GapAnswer)
    assert (record.question, record.round) == (question, newest.id)


def test_a_jump_to_a_documents_missing_control_data_prepares_them() -> None:
    record = steps.prepared(Place("document_control", None, "approved_by", "D4"), Records())

    assert isinstance(record, DocumentControl)
    assert record.document == "D4"


@pytest.mark.parametrize("place", [Place("gap_answer"), Place("promise", content="S3-T1")])
def test_other_jumps_prepare_nothing(place: Place) -> None:
    assert steps.prepared(place, Records()) is None
