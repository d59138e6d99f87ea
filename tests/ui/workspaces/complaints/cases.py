"""A promise, a rule and cases, and the fields of a case."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from models.domain.records.charter import ComplaintRule, Promise
from models.domain.records.commitment import Role, RoleName
from models.domain.records.operation import Complaint
from models.domain.registers import register_of
from models.domain.text import LocalText
from models.services.company import OpenCompany
from tests.ui.stage import REZA, SARA

TODAY = date.today()
PROMISE = Promise(
    text=LocalText(fa="غذا در ۲۵ دقیقه می‌رسد", en="Your meal comes in 25 minutes"),
    remedy=LocalText(fa="یک دسر رایگان", en="A free dessert"),
    owner=REZA.id,
)


def with_rule(company: OpenCompany, **values: object) -> None:
    days = {"acknowledge_days": 1, "answer_days": 3, "appeal_days": 5, **values}
    company.save_all(
        [
            ComplaintRule(id=register_of(ComplaintRule).sheet_id, **days),  # type: ignore[arg-type]
            Role(role=RoleName.COMPLAINT_OFFICER, person=SARA.id),
            Role(role=RoleName.TOP_MANAGER, person=REZA.id),
            PROMISE,
        ]
    )


def case(no: str, days_ago: int = 0, **values: Any) -> Complaint:
    received = TODAY - timedelta(days=days_ago)
    return Complaint(no=no, received_on=received, channel="phone", text=f"Cold soup {no}", **values)


def write(page: Any, name: str, value: Any) -> None:
    """Enter a value into a field of a case as if the user had left the field."""
    card = next(one for one in page.stages.values() if name in one.names)
    editor = card.fields.row(name).editor
    editor.set_value(value)
    editor.edited.emit()


def said(page: Any, name: str) -> str:
    card = next(one for one in page.stages.values() if name in one.names)
    return str(card.fields.row(name)._below.text())
