"""Who came to a session, and who signed its sheet."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from datetime import date
from enum import StrEnum

from models.domain.fields import Record
from models.domain.ids import RecordId
from models.domain.ledger import Ledger
from models.domain.records.training import Attendance, TrainingSession
from models.services.company import OpenCompany


class Presence(StrEnum):
    """What is known of somebody at a session; whoever is on the list of one to come is expected."""

    CAME = "came"
    SIGNED = "signed"
    ABSENT = "absent"
    EXPECTED = "expected"


def presence(one: Attendance, session: TrainingSession | None) -> Presence:
    """Return what an entry says of its person."""
    if one.attended:
        return Presence.SIGNED if one.signed else Presence.CAME
    return Presence.ABSENT if session is None or session.is_held else Presence.EXPECTED


def of_session(ledger: Ledger, session: RecordId) -> Mapping[RecordId, Attendance]:
    """Return the attendance of a session by person."""
    return {
        one.person: one for one in ledger.all(Attendance) if one.session == session and one.person is not None
    }


def set_presences(
    company: OpenCompany, wanted: Mapping[RecordId, Mapping[RecordId, str]], today: date
) -> None:
    """Save what is known of people, by session and person, in one step to undo; "" takes them off the list.

    A session to which somebody came, and whose day is not still to come, was held.
    """
    changed: list[Record] = []
    gone: list[Attendance] = []
    for session_id, states in wanted.items():
        known = of_session(company, session_id)
        gone += [known[person] for person, state in states.items() if not state and person in known]
        entered = [
            _entered(known.get(person) or Attendance(session=session_id, person=person), state)
            for person, state in states.items()
            if state
        ]
        session = company.find(TrainingSession, session_id)
        is_over = session is not None and session.held_on is not None and session.held_on <= today
        if session is not None and is_over and any(one.attended for one in entered):
            changed.append(dataclasses.replace(session, is_held=True))
        changed += entered
    company.save_all(changed)
    if gone:
        company.delete(gone)


def _entered(before: Attendance, state: str) -> Attendance:
    attended = state in (Presence.CAME, Presence.SIGNED)
    return dataclasses.replace(before, attended=attended, signed=state == Presence.SIGNED)
