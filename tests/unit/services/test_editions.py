"""Editions and bilingual documents as files: sheets, marks, words, names, and what is issued of them."""

from __future__ import annotations

import dataclasses
import itertools
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from models.documents.blocks import Document, Furniture, Paper, State
from models.documents.layout.fitting import TextDoesNotFit
from models.documents.pdf import render
from models.documents.words import words_of
from models.domain.fields import Record
from models.domain.ledger import Records
from models.domain.records.charter import Promise
from models.domain.records.commitment import Policy
from models.domain.records.control import DocumentControl, Issue, Person
from models.domain.records.organisation import Organisation
from models.domain.text import LocalText
from models.localisation.languages import language_pairs, language_rows, rows_of
from models.services import documents
from models.services.companies import open_company
from models.services.company import OpenCompany
from models.services.issuing import approve, changes_since_issue, issue, reprint
from models.services.sample.company import write_sample
from models.services.sample.records import sample_evidence, sample_records
from tests.documents.readers import needs_pdftotext, pages, pdfium, poppler, words_found
from tests.documents.sheets import sheet_sizes

TODAY = date(2026, 11, 22)
(PAIR,) = language_pairs()
SINGLE = [row.code for row in language_rows()]
EVERY = [
    (code, edition.key, key)
    for code in documents.available()
    for edition in documents.editions(code)
    for key in documents.languages(code, edition.key)
]
PIECES = [
    ("R-16", ""),
    ("R-17", ""),
    ("R-17", "a4-band"),
    ("R-17", "a4-cards"),
    ("R-17", "a3-frame"),
    ("R-17", "a3-band"),
    ("R-17", "a3-cards"),
    ("R-17", "table-card"),
]
BILINGUAL = [("D1", ""), ("D2", ""), ("D2", "public"), ("R-07", "blank"), ("R-16", "flat")]
LONG = LocalText(fa="واژه " * 3000, en="word " * 3000)
pieces = pytest.mark.parametrize(("code", "edition"), PIECES)
bilingual = pytest.mark.parametrize(("code", "edition"), BILINGUAL)
spoken = pytest.mark.parametrize("language_code", SINGLE)


@cache
def sample(language_code: str, *, approved: bool = True) -> Records:
    """Return the sample company, where not approved with drafts only."""
    files = sample_evidence(language_code, TODAY)
    records: list[Record] = [*sample_records(language_code, TODAY), *(file for file, _ in files)]
    if not approved:
        records = [
            dataclasses.replace(one, approved_by=None, approved_on=None)
            if isinstance(one, DocumentControl)
            else one
            for one in records
        ]
    return Records(records, {file.sha256: content for file, content in files}.get)


def changed(language_code: str, text: LocalText) -> Records:
    """Return the sample company with that text in each of its promises."""
    records = [
        dataclasses.replace(one, text=text) if isinstance(one, Promise) else one
        for one in sample_records(language_code, TODAY)
    ]
    return Records(records)


def print_of(ledger: Records, code: str, language_code: str, edition: str) -> bytes:
    return documents.render(ledger, code, language_code, TODAY, edition=edition)


def test_pairs_are_those_of_the_languages_offered() -> None:
    assert language_pairs() == tuple("+".join(pair) for pair in itertools.combinations(SINGLE, 2))
    assert [row.code for row in rows_of(PAIR)] == SINGLE[:2]


def test_only_what_customers_and_auditors_sign_is_made_in_two_languages() -> None:
    assert sorted((code, edition) for code, edition, key in EVERY if key == PAIR) == BILINGUAL


def test_a_document_in_one_language_is_refused_in_two() -> None:
    with pytest.raises(documents.NotSideBySide, match="R-01"):
        documents.build(sample("en"), "R-01", PAIR, TODAY)


@pytest.mark.parametrize(("code", "edition", "language_code"), EVERY)
def test_every_edition_of_the_sample_is_printed(code: str, edition: str, language_code: str) -> None:
    pdf = print_of(sample("fa"), code, language_code, edition)

    assert pdf == print_of(sample("fa"), code, language_code, edition)
    paper = next(one.paper for one in documents.editions(code) if one.key == edition)
    assert {tuple(sorted(size)) for size in sheet_sizes(pdf)} == {paper.value}


@pytest.mark.parametrize(("code", "edition", "language_code"), EVERY)
def test_every_edition_of_an_empty_company_is_printed(code: str, edition: str, language_code: str) -> None:
    assert print_of(Records(), code, language_code, edition).startswith(b"%PDF")


@pieces
@spoken
def test_a_piece_is_one_sheet(code: str, edition: str, language_code: str) -> None:
    sizes = sheet_sizes(print_of(sample(language_code), code, language_code, edition))

    sides = 2 if code == "R-16" else 1
    paper = Paper.A3 if edition.startswith("a3") else Paper.A4
    assert sizes == [paper.value[::-1] if code == "R-16" else paper.value] * sides


@pieces
@spoken
def test_drafts_of_pieces_carry_their_mark_and_those_of_the_sample_theirs(
    code: str, edition: str, language_code: str
) -> None:
    rules = documents.build(sample(language_code), code, language_code, TODAY).furniture
    draft, approved = (
        pages(print_of(sample(language_code, approved=is_approved), code, language_code, edition))
        for is_approved in (False, True)
    )

    # A table card has two sides on one page.
    sides = 2 if edition == "table-card" else 1
    # In a draft the watermark says it once more.
    assert all(text.count(rules.draft_mark) == sides + 1 for text in draft)
    assert not any(rules.draft_mark in text for text in approved)
    assert all(text.count(rules.sample_mark) >= sides for text in (*draft, *approved))


@pieces
def test_pieces_carry_number_revision_and_date(code: str, edition: str) -> None:
    ledger = sample("en")
    text = pdfium(print_of(ledger, code, "en", edition))

    assert documents.number(ledger, code) in text
    assert "Rev. 01, 2026-11-09" in text


@spoken
def test_six_promises_of_sixty_words_fit_on_every_poster_and_the_leaflet(language_code: str) -> None:
    text = LocalText(
        fa="غذای گرم و تازه را هر روز به‌موقع " * 7, en="We serve hot food in time, each day " * 7
    )
    ledger = changed(language_code, text)

    for code, edition in PIECES[:-1]:
        assert print_of(ledger, code, language_code, edition)


@pytest.mark.parametrize(
    ("code", "edition"), [("R-16", ""), ("R-17", "a4-cards"), ("R-17", "a3-frame"), ("R-17", "table-card")]
)
def test_a_promise_of_three_thousand_words_is_refused_in_a_sentence(code: str, edition: str) -> None:
    with pytest.raises(TextDoesNotFit):
        print_of(changed("en", LONG), code, "en", edition)


@pytest.mark.parametrize(("code", "edition"), [("R-16", "flat"), ("D2", "public")])
def test_a_promise_of_three_thousand_words_takes_as_many_pages_as_it_needs(code: str, edition: str) -> None:
    assert print_of(changed("en", LONG), code, "en", edition)


@pieces
def test_a_very_long_name_and_no_telephone_are_printed(code: str, edition: str) -> None:
    name = "The Very Long Named Pioneering Private Joint Stock Company for Production and Trade " * 3
    records = [
        dataclasses.replace(one, name=LocalText(en=name, fa=name), phone="", logo=None)
        if isinstance(one, Organisation)
        else one
        for one in sample_records("en", TODAY)
    ]

    assert "Pioneering Private" in " ".join(pdfium(print_of(Records(records), code, "en", edition)).split())


@pytest.mark.parametrize("language_code", [*SINGLE, PAIR])
def test_the_public_charter_takes_two_pages_a_language(language_code: str) -> None:
    pdf = print_of(sample("en"), "D2", language_code, "public")

    assert len(pages(pdf)) <= 2 * len(rows_of(language_code))


def bare(document: Document) -> bytes:
    """Return a document without what stands round its pages, which would be read between its lines."""
    return render(dataclasses.replace(document, furniture=Furniture(), state=State.ISSUED, is_sample=False))


@bilingual
def test_both_languages_of_a_document_are_read_back(code: str, edition: str) -> None:
    ledger = sample("fa")

    text = pdfium(bare(documents.build(ledger, code, PAIR, TODAY, edition=edition)))

    for row in rows_of(PAIR):
        one = documents.build(ledger, code, row.code, TODAY, edition=edition)
        assert words_found(" ".join(words_of(one.blocks)), text) >= 0.995


@needs_pdftotext
@bilingual
def test_both_languages_of_a_document_are_read_back_by_poppler(
    code: str, edition: str, tmp_path: Path
) -> None:
    ledger = sample("fa")

    text = poppler(bare(documents.build(ledger, code, PAIR, TODAY, edition=edition)), tmp_path)

    for row in rows_of(PAIR):
        one = documents.build(ledger, code, row.code, TODAY, edition=edition)
        assert words_found(" ".join(words_of(one.blocks)), text) >= 0.995


@bilingual
def test_a_document_in_two_languages_shows_its_logo_once_and_is_signed_once(code: str, edition: str) -> None:
    made = documents.build(sample("fa"), code, PAIR, TODAY, edition=edition)

    kinds = [type(block).__name__ for block in made.blocks]
    assert kinds.count("Signatures") == (0 if edition in ("flat", "blank") else 1)
    assert str(made.blocks).count("logo=Image") + kinds.count("Image") == 1


def test_files_are_named_by_number_edition_and_language() -> None:
    ledger = sample("en")

    assert documents.file_name(ledger, "R-17", "fa", "a3-band") == "CS-CH-17_a3-band_fa.pdf"
    assert documents.file_name(ledger, "D1", PAIR) == f"CS-PO-01_{PAIR}.pdf"


@pytest.fixture
def company(tmp_path: Path) -> Iterator[OpenCompany]:
    made = write_sample(tmp_path / "sample.manshur", "en", TODAY)
    yield made
    made.close()


@pytest.fixture
def issued(company: OpenCompany) -> OpenCompany:
    """The sample with its policy issued once more."""
    manager = company.all(Person)[0].id
    if documents.standing(company, "D1").state is not State.APPROVED:
        approve(company, "D1", manager, TODAY, "Needed today.")
    issue(company, "D1", manager, TODAY)
    return company


def test_issuing_freezes_the_pair_as_well(issued: OpenCompany) -> None:
    newest = documents.standing(issued, "D1")

    assert newest.state is State.ISSUED
    assert sorted(one.language for one in newest.issues) == sorted([*SINGLE, PAIR])
    paired = next(one for one in newest.issues if one.language == PAIR)
    assert documents.issue_file_name(paired) == f"CS-PO-01_{paired.revision}_{PAIR}.pdf"


def test_the_pair_is_reprinted_byte_for_byte_after_a_change_and_a_restart(issued: OpenCompany) -> None:
    paired = next(one for one in issued.all(Issue) if one.language == PAIR)
    before = reprint(issued, paired)
    organisation = issued.sheet(Organisation)
    issued.save(dataclasses.replace(organisation, name=LocalText(en="Another", fa="دیگر"), logo=None))
    issued.close()

    again = open_company(issued.path)

    assert reprint(again, paired) == before
    assert "Prepared" in pdfium(before)
    again.close()


def test_a_change_in_either_language_makes_the_next_draft_and_is_told(issued: OpenCompany) -> None:
    policy = issued.sheet(Policy)
    issued.save(dataclasses.replace(policy, purpose=LocalText(en=policy.purpose.get("en"), fa="هدفی تازه")))

    assert documents.standing(issued, "D1").state is State.DRAFT
    assert "هدفی تازه" in [one.after for one in changes_since_issue(issued, "D1", PAIR)]


def test_a_snapshot_prints_the_same_as_the_company_in_any_thread(company: OpenCompany) -> None:
    snapshot = company.snapshot()
    with ThreadPoolExecutor(1) as threads:
        made = threads.submit(documents.render, snapshot, "R-17", "en", TODAY).result()

    assert made == documents.render(company, "R-17", "en", TODAY)
    assert b"/Subtype /Image" in made or b"/Subtype/Image" in made
