"""Records that mean harm or are far too long: every document is printed, whatever stands in them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from models.documents.builders import BUILDERS
from models.documents.pdf import printed, render
from models.domain.errors import AppError
from models.domain.fields import Kind, Record, fields_of
from models.domain.ledger import Records
from models.domain.records.charter import Promise
from models.domain.records.operation import Display
from models.domain.text import LocalText
from models.services import documents
from models.services.sample.records import sample_records
from tests.documents.builders.companies import TODAY
from tests.documents.readers import pages

# Each may refuse, in one sentence, what its sheet has no room for.
ONE_SHEET = frozenset({"R-16", "R-17"})

HOSTILE = {
    "markup": ("en", "<b>&\"'</b> &amp; %s {0} {name} \\n"),
    "marks": ("fa", "\u0301\u064b\u0654 \u202e\u202dabc\u2067سلام\u2066 \u200b\u200c\u2060\ufeff"),
    "no spaces": ("fa", "ب" * 120),
    "no letters": ("en", "😀👩\u200d👩\u200d👧🏽 \x00\x1b \ud800 \U0010fffd\ufffe 漢字 ไทย"),
    "blanks": ("fa", " \n\n\t "),
}


def hostile(record: Record, text: str) -> Record:
    """Return a record in which everything a user types is a text."""
    both = LocalText(fa=text, en=text)
    typed: dict[Kind, Any] = {
        Kind.TEXT: text,
        Kind.LONG_TEXT: text,
        Kind.CODE: text[:40],
        Kind.BILINGUAL: both,
        Kind.BILINGUAL_LONG: both,
        Kind.LINES: (text, text),
    }
    return replace(record, **{f.name: typed[f.kind] for f in fields_of(type(record)) if f.kind in typed})


def sample_without(record_type: type[Record], language: str) -> Iterator[Record]:
    return (one for one in sample_records(language, TODAY) if not isinstance(one, record_type))


@pytest.mark.parametrize("case", HOSTILE)
def test_every_document_of_a_hostile_company_is_printed(case: str) -> None:
    language, text = HOSTILE[case]
    company = Records([hostile(one, text) for one in sample_records(language, TODAY)])

    for code in BUILDERS:
        document = documents.build(company, code, language, TODAY)
        try:
            assert render(document).startswith(b"%PDF")
        except AppError:
            assert code in ONE_SHEET


@pytest.mark.parametrize("language", ["fa", "en"])
def test_a_promise_of_three_thousand_words_is_printed_whole(language: str) -> None:
    words = " ".join(f"w{number}" for number in range(3_000))
    first, *others = (one for one in sample_records(language, TODAY) if isinstance(one, Promise))
    long = replace(first, text=LocalText(fa=words, en=words), conditions=LocalText(fa=words, en=words))
    company = Records([*sample_without(Promise, language), long, *others])

    text = "\n".join(pages(render(documents.build(company, "D2", language, TODAY)))).split()

    assert sorted(set(words.split()) - set(text)) == []


def test_a_register_of_ten_thousand_rows_is_printed_whole() -> None:
    rows = [Display(place=f"P{number:05}", revision="01") for number in range(10_000)]
    company = Records([*sample_without(Display, "en"), *rows])

    result = printed([documents.build(company, "R-18", "en", TODAY)])

    assert result.pages > 300
    assert "P09999" in pages(result.content)[-1]
