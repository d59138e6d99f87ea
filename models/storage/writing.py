"""Writing whole files: a file is replaced only by a finished one, and a failure leaves nothing behind."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from models.domain.errors import AppError
from models.domain.marking import N_
from models.storage.errors import FileLocked, FileReadOnly, FileUnreachable

_WINDOWS_SHARING_VIOLATION = 32


class NoRoom(AppError):
    """The disk is full."""

    message = N_("There is no room for {file} on the disk. Free some space and try again.")


class FolderMissing(AppError):
    """The folder is not there, or not any more."""

    message = N_("The folder for {file} is not there any more. Choose another one.")


_BY_ERRNO: Mapping[int | None, type[AppError]] = {
    errno.ENOSPC: NoRoom,
    errno.EDQUOT: NoRoom,
    errno.ENOENT: FolderMissing,
    errno.ENOTDIR: FolderMissing,
    errno.EACCES: FileReadOnly,
    errno.EPERM: FileReadOnly,
    errno.EROFS: FileReadOnly,
    errno.EBUSY: FileLocked,
    errno.ETXTBSY: FileLocked,
}


def worded(error: OSError, file_name: str) -> AppError:
    """Return the sentence for a file that could not be written."""
    if getattr(error, "winerror", None) == _WINDOWS_SHARING_VIOLATION:
        return FileLocked(file=file_name)
    known = _BY_ERRNO.get(error.errno)
    return known(file=file_name) if known else FileUnreachable(file=file_name, reason=error.strerror or "?")


@contextmanager
def replacing(*targets: Path) -> Iterator[tuple[Path, ...]]:
    """Give a path beside each target to write to; at the end they take the targets' places.

    Whatever is raised meanwhile, existing files stay as they were and nothing half-written is left.

    Raises:
        NoRoom, FolderMissing, FileReadOnly, FileLocked, FileUnreachable: nothing was replaced.
    """
    unfinished = tuple(target.with_name(f".{target.name}.new") for target in targets)
    try:
        yield unfinished
        for new, target in zip(unfinished, targets, strict=True):
            os.replace(new, target)  # noqa: PTH105 - replaces on every system
    except OSError as error:
        raise worded(error, targets[0].name) from error
    finally:
        for new in unfinished:
            _remove(new)


def _remove(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except OSError:
        # The folder itself is gone, or nothing may be changed in it: there is nothing left to tidy.
        return


def make_folder(folder: Path) -> None:
    """Make a folder with those above it, where it is missing.

    Raises:
        NoRoom, FileReadOnly, …: it cannot be made.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except FileExistsError as error:
        raise FolderMissing(file=folder.name) from error
    except OSError as error:
        raise worded(error, folder.name) from error
