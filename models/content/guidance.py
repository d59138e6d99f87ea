"""What the rules of the domain need to know of the content."""

from __future__ import annotations

from functools import cache

from models.content.document_ids import DOCUMENT_IDS
from models.content.gap import gap_questions
from models.content.steps import steps
from models.domain.guidance import Guidance, Question


@cache
def guidance() -> Guidance:
    """Return ids and weights of questions, documents, tasks and criteria, in the order of the content."""
    return Guidance(
        questions=tuple(
            Question(question.id, question.area, question.points, question.step)
            for question in gap_questions()
        ),
        documents=DOCUMENT_IDS,
        tasks={step.number: tuple(task.id for task in step.tasks) for step in steps()},
        criteria={step.number: tuple(criterion.id for criterion in step.criteria) for step in steps()},
        names={task.id: task.name for step in steps() for task in step.tasks},
    )
