"""Text that comes out of the PDF as it went in: order, words, codes, dates and numbers."""

from pathlib import Path

import pytest

from models.documents.layout.style import Type
from models.documents.layout.text import Typist
from models.documents.typesetting.book import Book, Facts
from tests.documents.readers import (
    lines_found,
    needs_pdftotext,
    pdfium,
    poppler,
    words_found,
)
from tests.documents.samples import DAY, LINES, random_lines

SEEDS = (1, 2, 21)
TYPE = Type(10, 18)


def set_lines(lines: list[str], rtl: bool = True) -> bytes:
    """Return a PDF with one line of text under the other."""
    typist = Typist("fa" if rtl else "en", rtl, "Vazirmatn")
    book = Book(Facts("t", "a", "s", "fa" if rtl else "en", DAY), typist.codes)
    for start in range(0, len(lines), 40):
        placed = []
        for number, line in enumerate(lines[start : start + 40]):
            placed += typist.place(typist.lines(line, TYPE, 5000), TYPE, 50, 800 - 18 * number, 1100)
        book.add_page(1200, 842, typist.operators(placed))
    return book.bytes()


def test_everyday_lines_read_back_whole_in_pdfium() -> None:
    assert lines_found(LINES, pdfium(set_lines(LINES))) == 1


@needs_pdftotext
def test_everyday_lines_read_back_whole_in_poppler(tmp_path: Path) -> None:
    assert lines_found(LINES, poppler(set_lines(LINES), tmp_path)) == 1


@pytest.mark.parametrize("seed", SEEDS)
def test_random_lines_read_back_in_pdfium(seed: int) -> None:
    lines = random_lines(seed, 200)

    text = pdfium(set_lines(lines))

    assert words_found("\n".join(lines), text) >= 0.999
    assert lines_found(lines, text) >= 0.99


@needs_pdftotext
@pytest.mark.parametrize("seed", SEEDS)
def test_random_lines_read_back_in_poppler(seed: int, tmp_path: Path) -> None:
    lines = random_lines(seed, 200)

    text = poppler(set_lines(lines), tmp_path)

    assert words_found("\n".join(lines), text) >= 0.999
    assert lines_found(lines, text) >= 0.99


def test_english_reads_back_whole(tmp_path: Path) -> None:
    lines = ["The form CS-FR-012 (revision 2) costs 12.50.", "Write to info@example.com, please: 95% did."]

    assert lines_found(lines, pdfium(set_lines(lines, rtl=False))) == 1


def test_a_persian_name_reads_back_in_an_english_line() -> None:
    lines = ["The restaurant توس is open.", "Ask رضا."]

    assert lines_found(lines, pdfium(set_lines(lines, rtl=False))) == 1


PHRASES = [
    "Ask رضا توکلی.",
    "خط\u200cمشی مشتری\u200cمداری",
    "Title: سوابق آموزش کارکنان در زمینهٔ رضایت, then English.",
    "See گزارش اقدام اصلاحی (8D / پنج چرا) now",
    "Say «سلام دوست من» and [خوش آمدید]",
    "It ends in سوابق آموزش کارکنان در زمینهٔ",
    "(جلسهٔ) and [نسخهٔ دوم]",
]
"""English lines with more than one Persian word, or with half-spaces, brackets and marks in them."""

ENGLISH = [f"Line {number} of a page on which nearly everything is in English." for number in range(25)]


def test_a_persian_phrase_reads_back_in_an_english_line_in_pdfium() -> None:
    assert lines_found(PHRASES, pdfium(set_lines(ENGLISH + PHRASES, rtl=False))) == 1


@needs_pdftotext
def test_a_persian_phrase_reads_back_in_an_english_line_in_poppler(tmp_path: Path) -> None:
    assert lines_found(PHRASES, poppler(set_lines(ENGLISH + PHRASES, rtl=False), tmp_path)) == 1


def test_a_persian_phrase_with_a_number_keeps_its_order_in_an_english_line() -> None:
    lines = [
        "a گزارش ۲ است b",
        "tel ۰۵۱-۳۸۸۸۱۲۳۴, رضا ۹۵٪ گفت",
        "by “سارا نوری” (حسابدار پاره\u200cوقت), 2026-11-22",
    ]

    assert lines_found(lines, pdfium(set_lines(lines, rtl=False))) == 1


@pytest.mark.parametrize(
    "code", ["CS-FR-012", "QMS/PR-07", "ISO 10001:2018", "info@example.com", "2026-11-22"]
)
def test_a_code_is_found_whole_between_persian_words(code: str) -> None:
    assert code in pdfium(set_lines([f"شمارهٔ {code} در فهرست است."]))


def test_a_ligature_reads_back_letter_by_letter() -> None:
    assert "الله لا اللّه" in pdfium(set_lines(["الله لا اللّه"]))


def test_a_character_no_face_has_keeps_its_text() -> None:
    assert "漢字" in pdfium(set_lines(["نام 漢字 است"]))
