"""The pages and deeds of the window, as search finds them."""

from __future__ import annotations

from collections.abc import Iterator

from models.domain.marking import N_
from models.services.search.targets import Command, CommandKey, PageKey
from ui.actions import ROWS
from ui.page_catalogue import PAGES

LANGUAGE = "language"
# They make no sense from a list, or bring one back to it.
_LEFT_OUT = frozenset({"undo", "redo", "back", "menu", "search", "history", "help"})
_MORE = (
    Command(CommandKey(LANGUAGE), N_("Switch the language"), "language"),
    Command(PageKey("documents"), N_("Issue document"), "documents"),
)


def commands() -> Iterator[Command]:
    """Yield everything that can be done and shown; steps are content and not among them."""
    for spec in PAGES:
        if spec.step is None:
            yield Command(PageKey(spec.key), spec.title, spec.icon)
    for row in ROWS:
        if row.key not in _LEFT_OUT:
            yield Command(CommandKey(row.key), row.text, row.icon)
    yield from _MORE
