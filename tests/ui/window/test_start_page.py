"""Beginning: language, new company, open, sample, recent files."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog

from models.localisation.language import load_language
from models.services.preferences import PreferenceFile
from tests.e2e.program import Program, running, wait_until
from ui.pages.start import StartPage


def start_page(program: Program) -> StartPage:
    assert program.app.start is not None
    return program.app.start


def answer(monkeypatch: pytest.MonkeyPatch, method: str, path: Path | None) -> None:
    """Let the user of the file dialog choose a path, or none."""
    monkeypatch.setattr(QFileDialog, method, lambda *_args, **_more: (str(path or ""), ""))


def test_each_language_is_offered_in_its_own_script(started: Program) -> None:
    names = [button.text() for button in start_page(started).languages.buttons()]

    assert names == ["فارسی", "English"]


def test_the_language_button_switches_at_once_and_is_remembered(started: Program) -> None:
    start_page(started).languages.buttons()[0].click()

    assert start_page(started).new.text() == load_language("fa").gettext("New company")
    assert PreferenceFile(started.app.folders.preferences).now.language == "fa"


def test_a_new_company_asks_for_a_place_only(
    started: Program, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    answer(monkeypatch, "getSaveFileName", tmp_path / "Toos")

    start_page(started).new.click()
    started.wait_for_company()

    assert started.company.path == tmp_path / "Toos.manshur"
    assert started.frame.stack.key == "home"


def test_no_place_given_changes_nothing(started: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    answer(monkeypatch, "getSaveFileName", None)

    start_page(started).new.click()

    assert started.app.frame is None


def test_a_new_company_never_replaces_a_file(
    started: Program, monkeypatch: pytest.MonkeyPatch, company_file: Path
) -> None:
    before = company_file.read_bytes()
    answer(monkeypatch, "getSaveFileName", company_file)

    start_page(started).new.click()
    wait_until(start_page(started).notices.text, "no sentence came")

    assert "already a file" in start_page(started).notices.text()
    assert company_file.read_bytes() == before


def test_a_company_is_opened(started: Program, monkeypatch: pytest.MonkeyPatch, company_file: Path) -> None:
    answer(monkeypatch, "getOpenFileName", company_file)

    start_page(started).open.click()
    started.wait_for_company()

    assert started.window.windowTitle().startswith("\u2066Toos restaurant\u2069")


def test_a_file_of_another_kind_is_refused_with_a_sentence(
    started: Program, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    letter = tmp_path / "letter.manshur"
    letter.write_text("Dear customer,")
    answer(monkeypatch, "getOpenFileName", letter)

    start_page(started).open.click()
    wait_until(start_page(started).notices.text, "no sentence came")

    assert "is not a Manshur company file" in start_page(started).notices.text()
    assert start_page(started).new.isEnabled()


def test_the_sample_company_opens_with_one_press(started: Program) -> None:
    start_page(started).sample.click()
    started.wait_for_company()

    assert started.frame.header.heading()[0] == "Toos Sample Restaurant"


def test_opened_companies_are_listed_newest_first(
    qapp: QApplication, tmp_path: Path, company_file: Path
) -> None:
    other = Path(shutil.copyfile(company_file, tmp_path / "clinic.manshur"))
    for path in (company_file, other):
        with running(qapp, tmp_path / "user", "en", path):
            pass

    with running(qapp, tmp_path / "user", "en") as program:
        assert [file.path for file in start_page(program).files] == [other, company_file]


def test_a_missing_file_is_marked_and_can_be_taken_out(
    qapp: QApplication, tmp_path: Path, company_file: Path
) -> None:
    with running(qapp, tmp_path / "user", "en", company_file):
        pass
    company_file.unlink()

    with running(qapp, tmp_path / "user", "en") as program:
        (file,) = start_page(program).files
        wait_until(lambda: "Not found" in file.row.accessibleDescription(), "not marked")
        file.remove.click()
        assert start_page(program).files == []
        assert program.app.choices.now.recent == ()


def test_the_honest_page_about_certificates_is_at_hand(started: Program) -> None:
    pressed = start_page(started).certificates

    assert pressed.isVisibleTo(started.window)
    assert pressed.text() == "About certificates"


@pytest.mark.parametrize("language", ["fa", "en", "qps"])
def test_nothing_is_cut_in_the_smallest_window(qapp: QApplication, tmp_path: Path, language: str) -> None:
    with running(qapp, tmp_path / "user", language) as program:
        program.window.resize(program.window.minimumSize())
        page = start_page(program)
        assert page.minimumSizeHint().width() <= program.window.minimumWidth()
