"""For each rule of the health check: records that break it, and the same records mended."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import Any, NamedTuple, TypeVar

from models.domain.fields import Record
from models.domain.ids import RecordId
from models.domain.records.audit import Audit, Finding, Grade, Review, ReviewDecision
from models.domain.records.charter import Comment, ComplaintRule, Indicator, Procedure, Promise, Risk, Verdict
from models.domain.records.commitment import Objective, ObjectiveAction, PolicyStatement, Role, RoleName
from models.domain.records.control import DocumentControl, Issue, Person, StepClosing, TaskState
from models.domain.records.correction import Action
from models.domain.records.feedback import Analysis, IndicatorValue, Survey, SurveyAnswer, SurveyQuestion
from models.domain.records.operation import Breach, Complaint, DataSheet, Display, Launch, SupplierNotice
from models.domain.records.organisation import GapAnswer, GapRound, Law
from models.domain.records.training import (
    Attendance,
    Authority,
    EffectCheck,
    Induction,
    TestResult,
    TrainingRule,
    TrainingSession,
)
from models.domain.registers import REGISTERS, register_of
from models.domain.text import LocalText
from tests.unit.domain.company import TODAY, both, full_company

R = TypeVar("R", bound=Record)

LONG_AGO = TODAY - timedelta(days=400)
LAST_MONTH = TODAY - timedelta(days=40)
YESTERDAY = TODAY - timedelta(days=1)

MINA = Person(name=both("Mina"), meets_customers=True)
GONE = Person(name=both("Nima"), left_on=LAST_MONTH)
PROMISE = Promise(text=both("Your meal comes in 25 minutes"), owner=MINA.id)
CARD = Indicator(
    promise=PROMISE.id,
    name=both("Meals in time"),
    comparison="at_least",
    target=Decimal(95),
    red_limit=Decimal(80),
    frequency="monthly",
    owner=MINA.id,
)
ROUND = GapRound(title="First", started_on=LAST_MONTH)
SESSION = TrainingSession(topic="Our promises", held_on=LAST_MONTH, minutes=60, trainer=MINA.id, is_held=True)
SURVEY = Survey(title=both("Autumn"), rule="Every tenth guest", start=LAST_MONTH, end=YESTERDAY)
ACTION = Action(no="A-1", problem="Cold soup", owner=MINA.id)
AUDIT = Audit(title="Audit", auditor=MINA.id)
REVIEW = Review(held_on=YESTERDAY, signed_by=MINA.id, signed_on=YESTERDAY)


class Case(NamedTuple):
    """Records that break a rule, and mended ones that keep it."""

    broken: Iterable[Record]
    kept: Iterable[Record]


def sheet(record_type: type[R], **values: object) -> R:
    """Return the only record of a sheet."""
    return record_type(id=register_of(record_type).sheet_id, **values)


def changed(record: R, *beside: Record, **values: object) -> Case:
    """Return a record that breaks a rule, and one that differs in these fields and keeps it."""
    mended = replace(record, **values)  # type: ignore[arg-type]
    return Case((*beside, record), (*beside, mended))


def added(*records: Record, mended: Iterable[Record]) -> Case:
    """Return records that break a rule until further ones are there."""
    return Case(records, (*records, *mended))


def attended(person: Person, **values: Any) -> Attendance:
    return Attendance(session=SESSION.id, person=person.id, attended=True, **values)


def complaint(**values: Any) -> Complaint:
    return Complaint(no="12", received_on=LAST_MONTH, text="Cold soup", **values)


def answered(score: str, **values: Any) -> tuple[GapRound, GapAnswer]:
    return ROUND, GapAnswer(round=ROUND.id, question="Q101", score=score, **values)


def values_of(card: Indicator, *figures: int) -> list[IndicatorValue]:
    return [
        IndicatorValue(
            indicator=card.id,
            end=YESTERDAY - timedelta(days=30 * (len(figures) - 1 - no)),
            value=Decimal(figure),
        )
        for no, figure in enumerate(figures)
    ]


def answers(count: int, **values: Any) -> list[SurveyAnswer]:
    return [SurveyAnswer(survey=SURVEY.id, no=no, answers=("5",), **values) for no in range(1, count + 1)]


def _gap() -> Mapping[str, Case]:
    round_, answer = answered("3")
    low = GapAnswer(round=ROUND.id, question="Q101", score="0")
    law = Law(title="Consumer law", checked_on=LONG_AGO)
    roles = [
        Role(role=name, person=MINA.id)
        for name in (RoleName.TOP_MANAGER, RoleName.CHARTER_OWNER, RoleName.COMPLAINT_OFFICER)
    ]
    objective = Objective(text=both("Fewer late orders"), baseline=Decimal(12), due=TODAY, owner=MINA.id)
    return {
        "score_without_evidence": changed(answer, round_, evidence="Signed minutes"),
        "gap_without_plan": changed(low, ROUND, MINA, owner=MINA.id, due=TODAY),
        "law_unchecked": changed(law, checked_on=YESTERDAY),
        "role_without_holder": Case([MINA, *roles[:2]], [MINA, *roles]),
        "role_without_deputy": changed(roles[0], MINA, GONE, deputy=GONE.id),
        "objective_without_figures": changed(objective, MINA, target=Decimal(4)),
        "objective_without_action": added(
            objective, mended=[ObjectiveAction(objective=objective.id, action="A second oven")]
        ),
    }


def _charter() -> Mapping[str, Case]:
    risk = Risk(promise=PROMISE.id, cause="The oven breaks", likelihood=4, effect=4)
    comment = Comment(who="A guest", text="Too long", given_on=LAST_MONTH)
    route = sheet(ComplaintRule, acknowledge_days=5, answer_days=3, outside_body=both("The guild"))
    many = [Promise(text=both(f"Promise {no}")) for no in range(9)]
    long = replace(PROMISE, text=both("word " * 31))
    return {
        "promise_without_indicator": added(PROMISE, mended=[CARD]),
        "promise_without_owner": changed(
            replace(PROMISE, owner=GONE.id),
            MINA,
            GONE,
            owner=MINA.id,
        ),
        "promise_without_remedy": changed(
            PROMISE, remedy=both("A dessert"), claim_how=both("Ask the waiter")
        ),
        "remedy_without_authority": changed(
            replace(PROMISE, remedy=both("A dessert")),
            MINA,
            granted_by=MINA.id,
        ),
        "promise_without_legal_check": changed(
            PROMISE, MINA, is_lawful=True, checked_by=MINA.id, checked_on=YESTERDAY
        ),
        "promise_without_procedure": added(PROMISE, mended=[Procedure(promise=PROMISE.id, steps=("Cook",))]),
        "promise_without_risk": added(PROMISE, mended=[risk]),
        "promise_in_one_language": changed(
            replace(PROMISE, remedy=LocalText(en="A dessert")),
            remedy=both("A dessert"),
        ),
        "promise_too_long": changed(long, text=both("word " * 25)),
        "too_many_promises": Case(many, many[:8]),
        "indicator_without_target": changed(
            replace(CARD, target=None),
            MINA,
            target=Decimal(95),
        ),
        "high_risk_without_prevention": changed(risk, MINA, prevention="A second oven", owner=MINA.id),
        "comment_left_open": changed(comment, decision=Verdict.ACCEPTED),
        "answer_before_receipt": changed(route, answer_days=7),
        "outside_body_unchecked": changed(route, outside_checked_on=YESTERDAY),
    }


def _training() -> Mapping[str, Case]:
    planned = replace(SESSION, is_held=False)
    failed = TestResult(person=MINA.id, taken_on=LAST_MONTH, score=2)
    early = replace(SESSION, held_on=LONG_AGO)
    newcomer = Person(name=both("Ali"), started_on=TODAY - timedelta(days=20))
    table = Authority(job="Waiter", remedy="A dessert")
    return {
        "session_without_attendance": added(SESSION, MINA, mended=[attended(MINA)]),
        "session_not_held": changed(planned, is_held=True),
        "attendance_unsigned": changed(attended(MINA), SESSION, MINA, signed=True),
        "untrained_at_the_counter": added(SESSION, MINA, mended=[attended(MINA)]),
        "failed_test_not_repeated": added(
            MINA, failed, mended=[TestResult(person=MINA.id, taken_on=YESTERDAY, score=7)]
        ),
        "effect_not_checked": added(
            early, MINA, attended(MINA), mended=[EffectCheck(person=MINA.id, observed_on=YESTERDAY)]
        ),
        "newcomer_without_induction": added(
            SESSION,
            MINA,
            attended(MINA),
            newcomer,
            mended=[Induction(person=newcomer.id, completed_on=YESTERDAY)],
        ),
        "authority_unsigned": changed(
            sheet(TrainingRule), table, MINA, authority_signed_by=MINA.id, authority_signed_on=YESTERDAY
        ),
    }


def _operation() -> Mapping[str, Case]:
    launch = sheet(Launch, launch_on=LAST_MONTH)
    display = Display(place="Wall", channel="premises", revision="00", installed_on=LAST_MONTH)
    issued = Issue(document="D2", number="CS-CH-01", revision="01", language="en", issued_on=LAST_MONTH)
    three = [complaint(promise=PROMISE.id, satisfied=str(no)) for no in range(3)]
    rule = sheet(ComplaintRule, acknowledge_days=1)
    breach = Breach(happened_on=YESTERDAY, promise=PROMISE.id)
    broken = [replace(breach, id=RecordId(f"breach {no}")) for no in range(3)]
    notice = SupplierNotice(supplier="The baker", part="Fresh bread by six")
    week = DataSheet(promise=PROMISE.id, week_start=TODAY - timedelta(days=7), cases=20, kept=19)
    return {
        "launched_unseen": added(launch, mended=[display]),
        "old_revision_on_display": changed(display, issued, revision="01"),
        "route_not_tested": changed(launch, route_tested_on=LAST_MONTH),
        "complaint_without_owner": changed(complaint(), MINA, assigned=MINA.id, due=TODAY),
        "complaint_not_acknowledged": changed(complaint(), rule, acknowledged_on=LAST_MONTH),
        "complaint_not_closed": changed(complaint(answered_on=LAST_MONTH), closed_on=YESTERDAY),
        "complaint_repeated": Case(
            [PROMISE, *three],
            [PROMISE, ACTION, *three[:2], replace(three[2], action=ACTION.id)],
        ),
        "breach_repeated": Case(
            [PROMISE, *broken],
            [PROMISE, ACTION, *broken[:2], replace(broken[2], action=ACTION.id)],
        ),
        "complaint_action_missing": changed(complaint(severity="high"), ACTION, action=ACTION.id),
        "breach_without_remedy": changed(breach, PROMISE, remedy="A dessert"),
        "supplier_not_agreed": changed(notice, told_on=YESTERDAY, is_agreed=True),
        "weeks_not_counted": added(sheet(Launch, launch_on=LONG_AGO), PROMISE, mended=[week]),
    }


def _feedback() -> Mapping[str, Case]:
    action = Action(no="A-2", source="indicator", indicator=CARD.id)
    bad = answers(10)
    aside = [replace(one, invalid_because="A joke") for one in bad[:3]]
    ended = replace(SURVEY, start=LONG_AGO, end=LONG_AGO)
    report = Analysis(title="Autumn report", end=YESTERDAY)
    old = IndicatorValue(indicator=CARD.id, end=LONG_AGO, value=Decimal(96))
    return {
        "indicator_red_twice": added(CARD, *values_of(CARD, 70, 60), mended=[action]),
        "indicator_without_values": added(CARD, old, mended=values_of(CARD, 96)),
        "sample_too_small": Case([SURVEY, *answers(8)], [SURVEY, *answers(30)]),
        "survey_without_rule": changed(
            replace(SURVEY, rule=""),
            rule="Every tenth guest",
        ),
        "survey_without_questions": added(
            SURVEY, mended=[SurveyQuestion(survey=SURVEY.id, order=1, text=both("Are you content?"))]
        ),
        "many_answers_set_aside": Case([SURVEY, *aside, *bad[3:]], [SURVEY, *bad]),
        "survey_without_report": added(ended, mended=[report]),
        "report_unsigned": changed(report, MINA, signed_by=MINA.id, signed_on=YESTERDAY),
    }


def _correction() -> Mapping[str, Case]:
    closed = replace(ACTION, closed_on=YESTERDAY)
    done = replace(ACTION, done_on=YESTERDAY)
    helpless = replace(closed, result="not_effective", checked_on=YESTERDAY)
    return {
        "action_closed_unchecked": changed(closed, checked_on=YESTERDAY, result="effective"),
        "action_without_check_date": changed(done, check_on=TODAY),
        "ineffective_action_closed": changed(helpless, closed_on=None),
        "action_without_cause": changed(done, cause="No second oven"),
        "action_of_somebody_gone": changed(
            replace(ACTION, owner=GONE.id),
            MINA,
            GONE,
            owner=MINA.id,
        ),
    }


def _audit() -> Mapping[str, Case]:
    owner = Role(role=RoleName.CHARTER_OWNER, person=MINA.id)
    sara = Person(name=both("Sara"))
    finding = Finding(audit=AUDIT.id, grade=Grade.MINOR, statement="No proof")
    done = replace(AUDIT, audited_on=YESTERDAY)
    decision = ReviewDecision(review=REVIEW.id, text="A second oven", owner=MINA.id, due=YESTERDAY)
    early = replace(REVIEW, held_on=LAST_MONTH)
    return {
        "auditor_of_own_work": changed(AUDIT, owner, MINA, sara, auditor=sara.id),
        "nonconformity_without_action": changed(finding, AUDIT, ACTION, action=ACTION.id),
        "audit_report_unsigned": changed(done, signed_on=YESTERDAY),
        "year_without_audit": added(sheet(Launch, launch_on=LONG_AGO), mended=[done]),
        "review_before_audit": changed(early, done, held_on=TODAY),
        "minutes_unsigned": changed(
            replace(REVIEW, signed_by=None),
            MINA,
            signed_by=MINA.id,
        ),
        "review_without_decision": added(REVIEW, mended=[decision]),
        "decision_overdue": changed(decision, REVIEW, ACTION, action=ACTION.id),
    }


def _control() -> Mapping[str, Case]:
    control = DocumentControl(
        document="D1", approved_by=MINA.id, approved_on=LONG_AGO, next_review=LAST_MONTH
    )
    task = TaskState(task="S1-T1", owner=GONE.id)
    closing = StepClosing(step="3", closed_on=YESTERDAY, closed_by=MINA.id)
    reasoned = replace(closing, reason="The owner is ill")
    whole = [one for register in REGISTERS for one in full_company().all(register.record)]
    claim = PolicyStatement(text=LocalText(en="We are ISO certified.", fa="ما به مشتریان گوش می‌دهیم."))
    role = Role(role=RoleName.TOP_MANAGER, person=MINA.id, deputy=MINA.id)
    return {
        "review_of_document_over": changed(control, MINA, next_review=TODAY),
        "approved_by_somebody_gone": Case([control], [control, MINA]),
        "task_of_somebody_gone": changed(task, GONE, MINA, owner=MINA.id),
        "closed_step_broken": Case([closing, MINA], [*whole, closing, MINA]),
        "closed_with_a_reason": Case([reasoned, MINA], [*whole, reasoned, MINA]),
        "claim_that_must_not_be_made": changed(claim, text=both("We listen before we decide.")),
        "fields_that_disagree": changed(role, MINA, GONE, deputy=GONE.id),
        "past_its_day": changed(replace(task, due=LAST_MONTH), GONE, done_on=YESTERDAY),
    }


CASES: Mapping[str, Case] = {
    **_gap(),
    **_charter(),
    **_training(),
    **_operation(),
    **_feedback(),
    **_correction(),
    **_audit(),
    **_control(),
}
