"""The answers to the sample company's survey, drawn from the distributions that its source describes."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Mapping
from typing import Any

_COMMENT = "comment"


def survey_answers(
    table: Mapping[str, Any], _keys: Mapping[str, tuple[str, ...]], is_open: Callable[[int], bool]
) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the answers; the same table always gives the same ones.

    How many customers are in each mood and how many answers came by each way is exact; what a mood answers to
    each question is drawn by weight.
    """
    draw = random.Random(table["seed"])
    moods = _shuffled(draw, {mood["name"]: mood["customers"] for mood in table["moods"]})
    sources = _shuffled(draw, table["sources"])
    weights = {mood["name"]: mood for mood in table["moods"]}
    days = [day for day in range(table["first_day"], table["last_day"] + 1) if is_open(day)]
    for number, (mood, source) in enumerate(zip(moods, sources, strict=True), 1):
        day = days[(number - 1) * len(days) // len(moods)]
        values = {
            "key": f"answer_{number}",
            "survey": table["survey"],
            "no": number,
            "answered_on": day,
            "source": source,
            "answers": _sheet(draw, weights[mood]),
            "entered": _next_open(day, is_open),
        }
        reason = table["invalid"].get(str(number))
        yield "survey_answer", values | ({"invalid_because": reason} if reason else {})
        for theme in _themes(values["answers"], table["themes"]):
            mark = {"theme": theme, "answer": values["key"], "question": table["open_question"]}
            yield "theme_mark", mark | {"entered": values["entered"]}


def _shuffled(draw: random.Random, amounts: Mapping[str, int]) -> list[str]:
    names = [name for name, amount in amounts.items() for _ in range(amount)]
    draw.shuffle(names)
    return names


def _sheet(draw: random.Random, mood: Mapping[str, Any]) -> list[Any]:
    """Return one customer's answers; comments as the source writes them."""
    answers = []
    for weights in mood["answers"]:
        answer = draw.choices(list(weights), [int(weight) for weight in weights.values()])[0]
        answers.append(draw.choice(mood["comments"]) if answer == _COMMENT else answer)
    return answers


def _themes(answers: list[Any], themes: Mapping[str, list[str]]) -> Iterator[str]:
    """Yield the themes to which a sheet's comment belongs; each names its comments by their English words."""
    said = {answer["en"] for answer in answers if isinstance(answer, dict)}
    return (theme for theme, comments in themes.items() if not said.isdisjoint(comments))


def _next_open(day: int, is_open: Callable[[int], bool]) -> int:
    """Return the working day on which a day's paper forms are typed in."""
    return day + 1 if is_open(day + 1) else day + 2
