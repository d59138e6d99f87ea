"""The files of a record, and fields that hold a picture."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from models.domain.records.control import Evidence
from models.domain.records.organisation import Organisation
from models.services.company import OpenCompany
from tests.documents.pictures.files import jpeg, png, stripes
from tests.ui.registers.law_form import LAW
from tests.ui.registers.showing import OpenedSheet
from ui.registers import News, RegisterView
from ui.registers.files import FileBox
from ui.widgets.field_row import FieldRow
from ui.widgets.notice_bar import NoticeKind


def test_a_file_is_attached_to_the_record(company: OpenCompany, law: RegisterView, tmp_path: Path) -> None:
    path = tmp_path / "decree.txt"
    path.write_text("x", encoding="utf-8")

    law.form.evidence.attach([path])

    assert [file.file_name for file in company.evidence_of("law", LAW.id)] == ["decree.txt"]
    assert law.form.evidence.list.count() == 1


def test_dropped_files_are_attached(company: OpenCompany, law: RegisterView, tmp_path: Path) -> None:
    path = tmp_path / "photo.png"
    path.write_bytes(b"x")
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(path))])
    event = QDropEvent(
        QPoint(5, 5),
        Qt.DropAction.CopyAction,
        dropped,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )

    law.form.evidence.dropEvent(event)

    assert [file.file_name for file in company.all(Evidence)] == ["photo.png"]


def test_a_file_that_cannot_be_kept_is_told(law: RegisterView, tmp_path: Path) -> None:
    told: list[News] = []
    law.told.connect(told.append)
    path = tmp_path / "empty.txt"
    path.touch()

    law.form.evidence.attach([path])

    assert told[0].kind is NoticeKind.ERROR
    assert "empty.txt" in told[0].text


def test_enter_opens_a_file_and_delete_takes_it_away(
    company: OpenCompany, law: RegisterView, tmp_path: Path
) -> None:
    path = tmp_path / "decree.txt"
    path.write_text("x", encoding="utf-8")
    law.form.evidence.attach([path])
    asked: list[Evidence] = []
    law.open_requested.connect(asked.append)

    QTest.keyClick(law.form.evidence.list, Qt.Key.Key_Return)
    QTest.keyClick(law.form.evidence.list, Qt.Key.Key_Delete)

    assert [file.file_name for file in asked] == ["decree.txt"]
    assert not company.all(Evidence)


@pytest.fixture
def logo_row(sheet: OpenedSheet) -> FieldRow:
    """The field of the organisation's logo."""
    return sheet("organisation").form.board.rows["logo"]


def attach(row: FieldRow, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Choose a file in the dialog, as a user does."""
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_arguments: (str(path), ""))
    assert isinstance(row.editor, FileBox)
    row.editor.attach_button.click()


def test_a_field_holds_a_picture(
    company: OpenCompany, logo_row: FieldRow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    path = tmp_path / "logo.png"
    path.write_bytes(png(stripes()))

    attach(logo_row, path, monkeypatch)

    qtbot.waitUntil(lambda: bool(company.sheet(Organisation).logo), timeout=10_000)
    (evidence,) = company.all(Evidence)
    assert company.sheet(Organisation).logo == evidence.id
    assert evidence.subject == "organisation"


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"x", "cannot be shown as a picture"),
        (b"", "is empty"),
        (png(stripes(300, 200))[:300], "cannot be shown as a picture"),
    ],
)
def test_a_file_that_is_no_picture_is_refused_beside_the_field(
    company: OpenCompany,
    logo_row: FieldRow,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
    content: bytes,
    sentence: str,
) -> None:
    path = tmp_path / "logo.png"
    path.write_bytes(content)

    attach(logo_row, path, monkeypatch)

    qtbot.waitUntil(lambda: sentence in logo_row.problem(), timeout=10_000)
    assert not company.all(Evidence)
    assert company.sheet(Organisation).logo is None


def test_a_real_picture_takes_the_refusal_away(
    company: OpenCompany, logo_row: FieldRow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    path = tmp_path / "logo.png"
    path.write_bytes(b"x")
    attach(logo_row, path, monkeypatch)
    qtbot.waitUntil(lambda: bool(logo_row.problem()), timeout=10_000)
    path.write_bytes(jpeg(stripes(), 6))

    attach(logo_row, path, monkeypatch)

    qtbot.waitUntil(lambda: bool(company.sheet(Organisation).logo), timeout=10_000)
    assert logo_row.problem() == ""
