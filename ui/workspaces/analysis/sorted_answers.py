"""The open answers of a survey while they are sorted, read and ordered while the window lives."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QObject, Signal

from models.domain.ids import RecordId
from models.domain.records.feedback import Survey, SurveyQuestion, ThemeMark
from models.domain.resting import Resting
from models.domain.survey.results import questions_of
from models.domain.survey.themes import OPEN, OpenAnswer, Word, answer_key, has_word, reading, remarked
from models.localisation.text import search_key
from models.services.company import Change, OpenCompany
from models.services.survey.themes import counting_words_in
from ui.registers.slices import Slices

ALL, UNTAGGED = "all", "untagged"

# With more marks than this at once it is quicker to look at every answer again.
_FEW = 20


@dataclass(frozen=True)
class Wanted:
    """Which answers are shown: those of a filter (`ALL`, `UNTAGGED` or a theme) that hold a word, if any."""

    filter: str = ALL
    word: str = ""

    def passes(self, answer: OpenAnswer) -> bool:
        """Return whether the filter keeps an answer, whatever words it holds."""
        if self.filter == UNTAGGED:
            return not answer.themes
        return self.filter == ALL or self.filter in answer.themes

    def takes(self, answer: OpenAnswer) -> bool:
        """Return whether an answer is wanted."""
        return self.passes(answer) and (not self.word or has_word(answer.text, self.word, search_key))


@dataclass
class _Found:
    """What a reading finds: all answers by key, those shown in their order, and the numbers."""

    answers: dict[str, OpenAnswer] = field(default_factory=dict)
    shown: dict[str, OpenAnswer] = field(default_factory=dict)
    counts: Counter[RecordId] = field(default_factory=Counter)
    untagged: int = 0


class SortedAnswers(QObject):
    """Answers stay where they are while they are sorted, until their order is forgotten.

    Signals:
        arranged: answers, order and numbers are those of now.
        worded: so are the most frequent words.
    """

    arranged = Signal()
    worded = Signal()

    def __init__(self, company: OpenCompany, parent: QObject) -> None:
        super().__init__(parent)
        self._company = company
        self._found = _Found()
        self._order: list[str] = []
        self._wanted = Wanted()
        self._reading: Slices[_Found] = Slices(self)
        self._counting: Slices[tuple[Word, ...]] = Slices(self)
        self.has_open = False
        self.words: tuple[Word, ...] = ()

    @property
    def answers(self) -> dict[str, OpenAnswer]:
        """All open answers by key."""
        return self._found.answers

    @property
    def shown(self) -> dict[str, OpenAnswer]:
        """The answers that are shown by key, from top to bottom."""
        return self._found.shown

    @property
    def counts(self) -> Counter[RecordId]:
        """How many answers belong to each theme."""
        return self._found.counts

    @property
    def untagged(self) -> int:
        """How many answers belong to no theme."""
        return self._found.untagged

    @property
    def is_at_work(self) -> bool:
        """Whether answers or words are still being read."""
        return self._reading.is_running or self._counting.is_running

    def forget_order(self) -> None:
        """Let the next reading put the answers in order anew, those without a theme first."""
        self._order = []

    def read(self, survey: Survey | None, wanted: Wanted) -> None:
        """Read the answers of a survey as they are now; many of them while the window lives."""
        questions = questions_of(self._company, survey.id) if survey else ()
        self.has_open = any(question.type == OPEN for question in questions)
        self._wanted = wanted
        self._counting.stop()
        self._reading.start(self._gathered(survey, questions), self._take)

    def _gathered(self, survey: Survey | None, questions: Sequence[SurveyQuestion]) -> Resting[_Found]:
        found, before = _Found(), set(self._order)
        if survey is None:
            return found
        kept: set[str] = set()
        tagged: list[str] = []
        untagged: list[str] = []
        for answer in (yield from reading(self._company, survey.id, questions, self.answers)):
            key = answer.key
            found.answers[key] = answer
            found.counts.update(answer.themes)
            found.untagged += not answer.themes
            if key in before:
                kept.add(key)
            elif self._wanted.takes(answer):
                (tagged if answer.themes else untagged).append(key)
            yield
        order = [key for key in self._order if key in kept]
        for key in (*order, *untagged, *tagged):
            found.shown[key] = found.answers[key]
            yield
        return found

    def _take(self, found: _Found) -> None:
        self._found, self._order = found, list(found.shown)
        self.arranged.emit()
        self._count_words()

    def _count_words(self) -> None:
        passing = (one for one in self._found.answers.values() if self._wanted.passes(one))
        self._counting.start(counting_words_in(passing), self._take_words)

    def _take_words(self, words: tuple[Word, ...]) -> None:
        self.words = words
        self.worded.emit()

    def follow(self, change: Change) -> list[str] | None:
        """Take over a few marks that were set or taken away, and return the keys of their answers.

        None where everything has to be read anew.
        """
        marks = [one for edit in change.edits for one in (edit.before, edit.after) if one is not None]
        if not marks or len(marks) > _FEW or self._reading.is_running:
            return None
        changed: dict[str, OpenAnswer] = {}
        for mark in marks:
            if not isinstance(mark, ThemeMark) or mark.answer is None or mark.question is None:
                return None
            answer = self.answers.get(answer_key(mark.answer, mark.question))
            if answer is not None:
                changed[answer.key] = remarked(answer, self._company)
        if any(key not in self.shown and self._wanted.takes(answer) for key, answer in changed.items()):
            return None
        for key, answer in changed.items():
            self._replace(key, answer)
        if self._wanted.filter != ALL:
            self._count_words()
        return [key for key in changed if key in self.shown]

    def _replace(self, key: str, answer: OpenAnswer) -> None:
        before = self.answers[key]
        self.counts.subtract(before.themes)
        self.counts.update(answer.themes)
        self._found.untagged += (not answer.themes) - (not before.themes)
        self.answers[key] = answer
        if key in self.shown:
            self.shown[key] = answer
