"""What a page may be built from."""

from __future__ import annotations

from dataclasses import dataclass

from models.services.company import OpenCompany
from models.services.overview import Outlook
from models.services.user_folders import UserFolders
from ui.choices import Choices


@dataclass(frozen=True)
class AppContext:
    """The open company, how it stands, the user's choices, and where the program keeps its own files."""

    company: OpenCompany
    outlook: Outlook
    choices: Choices
    folders: UserFolders
