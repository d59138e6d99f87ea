"""Days as an iCalendar file (RFC 5545), which the calendars of telephones and computers take in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from icalendar import Event

_PRODUCT = "-//Manshur//Manshur//EN"
_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Occasion:
    """Something on one or more whole days, both included.

    uid: the same in every later file, so that calendars put a changed occasion in the old one's place.
    reminded_before: how many days before its first day the calendar reminds of it; None for not at all.
    """

    uid: str
    title: str
    first: date
    last: date
    text: str = ""
    reminded_before: int | None = None


def calendar_file(name: str, language: str, occasions: Iterable[Occasion]) -> bytes:
    """Return the occasions as the bytes of a calendar file, UTF-8.

    name: what calendars call the whole. language: the code of the language of all texts.
    """
    from icalendar import Calendar

    made = Calendar()
    made.add("prodid", _PRODUCT)
    made.add("version", "2.0")
    made.add("calscale", "GREGORIAN")
    made.add("method", "PUBLISH")
    made.add("x-wr-calname", name)
    stamp = datetime.now(UTC).replace(microsecond=0)
    for occasion in occasions:
        made.add_component(_event(occasion, language, stamp))
    content: bytes = made.to_ical()
    return content


def _event(occasion: Occasion, language: str, stamp: datetime) -> Event:
    from icalendar import Alarm, Event

    event = Event()
    event.add("uid", occasion.uid)
    event.add("dtstamp", stamp)
    event.add("dtstart", occasion.first)
    # The end of whole days is the day after.
    event.add("dtend", min(occasion.last, date.max - _DAY) + _DAY)
    event.add("summary", occasion.title, parameters={"language": language})
    if occasion.text:
        event.add("description", occasion.text, parameters={"language": language})
    event.add("transp", "TRANSPARENT")
    if occasion.reminded_before is not None:
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", occasion.title)
        alarm.add("trigger", -occasion.reminded_before * _DAY)
        event.add_component(alarm)
    return event
