"""Reports of bugs: in the log, and in a file for whoever looks after the program."""

from __future__ import annotations

from pathlib import Path

import pytest

from models.services import reports


def report() -> str:
    with pytest.raises(ZeroDivisionError) as caught:
        _ = 1 // 0
    return reports.report_of(caught.type, caught.value, caught.tb, {"Manshur": "0.1.0"})


def test_a_report_names_versions_and_place() -> None:
    text = report()

    assert "Manshur: 0.1.0" in text
    assert "Python: " in text
    assert "ZeroDivisionError" in text
    assert "test_reports.py" in text


def test_the_log_grows_by_each_report(tmp_path: Path) -> None:
    reports.log(tmp_path / "logs", "first")
    reports.log(tmp_path / "logs", "second")

    assert (tmp_path / "logs" / reports.LOG_NAME).read_text() == "first\nsecond\n"


def test_a_long_log_begins_anew_and_keeps_the_old_one(tmp_path: Path) -> None:
    (tmp_path / reports.LOG_NAME).write_text("x" * 600_000)

    reports.log(tmp_path, "new")

    assert (tmp_path / reports.LOG_NAME).read_text() == "new\n"
    assert len(list(tmp_path.iterdir())) == 2


def test_where_there_can_be_no_log_the_report_goes_to_standard_error(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "logs").write_bytes(b"")

    reports.log(tmp_path / "logs", "a report")

    assert capsys.readouterr().err == "a report"


def test_a_report_that_cannot_be_saved_says_why(tmp_path: Path) -> None:
    with pytest.raises(reports.ReportUnsaved, match=r"report\.txt"):
        reports.save_report(tmp_path / "none" / "report.txt", "a report")
