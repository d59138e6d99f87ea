"""The order of one line, against Unicode's own cases and against a second implementation."""

from pathlib import Path

import pytest
from bidi import get_display
from hypothesis import given
from hypothesis import strategies as st

from models.documents.typesetting import bidi

UNICODE_CASES = Path("/usr/share/unicode/BidiCharacterTest.txt")
REMOVED = {"RLE", "LRE", "RLO", "LRO", "PDF", "BN"}
BLANK = REMOVED | {"WS", "LRI", "RLI", "FSI", "PDI"}


def with_trailing_blanks(text: str, resolved: list[int], base: int) -> list[int]:
    """Return levels after rule L1; the lines of a page end before their blanks and hold no tabs."""
    result = list(resolved)
    trailing = True
    for index in range(len(text) - 1, -1, -1):
        kind = bidi.bidi_class(text[index])
        trailing = kind in ("S", "B") or (trailing and kind in BLANK)
        if trailing:
            result[index] = base
    return result


def order_of(text: str, base: int) -> list[int]:
    """Return the drawn order of a line, characters that rule X9 removes left out."""
    resolved = with_trailing_blanks(text, bidi.levels(text, base), base)
    kept = [index for index, character in enumerate(text) if bidi.bidi_class(character) not in REMOVED]
    return [kept[place] for place in bidi.visual_order([resolved[index] for index in kept])]


@pytest.mark.skipif(not UNICODE_CASES.exists(), reason="Debian's unicode-data is not installed")
def test_unicode_cases_come_out_in_order() -> None:
    wrong = total = 0
    for line in UNICODE_CASES.read_text(encoding="utf-8").splitlines():
        fields = line.split(";")
        if len(fields) < 5 or line.startswith("#"):
            continue
        text = "".join(chr(int(code, 16)) for code in fields[0].split())
        total += 1
        wrong += order_of(text, int(fields[2])) != [int(index) for index in fields[4].split()]

    assert total > 90_000
    assert wrong == 0


@given(st.text(alphabet="ابپ ۱۲12ab()«».,:-%/،؛\u200c", max_size=40), st.sampled_from([0, 1]))
def test_everyday_text_agrees_with_a_second_implementation(text: str, base: int) -> None:
    order = order_of(text, base)

    expected = get_display(text, base_dir="R" if base else "L").replace("\u200c", "")
    assert "".join(text[index] for index in order) == expected


def test_plain_text_takes_the_level_of_its_paragraph() -> None:
    assert bidi.levels("سلام دنیا.", 1) == [1] * 10
    assert bidi.levels("a plain line 12.", 0) == [0] * 16


def test_runs_are_cut_where_the_level_changes() -> None:
    assert bidi.runs([1, 1, 2, 2, 1]) == [(0, 2), (2, 4), (4, 5)]
    assert bidi.runs([]) == []
