"""What boxes put on a page besides operators: pictures, links, and the places that links lead to."""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from models.documents.origin import Origin
from models.documents.typesetting.pictures import Shown

Target = str | int
"""Where a link leads: the name of an anchor, or a heading by its place in the outline of the file."""


class Link(NamedTuple):
    """An area of a page that leads elsewhere; one whose target is nowhere is left out."""

    left: float
    bottom: float
    right: float
    top: float
    target: Target


class Anchored(NamedTuple):
    """A named place; the first of a name counts."""

    name: str
    y: float


class Bookmark(NamedTuple):
    """An entry of the outline: where its heading stands; level 1 is the outermost."""

    title: str
    level: int
    y: float


class Marked(NamedTuple):
    """An area of a page in which the text of a record stands; nothing of it comes into the file."""

    left: float
    bottom: float
    right: float
    top: float
    origin: Origin


Drawn = str | Callable[[], str] | Shown | Link | Anchored | Bookmark | Marked
"""An operator, one that can be told only when all pages are known, a picture, a link, a place or an area."""


def moved(drawn: Iterable[Drawn], left: float, bottom: float, scale: float) -> Iterator[Drawn]:
    """Yield what is drawn in a system of coordinates of its own, its origin and scale given in points."""
    yield f"q {scale:.5f} 0 0 {scale:.5f} {left:.3f} {bottom:.3f} cm"
    for item in drawn:
        if isinstance(item, Link | Marked):
            start, end = (left + scale * x for x in (item.left, item.right))
            low, high = (bottom + scale * y for y in (item.bottom, item.top))
            yield item._replace(left=start, bottom=low, right=end, top=high)
        elif isinstance(item, Anchored | Bookmark):
            yield item._replace(y=bottom + scale * item.y)
        else:
            yield item
    yield "Q"
