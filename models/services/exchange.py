"""The whole company out of its file and into a new one."""

from __future__ import annotations

from pathlib import Path

from models.exchange import company_json
from models.exchange.company_json import NotAnExport
from models.services.program import VERSION
from models.storage import image
from models.storage.errors import DamagedFile, FileExists, FileUnreachable
from models.storage.opening import open_file
from models.storage.own_tables import SCHEMA_VERSION
from models.storage.writing import replacing


def export_company(path: Path, out: Path) -> None:
    """Write a whole company, journal and evidence included, to a JSON file; an existing one is replaced.

    Raises:
        AppError: nothing was written.
    """
    file = open_file(path, read_only=True)
    try:
        with replacing(out) as (unfinished,), unfinished.open("w", encoding="utf-8", newline="\n") as target:
            company_json.write(target, SCHEMA_VERSION, image.sections_of(file))
    finally:
        file.close()


def import_company(exported: Path, path: Path) -> None:
    """Make a new company file from an exported company.

    Raises:
        NotAnExport, NewerExport, FileExists, …: nothing was made.
    """
    if path.exists():
        raise FileExists(file=path.name)
    try:
        sections = company_json.read(exported, SCHEMA_VERSION)
        image.make_file(path, VERSION, sections)
    except OSError as error:
        raise FileUnreachable(file=exported.name, reason=error.strerror or "?") from error
    except (ValueError, KeyError, TypeError, ArithmeticError, DamagedFile) as error:
        raise NotAnExport(file=exported.name) from error
