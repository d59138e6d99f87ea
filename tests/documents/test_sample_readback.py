"""Every document of the sample company, in both languages, read back by other programs."""

from __future__ import annotations

import re
import subprocess
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from models.documents.blocks import Document, State
from models.documents.pdf import render
from models.services import documents
from tests.documents.builders.companies import LANGUAGES, TODAY, company
from tests.documents.printed import printed_texts
from tests.documents.readers import (
    needs_pdftotext,
    needs_qpdf,
    pages,
    poppler,
    without_marks,
    words_found,
)

LEAST = {"fa": 0.995, "en": 1.0}
"""The share of words that has to come back, by language."""

WITHOUT_MARGINS = frozenset({"R-16", "R-17"})

_TOKEN = re.compile(
    r"[\w.+-]+@[\w.-]+\w"  # addresses
    r"|https?://[\w./-]+\w"
    r"|[A-Z]{1,3}(?:-[A-Z]{2})?-\d+"  # numbers of documents and records
    r"|\d{4,5}:\d{4}"  # standards with their edition
    r"|\d{4}[/-]\d{2}[/-]\d{2}"  # days in both calendars
    r"|[+−]?\d+(?:[٬٫,.:]\d+)*[٪%]?"
)

every_document = pytest.mark.parametrize("code", documents.available())
both_languages = pytest.mark.parametrize("language", LANGUAGES)


@cache
def document(code: str, language: str) -> Document:
    return documents.build(company("sample", language), code, language, TODAY)


@cache
def pdf(code: str, language: str) -> bytes:
    return render(document(code, language))


@cache
def expected(code: str, language: str) -> str:
    made = document(code, language)
    texts = printed_texts(made.blocks, is_draft=made.state is State.DRAFT)
    return without_marks("\n".join(texts))


@cache
def read(code: str, language: str) -> list[str]:
    return pages(pdf(code, language))


def tokens_lost(source: str, text: str) -> Counter[str]:
    """Return the codes, days and numbers of a source that do not stand in a text as often."""
    return Counter(_TOKEN.findall(source)) - Counter(_TOKEN.findall(text))


@every_document
@both_languages
def test_words_read_back_in_pdfium(code: str, language: str) -> None:
    text = "\n".join(read(code, language))

    assert words_found(expected(code, language), text) >= LEAST[language]


@needs_pdftotext
@every_document
@both_languages
def test_words_read_back_in_poppler(code: str, language: str, tmp_path: Path) -> None:
    text = poppler(pdf(code, language), tmp_path)

    assert words_found(expected(code, language), text) >= LEAST[language]


@every_document
@both_languages
def test_codes_days_and_numbers_keep_their_order_in_pdfium(code: str, language: str) -> None:
    assert not tokens_lost(expected(code, language), "\n".join(read(code, language)))


@needs_pdftotext
@every_document
@both_languages
def test_codes_days_and_numbers_keep_their_order_in_poppler(code: str, language: str, tmp_path: Path) -> None:
    assert not tokens_lost(expected(code, language), poppler(pdf(code, language), tmp_path))


@needs_qpdf
@every_document
@both_languages
def test_the_file_is_sound(code: str, language: str, tmp_path: Path) -> None:
    path = tmp_path / "checked.pdf"
    path.write_bytes(pdf(code, language))

    done = subprocess.run(["qpdf", "--check", str(path)], capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("code", sorted(set(documents.available()) - WITHOUT_MARGINS))
@both_languages
def test_every_page_says_which_it_is(code: str, language: str) -> None:
    label = document(code, language).furniture.page_label
    texts = read(code, language)

    for number, text in enumerate(texts, 1):
        assert without_marks(label(number, len(texts))) in text


@both_languages
def test_the_public_part_of_the_charter_takes_two_pages(language: str) -> None:
    annex = {"fa": "پیوست الف", "en": "Annex A"}[language]

    assert next(place for place, text in enumerate(read("D2", language)) if annex in text) == 2
