"""Pictures that were attached to records, ready to be printed."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from models.documents.blocks import Image
from models.domain.errors import AppError
from models.domain.ids import RecordId
from models.domain.ledger import Ledger
from models.domain.records.control import Evidence
from models.domain.records.organisation import Organisation

_MOST_POINTS = (1200, 1200)
# As large as the place where it stands allows, however few points it has.
_SIDE = 200.0


class Attached(NamedTuple):
    """A picture, or why the file that was attached cannot be shown; neither where nothing is attached."""

    image: Image | None = None
    refusal: AppError | None = None


def logo_of(ledger: Ledger) -> Attached:
    """Return the logo of the organisation."""
    return attached_picture(ledger, ledger.sheet(Organisation).logo, _MOST_POINTS, (_SIDE, _SIDE))


def attached_picture(
    ledger: Ledger, evidence_id: RecordId | None, points: tuple[int, int], size: tuple[float, float]
) -> Attached:
    """Return an attached picture.

    Args:
        ledger: reads its file.
        evidence_id: None for nothing attached.
        points: how many it keeps across and down at most.
        size: how wide and how high it is shown at most, in millimetres.
    """
    from models.documents.pictures.errors import NotAPicture

    evidence = ledger.find(Evidence, evidence_id)
    if evidence is None:
        return Attached()
    try:
        content = ledger.content(evidence.sha256)
        if content is None:
            raise NotAPicture(file=evidence.file_name)
        data = _made_small(content, evidence.file_name, points)
    except AppError as error:
        return Attached(refusal=error)
    return Attached(Image(data, evidence.file_name, *size))


@lru_cache(maxsize=32)
def _made_small(content: bytes, name: str, points: tuple[int, int]) -> bytes:
    """Return a picture with no more points than paper can show, so that nobody need unpack it whole again.

    Raises:
        NotAPicture, PictureTooLarge: it cannot be printed.
    """
    # Only who prints pays for the library of pictures.
    from models.documents.pictures.reading import made_small

    return made_small(content, name, points)
