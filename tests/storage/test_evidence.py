"""Files kept as evidence."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest

from models.domain.records.control import Evidence
from models.services.companies import open_company, verify_company
from models.services.company import OpenCompany
from models.services.evidence_files import EmptyFile, EvidenceDamaged, TooLarge
from models.storage.errors import FileReadOnly, FileUnreachable

MEGABYTE = 1024 * 1024


def file_of(folder: Path, size: int, name: str = "عکس پوستر.jpg") -> Path:
    path = folder / name
    path.write_bytes(os.urandom(min(size, 1024)) + b"\0" * max(0, size - 1024))
    return path


def test_a_file_comes_back_byte_for_byte_after_a_restart(company: OpenCompany, tmp_path: Path) -> None:
    path = file_of(tmp_path, 5000)
    company.attach(path, "display", "x")
    company.close()

    again = open_company(company.path)
    (evidence,) = again.evidence_of("display", "x")

    assert again.evidence_bytes(evidence) == path.read_bytes()
    assert evidence.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert (evidence.file_name, evidence.media_type, evidence.size) == ("عکس پوستر.jpg", "image/jpeg", 5000)
    again.close()


def test_49_megabytes_are_kept(company: OpenCompany, tmp_path: Path) -> None:
    path = file_of(tmp_path, 49 * MEGABYTE)

    evidence = company.attach(path, "display", "x")

    assert company.evidence_bytes(evidence) == path.read_bytes()


def test_51_megabytes_are_refused(company: OpenCompany, tmp_path: Path) -> None:
    with pytest.raises(TooLarge, match="50 MB"):
        company.attach(file_of(tmp_path, 51 * MEGABYTE), "display", "x")

    assert company.all(Evidence) == ()


def test_an_empty_file_proves_nothing(company: OpenCompany, tmp_path: Path) -> None:
    with pytest.raises(EmptyFile):
        company.attach(file_of(tmp_path, 0), "display", "x")


def test_a_missing_file_and_a_folder_are_refused(company: OpenCompany, tmp_path: Path) -> None:
    for path in (tmp_path / "gone.txt", tmp_path):
        with pytest.raises(FileUnreachable):
            company.attach(path, "display", "x")


def test_a_name_of_255_characters_is_kept(company: OpenCompany, tmp_path: Path) -> None:
    name = "n" * 251 + ".txt"

    evidence = company.attach(file_of(tmp_path, 10, name), "display", "x")

    assert evidence.file_name == name


def test_the_same_content_is_stored_once(company: OpenCompany, tmp_path: Path) -> None:
    path = file_of(tmp_path, 2 * MEGABYTE)
    company.attach(path, "display", "x")
    size = company.path.stat().st_size

    company.attach(path, "display", "y")

    assert company.path.stat().st_size - size < MEGABYTE


def test_an_undone_file_comes_back_with_redo(company: OpenCompany, tmp_path: Path) -> None:
    evidence = company.attach(file_of(tmp_path, 100), "display", "x")

    company.undo()
    assert company.all(Evidence) == ()
    company.redo()

    assert len(company.evidence_bytes(evidence)) == 100


def test_changed_bytes_are_noticed(company: OpenCompany, tmp_path: Path) -> None:
    evidence = company.attach(file_of(tmp_path, 5000), "display", "x")
    marker = company.evidence_bytes(evidence)[:16]
    company.close()
    content = company.path.read_bytes()
    spot = content.index(marker)
    company.path.write_bytes(content[:spot] + bytes([content[spot] ^ 1]) + content[spot + 1 :])

    again = open_company(company.path)
    with pytest.raises(EvidenceDamaged):
        again.evidence_bytes(evidence)
    again.close()

    assert [problem.message for problem in verify_company(company.path)] == [
        "The evidence file {file} is not what was attached."
    ]


def test_a_company_open_for_reading_takes_nothing_in(company: OpenCompany, tmp_path: Path) -> None:
    company.close()
    reader = open_company(company.path, read_only=True)
    before = company.path.read_bytes()

    with pytest.raises(FileReadOnly):
        reader.attach(file_of(tmp_path, 100), "display", "x")

    reader.close()
    assert company.path.read_bytes() == before
