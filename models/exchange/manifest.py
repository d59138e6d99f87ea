"""The archive of an audit file: a ZIP whose `manifest.json` names every file in it, with size and SHA-256.

Equal content gives equal bytes. Nothing of an archive is believed: what is read is bounded by what the
manifest announces.
"""

from __future__ import annotations

import hashlib
import json
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import Any

from models.domain.errors import AppError
from models.domain.marking import N_
from models.domain.sentences import Sentence

FORMAT = "manshur-audit-file"
FORMAT_VERSION = 1
MANIFEST = "manifest.json"
_MANIFEST_LIMIT = 16_000_000
_CHUNK = 1 << 20
_START = b"PK\x03\x04"


class NotAnArchive(AppError):
    """The file is no archive of this program."""

    message = N_("{file} is not an audit file of Manshur, or it is damaged.")


@dataclass(frozen=True)
class Listed:
    """A file of an archive: where it stands, how many bytes it has, and its SHA-256 in hexadecimal digits."""

    path: str
    size: int
    sha256: str


class ArchiveWriter:
    """Writes files into an archive and, when it is closed without an error, their manifest."""

    def __init__(self, path: Path, made_on: date, **facts: str) -> None:
        self._zip = zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED)
        self._moment = (max(made_on.year, 1980), made_on.month, made_on.day, 0, 0, 0)
        self._facts = {"made_on": made_on.isoformat(), **facts}
        self._listed: list[Listed] = []

    def __enter__(self) -> ArchiveWriter:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            if kind is None:
                self._put(MANIFEST, self._manifest())
        finally:
            self._zip.close()

    def add(self, path: str, content: bytes) -> None:
        """Add a file; folders in its path are divided by "/"."""
        self._put(path, content)
        self._listed.append(Listed(path, len(content), hashlib.sha256(content).hexdigest()))

    def _put(self, path: str, content: bytes) -> None:
        entry = zipfile.ZipInfo(path, self._moment)
        entry.compress_type = zipfile.ZIP_DEFLATED
        self._zip.writestr(entry, content)

    def _manifest(self) -> bytes:
        files = [{"path": one.path, "size": one.size, "sha256": one.sha256} for one in self._listed]
        whole = {"format": FORMAT, "format_version": FORMAT_VERSION, **self._facts, "files": files}
        return json.dumps(whole, ensure_ascii=False, indent=1).encode("utf-8")


def is_archive(path: Path) -> bool:
    """Return whether a file begins as a ZIP does; a company file with one in it does not.

    Raises:
        OSError: it cannot be read.
    """
    with path.open("rb") as file:
        return file.read(len(_START)) == _START


def problems_of(path: Path) -> list[Sentence]:
    """Return everything in which an archive differs from its manifest, a sentence each; empty when sound.

    Raises:
        NotAnArchive: it has no manifest that can be read.
        OSError: the file cannot be read.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            listed = _listed(archive, path.name)
            return [*_differences(archive, listed), *_strangers(archive, listed)]
    except (zipfile.BadZipFile, zipfile.LargeZipFile, NotImplementedError, RuntimeError, EOFError) as error:
        raise NotAnArchive(file=path.name) from error


def _listed(archive: zipfile.ZipFile, name: str) -> list[Listed]:
    try:
        with archive.open(MANIFEST) as file:
            text = file.read(_MANIFEST_LIMIT)
        content = json.loads(text)
        if content["format"] != FORMAT or content["format_version"] > FORMAT_VERSION:
            raise NotAnArchive(file=name)
        return [_entry(one) for one in content["files"]]
    except (KeyError, TypeError, ValueError, RecursionError) as error:
        raise NotAnArchive(file=name) from error


def _entry(plain: dict[str, Any]) -> Listed:
    return Listed(str(plain["path"]), int(plain["size"]), str(plain["sha256"]))


def _differences(archive: zipfile.ZipFile, listed: list[Listed]) -> Iterator[Sentence]:
    present = set(archive.namelist())
    for one in listed:
        if one.path not in present:
            yield Sentence(N_("{file} is missing in the audit file."), file=one.path)
        elif not _is_as_listed(archive, one):
            yield Sentence(N_("{file} differs from what the audit file says of it."), file=one.path)


def _is_as_listed(archive: zipfile.ZipFile, one: Listed) -> bool:
    digest, size = hashlib.sha256(), 0
    try:
        with archive.open(one.path) as file:
            while size <= one.size and (chunk := file.read(_CHUNK)):
                digest.update(chunk)
                size += len(chunk)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError):
        return False
    return size == one.size and digest.hexdigest() == one.sha256


def _strangers(archive: zipfile.ZipFile, listed: list[Listed]) -> Iterator[Sentence]:
    known = {one.path for one in listed} | {MANIFEST}
    for name in archive.namelist():
        if name not in known:
            yield Sentence(N_("{file} does not belong to the audit file."), file=name)
