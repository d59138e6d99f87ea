"""Who and what there is in a small restaurant that takes the eight steps."""

from __future__ import annotations

from datetime import date, timedelta

from models.domain.records.control import Person
from models.domain.text import LocalText
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


def approve(user: User, step: int, document: str) -> None:
    """Approve a document on a step's page."""
    sheet = user.show_tab(step, f"document_control:{document}")
    reason = said(user, "کار از فردا آغاز می‌شود", "The work starts tomorrow")
    user.approve(sheet.approve_button, named(user, OWNER), ago(60), reason)
