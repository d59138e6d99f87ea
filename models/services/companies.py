"""Company files as a user meets them: make, open, verify."""

from __future__ import annotations

import getpass
from pathlib import Path

from models.domain.records.choices import WEEKDAYS
from models.domain.records.control import CompanySettings
from models.domain.registers import register_of
from models.domain.sentences import Sentence
from models.localisation.languages import language_row
from models.services.company import OpenCompany
from models.services.program import VERSION
from models.storage.opening import create_file, open_file
from models.storage.verification import problems_of

_PATIENCE_SECONDS = 30.0
"""A check is in no hurry: whoever writes to the file goes first."""


def create_company(path: Path, author: str = "", language_code: str = "") -> OpenCompany:
    """Make a new company file and return it open.

    language_code: the company has its weekend days off at first; "" writes no settings at all.

    Raises:
        AppError: nothing was made.
    """
    company = OpenCompany(create_file(path, VERSION), author or current_user())
    if language_code:
        try:
            company.import_all([_settings(language_code)])
        except BaseException:
            company.close()
            path.unlink(missing_ok=True)
            raise
    return company


def _settings(language_code: str) -> CompanySettings:
    weekend = language_row(language_code).weekend
    sheet = register_of(CompanySettings).sheet_id
    return CompanySettings(id=sheet, days_off=tuple(day for day in WEEKDAYS if int(day) in weekend))


def open_company(path: Path, author: str = "", *, read_only: bool = False) -> OpenCompany:
    """Open a company file; read-only where it has to be.

    Raises:
        AppError: the file was left untouched.
    """
    file = open_file(path, read_only=read_only)
    try:
        return OpenCompany(file, author or current_user())
    except BaseException:
        file.close()
        raise


def verify_company(path: Path, *, is_in_use: bool = False) -> list[Sentence]:
    """Return everything that is wrong with a company file, a sentence each; empty when it is sound.

    is_in_use: see `problems_of`.

    Raises:
        AppError: it cannot be opened at all.
    """
    file = open_file(path, read_only=True, patience=_PATIENCE_SECONDS)
    try:
        return problems_of(file, is_in_use=is_in_use)
    finally:
        file.close()


def current_user() -> str:
    """Return the name under which changes are written to the journal unless the user set another."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return ""
