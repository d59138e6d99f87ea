"""The outline of a PDF: its headings as a tree beside the pages."""

from collections.abc import Sequence
from typing import Any, NamedTuple, cast

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFDocument, PDFObject, PDFObjectReference, PDFString

from models.documents.typesetting.objects import Value, array, reference


class Entry(NamedTuple):
    """A heading: its page from 1 and its height there."""

    title: str
    level: int
    page: int
    y: float


def destination(page: PDFObjectReference, y: float) -> Value:
    """Return the entry that brings a place to the top of the window."""
    return array([page, "/XYZ", "null", round(y, 3), "null"])


class Outline(PDFObject):
    """The outline tree, in the place of reportlab's, which can only follow a canvas."""

    ready = 1

    def __init__(
        self, pdf: PDFDocument, entries: Sequence[Entry], pages: Sequence[PDFObjectReference]
    ) -> None:
        self._root = _Node(None, None)
        path = [(0, self._root)]
        for entry in entries:
            node = _Node(entry, pages[entry.page - 1])
            while path[-1][0] >= entry.level:
                path.pop()
            path[-1][1].children.append(node)
            path.append((entry.level, node))
        self._root.link(pdf, reference(pdf, self))

    def prepare(self, document: PDFDocument, canvas: object) -> None:
        """Do nothing: the tree was linked when it was made."""

    def format(self, document: PDFDocument) -> Any:
        """Return the root of the outline as it stands in the file."""
        return self._root.format(document)


class _Node(PDFObject):
    """One entry of the outline, or its root."""

    def __init__(self, entry: Entry | None, page: PDFObjectReference | None) -> None:
        self.children: list[_Node] = []
        self.entries: dict[str, Value] = {}
        if entry and page:
            self.entries["Title"] = cast(Any, PDFString)(entry.title)
            self.entries["Dest"] = destination(page, entry.y)
        else:
            self.entries["Type"] = "/Outlines"

    def link(self, pdf: PDFDocument, own: PDFObjectReference) -> None:
        """Tie the children to this entry and to each other."""
        references = [reference(pdf, child) for child in self.children]
        for place, child in enumerate(self.children):
            child.entries["Parent"] = own
            if place:
                child.entries["Prev"] = references[place - 1]
            if place + 1 < len(references):
                child.entries["Next"] = references[place + 1]
            child.link(pdf, references[place])
        if references:
            self.entries |= {"First": references[0], "Last": references[-1], "Count": self.count()}

    def count(self) -> int:
        """Return how many entries lie below this one."""
        return sum(1 + child.count() for child in self.children)

    def format(self, document: PDFDocument) -> Any:
        """Return the entry as it stands in the file."""
        return cast(Any, PDFDictionary)(self.entries).format(document)
