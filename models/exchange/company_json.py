"""A whole company as one JSON text: UTF-8, a row on each line, the same content always the same bytes."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, TextIO

from models.domain.errors import AppError
from models.domain.marking import N_

FORMAT = "manshur-company"
FORMAT_VERSION = 1


class NotAnExport(AppError):
    """The file is no export of this program."""

    message = N_("{file} is not an export of Manshur, or it is damaged. Export the company again.")


class NewerExport(AppError):
    """The export was written by a later version."""

    message = N_("{file} was exported by a newer version of Manshur. Update the program to read it.")


def write(
    out: TextIO, schema_version: int, sections: Iterable[tuple[str, Iterable[Mapping[str, Any]]]]
) -> None:
    """Write the sections of a company in the order given."""
    head = {"format": FORMAT, "format_version": FORMAT_VERSION, "schema_version": schema_version}
    out.write("{\n" + ",\n".join(f"{_text(name)}: {_text(value)}" for name, value in head.items()))
    for name, rows in sections:
        out.write(f",\n{_text(name)}: [")
        out.writelines(_lines(rows))
        out.write("\n]")
    out.write("\n}\n")


def _lines(rows: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    separator = "\n"
    for row in rows:
        yield separator + _text(row)
        separator = ",\n"


def _text(value: object) -> str:
    # Lone surrogates have no UTF-8; records never hold any.
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def read(path: Path, schema_version: int) -> dict[str, list[dict[str, Any]]]:
    """Return the sections of an exported company by name.

    Raises:
        NotAnExport, NewerExport: it is none, or one that this program cannot read.
        OSError: the file cannot be read.
    """
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except (ValueError, RecursionError) as error:
        raise NotAnExport(file=path.name) from error
    if not isinstance(content, dict) or content.get("format") != FORMAT:
        raise NotAnExport(file=path.name)
    versions = content.get("format_version"), content.get("schema_version")
    if not all(isinstance(version, int) for version in versions):
        raise NotAnExport(file=path.name)
    if versions > (FORMAT_VERSION, schema_version):
        raise NewerExport(file=path.name)
    sections = {name: rows for name, rows in content.items() if isinstance(rows, list)}
    if not all(isinstance(row, dict) for rows in sections.values() for row in rows):
        raise NotAnExport(file=path.name)
    return sections
