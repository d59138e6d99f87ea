"""Records made of columns are the same as those made by themselves."""

from __future__ import annotations

import dataclasses
from datetime import date

import pytest

from models.domain.columns import decoded_columns, encoded_columns, records_of
from models.domain.encoding import decoded, encoded
from models.domain.records.feedback import SurveyAnswer

FIRST = SurveyAnswer(no=1, answered_on=date(2025, 11, 22), answers=("5", "-"))
SECOND = SurveyAnswer(no=2, source="paper", answers=("4", 'well, "quite"\nآری'))
BOTH = [FIRST, SECOND]


def test_records_of_columns_are_like_others() -> None:
    made = records_of(
        SurveyAnswer,
        {
            "answers": [one.answers for one in BOTH],
            "answered_on": [one.answered_on for one in BOTH],
            "source": ["", "paper"],
            "no": range(1, 3),
            "id": [one.id for one in BOTH],
        },
    )

    assert made == BOTH
    assert list(map(hash, made)) == list(map(hash, BOTH))
    assert list(map(repr, made)) == list(map(repr, BOTH))
    with pytest.raises(dataclasses.FrozenInstanceError):
        made[0].no = 3  # type: ignore[misc]
    assert dataclasses.replace(made[0], no=3).no == 3


def test_a_column_that_is_no_field_is_refused() -> None:
    with pytest.raises(TypeError, match="colour"):
        records_of(SurveyAnswer, {"id": ["a"], "colour": ["red"]})


def test_columns_are_encoded_as_single_records_are() -> None:
    columns = encoded_columns(BOTH)

    for at, record in enumerate(BOTH):
        of_record = {name: column[at] for name, column in columns.items()}
        # In JSON tuples are lists.
        assert of_record | {"answers": list(record.answers)} == encoded(record)
        assert decoded(SurveyAnswer, of_record) == record
    assert decoded_columns(SurveyAnswer, columns) == BOTH


def test_columns_of_another_version_are_read_as_far_as_they_go() -> None:
    (read,) = decoded_columns(SurveyAnswer, {"id": ["a"], "no": [7], "colour": ["red"]})

    assert read == SurveyAnswer(id=read.id, no=7)
    assert read.id == "a"
