"""The user's own choices, which belong to this computer and to no company."""

from __future__ import annotations

import dataclasses
import json
import os
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from models.domain.errors import AppError
from models.domain.marking import N_

FILE_NAME = "preferences.json"
BROKEN_NAME = "preferences.broken.json"
_RECENT_LIMIT = 8


class PreferencesUnsaved(AppError):
    """The choices could not be written."""

    message = N_("Your settings could not be saved in {folder}; they hold until you quit.")


class Look(StrEnum):
    """Light or dark, or whatever the computer is set to."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True)
class Preferences:
    """What the user chose.

    language: code, "" until one is chosen. calendar: "" follows the language. author: "" for the name of the
    computer's user. recent: paths of company files, newest first. geometry: of the window, in Qt's own form.
    """

    language: str = ""
    calendar: str = ""
    look: str = Look.SYSTEM
    author: str = ""
    recent: tuple[str, ...] = ()
    geometry: str = ""
    is_guide_open: bool = False
    is_document_open: bool = True


class PreferenceFile:
    """The choices as they are now, kept in a small file; every change is written at once."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / FILE_NAME
        self.now = _read(self._path)

    def change(self, **chosen: Any) -> None:
        """Take other choices, by the names of `Preferences`.

        Raises:
            PreferencesUnsaved: they hold for this run only.
        """
        changed = dataclasses.replace(self.now, **chosen)
        if changed != self.now:
            self.now = changed
            self._write()

    def remember(self, path: Path) -> None:
        """Put a company file at the head of the recent ones."""
        text = str(path.absolute())
        others = [one for one in self.now.recent if one != text]
        self.change(recent=(text, *others)[:_RECENT_LIMIT])

    def forget(self, path: Path) -> None:
        """Take a company file out of the recent ones."""
        self.change(recent=tuple(one for one in self.now.recent if Path(one) != path))

    def _write(self) -> None:
        part = self._path.with_name(f"{FILE_NAME}.{os.getpid()}")
        text = json.dumps(dataclasses.asdict(self.now), ensure_ascii=False, indent=2)
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            part.write_text(text, encoding="utf-8", errors="surrogatepass")
            part.replace(self._path)
        except OSError as error:
            with suppress(OSError):
                part.unlink()
            raise PreferencesUnsaved(folder=self._path.parent) from error


def _read(path: Path) -> Preferences:
    """Return the choices of a file; one that cannot be understood is put aside."""
    try:
        plain = json.loads(path.read_text(encoding="utf-8", errors="surrogatepass"))
        if not isinstance(plain, dict):
            raise ValueError(plain)
    except OSError:
        return Preferences()
    except (ValueError, RecursionError):
        with suppress(OSError):
            path.replace(path.with_name(BROKEN_NAME))
        return Preferences()
    return Preferences(**_sound(plain))


def _sound(plain: dict[str, Any]) -> dict[str, Any]:
    """Return the entries that are choices and have the right type."""
    sound: dict[str, Any] = {}
    for field in dataclasses.fields(Preferences):
        value = plain.get(field.name)
        if isinstance(field.default, tuple):
            if isinstance(value, list):
                sound[field.name] = tuple(one for one in value if isinstance(one, str) and one)
        elif isinstance(value, bool if isinstance(field.default, bool) else str):
            sound[field.name] = value
    if sound.get("look") not in tuple(Look):
        sound.pop("look", None)
    return sound
