"""How soon the first page of a document of about ten pages stands in the preview.

Run with `uv run python -m tests.benchmarks.preview [ROUNDS]`. The time from choosing the document until its
pages in view are sharp is told beside that of the bare work: writing the same PDF and drawing its first page
with nothing else under way. Of several rounds the best counts: what the program costs, and not what else the
computer does.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QApplication

from models.localisation.language import load_language
from models.services import documents
from models.services.companies import open_company
from models.services.company import OpenCompany
from models.services.sample.company import write_sample
from tests.e2e.program import is_at_work, wait_until
from ui import language, theme
from ui.pages.documents import DocumentsPage
from ui.panels.documents.preview import DocumentPreview
from ui.pdf_pages import page_picture, page_sizes
from ui.theme import Theme

ROUNDS = 5
LANGUAGES = ("fa", "en")
LONG, SHORT = "D2", "R-21"
WIDTH, HEIGHT = 1134, 712
HIGHEST_SECONDS = 0.3
MOST_OF_BARE = 1.5


def begun(doing: Callable[[], object]) -> float:
    """Return when something was begun, after it was done."""
    start = time.perf_counter()
    doing()
    return start


def shown(page: DocumentsPage, code: str) -> float:
    """Choose a document and return how many seconds its first page took."""
    preview = page.paper.preview
    before = preview.content
    start = begun(lambda: page.list.choose(code))
    wait_until(lambda: preview.content not in (b"", before) and preview.is_drawn, f"{code} was never shown")
    return time.perf_counter() - start


def bare(company: OpenCompany, code: str, language_code: str, preview: DocumentPreview) -> tuple[float, int]:
    """Return how many seconds the PDF and its first page take by themselves, and how many pages there are."""
    wait_until(lambda: not is_at_work(), "the program never came to rest")
    ledger = company.snapshot()
    start = time.perf_counter()
    content = documents.render(ledger, code, language_code)
    page_picture(content, 0, preview.scale_for(page_sizes(content)[0]))
    return time.perf_counter() - start, len(page_sizes(content))


def measure(company: OpenCompany, language_code: str, rounds: int, tell: Callable[[str], object]) -> bool:
    """Measure in one language, and return whether the bounds are kept."""
    language.set_current(load_language(language_code))
    page = DocumentsPage(company)
    page.resize(WIDTH, HEIGHT)
    page.show()
    wait_until(lambda: page.paper.preview.is_drawn, "no document was ever shown")
    waits, works, pages = [], [], 0
    for _round in range(rounds):
        shown(page, SHORT)
        waits.append(shown(page, LONG))
        work, pages = bare(company, LONG, language_code, page.paper.preview)
        works.append(work)
    page.hide()
    page.deleteLater()
    wait, work = min(waits), min(works)
    tell(f"{language_code} {LONG}: {pages} pages, the first one after {wait * 1000:.0f} ms")
    ratio = wait / work
    tell(f"{language_code} {LONG}: {ratio:.2f} x {work * 1000:.0f} ms of bare work (at most {MOST_OF_BARE})")
    return wait <= HIGHEST_SECONDS and ratio <= MOST_OF_BARE


def main(arguments: Sequence[str]) -> int:
    """Measure and return 0 where every bound is kept."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    rounds = int(arguments[0]) if arguments else ROUNDS
    application = QApplication([])
    theme.apply_theme(application, Theme.LIGHT)
    kept = []
    with tempfile.TemporaryDirectory() as folder:
        for code in LANGUAGES:
            path = Path(folder) / f"{code}.manshur"
            write_sample(path, code, date.today()).close()
            company = open_company(path, "benchmark", read_only=True)
            kept.append(measure(company, code, rounds, print))
            company.close()
    return 0 if all(kept) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
