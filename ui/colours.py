"""The inks of the two themes, as plain values: the first window needs one of them before anything else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

# Property of an application that was started in the style the inks are made for.
IS_FUSION = "manshurIsFusion"


class Theme(StrEnum):
    """Light or dark."""

    LIGHT = "light"
    DARK = "dark"


class Tone(StrEnum):
    """What a text or a mark means, told by its colour and never by that alone."""

    TEXT = "text"
    QUIET = "quiet"
    PRIMARY = "primary"
    ACCENT = "accent"
    GOOD = "good"
    LATE = "late"
    BROKEN = "broken"


@dataclass(frozen=True)
class Colours:
    """The inks of one theme, as "#RRGGBB".

    `…_text` is for words on surface, raised or the tint of the same name; the plain one is for marks.
    """

    surface: str
    raised: str
    hover: str
    line: str
    edge: str
    text: str
    quiet: str
    primary: str
    primary_hover: str
    on_primary: str
    primary_tint: str
    accent: str
    accent_text: str
    accent_tint: str
    good: str
    good_text: str
    good_tint: str
    late: str
    late_text: str
    late_tint: str
    broken: str
    broken_text: str
    broken_tint: str

    def word(self, tone: Tone) -> str:
        """Return the colour in which words of that tone are legible."""
        return {
            Tone.TEXT: self.text,
            Tone.QUIET: self.quiet,
            Tone.PRIMARY: self.primary,
            Tone.ACCENT: self.accent_text,
            Tone.GOOD: self.good_text,
            Tone.LATE: self.late_text,
            Tone.BROKEN: self.broken_text,
        }[tone]

    def tint(self, tone: Tone) -> str:
        """Return the ground on which words of that tone stand in a chip or a notice."""
        return {
            Tone.TEXT: self.hover,
            Tone.QUIET: self.hover,
            Tone.PRIMARY: self.primary_tint,
            Tone.ACCENT: self.accent_tint,
            Tone.GOOD: self.good_tint,
            Tone.LATE: self.late_tint,
            Tone.BROKEN: self.broken_tint,
        }[tone]


COLOURS: Mapping[Theme, Colours] = {
    Theme.LIGHT: Colours(
        surface="#FAF9F6",
        raised="#FFFFFF",
        hover="#F3F1EC",
        line="#E4E1DA",
        edge="#8B9398",
        text="#1E2528",
        quiet="#5B6469",
        primary="#0F6E73",
        primary_hover="#0B5B5F",
        on_primary="#FFFFFF",
        primary_tint="#E3F0EF",
        accent="#B7791F",
        accent_text="#8A5710",
        accent_tint="#FBF0DC",
        good="#2F7D4F",
        good_text="#27693F",
        good_tint="#E4F2E9",
        late="#B7791F",
        late_text="#8A5710",
        late_tint="#FBF0DC",
        broken="#B3392F",
        broken_text="#B3392F",
        broken_tint="#FBE6E3",
    ),
    Theme.DARK: Colours(
        surface="#171A1C",
        raised="#1F2326",
        hover="#2A2F33",
        line="#343A3E",
        edge="#737C81",
        text="#ECEAE4",
        quiet="#A4ADB1",
        primary="#4FB3B5",
        primary_hover="#6CC0C2",
        on_primary="#06292B",
        primary_tint="#1E3335",
        accent="#E0A94A",
        accent_text="#E0A94A",
        accent_tint="#3A2E18",
        good="#6CC08D",
        good_text="#6CC08D",
        good_tint="#1D3327",
        late="#E0A94A",
        late_text="#E0A94A",
        late_tint="#3A2E18",
        broken="#EF8A80",
        broken_text="#EF8A80",
        broken_tint="#3F2422",
    ),
}
