"""How the eight steps are named and marked wherever they are shown."""

from __future__ import annotations

from models.content.outline import step_outline
from models.domain.progress import Phase, StepState
from ui.language import current
from ui.widgets import progress_ring
from ui.widgets.progress_ring import StepMark

_MARKS = {Phase.CLOSED: StepMark.CLOSED, Phase.CLOSED_WITH_REASON: StepMark.FLAGGED}


def ring_state(state: StepState) -> progress_ring.StepState:
    """Return how a step is painted."""
    return progress_ring.StepState(state.step, float(state.share), _MARKS.get(state.phase, StepMark.OPEN))


def step_name(number: int) -> str:
    """Return the short name of a step in the current language."""
    return step_outline(number).name.best(current().code)
