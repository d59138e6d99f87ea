"""What every document says, line by line, for the sample company and for an empty one.

After a change that is meant: `UPDATE_SNAPSHOTS=1 pytest tests/documents/builders`, and read the difference.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from models.documents.blocks import Block
from models.documents.builders import BUILDERS, EDITION_BUILDERS
from tests.documents.builders.companies import COMPANIES, LANGUAGES, company, written
from tests.documents.builders.written import as_text

SNAPSHOTS = Path(__file__).parent / "snapshots"


@pytest.mark.parametrize("name", COMPANIES)
@pytest.mark.parametrize("language_code", LANGUAGES)
@pytest.mark.parametrize("code", BUILDERS)
def test_a_document_says_what_it_said(code: str, language_code: str, name: str) -> None:
    assert_as_before(
        f"{name}/{code}", language_code, written(company(name, language_code), language_code, code)
    )


@pytest.mark.parametrize("name", COMPANIES)
@pytest.mark.parametrize("language_code", LANGUAGES)
@pytest.mark.parametrize(("code", "edition"), EDITION_BUILDERS)
def test_an_edition_says_what_it_said(code: str, edition: str, language_code: str, name: str) -> None:
    blocks = written(company(name, language_code), language_code, code, edition)
    assert_as_before(f"{name}/{code}.{edition}", language_code, blocks)


def assert_as_before(name: str, language_code: str, blocks: tuple[Block, ...]) -> None:
    path, says = SNAPSHOTS / f"{name}.{language_code}.txt", as_text(blocks)
    if os.environ.get("UPDATE_SNAPSHOTS"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(says, encoding="utf-8")

    assert says == path.read_text(encoding="utf-8")
