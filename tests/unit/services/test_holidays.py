"""The fixed holidays of an Iranian year, by hand: 1 Farvardin 1405 is 21 March 2026."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from models.domain.ledger import Records
from models.domain.records.control import CompanySettings, Holiday
from models.localisation.language import load_language
from models.services import holidays
from models.services.companies import create_company

ENGLISH = load_language("en")
AZAR = date(2026, 11, 29)


def test_the_holidays_of_the_year_stand_on_their_days() -> None:
    made = holidays.missing(Records(), ENGLISH, 1405)

    assert [(one.first, one.last) for one in made] == [
        (date(2026, 3, 21), date(2026, 3, 24)),
        (date(2026, 4, 1), None),
        (date(2026, 4, 2), None),
        (date(2026, 6, 4), None),
        (date(2026, 6, 5), None),
        (date(2027, 2, 11), None),
        (date(2027, 3, 20), None),
    ]
    assert made[0].name == "Nowruz"


def test_days_that_are_closed_already_are_left_out() -> None:
    own = Holiday(name="Spring", first=date(2026, 3, 20), last=date(2026, 4, 3))

    made = holidays.missing(Records([own]), ENGLISH, 1405)

    assert made[0].first == date(2026, 6, 4)


def test_near_the_end_of_the_year_the_next_one_is_offered() -> None:
    bahman = date(2027, 2, 1)
    known = Records(holidays.missing(Records(), ENGLISH, 1405))

    assert holidays.year_to_offer(Records(), AZAR) == 1405
    assert holidays.year_to_offer(Records(), bahman) == 1405
    assert holidays.year_to_offer(known, AZAR) == 1405
    assert holidays.year_to_offer(known, bahman) == 1406


def test_what_is_over_is_not_to_come() -> None:
    known = Records(holidays.missing(Records(), ENGLISH, 1405))

    assert [one.first for one in holidays.upcoming(known, AZAR)] == [date(2027, 2, 11), date(2027, 3, 20)]


@pytest.mark.parametrize(("code", "days_off"), [("fa", ("4",)), ("en", ("5", "6"))])
def test_a_new_company_has_the_weekend_of_its_language(
    tmp_path: Path, code: str, days_off: tuple[str, ...]
) -> None:
    company = create_company(tmp_path / "new.manshur", language_code=code)

    assert company.sheet(CompanySettings).days_off == days_off
    assert not company.can_undo
    company.close()
