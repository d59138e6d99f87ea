"""Texts as they are typed, searched and set between others, whatever their language."""

from __future__ import annotations

import re
import unicodedata

HALF_SPACE = "\u200c"

_LEFT_TO_RIGHT = "\u2066"
_FIRST_STRONG = "\u2068"
_POP = "\u2069"
_ISOLATE_MARK = re.compile("[\u2066-\u2069]")

_LINE_END = re.compile("\r\n?")
# Surrogates that stand alone cannot be written to any file.
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
_HALF_SPACES = re.compile(f"{HALF_SPACE}{{2,}}")
_ARABIC_TO_PERSIAN = str.maketrans({"ي": "ی", "ى": "ی", "ك": "ک"})

_ASCII_DIGITS = str.maketrans("۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩", "0123456789" * 2)
_UNSEEN = frozenset({"Mn", "Me", "Cf"})
_TATWEEL = "\u0640"
# After decomposition: what keyboards and habits write differently for the same word.
_SAME_LETTER = {"ي": "ی", "ى": "ی", "ك": "ک", "ة": "ه", "ە": "ه", "ہ": "ه", "ھ": "ه", "ٱ": "ا"}


class _Folds(dict[int, str]):
    """Maps a decomposed character to what stands for it in search; fills itself."""

    def __missing__(self, ordinal: int) -> str:
        character = chr(ordinal)
        unseen = character == _TATWEEL or unicodedata.category(character) in _UNSEEN
        self[ordinal] = "" if unseen else _SAME_LETTER.get(character, character)
        return self[ordinal]


_FOLDS = _Folds()


def normalise(text: str) -> str:
    """Return a typed text as it is kept: Persian ی and ک, composed letters, no control characters.

    Half-spaces stay (several in a row become one), so do line ends (as "\\n"), tabs, digits of any shape,
    direction marks and emoji. Normalising twice changes nothing more.
    """
    if text.isascii() and text.isprintable():
        return text
    text = _CONTROL.sub("", _LINE_END.sub("\n", text))
    # Composed first: Arabic ي with a hamza above is the letter ئ, which Persian has too.
    text = unicodedata.normalize("NFC", text).translate(_ARABIC_TO_PERSIAN)
    return _HALF_SPACES.sub(HALF_SPACE, text)


def search_key(text: str) -> str:
    """Return what a text is found by; it contains the key of whatever a user may type to find it.

    Ignores case, accents and vowel marks, half-spaces and other invisible marks, tatweel, the shape of
    digits, Arabic or Persian ی and ک, the hamza on a letter, آ or ا, ة or ه, and how wide blanks are.
    """
    text = normalise(text)
    if not text.isascii():
        text = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
        text = ascii_digits(text.translate(_FOLDS))
    return " ".join(text.casefold().split())


def ascii_digits(text: str) -> str:
    """Return the text with its Persian and Arabic digits replaced by ASCII ones."""
    return text.translate(_ASCII_DIGITS)


def without_marks(text: str) -> str:
    """Return the text without invisible characters such as direction marks, and no blanks around it."""
    return "".join(c for c in text if unicodedata.category(c) != "Cf").strip()


def shortened(text: str, longest: int = 60) -> str:
    """Return the beginning of a text in one line, short enough to be named in a sentence."""
    line = " ".join(text[: 2 * longest].split())
    return line if len(line) <= longest and len(text) <= 2 * longest else f"{line[:longest]}…"


def without_isolates(text: str) -> str:
    """Return the text without the marks that keep the parts of a sentence apart on the screen."""
    return _ISOLATE_MARK.sub("", text)


def isolated(text: str) -> str:
    """Return the text so wrapped that neither its direction nor marks inside it disturb its neighbours."""
    return f"{_FIRST_STRONG}{_balanced(text)}{_POP}"


def island(text: str) -> str:
    """Return a path, code, hash or address so wrapped that it reads from left to right anywhere."""
    return f"{_LEFT_TO_RIGHT}{_balanced(text)}{_POP}"


def _balanced(text: str) -> str:
    """Return the text with isolates that it opens closed, and closing marks without an opening left out."""
    depth = 0

    def kept(mark: re.Match[str]) -> str:
        nonlocal depth
        if mark[0] != _POP:
            depth += 1
        elif depth == 0:
            return ""
        else:
            depth -= 1
        return mark[0]

    return _ISOLATE_MARK.sub(kept, text) + _POP * depth
