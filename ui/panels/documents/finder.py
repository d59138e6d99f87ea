"""Searching the pages of a preview, beside the window's thread."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from models.documents.finding import Hit, PageText, hits, read_page
from ui import jobs
from ui.jobs import Job
from ui.panels.documents.preview import DocumentPreview

_Found = tuple[Sequence[PageText], Sequence[Hit]]


class PaperFinder(QObject):
    """Keeps a searched text lit in a preview, whatever pages that shows.

    Signals:
        found: there are other hits, or another one is the present one.
    """

    found = Signal()

    def __init__(self, preview: DocumentPreview) -> None:
        super().__init__(preview)
        self._preview = preview
        self._wanted = ""
        self._texts: Sequence[PageText] = ()
        self._looking: Job[_Found] | None = None
        self._hits: Sequence[Hit] = ()
        self._at = -1
        preview.renewed.connect(self._read_again)

    @property
    def hits(self) -> Sequence[Hit]:
        """Where the searched text stands, in reading order."""
        return self._hits

    @property
    def at(self) -> int:
        """Which hit is the present one, counted from 0; -1 while there is none."""
        return self._at

    @property
    def is_looking(self) -> bool:
        """Whether the hits of the searched text are not known yet."""
        return self._looking is not None

    @property
    def is_vain(self) -> bool:
        """Whether a text was searched and stands nowhere."""
        is_known = bool(self._wanted and self._preview.content) and not self.is_looking
        return is_known and not self._hits

    def look_for(self, wanted: str) -> None:
        """Search for a text, from the present hit or the page in view on; "" ends the search."""
        self._wanted = wanted
        self._look()

    def step(self, by: int) -> None:
        """Go so many hits on, from the last one to the first."""
        if self._hits and not self.is_looking:
            self._show(self._hits, (self._at + by) % len(self._hits))

    def _read_again(self) -> None:
        self._texts = ()
        self._look()

    def _look(self) -> None:
        if self._looking is not None:
            self._looking.cancel()
            self._looking = None
        if not self._wanted or not self._preview.content:
            self._show((), -1)
            return
        work = partial(_found, self._preview.content, self._preview.pages, self._texts, self._wanted)
        self._looking = jobs.start(work, owner=self, done=self._take)

    def _take(self, found: _Found) -> None:
        self._looking = None
        self._texts, fresh = found
        begin = _place(self._hits[self._at]) if self._at >= 0 else (self._preview.page - 1, 0.0)
        later = (at for at, hit in enumerate(fresh) if _place(hit) >= begin)
        self._show(fresh, next(later, 0) if fresh else -1)

    def _show(self, fresh: Sequence[Hit], at: int) -> None:
        self._hits, self._at = fresh, at
        self._preview.show_hits(fresh, fresh[at] if at >= 0 else None)
        self.found.emit()


def _place(hit: Hit) -> tuple[int, float]:
    return hit.page, hit.boxes[0].top if hit.boxes else 0.0


def _found(pdf: bytes, pages: int, texts: Sequence[PageText], wanted: str, job: Job[_Found]) -> _Found:
    if not texts:
        read = []
        for page in range(pages):
            job.stop_if_cancelled()
            read.append(read_page(pdf, page))
        texts = read
    job.stop_if_cancelled()
    return texts, hits(texts, wanted)
