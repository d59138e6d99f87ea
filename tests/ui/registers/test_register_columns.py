"""Which columns of a register are shown, and how wide."""

from __future__ import annotations

import dataclasses

from models.domain.records.organisation import GapAnswer, GapRound
from models.localisation.language import load_language
from models.services.company import OpenCompany
from tests.ui.registers.showing import Opened
from ui.registers.columns import Column, fitted

NAME = Column(is_name=True, is_needed=True, is_fixed=False, least=190, wanted=320)
WORD = Column(is_name=False, is_needed=False, is_fixed=False, least=120, wanted=120)


def test_a_long_name_has_its_share_before_a_further_column_is_admitted() -> None:
    widths = fitted([NAME, WORD, WORD, WORD, WORD, WORD], 800)

    assert widths[0] >= 280
    assert len(widths) == 5


def test_a_short_name_takes_no_more_than_it_needs() -> None:
    short = dataclasses.replace(NAME, least=100, wanted=100)

    assert len(fitted([short, WORD, WORD, WORD, WORD, WORD], 800)) == 6


def test_the_name_stays_where_there_is_room_for_one_column_only() -> None:
    needed = dataclasses.replace(WORD, is_needed=True)

    assert list(fitted([needed, NAME], 200)) == [1]


def test_the_columns_fill_the_room() -> None:
    assert sum(fitted([NAME, WORD, WORD], 777).values()) == 777


def test_content_is_shown_by_its_number_and_title(company: OpenCompany, opened: Opened) -> None:
    first = GapRound(title="First")
    company.save_all([first, GapAnswer(round=first.id, question="Q101", score="1")])
    view = opened("gap_answer")
    at = [spec.name for spec in view.model.columns].index("question")

    text = view.model.cell(0, at)

    assert text.startswith(f"{load_language('en').island('Q101')} · ")
    assert view.model.whole_text(0, at) == text
