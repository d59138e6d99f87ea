"""Texts: one in several languages, and the beginning of one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

_PAUSES = ",;:،؛"


def first_words(text: str, longest: int) -> str:
    """Return the beginning of a text in one line, cut at a word where it is longer than so many letters."""
    # What comes later is cut off anyway: a text may be very long.
    line = " ".join(text[: 4 * longest].split())
    if len(line) <= longest:
        return line
    return f"{(line[:longest].rpartition(' ')[0] or line[:longest]).rstrip(_PAUSES)}…"


@dataclass(frozen=True, init=False)
class LocalText:
    """A text by language code; languages without a text are left out.

    Equal and hashable by content, whatever the order in which the languages were given.
    """

    texts: tuple[tuple[str, str], ...]

    def __init__(self, **texts: str) -> None:
        kept = sorted((code, text) for code, text in texts.items() if text)
        object.__setattr__(self, "texts", tuple(kept))

    @classmethod
    def of(cls, texts: Mapping[str, str]) -> LocalText:
        """Return the text made of a mapping from language code to text."""
        return cls(**texts)

    @cached_property
    def _by_code(self) -> dict[str, str]:
        return dict(self.texts)

    def get(self, code: str) -> str:
        """Return the text in that very language, "" where there is none."""
        return self._by_code.get(code, "")

    def best(self, code: str) -> str:
        """Return the text in that language, or else in the first language that has one, or else ""."""
        return self.get(code) or (self.texts[0][1] if self.texts else "")

    def with_(self, code: str, text: str) -> LocalText:
        """Return this text with one language replaced; an empty text removes it."""
        return LocalText.of({**self._by_code, code: text})

    def items(self) -> Iterator[tuple[str, str]]:
        """Yield (language code, text), sorted by code."""
        return iter(self.texts)

    def __bool__(self) -> bool:
        return bool(self.texts)
