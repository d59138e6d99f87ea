"""Text in place: lines broken to a width and put on their baselines, in either direction."""

from collections.abc import Callable, Iterable, Sequence

from models.documents.blocks import Align, Inline
from models.documents.layout.style import Type, fill
from models.documents.typesetting.codes import Codes
from models.documents.typesetting.faces import UNITS, family
from models.documents.typesetting.lines import Breakers, Line, LineBreaker
from models.documents.typesetting.setter import Placed, Setter

_FENCE_RISE = 60.0
_BASELINE = 0.33
"""How far, in ems, the baseline lies below the middle of a line's height."""


class Typist:
    """Breaks and sets the text of one document; lines stand from the start edge of its direction."""

    def __init__(
        self,
        language: str,
        rtl: bool,
        font: str,
        codes: Codes | None = None,
        breakers: Breakers | None = None,
    ) -> None:
        """Take the codes of the file that the document is a part of, and the breakers that set it before."""
        self.language = language
        self.font = font
        self.codes = codes or Codes()
        self.rtl = rtl
        self.page_words: Callable[[str], str] = str
        """Words the page number of an anchor, once all pages are known."""
        self._face = family(font).main(bold=False)
        self._breakers = breakers
        self._breaker = breakers.of(language, font) if breakers else LineBreaker(family(font), language)
        self._setter = Setter(self.codes)
        self._others: dict[tuple[str, bool, str], Typist] = {(language, rtl, font): self}

    def in_language(self, language: str, rtl: bool, font: str) -> "Typist":
        """Return a typist of another language for the same file, always the same one."""
        key = (language, rtl, font)
        if key not in self._others:
            other = Typist(language, rtl, font, self.codes, self._breakers)
            other._others = self._others
            other.page_words = lambda anchor: self.page_words(anchor)
            self._others[key] = other
        return self._others[key]

    def lines(self, content: Inline, type_: Type, width: float) -> list[Line]:
        """Return the lines of a text in a width given in points."""
        return self._breaker.lines(content, type_.size, width, int(self.rtl), type_.bold)

    def natural_width(self, content: Inline, type_: Type) -> float:
        """Return the width in points that a text takes when it is not broken."""
        return self._breaker.width(content, type_.size, int(self.rtl), type_.bold)

    def longest_word(self, content: Inline, type_: Type) -> float:
        """Return the width of the widest word, for columns that should not break it."""
        text = content if isinstance(content, str) else " ".join(span.text for span in content)
        return max((self.natural_width(word, type_) for word in text.split()), default=0.0)

    def place(
        self,
        lines: Sequence[Line],
        type_: Type,
        left: float,
        top: float,
        width: float,
        align: Align = Align.START,
    ) -> list[Placed]:
        """Return lines on their baselines below `top`, between `left` and `left + width`."""
        colour = fill(type_.colour)
        drop = type_.leading / 2 + type_.size * _BASELINE
        placed = []
        for number, line in enumerate(lines):
            x = left + self.indent(width - line.width * type_.size / UNITS, align)
            y = top - number * type_.leading - drop
            placed.append(Placed(line, round(x, 2), round(y, 2), type_.size, colour))
        return placed

    def operators(self, placed: Iterable[Placed]) -> list[str]:
        """Return the operators that draw placed lines, cells of a row in reading order."""
        return list(self._setter.operators(placed))

    def fence(self, x: float, y: float) -> str:
        """Return an operator, at a height that no text has nearby, that ends a column for readers."""
        return self._setter.fence(self._face, round(x, 2), round(y + _FENCE_RISE, 2))

    def weight(self, x: float, y: float, letters: int) -> str:
        """Return an operator that makes a page right-to-left for readers despite so many other letters."""
        return self._setter.weight(self._face, round(x, 2), round(y + _FENCE_RISE, 2), letters)

    def column_left(self, start: float, width: float, left: float, total: float) -> float:
        """Return the left edge of what lies `start` points from the start edge of a frame."""
        return left + total - start - width if self.rtl else left + start

    def indent(self, room: float, align: Align) -> float:
        """Return how far from the left edge something stands that leaves so much room."""
        if align is Align.CENTRE:
            return room / 2
        return room if (align is Align.START) == self.rtl else 0.0
