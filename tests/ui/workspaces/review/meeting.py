"""The day of a review, and the fields of its parts."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.e2e.driver import type_text
from ui.panels.record_fields import RecordFields
from ui.widgets.labels import WrapLabel

TODAY = date.today()


def below(fields: RecordFields, name: str) -> str:
    """Return the sentence that stands below a field."""
    labels = [label.text() for label in fields.row(name).findChildren(WrapLabel) if label.isVisible()]
    return " ".join(labels)


def write(text: str) -> None:
    """Type into the field that has the focus, and leave it."""
    field = QApplication.focusWidget()
    assert field is not None
    type_text(field, text)
    QTest.keyClick(field, Qt.Key.Key_Tab)
