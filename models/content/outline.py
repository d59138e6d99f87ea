"""What the rules and the home page need of the content: names and ids, without a record of every text.

The same files are read in full by `steps` and `gap`; a test compares both.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from models.content.compiled import table_of
from models.content.loading import CONTENT, MissingFieldError, UnreadableContentError
from models.domain.guidance import Question
from models.domain.text import LocalText


@dataclass(frozen=True)
class StepOutline:
    """One step: its short name, the names of its tasks and the texts of its exit criteria, by id."""

    number: int
    name: LocalText
    tasks: Mapping[str, LocalText]
    criteria: Mapping[str, LocalText]


@cache
def step_outline(number: int) -> StepOutline:
    """Return the outline of a step, 1 to 8.

    Raises:
        BrokenContentError: names the file and the field.
    """
    name = f"steps/s{number}.toml"
    table = _table(name)
    try:
        return StepOutline(
            number,
            LocalText.of(table["name"]),
            {task["id"]: LocalText.of(task["name"]) for task in table["tasks"]},
            {criterion["id"]: LocalText.of(criterion["text"]) for criterion in table["criteria"]},
        )
    except KeyError as error:
        raise MissingFieldError(file=name, entry=f"S{number}", field=error.args[0]) from error


def task_name(task_id: str) -> LocalText:
    """Return the name of a task such as S3-T4.

    Raises:
        KeyError: there is no such task.
    """
    return step_outline(int(task_id[1:2])).tasks[task_id]


@cache
def forbidden_claims() -> tuple[str, ...]:
    """Return what must never be said of an organisation, in all languages.

    Raises:
        BrokenContentError: names the file and the field.
    """
    name = "limits.toml"
    try:
        return tuple(claim for claims in _table(name)["claims"].values() for claim in claims)
    except KeyError as error:
        raise MissingFieldError(file=name, entry="", field=error.args[0]) from error


@cache
def question_outlines() -> tuple[Question, ...]:
    """Return key area, weight and step of all gap questions, area by area.

    Raises:
        BrokenContentError: names the file and the field.
    """
    name = "gap.toml"
    try:
        model = _table(name)
        points = {row["id"]: row["points"] for row in model["weights"]}
        found = []
        for area in model["key_areas"]:
            name = f"questions/{area['id'].lower()}.toml"
            found += [
                Question(row["id"], row["area"], points[row["weight"]], row["step"])
                for row in _table(name)["questions"]
            ]
        return tuple(found)
    except KeyError as error:
        raise MissingFieldError(file=name, entry=name, field=error.args[0]) from error


def _table(name: str) -> dict[str, Any]:
    path = CONTENT / name
    try:
        return table_of(path, CONTENT)
    except (OSError, ValueError) as error:
        raise UnreadableContentError(file=path.name, reason=error) from error
