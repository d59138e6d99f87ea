"""The sentences that documents say besides headings and columns, both languages side by side."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from functools import cache

from models.content.loading import load
from models.domain.text import LocalText

_Phrases = Mapping[str, LocalText]


@dataclass(frozen=True, kw_only=True)
class _PhraseFile:
    """The groups of phrases, each by the part of the documents that says them."""

    common: _Phrases = field(hash=False)
    policy: _Phrases = field(hash=False)
    charter: _Phrases = field(hash=False)
    annexes: _Phrases = field(hash=False)
    training: _Phrases = field(hash=False)
    survey: _Phrases = field(hash=False)
    feedback: _Phrases = field(hash=False)
    audit: _Phrases = field(hash=False)
    actions: _Phrases = field(hash=False)
    notice: _Phrases = field(hash=False)
    plan: _Phrases = field(hash=False)
    gap: _Phrases = field(hash=False)
    complaint: _Phrases = field(hash=False)
    review: _Phrases = field(hash=False)
    control: _Phrases = field(hash=False)
    roles: _Phrases = field(hash=False)
    suppliers: _Phrases = field(hash=False)
    customers: _Phrases = field(hash=False)
    dossier: _Phrases = field(hash=False)


@cache
def phrases() -> Mapping[str, LocalText]:
    """Return all phrases by group and name, such as "charter.validity"; fields stand in braces."""
    file = load("documents/phrases.toml", _PhraseFile)
    return {
        f"{group.name}.{name}": text
        for group in fields(file)
        for name, text in getattr(file, group.name).items()
    }


def phrase(phrase_id: str) -> LocalText:
    """Return one phrase.

    Raises:
        KeyError: there is no such phrase.
    """
    return phrases()[phrase_id]
