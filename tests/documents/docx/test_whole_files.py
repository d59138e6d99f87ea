"""DOCX files as a whole: facts, typeface, pictures, hostile text, other programs."""

from __future__ import annotations

import subprocess
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
import uharfbuzz as hb

from models.documents.blocks import Align, Block, Chart, Image, QrCode, plain
from models.documents.charts.shapes import Geometry, Label
from models.documents.docx import render
from models.documents.pictures.errors import NotAPicture, TooLongForQrCode
from models.documents.pieces import Poster, TableCard
from tests.documents.docx.word_files import in_persian, needs_office, opened, whole_text
from tests.documents.hostile import HOSTILE, everywhere
from tests.documents.pictures.files import jpeg, stripes
from tests.documents.readers import needs_pdftotext, words_found
from tests.documents.samples import DAY, english, persian
from tests.documents.sheets import DISPLAY, leaflet
from tests.documents.two_languages import words_of


def test_equal_documents_give_equal_bytes() -> None:
    assert render(persian()) == render(persian())


def test_the_file_says_what_it_is() -> None:
    facts = opened(persian()).core_properties

    assert (facts.title, facts.author, facts.language) == ("خط‌مشی مشتری‌مداری", "نگار احمدی", "fa")
    assert facts.created is not None
    assert facts.created.date() == DAY


def test_charts_pictures_and_codes_are_pictures_within_the_text() -> None:
    chart = Chart(Geometry(40, 20, (Label("inside", 20, 10),)), "A chart")
    photograph = Image(jpeg(stripes(300, 200)), "photo.jpg", caption="A photograph", align=Align.START)
    document = english(chart, photograph, QrCode("https://toos.example.ir", caption="Our page"))

    file = opened(document)

    assert len(file.inline_shapes) == 3
    assert all(shape.width.mm < 167 for shape in file.inline_shapes)
    assert all(caption in whole_text(file) for caption in ("A chart", "A photograph", "Our page"))


@pytest.mark.parametrize(
    ("block", "error"),
    [(Image(b"broken", "logo.png"), NotAPicture), (QrCode("x" * 3000), TooLongForQrCode)],
)
def test_what_cannot_be_shown_ends_in_a_sentence(block: Block, error: type[Exception]) -> None:
    with pytest.raises(error):
        render(english(block))


def test_pieces_for_customers_become_running_text() -> None:
    for piece in (Poster(DISPLAY), TableCard(DISPLAY)):
        assert words_found(" ".join(map(plain, DISPLAY.promises)), whole_text(opened(in_persian(piece)))) == 1
    assert "Flap says welcome." in whole_text(opened(english(leaflet())))


def test_both_weights_of_the_typeface_are_in_the_file() -> None:
    with zipfile.ZipFile(BytesIO(render(english()))) as package:
        table = package.read("word/fontTable.xml").decode()
        fonts = [package.read(name) for name in package.namelist() if name.endswith(".odttf")]
    keys = [key.split("}")[0] for key in table.split('w:fontKey="{')[1:]]

    names = []
    for font, key in zip(fonts, keys, strict=True):
        mask = bytes.fromhex(key.replace("-", ""))[::-1] * 2
        plain = bytes(one ^ other for one, other in zip(font[:32], mask, strict=True)) + font[32:]
        face = hb.Face(hb.Blob(plain))
        assert len(face.unicodes) > 400
        names.append(face.get_name(hb.OTNameIdPredefined.FULL_NAME))
    assert names == ["Vazirmatn Regular", "Vazirmatn Bold"]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_is_written(text: str) -> None:
    for document in (english(*everywhere(text)), in_persian(*everywhere(text), title=text, author=text)):
        assert opened(document)


@needs_office
@needs_pdftotext
def test_libreoffice_shows_every_word(tmp_path: Path) -> None:
    document = persian(rows=60)
    path = tmp_path / "document.docx"
    path.write_bytes(render(document))
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"

    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    done = subprocess.run(["pdftotext", str(tmp_path / "document.pdf"), "-"], capture_output=True, check=True)

    text = done.stdout.decode()
    assert words_found(words_of(document).replace("\u2066", ""), text) > 0.9
    assert text.count("ذی‌نفع") > 3
