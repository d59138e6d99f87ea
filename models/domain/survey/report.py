"""What a report on a survey is made of: survey, time, what it is compared with, pitfalls that apply."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from models.domain.ledger import Ledger
from models.domain.records.feedback import Analysis, Survey, SurveyAnswer, SurveyQuestion
from models.domain.records.operation import Complaint
from models.domain.survey.analysis import Period, SurveyAnalysis, Window, analysis
from models.domain.survey.comparison import Comparison, comparisons
from models.domain.survey.pitfalls import Pitfall, pitfalls
from models.domain.survey.results import questions_of

PeriodOf = Callable[[date], Period]

_IN_WEEKS_UP_TO_DAYS = 62


@dataclass(frozen=True)
class Side:
    """One survey with its questions and the answers that are looked at."""

    survey: Survey
    questions: Sequence[SurveyQuestion]
    window: Window


@dataclass(frozen=True)
class Material:
    """Everything the figures are made of, gathered at one moment; `view_of` may run in any thread.

    answers: of all surveys. before: what is compared with, None for nothing. complaints: of the same time.
    """

    after: Side
    before: Side | None
    answers: Sequence[SurveyAnswer]
    complaints: int


@dataclass(frozen=True)
class View:
    """The figures of a report. compared: empty where nothing is compared; in_weeks: what the periods are."""

    found: SurveyAnalysis
    before: SurveyAnalysis | None
    compared: tuple[Comparison, ...]
    pitfalls: tuple[Pitfall, ...]
    in_weeks: bool


def survey_of(ledger: Ledger, report: Analysis | None) -> Survey | None:
    """Return the survey that a report is about: the one chosen, or else the newest one of its time."""
    chosen = ledger.find(Survey, report.survey) if report else None
    if chosen is not None:
        return chosen
    asking = {question.survey for question in ledger.all(SurveyQuestion)}
    surveys = [one for one in ledger.all(Survey) if one.id in asking]
    if report is not None and report.end is not None:
        surveys = [one for one in surveys if one.start is None or one.start <= report.end] or surveys
    return max(reversed(surveys), key=lambda one: one.start or date.min, default=None)


def material(ledger: Ledger, report: Analysis | None, source: str = "") -> Material | None:
    """Return what the figures of a report are made of, None before there is a survey with questions.

    source: only answers that came in this way, "" for all.
    """
    survey = survey_of(ledger, report)
    if survey is None:
        return None
    window = Window(report.start if report else None, report.end if report else None, source)
    complaints = [one for one in ledger.all(Complaint) if not one.cancelled_because]
    return Material(
        Side(survey, questions_of(ledger, survey.id), window),
        _before(ledger, report, survey, window),
        ledger.all(SurveyAnswer),
        sum(window.holds_day(one.received_on) for one in complaints),
    )


def _before(ledger: Ledger, report: Analysis | None, survey: Survey, window: Window) -> Side | None:
    """Return what a report is compared with; the same survey means the time before, as long as its own."""
    other = ledger.find(Survey, report.compared_with) if report else None
    if other is None:
        return None
    if other.id != survey.id:
        return Side(other, questions_of(ledger, other.id), Window(source=window.source))
    earlier = window.before()
    return Side(survey, questions_of(ledger, survey.id), earlier) if earlier is not None else None


def view_of(
    of: Material,
    period_of: Callable[[bool], PeriodOf],
    is_leading: Callable[[SurveyQuestion], bool],
) -> View:
    """Return the figures of a report.

    Args:
        of: what they are made of.
        period_of: returns what tells the week of a day, where it is given True, or else the month.
        is_leading: tells whether a question steers its answer.
    """
    own = [answer for answer in of.answers if answer.survey == of.after.survey.id]
    days = {answer.answered_on for answer in own}
    known = [day for day in days if day is not None and of.after.window.holds_day(day)]
    in_weeks = not known or (max(known) - min(known)).days < _IN_WEEKS_UP_TO_DAYS
    period = period_of(in_weeks)
    found = analysis(of.after.survey, of.after.questions, own, period, of.after.window)
    before = None
    if of.before is not None:
        side = of.before
        theirs = (answer for answer in of.answers if answer.survey == side.survey.id)
        before = analysis(side.survey, side.questions, theirs, period, side.window)
    compared = comparisons(before, found) if before else ()
    return View(found, before, compared, pitfalls(found, compared, of.complaints, is_leading), in_weeks)
