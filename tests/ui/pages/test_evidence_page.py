"""The page of evidence: list, owners, adding, checking."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QClipboard, QDropEvent
from pytestqt.qtbot import QtBot

from models.domain.gates.criterion import Place
from models.domain.records.commitment import Role
from models.domain.records.control import Evidence
from models.localisation.language import load_language
from models.services.company import OpenCompany
from tests.ui.stage import HEIGHT, WIDTH
from ui import language
from ui.page import Notice, Page
from ui.pages.evidence import EvidencePage

Show = Callable[[Page], Page]
Collect = Callable[[Page], list[Notice]]


@pytest.fixture
def page(company: OpenCompany, shown: Show) -> EvidencePage:
    return cast(EvidencePage, shown(EvidencePage(company)))


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    path = tmp_path / "letter.txt"
    path.write_text("Appointed.", encoding="utf-8")
    return path


def cell(page: EvidencePage, row: int, name: str) -> str:
    column = [spec.name for spec in page.list.model.columns].index(name)
    return str(page.list.model.index(row, column).data())


def test_an_empty_company_says_what_belongs_here(page: EvidencePage) -> None:
    assert page.list.pages.currentWidget() is page.list.empty
    assert not page.foot.isVisible()


def test_a_file_added_here_belongs_to_the_whole_company(
    page: EvidencePage, letter: Path, qtbot: QtBot
) -> None:
    page.attach([letter])

    qtbot.waitUntil(lambda: len(page.company.all(Evidence)) == 1)
    assert cell(page, 0, "file_name") == "letter.txt"
    assert cell(page, 0, "subject") == "The whole company"
    assert cell(page, 0, "size") == "10 bytes"


def test_dropped_files_are_attached(page: EvidencePage, letter: Path, qtbot: QtBot) -> None:
    content = QMimeData()
    content.setUrls([QUrl.fromLocalFile(str(letter))])

    page.dropEvent(
        QDropEvent(
            QPoint(5, 5),
            Qt.DropAction.CopyAction,
            content,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )

    qtbot.waitUntil(lambda: len(page.company.all(Evidence)) == 1)


def test_copied_files_are_pasted(
    page: EvidencePage, letter: Path, qtbot: QtBot, clipboard: QClipboard
) -> None:
    content = QMimeData()
    content.setUrls([QUrl.fromLocalFile(str(letter))])
    clipboard.setMimeData(content)

    page.paste()

    qtbot.waitUntil(lambda: len(page.company.all(Evidence)) == 1)


def test_an_empty_file_is_refused_with_a_sentence(
    page: EvidencePage, tmp_path: Path, qtbot: QtBot, notices: Collect
) -> None:
    heard = notices(page)
    nothing = tmp_path / "nothing.txt"
    nothing.touch()

    page.attach([nothing])

    qtbot.waitUntil(lambda: bool(heard))
    assert "nothing.txt" in heard[0].text
    assert heard[0].kind == "error"


def test_a_file_names_the_record_it_belongs_to(page: EvidencePage, letter: Path) -> None:
    role = Role(role="trainer")
    page.company.save(role)

    page.company.attach(letter, "role", role.id)

    assert cell(page, 0, "subject") == "Roles: \u2068Training lead\u2069"


def test_a_file_follows_the_name_of_its_record(page: EvidencePage, letter: Path) -> None:
    role = Role(role="trainer")
    page.company.save(role)
    page.company.attach(letter, "role", role.id)

    page.company.delete([role])

    assert cell(page, 0, "subject") == "Something that was deleted"


def test_a_file_leads_to_its_task(page: EvidencePage, letter: Path, qtbot: QtBot) -> None:
    page.company.attach(letter, "task", "S2-T4")
    page.list.grid.choose(page.company.all(Evidence)[0].id)

    with qtbot.waitSignal(page.place_requested) as asked:
        page.foot.owner.click()

    assert asked.args == [Place("task_state", None, content="S2-T4")]


def test_enter_opens_a_file(page: EvidencePage, letter: Path, qtbot: QtBot) -> None:
    evidence = page.company.attach(letter, "", "")
    page.list.grid.choose(evidence.id)

    with qtbot.waitSignal(page.file_requested) as asked:
        qtbot.keyClick(page.list.grid, Qt.Key.Key_Return)  # type: ignore[no-untyped-call]

    assert asked.args == [evidence]


def test_a_deleted_file_can_be_brought_back(page: EvidencePage, letter: Path, notices: Collect) -> None:
    heard = notices(page)
    evidence = page.company.attach(letter, "", "")
    page.list.grid.choose(evidence.id)
    page.list.delete_chosen()

    page.company.undo()

    assert [one.can_undo for one in heard] == [True]
    assert page.company.all(Evidence) == (evidence,)


def test_only_what_a_file_shows_can_be_typed_in(page: EvidencePage, letter: Path) -> None:
    page.company.attach(letter, "", "")

    typed = [spec.name for at, spec in enumerate(page.list.model.columns) if page.list.model.is_typed_in(at)]

    assert typed == ["note"]


def test_files_are_found_by_what_they_belong_to(page: EvidencePage, letter: Path) -> None:
    page.company.attach(letter, "task", "S2-T4")

    page.list.model.search("four roles")

    assert page.list.model.rowCount() == 1


def test_sound_files_pass_the_check(sample: OpenCompany, shown: Show, qtbot: QtBot, notices: Collect) -> None:
    page = cast(EvidencePage, shown(EvidencePage(sample)))
    heard = notices(page)

    page.check_files()

    qtbot.waitUntil(lambda: bool(heard))
    assert heard[0].kind == "good"
    assert heard[0].text.startswith(f"All {len(sample.all(Evidence))} files")


def test_a_changed_file_is_named(page: EvidencePage, letter: Path, qtbot: QtBot, notices: Collect) -> None:
    heard = notices(page)
    page.company.attach(letter, "", "")
    with sqlite3.connect(page.company.path) as file:
        file.execute("UPDATE evidence_content SET content = x'00'")
    file.close()

    page.check_files()

    qtbot.waitUntil(lambda: bool(heard))
    assert heard[0].kind == "error"
    assert "letter.txt" in heard[0].text


def test_a_locked_company_takes_no_files(
    locked: OpenCompany, shown: Show, letter: Path, notices: Collect
) -> None:
    page = cast(EvidencePage, shown(EvidencePage(locked)))
    heard = notices(page)

    page.attach([letter])

    assert [one.text for one in heard] == ["This file was opened for reading only."]


@pytest.mark.parametrize("code", ["fa", "en"])
def test_the_sample_fits_on_a_small_screen(sample: OpenCompany, shown: Show, code: str) -> None:
    language.set_current(load_language(code))
    page = cast(EvidencePage, shown(EvidencePage(sample)))

    page.list.grid.choose(sample.all(Evidence)[0].id)

    assert (page.width(), page.height()) == (WIDTH, HEIGHT)
