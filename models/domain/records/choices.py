"""The choices that several records offer, as key and label."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from models.domain.marking import N_


class Level(StrEnum):
    """Three steps of strength."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


LEVELS: Mapping[str, str] = {Level.LOW: N_("Low"), Level.MEDIUM: N_("Medium"), Level.HIGH: N_("High")}

STEPS: Mapping[str, str] = {
    "1": N_("1 · Gap analysis"),
    "2": N_("2 · Commitment and scope"),
    "3": N_("3 · Charter design"),
    "4": N_("4 · Staff training"),
    "5": N_("5 · Implementation"),
    "6": N_("6 · Customer feedback"),
    "7": N_("7 · Corrective actions"),
    "8": N_("8 · Audit and improvement"),
}

CHANNELS: Mapping[str, str] = {
    "premises": N_("At our place"),
    "phone": N_("Telephone"),
    "messenger": N_("Messenger"),
    "website": N_("Website"),
    "email": N_("E-mail"),
    "invoice": N_("Invoice or receipt"),
    "delivery": N_("Delivery"),
    "form": N_("Paper form"),
    "other": N_("Other"),
}

WEEKDAYS: Mapping[str, str] = {
    "0": N_("Monday"),
    "1": N_("Tuesday"),
    "2": N_("Wednesday"),
    "3": N_("Thursday"),
    "4": N_("Friday"),
    "5": N_("Saturday"),
    "6": N_("Sunday"),
}
"""By the day's number, counted from Monday = 0."""

SATISFIED: Mapping[str, str] = {"yes": N_("Yes"), "no": N_("No"), "unknown": N_("Not known")}


class Progress(StrEnum):
    """How far a planned thing has come."""

    PLANNED = "planned"
    RUNNING = "running"
    DONE = "done"
    MISSED = "missed"


PROGRESS: Mapping[str, str] = {
    Progress.PLANNED: N_("Planned"),
    Progress.RUNNING: N_("In progress"),
    Progress.DONE: N_("Done"),
    Progress.MISSED: N_("Missed"),
}
