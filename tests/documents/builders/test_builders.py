"""What holds for all documents, whatever the records."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

import pytest

from models.content.certificate import limits
from models.content.documents import DOCUMENT_IDS, document, record_forms
from models.content.phrases import phrase, phrases
from models.documents.blocks import Block, Heading, InColumns, KeepTogether, Missing, Note, Table, WriteLines
from models.documents.builders import BUILDERS, LANDSCAPE
from models.documents.words import words_of
from models.domain.registers import REGISTERS
from models.localisation.text import search_key
from tests.documents.builders.companies import (
    LANGUAGES,
    approved_and_empty,
    company,
    desk,
    written,
)

ALL_CODES = (*DOCUMENT_IDS, *(form.id for form in record_forms()))


def flat(blocks: Iterable[Block]) -> Iterator[Block]:
    for block in blocks:
        yield block
        if isinstance(block, KeepTogether | InColumns):
            yield from flat(block.blocks)


def headings(blocks: Iterable[Block]) -> list[str]:
    return [block.text for block in flat(blocks) if isinstance(block, Heading)]


def test_every_document_and_record_form_has_a_builder_in_order() -> None:
    assert tuple(BUILDERS) == ALL_CODES


def test_only_documents_that_exist_lie_on_their_side() -> None:
    assert set(ALL_CODES) >= LANDSCAPE


@pytest.mark.parametrize("language_code", LANGUAGES)
@pytest.mark.parametrize("code", DOCUMENT_IDS)
def test_a_document_has_the_sections_of_the_content_in_their_order(code: str, language_code: str) -> None:
    wanted = [section.heading.get(language_code) for section in document(code).sections[1:]]
    found = headings(written(company("sample", language_code), language_code, code))
    assert [heading for heading in found if heading in wanted] == wanted


@pytest.mark.parametrize("code", ALL_CODES)
def test_what_is_missing_is_an_open_point_with_a_place_that_exists(code: str) -> None:
    at = desk(company("empty", "en"), "en", code)
    BUILDERS[code](at)
    known = {register.code for register in REGISTERS}
    assert {point.place.register for point in at.open_points} <= known


@pytest.mark.parametrize("code", ALL_CODES)
def test_an_open_point_is_counted_once(code: str) -> None:
    at = desk(company("empty", "en"), "en", code)
    BUILDERS[code](at)
    places = [point.place for point in at.open_points]
    assert len(places) == len(set(places))


@pytest.mark.parametrize("code", DOCUMENT_IDS)
def test_an_unfinished_draft_says_what_is_missing(code: str) -> None:
    blocks = written(company("empty", "en"), "en", code)
    assert any(isinstance(block, Missing) for block in flat(blocks))


@pytest.mark.parametrize("code", DOCUMENT_IDS)
def test_an_approved_document_never_leaves_a_section_without_a_word(code: str) -> None:
    blocks = written(approved_and_empty(), "en", code)
    said = [block for block in flat(blocks) if not isinstance(block, Missing)]
    alone = [
        first.text
        for first, second in pairwise(said)
        if isinstance(first, Heading) and isinstance(second, Heading) and second.level <= first.level
    ]
    assert alone == []


@pytest.mark.parametrize("code", ALL_CODES)
def test_an_approved_list_without_records_says_so_instead_of_leaving_lines(code: str) -> None:
    blocks = written(approved_and_empty(), "en", code)
    nothing = phrase("common.nothing").get("en")
    tables = [block for block in blocks if isinstance(block, Table) and block.empty]
    assert {table.empty for table in tables} <= {nothing}
    assert all(not table.blank_rows for table in tables)


@pytest.mark.parametrize("language_code", LANGUAGES)
@pytest.mark.parametrize("code", ALL_CODES)
def test_a_document_claims_nothing(code: str, language_code: str) -> None:
    claims = [search_key(claim) for claim in limits().claims[language_code]]
    said = search_key("\n".join(words_of(written(company("sample", language_code), language_code, code))))
    assert [claim for claim in claims if claim in said] == []


@pytest.mark.parametrize("code", ALL_CODES)
def test_rows_are_as_long_as_their_table_is_wide(code: str) -> None:
    blocks = flat(written(company("sample", "fa"), "fa", code))
    tables = [block for block in blocks if isinstance(block, Table)]
    assert all(len(row) == len(table.columns) for table in tables for row in table.rows)


@pytest.mark.parametrize("code", ["R-06", "R-07", "R-08", "R-10", "R-11", "R-14"])
def test_a_form_can_be_filled_in_by_hand_before_anything_is_entered(code: str) -> None:
    blocks = list(flat(written(company("empty", "en"), "en", code)))
    lines = [block for block in blocks if isinstance(block, WriteLines)]
    assert lines or any(isinstance(block, Table) and (block.blank_rows or block.rows) for block in blocks)


def test_the_charter_keeps_its_internal_part_behind_a_page_of_its_own() -> None:
    blocks = written(company("sample", "en"), "en", "D2")
    notes = [block.text for block in blocks if isinstance(block, Note)]
    assert phrase("annexes.internal").get("en") in notes


def test_only_the_charter_carries_the_statement_on_guidance() -> None:
    statement = desk(company("sample", "en"), "en", "D2").statement_on_guidance()
    carrying = [
        code
        for code in ALL_CODES
        if any(statement in line for line in words_of(written(company("sample", "en"), "en", code)))
    ]
    assert carrying == ["D2"]


def test_phrases_are_named_by_their_group() -> None:
    assert all(phrase_id.count(".") == 1 for phrase_id in phrases())
