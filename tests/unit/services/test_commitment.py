"""What the workspaces of step 2 list and offer."""

from __future__ import annotations

import dataclasses
from datetime import date

import pytest

from models.content.documents import model_policy, ready_objectives
from models.domain.appointments import unlisted
from models.domain.ledger import Records
from models.domain.records.commitment import Better, Objective, ObjectiveAction, PolicyStatement, Role
from models.domain.text import LocalText
from models.services.commitment import (
    actions_of,
    moved,
    new_statement,
    objective_of,
    objectives_to_take,
    roles_in_order,
    statements_in_order,
    statements_to_take,
)

TODAY = date(2026, 11, 22)
STATEMENTS = [PolicyStatement(order=at, text=LocalText(en=f"No. {at}")) for at in range(1, 5)]


@pytest.mark.parametrize(
    ("at", "to", "order"),
    [
        (0, 2, "No. 2 No. 3 No. 1 No. 4"),
        (3, 0, "No. 4 No. 1 No. 2 No. 3"),
        (1, 9, "No. 1 No. 3 No. 4 No. 2"),
        (2, 2, "No. 1 No. 2 No. 3 No. 4"),
    ],
)
def test_a_moved_statement_stands_in_its_new_place(at: int, to: int, order: str) -> None:
    changed = {one.id: one for one in moved(STATEMENTS[at], to, Records(STATEMENTS))}

    after = Records([changed.get(one.id, one) for one in STATEMENTS])
    assert " ".join(one.text.get("en") for one in statements_in_order(after)) == order
    assert [one.order for one in statements_in_order(after)] == [1, 2, 3, 4]


def test_statements_without_a_number_get_one_when_something_is_moved() -> None:
    loose = [dataclasses.replace(one, order=None) for one in STATEMENTS[:2]]

    assert sorted(one.order or 0 for one in moved(loose[1], 0, Records(loose))) == [1, 2]


def test_a_model_statement_that_was_taken_is_not_offered_again() -> None:
    first = model_policy().statements[0]
    taken = PolicyStatement(text=LocalText(fa=first.text.get("fa"), en="We listen, always."))

    left = statements_to_take(Records([taken]))

    assert [one.id for one in left] == [one.id for one in model_policy().statements[1:]]


def test_a_new_statement_stands_last() -> None:
    assert new_statement(Records(STATEMENTS)).order == 5


def test_ready_objectives_are_offered_until_they_are_taken() -> None:
    taken = objective_of(ready_objectives()[0], TODAY)

    assert len(objectives_to_take(Records([taken]))) == len(ready_objectives()) - 1


def test_a_ready_objective_says_which_way_is_better() -> None:
    ways = {ready.id: objective_of(ready, TODAY).better for ready in ready_objectives()}

    assert ways["OB-5"] == Better.LESS
    assert set(ways.values()) == {Better.LESS, Better.MORE}


def test_needed_roles_are_open_until_they_are_listed() -> None:
    assert unlisted(Records([Role(role="charter_owner")])) == (
        "top_manager",
        "complaint_officer",
        "internal_auditor",
    )


def test_roles_stand_in_the_order_of_the_documents() -> None:
    roles = Records([Role(role=""), Role(role="trainer"), Role(role="top_manager")])

    assert [role.role for role in roles_in_order(roles)] == ["top_manager", "trainer", ""]


def test_an_objective_knows_its_actions_by_their_day() -> None:
    objective, other = Objective(), Objective()
    late = ObjectiveAction(objective=objective.id, due=date(2026, 12, 1))
    soon = ObjectiveAction(objective=objective.id, due=date(2026, 11, 1))
    some_day = ObjectiveAction(objective=objective.id)
    strange = ObjectiveAction(objective=other.id)

    ledger = Records([some_day, late, strange, soon])

    assert list(actions_of(objective, ledger)) == [soon, late, some_day]
