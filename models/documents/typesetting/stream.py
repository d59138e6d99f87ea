"""The text operators of one piece: codes, moves of the pen, and what is kept from pdfium."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from models.documents.typesetting.codes import CodeTable
from models.documents.typesetting.pieces import Piece


class Item(NamedTuple):
    """What one code or word adds to the stream: `back` units the pen moves left before it."""

    codes: str
    text: str
    back: int = 0
    hidden: bool = False
    """Whether it stands in an operator of its own, which pdfium overlooks when there is no ink in it."""
    replaced: bool = False
    """Whether it stands in a span with an empty replacement text, which poppler and MuPDF leave out."""


@dataclass(slots=True)
class Drawing:
    """A piece with everything that is drawn for it."""

    piece: Piece
    table: CodeTable
    items: list[Item] = field(default_factory=list)
    trailing: int = 0
    """Units the pen still has to move left after the last item."""
    serials: dict[str, int] = field(default_factory=dict)

    def mark(self, text: str, width: int) -> str:
        """Return a code for a mark, a new one each time the same mark comes again in this piece."""
        serial = self.serials.get(text, 0)
        self.serials[text] = serial + 1
        return self.table.inkless(text, width, serial)

    def append(self, codes: str, text: str) -> None:
        """Add a code or a word that is seen."""
        self.items.append(Item(codes, text, self.trailing))
        self.trailing = 0

    def hide(self, codes: str, text: str) -> None:
        """Add a code that pdfium does not see."""
        self.items.append(Item(codes, text, hidden=True))

    def hide_first(self, text: str) -> None:
        """Add a hidden mark before everything else."""
        self.items.insert(0, Item(self.mark(text, 0), text, hidden=True))

    def seen(self) -> str:
        """Return the characters that pdfium sees, from left to right."""
        return "".join([item.text for item in self.items if not item.hidden])


_SPAN = "/Span<</ActualText()>>BDC"


def shows(items: Sequence[Item]) -> str:
    """Return the operators that draw the items one after another."""
    result: list[str] = []
    array: list[str] = []
    run: list[str] = []
    replaced = False
    for item in items:
        if item.hidden or item.replaced != replaced:
            _close(result, array, run)
            array, run = [], []
        if item.replaced != replaced:
            result.append(_SPAN if item.replaced else "EMC")
            replaced = item.replaced
        if item.hidden:
            result.append(f"[{item.back}<{item.codes}>]TJ" if item.back else f"<{item.codes}>Tj")
            continue
        if item.back:
            array.append(f"<{''.join(run)}>{item.back}" if run else str(item.back))
            run = []
        run.append(item.codes)
    _close(result, array, run)
    if replaced:
        result.append("EMC")
    return " ".join(result)


def _close(result: list[str], array: Sequence[str], run: Sequence[str]) -> None:
    tail = f"<{''.join(run)}>" if run else ""
    if array:
        result.append(f"[{''.join(array)}{tail}]TJ")
    elif run:
        result.append(f"{tail}Tj")


def number(value: float) -> str:
    """Return a number as short as a content stream allows."""
    text = f"{value:.3f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text
