"""Finished PDF files, drawn and read by PDFium.

PDFium works for one thread at a time, whichever file it is about: whoever opens one waits until the last one
is closed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import Lock
from typing import Any

_turn = Lock()


@contextmanager
def opened(pdf: bytes | Path) -> Iterator[Any]:
    """Open a PDF as a `pypdfium2.PdfDocument` which nothing else works beside; hold it as short as may be.

    Everything taken from it is used and closed before it is left. Opening another one meanwhile never ends.
    """
    import pypdfium2  # only work beside the window's thread pays for it

    with _turn:
        document = pypdfium2.PdfDocument(pdf)
        try:
            yield document
        finally:
            document.close()


def page_sizes(pdf: bytes) -> Sequence[tuple[float, float]]:
    """Return width and height of each page in points."""
    with opened(pdf) as document:
        return [document.get_page_size(at) for at in range(len(document))]


@contextmanager
def drawn(pdf: bytes, page: int, scale: float) -> Iterator[Any]:
    """Draw a page, counted from 0, with `scale` dots to the point, as a `pypdfium2.PdfBitmap` without alpha.

    Its dots are copied before it is left.
    """
    with opened(pdf) as document:
        sheet = document[page]
        bitmap = sheet.render(scale=scale, prefer_bgrx=True)
        try:
            yield bitmap
        finally:
            bitmap.close()
            sheet.close()
