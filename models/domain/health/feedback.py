"""Rules about measuring: indicators, surveys, reports."""

from __future__ import annotations

from datetime import timedelta

from models.domain.action_triggers import Trigger, untreated
from models.domain.gates.criterion import place
from models.domain.gates.facts import Facts
from models.domain.gates.step6 import is_valid
from models.domain.health.rule import Found, hint, serious, warning
from models.domain.performance import performances
from models.domain.records.correction import Action
from models.domain.records.feedback import Analysis, IndicatorValue, Survey, SurveyAnswer, SurveyQuestion
from models.domain.sentences import Sentence
from models.domain.statistics import is_small

_DAYS = {"daily": 7, "weekly": 21, "monthly": 62, "quarterly": 185}
_REPORT_DAYS = timedelta(days=45)
_MOST_INVALID = 10


def indicator_red_twice(facts: Facts) -> Found:
    """Find indicators that were red twice in a row while nobody looked for the cause."""
    for case in untreated(facts.ledger, Trigger.RED_TWICE):
        reason = Sentence(
            "The indicator “{name}” was red twice, and no corrective action was opened.",
            name=facts.name(case.record),
        )
        yield reason, place(Action)


def indicator_without_values(facts: Facts) -> Found:
    """Find indicators whose newest value is older than their frequency allows."""
    for one in performances(facts.ledger):
        allowed = _DAYS.get(one.indicator.frequency)
        newest = one.latest.end if one.latest else None
        if allowed and newest and newest + timedelta(days=allowed) < facts.today:
            reason = Sentence(
                "The newest value of the indicator “{name}” is of {day}.",
                name=facts.name(one.indicator),
                day=newest,
            )
            yield reason, place(IndicatorValue)


def sample_too_small(facts: Facts) -> Found:
    """Find surveys whose figures cannot bear percentages."""
    for survey in facts.all(Survey):
        valid = [one for one in facts.of(SurveyAnswer, "survey", survey.id) if is_valid(one)]
        if valid and is_small(len(valid)):
            reason = Sentence(
                "The survey “{name}” has {count} valid answer: too few for percentages.",
                "The survey “{name}” has {count} valid answers: too few for percentages.",
                len(valid),
                name=facts.name(survey),
            )
            yield reason, place(survey, "needed")


def survey_without_rule(facts: Facts) -> Found:
    """Find surveys of which nobody knows whom they ask."""
    for survey in facts.all(Survey):
        if field := facts.blank(survey, "rule"):
            reason = Sentence(
                "It is not written how the survey “{name}” chooses whom to ask.", name=facts.name(survey)
            )
            yield reason, place(survey, field)


def survey_without_questions(facts: Facts) -> Found:
    """Find surveys that ask nothing."""
    for survey in facts.all(Survey):
        if not facts.of(SurveyQuestion, "survey", survey.id):
            reason = Sentence("The survey “{name}” has no questions yet.", name=facts.name(survey))
            yield reason, place(SurveyQuestion)


def many_answers_set_aside(facts: Facts) -> Found:
    """Find surveys in which more than a tenth of the answers does not count."""
    for survey in facts.all(Survey):
        answers = facts.of(SurveyAnswer, "survey", survey.id)
        invalid = sum(bool(one.invalid_because) for one in answers)
        if invalid * _MOST_INVALID > len(answers):
            reason = Sentence(
                "{count} answer of the survey “{name}” was set aside; a bad answer is no reason.",
                "{count} answers of the survey “{name}” were set aside; a bad answer is no reason.",
                invalid,
                name=facts.name(survey),
            )
            yield reason, place(SurveyAnswer)


def survey_without_report(facts: Facts) -> Found:
    """Find surveys that ended weeks ago and that no report has looked at."""
    reported = max((one.end for one in facts.all(Analysis) if one.end), default=None)
    for survey in facts.all(Survey):
        ended = survey.end
        if ended is None or ended + _REPORT_DAYS > facts.today:
            continue
        if reported is None or reported < (survey.start or ended):
            reason = Sentence(
                "The survey “{name}” ended on {day}, and no report tells what it showed.",
                name=facts.name(survey),
                day=ended,
            )
            yield reason, place(Analysis)


def report_unsigned(facts: Facts) -> Found:
    """Find reports that nobody signed."""
    for report in facts.all(Analysis):
        if field := facts.blank(report, "signed_by", "signed_on"):
            reason = Sentence("The report “{name}” is not signed.", name=facts.name(report))
            yield reason, place(report, field)


RULES = (
    serious(6, indicator_red_twice),
    warning(6, indicator_without_values),
    hint(6, sample_too_small),
    warning(6, survey_without_rule),
    warning(6, survey_without_questions),
    warning(6, many_answers_set_aside),
    warning(6, survey_without_report),
    warning(6, report_unsigned),
)
