"""What the restaurant enters for step 4: a session, who came, the test, who may grant what."""

from __future__ import annotations

from models.domain.records.training import Attendance, Authority, TestResult, TrainingRule, TrainingSession
from tests.e2e.driver import User
from tests.e2e.restaurant import OWNER, WAITER, ago, named, said


def work(user: User) -> None:
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
    user.press(tests.add_button)
    for who in (OWNER, WAITER):
        user.fill_grid(tests.grid, named(user, who), user.speech.medium_date(ago(49)), user.typed(7))
    user.show(Attendance)
    for who in (OWNER, WAITER):
        user.fill_grid(came.grid, named(user, who), topic, user.typed(2))
    dessert = said(user, "دسر رایگان", "A free dessert")
    user.add(Authority, {"job": said(user, "میزبان", "Waiter"), "remedy": dessert})
    user.write(TrainingRule, {"authority_signed_by": named(user, OWNER), "authority_signed_on": ago(48)})
