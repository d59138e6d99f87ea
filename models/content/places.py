"""Facts about a country: bodies, telephone numbers, laws. They change; the user checks them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from models.content.loading import load
from models.domain.text import LocalText
from models.localisation.languages import CalendarName

PLACE_IDS = ("iran",)


@dataclass(frozen=True, kw_only=True)
class Body:
    """An authority or association.

    kind: "consumer" for those to whom customers can turn, "standards" or "accreditation". phone and web: ""
    where none is known.
    """

    id: str
    kind: str
    name: LocalText
    role: LocalText
    phone: str = ""
    web: str = ""


@dataclass(frozen=True, kw_only=True)
class PlaceLaw:
    """A law and the points of it that touch promises."""

    id: str
    title: LocalText
    dated: LocalText
    points: tuple[LocalText, ...]


@dataclass(frozen=True, kw_only=True)
class FixedHoliday:
    """A public holiday of the solar calendar: its first day there, counted from 1, and how many it lasts."""

    id: str
    name: LocalText
    month: int
    day: int
    days: int


@dataclass(frozen=True, kw_only=True)
class Place:
    """What is known about a country.

    checked: the year and month in which the facts were seen. promise_hint: below what a promise must not
    fall. solar_calendar: that of the fixed holidays. holiday_note: which ones the user has to type.
    """

    id: str
    name: LocalText
    checked: str
    note: LocalText
    promise_hint: LocalText
    calendar: LocalText
    solar_calendar: CalendarName
    holiday_note: LocalText
    bodies: tuple[Body, ...]
    laws: tuple[PlaceLaw, ...]
    holidays: tuple[FixedHoliday, ...]


def places() -> tuple[Place, ...]:
    """Return the countries of which facts are known."""
    return tuple(place(place_id) for place_id in PLACE_IDS)


@cache
def place(place_id: str) -> Place:
    """Return one country.

    Raises:
        KeyError: nothing is known about it.
    """
    if place_id not in PLACE_IDS:
        raise KeyError(place_id)
    return load(f"places/{place_id}.toml", Place)
