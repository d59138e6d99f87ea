"""Which cases of a company call for a corrective action by the usual rule, and have none."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from models.domain.fields import Record
from models.domain.ids import RecordId
from models.domain.ledger import Ledger
from models.domain.marking import N_
from models.domain.names import name_of
from models.domain.performance import Signal, performances, signal
from models.domain.records.audit import Finding, Grade
from models.domain.records.charter import Promise
from models.domain.records.correction import Action, ActionSource
from models.domain.records.operation import Breach, Complaint
from models.domain.sentences import Sentence
from models.domain.text import first_words

TIMES = 3
_QUOTED = 80
_NONCONFORMITIES = (Grade.MAJOR, Grade.MINOR)


class Trigger(StrEnum):
    """Why a case calls for an action."""

    SERIOUS = "serious"
    REPEATED = "repeated"
    RED_TWICE = "red_twice"
    FINDING = "finding"


TRIGGERS: Mapping[str, str] = {
    Trigger.SERIOUS: N_("A serious case"),
    Trigger.REPEATED: N_("Repeated three times"),
    Trigger.RED_TWICE: N_("An indicator red twice"),
    Trigger.FINDING: N_("An audit finding"),
}


@dataclass(frozen=True)
class Case:
    """A case without an action: why it calls for one, and the record that the action would come from."""

    trigger: Trigger
    record: Record
    sentence: Sentence


def untreated(ledger: Ledger, *triggers: Trigger) -> tuple[Case, ...]:
    """Return the cases that fit the usual rule and have no corrective action, serious ones first.

    triggers: the only ones that count; without any, all do.
    """
    return tuple(case for trigger in triggers or Trigger for case in _SEARCHES[trigger](ledger))


def _serious(ledger: Ledger) -> Iterator[Case]:
    for complaint in ledger.all(Complaint):
        is_serious = complaint.severity == "high" and not complaint.cancelled_because
        if is_serious and not _has_action(ledger, complaint):
            sentence = Sentence(
                N_("Serious complaint {no}: {text}"),
                no=complaint.no,
                text=first_words(complaint.text, _QUOTED),
            )
            yield Case(Trigger.SERIOUS, complaint, sentence)


def _repeated(ledger: Ledger) -> Iterator[Case]:
    """Yield promises broken or complained of three times; a failure that has both counts once."""
    by_promise: dict[RecordId, list[Complaint | Breach]] = {}
    for complaint in ledger.all(Complaint):
        if complaint.promise is not None and not complaint.cancelled_because:
            by_promise.setdefault(complaint.promise, []).append(complaint)
    for breach in ledger.all(Breach):
        if breach.promise is not None and ledger.find(Complaint, breach.complaint) is None:
            by_promise.setdefault(breach.promise, []).append(breach)
    treated = {one.promise for one in ledger.all(Action) if one.promise is not None}
    for promise_id, cases in by_promise.items():
        promise = ledger.find(Promise, promise_id)
        if promise is None or len(cases) < TIMES or promise_id in treated:
            continue
        if any(_has_action(ledger, case) for case in cases):
            continue
        sentence = Sentence(
            "The promise “{name}” was not kept, or complained of, {count} time.",
            "The promise “{name}” was not kept, or complained of, {count} times.",
            len(cases),
            name=name_of(promise, ledger),
        )
        yield Case(Trigger.REPEATED, cases[-1], sentence)


def _red(ledger: Ledger) -> Iterator[Case]:
    actions = [one for one in ledger.all(Action) if one.source == ActionSource.INDICATOR]
    indicators = {one.indicator for one in actions}
    promises = {one.promise for one in actions if one.promise is not None and one.indicator is None}
    for one in performances(ledger):
        last = [signal(one.indicator, value.value) for value in one.values[-2:]]
        is_treated = one.indicator.id in indicators or one.indicator.promise in promises
        if last == [Signal.RED, Signal.RED] and not is_treated:
            sentence = Sentence(
                N_("The indicator “{name}” was red twice in a row."), name=name_of(one.indicator, ledger)
            )
            yield Case(Trigger.RED_TWICE, one.indicator, sentence)


def _findings(ledger: Ledger) -> Iterator[Case]:
    for finding in ledger.all(Finding):
        is_settled = finding.closed_on is not None or _has_action(ledger, finding)
        if finding.grade in _NONCONFORMITIES and not is_settled:
            yield Case(
                Trigger.FINDING, finding, Sentence(N_("Audit finding: {name}"), name=name_of(finding, ledger))
            )


def _has_action(ledger: Ledger, record: Complaint | Breach | Finding) -> bool:
    return ledger.find(Action, record.action) is not None


_SEARCHES: Mapping[Trigger, Callable[[Ledger], Iterator[Case]]] = {
    Trigger.SERIOUS: _serious,
    Trigger.REPEATED: _repeated,
    Trigger.RED_TWICE: _red,
    Trigger.FINDING: _findings,
}
