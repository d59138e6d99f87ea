"""What a start imports before something is shown; how long it takes is told by tests.benchmarks.startup."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from models.localisation.language import load_language
from models.localisation.languages import language_rows
from tests.benchmarks.startup import PROGRAM, ROOT, UNTIL_PAINTED, UNTIL_SHOWN

HEAVY = ("reportlab", "openpyxl", "docx", "alembic", "fontTools", "uharfbuzz", "pypdfium2", "babel")


@pytest.fixture(autouse=True)
def _compiled() -> None:
    """The catalogues as they are after the first start of all, which compiles them."""
    for row in language_rows():
        load_language(row.code).gettext("Home")


def imported(source: str, folder: Path, *arguments: str) -> set[str]:
    """Return the names of the packages that a start imports until it has shown what it was to show."""
    telling = "print(*sys.modules, flush=True); os._exit(0)"
    environment = dict(
        os.environ,
        QT_QPA_PLATFORM="offscreen",
        PYTHONPATH=str(ROOT),
        HOME=str(folder),
        XDG_CONFIG_HOME=str(folder),
    )
    done = subprocess.run(
        [sys.executable, "-c", source.replace("os._exit(0)", telling), *arguments],
        env=environment,
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return {name.partition(".")[0] for name in done.stdout.split()} | set(done.stdout.split())


def test_the_window_is_painted_before_storage_and_pages_are_imported(tmp_path: Path) -> None:
    found = imported(PROGRAM.format(watch=UNTIL_PAINTED), tmp_path)

    assert "ui.main_window" in found
    assert not found & {*HEAVY, "sqlalchemy", "ui.app", "ui.theme", "models.domain.registers"}


def test_the_home_page_needs_nothing_heavy_but_storage(tmp_path: Path, sample_file: Path) -> None:
    source = PROGRAM.format(watch=UNTIL_SHOWN.format(show="show_company"))

    found = imported(source, tmp_path, str(sample_file))

    assert "sqlalchemy" in found
    assert "ui.pages.home" in found
    assert not found & {*HEAVY, "sqlalchemy.orm", "models.documents", "models.content.gap"}
