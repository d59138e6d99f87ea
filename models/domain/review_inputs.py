"""What the records of its period say on each item of a management review's agenda."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from models.domain import review_results, review_system
from models.domain.gates.facts import Facts
from models.domain.records.audit import Review
from models.domain.records.feedback import Survey
from models.domain.reported import Period, Report, period_of, previous

_Reporter = Callable[[Facts, Review, Period], Report]


def report_on(topic: str, facts: Facts, review: Review) -> Report:
    """Return what is reported on one item of the agenda; nothing for an item that has no figures.

    topic: id of the agenda's item, as in resources/content/review.toml.
    """
    reporter = _REPORTERS.get(topic)
    return reporter(facts, review, period_of(facts, review)) if reporter else Report(())


def _last_decisions(facts: Facts, review: Review, period: Period) -> Report:
    return review_system.last_decisions(facts, previous(facts, review), period)


def _suggestions(facts: Facts, _review: Review, period: Period) -> Report:
    surveys = [one.id for one in facts.all(Survey) if period.meets(one.start, one.end)]
    return review_system.suggestions(facts, period, surveys)


_REPORTERS: Mapping[str, _Reporter] = {
    "RI-1": _last_decisions,
    "RI-2": lambda facts, _review, period: review_system.changes(facts, period),
    "RI-3": lambda facts, _review, period: review_results.indicators(facts, period),
    "RI-4": lambda facts, _review, period: review_results.satisfaction(facts, period),
    "RI-5": lambda facts, _review, period: review_results.complaints(facts, period),
    "RI-6": lambda facts, _review, period: review_system.audits(facts, period),
    "RI-7": lambda facts, _review, _period: review_system.people_and_means(facts),
    "RI-8": lambda facts, _review, period: review_system.suppliers(facts, period),
    "RI-9": lambda facts, _review, period: review_system.risks(facts, period),
    "RI-10": _suggestions,
}
