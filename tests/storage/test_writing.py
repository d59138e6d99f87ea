"""Whole files: replaced when finished, and never left half-written."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from models.domain.errors import AppError
from models.storage.errors import FileReadOnly, FileUnreachable
from models.storage.writing import FolderMissing, NoRoom, make_folder, replacing


def test_a_finished_file_takes_its_place(tmp_path: Path) -> None:
    target = tmp_path / "a.pdf"
    target.write_bytes(b"old")

    with replacing(target) as (unfinished,):
        unfinished.write_bytes(b"new")
        assert target.read_bytes() == b"old"

    assert target.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [target]


def test_a_failure_leaves_existing_files_and_nothing_else(tmp_path: Path) -> None:
    first, second = tmp_path / "a.pdf", tmp_path / "a.zip"
    first.write_bytes(b"old")

    with pytest.raises(KeyError):
        _stop_halfway(first, second)

    assert first.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [first]


def test_a_folder_that_vanishes_is_told(tmp_path: Path) -> None:
    folder = tmp_path / "out"
    folder.mkdir()

    with pytest.raises(FolderMissing):
        _lose_the_folder(folder)


def _stop_halfway(first: Path, second: Path) -> None:
    with replacing(first, second) as (pdf, archive):
        pdf.write_bytes(b"new")
        archive.write_bytes(b"half")
        raise KeyError


def _lose_the_folder(folder: Path) -> None:
    with replacing(folder / "a.pdf") as (unfinished,):
        folder.rmdir()
        unfinished.write_bytes(b"new")


@pytest.mark.parametrize(
    ("code", "told"),
    [(errno.ENOSPC, NoRoom), (errno.EACCES, FileReadOnly), (errno.EROFS, FileReadOnly), (0, FileUnreachable)],
)
def test_each_refusal_of_the_system_has_its_sentence(tmp_path: Path, code: int, told: type[AppError]) -> None:
    with pytest.raises(told), replacing(tmp_path / "a.pdf"):
        raise OSError(code, "No")


def test_a_folder_is_made_with_those_above_it(tmp_path: Path) -> None:
    make_folder(tmp_path / "a" / "b")

    assert (tmp_path / "a" / "b").is_dir()


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    place = tmp_path / "a"
    place.write_bytes(b"")

    with pytest.raises(FolderMissing):
        make_folder(place)
    with pytest.raises(FolderMissing):
        make_folder(place / "b")
