"""Files kept as evidence: reading them in, and checking them on the way out."""

from __future__ import annotations

import hashlib
import mimetypes
from datetime import date
from pathlib import Path

from models.domain.errors import AppError
from models.domain.marking import N_
from models.domain.records.control import Evidence
from models.localisation.text import normalise
from models.storage.errors import FileUnreachable

LARGEST = 50 * 1024 * 1024
_NAME_LIMIT = 255


class TooLarge(AppError):
    """The file is larger than evidence may be."""

    message = N_("{file} is larger than 50 MB. Make it smaller, or attach a page that says where it is kept.")


class EmptyFile(AppError):
    """The file has no content."""

    message = N_("{file} is empty, so it proves nothing. Choose another file.")


class EvidenceDamaged(AppError):
    """The content differs from what was attached."""

    message = N_("{file} is not what was attached any more. Attach the original again.")


def read(path: Path, subject: str, subject_id: str, note: str) -> tuple[Evidence, bytes]:
    """Return the record and the bytes of a file that becomes evidence.

    Raises:
        TooLarge, EmptyFile, FileUnreachable: it cannot.
    """
    try:
        if path.stat().st_size > LARGEST:
            raise TooLarge(file=path.name)
        content = path.read_bytes()
    except OSError as error:
        raise FileUnreachable(file=path.name, reason=error.strerror or "?") from error
    return of_content(path.name, content, subject, subject_id, note), content


def check_picture(path: Path) -> None:
    """Raise the error in which documents with this picture would end, if there is one.

    Raises:
        NotAPicture, PictureTooLarge, TooLarge, FileUnreachable.
    """
    from models.documents.pictures import reading

    evidence, content = read(path, "", "", "")
    reading.check(content, evidence.file_name)


def of_content(name: str, content: bytes, subject: str, subject_id: str, note: str = "") -> Evidence:
    """Return the record of a piece of evidence with that content.

    Raises:
        TooLarge, EmptyFile: the content is no evidence.
    """
    if len(content) > LARGEST:
        raise TooLarge(file=name)
    if not content:
        raise EmptyFile(file=name)
    return Evidence(
        file_name=normalise(name)[:_NAME_LIMIT],
        note=note,
        subject=subject,
        subject_id=subject_id,
        media_type=mimetypes.guess_type(name)[0] or "application/octet-stream",
        size=len(content),
        sha256=hashlib.sha256(content).hexdigest(),
        added_on=date.today(),
    )


def checked(evidence: Evidence, content: bytes | None) -> bytes:
    """Return the content when it is what was attached.

    Raises:
        EvidenceDamaged: it is not.
    """
    if content is None or hashlib.sha256(content).hexdigest() != evidence.sha256:
        raise EvidenceDamaged(file=evidence.file_name)
    return content
