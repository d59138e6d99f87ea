"""User text made fit for setting: what has no shape taken out, what would be reordered wrongly isolated."""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from models.documents.blocks import Span

LRI, RLI, FSI, PDI = "\u2066", "\u2067", "\u2068", "\u2069"
RLM, ALM = "\u200f", "\u061c"

_LINE_ENDS = re.compile("\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_DROPPED = re.compile(
    "[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\xad\u2060-\u2064\ufeff\ufe00-\ufe0f\U000e0000-\U000e0fff]"
)
_SURROGATE = re.compile("[\ud800-\udfff]")
_CONTROLS = frozenset("\u061c\u200e\u200f") | {
    chr(code) for code in (*range(0x202A, 0x202F), *range(0x2066, 0x2070))
}

_DIGIT = "0-9\u06f0-\u06f9\u0660-\u0669"
_TOKEN = re.compile(
    rf"(?<![\w+\-])\+?[{_DIGIT}][{_DIGIT}A-Za-z]*(?:-[{_DIGIT}A-Za-z]+)+(?!\w)"
    rf"|(?<![\w+\-])\+[{_DIGIT}]+(?: [{_DIGIT}]+)*(?!\w)"
    rf"|[A-Za-z]\+\+|\b[A-Z]#|[{_DIGIT}]+\s?°[CF]\b"
)
_LEADING_DIGIT = re.compile(r"[\W_]*\d")
_LATIN = re.compile("[A-Za-z]")
_LONG_NUMBER = 7


def clean(text: str) -> str:
    """Return a text with each line end as one \\n, tabs as spaces, and no characters without a shape."""
    text = _SURROGATE.sub("\ufffd", text)
    text = _LINE_ENDS.sub("\n", text)
    return _DROPPED.sub("", text.replace("\t", " "))


def is_control(character: str) -> bool:
    """Tell whether a character only steers direction and is never drawn."""
    return character in _CONTROLS


def isolated(text: str, rtl: bool) -> str:
    """Return a line of text with isolates round tokens that would be taken apart after Persian letters.

    Telephone numbers, ISO dates and codes that begin with a digit and hold a hyphen keep their own order;
    so do C++, C# and 25°C. Short ranges and clause numbers (۵۰-۶۰) stay as the algorithm has them, at the
    start of a line as after a letter.
    """
    if not rtl and text.isascii():
        return text
    if "،" in text:
        text = text.replace("،", "،" + RLM)
    text = _TOKEN.sub(lambda match: _isolate(match, rtl), text)
    return ALM + text if rtl and _LEADING_DIGIT.match(text) else text


def _isolate(match: re.Match[str], rtl: bool) -> str:
    token = match.group()
    is_range = "-" in token and not _LATIN.search(token) and sum(c.isdigit() for c in token) < _LONG_NUMBER
    if is_range or not _follows_rtl(match.string, match.start(), rtl):
        return token
    return f"{LRI}{token}{PDI}"


def _follows_rtl(text: str, end: int, rtl: bool) -> bool:
    for character in reversed(text[max(0, end - 400) : end]):
        kind = unicodedata.bidirectional(character)
        if kind in ("R", "AL", "L"):
            return kind != "L"
    return rtl


def joined(content: str | Sequence[Span]) -> tuple[str, bytes]:
    """Return a content's text and, for each character, 1 where it is bold; islands come isolated."""
    if isinstance(content, str):
        text = clean(content)
        return text, bytes(len(text))
    texts: list[str] = []
    weights: list[bytes] = []
    for span in content:
        text = clean(span.text)
        if span.island:
            text = f"{LRI}{text}{PDI}"
        texts.append(text)
        weights.append(bytes([span.bold]) * len(text))
    return "".join(texts), b"".join(weights)


@lru_cache(maxsize=8192)
def stands_alone(character: str) -> bool:
    """Tell whether a character of a right-to-left run is set by itself: readers mirror or change it."""
    if unicodedata.mirrored(character):
        return True
    kind = unicodedata.bidirectional(character)
    if kind in ("EN", "ES", "ET"):
        return True
    return kind == "ON" and (ord(character) > 0xFFFF or unicodedata.normalize("NFKC", character) != character)
