import math
from fractions import Fraction

import pytest

from models.content.survey import SampleSize, survey_model
from tests.translations.persian_rules import placeholders

MODEL = survey_model()
ENDS = {"scale5": (1, 5), "scale7": (1, 7), "scale10": (0, 10)}


def needed(margin: Fraction, customers: int | None) -> int:
    """Return the answers needed at 95% for a margin, with the correction for a small number of customers."""
    unlimited = Fraction("0.9604") / margin**2
    return math.ceil(unlimited if customers is None else unlimited / (1 + (unlimited - 1) / customers))


@pytest.mark.parametrize("row", MODEL.sample_sizes, ids=lambda row: str(row.customers))
def test_sample_sizes_follow_the_formula(row: SampleSize) -> None:
    margins = (Fraction(10, 100), Fraction(7, 100), Fraction(5, 100))
    shown = (row.within_10, row.within_7, row.within_5)
    assert shown == tuple(needed(margin, row.customers) for margin in margins)


def test_the_form_is_short_and_numbered_in_order() -> None:
    assert [item.number for item in MODEL.items] == list(range(1, MODEL.most_questions + 1))


def test_items_with_a_scale_have_one_of_their_type() -> None:
    scales = {item.id: MODEL.scale(item.scale) for item in MODEL.items if item.scale}
    ends = {name: (scale.lowest, scale.highest) for name, scale in scales.items()}
    assert ends == {item.id: ENDS[item.type] for item in MODEL.items if item.type in ENDS}


def test_each_index_of_the_form_is_asked_once() -> None:
    assert sorted(item.index for item in MODEL.items if item.index) == ["CES", "CSAT", "NPS"]


def test_a_question_on_one_promise_names_it() -> None:
    assert placeholders(MODEL.promise_item.get("en")) == {"promise"}
