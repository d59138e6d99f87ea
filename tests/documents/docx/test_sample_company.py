"""Every document of the sample company as DOCX: nothing of it is lost, and its tables lie as they should."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from docx.oxml.ns import qn

from models.documents.blocks import Chart, Document, QrCode
from models.documents.docx import render
from models.documents.pdf import render as render_pdf
from models.documents.pdfium import page_sizes
from models.domain.ledger import Records
from models.localisation.languages import Direction
from models.services import documents
from models.services.sample.records import sample_records
from tests.documents.docx.word_files import needs_office, opened
from tests.documents.readers import needs_pdftotext, poppler, without_marks, words_found
from tests.documents.samples import DAY
from tests.documents.two_languages import words

LANGUAGES = ("fa", "en")
CHECKED = ("D1", "D4", "R-08", "R-20")
"""Documents that are laid out by LibreOffice too: short, long, wide, with charts."""

SHEETS = ("R-16", "R-17")
"""What is laid out as whole sheets and not for Word."""

_ENDS = (qn("w:p"), qn("w:br"))
LEDGERS = {code: Records(sample_records(code, DAY)) for code in LANGUAGES}


def built(code: str, language: str) -> Document:
    return documents.build(LEDGERS[language], code, language, DAY)


def typed(thing: object) -> str:
    """Return the words of blocks which are no part of a picture."""
    if isinstance(thing, Chart | QrCode):
        return words(thing.caption)
    if isinstance(thing, tuple | list):
        return " ".join(map(typed, thing)).replace("\u2066", "").replace("\u2069", "")
    return typed(thing.blocks) if hasattr(thing, "blocks") else words(thing)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", [code for code in documents.available() if code not in SHEETS])
def test_nothing_is_lost_and_everything_runs_as_the_language_does(code: str, language: str) -> None:
    document = built(code, language)
    body = opened(document).element.body
    text = "".join("\n" if part.tag in _ENDS else part.text for part in body.iter(*_ENDS, qn("w:t")))
    mirrored = [
        table.find(f"{qn('w:tblPr')}/{qn('w:bidiVisual')}") is not None for table in body.iter(qn("w:tbl"))
    ]
    widths = [sum(int(one.get(qn("w:w"))) for one in grid) for grid in body.iter(qn("w:tblGrid"))]

    assert words_found(typed(document.blocks), without_marks(text)) > 0.999
    assert set(mirrored) <= {document.direction is Direction.RTL}
    assert not widths or max(widths) - min(widths) <= 0.01 * max(widths)


@needs_office
@needs_pdftotext
def test_libreoffice_lays_documents_out_as_we_do(tmp_path: Path) -> None:
    whole = {f"{code}_{language}": built(code, language) for code in CHECKED for language in LANGUAGES}
    for name, document in whole.items():
        (tmp_path / f"{name}.docx").write_bytes(render(document))
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    files = map(str, sorted(tmp_path.glob("*.docx")))

    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), *files]
    subprocess.run(command, check=True, capture_output=True, timeout=300)

    for name, document in whole.items():
        pdf = (tmp_path / f"{name}.pdf").read_bytes()
        assert words_found(typed(document.blocks), poppler(pdf, tmp_path)) > 0.85, name
        assert all((width > height) is document.landscape for width, height in page_sizes(pdf)), name
        assert abs(len(page_sizes(pdf)) - len(page_sizes(render_pdf(document)))) <= 1, name
