"""Checking a company file in a process of its own, so that the window keeps the interpreter to itself.

Run as `python -m models.services.apart FILE`, it prints what is wrong as JSON.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from models.domain.errors import AppError
from models.domain.marking import N_
from models.domain.sentences import Sentence

_ROOT = Path(__file__).resolve().parents[2]
_LOOK_EVERY_SECONDS = 0.1


class NotChecked(AppError):
    """The check came to no result."""

    message = N_("The file could not be checked: {reason}")


def verify_apart(path: Path, is_cancelled: Callable[[], bool] = bool) -> list[Sentence]:
    """Return what `verify_company` finds wrong with a file; the work is done by another process.

    is_cancelled: asked again and again; once it says so, the process is ended and nothing is found.

    Raises:
        NotChecked: the file could not be opened, or the process ended early.
    """
    command = [sys.executable, "-m", "models.services.apart", str(path.absolute())]
    flags = getattr(subprocess, "CREATE_NO_WINDOW", 0)
    with subprocess.Popen(
        command, cwd=_ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, creationflags=flags
    ) as process:
        while True:
            try:
                printed, _ = process.communicate(timeout=_LOOK_EVERY_SECONDS)
                break
            except subprocess.TimeoutExpired:
                if is_cancelled():
                    process.kill()
                    return []
    return _read(printed)


def _read(printed: bytes) -> list[Sentence]:
    try:
        answer = json.loads(printed)
    except ValueError as error:
        raise NotChecked(reason=Sentence(N_("The check ended early."))) from error
    if answer["refused"] is not None:
        raise NotChecked(reason=Sentence.with_fields(*answer["refused"]))
    return [Sentence.with_fields(message, fields) for message, fields in answer["problems"]]


def _main(path: Path) -> None:
    from models.services.companies import verify_company

    answer: dict[str, object] = {"problems": [], "refused": None}
    try:
        answer["problems"] = [_plain(problem) for problem in verify_company(path, is_in_use=True)]
    except AppError as error:
        answer["refused"] = _plain(error.wanted)
    sys.stdout.write(json.dumps(answer))


def _plain(sentence: Sentence) -> tuple[str, dict[str, str]]:
    return sentence.message, {name: str(value) for name, value in sentence.fields.items()}


if __name__ == "__main__":
    _main(Path(sys.argv[1]))
