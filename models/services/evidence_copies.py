"""Temporary copies of evidence, which the system's own programs may open."""

from __future__ import annotations

import re
import shutil
import stat
import tempfile
from contextlib import suppress
from pathlib import Path

from models.domain.records.control import Evidence
from models.storage.errors import FileUnreachable

# What Windows refuses in names; a slash would lead out of the folder.
_REFUSED = re.compile(r'[<>:"/\\|?*\x00-\x1f]')
_NAME_OCTETS = 200


class EvidenceCopies:
    """A folder of read-only copies that goes when the program ends."""

    def __init__(self) -> None:
        self._folder: Path | None = None

    def write(self, evidence: Evidence, content: bytes) -> Path:
        """Write a copy and return its path; a copy that is there already is used again.

        Raises:
            FileUnreachable: it cannot be written.
        """
        try:
            path = self._place(evidence)
            if not path.exists():
                path.write_bytes(content)
                path.chmod(stat.S_IREAD)
        except OSError as error:
            raise FileUnreachable(file=evidence.file_name, reason=error.strerror or "?") from error
        return path

    def _place(self, evidence: Evidence) -> Path:
        if self._folder is None:
            self._folder = Path(tempfile.mkdtemp(prefix="manshur-"))
        # Its own folder: two files of one name may both be open.
        folder = self._folder / evidence.sha256[:16]
        folder.mkdir(exist_ok=True)
        return folder / safe_name(evidence.file_name)

    def remove(self) -> None:
        """Remove all copies; those that another program holds open stay behind."""
        if self._folder is None:
            return
        for path in self._folder.rglob("*"):
            with suppress(OSError):
                path.chmod(stat.S_IRWXU)
        shutil.rmtree(self._folder, ignore_errors=True)
        self._folder = None


def safe_name(name: str) -> str:
    """Return a file name that every system accepts, with its ending kept."""
    cleaned = _REFUSED.sub("_", name).strip(" .") or "file"
    stem, dot, ending = cleaned.rpartition(".")
    if not dot or len(ending) > 20:
        stem, dot, ending = cleaned, "", ""
    return _cut(stem, _NAME_OCTETS - len((dot + ending).encode("utf-8", "replace"))) + dot + ending


def _cut(text: str, octets: int) -> str:
    return text.encode("utf-8", "replace")[:octets].decode("utf-8", "ignore")
