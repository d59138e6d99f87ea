"""Figures as documents write them, with units, as shares, as targets; and texts that know their record."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from models.documents.blocks import Inline, Span
from models.documents.builders.desk import Desk
from models.documents.origin import Origin
from models.domain.fields import Record
from models.domain.records.charter import Indicator
from models.domain.statistics import share
from models.domain.text import LocalText

_PERCENT = frozenset({"%", "٪"})
NOTHING = "–"


def with_unit(desk: Desk, value: Decimal | int | Fraction | None, unit: LocalText | str) -> str:
    """Return a number with its unit, "" for none."""
    if value is None:
        return ""
    number = desk.number_of(value)
    name = desk.say(unit) if isinstance(unit, LocalText) else unit
    if name in _PERCENT:
        return number + desk.language.row.percent
    return f"{number} {name}" if name else number


def code_of(desk: Desk, code: str) -> str:
    """Return a code as it is; one that is a number alone in the digits of the language."""
    return desk.language.digits(code) if code.isdecimal() else code


def target_of(desk: Desk, card: Indicator) -> str:
    """Return an indicator's target with its unit and the side of it on which a value is good."""
    return bounded(desk, card, card.target)


def bounded(desk: Desk, card: Indicator, value: Decimal | None) -> str:
    """Return a limit of an indicator with its unit and the side of it on which a value is good."""
    number = with_unit(desk, value, card.unit)
    return desk.phrase(f"common.{card.comparison}", number=number) if number and card.comparison else number


def share_of(desk: Desk, part: int, whole: int) -> str:
    """Return "7 of 9 (78%)", so that nobody reads a percentage without what it was taken of."""
    of = share(part, whole)
    if of is None:
        return NOTHING
    number = desk.number_of
    return desk.phrase(
        "common.share", part=number(part), whole=number(whole), percent=desk.language.percent(of)
    )


def from_record(text: Inline, record: Record, *fields: str) -> Inline:
    """Return a text that knows the record, and the fields of it, from which it comes."""
    if not text:
        return text
    origin = Origin(record.id, fields)
    spans = (Span(text),) if isinstance(text, str) else text
    return tuple(replace(span, origin=origin) for span in spans)


def listed(parts: Iterable[str]) -> str:
    """Return names in one line that are no parts of a sentence."""
    return " · ".join(parts)


def labelled(label: str, value: str) -> str:
    """Return a value behind its label; users' texts come isolated."""
    return f"{label}: {value}"


def bracketed(text: str, more: str) -> str:
    """Return a text with what belongs to it in brackets."""
    return f"{text} ({more})"


def working_days(desk: Desk, days: int) -> str:
    """Return a number of working days in words."""
    name = "common.working_day" if days == 1 else "common.working_days"
    return desk.phrase(name, days=desk.number_of(days))
