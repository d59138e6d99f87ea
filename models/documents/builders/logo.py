"""The logo of the organisation, ready to be printed wherever documents show it."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from models.documents.blocks import Image
from models.domain.errors import AppError
from models.domain.ledger import Ledger
from models.domain.records.control import Evidence
from models.domain.records.organisation import Organisation

_MOST_POINTS = (1200, 1200)
# As large as the place where it stands allows, however few points it has.
_SIDE = 200.0


class Logo(NamedTuple):
    """A picture, or why the file that was attached cannot be shown; neither where nothing is attached."""

    image: Image | None = None
    refusal: AppError | None = None


def logo_of(ledger: Ledger) -> Logo:
    """Return the logo of the organisation."""
    from models.documents.pictures.errors import NotAPicture

    evidence = ledger.find(Evidence, ledger.sheet(Organisation).logo)
    if evidence is None:
        return Logo()
    try:
        content = ledger.content(evidence.sha256)
        if content is None:
            raise NotAPicture(file=evidence.file_name)
        data = _made_small(content, evidence.file_name)
    except AppError as error:
        return Logo(refusal=error)
    return Logo(Image(data, evidence.file_name, _SIDE, _SIDE))


@lru_cache(maxsize=4)
def _made_small(content: bytes, name: str) -> bytes:
    """Return a logo with no more points than paper can show, so that each document need not unpack it whole.

    Raises:
        NotAPicture, PictureTooLarge: it cannot be printed.
    """
    # Only who prints pays for the library of pictures.
    from models.documents.pictures.reading import made_small

    return made_small(content, name, _MOST_POINTS)
