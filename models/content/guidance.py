"""What the rules of the domain need to know of the content."""

from __future__ import annotations

from functools import cache

from models.content.document_ids import DOCUMENT_IDS
from models.content.outline import question_outlines, step_outline
from models.domain.guidance import Guidance

_STEPS = range(1, 9)


@cache
def guidance() -> Guidance:
    """Return ids and weights of questions, documents, tasks and criteria, and the names of the tasks."""
    steps = [step_outline(number) for number in _STEPS]
    return Guidance(
        questions=question_outlines(),
        documents=DOCUMENT_IDS,
        tasks={step.number: tuple(step.tasks) for step in steps},
        criteria={step.number: tuple(step.criteria) for step in steps},
        names={task_id: name for step in steps for task_id, name in step.tasks.items()},
    )
