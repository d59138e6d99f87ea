"""The clauses of the standards to which a piece of content belongs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

# Field name and how the standard is cited; the order in which links are shown.
STANDARDS = (
    ("iso_10001", "ISO 10001"),
    ("iso_9001", "ISO 9001"),
    ("iso_10002", "ISO 10002"),
    ("iso_10004", "ISO 10004"),
)


@dataclass(frozen=True, kw_only=True)
class ClauseLinks:
    """Clause numbers by standard, annexes by their letter; empty where there is no link."""

    iso_10001: tuple[str, ...] = ()
    iso_9001: tuple[str, ...] = ()
    iso_10002: tuple[str, ...] = ()
    iso_10004: tuple[str, ...] = ()

    def items(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Yield (standard, clauses) for the standards that are linked, ISO 10001 first."""
        for name, standard in STANDARDS:
            clauses: tuple[str, ...] = getattr(self, name)
            if clauses:
                yield standard, clauses


def merged(links: Iterable[ClauseLinks]) -> ClauseLinks:
    """Return all clauses of several links, each once, in the order of the standard."""
    found: dict[str, set[str]] = {name: set() for name, _ in STANDARDS}
    for link in links:
        for name in found:
            found[name].update(getattr(link, name))
    return ClauseLinks(**{name: tuple(sorted(clauses, key=clause_order)) for name, clauses in found.items()})


def clause_order(number: str) -> tuple[int, tuple[int, ...], str]:
    """Return the key that sorts 4.9 before 4.10, and annexes after all clauses."""
    if number[:1].isdigit():
        return 0, tuple(int(part) for part in number.split(".")), ""
    return 1, (), number
