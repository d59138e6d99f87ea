"""The keys that do something, as the help lists them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from models.content.loading import load
from models.domain.text import LocalText


@dataclass(frozen=True, kw_only=True)
class KeyRow:
    """What keys do; `keys` as they are written on a keyboard."""

    keys: str
    deed: LocalText


@dataclass(frozen=True, kw_only=True)
class KeyGroup:
    """The keys of one part of the program."""

    id: str
    title: LocalText
    rows: tuple[KeyRow, ...]


@dataclass(frozen=True, kw_only=True)
class Keys:
    """All keys."""

    groups: tuple[KeyGroup, ...]


@cache
def key_groups() -> tuple[KeyGroup, ...]:
    """Return the groups in the order of reading."""
    return load("keys.toml", Keys).groups
