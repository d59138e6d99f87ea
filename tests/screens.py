"""Pictures of the whole program: `uv run python -m tests.screens OUTDIR [WORD...]`.

Every page and dialog in every language, light and dark, with an empty company and with the sample, in the
window of a small laptop. With words, only pictures whose names contain all of them are taken.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from models.localisation.languages import language_rows
from models.services.companies import create_company, open_company
from models.services.preferences import Look
from models.services.sample.company import write_sample
from tests import scenes
from tests.e2e.program import HEIGHT, WIDTH, Program, is_at_work, let_live, running
from tests.scenes import Scene, Scenes
from ui.registers.slices import Slices

LOOKS = (Look.LIGHT, Look.DARK)
_STILL_MS = 12
_LONGEST_SECONDS = 15.0

OF_EMPTY: Sequence[Scenes] = (scenes.tabs, scenes.gap, scenes.moments, scenes.commitment, scenes.audits)
OF_SAMPLE: Sequence[Scenes] = (
    scenes.tabs,
    scenes.guides,
    scenes.gap,
    scenes.trainings,
    scenes.forms,
    scenes.popups,
    scenes.moments,
    scenes.editions,
    scenes.imports,
    scenes.commitment,
    scenes.audits,
)


@dataclass(frozen=True)
class Album:
    """Where pictures go, and which are wanted: those whose names contain all the words."""

    folder: Path
    words: Sequence[str] = ()

    def take(self, prefix: str, scene: Scene, program: Program) -> None:
        """Take the picture of a scene, if it is wanted, and leave the window as it was."""
        name = f"{prefix}_{scene.name}"
        if not all(word in name for word in self.words):
            return
        if scene.is_dialog:
            QTimer.singleShot(0, program.window, lambda: self._keep(name, program))
        # Without a window manager the keyboard stays nowhere once a dialog was closed.
        program.window.activateWindow()
        scene.act(program)
        if not scene.is_dialog:
            self._keep(name, program)

    def _keep(self, name: str, program: Program) -> None:
        still(program.window).save(str(self.folder / f"{name}.png"))
        while (over := QApplication.activePopupWidget() or QApplication.activeModalWidget()) is not None:
            over.close()
        if program.app.frame is not None:
            program.frame.notices.dismiss()


def still(window: QWidget) -> QPixmap:
    """Return a picture of the window as soon as nothing in it moves or is still being made."""
    end = time.monotonic() + _LONGEST_SECONDS
    picture = photograph(window)
    while time.monotonic() < end:
        let_live(_STILL_MS)
        before, picture = picture, photograph(window)
        is_made = not is_at_work() and not any(one.is_running for one in window.findChildren(Slices))
        if is_made and before.toImage() == picture.toImage():
            break
    return picture


def photograph(window: QWidget) -> QPixmap:
    """Return a picture of the window with the dialogs, menus and lists over it."""
    picture = window.grab()
    painter = QPainter(picture)
    for other in QApplication.topLevelWidgets():
        if other is not window and other.isVisible():
            painter.drawPixmap(other.geometry().topLeft() - window.geometry().topLeft(), other.grab())
    painter.end()
    return picture


def take_start(album: Album, application: QApplication, folder: Path, language: str) -> None:
    """Take the start page as it is the first time, and with recent files."""
    with running(application, folder / "start", language) as program:
        for name in ("start", "start_recent"):
            for look in LOOKS:
                program.app.choices.change(look=look)
                album.take(f"{language}_{look}", Scene(name, lambda _program: None), program)
            for file in sorted(folder.glob("*.manshur")):
                program.app.choices.remember(file)


def take_company(
    album: Album, application: QApplication, file: Path, language: str, more: Sequence[Scenes]
) -> None:
    """Take every page and dialog of a company, and more in light."""
    with running(application, file.parent / "user", language, file) as program:
        for look in LOOKS:
            program.app.choices.change(look=look)
            shown = (scenes.pages, scenes.promises, scenes.dialogs, scenes.charts)
            for scene in chain.from_iterable(several(program) for several in shown):
                album.take(f"{language}_{look}_{file.stem}", scene, program)
        program.app.choices.change(look=Look.LIGHT)
        for several in more:
            for scene in several(program):
                album.take(f"{language}_{Look.LIGHT}_{file.stem}", scene, program)


def take_read_only(album: Album, application: QApplication, file: Path, language: str) -> None:
    """Take the pages of a company that another program has open."""
    other = open_company(file)
    try:
        with running(application, file.parent / "user", language, file) as program:
            for scene in scenes.pages(program):
                album.take(f"{language}_{Look.LIGHT}_readonly", scene, program)
    finally:
        other.close()


def take_all(album: Album, application: QApplication, folder: Path, languages: Sequence[str]) -> None:
    """Take all pictures in some languages; company files are made in the folder."""
    application.setCursorFlashTime(0)
    for language in languages:
        place = folder / language
        place.mkdir()
        empty, sample = place / "empty.manshur", place / "sample.manshur"
        create_company(empty).close()
        write_sample(sample, language, date.today()).close()
        take_start(album, application, place, language)
        take_company(album, application, empty, language, OF_EMPTY)
        take_company(album, application, sample, language, OF_SAMPLE)
        take_read_only(album, application, sample, language)


def laptop_screen(folder: Path) -> str:
    """Return the name of a platform without a display whose screen is that of a small laptop."""
    screen = {"name": "laptop", "x": 0, "y": 0, "width": WIDTH, "height": HEIGHT, "dpr": 1}
    screen |= {"logicalDpi": 96, "logicalBaseDpi": 96}
    file = folder / "screen.json"
    file.write_text(json.dumps({"screens": [screen]}), encoding="utf-8")
    return f"offscreen:configfile={file}"


def main(arguments: Sequence[str], say: Callable[[str], object] = print) -> int:
    """Take the pictures and say how many there are."""
    parser = argparse.ArgumentParser(prog="python -m tests.screens", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("words", nargs="*")
    asked = parser.parse_args(arguments)
    begun, album = time.monotonic(), Album(asked.folder, asked.words)
    album.folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as place:
        os.environ["QT_QPA_PLATFORM"] = laptop_screen(Path(place))
        take_all(album, QApplication([]), Path(place), [row.code for row in language_rows()])
    count = len(list(album.folder.glob("*.png")))
    say(f"{count} pictures in {album.folder}, {time.monotonic() - begun:.0f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
