"""The check in a process of its own finds what the check in this one finds."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from models.domain.records.organisation import Party
from models.domain.text import LocalText
from models.services.apart import NotChecked, verify_apart
from models.services.companies import create_company, open_company, verify_company


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "توس.manshur"
    company = create_company(path)
    company.save(Party(name=LocalText(en="Customers")))
    company.close()
    return path


def test_a_sound_file_is_found_sound(file: Path) -> None:
    assert verify_apart(file) == []


def test_a_changed_record_is_told_in_the_same_sentence(file: Path) -> None:
    content = file.read_bytes()
    spot = content.index(b"Customers")
    file.write_bytes(content[:spot] + b"Costumers" + content[spot + 9 :])

    found = verify_apart(file)

    assert found != []
    assert [one.message for one in found] == [one.message for one in verify_company(file)]


def test_a_file_that_is_written_to_meanwhile_is_found_sound(file: Path) -> None:
    company = open_company(file)
    with ThreadPoolExecutor(1) as thread:
        for _attempt in range(5):
            check = thread.submit(verify_apart, file)
            while not check.done():
                company.save(Party(name=LocalText(en="Neighbours")))

            assert check.result() == []
    company.close()


def test_a_missing_file_is_refused_in_words(tmp_path: Path) -> None:
    with pytest.raises(NotChecked):
        verify_apart(tmp_path / "gone.manshur")


def test_a_check_that_nobody_wants_any_more_ends(file: Path) -> None:
    assert verify_apart(file, lambda: True) == []
