"""A survey's figures as a report shows them: its time, what it is compared with, the pitfalls that apply."""

from __future__ import annotations

import dataclasses
from datetime import date

from models.content.survey import is_leading
from models.domain.fields import Record
from models.domain.ids import RecordId
from models.domain.ledger import Ledger
from models.domain.records.correction import Action, ActionSource
from models.domain.records.feedback import Analysis, Survey, SurveyAnswer, SurveyQuestion
from models.domain.records.operation import Complaint
from models.domain.survey.report import Material, View, survey_of, view_of
from models.localisation.language import Language
from models.localisation.periods import stretch_of
from models.services.action_sources import started
from models.services.company import OpenCompany

READ: tuple[type[Record], ...] = (Analysis, Survey, SurveyQuestion, SurveyAnswer, Complaint)
"""What the figures of a report are made of."""


def reports(ledger: Ledger) -> tuple[Analysis, ...]:
    """Return the reports, the newest time first."""
    return tuple(sorted(ledger.all(Analysis), key=lambda one: (one.end or date.min, one.id), reverse=True))


def figures(of: Material, language: Language) -> View:
    """Return the figures of a report; months and weeks are those of the language's calendar."""
    return view_of(
        of,
        lambda in_weeks: stretch_of(language, in_weeks=in_weeks),
        lambda question: is_leading(question.text),
    )


def new_report(ledger: Ledger, today: date) -> Analysis:
    """Return an unsaved report on the newest survey."""
    survey = survey_of(ledger, None)
    if survey is None:
        return Analysis(end=today)
    end = min(survey.end or today, today)
    return Analysis(survey=survey.id, start=survey.start, end=max(end, survey.start or end))


def action_from(company: OpenCompany, report: Analysis, decision: str, promise: RecordId | None) -> Action:
    """Save a corrective action that carries out a decision of a report, and return it."""
    action = dataclasses.replace(
        started(company, date.today()),
        source=ActionSource.SURVEY.value,
        promise=promise,
        problem=decision,
        trigger=report.title,
    )
    company.save(action)
    return action


def decisions_of(report: Analysis) -> tuple[str, ...]:
    """Return the decisions of a report, one on each line."""
    return tuple(line for one in report.decisions.splitlines() if (line := one.strip(" \t-–•·")))
