"""Pages of a PDF as pictures of Qt."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSizeF
from PySide6.QtGui import QImage

from models.documents import pdfium


def page_sizes(content: bytes) -> Sequence[QSizeF]:
    """Return the size of each page in points."""
    return [QSizeF(width, height) for width, height in pdfium.page_sizes(content)]


def page_picture(content: bytes, page: int, scale: float) -> QImage:
    """Return a page, counted from 0, with `scale` dots to the point."""
    with pdfium.drawn(content, page, scale) as bitmap:
        width, height, stride = bitmap.width, bitmap.height, bitmap.stride
        return QImage(bitmap.buffer, width, height, stride, QImage.Format.Format_RGB32).copy()
