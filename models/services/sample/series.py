"""Parts of the sample company that its source writes as a series: sheets, weeks, a survey's answers.

Each function turns one table of the source into lines of registers, written as the source writes them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from typing import Any

from models.services.sample.survey import survey_answers

Keys = Mapping[str, tuple[str, ...]]
IsOpen = Callable[[int], bool]
Made = Iterator[tuple[str, dict[str, Any]]]

_STATES = {"+": "have", "o": "need", "-": "na"}
_WEEK = 7
_LAST_WORKING_DAY = 5
_TENTH = Decimal("0.1")


def skill_matrix(table: Mapping[str, Any], _keys: Keys, _is_open: IsOpen) -> Made:
    """Yield the cells of the training matrix: `states` has one mark for each skill, in their order."""
    for row in table["jobs"]:
        for skill, mark in zip(table["skills"], row["states"], strict=True):
            yield "skill_need", {"job": row["job"], "skill": skill, "state": _STATES[mark]}


def attendance_sheets(table: Mapping[str, Any], keys: Keys, _is_open: IsOpen) -> Made:
    """Yield everybody's line on the sheet of each session; those in `absent` neither came nor signed."""
    for sheet in table["sheets"]:
        for person in keys["person"]:
            came = person not in sheet.get("absent", ())
            yield (
                "attendance",
                {
                    "session": sheet["session"],
                    "person": person,
                    "attended": came,
                    "signed": came,
                    "entered": sheet["entered"],
                },
            )


def weekly_counts(table: Mapping[str, Any], _keys: Keys, _is_open: IsOpen) -> Made:
    """Yield a data sheet for each promise and week, and from their sums the share kept in each period."""
    for series in table["promises"]:
        weeks = list(zip(series["cases"], series["kept"], strict=True))
        for number, (cases, kept) in enumerate(weeks):
            start = table["first_week"] + _WEEK * number
            values = {"week_start": start, "promise": series["promise"], "cases": cases, "kept": kept}
            values |= {"by": series["by"], "entered": start + _WEEK}
            yield "data_sheet", values | _note(series, str(number + 1))
        for period in table["periods"]:
            yield from _period_value(table["first_week"], series, weeks, period)


def _note(series: Mapping[str, Any], week: str) -> dict[str, Any]:
    note = series.get("notes", {}).get(week)
    return {"note": note} if note else {}


def _period_value(
    first_week: int, series: Mapping[str, Any], weeks: list[tuple[int, int]], period: Mapping[str, Any]
) -> Made:
    first, last = period["weeks"]
    cases = sum(week[0] for week in weeks[first - 1 : last])
    kept = sum(week[1] for week in weeks[first - 1 : last])
    end = first_week + _WEEK * (last - 1) + _LAST_WORKING_DAY
    yield (
        "indicator_value",
        {
            "indicator": series["promise"],
            "start": first_week + _WEEK * (first - 1),
            "end": end,
            "value": (100 * Decimal(kept) / cases).quantize(_TENTH),
            "cases": cases,
            "note": series.get("period_note", period["note"]),
            "entered": end + 2,
        },
    )


SERIES: Mapping[str, Callable[[Mapping[str, Any], Keys, IsOpen], Made]] = {
    "skill_matrix": skill_matrix,
    "attendance_sheets": attendance_sheets,
    "weekly_counts": weekly_counts,
    "survey_answers": survey_answers,
}
