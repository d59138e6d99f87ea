import pytest

from models.content import plan, steps
from models.content.guidance import guidance
from models.content.steps import Step

STEPS = steps.steps()
TASKS = {1: 10, 2: 9, 3: 12, 4: 10, 5: 9, 6: 9, 7: 9, 8: 10}
CRITERIA = {1: 4, 2: 5, 3: 6, 4: 4, 5: 4, 6: 4, 7: 3, 8: 5}


def test_there_are_eight_steps_in_order() -> None:
    assert [(step.id, step.number) for step in STEPS] == [(f"S{n}", n) for n in range(1, 9)]


@pytest.mark.parametrize("step", STEPS, ids=lambda step: step.id)
def test_tasks_are_numbered_in_order(step: Step) -> None:
    assert [task.id for task in step.tasks] == [f"{step.id}-T{n + 1}" for n in range(TASKS[step.number])]


@pytest.mark.parametrize("step", STEPS, ids=lambda step: step.id)
def test_exit_criteria_are_numbered_in_order(step: Step) -> None:
    expected = [f"{step.id}-E{n + 1}" for n in range(CRITERIA[step.number])]
    assert [criterion.id for criterion in step.criteria] == expected


@pytest.mark.parametrize("step", STEPS, ids=lambda step: step.id)
def test_a_step_has_everything_its_guide_shows(step: Step) -> None:
    assert all((step.inputs, step.outputs, step.mistakes, step.examples, step.clauses.iso_10001))


@pytest.mark.parametrize("step", STEPS, ids=lambda step: step.id)
def test_names_for_lists_are_short(step: Step) -> None:
    names = [step.name, *(task.name for task in step.tasks)]
    assert [text for name in names for _, text in name.items() if len(text) > 40] == []


def test_a_task_is_found_by_its_id() -> None:
    assert steps.task("S3-T12") is STEPS[2].tasks[11]


def test_a_criterion_is_found_by_its_id() -> None:
    assert steps.criterion("S8-E5") is STEPS[7].criteria[4]


@pytest.mark.parametrize("unknown", ["S3-T13", "S9-T1", "T1", "", "SX-T1"])
def test_an_unknown_task_is_refused(unknown: str) -> None:
    with pytest.raises(KeyError):
        steps.task(unknown)


@pytest.mark.parametrize("number", [0, 9])
def test_an_unknown_step_is_refused(number: int) -> None:
    with pytest.raises(KeyError):
        steps.step(number)


def test_the_rules_of_the_domain_get_every_task_and_criterion() -> None:
    counts = {n: (len(guidance().tasks[n]), len(guidance().criteria[n])) for n in TASKS}
    assert counts == {n: (TASKS[n], CRITERIA[n]) for n in TASKS}


@pytest.mark.parametrize("weeks", [8, 12, 16])
def test_a_plan_fills_its_weeks_with_all_steps(weeks: int) -> None:
    spans = plan.plan(weeks).steps
    assert [span.step for span in spans] == list(range(1, 9))
    assert (min(span.first for span in spans), max(span.last for span in spans)) == (1, weeks)


@pytest.mark.parametrize("weeks", [8, 12, 16])
def test_no_step_ends_before_it_starts_or_starts_before_the_one_that_leads_to_it(weeks: int) -> None:
    spans = plan.plan(weeks).steps
    assert all(span.first <= span.last for span in spans)
    assert [span.first for span in spans[:5]] == sorted(span.first for span in spans[:5])


def test_the_recommended_plan_is_one_of_the_plans() -> None:
    assert plan.plan(plan.plans().recommended).weeks == 12
