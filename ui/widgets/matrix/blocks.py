"""Blocks of cells as text: what is copied, and what a text pasted from elsewhere means."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from models.localisation.text import search_key
from ui.widgets.matrix.model import EMPTY, State

Block = Sequence[Sequence[str]]


def as_text(block: Block, states: Mapping[str, State]) -> str:
    """Return a block of states as spreadsheets take it: labels, a tab between cells, a line for each row."""
    labels = {value: state.label for value, state in states.items()}
    return "\n".join("\t".join(labels.get(value, "") for value in row) for row in block)


def read(text: str, states: Mapping[str, State]) -> list[list[str | None]]:
    """Return the states that a text stands for, row by row; None for a cell that means no state."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").removesuffix("\n").split("\n")
    return [[_meant(cell, states.values()) for cell in line.split("\t")] for line in lines]


def _meant(cell: str, states: Iterable[State]) -> str | None:
    key = search_key(cell)
    if not key:
        return EMPTY
    for state in (one for one in states if one.keys):
        if key in (search_key(state.label), search_key(state.text), state.value):
            return state.value
    return by_key(key, states) if len(key) == 1 else None


def by_key(letter: str, states: Iterable[State]) -> str | None:
    """Return the state that a letter sets, None for a letter that sets none."""
    folded = search_key(letter) or letter
    return next((state.value for state in states if letter in state.keys or folded in state.keys), None)
