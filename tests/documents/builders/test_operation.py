"""The display list with its photos, and the letters to suppliers."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from io import BytesIO

import pypdfium2
import pypdfium2.raw as raw
import pytest
from docx import Document as word_file  # noqa: N813

from models.documents.blocks import Block, Document, Missing, PageBreak, Signatures, Table, Title
from models.documents.builders import builder_of
from models.documents.docx.writer import render as render_docx
from models.documents.pdf import render
from models.documents.words import words_of
from models.domain.fields import Record
from models.domain.gates.criterion import Place
from models.domain.ledger import Records
from models.domain.records.charter import Promise
from models.domain.records.control import Evidence
from models.domain.records.operation import Display, SupplierNotice
from models.domain.text import LocalText
from models.localisation.language import load_language
from tests.documents.builders.companies import LANGUAGES, desk, written
from tests.documents.pictures.files import png, stripes

PHOTO = Evidence(file_name="door.png", sha256="the photo")
DOOR = Display(
    place="Door",
    channel="premises",
    revision="01",
    installed_on=date(2026, 11, 1),
    photo=PHOTO.id,
    proof="Seen",
)
SITE = Display(
    place="Website", channel="website", revision="01", installed_on=date(2026, 11, 2), proof="Link"
)
PROMISE = Promise(text=LocalText(en="Home deliveries within 45 minutes.", fa="تحویل ظرف ۴۵ دقیقه."))


def with_photo(content: bytes | None) -> Records:
    contents = {PHOTO.sha256: content} if content is not None else {}
    return Records([DOOR, SITE, PHOTO], contents.get)


def table_of(blocks: Iterable[Block]) -> Table:
    return next(block for block in blocks if isinstance(block, Table))


def letters(*records: Record, code: str = "en") -> tuple[Block, ...]:
    return written(Records([PROMISE, *records]), code, "R-19", "letters")


def test_a_photo_stands_in_the_line_of_its_display() -> None:
    table = table_of(written(with_photo(png(stripes())), "en", "R-18"))

    assert [table.picture_of(row) is not None for row in range(2)] == [True, False]
    assert "door.png" not in "\n".join(words_of((table,)))


@pytest.mark.parametrize("content", [None, b"", b"no picture"])
def test_a_photo_that_cannot_be_printed_is_left_out_and_an_open_point(content: bytes | None) -> None:
    at = desk(with_photo(content), "en", "R-18")

    blocks = builder_of("R-18")(at)

    assert table_of(blocks).picture_of(0) is None
    assert [point.place for point in at.open_points] == [Place("display", DOOR.id, "photo")]
    assert any(isinstance(block, Missing) and "door.png" in block.text for block in blocks)


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_photo_is_printed_within_its_cell_and_saved_for_word(code: str) -> None:
    language = load_language(code)
    blocks = (table_of(written(with_photo(png(stripes(600, 450))), code, "R-18")),)
    document = Document(
        "R-18", "List", code, language.row.direction, blocks, date(2026, 11, 22), landscape=True
    )

    (page,) = pypdfium2.PdfDocument(render(document))
    (picture,) = page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE])
    left, bottom, right, top = picture.get_bounds()
    shapes = word_file(BytesIO(render_docx(document))).inline_shapes

    assert 0 < left < right < page.get_width()
    assert 0 < bottom < top < page.get_height()
    assert (right - left) / (top - bottom) == pytest.approx(4 / 3, rel=0.02)
    assert (left < page.get_width() / 2) is language.is_rtl
    assert len(shapes) == 1


@pytest.mark.parametrize("code", LANGUAGES)
def test_each_supplier_gets_one_letter_with_all_of_their_parts(code: str) -> None:
    blocks = letters(
        SupplierNotice(supplier="Bakery", part="Bread by ten", promise=PROMISE.id),
        SupplierNotice(supplier="Courier", part="Riders within ten minutes"),
        SupplierNotice(supplier="bakery ", part="Bread by four"),
        code=code,
    )

    tables = [block for block in blocks if isinstance(block, Table)]
    assert sum(isinstance(block, Title) for block in blocks) == 2
    assert sum(isinstance(block, PageBreak) for block in blocks) == 1
    assert [[row[1] for row in table.rows] for table in tables] == [
        ["Bread by ten", "Bread by four"],
        ["Riders within ten minutes"],
    ]
    assert tables[0].rows[0][0] == PROMISE.text.get(code)
    assert all(len(block.boxes) == 2 for block in blocks if isinstance(block, Signatures))


def test_without_a_notice_there_is_one_letter_to_fill_in() -> None:
    blocks = letters()

    assert any(isinstance(block, Missing) for block in blocks)
    assert table_of(blocks).blank_rows > 0
