"""What other programs read out of a PDF."""

import ctypes
import re
import shutil
import subprocess
from collections import Counter
from pathlib import Path

import pypdfium2.raw as raw
import pytest

from models.documents.pdfium import opened

_MARKS = re.compile("[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe\x02]")
_WORD = re.compile(r"[\w\u200c\u064b-\u0655]+(?:[٫٬]\w+)*")

needs_pdftotext = pytest.mark.skipif(not shutil.which("pdftotext"), reason="poppler-utils is not installed")
needs_qpdf = pytest.mark.skipif(not shutil.which("qpdf"), reason="qpdf is not installed")


def pages(pdf: bytes) -> list[str]:
    """Return the text of each page as Chrome and Edge copy it."""
    with opened(pdf) as document:
        return [without_marks(page.get_textpage().get_text_range()) for page in document]


def outline(pdf: bytes) -> list[tuple[int, str, int]]:
    """Return level from 0, title and page from 1 of each entry of the outline."""
    with opened(pdf) as document:
        return [
            (entry.level, entry.get_title(), entry.get_dest().get_index() + 1) for entry in document.get_toc()
        ]


def links(pdf: bytes, page: int = 0) -> list[int]:
    """Return the pages, from 1, to which the links of a page lead."""
    start, link = ctypes.c_int(0), raw.FPDF_LINK()
    found = []
    with opened(pdf) as document:
        sheet = document[page]
        while raw.FPDFLink_Enumerate(sheet.raw, start, link):
            goal = raw.FPDFLink_GetDest(document.raw, link)
            found.append(raw.FPDFDest_GetDestPageIndex(document.raw, goal) + 1)
    return found


def pdfium(pdf: bytes) -> str:
    """Return the text of all pages as Chrome and Edge copy it."""
    return "\n".join(pages(pdf))


def poppler(pdf: bytes, folder: Path) -> str:
    """Return the text as pdftotext writes it."""
    path = folder / "read.pdf"
    path.write_bytes(pdf)
    done = subprocess.run(["pdftotext", str(path), "-"], capture_output=True, check=True)
    return without_marks(done.stdout.decode("utf-8"))


def without_marks(text: str) -> str:
    """Return a text without direction marks and with single spaces, line by line."""
    return "\n".join(" ".join(line.split()) for line in _MARKS.sub("", text).splitlines())


def lines_found(lines: list[str], text: str) -> float:
    """Return the share of lines that stand whole in a text."""
    present = set(text.splitlines())
    return sum(without_marks(line) in present for line in lines) / len(lines)


def words_found(source: str, text: str) -> float:
    """Return the share of words of a source that stand whole in a text."""
    wanted, present = Counter(_WORD.findall(source)), Counter(_WORD.findall(text))
    return sum(min(count, present[word]) for word, count in wanted.items()) / wanted.total()
