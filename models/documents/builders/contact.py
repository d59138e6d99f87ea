"""How customers reach the organisation, complain and go further: for the charter and what is made from it."""

from __future__ import annotations

from collections.abc import Iterator

from models.content.promises import charter_model
from models.documents.blocks import Entry
from models.documents.builders.desk import Desk
from models.documents.builders.values import listed, working_days
from models.domain.records.charter import ComplaintRule
from models.domain.records.choices import CHANNELS

_ADDRESSES = ("phone", "messenger", "email", "web")
_PLACES = ("address", "hours")


def contacts(desk: Desk) -> Iterator[Entry]:
    """Yield telephone, messenger, mail and page as islands, address and hours; unknown ones are empty."""
    for field in _ADDRESSES:
        yield Entry(desk.phrase(f"charter.{field}"), getattr(desk.organisation, field), is_code=True)
    for field in _PLACES:
        yield Entry(desk.phrase(f"charter.{field}"), desk.value(desk.organisation, field))


def first_contact(desk: Desk) -> str:
    """Return the telephone number, or else the first other way to reach the organisation, "" for none."""
    return next(filter(None, (getattr(desk.organisation, field) for field in _ADDRESSES)), "")


def ways_to_complain(desk: Desk, rule: ComplaintRule) -> str:
    """Return the ways to complain in a sentence, "" where none is chosen."""
    if not rule.channels:
        return ""
    ways = listed(desk.language.gettext(CHANNELS.get(way, way)) for way in rule.channels)
    return desk.phrase("charter.complain_by", ways=ways)


def deadlines(desk: Desk, rule: ComplaintRule) -> str:
    """Return within which time a complaint is confirmed and answered, "" where that is not settled."""
    if rule.acknowledge_days is None or rule.answer_days is None:
        return ""
    return desk.phrase(
        "charter.deadlines",
        acknowledge=working_days(desk, rule.acknowledge_days),
        answer=working_days(desk, rule.answer_days),
    )


def second_look(desk: Desk, rule: ComplaintRule) -> str:
    """Return how customers ask for a second look and where else they may go, "" where it is not settled."""
    body = desk.language.isolate(desk.say(rule.outside_body))
    if rule.appeal:
        own = desk.say(rule.appeal)
        return desk.phrase("charter.appeal", appeal=own, body=body) if rule.outside_body else own
    if rule.appeal_days is None or not rule.outside_body:
        return ""
    days = desk.number_of(rule.appeal_days)
    return desk.say(charter_model().appeal).format(appeal_days=days, outside_body=body)


def outside_body(desk: Desk, rule: ComplaintRule) -> Entry:
    """Return the outside body and how to reach it."""
    return Entry(desk.say(rule.outside_body), rule.outside_contact, is_code=True)
