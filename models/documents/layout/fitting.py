"""Type as large as its frame allows."""

from collections.abc import Callable

from models.documents.blocks import Inline
from models.documents.layout.style import Type
from models.documents.layout.text import Typist
from models.domain.errors import AppError
from models.domain.marking import N_

_STEPS = 12


class TextDoesNotFit(AppError):
    """A piece for customers has more text than its sheet holds."""

    message = N_(
        "“{title}” does not fit on its sheet even in the smallest type. Shorten it or leave something out."
    )


def sized(type_: Type, size: float) -> Type:
    """Return a type in another size, its lines as far apart for it."""
    return type_._replace(size=round(size, 2), leading=round(type_.leading * size / type_.size, 2))


def largest(fits: Callable[[float], bool], smallest: float, most: float) -> float | None:
    """Return the largest of finely stepped sizes that fits, None when even the smallest does not.

    fits: whatever fits in a size also fits in a smaller one.
    """
    if not fits(smallest):
        return None
    if fits(most):
        return most
    low, high = smallest, most
    for _ in range(_STEPS):
        middle = (low + high) / 2
        low, high = (middle, high) if fits(middle) else (low, middle)
    return low


def evened(content: Inline, type_: Type, typist: Typist, width: float) -> float:
    """Return the narrowest width in which a text takes no more lines than in this one.

    Its lines are then about equally long, and no last word stands alone.
    """
    lines = len(typist.lines(content, type_, width))

    def is_wide_enough(taken: float) -> bool:
        return len(typist.lines(content, type_, width - taken)) <= lines

    most = max(width - typist.longest_word(content, type_), 0.0)
    return width - (largest(is_wide_enough, 0.0, most) or 0.0)


def fitted(
    content: Inline, type_: Type, typist: Typist, frame: tuple[float, float], sizes: tuple[float, float]
) -> Type | None:
    """Return a type of a size in which a text fits a width and height, no word broken; None without one."""

    def fits(size: float) -> bool:
        tried = sized(type_, size)
        if typist.longest_word(content, tried) > frame[0]:
            return False
        return len(typist.lines(content, tried, frame[0])) * tried.leading <= frame[1]

    size = largest(fits, *sizes)
    return None if size is None else sized(type_, size)
