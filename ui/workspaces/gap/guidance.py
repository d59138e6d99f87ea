"""What helps to answer a question: what it is about, what shows it, an example, and its clauses."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.content.gap import GapQuestion
from models.content.standards import clauses
from ui import theme
from ui.language import _, current
from ui.theme import Tone
from ui.widgets.labels import PlainLabel
from ui.widgets.page_scroll import PageScroll
from ui.widgets.reading_column import ReadingColumn


class QuestionGuide(QWidget):
    """Is written for the question shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = PlainLabel()
        theme.set_role(self._title, theme.TextRole.BODY, strong=True)
        self.text = ReadingColumn()
        self._scroll = PageScroll(self.text, self, theme.space(2))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(1.5))
        column.addWidget(self._title)
        column.addWidget(self._scroll, 1)

    def show_question(self, question: GapQuestion) -> None:
        """Write what helps with a question, in the current language."""
        speech = current()
        code = speech.code
        self._title.setText(_("Guidance"))
        self.text.clear()
        meanings = list(_meanings(question))
        if meanings:
            self.text.heading(_("What it is about"))
            for meaning in meanings:
                self.text.say(meaning)
        self.text.heading(_("What an auditor looks for"))
        self.text.points(text.best(code) for text in question.evidence)
        if question.example is not None:
            self.text.heading(_("Example"))
            self.text.say(_("“{sentence}”").format(sentence=question.example.best(code)))
        self.text.heading(_("If it is missing"))
        self.text.say(question.action.best(code))
        self.text.heading(_("Clauses"))
        for standard, numbers in question.clauses.items():
            line = _("{standard}: {clauses}").format(
                standard=speech.island(standard), clauses=speech.island(", ".join(numbers))
            )
            self.text.say(line, tone=Tone.QUIET)
        self.text.end()
        self._scroll.verticalScrollBar().setValue(0)


def _meanings(question: GapQuestion) -> Iterator[str]:
    """Yield what the clauses of the question ask, in plain words."""
    wanted = frozenset(question.clauses.iso_10001)
    for clause in clauses():
        if clause.id in wanted and clause.meaning is not None:
            yield clause.meaning.best(current().code)
