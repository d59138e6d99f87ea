"""The pictures of the program: each shows something, and no dialog is forgotten."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from models.services.sample.company import write_sample
from tests import scenes
from tests.e2e.program import HEIGHT, WIDTH, running
from tests.screens import Album, take_company, take_start
from ui import dialogs


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("company") / "sample.manshur"
    write_sample(path, "fa", date.today()).close()
    return path


def inks(picture: Path) -> int:
    """Return how many colours a picture has, looking at every eighth pixel each way."""
    image = QImage(str(picture))
    assert (image.width(), image.height()) == (WIDTH, HEIGHT)
    return len({image.pixel(x, y) for x in range(0, WIDTH, 8) for y in range(0, HEIGHT, 8)})


def askers() -> list[type]:
    """Return the classes of ui.dialogs that ask something."""
    modules = [
        importlib.import_module(f"{dialogs.__name__}.{one.name}")
        for one in pkgutil.iter_modules(dialogs.__path__)
    ]
    classes = (one for module in modules for one in vars(module).values() if isinstance(one, type))
    return [one for one in classes if "ask" in vars(one)]


def test_pictures_are_not_blank(qapp: QApplication, tmp_path: Path, sample: Path) -> None:
    take_start(Album(tmp_path), qapp, tmp_path, "fa")
    take_company(Album(tmp_path, ["home"]), qapp, sample, "fa", ())
    take_company(Album(tmp_path, ["light", "close_step_with"]), qapp, sample, "fa", ())

    taken = {picture.stem: inks(picture) for picture in tmp_path.glob("*.png")}
    names = ("start", "start_recent", "sample_home")
    wanted = {f"fa_{look}_{name}" for look in ("light", "dark") for name in names}
    assert set(taken) == wanted | {"fa_light_sample_dialog_close_step_with_reason"}
    assert min(taken.values()) > 10, taken


def test_every_dialog_has_its_picture(
    qapp: QApplication, tmp_path: Path, sample: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: set[str] = set()

    def noting(name: str) -> Callable[..., None]:
        return lambda *_parts, **_named: asked.add(name)

    for asker in askers():
        monkeypatch.setattr(asker, "ask", noting(asker.__name__))
    with running(qapp, tmp_path / "user", "fa", sample) as program:
        for scene in scenes.dialogs(program):
            scene.act(program)

    assert asked == {asker.__name__ for asker in askers()}
