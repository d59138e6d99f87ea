from datetime import date, timedelta
from fractions import Fraction

from models.domain.gates import CRITERIA, Place
from models.domain.ids import RecordId
from models.domain.ledger import Records
from models.domain.progress import NextThing, Phase, StepState, next_things, step_states
from models.domain.records.control import StepClosing, TaskState
from models.domain.records.organisation import ContextFactor, Organisation
from models.domain.registers import register
from models.domain.workplaces import WORKPLACES
from tests.unit.domain.company import GUIDANCE, TODAY, both, changed, full_company, with_more
from tests.unit.domain.wording import SOURCE

CLOSINGS = [StepClosing(step=str(step), closed_on=TODAY) for step in CRITERIA]


def state(step: int, ledger: Records) -> StepState:
    return step_states(ledger, GUIDANCE, TODAY)[step - 1]


def first(ledger: Records) -> NextThing:
    return next_things(ledger, GUIDANCE, TODAY)[0]


def test_all_steps_of_an_empty_company_are_untouched() -> None:
    assert {(s.phase, s.share) for s in step_states(Records(), GUIDANCE, TODAY)} == {
        (Phase.UNTOUCHED, Fraction(0))
    }


def test_a_record_in_its_register_sets_a_step_going() -> None:
    assert state(1, Records([ContextFactor(matter="A narrow street")])).phase is Phase.RUNNING


def test_an_entry_about_a_task_sets_its_step_going() -> None:
    assert state(4, Records([TaskState(task="S4-T1", due=TODAY)])).phase is Phase.RUNNING


def test_a_step_does_not_set_others_going() -> None:
    assert state(2, Records([ContextFactor(matter="A narrow street")])).phase is Phase.UNTOUCHED


def test_ticked_tasks_alone_fill_half_a_step() -> None:
    ticked = (TaskState(task=task, done_on=TODAY) for task in GUIDANCE.tasks[3])
    assert state(3, Records(ticked)).share == Fraction(1, 2)


def test_met_criteria_alone_fill_the_other_half() -> None:
    assert state(3, full_company()).share == Fraction(1, 2)


def test_tasks_and_criteria_are_counted() -> None:
    ledger = Records([TaskState(task="S1-T1", done_on=TODAY), TaskState(task="S1-T2", due=TODAY)])
    counted = state(1, ledger)
    assert (counted.tasks_done, counted.tasks, counted.criteria_met) == (1, 10, 0)


def test_a_met_gate_does_not_close_a_step_by_itself() -> None:
    assert state(1, full_company()).phase is Phase.RUNNING


def test_a_signed_off_step_with_its_gate_met_is_closed() -> None:
    assert state(1, with_more(StepClosing(step="1", closed_on=TODAY))).phase is Phase.CLOSED


def test_a_step_with_open_criteria_is_closed_only_with_a_reason() -> None:
    with_reason = StepClosing(step="5", closed_on=TODAY, reason="The shop moves in spring")
    assert state(5, Records([with_reason])).phase is Phase.CLOSED_WITH_REASON


def test_a_closed_step_runs_again_when_its_gate_breaks() -> None:
    ledger = Records([*CLOSINGS, ContextFactor()])
    assert state(1, ledger).phase is Phase.RUNNING


def test_a_sign_off_without_a_day_closes_nothing() -> None:
    assert state(1, with_more(StepClosing(step="1"))).phase is Phase.RUNNING


def test_the_newest_sign_off_counts() -> None:
    newer = StepClosing(step="2", closed_on=TODAY, reason="Newer")
    older = StepClosing(step="2", closed_on=date(2026, 9, 1), reason="Older")
    assert state(2, Records([newer, older])).closing == newer


def test_the_work_begins_with_the_first_task() -> None:
    begin = first(Records())
    assert (begin.step, begin.task, begin.place.register) == (1, "S1-T1", "organisation")


def test_no_more_than_the_wanted_number_of_things_comes_next() -> None:
    assert len(next_things(Records(), GUIDANCE, TODAY, limit=5)) == 5


def test_a_task_whose_register_is_filled_waits_behind_the_empty_ones() -> None:
    ledger = Records([Organisation(id=RecordId("organisation"), name=both("Naan"))])
    assert [one.task for one in next_things(ledger, GUIDANCE, TODAY)] == ["S1-T2", "S1-T3", "S1-T4"]


def test_a_ticked_task_does_not_come_again() -> None:
    assert first(Records([TaskState(task="S1-T1", done_on=TODAY)])).task == "S1-T2"


def test_an_unmet_criterion_comes_even_when_its_task_is_ticked() -> None:
    ticked = [TaskState(task=task, done_on=TODAY) for task in GUIDANCE.tasks[1]]
    open_ones = [one.criterion for one in next_things(Records(ticked), GUIDANCE, TODAY, limit=4)]
    assert open_ones == ["S1-E2", "S1-E1", "S1-E3", "S1-E4"]


def test_a_criterion_comes_with_its_reason_and_place() -> None:
    comes = next_things(changed("policy", announced_how=""), GUIDANCE, TODAY, limit=20)
    unmet = next(one for one in comes if one.criterion)
    assert (unmet.task, unmet.criterion, unmet.place) == (
        "S2-T9",
        "S2-E5",
        Place("policy", RecordId("policy"), "announced_how"),
    )


def test_a_step_whose_gate_is_met_waits_only_for_its_sign_off() -> None:
    comes = first(full_company())
    assert (comes.step, comes.task, comes.criterion, comes.place.register) == (1, "", "", "step_closing")


def test_nothing_comes_next_when_all_steps_are_closed() -> None:
    assert next_things(with_more(*CLOSINGS), GUIDANCE, TODAY) == ()


def test_a_step_closed_with_a_reason_is_passed_over() -> None:
    assert first(Records([StepClosing(step="1", closed_on=TODAY, reason="Done on paper")])).step == 2


def test_an_open_task_says_when_it_is_due() -> None:
    ledger = Records([TaskState(task="S1-T1", due=TODAY + timedelta(days=2))])
    assert first(ledger).reason.worded(SOURCE) == "This task is due on 2026-11-24."


def test_an_overdue_task_says_so() -> None:
    ledger = Records([TaskState(task="S1-T1", due=TODAY - timedelta(days=1))])
    assert first(ledger).reason.worded(SOURCE) == "This task was due on 2026-11-21."


def test_the_work_of_every_task_has_a_register() -> None:
    assert {register(code).code for code in WORKPLACES.values()} == set(WORKPLACES.values())
