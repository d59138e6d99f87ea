"""The editions of documents, posters, leaflet, public charter and blank forms, and the logo on them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

import pytest

from models.content.documents import document
from models.content.phrases import phrase
from models.documents.blocks import Block, ControlBlock, Heading, Missing, Note, PageBreak, Table, Title
from models.documents.builders import BUILDERS, EDITION_BUILDERS, builder_of
from models.documents.builders.sheets import LANDSCAPE, editions_of
from models.documents.pieces import Leaflet, Poster, TableCard
from models.documents.words import words_of
from models.domain.fields import Record
from models.domain.gates.criterion import Place
from models.domain.ids import RecordId
from models.domain.ledger import Records
from models.domain.records.charter import Promise
from models.domain.records.control import DocumentControl, Evidence, Person
from models.domain.records.organisation import Organisation
from models.domain.records.training import TrainingSession
from models.domain.text import LocalText
from tests.documents.builders.companies import (
    COMPANIES,
    LANGUAGES,
    approved_and_empty,
    company,
    desk,
    written,
)
from tests.documents.pictures.files import endless_png, jpeg, noise, png, stripes, wide_png

EVERY_EDITION = [(code, edition.key) for code in BUILDERS for edition in editions_of(code)]
editions = pytest.mark.parametrize(("code", "edition"), EVERY_EDITION)
LOGO = Evidence(file_name="logo.png", sha256="the logo")


def organisation(**facts: object) -> Organisation:
    return Organisation(id=RecordId("organisation"), name=LocalText(en="Toos", fa="توس"), **facts)  # type: ignore[arg-type]


def with_logo(content: bytes | None, *more: Record) -> Records:
    """Return a company whose logo has that content."""
    contents = {LOGO.sha256: content} if content is not None else {}
    return Records([organisation(logo=LOGO.id), LOGO, *more], contents.get)


def promises(count: int) -> list[Promise]:
    texts = [f"Promise number {number}." for number in range(1, count + 1)]
    return [Promise(order=number, text=LocalText(en=text, fa=text)) for number, text in enumerate(texts, 1)]


def said(code: str, edition: str, *records: Record) -> str:
    return "\n".join(words_of(written(Records(records), "en", code, edition)))


def poster_of(blocks: Iterable[Block]) -> Poster:
    return next(block for block in blocks if isinstance(block, Poster))


def logos_of(blocks: Iterable[Block]) -> Iterator[object]:
    """Yield the logo, or None, of each place that may have one."""
    for block in blocks:
        if isinstance(block, ControlBlock | Title):
            yield block.logo
        elif isinstance(block, Poster | TableCard):
            yield block.display.logo
        elif isinstance(block, Leaflet):
            yield block.cover.logo


def test_every_edition_has_a_builder_and_the_controlled_one_comes_first() -> None:
    beside = [(code, key) for code, key in EVERY_EDITION if key]

    assert beside == list(EDITION_BUILDERS)
    assert [editions_of(code)[0].key for code in BUILDERS] == [""] * len(BUILDERS)


def test_controlled_documents_lie_as_before() -> None:
    # The sheet of the leaflet has a size of its own.
    assert {code for code in BUILDERS if editions_of(code)[0].landscape} == LANDSCAPE | {"R-16"}


@pytest.mark.parametrize("language_code", LANGUAGES)
@pytest.mark.parametrize("name", COMPANIES)
@editions
def test_an_edition_lacks_nothing_that_the_document_does_not_lack(
    code: str, edition: str, name: str, language_code: str
) -> None:
    whole, part = (desk(company(name, language_code), language_code, code, key) for key in ("", edition))
    builder_of(code, "")(whole)
    builder_of(code, edition)(part)

    of_part, of_whole = (
        {(point.place.register, point.place.field) for point in at.open_points} for at in (part, whole)
    )
    assert of_part <= of_whole


@pytest.mark.parametrize(("count", "shown"), [(3, 3), (6, 6), (9, 6)])
def test_a_poster_shows_the_first_six_promises(count: int, shown: int) -> None:
    poster = poster_of(written(Records(reversed(promises(count))), "en", "R-17"))

    assert poster.display.promises == tuple(f"Promise number {n}." for n in range(1, shown + 1))
    assert poster.display.labels == tuple(str(n) for n in range(1, shown + 1))


def test_a_draft_says_when_a_poster_has_too_few_promises() -> None:
    at = desk(Records(promises(2)), "en", "R-17")

    lacking = [block.text for block in BUILDERS["R-17"](at) if isinstance(block, Missing)]

    assert "this sheet should show at least 3 promises; so far 2 are written." in lacking[1]
    assert Place("promise", None) in [point.place for point in at.open_points]


def test_without_a_telephone_the_call_names_another_way() -> None:
    blocks = written(Records([organisation(email="we@toos.example")]), "en", "R-17")

    assert "we@toos.example" in str(poster_of(blocks).display.call)
    assert any(isinstance(block, Missing) and "Telephone" in block.text for block in blocks)


def test_without_any_way_to_reach_us_there_is_no_call() -> None:
    assert poster_of(written(Records(), "en", "R-17")).display.call == ""


def test_posters_and_table_card_say_the_same() -> None:
    ledger = company("sample", "fa")
    texts = {words_of(written(ledger, "fa", "R-17", edition.key)) for edition in editions_of("R-17")}

    assert len(texts) == 1


def test_the_leaflet_says_what_the_flat_sheet_says() -> None:
    ledger = company("sample", "en")
    folded = " ".join(words_of(written(ledger, "en", "R-16")))

    for line in words_of(written(ledger, "en", "R-16", "flat")):
        for text in line.split(" · "):
            assert text in folded


def test_an_approved_leaflet_has_no_heading_without_words() -> None:
    (leaflet,) = written(approved_and_empty(), "en", "R-16")

    assert isinstance(leaflet, Leaflet)
    headings = [block.text for block in leaflet.flap if isinstance(block, Heading)]
    assert headings == ["What we ask of you", "Your personal information"]


def test_the_public_charter_leaves_the_annexes_out_and_nothing_else() -> None:
    ledger = company("sample", "en")
    blocks = written(ledger, "en", "D2", "public")

    text = "\n".join(words_of(blocks))
    annexes = [annex.heading.get("en") for annex in document("D2").annexes]
    assert not [heading for heading in annexes if heading in text]
    assert phrase("annexes.internal").get("en") not in text
    for promise in ledger.all(Promise):
        for part in (promise.text, promise.conditions, promise.limits, promise.remedy):
            assert part.get("en") in text
    assert not any(isinstance(block, PageBreak | Note) for block in blocks)


@pytest.mark.parametrize("code", ["R-06", "R-07", "R-08", "R-14"])
def test_a_blank_form_shows_number_and_revision_and_no_records(code: str) -> None:
    blocks = written(company("sample", "en"), "en", code, "blank")

    control = blocks[0]
    assert isinstance(control, ControlBlock)
    assert [entry.label for entry in control.entries] == ["Organization", "Document no.", "Revision"]
    assert not any(isinstance(block, Missing) for block in blocks)


def test_an_attendance_sheet_to_sign_names_those_who_come_and_leaves_room_for_others() -> None:
    ahead, held = TrainingSession(topic="Ahead"), TrainingSession(topic="Held", is_held=True)
    sara = Person(name=LocalText(en="Sara"))

    blocks = written(Records([ahead, held, sara]), "en", "R-06", "blank")

    (table,) = [block for block in blocks if isinstance(block, Table)]
    assert table.by_hand
    assert table.rows == (("Sara", "", "", ""),)
    assert table.blank_rows == 11
    assert "Held" not in str(blocks)


def test_each_session_ahead_has_a_sheet_of_its_own() -> None:
    blocks = written(Records([TrainingSession(topic="A"), TrainingSession(topic="B")]), "en", "R-06", "blank")

    assert sum(isinstance(block, PageBreak) for block in blocks) == 1
    assert sum(isinstance(block, Title) for block in blocks) == 2


GOOD = {
    "png": png(stripes()),
    "turned by the camera": jpeg(stripes(), 6),
    "in the colours of print": jpeg(noise("CMYK", 300, 200)),
    "clear": png(noise("RGBA", 300, 200)),
    "20,000 pixels wide": wide_png(20_000, 400, (10, 120, 110)),
}
BAD: dict[str, Callable[[], bytes | None]] = {
    "no picture": lambda: b"<svg/>",
    "cut off": lambda: png(noise("RGB", 300, 200))[:400],
    "too many pixels": endless_png,
    "lost": lambda: None,
}


@pytest.mark.parametrize("kind", GOOD)
def test_any_real_picture_is_a_logo(kind: str) -> None:
    at = Records([organisation(logo=LOGO.id), LOGO], {LOGO.sha256: GOOD[kind]}.get)

    for code, edition in (("D1", ""), ("R-16", ""), ("R-16", "flat"), ("R-17", ""), ("R-17", "table-card")):
        assert any(logos_of(written(at, "en", code, edition)))


@pytest.mark.parametrize("kind", BAD)
@editions
def test_a_logo_that_cannot_be_printed_is_left_out_and_an_open_point(
    code: str, edition: str, kind: str
) -> None:
    at = desk(with_logo(BAD[kind]()), "en", code, edition)

    blocks = builder_of(code, edition)(at)

    assert not any(logos_of(blocks))
    where = Place("organisation", RecordId("organisation"), "logo")
    assert [point.place for point in at.open_points].count(where) == 1
    assert "logo.png" in str(blocks)


def test_a_logo_in_the_bin_is_no_logo() -> None:
    at = desk(Records([organisation(logo=LOGO.id)]), "en", "D1")

    assert not any(logos_of(BUILDERS["D1"](at)))
    assert not [point for point in at.open_points if point.place.field == "logo"]


def test_a_camera_s_picture_stands_upright() -> None:
    logo = desk(with_logo(jpeg(stripes(600, 400), 6)), "en", "D1").logo

    assert logo is not None
    from models.documents.pictures.reading import read

    assert read(logo.data, "x", (600, 600)).size == (400, 600)


def test_words_do_not_tell_how_the_logo_s_file_is_called() -> None:
    for edition in editions_of("R-17"):
        assert "logo.png" not in "\n".join(
            words_of(written(with_logo(png(stripes())), "en", "R-17", edition.key))
        )


@editions
def test_words_of_an_approved_edition_are_those_of_the_draft(code: str, edition: str) -> None:
    ledger = company("sample", "en")
    at = desk(ledger, "en", code, edition)
    approved = desk(ledger, "en", code, edition)
    approved.control = replace(at.control, approved_by=RecordId("x"))
    at.control = replace(at.control, approved_by=None)

    assert words_of(builder_of(code, edition)(at)) == words_of(builder_of(code, edition)(approved))


def test_an_edition_is_controlled_by_the_data_of_its_document() -> None:
    control = DocumentControl(document="D2", revision="07")

    blocks = written(Records([control]), "en", "D2", "public")

    assert "07" in str(blocks[0])
