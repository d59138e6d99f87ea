"""The flow: boxes onto pages, headings with what follows them, long boxes divided, table heads repeated."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol

from models.documents.layout.boxes import AnchorBox, Box, Break, SheetBox, Space
from models.documents.layout.furniture import PageFurniture
from models.documents.layout.style import Margins
from models.documents.layout.text import Typist
from models.documents.typesetting.book import Finish
from models.documents.typesetting.page import Anchored, Bookmark, Drawn, moved


class Pages(Protocol):
    """What takes finished pages: a book, or the panels of one sheet."""

    @property
    def pages(self) -> int:
        """How many pages are finished."""

    def add_page(
        self, width: float, height: float, drawn: Sequence[Drawn], finish: Finish | None = None
    ) -> None:
        """Add a page, its size in points."""


@dataclass
class Panels:
    """Takes the pages of a flow to count them, or as the panels of a sheet."""

    drawn: list[Sequence[Drawn]] = field(default_factory=list)

    @property
    def pages(self) -> int:
        """How many panels are full."""
        return len(self.drawn)

    def add_page(
        self,
        width: float,  # noqa: ARG002
        height: float,  # noqa: ARG002
        drawn: Sequence[Drawn],
        finish: Finish | None = None,  # noqa: ARG002
    ) -> None:
        """Add a panel."""
        self.drawn.append(drawn)


class Sheet(NamedTuple):
    """The pages to be filled: their size, their margins, and what stands round the text."""

    width: float
    height: float
    edge: Margins
    furniture: PageFurniture | None = None
    bookmark: str = ""
    """What the outline calls the first page, "" for nothing."""
    scale: float = 1.0
    """How large everything is printed; a sheet of so many points becomes so much smaller."""


class Flow:
    """Fills pages from top to bottom."""

    def __init__(self, book: Pages, typist: Typist, sheet: Sheet) -> None:
        self._book = book
        self._typist = typist
        self._sheet = sheet
        self._first = book.pages
        self._left = sheet.edge.side
        self.width = sheet.width - 2 * sheet.edge.side
        self._top = sheet.height - sheet.edge.top
        self._bottom = sheet.edge.bottom
        self._y = self._top
        self.overflows = False
        """Whether a box was higher than a page and could not be divided."""
        self._operators: list[Drawn] | None = None

    @property
    def height(self) -> float:
        """The height of the text of a page."""
        return self._top - self._bottom

    def fill(self, boxes: Iterable[Box]) -> None:
        """Place boxes one after another and finish the last page; a document has at least one."""
        chain: list[Box] = []
        for box in boxes:
            chain.append(box)
            if not box.keep:
                self._place(chain)
                chain = []
        if chain:
            self._place(chain)
        if self._operators is not None or self._book.pages == self._first:
            self._page()
            self._end_page()

    def _place(self, chain: list[Box]) -> None:
        """Place boxes that belong together, on a new page when this one cannot hold them but the next can."""
        last = chain[-1]
        if isinstance(last, SheetBox):
            self._put_sheet(last, chain[:-1])
            return
        needed = sum(box.gap + box.height for box in chain)
        room = self._y - self._bottom
        if needed > room and self._y < self._top and not self._begins_here(chain, room):
            self._end_page()
        for box in chain:
            self._put(box)

    def _begins_here(self, chain: list[Box], room: float) -> bool:
        """Tell whether a chain may begin on this page because its last box can be divided."""
        before = sum(box.gap + box.height for box in chain[:-1])
        last = chain[-1]
        return last.split(room - before - last.gap) is not None

    def _put(self, box: Box) -> None:
        if isinstance(box, Break):
            self._end_page()
            return
        while True:
            at_top = self._y == self._top
            if at_top and isinstance(box, Space):
                return
            gap = box.gap = 0.0 if at_top else box.gap
            head = box.head if at_top else None
            room = self._y - self._bottom - gap - (head.height if head else 0.0)
            if box.height <= room:
                self._paint(box, gap, head)
                return
            parts = box.split(room)
            if parts is None:
                if at_top:
                    self.overflows = True
                    self._paint(box, gap, head)
                    return
                self._end_page()
                continue
            self._paint(parts[0], gap, head)
            box = parts[1]
            self._end_page()

    def _put_sheet(self, box: SheetBox, before: Iterable[Box]) -> None:
        """Add a sheet of its own; names of places before it are names of the sheet."""
        places = [Anchored(one.name, box.size[1]) for one in before if isinstance(one, AnchorBox)]
        self._end_page()
        furniture = self._sheet.furniture.bare(*box.size, box.sides) if self._sheet.furniture else None
        drawn = [*self._begun(box.size[1], furniture), *places, *box.draw(self._typist)]
        self._book.add_page(*box.size, drawn, furniture.finish if furniture else None)

    def _paint(self, box: Box, gap: float, head: Box | None) -> None:
        operators = self._page()
        self._y -= gap
        for part in (head, box):
            if part is None:
                continue
            operators += part.paint(self._typist, self._left, self._y, self.width)
            self._y -= part.height

    def _page(self) -> list[Drawn]:
        if self._operators is None:
            self._operators = self._begun(self._sheet.height, self._sheet.furniture)
            self._y = self._top
        return self._operators

    def _begun(self, height: float, furniture: PageFurniture | None) -> list[Drawn]:
        drawn: list[Drawn] = list(furniture.underlay()) if furniture else []
        if self._sheet.bookmark and self._book.pages == self._first:
            drawn.append(Bookmark(self._sheet.bookmark, 1, height))
        return drawn

    def _end_page(self) -> None:
        if self._operators is not None:
            sheet, scale = self._sheet, self._sheet.scale
            finish: Finish | None = sheet.furniture.finish if sheet.furniture else None
            drawn = self._operators
            if scale != 1.0:
                drawn, finish = list(moved(drawn, 0.0, 0.0, scale)), _scaled(finish, scale)
            self._book.add_page(sheet.width * scale, sheet.height * scale, drawn, finish)
        self._operators = None
        self._y = self._top


def _scaled(finish: Finish | None, scale: float) -> Finish | None:
    if finish is None:
        return None

    def scaled(page: int, pages: int) -> list[str]:
        return [f"q {scale:.5f} 0 0 {scale:.5f} 0 0 cm", *finish(page, pages), "Q"]

    return scaled


class Trial(Flow):
    """Fills pages without painting anything, to learn how many there would be."""

    def _paint(self, box: Box, gap: float, head: Box | None) -> None:
        self._page()
        self._y -= gap + box.height + (head.height if head else 0.0)
