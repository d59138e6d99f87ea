"""Exit criteria of step 6, feedback."""

from __future__ import annotations

from datetime import date

from models.domain.gates.criterion import Criterion, Outcome, met, place, unmet
from models.domain.gates.facts import Facts, label
from models.domain.records.charter import Indicator, Promise
from models.domain.records.feedback import Analysis, IndicatorValue, Survey, SurveyAnswer
from models.domain.sentences import Sentence

PERIODS = 2

NO_ANSWER = ("", "-", "–", "—")


def answers_reached(facts: Facts) -> Outcome:
    """Judge whether the newest survey has the answers it needs, or says why not."""
    survey = newest_survey(facts)
    if survey is None:
        return unmet(Sentence("There is no survey yet."), place(Survey))
    if survey.needed is None:
        reason = Sentence(
            "It is not set how many answers the survey “{name}” needs.", name=facts.name(survey)
        )
        return unmet(reason, place(survey, "needed"))
    valid = sum(is_valid(answer) for answer in facts.of(SurveyAnswer, "survey", survey.id))
    if valid >= survey.needed:
        reason = Sentence(
            "{count} valid answer came in, {needed} were needed.",
            "{count} valid answers came in, {needed} were needed.",
            valid,
            needed=survey.needed,
        )
        return met(reason, place(SurveyAnswer))
    if survey.shortfall_reason.strip():
        reason = Sentence(
            "{count} of {needed} answers came in; the reason for the shortfall is written.",
            "{count} of {needed} answers came in; the reason for the shortfall is written.",
            valid,
            needed=survey.needed,
        )
        return met(reason, place(survey, "shortfall_reason"))
    reason = Sentence(
        "{count} of {needed} valid answers came in, and no reason for the shortfall is written.",
        "{count} of {needed} valid answers came in, and no reason for the shortfall is written.",
        valid,
        needed=survey.needed,
    )
    return unmet(reason, place(survey, "shortfall_reason"))


def periods_measured(facts: Facts) -> Outcome:
    """Judge whether every promise was measured in at least two periods."""
    promises = facts.all(Promise)
    if not promises:
        return unmet(Sentence("There is no promise to measure yet."), place(Promise))
    loose = [promise for promise in promises if _periods(facts, promise) < PERIODS]
    if loose:
        reason = Sentence(
            "{count} of {total} promises was measured in fewer than {needed} periods; "
            "the first is “{first}”.",
            "{count} of {total} promises were measured in fewer than {needed} periods; "
            "the first is “{first}”.",
            len(loose),
            total=len(promises),
            needed=PERIODS,
            first=facts.name(loose[0]),
        )
        return unmet(reason, place(IndicatorValue))
    reason = Sentence("Every promise was measured in at least {needed} periods.", needed=PERIODS)
    return met(reason, place(IndicatorValue))


def report_signed(facts: Facts) -> Outcome:
    """Judge whether an analysis report with decisions is signed."""
    report = _report(facts)
    if report is None:
        return unmet(_NO_REPORT, place(Analysis))
    if field := facts.blank(report, *_SIGNED):
        reason = Sentence(
            "The analysis report “{name}” is not signed with its decisions: “{field}” is empty.",
            name=facts.name(report),
            field=label(report, field),
        )
        return unmet(reason, place(report, field))
    reason = Sentence(
        "{name} signed the analysis report on {day}.", name=facts.who(report.signed_by), day=report.signed_on
    )
    return met(reason, place(report))


def limits_stated(facts: Facts) -> Outcome:
    """Judge whether the report says how far its figures can be trusted."""
    report = _report(facts)
    if report is None:
        return unmet(_NO_REPORT, place(Analysis))
    if not report.limits.strip():
        reason = Sentence(
            "The analysis report “{name}” does not state the limits of its data.", name=facts.name(report)
        )
        return unmet(reason, place(report, "limits"))
    reason = Sentence("The analysis report “{name}” states the limits of its data.", name=facts.name(report))
    return met(reason, place(report, "limits"))


CRITERIA = (
    Criterion("S6-E1", "S6-T4", answers_reached),
    Criterion("S6-E2", "S6-T6", periods_measured),
    Criterion("S6-E3", "S6-T9", report_signed),
    Criterion("S6-E4", "S6-T9", limits_stated),
)

_NO_REPORT = Sentence("There is no analysis report yet.")
_SIGNED = ("decisions", "signed_by", "signed_on")


def newest_survey(facts: Facts) -> Survey | None:
    """Return the survey that started last; one without a day, or still to come, only where no other is."""

    def started(survey: Survey) -> date:
        return survey.start if survey.start and facts.has_come(survey.start) else date.min

    # Of equals the one entered last: max would take the first.
    return max(reversed(facts.all(Survey)), key=started, default=None)


def is_valid(answer: SurveyAnswer) -> bool:
    """Return whether a customer's answers count: something was answered, and nobody set them aside."""
    return not answer.invalid_because and any(part.strip() not in NO_ANSWER for part in answer.answers)


def _periods(facts: Facts, promise: Promise) -> int:
    return len(
        {
            value.end
            for card in facts.of(Indicator, "promise", promise.id)
            for value in facts.of(IndicatorValue, "indicator", card.id)
            if value.end is not None and value.value is not None
        }
    )


def _report(facts: Facts) -> Analysis | None:
    """Return the newest report that is signed with its decisions, or else the newest."""
    reports = sorted(facts.all(Analysis), key=lambda report: report.end or date.min)
    signed = [report for report in reports if not facts.blank(report, *_SIGNED)]
    return next(reversed(signed or reports), None)
