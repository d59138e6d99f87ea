"""Records for work beside the window's thread."""

from __future__ import annotations

from pathlib import Path

from models.domain.records.control import Person
from models.domain.text import LocalText
from models.services.companies import create_company
from models.services.snapshots import snapshot


def test_no_later_change_reaches_a_snapshot(tmp_path: Path) -> None:
    company = create_company(tmp_path / "toos.manshur")
    sara = Person(name=LocalText(en="Sara"))
    company.save(sara)

    taken = snapshot(company)

    company.delete([sara])
    company.close()
    assert taken.all(Person) == (sara,)
