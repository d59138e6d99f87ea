"""The outline says the same as the content in full."""

from __future__ import annotations

import pytest

from models.content.gap import gap_questions
from models.content.guidance import guidance
from models.content.outline import question_outlines, step_outline, task_name
from models.content.steps import steps


def test_steps_tasks_and_criteria_agree_with_the_full_text() -> None:
    for step in steps():
        outline = step_outline(step.number)
        assert outline.name == step.name
        assert outline.tasks == {task.id: task.name for task in step.tasks}
        assert outline.criteria == {criterion.id: criterion.text for criterion in step.criteria}


def test_questions_agree_with_the_full_text() -> None:
    expected = [(one.id, one.area, one.points, one.step) for one in gap_questions()]

    assert [(one.id, one.key_area, one.weight, one.step) for one in question_outlines()] == expected


def test_guidance_keeps_the_order_of_the_content() -> None:
    known = guidance()

    assert list(known.tasks) == list(range(1, 9))
    assert known.tasks[3] == tuple(task.id for task in steps()[2].tasks)
    assert known.names == {task.id: task.name for step in steps() for task in step.tasks}
    assert known.criteria[8] == tuple(criterion.id for criterion in steps()[7].criteria)


def test_a_task_is_named() -> None:
    assert task_name("S1-T1") == steps()[0].tasks[0].name


@pytest.mark.parametrize("task_id", ["S1-T99", "S2-T0"])
def test_an_unknown_task_is_no_task(task_id: str) -> None:
    with pytest.raises(KeyError):
        task_name(task_id)
