"""One promise as a form that is looked at while it is being typed."""

from __future__ import annotations

from collections.abc import Generator, Mapping

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from models.domain.fields import Record
from models.domain.promise_quality import remarks
from models.domain.records.charter import Promise
from models.domain.registers import register_of
from models.domain.validation import Gravity, Problem
from models.services.company import OpenCompany
from models.services.promise_check import yardstick
from ui import theme
from ui.registers.form import RecordForm
from ui.widgets.bilingual_edit import BilingualEdit
from ui.workspaces.promises.board import PromiseBoard

_REST_MS = 120


class PromiseForm(RecordForm):
    """Shows a promise; `settled` tells, after a short rest, what it says by now."""

    settled = Signal(object)

    def __init__(self, company: OpenCompany, parent: QWidget | None = None) -> None:
        super().__init__(company, register_of(Promise), parent, PromiseBoard)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self.look)

    def build(self) -> Generator[None, None, RecordForm]:
        """Make the fields, rest after each, and listen to what is typed in them."""
        form = yield from super().build()
        self.typed.connect(self._rest.start)
        self.named.connect(self.look)
        return form

    def promise(self) -> Promise:
        """Return the promise with what is being typed."""
        draft = self.draft()
        assert isinstance(draft, Promise)
        return draft

    def look(self) -> None:
        """Tell what the promise says by now."""
        self._rest.stop()
        self._say_problems()
        self.settled.emit(self.promise())

    def show_record(self, record: Record) -> None:
        """Show a promise, known or new."""
        super().show_record(record)
        self.look()

    def show_field(self, name: str = "") -> None:
        """Give a field the focus and bring it into view, once its texts have grown to their height."""
        super().show_field(name)
        QTimer.singleShot(0, self, self._reveal)

    def _reveal(self) -> None:
        rows = list(self.board.rows)
        field = self.focused_field()
        if field == rows[0]:
            self._scroll.verticalScrollBar().setValue(0)
        elif field:
            self._scroll.ensureWidgetVisible(self.board.rows[field], 0, theme.space(4))

    def show_text(self, name: str, code: str) -> None:
        """Give the text of a field in one language the focus."""
        self.show_field(name)
        editor = self.board.editor(name)
        if isinstance(editor, BilingualEdit):
            editor.fields[code].setFocus(Qt.FocusReason.OtherFocusReason)

    def reminders(self) -> Mapping[str, Problem]:
        """Return what is to be mended, in the texts also while they are being typed."""
        noted = remarks(self.promise(), yardstick())
        said = {name: Problem(Gravity.REMINDER, sentence) for name, sentence in noted.items()}
        return said | dict(super().reminders())
