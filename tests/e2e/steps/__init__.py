"""The work of each step, a module each, that any `User` can do."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from tests.e2e.driver import User
from tests.e2e.steps import step_1, step_2, step_3, step_4, step_5, step_6, step_7, step_8

_MODULES = (step_1, step_2, step_3, step_4, step_5, step_6, step_7, step_8)

WORK: Mapping[int, Callable[[User], None]] = {
    step: module.work for step, module in enumerate(_MODULES, start=1)
}
"""What meets the gate of a step, by its number."""
