"""What shortens the first second, in which everything is imported and nothing becomes garbage."""

from __future__ import annotations

import builtins
import gc

from models.services import garbage


def begin() -> None:
    """Search for no garbage until `settle`."""
    gc.disable()


def import_plainly() -> None:
    """Import as Python does it, once PySide6 is there.

    PySide6 reads the source of every module imported after it, to find its `__feature__` switches. Nobody
    uses them here, and a quarter of the time until the home page went into that reading.
    """
    plain = getattr(builtins, "__orig_import__", None)
    if plain is not None:
        builtins.__import__ = plain


def settle() -> None:
    """Search for garbage again, but never in what was there from the start."""
    gc.freeze()
    garbage.allow()


def settle_again() -> None:
    """Do so in a program that has opened another company, whose records may be many.

    Every search would look at all of them: among 100,000 answers that takes as long as a window may not stand
    still. What is left of the company before goes first. Nothing is done in a program that has not settled.
    """
    if gc.get_freeze_count():
        gc.unfreeze()
        gc.collect()
        settle()
