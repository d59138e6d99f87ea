"""Pages of a document while its records are being written: what is typed is on them before it is saved."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from models.documents.blocks import Document, Missing
from models.documents.builders import Builder, charter, survey
from models.domain.ids import RecordId
from models.domain.ledger import Ledger
from models.services import documents

if TYPE_CHECKING:
    from models.documents.typesetting.lines import Breakers

# What customers read of the charter; the annexes would cost more time than a key may take.
_BUILDERS: Mapping[str, Builder] = {"D2": charter.public}
# What is shown of one record alone, in an edition of the document.
_FORMS: Mapping[str, tuple[str, Callable[[RecordId], Builder]]] = {"R-07": ("blank", survey.form_of)}


@dataclass(frozen=True)
class Spot:
    """Where on a page the text of a record stands.

    page: from 1. fields: those whose text it is, none where it is that of the whole record. The area is in
    points from the left upper corner of the page.
    """

    page: int
    record: RecordId
    fields: tuple[str, ...]
    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True)
class LivePages:
    """A document as it would be printed now.

    sizes: of its pages, in points. missing: how many things it still lacks, counted once each.
    """

    content: bytes = field(repr=False)
    sizes: Sequence[tuple[float, float]]
    spots: Sequence[Spot]
    missing: int

    def spots_of(self, record: RecordId, name: str = "") -> Sequence[Spot]:
        """Return where a field of a record stands, or else where anything of the record does."""
        of_record = [spot for spot in self.spots if spot.record == record]
        return [spot for spot in of_record if name in spot.fields] or of_record


class Press:
    """Prints a document again and again, by one thread at a time; what stays the same is set only once."""

    def __init__(self) -> None:
        self._breakers: Breakers | None = None

    def pages(
        self,
        ledger: Ledger,
        code: str,
        language_code: str,
        today: date | None = None,
        subject: RecordId | None = None,
    ) -> LivePages:
        """Return a document as it would be printed; of the charter, the part that customers read.

        subject: the record whose form is shown, such as a survey; None for the whole document.

        Raises:
            NoSuchDocument: there is no document of that code.
            AppError: a picture or a code cannot be printed.
        """
        from models.documents.typesetting.lines import Breakers

        self._breakers = self._breakers or Breakers()
        builder, edition = _BUILDERS.get(code), ""
        if subject is not None:
            edition, form_of = _FORMS[code]
            builder = form_of(subject)
        document = documents.build(ledger, code, language_code, today, edition=edition, builder=builder)
        return _printed(document, self._breakers)


def _printed(document: Document, breakers: Breakers) -> LivePages:
    from models.documents.pdf import printed

    made = printed((document,), breakers=breakers)
    spots = [
        Spot(
            page,
            mark.origin.record,
            mark.origin.fields,
            mark.left,
            made.sizes[page - 1][1] - mark.top,
            mark.right - mark.left,
            mark.top - mark.bottom,
        )
        for page, mark in made.marks
    ]
    missing = {block.text for block in document.blocks if isinstance(block, Missing)}
    return LivePages(made.content, made.sizes, spots, len(missing))
