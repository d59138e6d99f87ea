"""The whole program in a language that is longer than any other and runs from right to left."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from models.services.sample.company import write_sample
from tests import scenes
from tests.e2e.program import Program, running
from tests.scenes import Scenes
from tests.ui.looking import known_texts, look_at, scrolled_sideways, untranslated

PSEUDO = "qps"
KINDS = (
    scenes.pages,
    scenes.tabs,
    scenes.guides,
    scenes.gap,
    scenes.forms,
    scenes.promises,
    scenes.popups,
    scenes.moments,
    scenes.dialogs,
)
# Qt's own dialog shows only where the system has none, and speaks through Qt's own catalogue.
_OF_THE_SYSTEM = (
    "save_calendar",
    "new_company",
    "open_company",
    "save_copy",
    "save_report",
    "save_pdf",
    "_table",
    "open_answers",
)


@pytest.fixture(autouse=True)
def _plain_window() -> None:
    """Leave the window as it is: the program here lives longer than one test, in a language of its own."""


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("pseudo") / "sample.manshur"
    write_sample(path, "en", date.today()).close()
    return path


@pytest.fixture(scope="module")
def program(qapp: QApplication, sample: Path) -> Iterator[Program]:
    with running(qapp, sample.parent / "user", PSEUDO, sample) as started:
        yield started


@pytest.mark.parametrize("kind", KINDS, ids=[kind.__name__ for kind in KINDS])
def test_nothing_bypasses_the_catalogue_or_scrolls_sideways(kind: Scenes, program: Program) -> None:
    known = known_texts(program.company)

    found = []
    for scene in kind(program):
        if not scene.name.endswith(_OF_THE_SYSTEM):
            found += look_at(scene, program, lambda: [*scrolled_sideways(), *untranslated(known)])

    assert not found, "\n".join(dict.fromkeys(found))


def test_a_text_that_bypasses_the_catalogue_is_found(qtbot: QtBot) -> None:
    label = QLabel("⟦Saved⟧ by hand")
    qtbot.addWidget(label)
    label.show()

    assert "QLabel: ⟦Saved⟧ by hand" in untranslated("")
    assert "QLabel: ⟦Saved⟧ by hand" not in untranslated("by hand")
