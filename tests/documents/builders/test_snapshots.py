"""What every document says, line by line, for the sample company and for an empty one.

After a change that is meant: `UPDATE_SNAPSHOTS=1 pytest tests/documents/builders`, and read the difference.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from models.documents.builders import BUILDERS
from tests.documents.builders.companies import COMPANIES, LANGUAGES, company, written
from tests.documents.builders.written import as_text

SNAPSHOTS = Path(__file__).parent / "snapshots"


@pytest.mark.parametrize("name", COMPANIES)
@pytest.mark.parametrize("language_code", LANGUAGES)
@pytest.mark.parametrize("code", BUILDERS)
def test_a_document_says_what_it_said(code: str, language_code: str, name: str) -> None:
    path = SNAPSHOTS / name / f"{code}.{language_code}.txt"
    says = as_text(written(company(name, language_code), language_code, code))
    if os.environ.get("UPDATE_SNAPSHOTS"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(says, encoding="utf-8")

    assert says == path.read_text(encoding="utf-8")
