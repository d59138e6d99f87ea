"""Bringing company files of older versions to the present schema.

One module a version, named `to_2`, `to_3` …, each with `upgrade(op)` written against Alembic's operations.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from shutil import copyfile
from typing import TYPE_CHECKING

from models.domain.errors import AppError
from models.storage import sqlite
from models.storage.errors import UpgradeFailed

if TYPE_CHECKING:
    from alembic.operations import Operations

Upgrade = Callable[["Operations"], None]


def upgrade_to(version: int) -> Upgrade:
    """Return the upgrade from the version before to this one."""
    upgrade: Upgrade = import_module(f"{__name__}.to_{version}").upgrade
    return upgrade


def upgrade_file(path: Path, present: int, wanted: int, find: Callable[[int], Upgrade] = upgrade_to) -> None:
    """Bring a file from the present to the wanted version: copy, upgrade, check, swap.

    find: gives the upgrade to one version.

    Raises:
        UpgradeFailed: the file is as it was.
    """
    unfinished = path.with_name(f".{path.name}.upgrade")
    try:
        copyfile(path, unfinished)
        _upgrade_copy(unfinished, present, wanted, find)
        os.replace(unfinished, path)  # noqa: PTH105 - replaces on every system
    except (OSError, AppError) as error:
        raise UpgradeFailed(file=path.name) from error
    finally:
        unfinished.unlink(missing_ok=True)


def _upgrade_copy(path: Path, present: int, wanted: int, find: Callable[[int], Upgrade]) -> None:
    from alembic.migration import MigrationContext
    from alembic.operations import Operations

    with sqlite.worded_errors(path):
        connection = sqlite.connect(path, read_only=False)
        try:
            with connection.begin():
                operations = Operations(MigrationContext.configure(connection))
                for version in range(present + 1, wanted + 1):
                    find(version)(operations)
                sqlite.set_identity(connection, wanted)
                if sqlite.integrity_problems(connection):
                    raise UpgradeFailed(file=path.name)
        finally:
            sqlite.close(connection)
