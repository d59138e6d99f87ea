"""What boxes put on a page besides operators: pictures, links, and the places that links lead to."""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

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


Drawn = str | Callable[[], str] | Shown | Link | Anchored | Bookmark
"""An operator, one that can be told only when all pages are known, a picture, a link or a place."""


def moved(drawn: Iterable[Drawn], left: float, bottom: float, scale: float) -> Iterator[Drawn]:
    """Yield what is drawn in a system of coordinates of its own, its origin and scale given in points."""
    yield f"q {scale:.5f} 0 0 {scale:.5f} {left:.3f} {bottom:.3f} cm"
    for item in drawn:
        if isinstance(item, Link):
            across, down = (left + scale * item.left, left + scale * item.right), (item.bottom, item.top)
            low, high = (bottom + scale * y for y in down)
            yield Link(across[0], low, across[1], high, item.target)
        elif isinstance(item, Anchored | Bookmark):
            yield item._replace(y=bottom + scale * item.y)
        else:
            yield item
    yield "Q"
