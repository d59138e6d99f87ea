"""Ids: of a form that others know, and in the order in which they were made."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from uuid import RFC_4122, UUID

import pytest

from models.domain.ids import made_at, new_id, new_ids


@pytest.mark.parametrize("count", [0, 1, 3, 10_000])
def test_many_ids_are_as_good_as_single_ones(count: int) -> None:
    before = new_id()
    ids = new_ids(count)
    after = new_id()

    assert len(ids) == count
    assert [before, *ids, after] == sorted({before, *ids, after})
    assert all(str(UUID(one)) == one and UUID(one).version == 7 for one in ids)
    assert all(UUID(one).variant == RFC_4122 for one in ids)


def test_an_id_tells_when_it_was_made() -> None:
    (made,) = map(made_at, new_ids(1))

    assert made is not None
    assert abs(datetime.now(UTC) - made) < timedelta(minutes=1)


def test_ids_cannot_be_guessed_from_each_other() -> None:
    endings = {one[19:] for one in new_ids(1_000)}

    assert len(endings) == 1_000
    assert {one[0] for one in endings} == set("89ab")
