"""What can go wrong with a company file, each in its own sentence."""

from __future__ import annotations

from models.domain.errors import AppError
from models.domain.marking import N_


class FileMissing(AppError):
    """The file is not there."""

    message = N_("The file {file} is not there any more. Look for it, or open a backup.")


class FileExists(AppError):
    """A new file would replace another one."""

    message = N_("There is already a file {file}. Choose another name.")


class NotACompanyFile(AppError):
    """The file is something else."""

    message = N_("{file} is not a Manshur company file. Choose a file that ends in “.manshur”.")


class NewerFile(AppError):
    """The file was written by a later version of the program."""

    message = N_("{file} was written by a newer version of Manshur. Update the program to open it.")


class DamagedFile(AppError):
    """The file's content is broken."""

    message = N_("{file} is damaged and was left as it is. Open a backup or a copy of it.")


class FileLocked(AppError):
    """Another program holds the file."""

    message = N_("{file} is in use by another program. Close it there and try again.")


class FileReadOnly(AppError):
    """The file or its folder cannot be written to."""

    message = N_("{file} cannot be written to. Save a copy in a folder where you may write.")


class DiskFull(AppError):
    """There is no space left."""

    message = N_("The disk is full; the last entry was not saved. Free some space and enter it again.")


class FileUnreachable(AppError):
    """The operating system refused, for a reason of its own."""

    message = N_("{file} could not be reached: {reason}. Check the disk or the network drive.")


class UpgradeFailed(AppError):
    """An older file could not be brought up to date."""

    message = N_("{file} could not be brought to the present version and was left as it is.")


class ValueUnstorable(AppError):
    """A value that the file cannot hold."""

    message = N_("This entry cannot be saved as it is. Remove unusual characters or shorten it.")
