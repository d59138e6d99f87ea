"""Rules about the promises and what makes them real."""

from __future__ import annotations

from datetime import timedelta

from models.domain.gates.criterion import place
from models.domain.gates.facts import Facts
from models.domain.health.rule import Found, hint, serious, warning
from models.domain.promise_quality import LEGAL, word_count
from models.domain.records.charter import (
    Comment,
    ComplaintRule,
    Indicator,
    Procedure,
    Promise,
    Risk,
    Verdict,
)
from models.domain.sentences import Sentence

MOST_PROMISES = 8
MOST_WORDS = 30
HIGH_RISK = 10
_COMMENT_DAYS = timedelta(days=30)
_OUTSIDE_DAYS = timedelta(days=365)


def promise_without_indicator(facts: Facts) -> Found:
    """Find promises that nobody measures."""
    for promise in facts.all(Promise):
        if not facts.of(Indicator, "promise", promise.id):
            yield (
                Sentence("No indicator measures the promise “{name}”.", name=facts.name(promise)),
                place(Indicator),
            )


def promise_without_owner(facts: Facts) -> Found:
    """Find promises for which nobody answers, or somebody who is not here any more."""
    for promise in facts.all(Promise):
        person = facts.person(promise.owner)
        if person is None:
            yield (
                Sentence("The promise “{name}” has no owner.", name=facts.name(promise)),
                place(promise, "owner"),
            )
        elif not facts.is_here(person):
            reason = Sentence(
                "{person}, the owner of the promise “{name}”, is not here any more.",
                person=facts.name(person),
                name=facts.name(promise),
            )
            yield reason, place(promise, "owner")


def promise_without_remedy(facts: Facts) -> Found:
    """Find promises that do not say what happens when they are not kept."""
    for promise in facts.all(Promise):
        if field := facts.blank(promise, "remedy", "claim_how"):
            reason = Sentence(
                "The promise “{name}” does not say how a customer is compensated.", name=facts.name(promise)
            )
            yield reason, place(promise, field)


def remedy_without_authority(facts: Facts) -> Found:
    """Find remedies that nobody may grant."""
    for promise in facts.all(Promise):
        if promise.remedy and facts.blank(promise, "granted_by"):
            reason = Sentence(
                "Nobody is named who grants the remedy of the promise “{name}”.", name=facts.name(promise)
            )
            yield reason, place(promise, "granted_by")


def promise_without_legal_check(facts: Facts) -> Found:
    """Find promises that were not checked against the law."""
    for promise in facts.all(Promise):
        if field := facts.blank(promise, *LEGAL):
            reason = Sentence("The legal check of the promise “{name}” is open.", name=facts.name(promise))
            yield reason, place(promise, field)


def promise_without_procedure(facts: Facts) -> Found:
    """Find promises for which it is not written how they are kept."""
    for promise in facts.all(Promise):
        if not facts.of(Procedure, "promise", promise.id):
            reason = Sentence("No procedure says how the promise “{name}” is kept.", name=facts.name(promise))
            yield reason, place(Procedure)


def promise_without_risk(facts: Facts) -> Found:
    """Find promises of which nobody asked what could stop them."""
    for promise in facts.all(Promise):
        if not facts.of(Risk, "promise", promise.id):
            reason = Sentence(
                "It is not written what could stop the promise “{name}”.", name=facts.name(promise)
            )
            yield reason, place(Risk)


def promise_in_one_language(facts: Facts) -> Found:
    """Find promises of which a text stands in one language only."""
    for promise in facts.all(Promise):
        for field in ("text", "conditions", "limits", "remedy"):
            codes = {code for code, _text in getattr(promise, field).items()}
            others = {code for code, _text in promise.text.items()}
            if (codes and codes != others | codes) or (field == "text" and len(codes) == 1):
                reason = Sentence(
                    "The promise “{name}” is not written in every language.", name=facts.name(promise)
                )
                yield reason, place(promise, field)
                break


def promise_too_long(facts: Facts) -> Found:
    """Find promises that nobody reads to their end."""
    for promise in facts.all(Promise):
        words = word_count(promise.text)
        if words > MOST_WORDS:
            reason = Sentence(
                "The promise “{name}” has {words} words; up to {most} are read.",
                name=facts.name(promise),
                words=words,
                most=MOST_WORDS,
            )
            yield reason, place(promise, "text")


def too_many_promises(facts: Facts) -> Found:
    """Find a charter with more promises than anybody remembers."""
    count = len(facts.all(Promise))
    if count > MOST_PROMISES:
        reason = Sentence(
            "The charter has {count} promise; three to {most} are remembered.",
            "The charter has {count} promises; three to {most} are remembered.",
            count,
            most=MOST_PROMISES,
        )
        yield reason, place(Promise)


def indicator_without_target(facts: Facts) -> Found:
    """Find indicators that do not say what is good, or who counts and how often."""
    for card in facts.all(Indicator):
        if field := facts.blank(card, "target", "comparison", "frequency", "owner"):
            reason = Sentence(
                "The indicator “{name}” lacks its target, its direction, its frequency or its owner.",
                name=facts.name(card),
            )
            yield reason, place(card, field)


def high_risk_without_prevention(facts: Facts) -> Found:
    """Find high risks against which nothing is done."""
    for risk in facts.all(Risk):
        if (risk.level or 0) >= HIGH_RISK and (field := facts.blank(risk, "prevention", "owner")):
            reason = Sentence(
                "Nothing is planned against the high risk “{name}”, or nobody answers for it.",
                name=facts.name(risk),
            )
            yield reason, place(risk, field)


def comment_left_open(facts: Facts) -> Found:
    """Find comments about which nothing was decided within a month."""
    for comment in facts.all(Comment):
        is_old = comment.given_on is not None and comment.given_on + _COMMENT_DAYS < facts.today
        if comment.decision in ("", Verdict.OPEN) and is_old:
            reason = Sentence(
                "Nothing is decided about the comment of {who} for over a month.", who=facts.name(comment)
            )
            yield reason, place(comment, "decision")


def answer_before_receipt(facts: Facts) -> Found:
    """Find a complaint route that promises the answer before the receipt is confirmed."""
    rule = facts.sheet(ComplaintRule)
    first, last = rule.acknowledge_days, rule.answer_days
    if first is not None and last is not None and last < first:
        reason = Sentence("The complaint route promises the answer before the receipt is confirmed.")
        yield reason, place(rule, "answer_days")


def outside_body_unchecked(facts: Facts) -> Found:
    """Find an outside body whose address nobody checked for a year."""
    rule = facts.sheet(ComplaintRule)
    if not rule.outside_body:
        return
    checked = rule.outside_checked_on
    if checked is None or checked + _OUTSIDE_DAYS < facts.today:
        reason = Sentence("For a year nobody checked whether the outside body can still be reached.")
        yield reason, place(rule, "outside_checked_on")


RULES = (
    serious(3, promise_without_indicator),
    serious(3, promise_without_owner),
    serious(3, promise_without_remedy),
    warning(3, remedy_without_authority),
    serious(3, promise_without_legal_check),
    warning(3, promise_without_procedure),
    hint(3, promise_without_risk),
    warning(3, promise_in_one_language),
    hint(3, promise_too_long),
    hint(3, too_many_promises),
    warning(3, indicator_without_target),
    warning(3, high_risk_without_prevention),
    warning(3, comment_left_open),
    serious(3, answer_before_receipt),
    hint(3, outside_body_unchecked),
)
