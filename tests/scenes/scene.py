"""What a scene is, and what returns scenes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from tests.e2e.program import Program


@dataclass(frozen=True)
class Scene:
    """Something to see: how it is called, and what brings it about.

    is_dialog: what brings it about returns only when the dialog is closed.
    """

    name: str
    act: Callable[[Program], object]
    is_dialog: bool = False


Scenes = Callable[[Program], Iterator[Scene]]
"""Returns scenes of one kind, which may depend on what the program has open."""


def dialog_scene(name: str, act: Callable[[Program], object]) -> Scene:
    """Return the scene of a dialog."""
    return Scene(f"dialog_{name}", act, is_dialog=True)
