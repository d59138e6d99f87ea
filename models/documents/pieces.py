"""What customers hold in their hands or see on a wall: blocks that take a whole sheet, without margins."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from models.documents.blocks import Block, Image, Inline


class PosterStyle(StrEnum):
    """How a poster looks."""

    FRAME = "frame"
    BAND = "band"
    CARDS = "cards"


@dataclass(frozen=True)
class Display:
    """What customers are told, and whom to tell of a broken promise; the foot has the revision or a day.

    Told are the promises, or what was done about customers' words.

    The labels («۱», "1") stand before the promises. The call is one sentence, perhaps with an island in it.
    qr: a text for cameras, mostly an address; its caption is for readers.
    """

    title: str
    promises: tuple[Inline, ...]
    labels: tuple[str, ...]
    organisation: str = ""
    call: Inline = ""
    foot: str = ""
    qr: str = ""
    qr_caption: Inline = ""
    logo: Image | None = None


@dataclass(frozen=True)
class Poster:
    """A sheet for the wall, of the paper of its document; the type is as large as the frame allows."""

    display: Display
    style: PosterStyle = PosterStyle.FRAME


@dataclass(frozen=True)
class TableCard:
    """A sheet to be folded across the middle into a tent: the same text on both sides."""

    display: Display


@dataclass(frozen=True)
class Cover:
    """The front of a leaflet."""

    title: str
    subtitle: str = ""
    organisation: str = ""
    foot: str = ""
    logo: Image | None = None


@dataclass(frozen=True)
class Leaflet:
    """A sheet folded twice into three panels, printed on both sides and turned on its short edge.

    `inside` runs over the three inner panels; the flap is what the reader sees first on opening; the back
    lies beside the cover. Panels follow the direction of the document.
    """

    cover: Cover
    inside: tuple[Block, ...]
    flap: tuple[Block, ...] = ()
    back: tuple[Block, ...] = ()


class SlideStyle(StrEnum):
    """How the points of a slide stand: as cards side by side, as steps, or as answers to choose from."""

    COVER = "cover"
    CARDS = "cards"
    STEPS = "steps"
    OPTIONS = "options"


@dataclass(frozen=True)
class Point:
    """A few words, and what is said about them; of an answer only the text."""

    name: str
    text: str = ""


@dataclass(frozen=True)
class Slide:
    """A sheet in the paper's wide form, to be shown on a wall or handed out.

    The kicker stands small over the title, the label on a disc before it. Labels number steps and answers.
    """

    title: str
    kicker: str = ""
    label: str = ""
    points: tuple[Point, ...] = ()
    labels: tuple[str, ...] = ()
    style: SlideStyle = SlideStyle.CARDS
    foot: str = ""
    page: str = ""
    logo: Image | None = None
