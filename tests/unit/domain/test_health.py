"""Every rule of the health check finds what breaks it, and nothing else."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from models.domain.gates.facts import Facts
from models.domain.health import RULES, SEVERITIES, Severity, findings, findings_of
from models.domain.ledger import Records
from models.domain.records.organisation import Party
from models.domain.registers import register
from models.domain.text import LocalText
from tests.unit.domain.company import GUIDANCE, TODAY, full_company
from tests.unit.domain.health_cases import CASES, Case
from tests.unit.domain.wording import SOURCE

_GUIDANCE = replace(GUIDANCE, claims=("ISO certified", "دارای گواهینامهٔ ISO"))
_BY_ID = {rule.id: rule for rule in RULES}


def found(rule_id: str, case: object) -> list[str]:
    facts = Facts(Records(case), _GUIDANCE, TODAY)  # type: ignore[arg-type]
    return [one.sentence.worded(SOURCE) for one in findings_of(facts, [_BY_ID[rule_id]])]


def test_there_is_a_case_for_every_rule() -> None:
    assert set(CASES) == set(_BY_ID)
    assert len(_BY_ID) == len(RULES) >= 40


@pytest.mark.parametrize(("rule_id", "case"), CASES.items(), ids=list(CASES))
def test_a_rule_finds_what_breaks_it(rule_id: str, case: Case) -> None:
    assert found(rule_id, case.broken) != []


@pytest.mark.parametrize(("rule_id", "case"), CASES.items(), ids=list(CASES))
def test_a_rule_is_content_when_it_is_mended(rule_id: str, case: Case) -> None:
    assert found(rule_id, case.kept) == []


@pytest.mark.parametrize(("rule_id", "case"), CASES.items(), ids=list(CASES))
def test_a_finding_names_a_place_that_exists(rule_id: str, case: Case) -> None:
    ledger = Records(case.broken)
    for one in findings_of(Facts(ledger, _GUIDANCE, TODAY), [_BY_ID[rule_id]]):
        owner = register(one.place.register)
        assert one.place.field == "" or one.place.field in {spec.name for spec in owner.fields}
        if one.place.record is not None and not owner.is_sheet:
            assert ledger.find(owner.record, one.place.record) is not None


def test_nothing_is_wrong_with_an_empty_company_but_what_it_lacks() -> None:
    told = {one.rule for one in findings(Records(), _GUIDANCE, TODAY)}

    assert told == {"role_without_holder"}


def test_the_weightiest_come_first() -> None:
    order = [one.severity for one in findings(full_company(), _GUIDANCE, TODAY)]

    assert order == sorted(order, key=list(Severity).index)
    assert set(order) == set(SEVERITIES)


def test_ten_thousand_records_are_looked_through_at_once() -> None:
    many = Records(Party(name=LocalText(en=f"Party {no}")) for no in range(10_000))

    assert findings(many, _GUIDANCE, date(2026, 11, 22)) != ()
