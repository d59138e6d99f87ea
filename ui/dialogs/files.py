"""Asking for files."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from models.services.program import SUFFIX
from models.services.user_folders import documents_folder, unused
from ui.language import _

TABLE = ".xlsx"
CALENDAR = ".ics"


class NewCompanyDialog:
    """Asks where the file of a new company shall lie."""

    @classmethod
    def ask(cls, parent: QWidget | None) -> Path | None:
        """Return the place, None where the user gave none; a file that is there already is refused later."""
        suggestion = unused(documents_folder(), _("My company"), SUFFIX)
        # The question whether to replace a file would be a trap: nothing is ever replaced.
        option = QFileDialog.Option.DontConfirmOverwrite
        chosen, _used = QFileDialog.getSaveFileName(
            parent, _("Where shall the company file lie?"), str(suggestion), _company_files(), options=option
        )
        return _with_suffix(chosen)


class OpenCompanyDialog:
    """Asks which company file to open."""

    @classmethod
    def ask(cls, parent: QWidget | None, folder: Path | None = None) -> Path | None:
        """Return the file, None where the user chose none; the search begins in the folder."""
        chosen, _used = QFileDialog.getOpenFileName(
            parent, _("Open a company file"), str(folder or documents_folder()), _company_files()
        )
        return Path(chosen) if chosen else None


class SaveCopyDialog:
    """Asks where a copy of the company file shall lie."""

    @classmethod
    def ask(cls, parent: QWidget | None, path: Path) -> Path | None:
        """Return the place, None where the user gave none."""
        stem = _("{name} copy").format(name=path.stem)
        folder = path.parent if path.parent.is_dir() else documents_folder()
        chosen, _used = QFileDialog.getSaveFileName(
            parent, _("Save a copy"), str(unused(folder, stem, SUFFIX)), _company_files()
        )
        return _with_suffix(chosen)


class OpenAnswersDialog:
    """Asks which table of a survey's answers to read."""

    @classmethod
    def ask(cls, parent: QWidget | None) -> Path | None:
        """Return the file, None where the user chose none."""
        chosen, _used = QFileDialog.getOpenFileName(
            parent,
            _("Open a table"),
            str(documents_folder()),
            _("Tables (*.csv *.tsv *.txt *.xlsx *.xlsm);;All files (*)"),
        )
        return Path(chosen) if chosen else None


class SaveTableDialog:
    """Asks where the table of a list shall lie."""

    @classmethod
    def ask(cls, parent: QWidget | None, title: str) -> Path | None:
        """Return the place, None where the user gave none; the list's title is proposed as its name."""
        suggestion = unused(documents_folder(), title.replace("/", " "), TABLE)
        chosen, _used = QFileDialog.getSaveFileName(parent, _("Export table"), str(suggestion), _tables())
        return _with_suffix(chosen, TABLE)


class OpenTableDialog:
    """Asks which table to import."""

    @classmethod
    def ask(cls, parent: QWidget | None) -> Path | None:
        """Return the file, None where the user chose none."""
        chosen, _used = QFileDialog.getOpenFileName(
            parent, _("Import table"), str(documents_folder()), _tables()
        )
        return Path(chosen) if chosen else None


class SaveCalendarDialog:
    """Asks where the calendar file shall lie."""

    @classmethod
    def ask(cls, parent: QWidget | None, title: str) -> Path | None:
        """Return the place, None where the user gave none; the title is proposed as its name."""
        suggestion = unused(documents_folder(), title.replace("/", " "), CALENDAR)
        kinds = _("Calendar files (*{suffix})").format(suffix=CALENDAR)
        chosen, _used = QFileDialog.getSaveFileName(parent, _("Save the calendar"), str(suggestion), kinds)
        return _with_suffix(chosen, CALENDAR)


class SaveReportDialog:
    """Asks where the report of a failure shall lie."""

    @classmethod
    def ask(cls, parent: QWidget | None) -> Path | None:
        """Return the place, None where the user gave none."""
        suggestion = unused(documents_folder(), "manshur-report", ".txt")
        chosen, _used = QFileDialog.getSaveFileName(
            parent, _("Save the report"), str(suggestion), _("Text files (*.txt)")
        )
        return Path(chosen) if chosen else None


def _company_files() -> str:
    return _("Company files (*{suffix})").format(suffix=SUFFIX)


def _tables() -> str:
    return _("Excel tables (*{suffix})").format(suffix=TABLE)


def _with_suffix(chosen: str, suffix: str = SUFFIX) -> Path | None:
    if not chosen:
        return None
    path = Path(chosen)
    return path if path.suffix.lower() == suffix else path.with_name(path.name + suffix)
