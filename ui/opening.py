"""What is done in a thread until a company can be shown."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from ui.jobs import Job

if TYPE_CHECKING:
    # The window comes up before anything of storage is imported.
    from models.services.company import OpenCompany

Opening: TypeAlias = "Callable[[Job[Any]], OpenCompany]"

# Importing these takes longer than anything else; the GUI thread finds them ready.
_SHOWN_FIRST = ("ui.workbench", "ui.pages.home")


def opening(path: Path, author: str) -> Opening:
    """Return the work that opens a company file."""

    def work(_job: Job[Any]) -> OpenCompany:
        from models.services.companies import open_company

        return _warmed(open_company(path, author))

    return work


def making(path: Path, author: str, language_code: str) -> Opening:
    """Return the work that makes a company file, with the weekend of a language."""

    def work(_job: Job[Any]) -> OpenCompany:
        from models.services.companies import create_company

        return _warmed(create_company(path, author, language_code))

    return work


def sampling(folder: Path, language_code: str, author: str) -> Opening:
    """Return the work that opens the sample company, made first where that is needed."""

    def work(_job: Job[Any]) -> OpenCompany:
        from models.services.sample.company import open_sample

        return _warmed(open_sample(folder, language_code, date.today(), author))

    return work


def _warmed(company: OpenCompany) -> OpenCompany:
    from models.content.guidance import guidance

    guidance()
    for name in _SHOWN_FIRST:
        import_module(name)
    return company
