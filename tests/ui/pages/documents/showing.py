"""How the fixtures of the page of documents are called, and what stands in its parts."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QLabel, QWidget

from models.services.company import OpenCompany
from ui.page import Notice, Page
from ui.pages.documents import DocumentsPage

Collect = Callable[[Page], list[Notice]]
"""Collects the notices of a page."""

Open = Callable[[OpenCompany], DocumentsPage]
"""Shows the page and waits until the documents are listed."""


def labels_of(widget: QWidget) -> list[str]:
    """Return the words of all labels in a part of the page."""
    return [label.text() for label in widget.findChildren(QLabel)]
