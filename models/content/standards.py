"""ISO 10001 in plain words, its family, and the links to ISO 9001."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from models.content.loading import load
from models.domain.text import LocalText


@dataclass(frozen=True, kw_only=True)
class Clause:
    """A clause or annex of ISO 10001:2018 in our own words.

    label: how it is cited where the number is not enough ("Annex C"). meaning, and shows (what a small
    business shows): None for headings and annexes. in_2007: its number in the first edition, "" where it is
    new. title_2007: its earlier title, None where it kept its name.
    """

    id: str
    title: LocalText
    label: LocalText | None = None
    meaning: LocalText | None = None
    shows: LocalText | None = None
    in_2007: str = ""
    title_2007: LocalText | None = None

    @property
    def is_annex(self) -> bool:
        """Whether it is an annex; all annexes are informative."""
        return self.label is not None

    @property
    def is_new(self) -> bool:
        """Whether the first edition did not have it."""
        return not self.in_2007


@dataclass(frozen=True, kw_only=True)
class Fact:
    """One line of the standard's identity card."""

    label: LocalText
    value: LocalText


@dataclass(frozen=True, kw_only=True)
class GuidanceStandard:
    """ISO 10001 as a whole; the Persian title is our own rendering and says so."""

    number: str
    edition: str
    title: LocalText
    charter: LocalText
    subjects: LocalText
    summary_note: LocalText
    facts: tuple[Fact, ...]
    clauses: tuple[Clause, ...]
    changes: tuple[LocalText, ...]
    small_business: tuple[LocalText, ...]


@dataclass(frozen=True, kw_only=True)
class Standard:
    """A standard of the family: what it is about and what the application takes from it.

    edition: "" where it was not checked.
    """

    id: str
    subject: LocalText
    use: LocalText
    edition: str = ""


@dataclass(frozen=True, kw_only=True)
class Family:
    """The family of standards and how they hang together."""

    chain: LocalText
    standards: tuple[Standard, ...]


@dataclass(frozen=True, kw_only=True)
class SisterClause:
    """A clause of ISO 10002 or ISO 10004 with our own short name for it."""

    id: str
    subject: LocalText


@dataclass(frozen=True, kw_only=True)
class SisterStandard:
    """The clauses of a sister standard to which questions and steps refer."""

    number: str
    edition: str
    note: LocalText
    clauses: tuple[SisterClause, ...]


@dataclass(frozen=True, kw_only=True)
class Edition:
    """An edition of ISO 9001; one without rows of its own uses those of `based_on`."""

    id: str
    name: LocalText
    note: LocalText
    based_on: str = ""


@dataclass(frozen=True, kw_only=True)
class MappingRow:
    """What the charter work gives to clauses of ISO 9001.

    in_annex: the documents meet it in their internal annexes.
    """

    edition: str
    clauses: tuple[str, ...]
    title: LocalText
    gives: LocalText
    iso_10001: tuple[str, ...]
    documents: tuple[str, ...] = ()
    records: tuple[str, ...] = ()
    in_annex: bool = False


@dataclass(frozen=True, kw_only=True)
class _MappingFile:
    note: LocalText
    editions: tuple[Edition, ...]
    rows: tuple[MappingRow, ...]


@cache
def iso_10001() -> GuidanceStandard:
    """Return ISO 10001 in plain words."""
    return load("standards/iso_10001.toml", GuidanceStandard)


def clauses() -> tuple[Clause, ...]:
    """Return clauses and annexes of ISO 10001 in their order."""
    return iso_10001().clauses


def clause(number: str) -> Clause:
    """Return a clause by its number ("4.11") or an annex by its letter.

    Raises:
        KeyError: there is no such clause.
    """
    return _clauses_by_id()[number]


@cache
def _clauses_by_id() -> dict[str, Clause]:
    return {clause.id: clause for clause in clauses()}


@cache
def family() -> Family:
    """Return the standards that belong together."""
    return load("standards/family.toml", Family)


@cache
def iso_10002() -> SisterStandard:
    """Return the clauses of ISO 10002:2018."""
    return load("standards/iso_10002.toml", SisterStandard)


@cache
def iso_10004() -> SisterStandard:
    """Return the clauses of ISO 10004:2018."""
    return load("standards/iso_10004.toml", SisterStandard)


@cache
def _mapping_file() -> _MappingFile:
    return load("standards/iso_9001.toml", _MappingFile)


def iso_9001_note() -> LocalText:
    """Return the sentence that says whose reading the mapping is."""
    return _mapping_file().note


def iso_9001_editions() -> tuple[Edition, ...]:
    """Return the editions of ISO 9001 that may be chosen, oldest first."""
    return _mapping_file().editions


def iso_9001_mapping(edition_id: str) -> tuple[MappingRow, ...]:
    """Return the mapping for an edition, in the order of its clauses.

    Raises:
        KeyError: there is no such edition.
    """
    editions = {edition.id: edition for edition in iso_9001_editions()}
    wanted = editions[edition_id].based_on or edition_id
    return tuple(row for row in _mapping_file().rows if row.edition == wanted)
