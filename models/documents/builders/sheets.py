"""How documents are printed: which way the sheet lies, and the editions of those that have several."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from models.documents.blocks import Paper
from models.domain.marking import N_

LANDSCAPE = frozenset(
    {"R-01", "R-02", "R-03", "R-05", "R-08", "R-09", "R-12", "R-13", "R-18", "R-20", "R-22"}
)
"""Documents whose table needs the width of the sheet."""

ACROSS = 3
ACROSS_WIDE = 5
"""How many entries of the control block stand side by side, on an upright sheet and on a wide one."""


@dataclass(frozen=True)
class Edition:
    """One way in which a document is printed.

    key: "" for the controlled document, the only one that is approved, issued and frozen. title: a message.
    is_bilingual: whether it is also made in two languages side by side. most_pages: into how many pages it
    is brought, 0 for any number. hint: a message that says what is to be done with the printed sheet.
    """

    key: str
    title: str
    paper: Paper = Paper.A4
    landscape: bool = False
    is_bilingual: bool = False
    most_pages: int = 0
    hint: str = ""


_BLANK = Edition("blank", N_("Blank form"))
_ON_A3 = N_("For A3 paper; a smaller printer makes it smaller.")

_EDITIONS: Mapping[str, tuple[Edition, ...]] = {
    "D1": (Edition("", N_("Controlled document"), is_bilingual=True),),
    "D2": (
        Edition("", N_("With internal annexes"), is_bilingual=True),
        Edition("public", N_("Public part only"), is_bilingual=True, most_pages=2),
    ),
    "R-06": (Edition("", N_("Records")), _BLANK),
    "R-07": (
        Edition("", N_("Records and form")),
        Edition("blank", N_("Blank form"), is_bilingual=True, most_pages=1),
        Edition(
            "a5",
            N_("Two small forms on a sheet"),
            landscape=True,
            most_pages=1,
            hint=N_("Cut the sheet in the middle: each half is one form."),
        ),
    ),
    "R-08": (Edition("", N_("Records and form"), landscape=True), _BLANK),
    "R-10": (
        Edition("", N_("Records")),
        Edition("notice-a4", N_("“You said, we did”, A4")),
        Edition("notice-a5", N_("“You said, we did”, A5"), Paper.A5),
    ),
    "R-14": (Edition("", N_("Records")), _BLANK),
    "R-16": (
        Edition(
            "",
            N_("Folded leaflet"),
            landscape=True,
            hint=N_("Print it on both sides, turned on the short edge, and fold it twice."),
        ),
        Edition("flat", N_("Flat sheet"), is_bilingual=True, most_pages=2),
    ),
    "R-17": (
        Edition("", N_("A4 poster, frame")),
        Edition("a4-band", N_("A4 poster, band")),
        Edition("a4-cards", N_("A4 poster, cards")),
        Edition("a3-frame", N_("A3 poster, frame"), Paper.A3, hint=_ON_A3),
        Edition("a3-band", N_("A3 poster, band"), Paper.A3, hint=_ON_A3),
        Edition("a3-cards", N_("A3 poster, cards"), Paper.A3, hint=_ON_A3),
        Edition(
            "table-card",
            N_("Table card"),
            hint=N_("Fold it across the middle and stand it on the table."),
        ),
    ),
    "R-19": (
        Edition("", N_("Records")),
        Edition(
            "letters", N_("Letters to suppliers"), hint=N_("One page for each supplier, with room to sign.")
        ),
    ),
}


def editions_of(code: str) -> tuple[Edition, ...]:
    """Return the editions of a document, the controlled one first."""
    plain = Edition("", N_("Controlled document"), landscape=code in LANDSCAPE)
    return _EDITIONS.get(code, (plain,))


def edition_of(code: str, key: str) -> Edition:
    """Return one edition of a document.

    Raises:
        KeyError: it has no such edition.
    """
    return {edition.key: edition for edition in editions_of(code)}[key]
