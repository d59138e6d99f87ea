"""Attached pictures, small enough to be looked at on the screen."""

from __future__ import annotations

from models.domain.ledger import Ledger
from models.domain.records.control import Evidence


def small_picture(ledger: Ledger, evidence: Evidence, most: tuple[int, int]) -> bytes:
    """Return a picture file with at most so many points across and down; from any thread.

    ledger: a snapshot, which reads files by itself.

    Raises:
        NotAPicture, PictureTooLarge: it cannot be shown.
    """
    from models.documents.pictures.errors import NotAPicture
    from models.documents.pictures.reading import made_small

    content = ledger.content(evidence.sha256)
    if content is None:
        raise NotAPicture(file=evidence.file_name)
    return made_small(content, evidence.file_name, most)
