"""The user's choices while the program runs."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from models.services.preferences import PreferenceFile, Preferences


class Choices(QObject):
    """Keeps the user's choices and tells when one is made.

    Signals:
        changed: some choice is another now, also where it could not be written.
    """

    changed = Signal()

    def __init__(self, file: PreferenceFile, asked_language: str = "", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._file = file
        self._asked_language = asked_language

    @property
    def now(self) -> Preferences:
        """The choices as they are; a language asked for at the start holds until one is chosen."""
        chosen = self._file.now
        return dataclasses.replace(chosen, language=self._asked_language) if self._asked_language else chosen

    def change(self, **chosen: Any) -> None:
        """Take other choices, by the names of `Preferences`.

        Raises:
            PreferencesUnsaved: they hold for this run only.
        """
        if "language" in chosen:
            self._asked_language = ""
        try:
            self._file.change(**chosen)
        finally:
            self.changed.emit()

    def remember(self, path: Path) -> None:
        """Put a company file at the head of the recent ones; errors as for `change`."""
        try:
            self._file.remember(path)
        finally:
            self.changed.emit()

    def forget(self, path: Path) -> None:
        """Take a company file out of the recent ones; errors as for `change`."""
        try:
            self._file.forget(path)
        finally:
            self.changed.emit()
