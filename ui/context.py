"""What a page may be built from."""

from __future__ import annotations

from dataclasses import dataclass

from models.services.company import OpenCompany
from models.services.overview import Outlook
from models.services.user_folders import UserFolders
from ui.choices import Choices
from ui.health_watch import HealthWatch


@dataclass(frozen=True)
class AppContext:
    """The open company, how it stands, what its health check finds, and what belongs to the user."""

    company: OpenCompany
    outlook: Outlook
    health: HealthWatch
    choices: Choices
    folders: UserFolders
