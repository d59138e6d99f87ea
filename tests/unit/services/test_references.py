"""Where a person is named."""

from __future__ import annotations

from models.domain.ledger import Records
from models.domain.records.commitment import Decision, Role
from models.domain.records.control import Person
from models.services.references import mentions


def test_a_person_is_found_wherever_one_is_picked() -> None:
    person = Person()
    role = Role(role="charter_owner", person=person.id, deputy=person.id)
    ledger = Records([person, role, Role(role="trainer")])

    found = [(one.record, one.spec.name) for one in mentions(person.id, ledger)]

    assert found == [(role, "person"), (role, "deputy")]


def test_a_person_is_found_among_several() -> None:
    person, other = Person(), Person()
    decision = Decision(present=(other.id, person.id))

    found = [one.register.code for one in mentions(person.id, Records([decision]))]

    assert found == ["decision"]
