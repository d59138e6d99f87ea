"""Work in a process of its own comes to what it comes to in this one."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor, wait
from pathlib import Path

import pytest

from models.domain.records.organisation import Party
from models.domain.text import LocalText
from models.services.apart import Refused, verify_apart, write_dossier_apart
from models.services.companies import create_company, open_company, verify_company
from models.services.dossier import verify_dossier
from models.storage.errors import FileMissing
from models.storage.writing import FolderMissing


class Stopped(Exception):
    """What the user's wish to stop raises."""


def stop() -> None:
    raise Stopped


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
                wait([check], timeout=0.02)

            assert check.result() == []
    company.close()


def test_a_missing_file_is_refused_in_words(tmp_path: Path) -> None:
    with pytest.raises(Refused) as refused:
        verify_apart(tmp_path / "gone.manshur")

    assert refused.value.wanted.message == FileMissing.message


def test_a_check_that_nobody_wants_any_more_ends(file: Path) -> None:
    with pytest.raises(Stopped):
        verify_apart(file, stop)


def test_an_audit_file_is_written_with_every_step_told(file: Path, tmp_path: Path) -> None:
    told: list[tuple[int, int, str]] = []

    written = write_dossier_apart(file, tmp_path / "out", "fa", lambda *now: told.append(now))

    assert verify_dossier(written.archive) == []
    assert [done for done, _total, _item in told] == list(range(told[0][1]))


def test_an_audit_file_that_nobody_wants_any_more_leaves_nothing(file: Path, tmp_path: Path) -> None:
    def stop_halfway(done: int, _total: int, _item: str) -> None:
        if done == 10:
            raise Stopped

    with pytest.raises(Stopped):
        write_dossier_apart(file, tmp_path / "out", "fa", stop_halfway)

    assert list((tmp_path / "out").iterdir()) == []


def test_a_refusal_comes_in_the_sentence_of_its_own(file: Path) -> None:
    with pytest.raises(Refused) as refused:
        write_dossier_apart(file, file / "out", "fa")

    assert refused.value.wanted.message == FolderMissing.message
    assert refused.value.wanted.fields == {"file": "out"}
