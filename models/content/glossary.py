"""The bilingual glossary."""

from __future__ import annotations

import types
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

from models.content.loading import load
from models.domain.text import LocalText


@dataclass(frozen=True, kw_only=True)
class Term:
    """A term of the field.

    also: other words for it, by language code; meaning: None where the term speaks for itself.
    """

    id: str
    term: LocalText
    meaning: LocalText | None = None
    also: Mapping[str, tuple[str, ...]] = field(
        default_factory=lambda: types.MappingProxyType({}), hash=False
    )


@dataclass(frozen=True, kw_only=True)
class _GlossaryFile:
    terms: tuple[Term, ...]


@cache
def glossary() -> tuple[Term, ...]:
    """Return all terms in the order of the English alphabet; sort by the language shown."""
    return load("glossary.toml", _GlossaryFile).terms


def term(term_id: str) -> Term:
    """Return one term.

    Raises:
        KeyError: there is no such term.
    """
    return {term.id: term for term in glossary()}[term_id]
