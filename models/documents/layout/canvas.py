"""A sheet drawn freely: areas, texts, pictures and codes at their places."""

from collections.abc import Iterable
from itertools import pairwise

from models.documents.blocks import Align, Image, Inline
from models.documents.layout.boxes import rectangle
from models.documents.layout.pictures import fitted, qr_operators
from models.documents.layout.style import Type, fill, stroke
from models.documents.layout.text import Typist
from models.documents.typesetting.page import Drawn
from models.documents.typesetting.pictures import Shown
from models.documents.typesetting.stream import number

_CURVE = 0.5523
"""Where the control points of a quarter of a circle lie, for a radius of 1."""


class Canvas:
    """Collects what is drawn; distances count from the lower left corner, in points."""

    def __init__(self, typist: Typist) -> None:
        self._typist = typist
        self.drawn: list[Drawn] = []

    def area(self, left: float, bottom: float, width: float, height: float, colour: str) -> None:
        """Fill a rectangle."""
        self.drawn.append(rectangle(left, bottom, width, height, filled=colour))

    def frame(
        self, left: float, bottom: float, width: float, height: float, colour: str, weight: float
    ) -> None:
        """Draw the edges of a rectangle."""
        self.drawn.append(rectangle(left, bottom, width, height, line=colour, weight=weight))

    def line(self, start: tuple[float, float], end: tuple[float, float], colour: str, weight: float) -> None:
        """Draw a straight line."""
        (x, y), (to_x, to_y) = start, end
        path = f"{number(x)} {number(y)} m {number(to_x)} {number(to_y)} l S"
        self.drawn.append(f"{stroke(colour)} {number(weight)} w {path}")

    def disc(self, x: float, y: float, radius: float, colour: str) -> None:
        """Fill a circle."""
        bow = radius * _CURVE
        corners = ((1, 0), (0, 1), (-1, 0), (0, -1), (1, 0))
        parts = [f"{number(x + radius)} {number(y)} m"]
        for (ax, ay), (bx, by) in pairwise(corners):
            points = (
                (x + ax * radius + bx * bow, y + ay * radius + by * bow),
                (x + bx * radius + ax * bow, y + by * radius + ay * bow),
                (x + bx * radius, y + by * radius),
            )
            parts.append(" ".join(f"{number(px)} {number(py)}" for px, py in points) + " c")
        self.drawn.append(f"{fill(colour)} {' '.join(parts)} f")

    def text(
        self, content: Inline, type_: Type, left: float, top: float, width: float, align: Align = Align.START
    ) -> float:
        """Set a text below a height and return the height at its end."""
        lines = self._typist.lines(content, type_, width)
        placed = self._typist.place(lines, type_, left, top, width, align)
        self.drawn += self._typist.operators(placed)
        return top - len(lines) * type_.leading

    def picture(
        self,
        image: Image,
        left: float,
        top: float,
        width: float,
        height: float,
        align: Align = Align.CENTRE,
        plate: float = 0.0,
    ) -> None:
        """Show a picture in a frame, half way up, on a white plate that reaches so far beyond it."""
        picture, across, down = fitted(image, width, height)
        x, y = left + self._typist.indent(width - across, align), top - (height + down) / 2
        if plate:
            self.area(x - plate, y - plate, across + 2 * plate, down + 2 * plate, "#FFFFFF")
        self.drawn.append(Shown(picture, x, y, across, down))

    def code(self, text: str, left: float, bottom: float, side: float) -> None:
        """Draw a QR code."""
        self.drawn.append(qr_operators(text, left, bottom, side))

    def fence(self, left: float, top: float) -> None:
        """Keep what follows apart from what was drawn before, for readers."""
        self.drawn.append(self._typist.fence(left, top))

    def add(self, drawn: Iterable[Drawn]) -> None:
        """Add what something else drew."""
        self.drawn += drawn
