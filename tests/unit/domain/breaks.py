"""Changes to the full company, and the exit criteria that they break or leave alone."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, timedelta

from models.domain.fields import Record
from models.domain.ids import RecordId
from models.domain.ledger import Records
from models.domain.records.audit import Audit, Review
from models.domain.records.charter import Verdict
from models.domain.records.commitment import Objective
from models.domain.records.control import Person
from models.domain.records.correction import Action
from models.domain.records.feedback import Survey
from models.domain.records.organisation import GapRound, Organisation
from models.domain.registers import REGISTERS
from models.domain.text import LocalText
from tests.unit.domain.company import (
    LAUNCH,
    OWNER,
    PROMISES,
    TODAY,
    both,
    changed,
    full_company,
    with_more,
    without,
)

Change = Callable[[], Records]
EMPTY = LocalText()


def removal(*records: str) -> Change:
    return lambda: without(*records)


def change(record: str, **values: object) -> Change:
    return lambda: changed(record, **values)


def addition(*records: Record) -> Change:
    return lambda: with_more(*records)


def answer(round_: str, question: str, **values: str) -> Change:
    return change(f"{round_} {question}", **values)


TALKS = [f"talk {no}" for no in range(10)]


def four_customers() -> Records:
    kept = [one for one in everything(full_company()) if one.id not in TALKS[4:]]
    return Records([*kept, Organisation(id=RecordId("organisation"), customer_count=4)])


def nothing_excluded() -> Records:
    return Records(
        one for one in everything(changed("scope", nothing_excluded=True)) if one.id != "exclusion"
    )


def shortfall_explained() -> Records:
    return changed("survey", needed=90, shortfall_reason="Ramadan")


def postponed(why: str) -> Records:
    late = Action(no="A-2", due=date(2026, 11, 1), new_due=date(2026, 12, 1), new_due_reason=why)
    return with_more(late)


def everything(ledger: Records) -> Iterable[Record]:
    """Yield all records of a company."""
    return (one for row in REGISTERS for one in ledger.all(row.record))


BREAKS: list[tuple[str, str, Change]] = [
    ("no answer", "S1-E1", removal("first Q102")),
    ("an answer without score", "S1-E1", answer("first", "Q401", score="")),
    ("not applicable without reason", "S1-E1", answer("first", "Q501", reason=" ")),
    ("nine talks", "S1-E2", removal("talk 0")),
    ("a talk in which nothing was said", "S1-E2", change("talk 3", pleases=" ")),
    ("a weighty gap without owner", "S1-E3", change("first Q301", owner=None)),
    ("a weighty gap without date", "S1-E3", change("first Q101", due=None)),
    ("a gap whose owner was deleted", "S1-E3", change("first Q301", owner=RecordId("nobody"))),
    ("no signature under the report", "S1-E4", change("first", signed_by=None)),
    ("no day under the report", "S1-E4", change("first", signed_on=None)),
    ("a policy that nobody approved", "S2-E1 S8-E5", change("D1", approved_by=None)),
    ("a policy approved on no day", "S2-E1 S8-E5", change("D1", approved_on=None)),
    ("a scope without customer groups", "S2-E2", change("scope", customer_groups=EMPTY)),
    ("a scope without places", "S2-E2", change("scope", sites=LocalText(en=" "))),
    ("an exclusion without reason", "S2-E2", change("exclusion", reason=EMPTY)),
    ("no word on exclusions", "S2-E2", removal("exclusion")),
    ("no charter owner", "S2-E3", removal("charter_owner")),
    ("no complaint officer", "S2-E3", change("complaint_officer", person=None)),
    ("no internal auditor", "S2-E3", removal("internal_auditor")),
    ("an auditor who left", "S2-E3", change("auditor", left_on=TODAY)),
    ("no deputy", "S2-E3", change("charter_owner", deputy=None)),
    ("the owner as their own deputy", "S2-E3", change("charter_owner", deputy=OWNER)),
    ("one objective", "S2-E4", removal("objective 1")),
    ("an objective without baseline", "S2-E4", change("objective 2", baseline=None)),
    ("an objective without target", "S2-E4", change("objective 2", target=None)),
    ("an objective without date", "S2-E4", change("objective 2", due=None)),
    ("an objective without owner", "S2-E4", change("objective 2", owner=None)),
    ("an announcement on no day", "S2-E5", change("policy", announced_on=None)),
    ("an announcement in no way", "S2-E5", change("policy", announced_how="")),
    ("two promises", "S3-E1", removal(PROMISES[0])),
    ("a promise without number", "S3-E1", change(PROMISES[0], number=None)),
    ("a promise without unit", "S3-E1", change(PROMISES[0], unit=EMPTY)),
    ("a promise without time limit", "S3-E1", change(PROMISES[0], time_limit=EMPTY)),
    ("a promise without conditions", "S3-E1", change(PROMISES[1], conditions=EMPTY)),
    ("a promise without remedy", "S3-E1", change("always", remedy=EMPTY)),
    ("a promise without text", "S3-E1", change("always", text=EMPTY)),
    ("an always promise without target", "S3-E1 S3-E2", change("card of always", target=None)),
    ("a promise without target", "S3-E2", change(f"card of {PROMISES[0]}", target=None)),
    ("a promise without indicator", "S3-E2 S6-E2", removal(f"card of {PROMISES[0]}")),
    ("a promise without owner", "S3-E2", change(PROMISES[0], owner=None)),
    ("no comment", "S3-E3", removal("yes", "no")),
    ("an open comment", "S3-E3", change("yes", decision=Verdict.OPEN)),
    ("a comment without decision", "S3-E3", change("yes", decision="")),
    ("a refusal without reason", "S3-E3", change("no", reason="")),
    ("a promise that is not lawful", "S3-E4", change(PROMISES[2], is_lawful=False)),
    ("a legal check by nobody", "S3-E4", change(PROMISES[2], checked_by=None)),
    ("a legal check on no day", "S3-E4", change(PROMISES[2], checked_on=None)),
    ("a complaint route without a way", "S3-E5", change("complaint_rule", channels=())),
    ("a complaint route without time limit", "S3-E5", change("complaint_rule", answer_days=None)),
    ("a complaint route that nobody decides", "S3-E5", change("complaint_rule", decision_by=None)),
    ("no outside body", "S3-E5", change("complaint_rule", outside_body=EMPTY)),
    ("a charter that nobody approved", "S3-E6 S8-E5", change("D2", approved_by=None)),
    ("somebody who was not trained", "S4-E1", change("waiter there", person=RecordId("deputy"))),
    ("training after the launch", "S4-E1", change("session", held_on=LAUNCH + timedelta(days=1))),
    ("a failed test", "S4-E2", change("waiter passes", score=5)),
    ("no test", "S4-E2", removal("waiter passes", "waiter fails")),
    ("a higher pass mark", "S4-E2", change("training_rule", pass_mark=7)),
    ("no pass mark", "S4-E2", change("training_rule", pass_mark=None)),
    ("no authority table", "S4-E3", removal("authority")),
    ("an authority without remedy", "S4-E3", change("authority", remedy="")),
    ("an authority table that nobody signed", "S4-E3", change("training_rule", authority_signed_by=None)),
    ("an authority table signed on no day", "S4-E3", change("training_rule", authority_signed_on=None)),
    ("a session without trainer", "S4-E4", change("session", trainer=None)),
    ("a session without length", "S4-E4", change("session", minutes=None)),
    ("a sheet that somebody did not sign", "S4-E4", change("waiter there", signed=False)),
    ("a session without attendance", "S4-E4", change("planned", is_held=True, trainer=OWNER, minutes=9)),
    ("a channel without display", "S5-E1", removal("wall")),
    ("a removed display", "S5-E1", change("wall", removed_on=TODAY)),
    ("a display still to come", "S5-E1", change("wall", installed_on=TODAY + timedelta(days=1))),
    ("a display without proof", "S5-E1", change("wall", proof="")),
    ("a display without file", "S5-E1", removal("photo")),
    ("another channel", "S5-E1", change("scope", channels=("premises", "phone", "website"))),
    ("a route that was not tested", "S5-E2", change("launch", route_tested_on=None)),
    ("a test by nobody", "S5-E2", change("launch", route_tested_by=None)),
    ("a test without result", "S5-E2", change("launch", route_result="")),
    ("three weeks", "S5-E3", removal("week 0")),
    ("a week left out", "S5-E3", removal("week 2")),
    ("a week not counted", "S5-E3", change("week 1", kept=None)),
    ("a complaint that nobody confirmed", "S5-E4", change("complaint", acknowledged_on=None)),
    ("too few answers", "S6-E1", removal("answer 2")),
    ("an answer set aside", "S6-E1", change("answer 2", invalid_because="Twice")),
    ("an answer with nothing in it", "S6-E1", change("answer 2", answers=("-", ""))),
    ("no number of answers needed", "S6-E1", change("survey", needed=None)),
    ("no survey", "S6-E1", removal("survey")),
    ("one period", "S6-E2", removal("always to 2026-10-04")),
    ("a period without value", "S6-E2", change("always to 2026-10-04", value=None)),
    ("the same period twice", "S6-E2", change("always to 2026-10-04", end=date(2026, 11, 8))),
    ("a report that nobody signed", "S6-E3", change("analysis", signed_by=None)),
    ("a report signed on no day", "S6-E3", change("analysis", signed_on=None)),
    ("a report without decisions", "S6-E3", change("analysis", decisions="")),
    ("no report", "S6-E3 S6-E4", removal("analysis")),
    ("a report without limits", "S6-E4", change("analysis", limits="")),
    ("no rule", "S7-E1", change("action_rule", rule=" ")),
    ("no action", "S7-E2 S7-E3", removal("action")),
    ("an action without effect", "S7-E2", change("action", result="not_effective")),
    ("an action without check", "S7-E2", change("action", checked_on=None)),
    ("an action not carried out", "S7-E2", change("action", done_on=None, due=TODAY)),
    ("an overdue action", "S7-E3", addition(Action(no="A-2", due=TODAY - timedelta(days=1)))),
    ("an action without date", "S7-E3", addition(Action(no="A-2"))),
    ("half an audit", "S8-E1", removal("audit 2")),
    ("an audit still to come", "S8-E1", change("audit 2", audited_on=None)),
    ("an audit by nobody", "S8-E1", change("audit 2", auditor=None)),
    ("an audit by the charter owner", "S8-E1", change("audit 2", auditor=OWNER)),
    ("an audit by the deputy", "S8-E1", change("audit 2", auditor=RecordId("deputy"))),
    ("no audit", "S8-E1 S8-E2", removal("audit 1", "audit 2")),
    ("a major finding without date", "S8-E2", change("major", agreed_on=None)),
    ("a major finding past its date", "S8-E2", change("major", agreed_on=TODAY - timedelta(days=1))),
    ("no review", "S8-E3", removal("review")),
    ("a review still to come", "S8-E3", change("review", held_on=TODAY + timedelta(days=1))),
    ("minutes that nobody signed", "S8-E3", change("review", signed_by=None)),
    ("a review without decision", "S8-E3", removal("review decision")),
    ("a decision without owner", "S8-E3", change("review decision", owner=None)),
    ("a decision without date", "S8-E3", change("review decision", due=None)),
    ("a critical question at two", "S8-E4", answer("second", "Q301", score="2")),
    ("a critical question without answer", "S8-E4", removal("second Q301")),
    ("a critical question without evidence", "S8-E4", answer("second", "Q301", evidence="")),
    ("a critical question without file", "S8-E4", removal("minutes")),
    ("a document that is missing", "S8-E5", removal("D4")),
    ("a document without number", "S8-E5", change("D5", number="")),
    ("a document without revision", "S8-E5", change("D3", revision="")),
    ("a document that nobody approved", "S8-E5", change("D6", approved_by=None)),
]

STILL_MET: list[tuple[str, Change]] = [
    ("no customers but four", four_customers),
    ("a small gap without owner", change("first Q201", owner=None)),
    ("nothing excluded", nothing_excluded),
    ("a third objective that is not complete", addition(Objective(text=both("Be nice")))),
    (
        "somebody new who comes next week",
        addition(Person(meets_customers=True, started_on=date(2026, 12, 1))),
    ),
    ("the shortfall of answers explained", shortfall_explained),
    ("next year's survey", addition(Survey(needed=50, start=date(2027, 10, 1)))),
    ("a planned audit", addition(Audit(planned_on=date(2027, 11, 1)))),
    ("a planned review", addition(Review(held_on=date(2027, 11, 1)))),
    ("an effectiveness check still to come", change("action", checked_on=None, check_on=TODAY)),
    ("a new date with its reason", lambda: postponed("Waiting for a part")),
    ("a closed major finding", change("major", agreed_on=None, closed_on=TODAY)),
    ("a critical question that does not apply", answer("second", "Q301", score="na", reason="No phone")),
    ("a started third round", addition(GapRound(started_on=TODAY))),
    ("no complaint but a tested route", removal("complaint", "cancelled")),
]
