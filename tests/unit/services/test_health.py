"""A look through the records, and what of it is looked for."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from models.domain.health import Severity
from models.domain.ledger import Records
from models.domain.records.control import TaskState
from models.domain.records.operation import SupplierNotice
from models.localisation.language import load_language
from models.services.health import THROUGHOUT, Checkup, check_up, fitting

NOW = datetime(2026, 11, 22, 9, 30)
ENGLISH = load_language("en")


@pytest.fixture
def found() -> Checkup:
    late = TaskState(task="S1-T1", due=NOW.date() - timedelta(days=3))
    courier = SupplierNotice(supplier="پیک توس", part="Delivery", told_on=NOW.date())
    return check_up(Records([late, courier]), NOW)


def test_a_look_counts_what_it_found(found: Checkup) -> None:
    assert found.at == NOW
    assert sum(found.counts.values()) == len(found.findings)
    assert found.to_mend == len(found.findings) - found.counts[Severity.HINT]
    assert len(found.of(Severity.SERIOUS)) == found.counts[Severity.SERIOUS] > 0


def test_everything_fits_where_nothing_is_looked_for(found: Checkup) -> None:
    assert fitting(found.findings, ENGLISH) == found.findings


def test_a_step_fits_its_own_findings_only(found: Checkup) -> None:
    assert {one.step for one in fitting(found.findings, ENGLISH, step="5")} == {5}
    assert {one.step for one in fitting(found.findings, ENGLISH, step=THROUGHOUT)} == {None}


def test_a_severity_fits_its_own_findings_only(found: Checkup) -> None:
    assert fitting(found.findings, ENGLISH, severity="serious") == found.of(Severity.SERIOUS)


@pytest.mark.parametrize("words", ["پيك", "توس supplier", "AGREED"])
def test_words_are_found_whatever_keyboard_they_are_typed_with(found: Checkup, words: str) -> None:
    (one,) = fitting(found.findings, ENGLISH, search=words)

    assert one.rule == "supplier_not_agreed"
