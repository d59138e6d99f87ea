"""Pages of a PDF as pictures. PDFium works for one thread at a time; everything here waits its turn."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from threading import Lock
from typing import Any

from PySide6.QtCore import QSizeF
from PySide6.QtGui import QImage

_turn = Lock()


@contextmanager
def _opened(content: bytes) -> Iterator[Any]:
    import pypdfium2  # only work beside the window's thread pays for it

    with _turn:
        document = pypdfium2.PdfDocument(content)
        try:
            yield document
        finally:
            document.close()


def page_sizes(content: bytes) -> Sequence[QSizeF]:
    """Return the size of each page in points."""
    with _opened(content) as document:
        sizes = (document.get_page_size(at) for at in range(len(document)))
        return [QSizeF(width, height) for width, height in sizes]


def page_picture(content: bytes, page: int, scale: float) -> QImage:
    """Return a page, counted from 0, with `scale` dots to the point."""
    with _opened(content) as document:
        sheet = document[page]
        bitmap = sheet.render(scale=scale, prefer_bgrx=True)
        shared = QImage(bitmap.buffer, bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGB32)
        picture = shared.copy()
        bitmap.close()
        sheet.close()
        return picture
