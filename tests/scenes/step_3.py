"""The promise builder at work."""

from __future__ import annotations

from collections.abc import Iterator

from models.content.promises import vague_words
from models.domain.records.charter import Promise
from models.domain.sequence import in_order
from models.domain.text import LocalText
from tests.e2e.program import Program, let_live
from tests.scenes.scene import Scene
from tests.scenes.showing import MOMENT_MS, workspace
from ui.workspaces.promises.workspace import PromiseWorkspace


def promises(program: Program) -> Iterator[Scene]:
    """Return the promise builder at a promise, at one that says hardly anything, and the model promises."""
    for name, act in (("card", show_promise), ("new", show_new_promise), ("models", show_models)):
        yield Scene(f"promise_{name}", act)


def promise_builder(program: Program) -> PromiseWorkspace:
    """Show the promise builder and return it."""
    return workspace(program, 3, "promise", PromiseWorkspace)


def show_promise(program: Program) -> None:
    """Show the first promise in its form; where there is none, the list."""
    builder = promise_builder(program)
    builder.show_place(next((one.id for one in in_order(program.company.all(Promise))), None))
    let_live(MOMENT_MS)


def show_new_promise(program: Program) -> None:
    """Begin a promise as many would: with vague words, in every language; it is not kept."""
    builder = promise_builder(program)
    words = {code: " ".join(found[:3]) for code, found in vague_words().words.items()}
    builder.show_new(Promise(order=1, text=LocalText.of(words)), "text")
    let_live(MOMENT_MS)


def show_models(program: Program) -> None:
    """Show the model promises of a trade, one of them ticked."""
    builder = promise_builder(program)
    builder.show_models()
    builder.models.show_trade("clinic")
    builder.models.rows[0].tick(True)
    let_live(MOMENT_MS)
