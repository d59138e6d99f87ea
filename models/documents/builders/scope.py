"""What the charter covers and leaves out, as the policy and the charter say it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from models.documents.blocks import Block, Bullets, Entry, Missing, Paragraph
from models.documents.builders.desk import Desk
from models.documents.builders.values import labelled
from models.domain.records.commitment import Exclusion, Scope

_COVERED = ("products", "sites", "customer_groups", "channels")


def lacking(desk: Desk) -> Iterator[Missing]:
    """Yield what is not entered yet of products, places, customer groups, channels and exclusions."""
    scope = desk.ledger.sheet(Scope)
    for field in _COVERED:
        if not getattr(scope, field):
            yield desk.missing(scope, field)
    if not desk.ledger.all(Exclusion) and not scope.nothing_excluded:
        yield desk.missing(Exclusion)


def covered(desk: Desk) -> Iterator[Entry]:
    """Yield what the charter covers; an empty value where it is not entered yet."""
    scope = desk.ledger.sheet(Scope)
    for field in _COVERED:
        yield Entry(desk.phrase(f"policy.{field}"), desk.value(scope, field))


def left_out(desk: Desk) -> Iterator[Block]:
    """Yield the exclusions with their reasons, or that there are none."""
    exclusions = desk.ledger.all(Exclusion)
    if exclusions:
        yield Paragraph(desk.phrase("policy.left_out"))
        yield Bullets(reasons(desk, exclusions))
    elif desk.ledger.sheet(Scope).nothing_excluded:
        yield Paragraph(desk.phrase("policy.nothing_left_out"))


def reasons(desk: Desk, exclusions: Sequence[Exclusion]) -> tuple[str, ...]:
    """Return what is left out, each with its reason."""
    return tuple(_exclusion(desk, one) for one in exclusions)


def _exclusion(desk: Desk, exclusion: Exclusion) -> str:
    quote = desk.language.isolate
    what, reason = desk.say(exclusion.what), desk.say(exclusion.reason)
    return labelled(quote(what), quote(reason)) if reason else what
