"""Links, named places, and several documents in one file."""

from __future__ import annotations

import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from models.documents.blocks import (
    Anchor,
    CellKind,
    Column,
    Contents,
    Document,
    Heading,
    KeepTogether,
    PageBreak,
    Paragraph,
    Span,
    State,
    Table,
    Title,
)
from models.documents.pdf import printed, render, render_bundle
from tests.documents.readers import links, needs_qpdf, outline, pages
from tests.documents.samples import english, persian


def test_contents_lead_to_their_headings() -> None:
    document = english(
        Contents("Contents"), Heading("Early"), PageBreak(), Paragraph("x"), PageBreak(), Heading("Late")
    )

    assert links(render(document)) == [1, 3]


def test_the_page_of_a_named_place_is_told() -> None:
    document = english(Anchor("a"), Paragraph("x"), PageBreak(), Anchor("b"), Heading("Second"))

    told = printed([document])

    assert told.page_of == {"a": 1, "b": 2}
    assert told.pages == 2


def test_a_named_place_moves_to_the_next_page_with_its_block() -> None:
    filler = tuple(Paragraph(f"line {count}") for count in range(33))
    document = english(*filler, Anchor("here"), KeepTogether(tuple(Paragraph(f"kept {n}") for n in range(8))))

    told = printed([document])

    assert "kept 0" in pages(told.content)[told.page_of["here"] - 1]


def test_a_name_given_twice_means_its_first_place() -> None:
    document = english(Anchor("a"), Paragraph("x"), PageBreak(), Anchor("a"), Paragraph("y"))

    assert printed([document]).page_of == {"a": 1}


MATRIX = Table(
    (Column("Question"), Column("Page", kind=CellKind.NUMBER)),
    [
        ("Are complaints answered?", (Span("000", page_of="evidence"),)),
        ("Is this known?", (Span("000", page_of="nowhere"),)),
    ],
)


def test_a_cell_says_the_page_of_a_place_and_leads_there() -> None:
    pdf = render(
        english(MATRIX, PageBreak(), Paragraph("x"), PageBreak(), Anchor("evidence"), Paragraph("y"))
    )

    text = " ".join(pages(pdf)[0].split())

    assert "answered? 3" in text
    assert links(pdf) == [3]


def test_a_place_that_is_nowhere_has_no_page_number() -> None:
    text = pages(render(english(MATRIX)))[0]

    assert "Is this known? –" in " ".join(text.split())
    assert "000" not in text


def test_a_paragraph_says_the_page_of_a_place_in_the_digits_of_its_language() -> None:
    document = replace(
        persian(),
        blocks=(
            Paragraph((Span("نگاه کنید به صفحهٔ "), Span("00", page_of="there"))),
            PageBreak(),
            Anchor("there"),
            Paragraph("اینجا"),
        ),
    )

    assert "صفحهٔ ۲" in pages(render(document))[0]


def test_a_paragraph_may_lead_to_a_place() -> None:
    document = english(
        Paragraph((Span("See there", link="there"),)), PageBreak(), Anchor("there"), Paragraph("x")
    )

    assert links(render(document)) == [2]


def bundle() -> list[Document]:
    cover = replace(
        english(Title("Dossier"), Contents("Contents", of_parts=True), MATRIX, state=State.ISSUED),
        number="",
        title="Dossier",
    )
    policy = replace(persian(rows=3), number="CS-PO-01")
    plan = replace(
        english(
            Heading("Goals", 1, "1"),
            Heading("Money", 2, "1.1"),
            PageBreak(),
            Anchor("evidence"),
            Paragraph("z"),
        ),
        title="Plan",
        number="CS-PL-06",
    )
    return [cover, policy, plan]


def test_a_bundle_counts_its_pages_on() -> None:
    texts = pages(render_bundle(bundle()))

    assert f"Page 1 of {len(texts)}" in texts[0]
    assert f"Page {len(texts)} of {len(texts)}" in texts[-1]


def test_the_outline_of_a_bundle_names_each_document_with_its_headings() -> None:
    told = printed(bundle(), is_bundle=True)
    last = told.pages

    entries = outline(told.content)

    assert entries[:2] == [(0, "Dossier", 1), (0, "خط‌مشی مشتری‌مداری", 2)]
    assert (1, "۱. معرفی سازمان", 2) in entries
    assert entries[-3:] == [(0, "Plan", last - 1), (1, "1 Goals", last - 1), (2, "1.1 Money", last - 1)]


def test_contents_of_a_bundle_list_its_documents() -> None:
    pdf = render_bundle(bundle())
    texts = pages(pdf)
    first = " ".join(texts[0].split())

    assert f"Plan · CS-PL-06 {len(texts) - 1}" in first
    assert links(pdf) == [1, 2, len(texts) - 1, len(texts)]


def test_contents_inside_a_bundle_list_the_headings_of_their_document() -> None:
    pdf = render_bundle(bundle())

    assert links(pdf, page=1) == [page for level, _, page in outline(pdf)[2:] if level][:4]


def test_a_place_is_found_across_the_documents_of_a_bundle() -> None:
    pdf = render_bundle(bundle())

    assert f"answered? {len(pages(pdf))}" in " ".join(pages(pdf)[0].split())


def test_each_document_of_a_bundle_keeps_its_state_and_its_language() -> None:
    texts = pages(render_bundle(bundle()))

    assert "DRAFT" not in texts[0]
    assert "پیش‌نویس" in texts[1]
    assert "DRAFT" in texts[-1]


def test_the_first_page_of_each_document_has_no_running_head() -> None:
    texts = pages(render_bundle(bundle()))

    assert "CS-PO-01 · Policy" not in texts[-2]
    assert "CS-PO-01 · Policy" in texts[-1]


def test_equal_bundles_give_equal_bytes() -> None:
    assert render_bundle(bundle()) == render_bundle(bundle())


@needs_qpdf
def test_a_bundle_is_a_sound_file(tmp_path: Path) -> None:
    path = tmp_path / "sound.pdf"
    path.write_bytes(render_bundle(bundle()))

    assert subprocess.run(["qpdf", "--check", str(path)], capture_output=True, check=False).returncode == 0


class Stopped(Exception):
    """What a cancelled work raises."""


def test_setting_a_bundle_can_be_stopped_between_documents() -> None:
    begun: list[int] = []

    def begins(part: int) -> None:
        begun.append(part)
        if part == 1:
            raise Stopped

    with pytest.raises(Stopped):
        printed(bundle(), begins=begins)

    assert begun == [0, 1]
