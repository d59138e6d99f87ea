"""What was found out once is kept, as long as it is short and not too much."""

from __future__ import annotations

import pytest

from models.domain.known import Known


def test_a_function_is_asked_once_for_each_value() -> None:
    asked: list[str] = []

    def find_out(text: str) -> str:
        asked.append(text)
        return text.upper()

    known = Known(find_out)

    assert [known[text] for text in ("a", "b", "a")] == ["A", "B", "A"]
    assert asked == ["a", "b"]
    assert known["x" * 5_000] == "X" * 5_000
    assert "x" * 5_000 not in known


def test_what_is_kept_has_a_limit() -> None:
    known = Known(str)

    assert [known[number] for number in range(20_000)][-1] == "19999"
    assert len(known) == 10_000


def test_a_refusal_is_raised_every_time() -> None:
    known = Known(int)

    for _time in range(2):
        with pytest.raises(ValueError, match="x"):
            known["x"]
