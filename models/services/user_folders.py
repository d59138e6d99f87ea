"""Where the program keeps what belongs to the user and not to a company."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from models.services.program import NAME


@dataclass(frozen=True)
class UserFolders:
    """The folders for the user's choices, for reports of failures and for samples; made when needed."""

    preferences: Path
    logs: Path
    samples: Path


def user_folders(chosen: Path | None = None) -> UserFolders:
    """Return the folders of this user, all inside the chosen one where one was chosen."""
    if chosen is not None:
        return UserFolders(chosen, chosen / "logs", chosen / "samples")
    # Imported here: with a chosen folder nobody needs it.
    import platformdirs

    return UserFolders(
        platformdirs.user_config_path(NAME, appauthor=False),
        platformdirs.user_log_path(NAME, appauthor=False),
        platformdirs.user_data_path(NAME, appauthor=False) / "samples",
    )


def documents_folder() -> Path:
    """Return where the user keeps documents; the home folder where there is no such place."""
    import platformdirs

    folder = platformdirs.user_documents_path()
    return folder if folder.is_dir() else Path.home()


def unused(folder: Path, stem: str, suffix: str) -> Path:
    """Return a path in the folder at which nothing lies: "stem.suffix", or else "stem 2.suffix" and so on."""
    path, number = folder / f"{stem}{suffix}", 1
    while path.exists():
        number += 1
        path = folder / f"{stem} {number}{suffix}"
    return path
