"""Files of every schema version open, and a changed schema needs a migration."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path

import pytest

from models.domain.records.correction import Notice
from models.domain.records.training import Induction
from models.domain.registers import REGISTERS
from models.services.companies import create_company, open_company, verify_company
from models.storage.own_tables import SCHEMA_VERSION
from tests.storage.make_fixture import ANSWERS_KEPT, fixture_path

VERSIONS = range(1, SCHEMA_VERSION + 1)


@pytest.fixture(params=VERSIONS)
def old_file(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    path = tmp_path / "old.manshur"
    shutil.copyfile(fixture_path(request.param), path)
    return path


def columns(path: Path) -> dict[str, list[tuple[str, str]]]:
    with sqlite3.connect(path) as raw:
        tables = [name for (name,) in raw.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        found = {
            table: [(row[1], row[2]) for row in raw.execute(f'PRAGMA table_info("{table}")')]
            for table in tables
        }
    raw.close()
    return found


def test_an_old_file_opens_with_all_its_registers_filled(old_file: Path) -> None:
    known = columns(old_file)
    company = open_company(old_file)

    assert [one.code for one in REGISTERS if one.code in known and not company.all(one.record)] == []
    company.close()


def test_an_old_file_keeps_its_bin_and_its_undo(old_file: Path) -> None:
    company = open_company(old_file)
    answers = next(one.record for one in REGISTERS if one.code == "survey_answer")

    assert len(company.all(answers)) == ANSWERS_KEPT - 1
    company.undo()

    assert len(company.all(answers)) == ANSWERS_KEPT
    company.close()


def test_an_old_file_gets_the_columns_of_a_new_one(old_file: Path, tmp_path: Path) -> None:
    open_company(old_file).close()
    new = tmp_path / "new.manshur"
    create_company(new).close()

    upgraded, made = columns(old_file), columns(new)
    assert {table: sorted(found) for table, found in upgraded.items()} == {
        table: sorted(found) for table, found in made.items()
    }


def test_an_old_file_is_sound(old_file: Path) -> None:
    open_company(old_file).close()

    assert verify_company(old_file) == []


def test_inductions_of_a_file_without_points_have_none(tmp_path: Path) -> None:
    path = tmp_path / "old.manshur"
    shutil.copyfile(fixture_path(1), path)
    company = open_company(path)

    assert {one.points for one in company.all(Induction)} == {()}
    company.close()


def test_a_file_of_the_present_version_has_the_tables_of_a_new_one(tmp_path: Path) -> None:
    new = tmp_path / "new.manshur"
    create_company(new).close()

    assert columns(fixture_path(SCHEMA_VERSION)) == columns(new), (
        "the schema changed: raise SCHEMA_VERSION, write the migration and a fixture of the new version"
    )


def test_lines_of_a_notice_are_kept_in_the_language_of_their_letters(tmp_path: Path) -> None:
    path = tmp_path / "old.manshur"
    shutil.copyfile(fixture_path(1), path)
    company = open_company(path)

    lines = company.all(Notice)
    assert lines
    assert all(one.said.get("en") and one.did.get("en") and not one.said.get("fa") for one in lines)
    company.close()
