"""A small company whose eight gates are all met, and ways to take something away from it."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from decimal import Decimal

from models.domain.fields import Record
from models.domain.gates import CRITERIA
from models.domain.guidance import Guidance, Question
from models.domain.ids import RecordId
from models.domain.ledger import Records
from models.domain.records.audit import Audit, Finding, Grade, Review, ReviewDecision
from models.domain.records.charter import Comment, ComplaintRule, Indicator, Promise, Verdict
from models.domain.records.commitment import Exclusion, Objective, Policy, Role, RoleName, Scope
from models.domain.records.control import DocumentControl, Evidence, Person
from models.domain.records.correction import Action, ActionRule
from models.domain.records.feedback import Analysis, IndicatorValue, Survey, SurveyAnswer
from models.domain.records.operation import Complaint, DataSheet, Display, Launch
from models.domain.records.organisation import CustomerTalk, GapAnswer, GapRound
from models.domain.records.training import (
    Attendance,
    Authority,
    EffectCheck,
    TestResult,
    TrainingRule,
    TrainingSession,
)
from models.domain.text import LocalText

TODAY = date(2026, 11, 22)
LAUNCH = date(2026, 9, 5)

QUESTIONS = (
    Question("Q101", "R1", 3, 2),
    Question("Q102", "R1", 2, 2),
    Question("Q201", "R2", 2, 1),
    Question("Q301", "R3", 3, 5),
    Question("Q401", "R4", 1, 4),
    Question("Q501", "R5", 2, 6),
)
GUIDANCE = Guidance(
    questions=QUESTIONS,
    documents=("D1", "D2", "D3", "D4", "D5", "D6"),
    tasks={step: tuple(f"S{step}-T{no}" for no in range(1, 11)) for step in range(1, 9)},
    criteria={step: tuple(row.id for row in rows) for step, rows in CRITERIA.items()},
)

OWNER, AUDITOR, WAITER = RecordId("owner"), RecordId("auditor"), RecordId("waiter")
PROMISES = (RecordId("promise 1"), RecordId("promise 2"), RecordId("always"))


def both(text: str) -> LocalText:
    """Return a text in two languages."""
    return LocalText(en=text, fa=f"{text} به فارسی")


def full_company() -> Records:
    """Return a company in which every exit criterion is met."""
    return Records(_records())


def changed(record: str, **values: object) -> Records:
    """Return the full company with one record changed."""
    return Records(
        dataclasses.replace(one, **values) if one.id == record else one  # type: ignore[arg-type]
        for one in _records()
    )


def without(*records: str) -> Records:
    """Return the full company without some records."""
    return Records(one for one in _records() if one.id not in records)


def with_more(*records: Record) -> Records:
    """Return the full company with further records."""
    return Records([*_records(), *records])


def _records() -> list[Record]:
    return [
        *_people(),
        *_step1(),
        *_step2(),
        *_step3(),
        *_step4(),
        *_step5(),
        *_step6(),
        *_step7(),
        *_step8(),
    ]


def _people() -> Iterable[Record]:
    yield Person(id=OWNER, name=both("Mina"), meets_customers=True)
    yield Person(id=RecordId("deputy"), name=both("Reza"))
    yield Person(id=AUDITOR, name=both("Sara"))
    yield Person(id=WAITER, name=both("Ali"), meets_customers=True)
    yield Person(id=RecordId("gone"), name=both("Nima"), meets_customers=True, left_on=date(2026, 9, 1))


def _step1() -> Iterable[Record]:
    signed = date(2026, 8, 12)
    yield GapRound(
        id=RecordId("first"),
        title="First",
        started_on=date(2026, 8, 1),
        signed_by=OWNER,
        signed_on=signed,
    )
    yield from _answers("first", {"Q101": "1", "Q102": "3", "Q201": "2", "Q301": "0", "Q501": "na"})
    yield GapAnswer(id=RecordId("first Q401"), round=RecordId("first"), question="Q401", score="4")
    for no in range(10):
        yield CustomerTalk(id=RecordId(f"talk {no}"), talked_on=date(2026, 8, 3), pleases="The bread")


def _answers(round_: str, scores: Mapping[str, str]) -> Iterable[GapAnswer]:
    for question, score in scores.items():
        yield GapAnswer(
            id=RecordId(f"{round_} {question}"),
            round=RecordId(round_),
            question=question,
            score=score,
            reason="We have none" if score == "na" else "",
            owner=OWNER,
            due=date(2026, 10, 1),
        )


def _step2() -> Iterable[Record]:
    yield Scope(
        id=RecordId("scope"),
        products=both("Meals"),
        sites=both("The restaurant"),
        channels=("premises", "phone"),
        customer_groups=both("Guests"),
    )
    yield Exclusion(id=RecordId("exclusion"), what=both("Catering"), reason=both("Another firm does it"))
    yield Policy(id=RecordId("policy"), announced_on=date(2026, 8, 20), announced_how="At the meeting")
    appointed = {
        RoleName.CHARTER_OWNER: OWNER,
        RoleName.COMPLAINT_OFFICER: OWNER,
        RoleName.INTERNAL_AUDITOR: AUDITOR,
    }
    for role, person in appointed.items():
        deputy = RecordId("deputy") if role is RoleName.CHARTER_OWNER else None
        yield Role(id=RecordId(role), role=role, person=person, deputy=deputy)
    for no in (1, 2):
        yield Objective(
            id=RecordId(f"objective {no}"),
            text=both("Fewer late orders"),
            baseline=Decimal(12),
            target=Decimal(4),
            due=date(2027, 3, 1),
            owner=OWNER,
        )


def _step3() -> Iterable[Record]:
    for promise in PROMISES:
        is_always = promise == "always"
        yield Promise(
            id=promise,
            text=both(f"What we promise as {promise}"),
            is_always=is_always,
            number=None if is_always else Decimal(30),
            unit=LocalText() if is_always else both("minutes"),
            time_limit=LocalText() if is_always else both("from the order"),
            conditions=both("On all days"),
            remedy=both("A free dessert"),
            owner=OWNER,
            is_lawful=True,
            checked_by=OWNER,
            checked_on=date(2026, 8, 25),
        )
        yield Indicator(id=RecordId(f"card of {promise}"), promise=promise, target=Decimal(95))
    yield Comment(id=RecordId("yes"), who="A guest", text="Good", decision=Verdict.ACCEPTED)
    yield Comment(
        id=RecordId("no"), who="A cook", text="Slower", decision=Verdict.REFUSED, reason="Cold food"
    )
    yield ComplaintRule(
        id=RecordId("complaint_rule"),
        channels=("phone",),
        acknowledge_days=0,
        answer_days=3,
        decision_by=OWNER,
        outside_body=both("The guild"),
    )


def _step4() -> Iterable[Record]:
    yield TrainingSession(
        id=RecordId("session"),
        topic="Our promises",
        held_on=date(2026, 9, 1),
        minutes=60,
        trainer=OWNER,
        is_held=True,
    )
    yield TrainingSession(id=RecordId("planned"), topic="Next year", held_on=date(2027, 9, 1))
    for person in (OWNER, WAITER):
        yield Attendance(
            id=RecordId(f"{person} there"),
            session=RecordId("session"),
            person=person,
            attended=True,
            signed=True,
        )
        yield TestResult(id=RecordId(f"{person} fails"), person=person, score=3)
        yield TestResult(id=RecordId(f"{person} passes"), person=person, score=6)
        yield EffectCheck(id=RecordId(f"{person} watched"), person=person, observed_on=date(2026, 9, 20))
    yield Authority(id=RecordId("authority"), job="Waiter", remedy="A free dessert")
    yield TrainingRule(
        id=RecordId("training_rule"), authority_signed_by=OWNER, authority_signed_on=date(2026, 9, 2)
    )


def _step5() -> Iterable[Record]:
    yield Launch(
        id=RecordId("launch"),
        launch_on=LAUNCH,
        route_tested_on=LAUNCH,
        route_tested_by=OWNER,
        route_result="Answered in an hour",
    )
    yield Display(id=RecordId("wall"), place="Wall", channel="premises", installed_on=LAUNCH, proof="Photo")
    yield Display(id=RecordId("card"), place="Card", channel="phone", installed_on=LAUNCH)
    yield Evidence(id=RecordId("photo"), file_name="card.jpg", subject="display", subject_id="card")
    for week in range(4):
        yield DataSheet(
            id=RecordId(f"week {week}"),
            week_start=LAUNCH + timedelta(weeks=week),
            promise=PROMISES[week % 3],
            cases=20,
            kept=19,
        )
    yield Complaint(
        id=RecordId("complaint"), no="C-1", received_on=LAUNCH, text="Cold soup", acknowledged_on=LAUNCH
    )
    yield Complaint(id=RecordId("cancelled"), no="C-2", cancelled_because="Entered twice")


def _step6() -> Iterable[Record]:
    yield Survey(id=RecordId("survey"), title=both("Autumn"), needed=2, start=date(2026, 10, 1))
    for no in (1, 2):
        yield SurveyAnswer(id=RecordId(f"answer {no}"), survey=RecordId("survey"), no=no, answers=("5", "-"))
    for promise in PROMISES:
        for end in (date(2026, 10, 4), date(2026, 11, 8)):
            yield IndicatorValue(
                id=RecordId(f"{promise} to {end}"),
                indicator=RecordId(f"card of {promise}"),
                start=end - timedelta(days=29),
                end=end,
                value=Decimal(96),
            )
    yield Analysis(
        id=RecordId("analysis"),
        title="Autumn report",
        end=date(2026, 11, 8),
        decisions="More bread",
        limits="Few answers",
        signed_by=OWNER,
        signed_on=date(2026, 11, 10),
    )


def _step7() -> Iterable[Record]:
    yield ActionRule(id=RecordId("action_rule"), rule="A serious case")
    yield Action(
        id=RecordId("action"),
        no="A-1",
        due=date(2026, 10, 10),
        done_on=date(2026, 10, 9),
        checked_on=date(2026, 11, 9),
        result="effective",
    )


def _step8() -> Iterable[Record]:
    for no, steps in enumerate((("1", "2", "3", "4"), ("5", "6", "7", "8")), start=1):
        yield Audit(
            id=RecordId(f"audit {no}"),
            title=f"Audit {no}",
            steps=steps,
            audited_on=date(2026, 11, 12),
            auditor=AUDITOR,
        )
    yield Finding(
        id=RecordId("major"),
        audit=RecordId("audit 1"),
        grade=Grade.MAJOR,
        statement="No proof",
        agreed_on=TODAY,
    )
    yield Review(
        id=RecordId("review"), held_on=date(2026, 11, 15), signed_by=OWNER, signed_on=date(2026, 11, 15)
    )
    yield ReviewDecision(
        id=RecordId("review decision"),
        review=RecordId("review"),
        text="Second oven",
        owner=OWNER,
        due=date(2027, 1, 1),
    )
    yield GapRound(id=RecordId("second"), title="Second", started_on=date(2026, 11, 14))
    yield from _answers("second", {"Q101": "3", "Q102": "3", "Q201": "3", "Q401": "4", "Q501": "3"})
    yield GapAnswer(
        id=RecordId("second Q301"),
        round=RecordId("second"),
        question="Q301",
        score="4",
        evidence="Three signed sheets",
    )
    yield Evidence(
        id=RecordId("minutes"), file_name="minutes.pdf", subject="gap_answer", subject_id="second Q101"
    )
    for document in GUIDANCE.documents:
        yield DocumentControl(
            id=RecordId(document),
            document=document,
            number=f"CS-{document}",
            approved_by=OWNER,
            approved_on=date(2026, 8, 28),
        )
