"""What the records say about the points that must be ready before the charter starts."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from models.domain.gates import step3, step4, step5
from models.domain.gates.criterion import Outcome, met, place, unmet
from models.domain.gates.facts import Facts, label
from models.domain.numbering import revision_in_force
from models.domain.records.charter import Indicator, Promise, Resource
from models.domain.records.control import CompanySettings, Holiday
from models.domain.records.operation import Display, Launch, SupplierNotice
from models.domain.sentences import Sentence


def old_displays(facts: Facts) -> list[Display]:
    """Return the displays that stand and carry another revision of the charter than the one in force."""
    revision = revision_in_force(facts.ledger, step3.CHARTER)
    if not revision:
        return []
    return [
        one
        for one in facts.all(Display)
        if step5.stands(facts, one) and one.revision and one.revision != revision
    ]


def same_revision(facts: Facts) -> Outcome:
    """Judge whether every display that stands carries the revision in force."""
    revision = revision_in_force(facts.ledger, step3.CHARTER)
    standing = [one for one in facts.all(Display) if step5.stands(facts, one)]
    if not revision:
        return unmet(Sentence("No revision of the charter has been issued yet."), place(Display))
    if not standing:
        return unmet(Sentence("Nothing is hung up or published yet."), place(Display))
    old = old_displays(facts)
    if old:
        reason = Sentence(
            "{count} of {total} displays carries another revision than {revision}; the first is “{first}”.",
            "{count} of {total} displays carry another revision than {revision}; the first is “{first}”.",
            len(old),
            total=len(standing),
            revision=revision,
            first=facts.name(old[0]),
        )
        return unmet(reason, place(old[0], "revision"))
    bare = next((one for one in standing if not one.revision), None)
    if bare is not None:
        reason = Sentence("It is not written which revision hangs at “{place}”.", place=facts.name(bare))
        return unmet(reason, place(bare, "revision"))
    reason = Sentence(
        "{count} display carries revision {revision}.",
        "All {count} displays carry revision {revision}.",
        len(standing),
        revision=revision,
    )
    return met(reason, place(Display))


def staff_ready(facts: Facts) -> Outcome:
    """Judge whether everybody who meets customers was trained and has passed the test."""
    trained = step4.staff_trained(facts)
    return step4.tests_passed(facts) if trained.is_met else trained


def remedies_at_hand(facts: Facts) -> Outcome:
    """Judge whether nothing is missing that a promise needs."""
    needs = facts.all(Resource)
    if not needs:
        return unmet(Sentence("It is not written yet what the promises need."), place(Resource))
    lacking = [one for one in needs if one.missing.strip()]
    if lacking:
        reason = Sentence(
            "{count} of {total} things that the promises need is missing; the first is “{first}”.",
            "{count} of {total} things that the promises need are missing; the first is “{first}”.",
            len(lacking),
            total=len(needs),
            first=facts.name(lacking[0]),
        )
        return unmet(reason, place(lacking[0], "missing"))
    return met(Sentence("Nothing that the promises need is missing."), place(Resource))


def suppliers_told(facts: Facts) -> Outcome:
    """Judge whether every supplier in the list was told and has agreed."""
    notices = facts.all(SupplierNotice)
    if not notices:
        reason = Sentence("No supplier is listed; where none has a part, the point is not needed.")
        return unmet(reason, place(SupplierNotice))
    for notice in notices:
        if field := facts.blank(notice, "told_on", "is_agreed"):
            reason = Sentence(
                "{name} has not been told, or has not agreed to their part yet.", name=facts.name(notice)
            )
            return unmet(reason, place(notice, field))
    reason = Sentence(
        "{count} supplier was told and has agreed.",
        "All {count} suppliers were told and have agreed.",
        len(notices),
    )
    return met(reason, place(SupplierNotice))


def counting_ready(facts: Facts) -> Outcome:
    """Judge whether each promise has an indicator that says how often it is measured, and by whom."""
    promises = facts.all(Promise)
    if not promises:
        return unmet(Sentence("There is no promise to measure yet."), place(Promise))
    for promise in promises:
        cards = facts.of(Indicator, "promise", promise.id)
        if not cards:
            reason = Sentence("The promise “{name}” has no indicator.", name=facts.name(promise))
            return unmet(reason, place(Indicator))
        for card in cards:
            if field := facts.blank(card, "frequency", "owner"):
                reason = Sentence(
                    "In the indicator “{name}”, “{field}” is empty.",
                    name=facts.name(card),
                    field=label(card, field),
                )
                return unmet(reason, place(card, field))
    return met(Sentence("Every indicator says how often it is measured, and by whom."), place(Indicator))


def rules_written(facts: Facts) -> Outcome:
    """Judge whether the privacy rule and the returns rule are written."""
    launch = facts.sheet(Launch)
    if field := facts.blank(launch, "privacy_rule", "returns_rule"):
        return unmet(Sentence("“{field}” is empty.", field=label(launch, field)), place(launch, field))
    return met(Sentence("Both rules are written."), place(launch, "privacy_rule"))


def holidays_set(facts: Facts) -> Outcome:
    """Judge whether the days off are known and a holiday lies ahead: every year has some."""
    settings = facts.sheet(CompanySettings)
    ahead = [one for one in facts.all(Holiday) if one.first and (one.last or one.first) >= facts.today]
    if not ahead:
        return unmet(Sentence("No holiday from today on is entered."), place(Holiday))
    if not settings.days_off:
        return unmet(Sentence("It is not entered which days of the week are off."), place(Holiday))
    reason = Sentence(
        "{count} holiday from today on is entered.",
        "{count} holidays from today on are entered.",
        len(ahead),
    )
    return met(reason, place(Holiday))


JUDGES: Mapping[str, Callable[[Facts], Outcome]] = {
    "charter_approved": step3.charter_approved,
    "charter_visible": step5.charter_visible,
    "same_revision": same_revision,
    "staff_ready": staff_ready,
    "authority_signed": step4.authority_signed,
    "remedies_at_hand": remedies_at_hand,
    "route_written": step3.route_written,
    "route_tested": step5.route_tested,
    "suppliers_told": suppliers_told,
    "counting_ready": counting_ready,
    "rules_written": rules_written,
    "holidays_set": holidays_set,
}
"""What judges a point of the model list, by its id."""
