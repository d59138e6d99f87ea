"""R-11 with figures, D6 with earlier objectives, R-20 with what changed between the rounds."""

from __future__ import annotations

import dataclasses
from datetime import date
from decimal import Decimal

import pytest

from models.content.guidance import guidance
from models.content.improvement import review_model
from models.documents.blocks import Bullets, Chart, Heading, Table
from models.documents.words import words_of
from models.domain.fields import Record
from models.domain.gates.facts import Facts
from models.domain.ledger import Records
from models.domain.records.audit import Review, ReviewDecision
from models.domain.records.charter import Indicator
from models.domain.records.commitment import Objective
from models.domain.records.control import Person
from models.domain.records.feedback import IndicatorValue, Survey, SurveyAnswer, SurveyQuestion
from models.domain.review_inputs import report_on
from models.domain.text import LocalText
from models.localisation.language import load_language
from tests.documents.builders.companies import company, written
from tests.documents.builders.test_builders import flat

DAY = date(2026, 11, 22)


@pytest.mark.parametrize("code", ["fa", "en"])
def test_the_minutes_print_the_figures_that_the_workspace_shows(code: str) -> None:
    ledger, language = company("sample", code), load_language(code)
    review = ledger.all(Review)[0]
    blocks = list(flat(written(ledger, code, "R-11")))
    printed = {item for block in blocks if isinstance(block, Bullets) for item in block.items}
    facts = Facts(ledger, guidance(), DAY)
    for topic in ("RI-5", "RI-8", "RI-9"):
        shown = {line.sentence.worded(language) for line in report_on(topic, facts, review).lines}
        assert shown <= printed
    headings = [block.text for block in blocks if isinstance(block, Heading)]
    assert all(topic.text.best(code) in headings for topic in review_model().inputs)


def test_the_minutes_say_what_was_not_discussed_and_who_carries_out_what() -> None:
    hassan = Person(name=LocalText(en="Hassan"))
    review = Review(held_on=DAY, present=(hassan.id,))
    done = ReviewDecision(review=review.id, text="Buy a grill", owner=hassan.id, due=DAY, done_on=DAY)
    blocks = written(Records([hassan, review, done]), "en", "R-11")
    assert list(words_of(blocks)).count("Not discussed.") == 10
    tables = [block for block in flat(blocks) if isinstance(block, Table)]
    assert tables[0].to_sign
    assert tables[0].rows == (("Hassan", "", ""),)
    assert tables[1].rows == (("", "Buy a grill", "Hassan", "2026-11-22", "2026-11-22"),)


def captions(ledger: Records) -> list[str]:
    return [block.caption for block in flat(written(ledger, "en", "R-11")) if isinstance(block, Chart)]


def measured(name: str, *values: int) -> list[Record]:
    card = Indicator(name=LocalText(en=name), comparison="at_least", target=Decimal(9), red_limit=Decimal(5))
    return [
        card,
        *(
            IndicatorValue(indicator=card.id, end=date(2026, month, 28), value=Decimal(value))
            for month, value in enumerate(values, 8)
        ),
    ]


def test_the_minutes_show_the_indicator_that_is_farthest_off_and_the_newest_survey() -> None:
    review = Review(held_on=DAY)
    old = Survey(start=date(2026, 1, 1), end=date(2026, 1, 9))
    new = Survey(start=date(2026, 9, 1), end=date(2026, 9, 9))
    asked = [
        SurveyQuestion(survey=survey.id, order=1, type="scale5", text=LocalText(en=text))
        for survey, text in ((old, "Satisfied then?"), (new, "Satisfied now?"))
    ]
    given = [SurveyAnswer(survey=survey.id, no=1, answers=("5",)) for survey in (old, new)]
    figures = [*measured("Good", 8, 9), *measured("Bad", 9, 4), *measured("Worse, but new", 1)]

    assert captions(Records([review, old, new, *asked, *given, *figures])) == ["Bad", "Satisfied now?"]


def test_the_minutes_show_no_chart_without_figures_of_their_period() -> None:
    began_later = Review(start=date(2026, 11, 1), held_on=DAY)
    unanswered = Survey(start=DAY, end=DAY)
    question = SurveyQuestion(survey=unanswered.id, order=1, type="scale5", text=LocalText(en="Satisfied?"))

    assert captions(Records([began_later, unanswered, question, *measured("Bad", 9, 4)])) == []


def test_the_programme_prints_the_earlier_objective_with_its_result() -> None:
    before = Objective(
        text=LocalText(en="Satisfaction"), baseline=Decimal(71), target=Decimal(80), unit=LocalText(en="%")
    )
    after = dataclasses.replace(
        before, id=Objective().id, follows=before.id, baseline=Decimal(76), target=Decimal(85)
    )
    tables = [
        block for block in flat(written(Records([before, after]), "en", "D6")) if isinstance(block, Table)
    ]
    rows = [row for table in tables for row in table.rows]
    assert ("Satisfaction", "71%", "80%", "76%", "not met") in rows
    standing = next(table for table in tables if len(table.columns) == 6 and table.rows)
    assert [row[3] for row in standing.rows] == ["85%"]


def test_the_repeated_gap_analysis_prints_what_rose_and_fell_and_what_is_critical() -> None:
    blocks = list(flat(written(company("sample", "en"), "en", "R-20")))
    captions = [block.caption for block in blocks if isinstance(block, Table)]
    assert "Questions whose score changed" in captions
    critical = next(
        block
        for block in blocks
        if isinstance(block, Table) and block.caption == "Critical questions that are still below 3"
    )
    assert critical.rows
    assert all(row[2] in ("0", "1", "2") for row in critical.rows)
