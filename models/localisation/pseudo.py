"""The pseudo-language: English texts made longer and bracketed, to see in tests what a translation meets."""

from __future__ import annotations

from gettext import NullTranslations

_GROWTH = 0.4
_FILLING = " lorem ipsum dolor sit amet consectetur adipiscing elit"


class PseudoTranslations(NullTranslations):
    """A catalogue that has every message."""

    def gettext(self, message: str) -> str:
        """Return the message made longer."""
        return lengthened(super().gettext(message))

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """Return the message that fits the number in English, made longer."""
        return lengthened(super().ngettext(msgid1, msgid2, n))

    def pgettext(self, context: str, message: str) -> str:
        """Return the message made longer."""
        return lengthened(super().pgettext(context, message))


def lengthened(message: str) -> str:
    """Return the message in brackets and 40 % longer.

    Only what follows it is added, so named fields, markup and line ends stay as they are.
    """
    more = max(1, round(len(message) * _GROWTH) - 2)  # the brackets count
    filling = _FILLING * (more // len(_FILLING) + 1)
    return f"⟦{message}{filling[:more]}⟧" if message else ""
