"""The user's choices: kept, read again, and never a reason to fail."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from models.services.preferences import (
    BROKEN_NAME,
    FILE_NAME,
    Look,
    PreferenceFile,
    Preferences,
    PreferencesUnsaved,
)


def write(folder: Path, text: str | bytes) -> None:
    (folder / FILE_NAME).write_bytes(text if isinstance(text, bytes) else text.encode())


def test_without_a_file_everything_is_as_usual(tmp_path: Path) -> None:
    assert PreferenceFile(tmp_path / "none").now == Preferences()


def test_choices_are_read_again(tmp_path: Path) -> None:
    file = PreferenceFile(tmp_path / "user")
    file.change(language="fa", look=Look.DARK, author="نگار", is_guide_open=True)

    assert PreferenceFile(tmp_path / "user").now == file.now
    assert file.now.author == "نگار"


@pytest.mark.parametrize("content", ["", "{", "[]", "null", '"text"', b"\xff\xfe\x00", "[" * 100_000])
def test_a_broken_file_is_put_aside(tmp_path: Path, content: str | bytes) -> None:
    write(tmp_path, content)

    assert PreferenceFile(tmp_path).now == Preferences()
    assert not (tmp_path / FILE_NAME).exists()
    assert (tmp_path / BROKEN_NAME).exists()


@pytest.mark.parametrize(
    "wrong",
    [
        {"language": 7},
        {"recent": "one"},
        {"recent": [1, None, ""]},
        {"is_guide_open": "yes"},
        {"look": "pink"},
        {"geometry": ["a"]},
        {"unheard_of": True},
    ],
)
def test_a_wrong_entry_is_left_out(tmp_path: Path, wrong: dict[str, Any]) -> None:
    write(tmp_path, json.dumps({"author": "Negar", **wrong}))

    assert PreferenceFile(tmp_path).now == Preferences(author="Negar")


def test_what_cannot_be_written_holds_until_the_end(tmp_path: Path) -> None:
    (tmp_path / "user").write_bytes(b"")
    file = PreferenceFile(tmp_path / "user")

    with pytest.raises(PreferencesUnsaved):
        file.change(author="Negar")

    assert file.now.author == "Negar"


def test_the_newest_file_comes_first_and_once(tmp_path: Path) -> None:
    file = PreferenceFile(tmp_path / "user")
    for name in ("a", "b", "a"):
        file.remember(tmp_path / name)

    assert file.now.recent == (str(tmp_path / "a"), str(tmp_path / "b"))


def test_only_the_newest_files_are_remembered(tmp_path: Path) -> None:
    file = PreferenceFile(tmp_path / "user")
    for number in range(20):
        file.remember(tmp_path / str(number))

    assert len(file.now.recent) == 8
    assert file.now.recent[0] == str(tmp_path / "19")


def test_a_file_can_be_forgotten(tmp_path: Path) -> None:
    file = PreferenceFile(tmp_path / "user")
    file.remember(tmp_path / "a")

    file.forget(tmp_path / "a")

    assert file.now.recent == ()


def test_an_unchanged_choice_writes_nothing(tmp_path: Path) -> None:
    file = PreferenceFile(tmp_path / "user")

    file.change(language="")

    assert not (tmp_path / "user").exists()
