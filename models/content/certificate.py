"""The honest answer about certificates, and what the application must never claim."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

from models.content.loading import load
from models.domain.text import LocalText


@dataclass(frozen=True, kw_only=True)
class CertificateQuestion:
    """A question to ask before paying for a certificate."""

    number: int
    text: LocalText


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """What a company can honestly aim at: A, B or C."""

    id: str
    title: LocalText
    text: LocalText


@dataclass(frozen=True, kw_only=True)
class Stage:
    """What certification bodies do, stage by stage."""

    id: str
    title: LocalText
    text: LocalText


@dataclass(frozen=True, kw_only=True)
class CertificatePage:
    """The page about certificates, in the order of reading.

    statement: the one sentence about the standard that documents may carry. forbidden: what they may not.
    real_certificate: with the fields number and body, printed only under real_certificate_rule.
    """

    intro: LocalText
    before_paying: LocalText
    questions: tuple[CertificateQuestion, ...]
    warning: LocalText
    closing: LocalText
    outcomes: tuple[Outcome, ...]
    facts: tuple[LocalText, ...]
    stages: tuple[Stage, ...]
    asked_for_intro: LocalText
    asked_for: tuple[LocalText, ...]
    statement: LocalText
    forbidden: tuple[LocalText, ...]
    real_certificate: LocalText
    real_certificate_rule: LocalText


@dataclass(frozen=True, kw_only=True)
class Limit:
    """Something the application must not claim, and what to say instead."""

    id: str
    must_not: LocalText
    instead: LocalText


@dataclass(frozen=True, kw_only=True)
class Limits:
    """The honest limits.

    disclaimer: small print of every document, with the field app. claims: phrases by language code that must
    not stand in a company's texts; compare them with search keys, so that spelling does not matter.
    """

    disclaimer: LocalText
    limits: tuple[Limit, ...]
    behaviour: tuple[LocalText, ...]
    claims: Mapping[str, tuple[str, ...]] = field(hash=False)


@cache
def certificate_page() -> CertificatePage:
    """Return the page about certificates."""
    return load("certificate.toml", CertificatePage)


@cache
def limits() -> Limits:
    """Return what must not be claimed."""
    return load("limits.toml", Limits)
