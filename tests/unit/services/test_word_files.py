"""Documents for Word: which there are, and what is in the file."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import docx
import pytest

from models.documents.blocks import Block, Document
from models.documents.pieces import Cover, Display, Leaflet, Poster, TableCard
from models.domain.ledger import Records
from models.localisation.languages import Direction
from models.services import documents, word_files
from models.services.word_files import NotForWord

DAY = date(2026, 11, 22)
SHOWN = Display("Our promises", ("We answer.",), ("1",))


def sheet(block: Block) -> Document:
    return Document("CS-CH-17", "Wall poster", "en", Direction.LTR, (block,), DAY)


@pytest.mark.parametrize("code", documents.available())
def test_every_document_but_leaflet_and_poster_is_for_word(code: str) -> None:
    is_suitable = word_files.is_suitable(documents.build(Records(), code, "en", DAY))

    assert is_suitable is (code not in ("R-16", "R-17"))


def test_the_leaflet_as_a_flat_sheet_is_for_word() -> None:
    assert word_files.is_suitable(documents.build(Records(), "R-16", "en", DAY, edition="flat"))


def test_the_file_is_a_document_of_that_title() -> None:
    content = word_files.render(documents.build(Records(), "D1", "fa", DAY))

    assert docx.Document(BytesIO(content)).core_properties.title == "خط‌مشی مشتری‌مداری"


@pytest.mark.parametrize("block", [Poster(SHOWN), TableCard(SHOWN), Leaflet(Cover("Our promises"), ())])
def test_whole_sheets_stay_pdf(block: Block) -> None:
    assert not word_files.is_suitable(sheet(block))
    with pytest.raises(NotForWord):
        word_files.render(sheet(block))


def test_the_file_is_named_as_the_pdf_is() -> None:
    assert word_files.file_name("CS-PO-01_fa.pdf") == "CS-PO-01_fa.docx"
