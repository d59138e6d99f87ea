"""Numbers as a language writes them and as its users type them."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction

from models.domain.errors import AppError
from models.domain.marking import N_
from models.localisation.languages import LanguageRow
from models.localisation.text import ascii_digits, shortened, without_marks

Number = int | float | Decimal | Fraction

MOST_DIGITS = 18  # whole numbers of this length still fit the integers of a database
_LONGEST = 60
_FRACTION_DECIMALS = 3
_MINUS_FORMS = re.compile("[\u2212\u2010-\u2013\u207b\ufe63\uff0d]")
_EXAMPLE = Decimal("1200.5")


class NotANumber(AppError):
    """A typed text that is no number."""

    message = N_("{text} is not a number. Write it with digits, for example {example}.")


class NotAWholeNumber(NotANumber):
    """A typed number with a fraction where only whole ones make sense."""

    message = N_("{text} is not a whole number. Write it without a fraction.")


class TooManyDigits(NotANumber):
    """A typed number longer than can be kept exactly."""

    message = N_("{text} is too long a number. Write at most {limit} digits.")


class NumberNotation:
    """Writes and reads numbers for one language."""

    def __init__(self, row: LanguageRow) -> None:
        self._row = row
        self._digits = str.maketrans("0123456789", row.digits)
        self._glyphs = self._digits | str.maketrans({".": row.decimal, ",": row.group})
        # Groups of three, all with the same mark: so 12,5 is refused instead of read as 125.
        grouped = r"(?P<whole>[0-9]{1,3}(?:(?P<mark>[,٬،])[0-9]{3}(?:(?P=mark)[0-9]{3})*)|[0-9]*)"
        fraction = f"(?:[{re.escape(row.decimal_marks)}](?P<fraction>[0-9]+))?"
        # A minus may follow: in a right-to-left field that is how "−5" looks while it is typed.
        self._typed = re.compile(rf"(?P<sign>[-+]?)\s*{grouped}{fraction}\s*(?P<trailing>-?)")

    def digits(self, text: str) -> str:
        """Return the text with its ASCII digits in the language's shape."""
        return text.translate(self._digits)

    def written(self, value: Number, decimals: int | None = None) -> str:
        """Return a number, grouped, in the language's digits.

        Args:
            value: finite.
            decimals: digits after the decimal mark, halves rounded away from zero; None keeps those the
                value has, of a fraction at most three.
        """
        if isinstance(value, int) and not decimals:
            magnitude, negative = f"{abs(value):,}", value < 0
        else:
            magnitude, negative = _rounded(value, decimals)
        sign = self._row.minus if negative else ""
        return sign + magnitude.translate(self._glyphs)

    def percent(self, share: Number, decimals: int = 0) -> str:
        """Return a share of one as a percentage."""
        return self.written(_exact(share) * 100, decimals) + self._row.percent

    def read(self, text: str) -> Decimal:
        """Return the number a user typed: any digit shape, grouped in threes or not, any minus.

        Raises:
            NotANumber: it is none.
            TooManyDigits: it has more than 18 digits.
        """
        typed = self._match(text)
        whole = re.sub("[^0-9]", "", typed["whole"])
        fraction = typed["fraction"] or ""
        if len(whole) + len(fraction) > MOST_DIGITS:
            raise TooManyDigits(text=shortened(text), limit=MOST_DIGITS)
        sign = "-" if "-" in (typed["sign"], typed["trailing"]) else ""
        return Decimal(f"{sign}{whole or 0}.{fraction or 0}" if fraction else f"{sign}{whole}")

    def read_whole(self, text: str) -> int:
        """Return the whole number a user typed; 12.0 is one.

        Raises:
            NotAWholeNumber: it has a fraction.
            NotANumber: it is no number.
        """
        value = self.read(text)
        if value != int(value):
            raise NotAWholeNumber(text=shortened(text))
        return int(value)

    def _match(self, text: str) -> re.Match[str]:
        if len(text) <= _LONGEST:
            plain = _MINUS_FORMS.sub("-", ascii_digits(without_marks(text)))
            typed = self._typed.fullmatch(plain)
            if typed and (typed["whole"] or typed["fraction"]) and not (typed["sign"] and typed["trailing"]):
                return typed
        raise NotANumber(text=shortened(text), example=_EXAMPLE)


def _exact(value: Number) -> Fraction:
    # By way of its shortest spelling: 0.285 is meant as typed, not as the nearest binary number.
    return Fraction(repr(value)) if isinstance(value, float) else Fraction(value)


def _rounded(value: Number, decimals: int | None) -> tuple[str, bool]:
    """Return the magnitude with ASCII marks, and whether it is below zero once rounded."""
    exact = _exact(value)
    places = _decimals_of(value) if decimals is None else decimals
    unit = 10**places
    units = int(abs(exact) * unit + Fraction(1, 2))
    whole, part = divmod(units, unit)
    fraction = f".{part:0{places}d}" if places else ""
    return f"{whole:,}{fraction}", exact < 0 and units > 0


def _decimals_of(value: Number) -> int:
    if isinstance(value, Fraction):
        exact = (places for places in range(_FRACTION_DECIMALS) if (value * 10**places).denominator == 1)
        return next(exact, _FRACTION_DECIMALS)
    exponent = Decimal(repr(value) if isinstance(value, float) else value).as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0
