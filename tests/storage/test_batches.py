"""Many records in one transaction: kept once and in short, and all the same to undo, read and verify."""

from __future__ import annotations

import dataclasses
import json

import pytest

from models.domain.edits import Deed
from models.domain.fields import Record
from models.domain.ids import new_ids
from models.domain.records.feedback import Survey, SurveyAnswer
from models.domain.records.organisation import Party
from models.domain.register import Register
from models.domain.registers import REGISTERS
from models.domain.text import LocalText
from models.services.companies import open_company, verify_company
from models.services.company import Change, OpenCompany
from models.storage.batches import journal_batch
from tests.storage.test_company import filled, reopened

LISTS = [register for register in REGISTERS if not register.is_sheet]
MANY = 250


def many(register: Register, count: int = MANY) -> list[Record]:
    """Return records of a register, every second one with nothing in it but its id."""
    full, empty = filled(register), register.empty_record()
    ids = new_ids(count)
    return [dataclasses.replace(empty if at % 2 else full, id=one) for at, one in enumerate(ids)]


@pytest.mark.parametrize("register", LISTS, ids=lambda one: one.code)
def test_many_records_come_back_as_they_were_saved(company: OpenCompany, register: Register) -> None:
    records = many(register)
    company.add_apart(records)()
    assert company.all(register.record) == tuple(records)

    again = reopened(company)

    assert again.all(register.record) == tuple(records)
    again.close()
    problems = [problem.message for problem in verify_company(company.path)]
    # No file was attached with the hashes that evidence has here.
    assert not [message for message in problems if "evidence" not in message]


def test_many_records_are_undone_and_done_again_across_restarts(company: OpenCompany) -> None:
    survey = Survey(no="S-1")
    company.save(survey)
    said = ('a "b"\n', "")
    answers = [SurveyAnswer(survey=survey.id, no=no, answers=(str(no % 5), *said)) for no in range(333)]
    company.add_apart(answers)()

    company.undo()
    assert company.all(SurveyAnswer) == ()
    assert verify_company(company.path) == []
    company = reopened(company)
    company.redo()
    assert company.all(SurveyAnswer) == tuple(answers)
    company = reopened(company)
    assert company.all(SurveyAnswer) == tuple(answers)
    company.undo()
    company.undo()
    assert company.all(Survey) == ()
    company.redo()
    company.redo()
    company.close()

    assert verify_company(company.path) == []
    again = open_company(company.path)
    assert again.all(SurveyAnswer) == tuple(answers)
    assert again.find(Survey, survey.id) == survey
    again.close()


def test_records_of_several_types_are_one_step(company: OpenCompany) -> None:
    parties, surveys = [Party() for _ in range(30)], [Survey(no=str(no)) for no in range(40)]
    changed = dataclasses.replace(parties[0], name=LocalText(en="Guests"))
    company.save(parties[0])
    heard: list[Change] = []
    company.subscribe(heard.append)

    company.save_all([changed, *parties[1:], *surveys])
    company.undo()
    company.redo()

    assert company.all(Party) == (changed, *parties[1:])
    assert company.all(Survey) == tuple(surveys)
    assert {len(change.edits) for change in heard} == {70}
    assert all(change.touches(Survey) and len(change.of(Party)) == 30 for change in heard)
    assert verify_company(company.path) == []


def test_a_batch_tells_of_each_record(company: OpenCompany) -> None:
    parties = [Party(name=LocalText(en=str(number))) for number in range(MANY)]
    heard: list[Change] = []
    company.subscribe(heard.append)

    company.add_apart(parties)()

    (entry,) = company.history(parties[7].id)
    assert [edit.after for edit in entry.decoded_edits()] == parties
    assert [edit.record for edit in heard[0].edits] == parties
    assert heard[0].of(Party) is heard[0].edits
    assert heard[0].of(Survey) == ()
    assert not heard[0].touches(Survey)
    assert [edit.after for edit in heard[0].to(parties[7])] == [parties[7]]
    assert heard[0].to(Party()) == heard[0].to(Survey()) == []


def test_records_stand_in_the_order_of_their_ids_however_they_came(company: OpenCompany) -> None:
    parties = [Party() for _ in range(MANY)]
    company.save(parties[100])
    company.add_apart([*parties[101:], *parties[:100]])()
    company.delete(parties[:3])
    company.restore(parties[1:2])
    company.save(dataclasses.replace(parties[50], name=LocalText(en="Guests")))

    standing = [one.id for one in company.all(Party)]

    assert standing == [one.id for one in (parties[1], *parties[3:])]
    assert [one.id for one in company.snapshot().all(Party)] == standing
    assert [one.id for one in company.binned(Party)] == [parties[0].id, parties[2].id]


def test_the_journal_keeps_what_all_share_once(company: OpenCompany) -> None:
    survey = Survey()
    company.save(survey)
    answers = [SurveyAnswer(survey=survey.id, no=no, answers=("5",)) for no in range(MANY)]

    company.add_apart(answers)

    entry, _first = company.history()
    (kept,) = json.loads(entry.edits)
    assert kept["shared"] == {
        "survey": survey.id,
        "answered_on": None,
        "source": "",
        "answers": ["5"],
        "invalid_because": "",
    }
    assert kept["columns"] == {"id": [one.id for one in answers], "no": list(range(MANY))}


@pytest.mark.parametrize(
    ("deed", "columns", "shared"),
    [
        (Deed.UPDATE, {"id": ["a"]}, {}),
        (Deed.CREATE, {"id": []}, {}),
        (Deed.CREATE, {"id": ["a", "b"], "channel": [{}]}, {}),
        (Deed.CREATE, {"channel": [{}]}, {}),
        (Deed.CREATE, {"id": ["a"]}, None),
    ],
)
def test_what_is_no_batch_is_refused(deed: Deed, columns: object, shared: object) -> None:
    with pytest.raises((ValueError, KeyError, TypeError)):
        journal_batch(deed, Party, {"columns": columns, "shared": shared})


def test_adding_nothing_writes_nothing(company: OpenCompany) -> None:
    company.add_apart([])()

    assert company.history() == []
