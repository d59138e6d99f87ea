"""How long documents take and how much memory they need, beside LibreOffice in the same run.

Run with `uv run python -m tests.benchmarks.documents [REPEATS]`. LibreOffice (Debian's package
libreoffice-writer-nogui) gets the same report as HTML; both are whole processes that take turns, and medians
are compared. Where it is not installed that comparison is left out, with a message.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from html import escape
from pathlib import Path
from statistics import median
from typing import Any

from models.documents.blocks import (
    Block,
    CellKind,
    Column,
    Document,
    Furniture,
    Heading,
    Paragraph,
    State,
    Table,
)
from models.localisation.languages import Direction

ROOT = Path(__file__).resolve().parents[2]
REPEATS = 5
DAY = date(2026, 11, 22)
PERSIAN = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")

MOST_OF_LIBREOFFICE = 1.0
MOST_PER_PAGE = 1.3
"""The cost of a page among 1,000, in those of a page among 10."""

MOST_MEMORY = 3.0
"""The peak memory of a table of 10,000 rows, in that of one of 100."""

SECTIONS = 23
ROWS = 40
SENTENCES = (
    "منشور مشتری‌مداری رستوران نمونهٔ توس در ویرایش {n} بازنگری شد و از ۱۴۰۵/۰۹/۰۱ (2026-11-22) اجرا می‌شود.",
    "رضایت مشتریان در این دوره {n}٪ بود؛ هدف ۹۵٪ است و فاصلهٔ اطمینان از ۷۱٪ تا ۹۳٪ می‌رسد.",
    "هر شکایت در فرم CS-FR-{n} ثبت می‌شود و ظرف ۷ روز کاری پاسخ می‌گیرد.",
    "نشانی ما info@toos-example.ir و تلفن ما ۰۵۱-۳۸۸۸۱۲۳۴ است؛ پیام‌رسان هم پاسخ می‌دهد.",
    "استاندارد ISO 10001:2018 راهنماست و ISO 10002:2018 دربارهٔ رسیدگی به شکایت‌هاست.",
    "کارکنان آموزش دیده‌اند، اختیار جبران دارند و «تعهدهای ما» را می‌شناسند.",
)
PARTIES = ("مشتریان حضوری", "مشتریان تلفنی و اینترنتی", "کارکنان آشپزخانه", "تأمین‌کنندگان")
NEEDS = (
    "غذای سالم، گرم و به‌موقع",
    "رسیدن سفارش در کمتر از ۴۵ دقیقه و بسته‌بندی سالم",
    "آموزش و شرایط کار مناسب",
)
COLUMNS = ("ردیف", "ذی‌نفع", "نیازها و انتظارها", "مدرک", "تاریخ")


def paragraphs(section: int) -> Iterator[str]:
    """Yield the running text of a section."""
    for number in range(7):
        yield " ".join(
            SENTENCES[(number + place) % len(SENTENCES)].format(n=str(section + place).translate(PERSIAN))
            for place in range(5)
        )


def rows(count: int) -> list[tuple[str, ...]]:
    """Return the rows of a register."""
    return [
        (
            str(number).translate(PERSIAN),
            PARTIES[number % 4],
            NEEDS[number % 3],
            f"CS-FR-{number:03d}",
            f"۱۴۰۵/۰۹/{number % 30 + 1:02d}".translate(PERSIAN),
        )
        for number in range(1, count + 1)
    ]


def register(count: int) -> Table:
    """Return a table of so many rows."""
    kinds = (CellKind.NUMBER, CellKind.TEXT, CellKind.TEXT, CellKind.CODE, CellKind.DATE)
    columns = tuple(map(Column, COLUMNS, (1, 2, 3, 1, 1), kinds))
    return Table(columns, rows(count))


def document(*blocks: Block) -> Document:
    """Return a Persian document."""
    furniture = Furniture("ادعای گواهی یا انطباق نیست.", "گزارش · CS-RP-01")
    return Document("CS-RP-01", "گزارش", "fa", Direction.RTL, blocks, DAY, State.ISSUED, furniture=furniture)


def report(sections: int = SECTIONS) -> Document:
    """Return the report of typesetting trials: paragraphs, tables of 40 rows, mixed scripts, half-spaces."""
    blocks: list[Block] = []
    for section in range(1, sections + 1):
        blocks.append(Heading(f"بخش {section}".translate(PERSIAN), 1, f"{section}.".translate(PERSIAN)))
        blocks += [Paragraph(text) for text in paragraphs(section)]
        blocks.append(register(ROWS))
    return document(*blocks)


def report_as_html(sections: int = SECTIONS) -> str:
    """Return the same report as a page for LibreOffice, in the same typeface and sizes."""
    style = (
        "@page{size:A4;margin:23mm 22mm 25mm}body{font:10pt/16.5pt Vazirmatn}"
        "td,th{font-size:8.8pt;border-bottom:0.5pt solid #AFC6C6;padding:3.5pt 5pt;text-align:right}"
    )
    parts = [f'<html lang="fa" dir="rtl"><head><meta charset="utf-8"><style>{style}</style></head><body>']
    for section in range(1, sections + 1):
        heading = f"{section}. بخش {section}".translate(PERSIAN)
        parts.append(f"<h1>{heading}</h1>")
        parts += [f"<p>{escape(text)}</p>" for text in paragraphs(section)]
        parts.append('<table width="100%"><thead><tr>')
        parts += [f"<th>{escape(title)}</th>" for title in COLUMNS]
        parts.append("</tr></thead>")
        for row in rows(ROWS):
            parts.append("<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>")
        parts.append("</table>")
    return "".join([*parts, "</body></html>"])


WRITE_REPORT = """
import sys
from pathlib import Path
from models.documents.pdf import render
from tests.benchmarks.documents import report
Path(sys.argv[1]).write_bytes(render(report()))
"""
PEAK = """
import resource, sys
from models.documents.pdf import render
from tests.benchmarks.documents import document, register
render(document(register(int(sys.argv[1]))))
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


def environment(folder: Path) -> dict[str, str]:
    """Return the environment of every process: compiled modules as an installed program has, our typeface."""
    known = dict(os.environ, PYTHONPYCACHEPREFIX=str(folder / "compiled"), PYTHONPATH=str(ROOT))
    known.pop("PYTHONDONTWRITEBYTECODE", None)
    known["HOME"] = str(folder)
    fonts = folder / ".fonts"
    fonts.mkdir(exist_ok=True)
    for weight in ("Regular", "SemiBold"):
        shutil.copy(ROOT / "resources" / "fonts" / f"Vazirmatn-{weight}.ttf", fonts)
    return known


def seconds(command: Sequence[str], known: dict[str, str]) -> float:
    """Return how long a whole process lives."""
    begun = time.perf_counter()
    subprocess.run(command, env=known, cwd=ROOT, capture_output=True, check=True)
    return time.perf_counter() - begun


def compare_with_libreoffice(folder: Path, repeats: int, tell: Callable[[str], object]) -> bool:
    """Measure the report in both programs and return whether ours is no slower."""
    office = shutil.which("soffice")
    if office is None:
        tell("LibreOffice is not installed: not compared")
        return True
    known = environment(folder)
    page = folder / "report.html"
    page.write_text(report_as_html(), encoding="utf-8")
    ours = [sys.executable, "-c", WRITE_REPORT, str(folder / "ours.pdf")]
    theirs = [office, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(page)]
    taken: dict[str, list[float]] = {"ours": [], "theirs": []}
    for turn in range(repeats + 1):
        for name, command in (("ours", ours), ("theirs", theirs)):
            spent = seconds(command, known)
            if turn:
                taken[name].append(spent)
    middle = {name: median(values) for name, values in taken.items()}
    ratio = middle["ours"] / middle["theirs"]
    for name, path in (("ours", folder / "ours.pdf"), ("theirs", folder / "report.pdf")):
        tell(f"report {name:6} {middle[name] * 1000:6.0f} ms, {pages_of(path.read_bytes())} pages")
    tell(f"report: {ratio:.2f} x LibreOffice (at most {MOST_OF_LIBREOFFICE})")
    return ratio <= MOST_OF_LIBREOFFICE


def pages_of(pdf: bytes) -> int:
    """Return how many pages a file has."""
    import pypdfium2

    opened = pypdfium2.PdfDocument(pdf)
    try:
        return len(opened)
    finally:
        opened.close()


def cost_of_pages(repeats: int, tell: Callable[[str], object]) -> bool:
    """Measure the cost of a page in documents of 10, 100 and 1,000 pages, and return whether it is flat."""
    from models.documents.pdf import printed

    whole = report()
    printed([whole])
    costs: dict[int, float] = {}
    for target, times in ((10, 3 * repeats), (100, repeats), (1000, max(repeats // 3, 1))):
        made = report(max(round(target * SECTIONS / 48), 1))
        spent = []
        for _ in range(times):
            begun = time.perf_counter()
            result = printed([made])
            spent.append((time.perf_counter() - begun) / result.pages)
        costs[target] = median(spent)
        tell(f"{result.pages:5} pages {costs[target] * 1000:6.1f} ms a page")
    ratio = costs[1000] / costs[10]
    tell(f"a page among 1,000: {ratio:.2f} x a page among 10 (at most {MOST_PER_PAGE})")
    return ratio <= MOST_PER_PAGE


def peak_memory(folder: Path, tell: Callable[[str], object]) -> bool:
    """Measure whole processes that print a short and a long table."""
    known = environment(folder)
    peaks = {}
    for count in (100, 10_000):
        done = subprocess.run(
            [sys.executable, "-c", PEAK, str(count)], env=known, cwd=ROOT, capture_output=True, check=True
        )
        peaks[count] = int(done.stdout)
        tell(f"table of {count:6} rows {peaks[count] / 1024:6.0f} MB")
    ratio = peaks[10_000] / peaks[100]
    tell(f"peak memory: {ratio:.2f} x the short table (at most {MOST_MEMORY})")
    return ratio <= MOST_MEMORY


def audit_file(tell: Callable[[str], object]) -> None:
    """Tell how many pages of the sample company's audit file are set in a second, beside those of the report.

    Setting alone is timed, not the writing of the blocks; machines differ, the ratio hardly does.
    """
    from models.documents.pdf import printed
    from models.domain.ledger import Records
    from models.localisation.language import load_language
    from models.services import dossier
    from models.services.sample.records import sample_records

    def rate(parts: Sequence[Any]) -> tuple[int, float]:
        begun = time.perf_counter()
        result = printed(parts, is_bundle=len(parts) > 1)
        return result.pages, result.pages / (time.perf_counter() - begun)

    pages, plain = rate([report()])
    tell(f"report: {pages} pages, {plain:.0f} pages a second")
    for code in ("fa", "en"):
        ledger, language = Records(sample_records(code, DAY)), load_language(code)
        filed = dossier.filed(ledger, language, DAY)
        pages, found = rate(list(dossier.parts(ledger, language, DAY, filed, ())))
        ratio = found / plain
        tell(f"audit file {code}: {pages} pages, {found:.0f} pages a second, {ratio:.2f} x the report's")


def main(arguments: Sequence[str]) -> int:
    """Measure and return 0 where every bound is kept."""
    repeats = int(arguments[0]) if arguments else REPEATS
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        kept = [
            compare_with_libreoffice(folder, repeats, print),
            peak_memory(folder, print),
            cost_of_pages(repeats, print),
        ]
    audit_file(print)
    return 0 if all(kept) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
