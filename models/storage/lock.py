"""One writer at a time: a lock file beside the company file."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from filelock import FileLock, Timeout


class WriterLock:
    """The right to write to one company file; the operating system frees it when the process ends."""

    def __init__(self, path: Path) -> None:
        self._file = path.with_name(f".{path.name}.lock")
        # A file is opened in one thread and closed in another: the lock belongs to both.
        self._lock = FileLock(self._file, timeout=0, thread_local=False)

    def take(self) -> bool:
        """Return whether the lock is ours now; False while another process holds it.

        Raises:
            OSError: no lock file can be made in that folder.
        """
        try:
            self._lock.acquire()
        except Timeout:
            return False
        return True

    def free(self) -> None:
        """Give the lock back and take its file away; nothing happens when it is not held."""
        if self._lock.is_locked:
            self._lock.release()
            with suppress(OSError):
                self._file.unlink(missing_ok=True)
