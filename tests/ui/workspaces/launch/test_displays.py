"""Displays with photos, what is out of date, and replacing it."""

from __future__ import annotations

import dataclasses
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QClipboard, QColor, QImage
from PySide6.QtTest import QTest

from models.domain.ids import RecordId
from models.domain.records.commitment import Scope
from models.domain.records.control import Evidence, Issue
from models.domain.records.operation import Display
from models.services.company import OpenCompany
from tests.documents.pictures.files import png, stripes
from tests.e2e.program import is_at_work, wait_until
from tests.ui.stage import settle
from tests.ui.workspaces.showing import Opened
from ui.registers.news import News
from ui.registers.picture_box import PictureBox

TODAY = date.today()
DOOR = Display(place="Door", channel="premises", revision="01", installed_on=TODAY - timedelta(days=9))
SITE = Display(place="Website", channel="website", revision="01", installed_on=TODAY - timedelta(days=8))
ISSUE = Issue(document="D2", revision="02")


def listed(workspace: Any) -> list[tuple[str, str]]:
    return [(one.title, one.chip) for one in workspace.desk.list.entries]


def photo_box(workspace: Any) -> PictureBox:
    box = workspace.desk.form.board.rows["photo"].editor
    assert isinstance(box, PictureBox)
    return box


def come_to_rest() -> None:
    wait_until(lambda: not is_at_work(), "the picture never came")
    settle()


def test_old_displays_are_named_and_replaced_in_one_step(company: OpenCompany, opened: Opened) -> None:
    company.save_all([DOOR, SITE, ISSUE])
    workspace = opened(company, "display")
    heard: list[News] = []
    workspace.told.connect(heard.append)
    assert listed(workspace) == [("Website", "Old revision"), ("Door", "Old revision")]
    assert workspace.old_notice._text.text() == (
        "2 displays carry another revision than 02, which is in force."
    )

    workspace.old_notice.action.click()
    settle()

    assert listed(workspace) == [("Door", "Standing"), ("Website", "Standing")]
    assert not workspace.old_notice.isVisible()
    assert heard[-1].can_undo
    company.undo()
    settle()
    assert sorted(company.all(Display), key=lambda one: one.id) == sorted(
        [DOOR, SITE], key=lambda one: one.id
    )
    assert workspace.old_notice.isVisible()


def test_one_display_is_replaced_alone(company: OpenCompany, opened: Opened) -> None:
    company.save_all([DOOR, SITE, ISSUE])
    workspace = opened(company, "display")
    workspace.show_place(DOOR.id)

    assert workspace.replace_button.text() == "Replace with revision 02 today"
    workspace.replace_button.click()
    settle()

    assert company.find(Display, DOOR.id).removed_on == TODAY  # type: ignore[union-attr]
    assert company.find(Display, SITE.id) == SITE
    assert workspace.desk.record.revision == "02"
    assert not workspace.replace_button.isVisible()


def test_the_filter_shows_what_stands_what_is_old_and_what_was_taken_down(
    company: OpenCompany, opened: Opened
) -> None:
    gone = dataclasses.replace(SITE, id=RecordId("gone-display"), place="Pinned message", removed_on=TODAY)
    company.save_all([DOOR, dataclasses.replace(SITE, revision="02"), gone, ISSUE])
    workspace = opened(company, "display")

    shown = {}
    for key, button in workspace.filter.buttons.items():
        button.click()
        settle()
        shown[key] = [title for title, _chip in listed(workspace)]

    assert shown == {
        "standing": ["Website", "Door"],
        "old": ["Door"],
        "removed": ["Pinned message"],
        "all": ["Website", "Pinned message", "Door"],
    }


def test_a_place_that_the_filter_hides_is_shown_all_the_same(company: OpenCompany, opened: Opened) -> None:
    gone = dataclasses.replace(SITE, removed_on=TODAY)
    company.save_all([DOOR, gone])
    workspace = opened(company, "display")

    workspace.show_place(gone.id, "proof")

    assert workspace.desk.record == gone
    assert (gone.place, "Taken down") in listed(workspace)


def test_channels_without_a_display_are_named_and_begun(company: OpenCompany, opened: Opened) -> None:
    scope = company.sheet(Scope)
    company.save_all([dataclasses.replace(scope, channels=("premises", "phone", "email")), DOOR])
    workspace = opened(company, "display")
    assert "Telephone and E-mail" in workspace.hidden_notice._text.text()

    workspace.hidden_notice.action.click()
    settle()

    assert workspace.desk.is_new
    assert (workspace.desk.record.channel, workspace.desk.record.installed_on) == ("phone", TODAY)


def test_a_photo_is_dropped_kept_as_evidence_and_shown(
    company: OpenCompany, opened: Opened, tmp_path: Path
) -> None:
    company.save(DOOR)
    workspace = opened(company, "display")
    file = tmp_path / "door.png"
    file.write_bytes(png(stripes()))
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(file))])

    assert photo_box(workspace).take(dropped)
    come_to_rest()
    come_to_rest()

    display = company.find(Display, DOOR.id)
    assert display is not None
    evidence = company.find(Evidence, display.photo)
    assert evidence is not None
    assert (evidence.subject, evidence.subject_id, evidence.file_name) == ("display", DOOR.id, "door.png")
    assert photo_box(workspace).thumbnail.has_picture
    assert not workspace.desk.list.entries[0].picture.isNull()


def test_a_copied_picture_is_pasted_with_the_keyboard(
    company: OpenCompany, opened: Opened, clipboard: QClipboard
) -> None:
    company.save(DOOR)
    workspace = opened(company, "display")
    image = QImage(40, 30, QImage.Format.Format_RGB32)
    image.fill(QColor("teal"))
    clipboard.setImage(image)

    QTest.keyClick(photo_box(workspace), Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    come_to_rest()

    display = company.find(Display, DOOR.id)
    assert display is not None
    assert company.find(Evidence, display.photo) is not None


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("note.png", b"no picture at all", "note.png"),
        ("empty.jpg", b"", "is empty"),
        ("huge.png", None, "larger than 50 MB"),
    ],
)
def test_what_is_no_photo_is_refused_beside_the_field(
    company: OpenCompany, opened: Opened, tmp_path: Path, name: str, content: bytes | None, sentence: str
) -> None:
    company.save(DOOR)
    workspace = opened(company, "display")
    file = tmp_path / name
    if content is None:
        with file.open("wb") as huge:
            huge.truncate(60 * 1024 * 1024)
    else:
        file.write_bytes(content)

    photo_box(workspace).attach(file)
    come_to_rest()

    assert sentence in workspace.desk.form.board.rows["photo"].problem()
    assert company.find(Display, DOOR.id) == DOOR
    assert company.all(Evidence) == ()


def test_the_sample_shows_its_photos_and_nothing_can_be_changed_when_it_is_locked(
    locked: OpenCompany, opened: Opened
) -> None:
    workspace = opened(locked, "display")
    come_to_rest()
    come_to_rest()

    photos = [one for one in workspace.desk.list.entries if not one.picture.isNull()]

    assert len(photos) == 2
    assert not workspace.desk.add_button.isVisible()
    assert not workspace.replace_button.isVisible()
