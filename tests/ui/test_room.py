"""There is room for everything in the window of a small laptop."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from models.localisation.languages import language_rows
from models.services.sample.company import write_sample
from tests import scenes
from tests.e2e.program import running
from tests.ui.looking import look_at, scrolled_sideways


@pytest.mark.parametrize("language", [row.code for row in language_rows()])
def test_nothing_scrolls_sideways(language: str, qapp: QApplication, tmp_path: Path) -> None:
    file = tmp_path / "sample.manshur"
    write_sample(file, language, date.today()).close()

    found = []
    with running(qapp, tmp_path / "user", language, file) as program:
        for scene in (*scenes.pages(program), *scenes.guides(program), *scenes.moments(program)):
            found += look_at(scene, program, scrolled_sideways)

    assert not found, "\n".join(dict.fromkeys(found))
