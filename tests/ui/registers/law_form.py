"""A law, and the fields of a record's form."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QLineEdit

from models.domain.records.organisation import Law
from ui.registers.form import RecordForm
from ui.widgets.editor import Editor
from ui.widgets.text_edit import ShortText

LAW = Law(title="Trade", duty="Keep it")


def short(form: RecordForm, name: str) -> QLineEdit:
    editor = form.board.editor(name)
    assert isinstance(editor, ShortText)
    return editor.line


def leave(editor: Editor[Any]) -> None:
    editor.commit()


def below(form: RecordForm, name: str) -> str:
    """Return the sentence that stands below a field."""
    return form.board.rows[name].editor.accessibleDescription()
