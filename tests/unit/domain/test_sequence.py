"""Records in an order of their own, and moving some of them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from models.domain.ids import RecordId
from models.domain.records.charter import Promise
from models.domain.sequence import in_order, moved

IDS = [RecordId(f"{number}") for number in range(6)]


def standing(numbers: list[int | None]) -> list[Promise]:
    return [Promise(id=one, order=number) for one, number in zip(IDS, numbers, strict=False)]


def after(records: list[Promise], moving: set[RecordId], before: RecordId | None) -> list[RecordId]:
    changed = {one.id: one for one in moved(records, moving, before)}
    return [one.id for one in in_order(changed.get(record.id, record) for record in records)]


def test_those_without_a_number_stand_at_the_end() -> None:
    assert [one.id for one in in_order(standing([None, 3, 1]))] == ["2", "1", "0"]


def test_one_is_moved_before_another() -> None:
    assert after(standing([1, 2, 3]), {IDS[2]}, IDS[0]) == ["2", "0", "1"]


def test_one_is_moved_to_the_end() -> None:
    assert after(standing([1, 2, 3]), {IDS[0]}, None) == ["1", "2", "0"]


def test_moving_something_before_itself_changes_nothing() -> None:
    assert moved(standing([1, 2, 3]), {IDS[1]}, IDS[1]) == []


def test_only_what_changes_is_returned() -> None:
    assert [one.id for one in moved(standing([1, 2, 3, 4]), {IDS[3]}, IDS[2])] == ["3", "2"]


@given(
    st.lists(st.none() | st.integers(1, 9), min_size=1, max_size=6),
    st.sets(st.sampled_from(IDS)),
    st.none() | st.sampled_from(IDS),
)
def test_nothing_is_lost_and_everything_is_numbered(
    numbers: list[int | None], moving: set[RecordId], before: RecordId | None
) -> None:
    records = standing(numbers)
    changed = {one.id: one for one in moved(records, moving, before)}
    result = in_order(changed.get(record.id, record) for record in records)
    carried = [one.id for one in in_order(records) if one.id in moving]

    assert [one.order for one in result] == list(range(1, len(records) + 1))
    assert {one.id for one in result} == {one.id for one in records}
    assert [one.id for one in result if one.id in moving] == carried
