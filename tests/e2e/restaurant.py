"""What a small restaurant enters on its way through the eight steps, by hand or from the model."""

from __future__ import annotations

from datetime import date, timedelta

from models.domain.records.audit import Audit, Review, ReviewDecision
from models.domain.records.charter import Comment, ComplaintRule, Indicator, Promise
from models.domain.records.choices import STEPS
from models.domain.records.control import DocumentControl, Person
from models.domain.records.correction import Action, ActionRule
from models.domain.records.feedback import (
    Analysis,
    IndicatorValue,
    Survey,
    SurveyAnswer,
    SurveyQuestion,
)
from models.domain.records.operation import DataSheet, Display, Launch
from models.domain.records.organisation import CustomerTalk, Organisation, Party
from models.domain.records.training import (
    Attendance,
    Authority,
    TestResult,
    TrainingRule,
    TrainingSession,
)
from models.domain.text import LocalText
from tests.e2e.commitment import appoint, set_objective, write_policy, write_scope
from tests.e2e.driver import User

NAME = LocalText(fa="رستوران آفتاب", en="Aftab Restaurant")
OWNER = LocalText(fa="نگار احمدی", en="Negar Ahmadi")
DEPUTY = LocalText(fa="رضا توکلی", en="Reza Tavakoli")
AUDITOR = LocalText(fa="سارا نوری", en="Sara Nouri")
WAITER = LocalText(fa="علی بهرامی", en="Ali Bahrami")
PARTY = LocalText(fa="مهمانان", en="Guests")
PROMISE = LocalText(
    fa="سفارش بیرون‌بر شما حداکثر ۱۵ دقیقه پس از سفارش آماده است.",
    en="Takeaway orders are ready within 15 minutes of ordering.",
)
TODAY = date.today()
EVIDENCE_FILE = "گواهی بازدید.txt"


def ago(days: int) -> date:
    """Return the day so many days ago."""
    return TODAY - timedelta(days=days)


def said(user: User, fa: str, en: str) -> str:
    """Return a text in the language of the window."""
    return LocalText(fa=fa, en=en).get(user.speech.code)


def named(user: User, who: LocalText) -> str:
    """Return a name in the language of the window."""
    return who.get(user.speech.code)


def employ(user: User) -> None:
    """Enter the people."""
    for name, job, faces in (
        (OWNER, LocalText(fa="مدیر", en="Manager"), True),
        (DEPUTY, LocalText(fa="سرپرست سالن", en="Head waiter"), False),
        (AUDITOR, LocalText(fa="حسابدار", en="Accountant"), False),
        (WAITER, LocalText(fa="میزبان", en="Waiter"), True),
    ):
        user.add(Person, {"name": name, "job": job, "meets_customers": faces, "started_on": ago(400)})


def step_1(user: User) -> None:
    """Describe the organisation, hear customers, answer the 52 questions, sign the report."""
    food = LocalText(fa="رستوران غذای ایرانی", en="Iranian restaurant")
    profile = {"name": NAME, "field": food, "sector": "restaurant", "staff_count": 12, "phone": "051-3000"}
    user.write(Organisation, profile)
    user.add(
        Party, {"name": PARTY, "group": "customers", "needs": LocalText(fa="غذای سالم", en="Healthy food")}
    )
    user.add(CustomerTalk, {"talked_on": ago(90), "pleases": said(user, "نان تازه", "Fresh bread")})
    talks = user.show(CustomerTalk)
    talks.list.grid.choose(talks.model.rows()[0])
    for _again in range(9):
        talks.list.toolbar.duplicate_action.trigger()
    user.answer_gap_questions(3, said(user, "سوابق بازبینی شد", "The records were seen"))
    user.finish_gap_round(named(user, OWNER), ago(80))


def step_2(user: User) -> None:
    """Write the scope, name the roles, set objectives, announce and approve the policy."""
    everything = LocalText(fa="همهٔ خدمات", en="All services")
    scope = {"products": everything, "sites": everything, "channels": ["Telephone", "At our place"]}
    write_scope(user, scope | {"customer_groups": everything, "nothing_excluded": True})
    texts = {"introduction": everything, "purpose": everything}
    announced = {"announced_on": ago(70), "announced_how": said(user, "در جلسه", "At the meeting")}
    write_policy(user, texts | announced, statements=6)
    for role, person, deputy in (
        ("charter_owner", OWNER, DEPUTY),
        ("complaint_officer", DEPUTY, OWNER),
        ("internal_auditor", AUDITOR, DEPUTY),
    ):
        appoint(user, role, {"person": named(user, person), "deputy": named(user, deputy)})
    for no in (1, 2):
        text = LocalText(fa=f"کاهش تأخیر {no}", en=f"Less delay {no}")
        goal = {"text": text, "baseline": 12, "target": 4, "due": ago(-90), "owner": named(user, OWNER)}
        set_objective(user, goal | {"better": "less"})
    approve(user, 2, "D1")


def approve(user: User, step: int, document: str) -> None:
    """Approve a document on a step's page."""
    sheet = user.show_tab(step, f"document_control:{document}")
    reason = said(user, "کار از فردا آغاز می‌شود", "The work starts tomorrow")
    user.approve(sheet.approve_button, named(user, OWNER), ago(60), reason)


def step_3(user: User) -> None:
    """Choose promises, one of them in one's own words, and write the complaint route."""
    user.take_model_promises("restaurant")
    minutes = LocalText(fa="دقیقه", en="minutes")
    rule = LocalText(fa="همهٔ روزها", en="On all days")
    user.add(
        Promise,
        {
            "text": PROMISE,
            "number": 15,
            "unit": minutes,
            "time_limit": minutes,
            "conditions": rule,
            "remedy": rule,
        },
    )
    for promise in user.program.company.all(Promise):
        legal = {"is_lawful": True, "checked_by": named(user, DEPUTY), "checked_on": ago(55)}
        user.change(promise, {"owner": named(user, OWNER), "conditions": rule} | legal)
    own = user.program.company.all(Promise)[-1]
    card = {"promise": own.text.get(user.speech.code)[:30], "name": rule, "target": 95}
    user.add(Indicator, card)
    comment = {"who": said(user, "یک مهمان", "A guest"), "text": said(user, "خوب است", "Good")}
    user.add(Comment, comment | {"decision": "accepted"})
    user.start_from_model(ComplaintRule)
    body = LocalText(fa="اتحادیهٔ صنفی", en="The trade association")
    route = {"channels": ["Telephone"], "decision_by": named(user, DEPUTY), "outside_body": body}
    user.write(ComplaintRule, route)
    approve(user, 3, "D2")


def step_4(user: User) -> None:
    """Train those who meet customers, test them, and say who may grant what."""
    topic = said(user, "تعهدهای ما", "Our promises")
    session = {
        "topic": topic,
        "held_on": ago(50),
        "minutes": 60,
        "trainer": named(user, OWNER),
        "is_held": True,
    }
    user.add(TrainingSession, session)
    came = user.show(Attendance)
    tests = user.show(TestResult)
    user.enter(tests.day.editor, ago(49))
    tests.add_button.click()
    for who in (OWNER, WAITER):
        user.press_in(tests.grid, named(user, who), user.speech.medium_date(ago(49)), user.typed(7))
    user.show(Attendance)
    for who in (OWNER, WAITER):
        user.press_in(came.grid, named(user, who), topic, user.typed(2))
    dessert = said(user, "دسر رایگان", "A free dessert")
    user.add(Authority, {"job": said(user, "میزبان", "Waiter"), "remedy": dessert})
    user.write(TrainingRule, {"authority_signed_by": named(user, OWNER), "authority_signed_on": ago(48)})


def step_5(user: User) -> None:
    """Launch the charter, show it on both channels, test the route, count four weeks."""
    result = said(user, "در یک ساعت پاسخ داده شد", "Answered within an hour")
    launch = {"launch_on": ago(45), "route_tested_on": ago(44), "route_tested_by": named(user, DEPUTY)}
    user.write(Launch, launch | {"route_result": result})
    for channel in ("premises", "phone"):
        place = {"place": said(user, "ورودی", "Entrance"), "channel": channel, "installed_on": ago(45)}
        user.add(Display, place | {"proof": said(user, "عکس", "Photo")})
    promise = user.program.company.all(Promise)[-1].text.get(user.speech.code)[:30]
    for week in range(4):
        sheet = {"week_start": ago(42 - 7 * week), "promise": promise, "cases": 20, "kept": 19}
        user.add(DataSheet, sheet)


def step_6(user: User) -> None:
    """Ask two customers, measure each promise twice, sign the analysis."""
    user.start_from_model(SurveyQuestion)
    (survey,) = user.program.company.all(Survey)
    why = said(user, "تنها دو مهمان خواستند", "Only two guests wanted to")
    user.change(survey, {"needed": 2, "rule": said(user, "هر مهمان", "Every guest"), "shortfall_reason": why})
    for no in (1, 2):
        answer = {
            "survey": named(user, survey.title),
            "no": no,
            "answered_on": ago(20),
            "answers": ("5", "4"),
        }
        user.add(SurveyAnswer, answer)
    values = user.show(IndicatorValue)
    for card in user.program.company.all(Indicator):
        for end in (ago(30), ago(2)):
            values.add_record()
            values.form.board.rows["indicator"].editor.choose(card.id)
            user.fill(values.form, {"end": end, "value": 96})
            values.show_table()
    words = said(user, "نان بیشتر", "More bread")
    report = {"title": words, "end": ago(2), "results": words, "decisions": words, "limits": words}
    user.add(Analysis, report | {"signed_by": named(user, OWNER), "signed_on": ago(1)})


def step_7(user: User) -> None:
    """Say when an action is opened, and carry one out."""
    user.start_from_model(ActionRule)
    action = {
        "source": "complaint",
        "problem": said(user, "سوپ سرد", "Cold soup"),
        "owner": named(user, OWNER),
    }
    done = {"due": ago(30), "done_on": ago(31), "checked_on": ago(1), "result": "effective"}
    user.add(Action, {"no": "CA-01"} | action | done)


def step_8(user: User) -> None:
    """Audit all steps, hold the review, approve every document."""
    title = said(user, "ممیزی نخست", "First audit")
    user.add(
        Audit,
        {"title": title, "audited_on": ago(10), "auditor": named(user, AUDITOR), "steps": STEPS.values()},
    )
    user.add(Review, {"held_on": ago(5), "signed_by": named(user, OWNER), "signed_on": ago(5)})
    decision = {"review": user.typed(ago(5)), "text": said(user, "فر دوم", "A second oven")}
    user.add(ReviewDecision, decision | {"owner": named(user, OWNER), "due": ago(-60)})
    user.start_from_model(DocumentControl, step=8)
    for control in user.program.company.all(DocumentControl):
        if control.approved_on is None:
            user.change(control, {"approved_by": named(user, OWNER), "approved_on": ago(4)}, step=8)


WORK = {1: step_1, 2: step_2, 3: step_3, 4: step_4, 5: step_5, 6: step_6, 7: step_7, 8: step_8}
