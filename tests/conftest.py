"""What every test stands on: Qt without a screen, and a window in each language and theme."""

from __future__ import annotations

import itertools
import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from PySide6.QtGui import QClipboard

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

LOOKS = list(itertools.product(("fa", "en", "qps"), ("light", "dark")))


def pytest_configure(config: pytest.Config) -> None:
    """Leave out what the screenless platform says of itself; every other warning of Qt fails its test."""
    config.addinivalue_line("qt_log_ignore", "This plugin does not support")


def _dress(code: str, theme_name: str) -> None:
    # Most tests show nothing and should not pay for Qt.
    from PySide6.QtWidgets import QApplication

    from models.localisation.language import load_language
    from ui import language, theme

    application = QApplication.instance()
    assert isinstance(application, QApplication)
    theme.apply_theme(application, theme.Theme(theme_name))
    language.set_current(load_language(code))


@pytest.fixture(scope="session")
def new_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new company file, made once: copying it is much faster than making sixty tables."""
    from models.services.companies import create_company

    path = tmp_path_factory.mktemp("new") / "new.manshur"
    create_company(path).close()
    return path


@pytest.fixture(scope="session")
def sample_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample company in English, made once."""
    from models.services.sample.company import write_sample

    path = tmp_path_factory.mktemp("sample") / "sample.manshur"
    write_sample(path, "en", date.today()).close()
    return path


@pytest.fixture
def clipboard(qapp: object) -> Iterator[QClipboard]:
    """The clipboard, empty again after the test: PySide crashes at exit while it holds data of ours."""
    from PySide6.QtGui import QGuiApplication

    board = QGuiApplication.clipboard()
    yield board
    board.clear()


@pytest.fixture
def english_window(qapp: object) -> Iterator[None]:
    """Widgets in English and light, whatever the test does to them."""
    _dress("en", "light")
    yield
    _dress("en", "light")


@pytest.fixture
def persian_window(qapp: object) -> Iterator[None]:
    """Widgets in Persian and light."""
    _dress("fa", "light")
    yield
    _dress("en", "light")


@pytest.fixture(params=LOOKS, ids=[f"{code}-{theme}" for code, theme in LOOKS])
def any_window(qapp: object, request: pytest.FixtureRequest) -> Iterator[str]:
    """Widgets in each language and theme; gives the language's code."""
    code, theme_name = request.param
    _dress(code, theme_name)
    yield code
    _dress("en", "light")
