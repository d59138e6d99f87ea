"""The gap questionnaire in each of its modes, and its rounds."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from tests.e2e.program import Program
from tests.scenes.scene import Scene
from tests.scenes.showing import workspace
from ui.workspaces.gap.comparison import QUESTIONS
from ui.workspaces.gap.rounds import RoundsWorkspace
from ui.workspaces.gap.summary import BARS, ScoreSummary
from ui.workspaces.gap.workspace import LIST, QUESTION, RESULTS, GapWorkspace


def gap(_program: Program) -> Iterator[Scene]:
    """Return the gap questionnaire in each of its modes, at a gap, filtered, and the rounds of it."""
    for mode in (QUESTION, LIST, RESULTS):
        yield Scene(f"gap_{mode}", partial(show_gap, mode=mode))
    yield Scene("gap_filtered", filter_gap)
    yield Scene("gap_not_applicable", answer_not_applicable)
    yield Scene("gap_bars", show_bars)
    yield Scene("gap_round_new", ask_for_round)
    yield Scene("gap_round_questions", compare_questions)


def show_gap(program: Program, mode: str) -> GapWorkspace:
    """Show the gap questionnaire at a question with a gap, in one of its modes."""
    body = workspace(program, 1, "gap_answer", GapWorkspace)
    body.show_mode(mode)
    body.filters.clear()
    body.questionnaire.go("Q304")
    return body


def filter_gap(program: Program) -> None:
    """Show the critical questions of the questionnaire."""
    filters = show_gap(program, QUESTION).filters
    filters.weight.box.setCurrentIndex(filters.weight.box.findData("C"))
    filters.weight.commit()


def answer_not_applicable(program: Program) -> None:
    """Ask why a question does not apply."""
    show_gap(program, QUESTION).question_page.sheet.give("na")


def show_bars(program: Program) -> None:
    """Show the results with bars."""
    body = show_gap(program, RESULTS)
    body.findChildren(ScoreSummary)[0].kinds.buttons[BARS].click()


def rounds(program: Program) -> RoundsWorkspace:
    """Show the rounds of the questionnaire."""
    return workspace(program, 1, "gap_round", RoundsWorkspace)


def ask_for_round(program: Program) -> None:
    """Ask for what a new round needs."""
    rounds(program).ask_for_round()


def compare_questions(program: Program) -> None:
    """Compare two rounds question by question."""
    shown = rounds(program)
    shown.start.cancel_button.click()
    shown.comparison.kinds.buttons[QUESTIONS].click()
