"""The audit file: complete, checkable, and never half-written."""

from __future__ import annotations

import json
import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from models.domain.records.charter import Promise
from models.domain.records.control import Evidence, Person
from models.domain.records.organisation import Party
from models.domain.text import LocalText
from models.exchange.manifest import MANIFEST, NotAnArchive
from models.localisation.language import load_language
from models.services import documents
from models.services.companies import create_company, open_company
from models.services.dossier import Written, verify_dossier, write_dossier
from models.services.evidence_files import EvidenceDamaged
from models.services.issuing import approve, issue
from models.services.sample.company import write_sample
from models.services.verification import verify
from models.storage.writing import FolderMissing
from tests.documents.readers import outline, pages

TODAY = date(2026, 11, 22)


class Stopped(Exception):
    """What the user's wish to stop raises."""


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sample") / "toos.manshur"
    write_sample(path, "fa", TODAY).close()
    return path


@pytest.fixture(scope="module")
def written(sample: Path) -> Written:
    return write_dossier(sample, sample.parent / "out", "en", TODAY)


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A company with next to nothing in it."""
    path = tmp_path / "small.manshur"
    company = create_company(path)
    company.save(Party(name=LocalText(fa="مشتریان", en="Customers")))
    company.close()
    return path


def test_the_outline_names_every_document(sample: Path, written: Written) -> None:
    titles = {title for level, title, _page in outline(written.pdf.read_bytes()) if level == 0}

    company = open_company(sample, read_only=True)
    rows = documents.document_rows(company, load_language("en"), TODAY)
    company.close()
    assert {row.title.best("en") for row in rows} < titles
    assert {"Audit file", "Question, evidence, page", "Evidence list", "Open points"} < titles


def test_the_matrix_tells_the_pages_on_which_documents_begin(written: Written) -> None:
    content = written.pdf.read_bytes()
    begins = {title: page for level, title, page in outline(content) if level == 0}
    first = pages(content)[begins["Question, evidence, page"] - 1]

    told = set(re.findall(r"CS-PO-01: (\d+)", first))

    assert told == {str(begins["Customer-focus policy"])}


def test_the_matrix_leads_to_each_file_of_evidence(written: Written) -> None:
    content = written.pdf.read_bytes()
    begins = {title: page for level, title, page in outline(content) if level == 0}
    first = pages(content)[begins["Question, evidence, page"] - 1]

    assert f"E-007: {begins['Evidence list']}" in first


def test_evidence_is_listed_with_its_whole_fingerprint(sample: Path, written: Written) -> None:
    company = open_company(sample, read_only=True)
    proofs = company.all(Evidence)
    company.close()

    text = "".join("".join(pages(written.pdf.read_bytes())).split())

    assert proofs
    assert all(one.sha256 in text for one in proofs)


def test_the_archive_holds_every_document_and_every_file(sample: Path, written: Written) -> None:
    company = open_company(sample, read_only=True)
    proofs = len(company.all(Evidence))
    company.close()
    with zipfile.ZipFile(written.archive) as archive:
        names = archive.namelist()
        announced = [one["path"] for one in json.loads(archive.read(MANIFEST))["files"]]

    assert [*announced, MANIFEST] == names
    assert written.pdf.name in names
    assert sum(name.startswith("documents/") for name in names) == len(documents.available())
    assert sum(name.startswith("evidence/") for name in names) == proofs


def test_a_finished_archive_is_sound(written: Written) -> None:
    assert verify_dossier(written.archive) == []
    assert verify(written.archive).problems == []


def _without(name: str) -> Callable[[dict[str, bytes]], object]:
    return lambda files: files.pop(name)


def _changed(name: str) -> Callable[[dict[str, bytes]], object]:
    return lambda files: files.update({name: files[name][:-1] + b"?"})


def _longer(name: str) -> Callable[[dict[str, bytes]], object]:
    return lambda files: files.update({name: files[name] + bytes(50_000_000)})


def _added(name: str) -> Callable[[dict[str, bytes]], object]:
    return lambda files: files.update({name: b"x"})


@pytest.mark.parametrize(
    ("tamper", "told"),
    [
        (_without("documents/CS-PO-01_en.pdf"), "missing"),
        (_changed("documents/CS-PO-01_en.pdf"), "differs"),
        (_longer("documents/CS-PO-01_en.pdf"), "differs"),
        (_added("documents/more.pdf"), "does not belong"),
    ],
)
def test_whatever_was_changed_in_an_archive_is_told(
    written: Written, tmp_path: Path, tamper: Callable[[dict[str, bytes]], object], told: str
) -> None:
    copy = tmp_path / "copy.zip"
    with zipfile.ZipFile(written.archive) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    tamper(files)
    with zipfile.ZipFile(copy, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)

    (problem,) = verify_dossier(copy)

    assert told in problem.message


@pytest.mark.parametrize("content", [b"PK\x03\x04 and no more", b"PK\x03\x04" + bytes(5000)])
def test_a_broken_archive_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "broken.zip"
    path.write_bytes(content)

    with pytest.raises(NotAnArchive):
        verify(path)


def test_an_archive_of_something_else_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "other.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a.txt", b"a")

    with pytest.raises(NotAnArchive):
        verify(path)


def test_equal_companies_give_equal_bytes(small: Path, tmp_path: Path) -> None:
    first = write_dossier(small, tmp_path / "1", "fa", TODAY)
    second = write_dossier(small, tmp_path / "2", "fa", TODAY)

    assert first.pdf.read_bytes() == second.pdf.read_bytes()
    assert first.archive.read_bytes() == second.archive.read_bytes()


def test_an_issued_document_goes_along_as_it_was_issued(small: Path, tmp_path: Path) -> None:
    company = open_company(small)
    manager = Person(name=LocalText(fa="حسن رضوی", en="Hassan Razavi"))
    company.save(manager)
    approve(company, "R-01", manager.id, TODAY)
    issues = {one.language: one for one in issue(company, "R-01", manager.id, TODAY)}
    frozen = company.content(issues["fa"].sha256)
    company.close()

    archive = write_dossier(small, tmp_path / "out", "fa", date(2027, 1, 5)).archive

    with zipfile.ZipFile(archive) as opened:
        assert opened.read("documents/CS-LS-01_fa.pdf") == frozen


def test_progress_only_moves_forward(small: Path, tmp_path: Path) -> None:
    told: list[tuple[int, int, str]] = []

    write_dossier(small, tmp_path, "en", TODAY, lambda *now: told.append(now))

    assert [done for done, _total, _item in told] == list(range(len(told)))
    assert {total for _done, total, _item in told} == {len(told)}
    assert all(item for _done, _total, item in told)


@pytest.mark.parametrize("at", [0, 5, 40])
def test_stopping_leaves_nothing_half_written(small: Path, tmp_path: Path, at: int) -> None:
    out = tmp_path / "out"
    before = write_dossier(small, out, "en", TODAY)
    kept = {path: path.read_bytes() for path in (before.pdf, before.archive)}

    def stop(done: int, _total: int, _item: str) -> None:
        if done == at:
            raise Stopped

    with pytest.raises(Stopped):
        write_dossier(small, out, "en", date(2027, 1, 1), stop)

    assert {path: path.read_bytes() for path in out.iterdir()} == kept


def test_damaged_evidence_is_never_handed_over(small: Path, tmp_path: Path) -> None:
    company = open_company(small)
    evidence = Evidence(file_name="a.txt", sha256="0" * 64, size=3)
    company.save(evidence)
    company.close()
    out = tmp_path / "out"

    with pytest.raises(EvidenceDamaged):
        write_dossier(small, out, "en", TODAY)

    assert list(out.iterdir()) == []


def test_a_file_where_the_folder_should_be_is_told(small: Path) -> None:
    with pytest.raises(FolderMissing):
        write_dossier(small, small / "out", "en", TODAY)


def test_hostile_names_make_harmless_paths(small: Path, tmp_path: Path) -> None:
    company = open_company(small)
    source = tmp_path / "x.txt"
    source.write_bytes(b"abc")
    attached = company.attach(source, "", "")
    company.save(replace(attached, file_name="../../etc/‮x\x00:*?<>|" + "n" * 400 + ".txt"))
    company.close()

    archive = write_dossier(small, tmp_path / "out", "fa", TODAY).archive

    with zipfile.ZipFile(archive) as opened:
        (name,) = [one for one in opened.namelist() if one.startswith("evidence/")]
    assert ".." not in name
    assert name.count("/") == 1
    assert len(name) < 120


def test_a_sheet_that_cannot_hold_its_text_gives_way_to_another_edition(small: Path, tmp_path: Path) -> None:
    company = open_company(small)
    for number in range(3):
        company.save(Promise(text=LocalText(en=f"Promise {number} " + "and on it goes " * 1500)))
    company.close()

    written = write_dossier(small, tmp_path / "out", "en", TODAY)

    with zipfile.ZipFile(written.archive) as opened:
        names = set(opened.namelist())
    assert "documents/CS-CH-16_flat_en.pdf" in names
    assert not any("CS-CH-17" in name for name in names)
    text = " ".join(" ".join(pages(written.pdf.read_bytes())).split())
    assert "does not fit on its sheet" in text
