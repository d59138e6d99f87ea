"""The gate of a step."""

from __future__ import annotations

from datetime import date

from models.content.guidance import guidance
from models.domain.gates import gates
from models.services.steps import open_criteria
from tests.e2e.program import Program
from tests.scenes.showing import show_page, step_page
from ui.dialogs.close_step import CloseStepDialog


def missing_criteria(program: Program) -> dict[int, int]:
    """Return how many exit criteria each step still misses."""
    states = gates(program.company, guidance(), date.today())
    return {step: len(open_criteria(of_step)) for step, of_step in states.items()}


def press_close(program: Program, step: int) -> None:
    """Press the button that closes a step."""
    step_page(program, f"step-{step}").gate.close_button.click()


def ask_to_close(program: Program, step: int) -> None:
    """Ask who signs off a step."""
    show_page(program, f"step-{step}")
    states = gates(program.company, guidance(), date.today())[step]
    CloseStepDialog.ask(program.window, program.company, step, states, date.today())
