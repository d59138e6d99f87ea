"""Values of indicators: the next period, what is typed for it, figures from data sheets, and actions."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any, NamedTuple

from models.domain.errors import AppError
from models.domain.fields import field_of
from models.domain.ids import RecordId
from models.domain.ledger import Ledger
from models.domain.marking import N_
from models.domain.measuring import is_share, overlapping, sheets_within
from models.domain.performance import Kept, Performance, kept
from models.domain.records.charter import Indicator, Promise
from models.domain.records.correction import Action
from models.domain.records.feedback import IndicatorValue
from models.domain.records.operation import DataSheet
from models.domain.sentences import Sentence
from models.domain.validation import refusal_of
from models.localisation.language import Language, all_languages
from models.localisation.periods import period_after, period_name, period_of
from models.localisation.text import normalise
from models.services.action_sources import begun_from
from models.services.cell_reading import CellReader
from models.services.editing import ValueRefused

_DAY = timedelta(days=1)
_PERCENT_SIGNS = "%٪"
_DECIMALS = 1

COLUMNS = ("start", "end", "value", "cases", "note")
"""The fields of a value that are typed in, in the order of the columns."""


class EndBeforeStart(AppError):
    """A period that would end before it begins."""

    message = N_("The period would end before it begins, on {day}. Check the two dates.")


class PeriodTaken(AppError):
    """A period of which some day is measured already."""

    message = N_("This period overlaps with another one of this indicator, which ends on {day}.")


class PeriodNotOver(AppError):
    """A period that still goes on, or has not begun."""

    message = N_("This period ends on {day}, which is still to come. Measure it when it is over.")


class MoreThanAll(AppError):
    """A share of more than a whole."""

    message = N_("A share cannot be less than 0 or more than 100. Check the number.")


def next_value(
    indicator: Indicator, values: Iterable[IndicatorValue], language: Language, today: date
) -> IndicatorValue:
    """Return a value not saved yet for the period that follows the last one of these.

    Where none of them has a day it is the last period that is over.
    """
    last = max((one.end for one in values if one.end is not None), default=None)
    if last is not None:
        period = period_after(last, indicator.frequency, language)
    else:
        current = period_of(today, indicator.frequency, language)
        period = period_of(current.start - _DAY, indicator.frequency, language)
    return IndicatorValue(indicator=indicator.id, start=period.start, end=period.end)


def typed(ledger: Ledger, indicator: Indicator, name: str, text: str, language: Language) -> Any:
    """Return what was typed for a field of a value; a percent sign may follow a percentage.

    Raises:
        AppError: it cannot be kept, in the user's words.
    """
    spec = field_of(IndicatorValue, name)
    text = normalise(text).strip()
    if name == "value" and is_share(indicator):
        text = text.strip(_PERCENT_SIGNS).strip()
    if not text:
        return spec.empty
    value = CellReader(ledger, all_languages(language)).read(spec, text)
    refused = refusal_of(spec, value)
    if refused is not None:
        raise ValueRefused(refused)
    return value


def check_value(
    value: IndicatorValue, indicator: Indicator, others: Iterable[IndicatorValue], today: date
) -> tuple[str, AppError] | None:
    """Return why a value contradicts itself or another one, with the field to mend; None when it does not."""
    if value.start and value.end and value.end < value.start:
        return "end", EndBeforeStart(day=value.start)
    other = overlapping(value, others)
    if other is not None:
        return "start" if value.start else "end", PeriodTaken(day=other.end)
    if value.end and value.end > today:
        return "end", PeriodNotOver(day=value.end)
    if is_share(indicator) and value.value is not None and not 0 <= value.value <= 100:
        return "value", MoreThanAll()
    return None


class Counted(NamedTuple):
    """What the data sheets say about a period: how many weeks, the cases, and the value they make."""

    weeks: int
    kept: Kept
    value: Decimal


def counted(ledger: Ledger, indicator: Indicator, start: date | None, end: date | None) -> Counted | None:
    """Return the share of kept cases in percent with one decimal; None where the sheets do not tell it."""
    if not is_share(indicator):
        return None
    sheets = sheets_within(ledger.all(DataSheet), indicator, start, end)
    found = kept(sheets)
    if found.share is None:
        return None
    return Counted(len({one.week_start for one in sheets}), found, _percent(found.share))


def _percent(share: Fraction) -> Decimal:
    # Halves are rounded away from zero, as everywhere.
    tenths = int(share * 100 * 10**_DECIMALS + Fraction(1, 2))
    return Decimal(tenths).scaleb(-_DECIMALS).normalize() + 0


def new_action(ledger: Ledger, one: Performance, reds: int, language: Language, today: date) -> Action:
    """Return a corrective action, not saved yet, about an indicator whose newest values are red."""
    card, latest = one.indicator, one.latest
    assert latest is not None
    assert latest.end is not None
    name = language.isolate(card.name.best(language.code))
    sentence = Sentence(
        "“{name}” has been red {count} time in a row; in {period} it was {value}, the target is {target}.",
        "“{name}” has been red {count} times in a row; in {period} it was {value}, the target is {target}.",
        reds,
        name=card.name.best(language.code),
        value=latest.value,
        period=period_name(latest.start, latest.end, language),
        target=card.target,
    )
    trigger = language.gettext(N_("Indicator red twice or more: {name}")).format(name=name)
    promise = ledger.find(Promise, card.promise)
    return dataclasses.replace(
        begun_from(ledger, card, language, today),
        promise=promise.id if promise else None,
        trigger=trigger,
        problem=sentence.worded(language),
        owner=card.owner,
    )


def values_of(ledger: Ledger, indicator: RecordId) -> list[IndicatorValue]:
    """Return the values of an indicator, unfinished ones too, in the order of their periods."""
    own = [one for one in ledger.all(IndicatorValue) if one.indicator == indicator]
    return sorted(own, key=lambda one: (one.end or one.start or date.max, one.id))
