"""The rules for readers, one by one, as they show in the operators of a line.

A stream is told piece by piece, from left to right: marks by name, those hidden from pdfium in braces.
"""

import re

import pytest

from models.documents.typesetting.codes import FIRST_CODE, Codes
from models.documents.typesetting.faces import family
from models.documents.typesetting.lines import LineBreaker
from models.documents.typesetting.setter import Placed, Setter

NAMES = {
    "\u200e": "LRM",
    "\u200f": "RLM",
    "\u061c": "ALM",
    "\u00ad": "SHY",
    "\u2069": "PDI",
    "\u200b": "ZW",
    "\u0002": "STX",
}
SHOW = re.compile(r"\[(.*?)\]TJ|<([0-9A-F]+)>Tj|(/F\d+ [\d.]+ Tf)|(/Span)|(EMC)")


def told(text: str, rtl: bool = True, tokens: bool = False) -> list[str]:
    """Return what each piece of a line writes, in the order of the stream."""
    codes = Codes()
    (line,) = LineBreaker(family(), "fa").lines(text, 10, 5000, int(rtl))
    (operators,) = Setter(codes, tokens).operators([Placed(line, 0, 0, 10)])
    (table,) = codes.tables()
    stream: list[str] = []
    for array, single, font, span, end in SHOW.findall(operators):
        if font:
            stream.append("")
            continue
        if span or end:
            stream[-1] += "<" if span else ">"
            continue
        digits = single or "".join(re.findall("<([0-9A-F]+)>", array))
        written = [table.codes[int(code, 16) - FIRST_CODE] for code in re.findall("....", digits)]
        names = "".join("".join(NAMES.get(c, c) for c in code.text) for code in written)
        inkless = len(written) == 1 and written[0].glyph == table.face.space
        stream[-1] += f"{{{names}}}" if inkless else names
    return stream


RULES = {
    "plain Persian needs nothing": ("سلام دنیا", ["ایند مالس"]),
    "M1 a bracket is framed, its end open before a letter": (
        "ا (ب) ج",
        ["{ALM}{RLM }ا", "{PDI}(LRM", "ب", "{PDI}RLM)LRM", "ج{ALM }"],
    ),
    "M2 weak characters that meet are parted": (
        "است ۹۵٪ بود",
        ["{ALM}{RLM }تسا{SHY}", "۹۵", "{RLM}٪RLM", "{PDI}دوب{ALM }{RLM}"],
    ),
    "M3 a number section ends where no letter follows": ("یک، دو", ["ود {RLM}،کی"]),
    "M3 a Latin word ends where no letter follows": ("کد ab است", ["{ALM}{RLM }دک", "ab", "تسا{ALM }{RLM}"]),
    "M4 a Latin piece that ends in a bracket is closed": (
        "کد f(x) است",
        ["{ALM}{RLM }دک", "f(x){LRM}", "RLMZWتسا{ALM }{RLM}"],
    ),
    "M5 a Latin word before two neutrals is closed in sight": (
        "متن ab (ج)",
        ["{ALM}{RLM }نتم", "{PDI}RLMab", "{ALM }", "{PDI}(LRM", "ج", "{PDI}RLM)LRM"],
    ),
    "M6 marks make up for segments that are left to right": (
        "نشانی a/b/c/d است",
        ["{ALM}{RLM }یناشن", "a/b/c/d", "RLMZWRLMZWRLMZWتسا{ALM }{RLM}"],
    ),
    "M7 spaces between pieces are hidden, M8 and begin right to left": (
        "الف ب 1 ج",
        ["{ALM}{RLM }ب فلا", "1", "ج{ALM }{RLM}"],
    ),
    "M9 Persian digits follow a soft hyphen": ("تا ۱۲ است", ["{ALM}{RLM }ات{SHY}", "۱۲", "تسا{ALM }{RLM}"]),
    "M9 Persian digits at the start bring their own": ("۱۲ است", ["{SHY}۱۲", "تسا{ALM }{RLM}"]),
    "M12 a space left of a mark is bound": ("جلسهٔ است", ["تساRLM ٔهسلج"]),
    "M12 a mark at the end of a line is bound": ("جلسهٔ", ["RLM ٔهسلج"]),
}


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_puts_its_marks(rule: str) -> None:
    text, stream = RULES[rule]

    assert told(text) == stream


def test_a_token_is_set_unseen_and_whole_then_seen_from_its_last_segment() -> None:
    _, token, _ = told("فرم CS-1 است", tokens=True)

    assert token == "{C}{S}{-}{1}<ZWZWSTXZW-1ZWCSZWSTXZWZWZW>"


def test_a_token_alone_on_its_line_is_set_once() -> None:
    assert told("CS-1", tokens=True) == ["CS-1"]


def test_a_persian_run_in_an_english_line_is_closed() -> None:
    assert told("a سلام, b", rtl=False) == ["a ", "مالسLRM", ", b"]


def test_english_needs_no_marks() -> None:
    assert told("Form CS-1 (two), 50%.", rtl=False) == ["Form CS-1 (two), 50%."]


def test_m11_a_cell_with_a_neighbour_ends_in_a_hidden_space() -> None:
    breaker = LineBreaker(family(), "fa")
    (first,), (second,) = (breaker.lines(text, 10, 5000, 1) for text in ("یک", "دو"))
    codes = Codes()

    one, other = Setter(codes).operators([Placed(first, 300, 0, 10), Placed(second, 100, 0, 10)])

    (table,) = codes.tables()
    space = next(place for place, code in enumerate(table.codes) if code.text == "\u061c ")
    assert f"{FIRST_CODE + space:04X}" in one
    assert f"{FIRST_CODE + space:04X}" not in other
