"""What shortens the first second, in which everything is imported and nothing becomes garbage."""

from __future__ import annotations

import builtins
import gc


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
    gc.enable()
