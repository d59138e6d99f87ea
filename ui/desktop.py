"""The system's own programs, which open files and show folders."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from models.domain.errors import AppError
from models.domain.marking import N_
from ui.language import _
from ui.page import Notice
from ui.widgets.notice_bar import NoticeKind


class NoProgram(AppError):
    """The system has no program for a kind of file."""

    message = N_("No program on this computer opens {file}. Install one for this kind of file.")


class NoFolder(AppError):
    """A folder is gone, or the system has nothing to show it with."""

    message = N_("The folder {folder} cannot be shown. Open it with the file manager of this computer.")


def open_file(path: Path) -> None:
    """Open a file with the system's program for it.

    Raises:
        NoProgram: there is none.
    """
    if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
        raise NoProgram(file=path.name)


def open_folder(folder: Path) -> None:
    """Show a folder in the system's file manager.

    Raises:
        NoFolder: it cannot be shown.
    """
    if not folder.is_dir() or not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
        raise NoFolder(folder=folder.name or str(folder))


def written(text: str, path: Path) -> Notice:
    """Return the notice that a file was written, which offers to show where it is."""
    show = partial(open_folder, path.parent)
    return Notice(text, NoticeKind.GOOD, deed=_("Show the folder"), act=show)
