"""A language for tests: messages as they are written in the sources."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction


class Source:
    """Words sentences in the language of the sources."""

    code = "en"

    def gettext(self, message: str) -> str:
        return message

    def ngettext(self, singular: str, plural: str, n: int) -> str:
        return singular if n == 1 else plural

    def number(self, value: int | float | Decimal | Fraction) -> str:
        return str(value)

    def digits(self, text: str) -> str:
        return text

    def date(self, day: date) -> str:
        return day.isoformat()

    def isolate(self, text: str) -> str:
        return text


SOURCE = Source()
