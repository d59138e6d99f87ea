"""Sorting open answers by theme: marking, merging, renaming and removing, each one step to undo."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable

from models.content.survey import survey_model, words_of
from models.domain.errors import AppError
from models.domain.fields import field_of
from models.domain.ids import RecordId
from models.domain.marking import N_
from models.domain.records.feedback import Theme, ThemeMark
from models.domain.resting import Resting
from models.domain.survey.themes import OpenAnswer, Word, counting_words, themes_of
from models.domain.validation import refusal_of
from models.localisation.text import normalise, search_key
from models.services.company import OpenCompany
from models.services.editing import ValueRefused

MOST_WORDS = 24


class ThemeUnnamed(AppError):
    """A theme without a name."""

    message = N_("Write what the theme is called.")


class ThemeThere(AppError):
    """A theme of that name is there."""

    message = N_("There is a theme “{name}” already.")


def add_theme(company: OpenCompany, survey: RecordId, name: str) -> Theme:
    """Save a new theme of a survey and return it.

    Raises:
        ThemeUnnamed, ThemeThere, ValueRefused: nothing was saved.
    """
    theme = Theme(survey=survey, name=_checked(company, survey, name, None))
    company.save(theme)
    return theme


def rename_theme(company: OpenCompany, theme: Theme, name: str) -> Theme:
    """Give a theme another name and return it.

    Raises:
        ThemeUnnamed, ThemeThere, ValueRefused: nothing was saved.
    """
    renamed = dataclasses.replace(theme, name=_checked(company, theme.survey, name, theme.id))
    company.save(renamed)
    return renamed


def _checked(company: OpenCompany, survey: RecordId | None, name: str, own: RecordId | None) -> str:
    name = " ".join(normalise(name).split())
    if not name:
        raise ThemeUnnamed
    refused = refusal_of(field_of(Theme, "name"), name)
    if refused is not None:
        raise ValueRefused(refused)
    others = (theme for theme in themes_of(company, survey) if theme.id != own)
    if any(search_key(other.name) == search_key(name) for other in others):
        raise ThemeThere(name=name)
    return name


def toggle(company: OpenCompany, answer: OpenAnswer, theme: Theme) -> None:
    """Mark an answer with a theme, or take the mark away."""
    marks = [
        mark
        for mark in company.all(ThemeMark)
        if mark.theme == theme.id and (mark.answer, mark.question) == (answer.sheet.id, answer.question.id)
    ]
    if marks:
        company.delete(marks)
    else:
        company.save(ThemeMark(theme=theme.id, answer=answer.sheet.id, question=answer.question.id))


def merge(company: OpenCompany, gone: Theme, into: Theme) -> None:
    """Give the answers of one theme to another and take the first one away, in one step."""
    there = {(mark.answer, mark.question) for mark in _marks(company, into)}
    moved, doubled = [], []
    for mark in _marks(company, gone):
        if (mark.answer, mark.question) in there:
            doubled.append(mark)
        else:
            there.add((mark.answer, mark.question))
            moved.append(dataclasses.replace(mark, theme=into.id))
    company.save_all(moved, doomed=[*doubled, gone])


def remove(company: OpenCompany, theme: Theme) -> None:
    """Take a theme away with its marks, in one step; the answers stay."""
    company.delete([*_marks(company, theme), theme])


def _marks(company: OpenCompany, theme: Theme) -> list[ThemeMark]:
    return [mark for mark in company.all(ThemeMark) if mark.theme == theme.id]


def counting_words_in(answers: Iterable[OpenAnswer], most: int = MOST_WORDS) -> Resting[tuple[Word, ...]]:
    """Return the most frequent words of answers that say something of what they are about; it may rest."""
    stop_words = words_of(survey_model().stop_words)
    return counting_words((answer.text for answer in answers), search_key, stop_words, most)
