"""Open answers by theme, and the words in which they are given."""

from __future__ import annotations

import dataclasses
import re
from collections import Counter
from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from models.domain.gates.step6 import is_valid
from models.domain.ids import RecordId
from models.domain.ledger import Ledger
from models.domain.records.feedback import SurveyAnswer, SurveyQuestion, Theme, ThemeMark
from models.domain.resting import Resting, at_once
from models.domain.survey.results import anonymous, answer_to, by_number, valid_answers

OPEN = "open"

_WORD = re.compile(r"[^\W\d_][\w\u200c]*")
_SHORTEST_WORD = 2
_NONE: frozenset[RecordId] = frozenset()


@dataclass(frozen=True)
class OpenAnswer:
    """What one customer said to one open question; text: with numbers and addresses of people hidden."""

    sheet: SurveyAnswer
    question: SurveyQuestion
    text: str
    themes: frozenset[RecordId]

    @property
    def key(self) -> str:
        """What tells it from all others."""
        return answer_key(self.sheet.id, self.question.id)


def answer_key(sheet: RecordId, question: RecordId) -> str:
    """Return the key of the answer on a sheet to a question."""
    return f"{sheet} {question}"


def themes_of(ledger: Ledger, survey: RecordId | None) -> tuple[Theme, ...]:
    """Return the themes of a survey, oldest first."""
    return tuple(theme for theme in ledger.all(Theme) if theme.survey == survey)


def marks_by_answer(ledger: Ledger) -> Mapping[tuple[RecordId, RecordId], frozenset[RecordId]]:
    """Return the themes of each open answer by sheet and question."""
    found: dict[tuple[RecordId, RecordId], set[RecordId]] = {}
    for mark in ledger.all(ThemeMark):
        if mark.answer and mark.question and mark.theme:
            found.setdefault((mark.answer, mark.question), set()).add(mark.theme)
    return {place: frozenset(themes) for place, themes in found.items()}


def open_answers(
    ledger: Ledger, survey: RecordId, questions: Sequence[SurveyQuestion]
) -> tuple[OpenAnswer, ...]:
    """Return the valid answers to the open questions of a survey, question by question, by number of sheet.

    questions: all of the survey, in the order of the answers on a sheet.
    """
    return at_once(reading(ledger, survey, questions))


def reading(
    ledger: Ledger,
    survey: RecordId,
    questions: Sequence[SurveyQuestion],
    known: Mapping[str, OpenAnswer] = MappingProxyType({}),
) -> Resting[tuple[OpenAnswer, ...]]:
    """Return the same by a reading that may rest.

    known: answers that were read before, by their keys; they are taken over where nothing has changed.
    """
    places = [(place, question) for place, question in enumerate(questions) if question.type == OPEN]
    own: list[SurveyAnswer] = []
    for sheet in ledger.all(SurveyAnswer) if places else ():
        if sheet.survey == survey:
            own.append(sheet)
        yield
    sheets = by_number(own)
    yield
    marks = marks_by_answer(ledger)
    standing = frozenset(theme.id for theme in themes_of(ledger, survey))
    found: list[OpenAnswer] = []
    for place, question in places:
        for sheet in sheets:
            themes = marks.get((sheet.id, question.id), _NONE) & standing
            before = known.get(answer_key(sheet.id, question.id))
            if before is not None and before.sheet is sheet and before.question is question:
                is_same = before.themes == themes
                found.append(before if is_same else dataclasses.replace(before, themes=themes))
            elif is_valid(sheet) and (text := answer_to(sheet, place)):
                found.append(OpenAnswer(sheet, question, anonymous(text), themes))
            yield
    return tuple(found)


def remarked(answer: OpenAnswer, ledger: Ledger) -> OpenAnswer:
    """Return an answer with the themes by which it is marked now."""
    place = answer.sheet.id, answer.question.id
    known = {theme.id for theme in themes_of(ledger, answer.sheet.survey)}
    marks = {one.theme for one in ledger.all(ThemeMark) if (one.answer, one.question) == place}
    return dataclasses.replace(answer, themes=frozenset(known & marks))


def theme_counts(answers: Iterable[OpenAnswer]) -> Counter[RecordId]:
    """Return how many answers belong to each theme; one answer may belong to several."""
    return Counter(theme for answer in answers for theme in answer.themes)


@dataclass(frozen=True)
class ThemeNumbers:
    """How many open answers belong to each theme, and how many to none."""

    counts: Counter[RecordId]
    untagged: int


def theme_numbers(
    answers: Iterable[SurveyAnswer],
    questions: Sequence[SurveyQuestion],
    marks: Mapping[tuple[RecordId, RecordId], frozenset[RecordId]],
) -> ThemeNumbers:
    """Return the numbers of themes among the valid sheets of one survey, without looking at any text."""
    places = [(place, question.id) for place, question in enumerate(questions) if question.type == OPEN]
    counts: Counter[RecordId] = Counter()
    untagged = 0
    for sheet in valid_answers(answers) if places else ():
        for place, question in places:
            if answer_to(sheet, place):
                themes = marks.get((sheet.id, question), frozenset())
                counts.update(themes)
                untagged += not themes
    return ThemeNumbers(counts, untagged)


@dataclass(frozen=True)
class Word:
    """A word of open answers: what it is found by, its most frequent spelling, and in how many answers."""

    key: str
    shown: str
    answers: int


def counting_words(
    texts: Iterable[str], key_of: Callable[[str], str], stop_words: Container[str], most: int
) -> Resting[tuple[Word, ...]]:
    """Return the words that stand in the most answers, the most frequent first, then by their letters.

    It may rest after each answer.

    Args:
        texts: the answers.
        key_of: folds a word's ways of writing into one.
        stop_words: by their keys; they are left out.
        most: how many words are wanted.
    """
    spellings: dict[str, Counter[str]] = {}
    counts: Counter[str] = Counter()
    keys: dict[str, str] = {}
    for text in texts:
        here = set()
        for word in _WORD.findall(text):
            key = keys.get(word)
            if key is None:
                key = keys[word] = key_of(word)
            if len(key) >= _SHORTEST_WORD and key not in stop_words:
                here.add(key)
                spellings.setdefault(key, Counter())[word] += 1
        counts.update(here)
        yield
    ordered = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))[:most]
    return tuple(Word(key, spellings[key].most_common(1)[0][0], count) for key, count in ordered)


def has_word(text: str, key: str, key_of: Callable[[str], str]) -> bool:
    """Return whether a word stands in a text, in any way of writing."""
    return any(key_of(word) == key for word in _WORD.findall(text))
