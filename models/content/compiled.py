"""Content files in a form that is read at once; derived, and made anew when a file changes.

The parser of the standard library takes a tenth of a second for what the home page needs.
"""

from __future__ import annotations

import marshal
import os
import sys
import tomllib
from contextlib import suppress
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any, cast

Table = dict[str, Any]
Stamp = tuple[str | int, ...]


def table_of(path: Path, root: Path, folder: Path | None = None) -> Table:
    """Return the table of a TOML file, compiled where that is possible.

    Args:
        path: of the file.
        root: the folder below which it is called by its name.
        folder: for what is compiled, a place in the user's cache unless given.

    Raises:
        OSError: the file cannot be read. ValueError: it is no TOML.
    """
    status = path.stat()
    stamp: Stamp = (str(path), status.st_mtime_ns, status.st_size, sys.hexversion)
    compiled = (folder or _folder()) / "-".join(path.relative_to(root).with_suffix(".bin").parts)
    known = _read(compiled, stamp)
    if known is None:
        known = parsed(path)
        _keep(compiled, stamp, known)
    return known


def parsed(path: Path) -> Table:
    """Return the table of a TOML file; errors as for `table_of`."""
    return tomllib.loads(path.read_text(encoding="utf-8"), parse_float=Decimal)


def _read(compiled: Path, stamp: Stamp) -> Table | None:
    """Return what was compiled, None when it is missing, unreadable or not made from this very file."""
    try:
        found = marshal.loads(compiled.read_bytes())
    except (OSError, ValueError, EOFError, TypeError):
        return None
    if isinstance(found, tuple) and len(found) == 2 and found[0] == stamp and isinstance(found[1], dict):
        return found[1]
    return None


def _keep(compiled: Path, stamp: Stamp, table: Table) -> None:
    part = compiled.with_name(f"{compiled.name}.{os.getpid()}")
    # A decimal fraction cannot be written in this form: the few files that have one are parsed every time.
    with suppress(OSError, ValueError):
        octets = marshal.dumps(cast("Any", (stamp, table)))
        compiled.parent.mkdir(parents=True, exist_ok=True)
        part.write_bytes(octets)
        part.replace(compiled)


@cache
def _folder() -> Path:
    import platformdirs

    return platformdirs.user_cache_path("manshur", appauthor=False) / "content"
