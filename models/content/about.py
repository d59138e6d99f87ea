"""What ISO 10001 is, who needs it, what it brings, and the questions people ask."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from models.content.loading import load
from models.domain.text import LocalText


@dataclass(frozen=True, kw_only=True)
class Benefit:
    """Something that working with a charter brings."""

    id: str
    title: LocalText
    text: LocalText


@dataclass(frozen=True, kw_only=True)
class Need:
    """A kind of organization that the standard serves."""

    id: str
    text: LocalText


@dataclass(frozen=True, kw_only=True)
class AskedQuestion:
    """A question people ask, with its honest answer."""

    id: str
    question: LocalText
    answer: LocalText


@dataclass(frozen=True, kw_only=True)
class About:
    """The introduction to the standard."""

    title: LocalText
    introduction: tuple[LocalText, ...]
    benefits: tuple[Benefit, ...]
    needs: tuple[Need, ...]
    questions: tuple[AskedQuestion, ...]


@cache
def about() -> About:
    """Return the introduction to the standard."""
    return load("about.toml", About)
