"""Records on a shelf stand in the order of their ids, however they come."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from models.domain.ids import RecordId
from models.domain.records.organisation import Law
from models.services.shelf import Shelf


def law(number: int, title: str = "") -> Law:
    return Law(id=RecordId(f"{number:04}"), title=title)


@given(st.lists(st.tuples(st.booleans(), st.integers(0, 20))), st.lists(st.integers(0, 20), unique=True))
def test_any_walk_leaves_them_in_order(walk: list[tuple[bool, int]], first: list[int]) -> None:
    shelf, kept = Shelf([law(number) for number in first]), set(first)
    for is_put, number in walk:
        if is_put:
            shelf.put(law(number))
            kept.add(number)
        else:
            shelf.take_out([law(number).id])
            kept.discard(number)

        assert shelf.listed() == tuple(map(law, sorted(kept)))
        assert list(shelf.by_id()) == [law(number).id for number in sorted(kept)]


def test_a_record_takes_the_place_of_what_it_was() -> None:
    shelf = Shelf([law(1), law(2), law(3)])

    shelf.put(law(2, "Trade law"))

    assert [one.title for one in shelf.listed()] == ["", "Trade law", ""]  # type: ignore[attr-defined]


def test_many_that_come_between_others_are_put_in_order() -> None:
    shelf = Shelf([law(1), law(5)])

    shelf.put_all({one.id: one for one in (law(4), law(2))})

    assert shelf.listed() == (law(1), law(2), law(4), law(5))
