"""Long work in a process of its own, so that the window keeps the interpreter to itself.

Run as `python -m models.services.apart TASK ARGUMENT…`, it prints lines of JSON: how far it has come, and at
last its answer or the sentence of its refusal. When its standard input ends, nobody waits for it any more: it
stops and leaves nothing half-written behind, also when the program that started it was killed.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from queue import Empty, Queue
from threading import Event, Thread
from typing import IO, TYPE_CHECKING, Any

from models.domain.errors import AppError
from models.domain.marking import N_
from models.domain.sentences import Sentence

if TYPE_CHECKING:
    # The window checks every file it opens, and is not to wait for all documents.
    from models.services.dossier import Written

Report = Callable[[int, int, str], object]
"""Gets how many things are done, of how many, and the name of the present one; it may raise to stop."""

GoOn = Callable[[], object]
"""Is asked again and again; it raises to stop."""

_ROOT = Path(__file__).resolve().parents[2]
_LOOK_EVERY_SECONDS = 0.1
_END_WITHIN_SECONDS = 10


class NotFinished(AppError):
    """The work came to no result."""

    message = N_("The work ended before it was finished. Try again.")


class Refused(AppError):
    """The work was refused, in a sentence of its own."""

    def __init__(self, wanted: Sentence) -> None:
        super().__init__()
        self.wanted = wanted

    def __str__(self) -> str:
        return self.wanted.message.format(**self.wanted.fields)


class _Unwanted(Exception):
    """Nobody waits for the answer any more."""


def _nothing(*_anything: object) -> None:
    return


def verify_apart(path: Path, go_on: GoOn = _nothing) -> list[Sentence]:
    """Return what `verify_company` finds wrong with a file that is in use.

    Raises:
        Refused, NotFinished, and what `go_on` raises.
    """
    return [_sentence(problem) for problem in _run("check", str(path.absolute()), go_on=go_on)]


def write_dossier_apart(
    path: Path, folder: Path, language_code: str, report: Report = _nothing, go_on: GoOn = _nothing
) -> Written:
    """Write the audit file of a company as `write_dossier` does.

    Raises:
        Refused, NotFinished, and what `report` and `go_on` raise: nothing was written.
    """
    from models.services.dossier import Written

    places = str(path.absolute()), str(folder.absolute())
    pdf, archive, pages = _run("dossier", *places, language_code, report=report, go_on=go_on)
    return Written(Path(pdf), Path(archive), pages)


def _run(task: str, *arguments: str, go_on: GoOn, report: Report = _nothing) -> Any:
    command = [sys.executable, "-m", "models.services.apart", task, *arguments]
    flags = getattr(subprocess, "CREATE_NO_WINDOW", 0)
    process = subprocess.Popen(
        command,
        cwd=_ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        creationflags=flags,
    )
    try:
        return _answer(process, go_on, report)
    finally:
        _end(process)


def _answer(process: subprocess.Popen[bytes], go_on: GoOn, report: Report) -> Any:
    for line in _lines(process):
        go_on()
        told = json.loads(line) if line else {}
        if "done" in told:
            report(told["done"], told["total"], told["item"])
        elif "refused" in told:
            raise Refused(_sentence(told["refused"]))
        elif "answer" in told:
            return told["answer"]
    raise NotFinished


def _lines(process: subprocess.Popen[bytes]) -> Iterator[bytes]:
    """Yield the lines that a process prints, and an empty one whenever it has been silent for a while."""
    printed: Queue[bytes | None] = Queue()
    Thread(target=_read, args=(process.stdout, printed), daemon=True).start()
    while True:
        try:
            line = printed.get(timeout=_LOOK_EVERY_SECONDS)
        except Empty:
            yield b""
            continue
        if line is None:
            return
        yield line


def _read(source: IO[bytes], printed: Queue[bytes | None]) -> None:
    with source:
        for line in source:
            printed.put(line)
    printed.put(None)


def _end(process: subprocess.Popen[bytes]) -> None:
    """Let a process see that nobody waits any more, and wait until it is gone."""
    if process.stdin is not None:
        process.stdin.close()
    try:
        process.wait(_END_WITHIN_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def _sentence(plain: Sequence[Any]) -> Sentence:
    message, values = plain
    return Sentence.with_fields(message, values)


def _plain(sentence: Sentence) -> tuple[str, dict[str, str]]:
    return sentence.message, {name: str(value) for name, value in sentence.fields.items()}


# The other side: what the process does.


def _check(_report: Report, path: str) -> object:
    from models.services.companies import verify_company

    return [_plain(problem) for problem in verify_company(Path(path), is_in_use=True)]


def _dossier(report: Report, path: str, folder: str, language_code: str) -> object:
    from models.services.dossier import write_dossier

    written = write_dossier(Path(path), Path(folder), language_code, report=report)
    return str(written.pdf), str(written.archive), written.pages


_TASKS: Mapping[str, Callable[..., object]] = {"check": _check, "dossier": _dossier}


def _main(task: str, *arguments: str) -> int:
    unwanted = Event()
    Thread(target=_watch, args=(unwanted,), daemon=True).start()

    def report(done: int, total: int, item: str) -> None:
        if unwanted.is_set():
            raise _Unwanted
        _tell(done=done, total=total, item=item)

    try:
        _tell(answer=_TASKS[task](report, *arguments))
    except AppError as error:
        _tell(refused=_plain(error.wanted))
    except (_Unwanted, BrokenPipeError):
        return 1
    return 0


def _watch(unwanted: Event) -> None:
    while os.read(sys.stdin.fileno(), 1):
        pass
    unwanted.set()


def _tell(**what: object) -> None:
    sys.stdout.buffer.write(json.dumps(what).encode("ascii") + b"\n")
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    sys.exit(_main(*sys.argv[1:]))
