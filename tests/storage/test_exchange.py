"""Export and import lose nothing and never leave half a file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from models.domain.errors import AppError
from models.domain.records.control import Evidence, Person
from models.domain.records.organisation import Party
from models.domain.text import LocalText
from models.exchange.company_json import NewerExport, NotAnExport
from models.services.companies import open_company, verify_company
from models.services.company import OpenCompany
from models.services.exchange import export_company, import_company
from models.storage.errors import FileExists


@pytest.fixture
def exported(company: OpenCompany, tmp_path: Path) -> Path:
    proof = tmp_path / "عکس.bin"
    proof.write_bytes(bytes(range(256)) * 300)
    person = Person(name=LocalText(fa="نگار \u202e<b>&\"'", en="Negar 😀"))
    company.save(person)
    company.attach(proof, "person", person.id)
    company.save_all([Party(), Party(name=LocalText(fa="مشتریان"))])
    company.delete(company.all(Party)[:1])
    company.undo()
    company.redo()
    company.undo()
    out = tmp_path / "first.json"
    export_company(company.path, out)
    return out


def test_export_import_export_gives_the_same_bytes(exported: Path, tmp_path: Path) -> None:
    import_company(exported, tmp_path / "again.manshur")

    export_company(tmp_path / "again.manshur", tmp_path / "second.json")

    assert (tmp_path / "second.json").read_bytes() == exported.read_bytes()


def test_the_imported_company_is_whole_and_sound(exported: Path, tmp_path: Path) -> None:
    path = tmp_path / "again.manshur"
    import_company(exported, path)

    assert verify_company(path) == []
    again = open_company(path)
    (evidence,) = again.all(Evidence)
    assert again.evidence_bytes(evidence) == bytes(range(256)) * 300
    assert again.can_redo
    again.close()


def test_an_existing_file_is_never_replaced_by_an_import(exported: Path, tmp_path: Path) -> None:
    path = tmp_path / "there.manshur"
    path.write_text("mine")

    with pytest.raises(FileExists):
        import_company(exported, path)

    assert path.read_text() == "mine"


def broken(text: str, how: str) -> str:
    content = json.loads(text)
    if how == "truncated":
        return text[: len(text) // 2]
    if how == "a list":
        return "[]"
    if how == "other format":
        content["format"] = "x"
    elif how == "no journal":
        del content["journal"]
    elif how == "a number for a text":
        content["person"][0]["phone"] = 5
    elif how == "a changed name":
        content["person"][0]["name"]["fa"] = "دیگری"
    elif how == "a bad day":
        content["evidence"][0]["added_on"] = "2026-02-30"
    elif how == "an id twice":
        content["party"].append(content["party"][0])
    elif how == "nothing in a key":
        content["journal"][0]["id"] = None
    elif how == "bad bytes":
        content["evidence_content"][0]["content"] = "%%%"
    return json.dumps(content, ensure_ascii=False)


@pytest.mark.parametrize(
    "how",
    [
        "truncated",
        "a list",
        "other format",
        "no journal",
        "a number for a text",
        "a changed name",
        "a bad day",
        "an id twice",
        "nothing in a key",
        "bad bytes",
    ],
)
def test_a_broken_export_is_refused_and_nothing_is_made(exported: Path, tmp_path: Path, how: str) -> None:
    exported.write_text(broken(exported.read_text(encoding="utf-8"), how), encoding="utf-8")
    before = sorted(path.name for path in tmp_path.iterdir())

    with pytest.raises(NotAnExport):
        import_company(exported, tmp_path / "again.manshur")

    assert sorted(path.name for path in tmp_path.iterdir()) == before


def test_a_newer_export_is_refused(exported: Path, tmp_path: Path) -> None:
    text = exported.read_text(encoding="utf-8").replace('"format_version": 1', '"format_version": 2')
    exported.write_text(text, encoding="utf-8")

    with pytest.raises(NewerExport):
        import_company(exported, tmp_path / "again.manshur")


def test_an_export_to_a_missing_folder_is_refused(company: OpenCompany, tmp_path: Path) -> None:
    with pytest.raises(AppError):
        export_company(company.path, tmp_path / "nowhere" / "out.json")
