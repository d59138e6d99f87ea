"""Posters, table cards and leaflets: one sheet each, type as large as it fits, both directions."""

from __future__ import annotations

import subprocess
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pypdfium2.raw as raw
import pytest

from models.documents.blocks import Anchor, Block, Document, Paper, Paragraph, State
from models.documents.layout.fitting import TextDoesNotFit
from models.documents.pdf import printed, render
from models.documents.pieces import Cover, Display, Leaflet, Poster, PosterStyle, TableCard
from models.localisation.language import load_language
from tests.documents.readers import needs_pdftotext, needs_qpdf, outline, pages, poppler, words_found
from tests.documents.samples import english, persian
from tests.documents.sheets import DISPLAY, PROMISES, leaflet, sheet_sizes

ENGLISH = Display("Our promises", ("One promise.", "Another promise."), ("1", "2"), foot="Rev. 01")


def in_persian(*blocks: Block, state: State = State.ISSUED) -> Document:
    return replace(persian(state, is_sample=False), blocks=blocks)


def in_english(*blocks: Block) -> Document:
    return english(*blocks, state=State.ISSUED)


def boxes(pdf: bytes, word: str, page: int = 0) -> list[tuple[float, float, float, float]]:
    """Return left, bottom, right and top of each place where a word stands on a page."""
    document = pypdfium2.PdfDocument(pdf)
    text = document[page].get_textpage()
    search = text.search(word, match_case=True)
    found = []
    while hit := search.get_next():
        found.append(text.get_charbox(hit[0]))
    document.close()
    return found


def size_of(pdf: bytes, word: str, page: int = 0) -> float:
    """Return the size of the type in which a word is set."""
    document = pypdfium2.PdfDocument(pdf)
    text = document[page].get_textpage()
    hit = text.search(word, match_case=True).get_next()
    assert hit is not None
    size = raw.FPDFText_GetFontSize(text.raw, hit[0])
    document.close()
    return float(size)


STYLES = pytest.mark.parametrize("style", list(PosterStyle))


@STYLES
@pytest.mark.parametrize("paper", [Paper.A4, Paper.A3])
def test_a_poster_is_one_sheet_of_its_paper(style: PosterStyle, paper: Paper) -> None:
    pdf = render(replace(in_persian(Poster(DISPLAY, style)), paper=paper))

    assert sheet_sizes(pdf) == [paper.value]


@STYLES
def test_everything_on_a_poster_reads_back(style: PosterStyle) -> None:
    (text,) = pages(render(in_persian(Poster(DISPLAY, style))))

    wanted = " ".join((*PROMISES, DISPLAY.title, DISPLAY.organisation, DISPLAY.foot, "051-38881234"))
    assert words_found(wanted, text) == 1
    assert "toos.example.ir/charter" in text


@needs_pdftotext
@STYLES
def test_a_poster_reads_back_in_poppler(style: PosterStyle, tmp_path: Path) -> None:
    text = poppler(render(in_persian(Poster(DISPLAY, style))), tmp_path)

    assert words_found(" ".join((*PROMISES, DISPLAY.title)), text) == 1


def test_fewer_words_get_larger_type() -> None:
    few = replace(ENGLISH, promises=("One promise.",), labels=("1",))
    many = replace(ENGLISH, promises=("One promise. " + "And more of it. " * 12,) * 6, labels=tuple("123456"))

    sizes = [size_of(render(in_english(Poster(display))), "One promise") for display in (few, many)]

    assert sizes[0] > 1.5 * sizes[1]


def test_a_larger_paper_gets_larger_type() -> None:
    poster = in_english(Poster(ENGLISH))

    ratio = size_of(render(replace(poster, paper=Paper.A3)), "Another") / size_of(render(poster), "Another")

    assert ratio == pytest.approx(2**0.5, rel=0.02)


@STYLES
def test_promises_stay_between_head_and_foot(style: PosterStyle) -> None:
    long = replace(ENGLISH, promises=("First of all " + "words " * 60 + "end.",) * 6, labels=tuple("123456"))
    pdf = render(in_english(Poster(replace(long, qr="x"), style)))

    ((_, title, _, _),) = boxes(pdf, "Our promises")
    firsts, ends, foot = boxes(pdf, "First"), boxes(pdf, "end."), boxes(pdf, "Rev.")[0]

    assert len(firsts) == len(ends) == 6
    assert all(title > top for _, _, _, top in firsts)
    assert all(foot[3] < bottom for _, bottom, _, _ in ends)


@STYLES
def test_labels_stand_where_reading_begins(style: PosterStyle) -> None:
    ltr = render(in_english(Poster(replace(ENGLISH, foot=""), style)))
    rtl = render(in_persian(Poster(DISPLAY, style)))

    assert boxes(ltr, "One")[0][0] > 100
    assert boxes(rtl, "غذای")[0][2] < 595 - 75


@pytest.mark.parametrize("piece", [Poster(DISPLAY), TableCard(DISPLAY)])
def test_a_promise_of_three_thousand_words_ends_in_a_sentence(piece: Poster | TableCard) -> None:
    endless = replace(piece, display=replace(DISPLAY, promises=("واژه " * 3000, *PROMISES[1:])))

    with pytest.raises(TextDoesNotFit) as refusal:
        render(in_persian(endless))

    assert DISPLAY.title in refusal.value.sentence(load_language("fa"))


@pytest.mark.parametrize("text", ["", "x" * 200, "<b>&\ud800", "ب" * 400])
def test_strange_words_are_printed_or_refused(text: str) -> None:
    strange = Display(text, (text, text), ("1", "2"), text, text, text, text, text)
    for piece in (
        Poster(strange),
        Poster(strange, PosterStyle.BAND),
        TableCard(strange),
        Poster(Display("", (), ())),
    ):
        for document in (in_english(piece), in_persian(piece)):
            with suppress(TextDoesNotFit):
                assert len(pages(render(document))) == 1


def test_a_draft_of_a_poster_carries_the_watermark_and_no_page_number() -> None:
    (text,) = pages(render(in_persian(Poster(DISPLAY), state=State.DRAFT)))

    assert "پیش‌نویس" in text
    assert "صفحهٔ" not in text


def test_every_piece_carries_the_disclaimer() -> None:
    leaflet = Leaflet(Cover("x"), (Paragraph("y"),))
    for piece in (Poster(DISPLAY), TableCard(DISPLAY), leaflet):
        assert all("ادعای گواهی یا انطباق نیست" in text for text in pages(render(in_persian(piece))))


def test_a_table_card_says_the_same_on_both_sides() -> None:
    pdf = render(in_english(TableCard(ENGLISH)))

    low, high = sorted(bottom for _, bottom, _, _ in boxes(pdf, "Another"))

    assert sheet_sizes(pdf) == [(210, 297)]
    assert low < 421 < high


def test_a_table_card_is_upright_on_paper_that_lies() -> None:
    assert sheet_sizes(render(replace(in_english(TableCard(ENGLISH)), landscape=True))) == [(210, 297)]


def test_a_leaflet_is_one_lying_sheet_with_two_sides() -> None:
    assert sheet_sizes(render(in_english(leaflet()))) == [(297, 210)] * 2
    assert sheet_sizes(render(in_persian(leaflet()))) == [(297, 210)] * 2


def panel_of(pdf: bytes, word: str, page: int) -> int:
    """Return the third of the sheet, from the left, in which a word stands."""
    return int(boxes(pdf, word, page)[0][0] / (842 / 3))


def test_panels_lie_so_that_the_sheet_opens_like_a_book() -> None:
    ltr, rtl = render(in_english(leaflet())), render(in_persian(leaflet()))

    assert [panel_of(ltr, word, 0) for word in ("Flap", "Back", "Charter")] == [0, 1, 2]
    assert [panel_of(rtl, word, 0) for word in ("Flap", "Back", "Charter")] == [2, 1, 0]


def test_the_text_inside_runs_over_three_even_panels() -> None:
    ltr, rtl = render(in_english(leaflet())), render(in_persian(leaflet()))

    assert [panel_of(ltr, f"Promise{n}", 1) for n in range(6)] == [0, 0, 1, 1, 2, 2]
    assert [panel_of(rtl, f"Promise{n}", 1) for n in range(6)] == [2, 2, 1, 1, 0, 0]


def test_more_text_gets_smaller_type() -> None:
    short, long = (render(in_english(leaflet(words))) for words in (10, 140))

    def height(pdf: bytes) -> float:
        _, bottom, _, top = boxes(pdf, "Promise0", 1)[0]
        return top - bottom

    assert height(short) > 1.2 * height(long)


def test_too_much_text_ends_in_a_sentence() -> None:
    with pytest.raises(TextDoesNotFit, match="Charter"):
        render(in_english(leaflet(words=3000)))


def test_words_of_neighbouring_panels_are_read_apart() -> None:
    text = pages(
        render(
            in_persian(
                Leaflet(
                    Cover("جلد"), (Paragraph("متن داخل"),), (Paragraph("لبهٔ تا"),), (Paragraph("پشت جلد"),)
                )
            )
        )
    )

    assert "لبهٔ تا" in text[0].splitlines()
    assert "پشت جلد" in text[0].splitlines()


def test_headings_of_a_leaflet_stay_out_of_the_outline() -> None:
    assert outline(render(in_english(leaflet()))) == []


@needs_qpdf
def test_pieces_are_sound_files(tmp_path: Path) -> None:
    path = tmp_path / "sound.pdf"
    for piece in (Poster(DISPLAY), TableCard(DISPLAY), leaflet()):
        path.write_bytes(render(in_persian(piece)))
        assert (
            subprocess.run(["qpdf", "--check", str(path)], capture_output=True, check=False).returncode == 0
        )


def test_equal_pieces_give_equal_bytes() -> None:
    assert render(in_persian(leaflet(), Poster(DISPLAY))) == render(in_persian(leaflet(), Poster(DISPLAY)))


@pytest.mark.parametrize("piece", [Poster(DISPLAY), TableCard(DISPLAY), leaflet()])
def test_a_named_place_before_a_sheet_is_the_sheet(piece: Block) -> None:
    made = printed([in_persian(Paragraph("پیش از آن")), in_persian(Anchor("here"), piece)], is_bundle=True)

    assert made.page_of == {"here": 2}
    assert made.pages == (3 if isinstance(piece, Leaflet) else 2)
    assert [page for _, _, page in outline(made.content)] == [1, 2]


def test_both_sides_of_a_table_card_carry_the_marks_of_a_draft_and_of_a_sample() -> None:
    pdf = render(in_persian(TableCard(DISPLAY), state=State.DRAFT))
    plain, sample = (
        render(replace(in_persian(TableCard(DISPLAY)), is_sample=is_sample)) for is_sample in (False, True)
    )

    assert pages(pdf)[0].count("پیش‌نویس") == 3
    assert pages(sample)[0].count("نمونه") == pages(plain)[0].count("نمونه") + 2


def test_a_sheet_carries_its_number() -> None:
    for piece in (Poster(DISPLAY), TableCard(DISPLAY), leaflet()):
        assert all("CS-PO-01" in text for text in pages(render(in_persian(piece))))
