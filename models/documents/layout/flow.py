"""The flow: boxes onto pages, headings with what follows them, long boxes divided, table heads repeated."""

from collections.abc import Callable, Iterable

from models.documents.layout.boxes import Box, Break, Space
from models.documents.layout.style import margins
from models.documents.layout.text import Typist
from models.documents.typesetting.book import Book, Finish
from models.documents.typesetting.page import Bookmark, Drawn

Underlay = Callable[[], list[str]]
"""Returns what lies under the text of a new page."""


class Flow:
    """Fills the pages of a book from top to bottom."""

    def __init__(
        self,
        book: Book,
        typist: Typist,
        sheet: tuple[float, float],
        underlay: Underlay,
        finish: Finish,
        bookmark: str = "",
    ) -> None:
        """Take the size of the sheets, what lies under and over them, and the outline's name for them."""
        width, height = sheet
        edge = margins(width)
        self._book = book
        self._typist = typist
        self._sheet = sheet
        self._underlay = underlay
        self._finish = finish
        self._bookmark = bookmark
        self._first = book.pages
        self._left = edge.side
        self.width = width - 2 * edge.side
        self._top = height - edge.top
        self._bottom = edge.bottom
        self._y = self._top
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
            if self._operators is not None:
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
                    self._paint(box, gap, head)
                    return
                self._end_page()
                continue
            self._paint(parts[0], gap, head)
            box = parts[1]
            self._end_page()

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
            self._operators = list(self._underlay())
            if self._bookmark and self._book.pages == self._first:
                self._operators.append(Bookmark(self._bookmark, 1, self._sheet[1]))
            self._y = self._top
        return self._operators

    def _end_page(self) -> None:
        if self._operators is not None:
            self._book.add_page(*self._sheet, self._operators, self._finish)
        self._operators = None
        self._y = self._top
