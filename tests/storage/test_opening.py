"""What happens with files that are broken, foreign, newer, locked or not to be written."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from models.domain.errors import AppError
from models.domain.records.organisation import Party
from models.domain.text import LocalText
from models.services.companies import create_company, open_company, verify_company
from models.services.company import OpenCompany
from models.storage import migrations
from models.storage.errors import (
    DamagedFile,
    DiskFull,
    FileExists,
    FileMissing,
    FileReadOnly,
    NewerFile,
    NotACompanyFile,
    UpgradeFailed,
)
from models.storage.own_tables import SCHEMA_VERSION
from models.storage.sqlite import read_header

PARTY = Party(name=LocalText(fa="مشتریان"))


@pytest.fixture
def closed(company: OpenCompany) -> Path:
    company.save_all([PARTY, *(Party(name=LocalText(fa=f"گروه {n}")) for n in range(60))])
    company.close()
    return company.path


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileMissing, match=r"gone\.manshur"):
        open_company(tmp_path / "gone.manshur")


@pytest.mark.parametrize("content", [b"", b"hello", b"SQLite format 3\x00", b"PK\x03\x04" * 100])
def test_a_foreign_file_is_refused_and_left_as_it_is(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "text.manshur"
    path.write_bytes(content)

    with pytest.raises(NotACompanyFile):
        open_company(path)

    assert path.read_bytes() == content


def test_a_foreign_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "other.manshur"
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE person (name)")
    other.close()

    with pytest.raises(NotACompanyFile):
        open_company(path)


def test_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NotACompanyFile):
        open_company(tmp_path)


def test_a_newer_file_is_refused_and_left_as_it_is(closed: Path) -> None:
    with sqlite3.connect(closed) as raw:
        raw.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    raw.close()
    before = closed.read_bytes()

    with pytest.raises(NewerFile):
        open_company(closed)

    assert closed.read_bytes() == before


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9])
def test_a_truncated_file_is_refused_and_left_as_it_is(closed: Path, share: float) -> None:
    before = closed.read_bytes()
    before = before[: int(len(before) * share)]
    closed.write_bytes(before)

    with pytest.raises(DamagedFile):
        open_company(closed)

    assert closed.read_bytes() == before


def found_by_verification(path: Path) -> bool:
    try:
        return verify_company(path) != []
    except AppError:
        return True


def test_a_flipped_byte_is_refused_or_found_or_harmless(closed: Path, tmp_path: Path) -> None:
    sound = closed.read_bytes()
    image = open_company(closed)
    wanted = image.all(Party)
    image.close()
    damaged = tmp_path / "damaged.manshur"
    undetected = []
    for position in range(0, len(sound), max(1, len(sound) // 120)):
        flipped = bytearray(sound)
        flipped[position] ^= 0x5A
        damaged.write_bytes(flipped)
        try:
            opened = open_company(damaged, read_only=True)
        except AppError:
            continue
        differs = opened.all(Party) != wanted
        opened.close()
        if differs and not found_by_verification(damaged):
            undetected.append(position)

    assert undetected == []


def test_a_second_process_gets_the_file_read_only(company: OpenCompany) -> None:
    company.save(PARTY)
    program = (
        "import sys; from pathlib import Path;"
        "from models.services.companies import open_company;"
        "print(open_company(Path(sys.argv[1])).is_read_only)"
    )

    answer = subprocess.run(
        [sys.executable, "-c", program, str(company.path)], capture_output=True, text=True, check=True
    )

    assert answer.stdout.strip() == "True"


def test_a_file_opened_for_reading_refuses_every_edit(closed: Path) -> None:
    before = closed.read_bytes()
    company = open_company(closed, read_only=True)

    with pytest.raises(FileReadOnly):
        company.save(Party())

    assert len(company.all(Party)) == 61
    assert not company.can_undo
    company.close()
    assert closed.read_bytes() == before


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="needs to give up root's rights")
def test_a_file_without_write_permission_opens_read_only(closed: Path) -> None:
    closed.chmod(0o444)
    closed.parent.chmod(0o555)
    for folder in (closed.parent, *closed.parent.parents[:-1]):
        folder.chmod(folder.stat().st_mode | 0o055)
    program = (
        "import os, sys; from pathlib import Path;"
        "from models.services.companies import open_company;"
        "os.setuid(65534);"
        "opened = open_company(Path(sys.argv[1]), 'x');"
        "print(opened.is_read_only, len(opened._standing) > 0)"
    )

    answer = subprocess.run(
        [sys.executable, "-c", program, str(closed)], capture_output=True, text=True, check=False
    )

    assert answer.stdout.strip() == "True True", answer.stderr


def test_a_full_disk_loses_only_the_last_edit(company: OpenCompany) -> None:
    company.save(PARTY)
    connection = company._file._connection
    pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
    connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
    connection.rollback()

    with pytest.raises(DiskFull):
        company.save(Party(needs=LocalText(fa="ب" * 100_000)))

    assert company.all(Party) == (PARTY,)
    assert verify_company(company.path) == []


def test_a_new_file_never_replaces_another(closed: Path) -> None:
    before = closed.read_bytes()

    with pytest.raises(FileExists):
        create_company(closed)

    assert closed.read_bytes() == before


def test_a_file_in_a_missing_folder_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(AppError):
        create_company(tmp_path / "nowhere" / "toos.manshur")

    assert list(tmp_path.iterdir()) == []


def _add_shelf(op: object) -> None:
    op.execute("CREATE TABLE shelf (id TEXT)")  # type: ignore[attr-defined]


def test_an_older_file_is_upgraded_in_a_copy_and_swapped(closed: Path) -> None:
    migrations.upgrade_file(closed, SCHEMA_VERSION, SCHEMA_VERSION + 1, lambda _: _add_shelf)

    header = read_header(closed)
    assert header is not None
    assert header.schema_version == SCHEMA_VERSION + 1
    with sqlite3.connect(closed) as raw:
        assert raw.execute("SELECT count(*) FROM shelf").fetchone() == (0,)
    raw.close()


def _fail(op: object) -> None:
    op.execute("CREATE TABLE shelf (id TEXT)")  # type: ignore[attr-defined]
    op.execute("INSERT INTO nowhere VALUES (1)")  # type: ignore[attr-defined]


def test_a_failed_upgrade_leaves_the_old_file(closed: Path) -> None:
    before = closed.read_bytes()

    with pytest.raises(UpgradeFailed):
        migrations.upgrade_file(closed, SCHEMA_VERSION, SCHEMA_VERSION + 1, lambda _: _fail)

    assert closed.read_bytes() == before
    assert [path.name for path in closed.parent.iterdir()] == [closed.name]


def test_a_name_of_255_characters_is_refused_in_words(tmp_path: Path) -> None:
    with pytest.raises(AppError):
        create_company(tmp_path / ("ن" * 255 + ".manshur"))

    shutil.rmtree(tmp_path)
