"""Reports of failures that nobody expected: what a developer needs, and nothing of the company's."""

from __future__ import annotations

import platform
import sys
import traceback
from datetime import datetime
from pathlib import Path
from types import TracebackType

from models.domain.errors import AppError
from models.domain.marking import N_

LOG_NAME = "manshur.log"
_LOG_LIMIT = 512 * 1024


class ReportUnsaved(AppError):
    """The report could not be written."""

    message = N_("The report could not be saved as {file}: {reason}. Choose another folder.")


def report_of(
    kind: type[BaseException], error: BaseException, trace: TracebackType | None, versions: dict[str, str]
) -> str:
    """Return the report of a failure.

    versions: of the program and what it stands on, by name.
    """
    known = {**versions, "Python": platform.python_version(), "System": platform.platform()}
    lines = [f"{datetime.now().astimezone().isoformat(timespec='seconds')}"]
    lines += [f"{name}: {version}" for name, version in known.items()]
    return "\n".join(lines) + "\n\n" + "".join(traceback.format_exception(kind, error, trace))


def log(folder: Path, report: str) -> None:
    """Append a report to the log; where it cannot be written, say it on standard error."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / LOG_NAME
        if path.exists() and path.stat().st_size > _LOG_LIMIT:
            path.replace(path.with_suffix(".old.log"))
        with path.open("a", encoding="utf-8", errors="backslashreplace") as file:
            file.write(report + "\n")
    except OSError:
        if sys.stderr is not None:
            sys.stderr.write(report)


def save_report(path: Path, report: str) -> None:
    """Write a report to a file.

    Raises:
        ReportUnsaved: it cannot be written there.
    """
    try:
        path.write_text(report, encoding="utf-8", errors="backslashreplace")
    except OSError as error:
        raise ReportUnsaved(file=path.name, reason=error.strerror or "?") from error
