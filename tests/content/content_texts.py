"""All texts of resources/content as they stand in the files, whoever reads them."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from models.content.loading import CONTENT
from models.localisation.languages import all_language_rows

CODES = frozenset(row.code for row in all_language_rows())


@dataclass(frozen=True)
class Place:
    """Where something stands: the file below resources/content and the path inside it."""

    file: str
    path: str

    def __str__(self) -> str:
        return f"{self.file}: {self.path}"


@dataclass(frozen=True)
class Found:
    """A text by language code, or the word lists of the languages, and where it stands."""

    place: Place
    texts: dict[str, Any]


def content_files() -> list[str]:
    return sorted(path.relative_to(CONTENT).as_posix() for path in CONTENT.rglob("*") if path.is_file())


def tables() -> Iterator[tuple[Place, dict[str, Any]]]:
    """Yield every table of every file."""
    for name in content_files():
        yield from _tables(name, "", tomllib.loads((CONTENT / name).read_text(encoding="utf-8")))


def texts() -> list[Found]:
    """Return every text in several languages."""
    return [found for found in _by_language() if all(isinstance(v, str) for v in found.texts.values())]


def word_lists() -> list[Found]:
    """Return every set of word lists, one list a language."""
    return [found for found in _by_language() if all(isinstance(v, list) for v in found.texts.values())]


def _by_language() -> Iterator[Found]:
    return (Found(place, table) for place, table in tables() if table and table.keys() <= CODES)


def _tables(file: str, path: str, value: Any) -> Iterator[tuple[Place, dict[str, Any]]]:
    if isinstance(value, dict):
        yield Place(file, path), value
        for key, inner in value.items():
            yield from _tables(file, f"{path}.{key}" if path else key, inner)
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            name = inner.get("id", number) if isinstance(inner, dict) else number
            yield from _tables(file, f"{path}[{name}]", inner)
