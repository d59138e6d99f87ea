"""Which column of a table holds what of a survey, and how that is remembered from one import to the next."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from models.content.survey import survey_model
from models.domain.fields import field_of
from models.domain.ids import RecordId
from models.domain.marking import N_
from models.domain.records.feedback import SurveyAnswer, SurveyQuestion
from models.localisation.language import Language
from models.localisation.text import search_key
from models.services.company import OpenCompany

NUMBER, DAY, SOURCE = "no", "answered_on", "source"
LEFT_OUT = ""

_HABIT = "survey_columns"
_MOST_REMEMBERED = 400
# Words with which other programs head these columns, besides the names that they have here.
_OTHER_NAMES: Mapping[str, str] = {
    NUMBER: N_("number, no, sheet, sheet number, form, respondent, row, id, code"),
    DAY: N_("date, day, timestamp, answered on, date of answer, time"),
    SOURCE: N_("source, way, channel"),
}
_QUESTION_WORDS = N_("q, question, item, answer")
_BETWEEN_WORDS = re.compile("[,،]")
_NO_WORD = re.compile(r"[^\w]+|_+")
_NUMBERED = re.compile(r"(\D*?)\s*(\d{1,3})\s*(?:[.):\-–]\s*(.*))?", re.DOTALL)
_SHORTEST_BEGINNING = 12


def matched(
    headings: Sequence[str],
    questions: Sequence[SurveyQuestion],
    languages: Sequence[Language],
    remembered: Mapping[str, str],
) -> tuple[str, ...]:
    """Return for each column the question's id, NUMBER, DAY, SOURCE, or LEFT_OUT; nothing is named twice.

    What was remembered goes first, then whole names, then the beginnings of questions, then their numbers.
    """
    names = _names(questions, languages)
    words = {folded(word) for language in languages for word in _words(language, _QUESTION_WORDS)}
    allowed = {NUMBER, DAY, SOURCE, *(question.id for question in questions)}
    found = [""] * len(headings)
    looks: tuple[Callable[[str], str], ...] = (
        lambda heading: remembered.get(folded(heading), ""),
        lambda heading: names.get(folded(heading), ""),
        lambda heading: _by_beginning(folded(heading), names),
        lambda heading: _by_number(heading, questions, words),
    )
    for look in looks:
        for at, heading in enumerate(headings):
            target = look(heading) if heading.strip() and not found[at] else ""
            if target in allowed and target not in found and remembered.get(folded(heading)) != LEFT_OUT:
                found[at] = target
    return tuple(found)


def folded(heading: str) -> str:
    """Return what a heading is known by: its letters and digits alone, in any spelling."""
    return _NO_WORD.sub("", search_key(heading))


def _names(questions: Sequence[SurveyQuestion], languages: Sequence[Language]) -> dict[str, str]:
    return {folded(name): target for target, name in reversed(list(_named(questions, languages)))}


def _named(questions: Sequence[SurveyQuestion], languages: Sequence[Language]) -> Iterator[tuple[str, str]]:
    models = {item.id: item for item in survey_model().items}
    for question in questions:
        yield from ((question.id, text) for _code, text in question.text.items())
        if question.model in models:
            yield question.id, question.model
            yield from ((question.id, text) for _code, text in models[question.model].text.items())
    for name, others in _OTHER_NAMES.items():
        for language in languages:
            yield name, language.gettext(field_of(SurveyAnswer, name).label)
            yield from ((name, word) for word in _words(language, others))


def _words(language: Language, message: str) -> list[str]:
    return [word.strip() for word in _BETWEEN_WORDS.split(language.gettext(message))]


def _by_beginning(heading: str, names: Mapping[str, str]) -> str:
    """Return what a heading that was cut off, or has a number before it, can only mean."""
    heading = heading.lstrip("0123456789 ")
    if len(heading) < _SHORTEST_BEGINNING:
        return ""
    found = {target for name, target in names.items() if name.startswith(heading)}
    return found.pop() if len(found) == 1 else ""


def _by_number(heading: str, questions: Sequence[SurveyQuestion], words: set[str]) -> str:
    numbered = _NUMBERED.fullmatch(search_key(heading))
    if numbered is None or not (not numbered[1] or folded(numbered[1]) in words):
        return ""
    number = int(numbered[2])
    by_order = (question.id for question in questions if question.order == number)
    by_place = (question.id for place, question in enumerate(questions, 1) if place == number)
    return next(by_order, next(by_place, ""))


def remembered(company: OpenCompany, survey: RecordId) -> Mapping[str, str]:
    """Return what the headings of earlier tables meant to a survey, by their folded text."""
    return {heading: target for of, heading, target in _remembered(company) if of == survey}


def remember(
    company: OpenCompany, survey: RecordId, headings: Sequence[str], matching: Sequence[str]
) -> None:
    """Keep in the company file what the headings of a table meant to a survey.

    Raises:
        AppError: it was not kept.
    """
    named = {folded(heading): target for heading, target in zip(headings, matching, strict=True)}
    named.pop("", None)
    new = [[survey, heading, target] for heading, target in named.items()]
    old = [list(one) for one in _remembered(company) if one[0] != survey or one[1] not in named]
    text = json.dumps([*new, *old][:_MOST_REMEMBERED], ensure_ascii=False, separators=(",", ":"))
    if text != company.habit(_HABIT):
        company.note_habit(_HABIT, text)


def _remembered(company: OpenCompany) -> list[tuple[str, str, str]]:
    try:
        kept = json.loads(company.habit(_HABIT) or "[]")
        return [(str(of), str(heading), str(target)) for of, heading, target in kept]
    except (ValueError, TypeError):
        # What another program left there is worth no failure.
        return []
