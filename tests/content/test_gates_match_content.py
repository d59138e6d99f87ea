from models.content.guidance import guidance
from models.content.steps import steps
from models.domain.gates import CRITERIA
from models.domain.workplaces import WORKPLACES


def test_every_exit_criterion_is_judged_by_a_rule_and_no_other() -> None:
    assert {step: tuple(row.id for row in rows) for step, rows in CRITERIA.items()} == guidance().criteria


def test_every_exit_criterion_belongs_to_a_task_of_its_step() -> None:
    tasks = guidance().tasks
    assert [row.id for step, rows in CRITERIA.items() for row in rows if row.task not in tasks[step]] == []


def test_every_task_has_its_workplace_and_no_other() -> None:
    assert set(WORKPLACES) == {task.id for step in steps() for task in step.tasks}
