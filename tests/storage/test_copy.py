"""A copy of a company file, and what it must never replace."""

from __future__ import annotations

from pathlib import Path

import pytest

from models.domain.records.control import Person
from models.domain.text import LocalText
from models.services.companies import create_company, open_company
from models.services.company import OpenCompany
from models.storage.errors import FileExists, FileLocked

SARA = Person(name=LocalText(en="Sara Nouri"))


def test_a_copy_holds_everything(company: OpenCompany, tmp_path: Path) -> None:
    company.save(SARA)

    company.save_copy(tmp_path / "copy.manshur")

    copy = open_company(tmp_path / "copy.manshur")
    assert copy.all(Person) == (SARA,)
    copy.close()


def test_a_copy_never_replaces_the_open_file_itself(company: OpenCompany) -> None:
    with pytest.raises(FileExists):
        company.save_copy(company.path)

    company.save(SARA)
    company.close()
    again = open_company(company.path)
    assert again.all(Person) == (SARA,)
    again.close()


def test_a_copy_never_replaces_a_file_that_is_open_elsewhere(company: OpenCompany, tmp_path: Path) -> None:
    other = create_company(tmp_path / "other.manshur")

    with pytest.raises(FileLocked):
        company.save_copy(other.path)

    other.close()


def test_a_copy_replaces_a_file_that_nobody_uses(company: OpenCompany, tmp_path: Path) -> None:
    target = tmp_path / "old.manshur"
    target.write_bytes(b"an old copy")

    company.save_copy(target)

    open_company(target).close()
    assert not list(tmp_path.glob(".old*"))
