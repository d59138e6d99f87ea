"""The companies whose documents are written: the sample company, and one in which nothing is entered."""

from __future__ import annotations

from datetime import date
from functools import cache

from models.documents.blocks import Block
from models.documents.builders import BUILDERS, builder_of
from models.documents.builders.desk import Desk
from models.documents.builders.sheets import edition_of
from models.domain.ledger import Records
from models.domain.records.control import DocumentControl, Person
from models.domain.text import LocalText
from models.localisation.language import load_language
from models.services.sample.records import sample_evidence, sample_records

TODAY = date(2026, 11, 22)
LANGUAGES = ("en", "fa")
COMPANIES = ("empty", "sample")

APPROVER = Person(name=LocalText(fa="حسن رضوی", en="Hassan Razavi"))


@cache
def company(name: str, language_code: str) -> Records:
    """Return the records of a company."""
    if name == "empty":
        return Records()
    files = sample_evidence(language_code, TODAY)
    contents = {evidence.sha256: content for evidence, content in files}
    records = [*sample_records(language_code, TODAY), *(evidence for evidence, _ in files)]
    return Records(records, contents.get)


def desk(ledger: Records, language_code: str, code: str, edition: str = "") -> Desk:
    """Return the desk at which a document is written on the day of these tests."""
    return Desk(ledger, load_language(language_code), code, TODAY, edition=edition_of(code, edition))


def written(ledger: Records, language_code: str, code: str, edition: str = "") -> tuple[Block, ...]:
    """Return the blocks of a document or of another edition of it."""
    return builder_of(code, edition)(desk(ledger, language_code, code, edition))


def approved_and_empty() -> Records:
    """Return a company in which nothing stands but the approval of all documents."""
    approvals = [
        DocumentControl(document=code, approved_by=APPROVER.id, approved_on=TODAY) for code in BUILDERS
    ]
    return Records([APPROVER, *approvals])
