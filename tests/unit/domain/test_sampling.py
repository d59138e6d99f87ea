"""Drawing records by lot."""

from __future__ import annotations

from datetime import date, timedelta

from models.domain.ids import derived_id, made_at, new_id
from models.domain.records.operation import Complaint
from models.domain.sampling import pick

TODAY = date(2026, 11, 22)
COMPLAINTS = tuple(Complaint(no=str(no)) for no in range(40))


def test_a_draw_is_the_same_all_day_long() -> None:
    assert pick(COMPLAINTS, 5, TODAY) == pick(COMPLAINTS, 5, TODAY)


def test_another_day_draws_others() -> None:
    days = (TODAY + timedelta(days=number) for number in range(20))

    assert len({pick(COMPLAINTS, 5, day) for day in days}) > 10


def test_everything_has_its_turn() -> None:
    days = (TODAY + timedelta(days=number) for number in range(100))

    assert {one for day in days for one in pick(COMPLAINTS, 5, day)} == set(COMPLAINTS)


def test_a_draw_keeps_the_order_and_is_never_larger_than_what_there_is() -> None:
    drawn = pick(COMPLAINTS, 5, TODAY)

    assert len(drawn) == 5
    assert list(drawn) == sorted(drawn, key=COMPLAINTS.index)
    assert pick(COMPLAINTS[:2], 5, TODAY) == COMPLAINTS[:2]


def test_what_is_added_changes_a_draw_by_one_at_most() -> None:
    before, after = pick(COMPLAINTS, 5, TODAY), pick((*COMPLAINTS, Complaint(no="new")), 5, TODAY)

    assert len(set(before) - set(after)) <= 1


def test_a_derived_id_is_always_the_same_and_of_the_same_moment() -> None:
    base = new_id()

    assert derived_id(base, "A5") == derived_id(base, "A5") != derived_id(base, "A6")
    assert made_at(derived_id(base, "A5")) == made_at(base) is not None
