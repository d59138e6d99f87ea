from __future__ import annotations

import pytest

from models.content.titles import title, titles
from models.domain.fields import Kind
from models.domain.registers import REGISTERS
from models.domain.text import LocalText
from models.localisation.languages import language_rows

COLLECTIONS = sorted(
    {spec.target for register in REGISTERS for spec in register.fields if spec.kind is Kind.CONTENT}
)


@pytest.mark.parametrize("collection", COLLECTIONS)
def test_each_collection_that_a_field_uses_has_titles_in_every_language(collection: str) -> None:
    found = titles(collection)

    assert found
    assert all(text.get(row.code) for text in found.values() for row in language_rows())


def test_documents_are_followed_by_the_record_forms() -> None:
    ids = list(titles("document"))

    assert ids[:6] == ["D1", "D2", "D3", "D4", "D5", "D6"]
    assert len([content_id for content_id in ids if content_id.startswith("R-")]) == 22


def test_what_is_not_known_has_no_title() -> None:
    assert title("gap_question", "Q999") == LocalText()
