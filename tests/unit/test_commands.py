"""The command line, on real files."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from models.commands import USERS_MISTAKE, WindowOptions, run
from models.domain.records.charter import Promise
from models.domain.records.feedback import Survey
from models.domain.text import LocalText
from models.localisation.text import without_isolates
from models.services.companies import create_company, open_company
from models.services.documents import available


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sample") / "sample.manshur"
    assert run(["demo", str(path), "--language", "fa"]) == 0
    return path


def test_without_a_command_the_window_opens(tmp_path: Path) -> None:
    options = run([str(tmp_path / "a.manshur"), "--language", "en", "--data-dir", str(tmp_path)])

    assert options == WindowOptions(tmp_path / "a.manshur", "en", tmp_path)


def test_the_version_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="0"):
        run(["--version"])

    assert capsys.readouterr().out == "Manshur 0.1.0\n"


def test_help_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="0"):
        run(["--help"])

    text = capsys.readouterr().out
    for name in (
        "demo",
        "status",
        "documents",
        "dossier",
        "export-data",
        "import-data",
        "import-survey",
        "verify",
    ):
        assert name in text


def test_the_sample_is_sound(sample: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["verify", str(sample)]) == 0
    assert capsys.readouterr().err == ""


def test_the_sample_never_replaces_a_file(sample: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = sample.read_bytes()

    assert run(["demo", str(sample)]) == USERS_MISTAKE

    assert len(capsys.readouterr().err.splitlines()) == 1
    assert sample.read_bytes() == before


def test_status_as_json_tells_steps_gates_and_readiness(
    sample: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["status", str(sample), "--json", "--language", "en"]) == 0

    status = json.loads(capsys.readouterr().out)
    assert [step["step"] for step in status["steps"]] == list(range(1, 9))
    assert sum(len(step["criteria"]) for step in status["steps"]) == 35
    assert 0 < status["readiness"]["share"] < 1
    assert {"rule", "step", "severity", "sentence", "register", "record", "field"} == set(status["health"][0])


def test_status_of_an_empty_company_claims_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "empty.manshur"
    create_company(path).close()

    assert run(["status", str(path), "--json"]) == 0

    status = json.loads(capsys.readouterr().out)
    assert status["readiness"]["share"] == 0
    assert not any(one["is_met"] for step in status["steps"] for one in step["criteria"])


@pytest.mark.parametrize("language", ["fa", "en"])
def test_status_is_readable_in_each_language(
    sample: Path, capsys: pytest.CaptureFixture[str], language: str
) -> None:
    assert run(["status", str(sample), "--language", language]) == 0

    said = capsys.readouterr().out
    assert len(said.splitlines()) >= 9
    # Terminals show the marks that hold the parts of a sentence apart in the window.
    assert without_isolates(said) == said


def test_documents_are_named_by_number_and_language(sample: Path, tmp_path: Path) -> None:
    assert run(["documents", str(sample), str(tmp_path / "out"), "--language", "both"]) == 0

    names = {path.name for path in (tmp_path / "out").iterdir()}
    assert {"CS-LS-01_en.pdf", "CS-LS-01_fa.pdf", "CS-PO-01_en.pdf", "CS-PO-01_fa.pdf"} <= names
    assert len(names) == 2 * len(available())


def test_only_the_documents_named_are_written(sample: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"

    assert run(["documents", str(sample), str(out), "--language", "fa", "--only", "D1"]) == 0

    assert [path.name for path in out.iterdir()] == ["CS-PO-01_fa.pdf"]


def written(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_editions_are_written_where_they_are_asked_for(sample: Path, tmp_path: Path) -> None:
    plain, whole = tmp_path / "plain", tmp_path / "whole"

    assert run(["documents", str(sample), str(plain), "--language", "en", "--only", "R-16"]) == 0
    assert (
        run(["documents", str(sample), str(whole), "--language", "en", "--only", "R-16", "--editions"]) == 0
    )

    assert written(plain) == ["CS-CH-16_en.pdf"]
    assert written(whole) == ["CS-CH-16_en.pdf", "CS-CH-16_flat_en.pdf"]


def test_two_languages_side_by_side_are_one_file_of_the_documents_made_so(
    sample: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"

    assert run(["documents", str(sample), str(out), "--language", "fa+en", "--editions"]) == 0

    names = ["CS-CH-01_fa+en.pdf", "CS-CH-01_public_fa+en.pdf", "CS-CH-16_flat_fa+en.pdf"]
    assert written(out) == sorted([*names, "CS-FR-07_blank_fa+en.pdf", "CS-PO-01_fa+en.pdf"])


def test_a_document_that_is_not_made_so_is_one_clear_line(
    sample: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"

    assert run(["documents", str(sample), str(out), "--language", "fa+en", "--only", "D1,R-01"]) == (
        USERS_MISTAKE
    )

    assert "R-01" in capsys.readouterr().err
    assert not out.exists()


def test_one_sheet_that_cannot_hold_its_text_keeps_no_other_from_being_written(
    sample: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "long.manshur"
    shutil.copyfile(sample, path)
    company = open_company(path)
    promise = company.all(Promise)[0]
    company.save(replace(promise, text=LocalText(fa="واژه " * 3000, en="word " * 3000)))
    company.close()

    only = ["--only", "R-16,R-17,D1", "--language", "fa"]
    assert run(["documents", str(path), str(tmp_path / "out"), *only]) == USERS_MISTAKE

    assert len(capsys.readouterr().err.splitlines()) == 1
    assert written(tmp_path / "out") == ["CS-PO-01_fa.pdf"]


@pytest.mark.parametrize("only", ["D99", "", " , "])
def test_an_unknown_document_is_one_clear_line(
    sample: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], only: str
) -> None:
    assert run(["documents", str(sample), str(tmp_path / "out"), "--only", only]) == USERS_MISTAKE

    assert len(capsys.readouterr().err.splitlines()) == 1
    assert not (tmp_path / "out").exists()


def test_the_sample_goes_out_and_in_without_loss(sample: Path, tmp_path: Path) -> None:
    first, second = tmp_path / "first.json", tmp_path / "second.json"

    assert run(["export-data", str(sample), str(first)]) == 0
    assert run(["import-data", str(first), str(tmp_path / "again.manshur")]) == 0
    assert run(["export-data", str(tmp_path / "again.manshur"), str(second)]) == 0

    assert first.read_bytes() == second.read_bytes()


@pytest.mark.parametrize("command", ["status", "verify"])
def test_a_text_file_is_one_clear_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], command: str
) -> None:
    path = tmp_path / "text.manshur"
    path.write_text("hello")

    assert run([command, str(path)]) == USERS_MISTAKE

    assert "text.manshur" in capsys.readouterr().err
    assert path.read_text() == "hello"


def test_a_damaged_file_is_named_by_verify(
    sample: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "damaged.manshur"
    content = sample.read_bytes()
    marker = "رستوران".encode()
    spot = content.index(marker)
    path.write_bytes(content[:spot] + "بستوران".encode() + content[spot + len(marker) :])

    assert run(["verify", str(path)]) == USERS_MISTAKE

    assert capsys.readouterr().err


def test_the_audit_file_is_written_and_verified(sample: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"

    assert run(["dossier", str(sample), str(out), "--language", "fa"]) == 0

    assert {path.name for path in out.iterdir()} == {"CS-audit-file_fa.pdf", "CS-audit-file_fa.zip"}
    assert run(["verify", str(out / "CS-audit-file_fa.zip")]) == 0


def test_a_damaged_audit_file_is_told_line_by_line(
    sample: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["dossier", str(sample), str(tmp_path), "--language", "en"]) == 0
    archive = tmp_path / "CS-audit-file_en.zip"
    content = archive.read_bytes()
    archive.write_bytes(content[: len(content) // 2])
    capsys.readouterr()

    assert run(["verify", str(archive)]) == USERS_MISTAKE

    assert len(capsys.readouterr().err.splitlines()) == 1


def import_survey(sample: Path, tmp_path: Path, rows: str, *more: str) -> object:
    copy = tmp_path / "copy.manshur"
    if not copy.exists():
        shutil.copyfile(sample, copy)
    table = tmp_path / "answers.csv"
    table.write_text(rows, encoding="utf-16")
    company = open_company(copy, read_only=True)
    code = company.all(Survey)[0].no
    company.close()
    return run(["import-survey", str(copy), str(table), "--survey", code, "--language", "en", *more])


def test_answers_are_imported_from_a_table(
    sample: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert import_survey(sample, tmp_path, "no;Date;Q1;Q8\n901;2026-01-05;5;۱۰\n902;2026-01-05;4;9\n") == 0

    out, err = capsys.readouterr()
    assert (out, err) == ("New sheets: 2. Refused rows: 0. There already: 0.\n", "")


def test_a_refused_row_keeps_all_answers_out(
    sample: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = "no;Date;Q1;Q8\n901;2026-01-05;5;11\n902;2026-01-05;4;9\n"

    assert import_survey(sample, tmp_path, rows) == USERS_MISTAKE

    out, err = capsys.readouterr()
    assert out.startswith("Row 2, ")
    assert len(err.splitlines()) == 1
    assert import_survey(sample, tmp_path, rows, "--leave-out-refused") == 0
    assert capsys.readouterr().out.endswith("New sheets: 1. Refused rows: 1. There already: 0.\n")
