"""What the rules of the domain need to know of the content."""

from __future__ import annotations

from functools import cache

from models.content.document_ids import DOCUMENT_IDS
from models.content.outline import forbidden_claims, question_outlines, step_outline
from models.domain.guidance import Guidance

_STEPS = range(1, 9)


@cache
def guidance() -> Guidance:
    """Return ids, weights and names of the content, and what must not be claimed."""
    steps = [step_outline(number) for number in _STEPS]
    return Guidance(
        questions=question_outlines(),
        documents=DOCUMENT_IDS,
        tasks={step.number: tuple(step.tasks) for step in steps},
        criteria={step.number: tuple(step.criteria) for step in steps},
        claims=forbidden_claims(),
        names={task_id: name for step in steps for task_id, name in step.tasks.items()},
    )
