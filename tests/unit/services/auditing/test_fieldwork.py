"""The fieldwork: samples drawn from the records, and the line that comes next."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from models.domain.fields import Record
from models.domain.records.audit import Audit, AuditCheck
from models.domain.records.operation import Complaint
from models.services.auditing import fieldwork
from models.services.auditing.fieldwork import Draw
from models.services.company import OpenCompany
from models.services.sample.company import write_sample
from tests.unit.services.auditing.autumn import AUDIT, ENGLISH, PERSIAN, TODAY, taken


def complaints(count: int) -> list[Record]:
    return [Complaint(no=f"{no:02}", received_on=TODAY) for no in range(1, count + 1)]


def test_samples_are_drawn_from_the_records_and_lead_back_to_them(company: OpenCompany) -> None:
    company.save_all(complaints(20))
    (check,) = taken(company, "A7")

    drawn = fieldwork.draw(company, AUDIT, check, Draw.COMPLAINTS, PERSIAN)

    found = fieldwork.sampled(drawn, company, ENGLISH)
    assert len(found) == len({record for _line, record in found}) == 5
    assert all(isinstance(record, Complaint) and line.startswith("شکایات") for line, record in found)
    assert company.find(AuditCheck, check.id) == drawn


def test_a_draw_is_repeated_by_the_same_records_and_others_come_with_the_next(company: OpenCompany) -> None:
    company.save_all(complaints(40))
    (check,) = taken(company, "A7")

    first = fieldwork.draw(company, AUDIT, check, Draw.COMPLAINTS, ENGLISH)
    second = fieldwork.draw(company, AUDIT, first, Draw.COMPLAINTS, ENGLISH)
    repeated = fieldwork.draw(company, AUDIT, check, Draw.COMPLAINTS, ENGLISH)

    assert repeated.samples == first.samples
    assert second.samples != first.samples


def test_every_draw_finds_something_in_the_sample(tmp_path: Path) -> None:
    opened = write_sample(tmp_path / "sample.manshur", "en", TODAY)
    audit = opened.all(Audit)[0]
    check = next(one for one in opened.all(AuditCheck) if one.model == "A1")

    for kind in Draw:
        drawn = fieldwork.draw(opened, audit, check, kind, ENGLISH)
        assert all(record is not None for _line, record in fieldwork.sampled(drawn, opened, PERSIAN)), kind
    opened.close()


def test_where_there_is_nothing_to_pick_nothing_changes(company: OpenCompany) -> None:
    (check,) = taken(company, "A8")

    with pytest.raises(fieldwork.NothingToPick):
        fieldwork.draw(company, AUDIT, check, Draw.BREACHES, ENGLISH)

    assert company.find(AuditCheck, check.id) == check


def test_a_sample_that_is_called_otherwise_now_stays_as_a_text(company: OpenCompany) -> None:
    company.save_all(complaints(1))
    (check,) = taken(company, "A7")
    drawn = fieldwork.draw(company, AUDIT, check, Draw.COMPLAINTS, ENGLISH)
    (one,) = company.all(Complaint)
    company.save(dataclasses.replace(one, no="77"))

    assert fieldwork.sampled(drawn, company, ENGLISH) == (("Complaints: 01", None),)


def test_the_next_line_without_a_result_begins_anew_at_the_end() -> None:
    checks = [AuditCheck(result=result) for result in ("", "yes", "", "no")]

    assert fieldwork.next_unanswered(checks, None) is checks[0]
    assert fieldwork.next_unanswered(checks, checks[0].id) is checks[2]
    assert fieldwork.next_unanswered(checks, checks[2].id) is checks[0]
    assert fieldwork.next_unanswered(checks[1:2], None) is None
    assert fieldwork.progress(checks) == fieldwork.Progress(2, 4)
