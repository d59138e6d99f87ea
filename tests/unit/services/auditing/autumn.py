"""An audit in autumn of a company with one promise, and questions taken into its checklist."""

from __future__ import annotations

from datetime import date

from models.domain.records.audit import Audit, AuditCheck
from models.domain.records.charter import Promise
from models.domain.records.choices import STEPS
from models.domain.records.control import Person
from models.domain.text import LocalText
from models.localisation.language import load_language
from models.services.auditing import checklist
from models.services.company import OpenCompany

TODAY = date(2026, 11, 22)
ENGLISH, PERSIAN = load_language("en"), load_language("fa")
EVERYTHING = Audit(title="All", steps=tuple(STEPS))
SARA = Person(name=LocalText(en="Sara", fa="سارا"))
PROMISE = Promise(text=LocalText(en="Within 25 minutes", fa="ظرف ۲۵ دقیقه"), owner=SARA.id)
AUDIT = Audit(
    title="Autumn", steps=("3", "4", "5", "6"), planned_on=TODAY, audited_on=TODAY, conclusion="Fit"
)


def taken(company: OpenCompany, *models: str) -> list[AuditCheck]:
    """Take questions of the model into the checklist."""
    wanted = [one for one in checklist.offers(company, EVERYTHING, frozenset(), TODAY) if one.model in models]
    return list(checklist.take(company, AUDIT, wanted, ENGLISH))
