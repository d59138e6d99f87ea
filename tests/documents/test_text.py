"""Words, lines and breaks: logical text cut to a width."""

from itertools import pairwise

import pytest

from models.documents.blocks import Span
from models.documents.typesetting.faces import UNITS, family, load_face
from models.documents.typesetting.lines import Line, LineBreaker
from models.documents.typesetting.pieces import pieces
from models.documents.typesetting.shaping import Shaper
from models.documents.typesetting.text import clean, isolated

WIDTH = 120.0


def broken(content: str | tuple[Span, ...], width: float = WIDTH, rtl: bool = True) -> list[Line]:
    return LineBreaker(family(), "fa").lines(content, 10, width, int(rtl))


def test_lines_hold_the_text_in_logical_order() -> None:
    text = "این متن از چند واژه ساخته شده و در چند سطر می‌نشیند."

    lines = broken(text)

    assert len(lines) > 1
    assert " ".join(line.text for line in lines) == text


def test_no_line_is_wider_than_asked() -> None:
    lines = broken("سلام CS-AC-012 دنیا می‌شود " * 20)

    assert max(line.width for line in lines) <= WIDTH / 10 * UNITS


@pytest.mark.parametrize("width", range(60, 200, 7))
def test_no_line_begins_with_the_dot_between_two_names(width: int) -> None:
    names = " · ".join(("At our place", "Telephone", "Messenger", "A", "Website", "Paper form"))

    lines = broken(names, width, rtl=False)

    assert " ".join(line.text for line in lines).split() == names.split()
    one_word = [line.text for line, after in pairwise(lines) if after.text.startswith("·")]
    # Only a name that fills its line has its dot on the next one.
    assert not any(" " in text.strip() for text in one_word)


def test_a_code_is_not_broken_at_its_hyphens() -> None:
    lines = broken("کد CS-AC-012 " * 12, width=70)

    assert sum(line.text.count("CS-AC-012") for line in lines) == 12


def test_a_long_word_is_cut_and_nothing_is_lost() -> None:
    for word in ("ب" * 10_000, "abc/" * 2_500, "x" * 10_000):
        lines = broken(word)
        assert "".join(line.text for line in lines) == word
        assert max(line.width for line in lines) <= WIDTH / 10 * UNITS


def test_a_long_address_is_cut_behind_a_slash() -> None:
    lines = broken("https://example.com/charter/persian/version", width=100, rtl=False)

    assert lines[0].text.endswith("/")


def test_line_ends_start_new_lines() -> None:
    assert [line.text for line in broken("یک\nدو\r\n\nسه")] == ["یک", "دو", "", "سه"]


def test_an_empty_text_is_one_empty_line() -> None:
    assert [line.text for line in broken("")] == [""]


def test_bold_spans_use_the_bold_face() -> None:
    (line,) = broken((Span("پررنگ", bold=True), Span(" ساده")), width=500)

    assert [segment.shaped.face.name for segment in line.segments if segment.shaped.visual != " "] == [
        "Vazirmatn-SemiBold",
        "Vazirmatn-Regular",
    ]


def test_an_island_keeps_its_order_in_persian() -> None:
    (line,) = broken((Span("مسیر "), Span("/a/b", island=True)), width=500)

    assert set(line.levels[-4:]) == {2}


def drawn_order(line: Line) -> list[str]:
    """Return the words of a line from left to right."""
    placed = sorted((piece.x, piece.text.strip("\u200b ")) for piece in pieces(line))
    return [text for _, text in placed if text]


@pytest.mark.parametrize(
    ("content", "rtl", "order"),
    [
        ((Span("منشور"), Span("CS-01", island=True)), False, ["منشور", "CS-01"]),
        ((Span("Toos", bold=True), Span("CS-01", island=True)), True, ["CS-01", "Toos"]),
        ("Toos\u2068رستوران\u2069", True, ["رستوران", "Toos"]),
        ("\u2068منشور\u2069\u2068سال\u2069", False, ["منشور", "سال"]),
    ],
)
def test_an_isolate_beside_a_run_of_the_other_direction_keeps_its_place(
    content: str | tuple[Span, ...], rtl: bool, order: list[str]
) -> None:
    (line,) = broken(content, width=500, rtl=rtl)

    assert drawn_order(line) == order


def test_no_line_starts_with_the_blank_that_keeps_runs_apart() -> None:
    (line,) = broken((Span("CS-01", island=True), Span("CS-02", island=True)), width=500)

    assert line.text.strip("\u200b") == line.text
    assert drawn_order(line) == ["CS-02", "CS-01"]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("a\x00b\x07c", "abc"),
        ("a\tb", "a b"),
        ("\ud800x", "\ufffdx"),
        ("a\u2028b", "a\nb"),
        ("\ufeffa\ufe0f", "a"),
    ],
)
def test_what_has_no_shape_is_taken_out(text: str, kept: str) -> None:
    assert clean(text) == kept


@pytest.mark.parametrize(
    "token", ["021-88881234", "۰۲۱-۸۸۸۸۱۲۳۴", "2026-11-22", "+98 51 3888", "25°C", "C++", "5-AB-2"]
)
def test_tokens_that_would_be_taken_apart_are_isolated(token: str) -> None:
    assert f"\u2066{token}\u2069" in isolated(f"واژه {token} است", rtl=True)


@pytest.mark.parametrize("token", ["۵۰-۶۰", "۴-۲-۱", "CS-AC-012", "۱۴۰۵/۰۹/۰۱"])
def test_ranges_and_codes_stay_as_they_are(token: str) -> None:
    assert isolated(f"واژه {token} است", rtl=True) == f"واژه {token} است"


def test_a_range_at_the_start_of_a_line_looks_like_one_inside_it() -> None:
    (start,) = broken("۵۰-۶۰ درصد", width=500)
    (inside,) = broken("از ۵۰-۶۰ درصد", width=500)

    assert start.levels[:5] == inside.levels[3:8]


def test_every_atom_stands_for_one_character() -> None:
    for word in ("الله", "لا", "خط‌مشی", "اللّه", "fi"):
        shaped = Shaper("fa").shape(word, load_face("Vazirmatn-Regular"), rtl=word.isascii() is False)
        letters = [atom.text for atom in shaped.atoms if atom.text != "\u200b"]
        assert sorted(letters) == sorted(word)


def test_a_ligature_shares_its_width_and_inks_its_leftmost_letter() -> None:
    shaped = Shaper("fa").shape("لا", load_face("Vazirmatn-Regular"), rtl=True)

    assert [atom.text for atom in shaped.atoms] == ["ا", "ل"]
    assert [atom.inked for atom in shaped.atoms] == [True, False]
    assert abs(shaped.atoms[0].width - shaped.atoms[1].width) <= 1


def test_characters_of_other_scripts_use_the_fallback_face() -> None:
    (line,) = broken("α و ✔", width=500)

    assert {segment.shaped.face.name for segment in line.segments} == {
        "Vazirmatn-Regular",
        "DejaVuSans-Symbols",
    }
