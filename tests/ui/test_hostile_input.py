"""What nobody should type, typed all the same: it is kept exactly, or refused beside its field."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit

from models.domain.fields import TEXT_LIMIT, Record
from models.domain.records.commitment import Decision, Objective
from models.domain.records.control import Evidence, Person
from models.domain.records.organisation import Organisation, Party
from models.domain.registers import register_of
from models.domain.text import LocalText
from models.localisation.text import normalise
from models.services.companies import open_company
from tests import scenes
from tests.e2e.driver import User, type_text
from tests.e2e.program import let_live, running, wait_until
from tests.e2e.steps.step_2 import set_objective
from ui.registers.form import RecordForm
from ui.widgets.field_row import FieldRow

HOSTILE = {
    "markup": "<b>&\"'</b> <img src=x> &amp;",
    "override": "\u202eسلام\u202c \u2067abc",
    "emoji": "چای 🫖👩\u200d🍳 ⏰",
    "control": "a\x00b\x07c\x1b[31m",
    "arabic": "كتابِ علي ۱۲٣",
    "format": "%s {name} %(x)s {0} \\n",
    "half-spaces": "می\u200c\u200cروم  و",
    "quotes": "'; DROP TABLE organisation; --",
}
MEGABYTE = 1024 * 1024
_SEEN_MS = 20


@pytest.fixture
def file(new_file: Path, tmp_path: Path) -> Path:
    return shutil.copyfile(new_file, tmp_path / "toos.manshur")


@pytest.fixture
def user(qapp: QApplication, file: Path, tmp_path: Path) -> Iterator[User]:
    """Somebody with an empty company open, in Persian."""
    with running(qapp, tmp_path / "user", "fa", file) as program:
        yield User(program)


def sheet(user: User, record_type: type[Record]) -> RecordForm:
    form: RecordForm = user.show(record_type).form
    return form


def paste(field: QLineEdit | QPlainTextEdit, text: str) -> None:
    """Put a text over what stands in a field, as from another program, and leave the field."""
    board = QGuiApplication.clipboard()
    board.setText(text)
    field.setFocus(Qt.FocusReason.MouseFocusReason)
    field.selectAll()
    field.paste()
    board.clear()
    QTest.keyClick(field, Qt.Key.Key_Tab)


def reopened(user: User, file: Path, record_type: type[Record]) -> Any:
    """Close the program's company and return the sheet as it stands in the file."""
    user.leave_company()
    company = open_company(file, read_only=True)
    try:
        return company.sheet(record_type)
    finally:
        company.close()


def row(user: User, record_type: type[Record], name: str) -> FieldRow:
    return sheet(user, record_type).board.rows[name]


def line(row: FieldRow) -> QLineEdit:
    """Return the only line of a field."""
    (found,) = row.findChildren(QLineEdit)
    return found


def area(row: FieldRow) -> QPlainTextEdit:
    """Return the only field of several lines."""
    (found,) = row.findChildren(QPlainTextEdit)
    return found


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_is_kept_exactly_after_normalisation(user: User, file: Path, text: str) -> None:
    persian, _english = row(user, Organisation, "name").findChildren(QLineEdit)
    _persian, english = row(user, Organisation, "products").findChildren(QPlainTextEdit)

    paste(persian, text)
    paste(english, text)

    kept = reopened(user, file, Organisation)
    assert kept.name.get("fa") == normalise(text).strip()
    assert kept.products.get("en") == normalise(text).strip()


def test_hostile_text_is_shown_letter_by_letter_on_every_page(user: User) -> None:
    company = user.program.company
    texts = [LocalText(fa=normalise(text), en=normalise(text)) for text in HOSTILE.values()]
    company.save_all(Party(name=text, needs=text) for text in texts)
    company.save_all(Person(name=text, job=text) for text in texts)
    for scene in scenes.pages(user.program):
        scene.act(user.program)
        let_live(_SEEN_MS)

    for text in texts:
        company.save(Organisation(id=register_of(Organisation).sheet_id, name=text))
        user.go("home")

        assert user.program.frame.header.heading()[0] == text.get("fa")


def test_a_hundred_thousand_characters_are_kept_in_a_long_text(user: User, file: Path) -> None:
    text = "چلوکباب " * 12_500

    paste(area(row(user, Decision, "decided")), text)

    assert reopened(user, file, Decision).decided == text.strip()


@pytest.mark.parametrize(
    ("record_type", "name", "length"), [(Decision, "decided", 100_001), (Decision, "place", 100_000)]
)
def test_a_text_that_is_too_long_is_refused_beside_its_field_and_stays(
    user: User, record_type: type[Record], name: str, length: int
) -> None:
    refused = row(user, record_type, name)
    field = area(refused) if name == "decided" else line(refused)

    paste(field, "ک" * length)

    shown = field.toPlainText() if isinstance(field, QPlainTextEdit) else field.text()
    assert user.speech.number(length) in refused.problem()
    assert len(shown) == length
    assert user.program.company.sheet(record_type) == record_type(
        id=user.program.company.sheet(record_type).id
    )


def test_a_refused_text_can_be_shortened_and_is_kept(user: User) -> None:
    refused = row(user, Decision, "place")
    paste(line(refused), "ک" * (TEXT_LIMIT + 1))

    refused.editor.setFocus(Qt.FocusReason.MouseFocusReason)
    QTest.keyClick(line(refused), Qt.Key.Key_End)
    QTest.keyClick(line(refused), Qt.Key.Key_Backspace)
    QTest.keyClick(line(refused), Qt.Key.Key_Tab)

    assert refused.problem() == ""
    assert user.program.company.sheet(Decision).place == "ک" * TEXT_LIMIT


@pytest.mark.parametrize("typed", ["۱۴۰۴/۱۲/۳۰", "1404/12/30", "۱۴۰۴/۱۳/۰۱", "2026-02-29", "دیروز"])
def test_a_day_that_does_not_exist_is_refused_beside_its_field(user: User, typed: str) -> None:
    day = row(user, Decision, "met_on")

    line(day).setFocus(Qt.FocusReason.MouseFocusReason)
    type_text(line(day), typed)
    QTest.keyClick(line(day), Qt.Key.Key_Tab)

    assert day.problem()
    assert line(day).text() == typed
    assert user.program.company.sheet(Decision).met_on is None


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("۱۴۰۳/۱۲/۳۰", date(2025, 3, 20)),
        ("1405/9/1", date(2026, 11, 22)),
        ("١٤٠٥/٠٩/٠١", date(2026, 11, 22)),
        ("۱۴۰۵-۰۹-۰۱", date(2026, 11, 22)),
    ],
)
def test_days_are_read_in_any_digits(user: User, typed: str, day: date) -> None:
    field = row(user, Decision, "met_on")

    line(field).setFocus(Qt.FocusReason.MouseFocusReason)
    type_text(line(field), typed)
    QTest.keyClick(line(field), Qt.Key.Key_Tab)

    assert field.problem() == ""
    assert user.program.company.sheet(Decision).met_on == day
    assert line(field).text() == user.speech.date(day)


@pytest.mark.parametrize("code", ["fa", "en"])
@pytest.mark.parametrize("typed", ["۱۲٫۵", "12.5", "١٢٫٥", " ۱۲٫۵۰ "])
def test_numbers_are_read_in_any_digits_and_either_language(user: User, typed: str, code: str) -> None:
    user.program.app.dress.choose_language(code)

    set_objective(user, {"baseline": typed})

    (objective,) = user.program.company.all(Objective)
    assert objective.baseline == Decimal("12.5")


@pytest.mark.parametrize("typed", ["۱۲٫۵", "دوازده", "1e5", "--3", "99999999999999999999"])
def test_what_is_no_number_of_people_is_refused_beside_its_field(user: User, typed: str) -> None:
    staff = row(user, Organisation, "staff_count")

    line(staff).setFocus(Qt.FocusReason.MouseFocusReason)
    type_text(line(staff), typed)
    QTest.keyClick(line(staff), Qt.Key.Key_Tab)

    assert staff.problem()
    assert line(staff).text() == typed
    assert user.program.company.sheet(Organisation).staff_count is None


def test_a_required_field_that_was_emptied_is_kept_empty_and_reminded_of(user: User) -> None:
    decided = row(user, Decision, "decided")
    user.enter(decided.editor, "منشور تهیه شود.")

    user.enter(decided.editor, "")

    assert user.program.company.sheet(Decision).decided == ""
    assert user.speech.gettext("This is still needed.") in [
        label.text() for label in decided.findChildren(QLabel) if label.isVisible()
    ]
    assert decided.problem() == ""
    user.program.frame.header.undo.click()
    assert decided.findChildren(QPlainTextEdit)[0].toPlainText() == "منشور تهیه شود."


def test_evidence_of_49_megabytes_is_kept(user: User, tmp_path: Path) -> None:
    large = tmp_path / "large.bin"
    with large.open("wb") as stream:
        stream.truncate(49 * MEGABYTE)

    user.drop(sheet(user, Organisation).evidence, large)
    wait_until(lambda: user.program.company.all(Evidence), "the file was never kept", 60)

    (kept,) = user.program.company.all(Evidence)
    assert kept.size == 49 * MEGABYTE
    assert user.program.company.evidence_bytes(kept) == bytes(49 * MEGABYTE)


def test_evidence_of_51_megabytes_is_refused_with_a_sentence(user: User, tmp_path: Path) -> None:
    larger = tmp_path / "larger.bin"
    with larger.open("wb") as stream:
        stream.truncate(51 * MEGABYTE)

    user.drop(sheet(user, Organisation).evidence, larger)
    wait_until(lambda: user.program.frame.notices.text(), "nothing was said", 60)

    assert "larger.bin" in user.program.frame.notices.text()
    assert user.program.company.all(Evidence) == ()


@pytest.mark.parametrize("name", ["n" * 251 + ".txt", "گ" * 125 + ".txt", "<b>&'\" {x} %s.txt"])
def test_a_file_with_a_strange_name_is_kept_and_opened(
    user: User, tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []

    def open_url(url: QUrl) -> bool:
        opened.append(Path(url.toLocalFile()).read_text(encoding="utf-8"))
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    file = tmp_path / name
    file.write_text("proof", encoding="utf-8")
    strip = sheet(user, Organisation).evidence

    user.drop(strip, file)
    wait_until(strip.files, "the file was never kept")
    strip.open_requested.emit(strip.files()[0])

    (kept,) = user.program.company.all(Evidence)
    assert kept.file_name == name
    assert opened == ["proof"]
