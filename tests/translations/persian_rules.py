"""How Persian texts of the application are written; each rule returns the places where a text breaks it.

For catalogues and content: `faults(text)` applies all rules. A text without Persian letters has no faults.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from string import Formatter

LETTER = "ء-غف-يپچژکگی"
HALF_SPACE = "\u200c"

_PLACEHOLDER = re.compile(r"\{[^{}]*\}")
_PERSIAN = re.compile(f"[{LETTER}]")
_ARABIC = re.compile("[يىك٠-٩\u0640]")
_FOREIGN_QUOTE = re.compile("[\"“”„]|(?<!\\w)'|'(?!\\w)")
_LATIN_MARK = re.compile(f"(?<=[{LETTER}»])[,;?]")
_PREFIX = re.compile(f"(?<![{LETTER}{HALF_SPACE}])ن?می (?=[{LETTER}])")
_ENDINGS = "ها|های|هایی|هایم|هایت|هایش|هایمان|هایتان|هایشان|ترین|ترین‌ها"
_SUFFIX = re.compile(f"(?<=[{LETTER}}}»]) (?:{_ENDINGS})(?![{LETTER}])")
_IDLE_HALF_SPACE = re.compile(f"{HALF_SPACE}(?![\\w{{«])|(?<![\\w\u064b-\u0655}}»]){HALF_SPACE}")
_STRAY_BLANK = re.compile(f"(?<=[{LETTER}»}}]) (?:[،؛؟:!»]|\\.(?!\\w))|« |  ")

# A standard with its number and year: ISO 10001:2018, ISO/IEC 17021-1, ISO 9000 family, IAF MD 1.
_STANDARD = re.compile(
    r"\b(?:ISO|IEC|INSO|ISIRI|IAF|EN|BS|TS|TR|PAS|MD)(?:[/ –-](?:ISO|IEC|INSO|TS|TR|PAS|MD))*"
    r"[\s-]*[0-9][0-9:.–-]*"
)
# Numbers of records, file names, addresses, sizes of paper: whatever holds a Latin letter.
_CODE = re.compile(r"[!-~]*[A-Za-z][!-~]*")
_LATIN_DIGITS = re.compile("[0-9]+")

Rule = Callable[[str], Iterator[str]]


def arabic_characters(text: str) -> Iterator[str]:
    """Yield Arabic letters and digits, and tatweel, that Persian writes differently or not at all."""
    return _found(_ARABIC, text)


def foreign_quotes(text: str) -> Iterator[str]:
    """Yield quotation marks where « and » belong."""
    return _found(_FOREIGN_QUOTE, text)


def latin_marks(text: str) -> Iterator[str]:
    """Yield , ; ? behind Persian words, where ، ؛ ؟ belong."""
    return _found(_LATIN_MARK, text)


def blanks_for_half_spaces(text: str) -> Iterator[str]:
    """Yield blanks between می and its verb, or before ها and ترین, where a half-space belongs."""
    yield from _found(_PREFIX, text)
    yield from _found(_SUFFIX, text)


def idle_half_spaces(text: str) -> Iterator[str]:
    """Yield half-spaces that do not stand between two letters."""
    return _found(_IDLE_HALF_SPACE, text)


def stray_blanks(text: str) -> Iterator[str]:
    """Yield doubled blanks and blanks before a punctuation mark or inside quotation marks."""
    return _found(_STRAY_BLANK, text)


def latin_digits(text: str) -> Iterator[str]:
    """Yield Latin digits outside of named fields, numbers of standards and codes such as R-01 or A4."""
    for pattern in (_PLACEHOLDER, _STANDARD, _CODE):
        text = pattern.sub(" ", text)
    for number in _LATIN_DIGITS.finditer(text):
        yield number[0]


RULES: tuple[Rule, ...] = (
    arabic_characters,
    foreign_quotes,
    latin_marks,
    blanks_for_half_spaces,
    idle_half_spaces,
    stray_blanks,
    latin_digits,
)


def faults(text: str) -> list[str]:
    """Return what is wrong with a Persian text, each fault as "rule: excerpt"."""
    if not _PERSIAN.search(text):
        return []
    return [f"{rule.__name__}: {excerpt}" for rule in RULES for excerpt in rule(text)]


def placeholders(text: str) -> set[str]:
    """Return the names of the fields of a message.

    Raises:
        ValueError: a brace is not closed or not opened.
    """
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def _found(pattern: re.Pattern[str], text: str) -> Iterator[str]:
    for match in pattern.finditer(text):
        yield text[max(0, match.start() - 12) : match.end() + 12]
