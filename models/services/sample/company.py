"""The sample company as a file of its own, which the user may change at will."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from pathlib import Path

from models.services.companies import create_company, open_company
from models.services.company import OpenCompany
from models.services.program import SUFFIX
from models.services.sample.records import sample_evidence, sample_records


def open_sample(folder: Path, language_code: str, today: date, author: str = "") -> OpenCompany:
    """Return the sample company of a language, open.

    It is made where there is none yet. One of an earlier week that nobody changed is made anew, since its
    days are told from the present week.

    Raises:
        AppError: it can be neither opened nor made.
    """
    path = folder / f"sample-{language_code}{SUFFIX}"
    if path.exists():
        company = open_company(path, author)
        if not _is_stale(company, today):
            return company
        company.close()
        path.unlink()
    folder.mkdir(parents=True, exist_ok=True)
    return write_sample(path, language_code, today, author)


def write_sample(path: Path, language_code: str, today: date, author: str = "") -> OpenCompany:
    """Make a file with the sample company and return it open.

    Raises:
        AppError: nothing was made.
    """
    company = create_company(path, author)
    try:
        records = sample_records(language_code, today)
        files = sample_evidence(language_code, today)
        contents = {evidence.sha256: content for evidence, content in files}
        company.import_all([*records, *(evidence for evidence, _ in files)], contents)
    except BaseException:
        company.close()
        path.unlink(missing_ok=True)
        raise
    return company


def _is_stale(company: OpenCompany, today: date) -> bool:
    is_changed = company.can_undo or company.can_redo or company.is_read_only
    written = datetime.fromtimestamp(company.path.stat().st_mtime).date()
    return not is_changed and _week_start(written) != _week_start(today)


def _week_start(day: date) -> date:
    return day - timedelta(days=day.weekday())
