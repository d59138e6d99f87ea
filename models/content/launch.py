"""The model list of what must be ready before the charter starts."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from models.content.loading import load
from models.domain.text import LocalText


@dataclass(frozen=True, kw_only=True)
class ModelPoint:
    """One point of the list; by its id the records are asked whether it is ready."""

    id: str
    text: LocalText


@dataclass(frozen=True, kw_only=True)
class LaunchModel:
    """The points in the order in which they are offered."""

    points: tuple[ModelPoint, ...]


@cache
def launch_model() -> LaunchModel:
    """Return the model list."""
    return load("launch.toml", LaunchModel)
