"""Records that must differ from each other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from models.domain.fields import Record
from models.domain.ledger import Ledger
from models.domain.marking import N_
from models.domain.records.audit import Review
from models.domain.records.control import DocumentControl
from models.domain.records.correction import Action
from models.domain.records.feedback import Survey, SurveyQuestion
from models.domain.records.operation import Complaint
from models.domain.records.organisation import GapAnswer
from models.domain.records.training import Attendance
from models.domain.sentences import Sentence

# Fields whose values together may stand in one record only.
ONCE: Mapping[type[Record], tuple[tuple[str, ...], ...]] = {
    Action: (("no",),),
    Attendance: (("session", "person"),),
    Complaint: (("no",),),
    DocumentControl: (("document",), ("number",)),
    GapAnswer: (("round", "question"),),
    Review: (("held_on",),),
    Survey: (("no", "version"),),
    SurveyQuestion: (("survey", "order"),),
}

_REPEATED = Sentence(N_("Another record says the same here. Change one, or delete it."))


def repetitions(records: Sequence[Record]) -> Iterator[tuple[Record, str, Sentence]]:
    """Yield each record of one type that says what an earlier one says, with the field and a sentence."""
    for names in ONCE.get(type(records[0]), ()) if records else ():
        seen: set[tuple[object, ...]] = set()
        for record in records:
            values = tuple(getattr(record, name) for name in names)
            if all(values) and values in seen:
                yield record, names[-1], _REPEATED
            seen.add(values)


def repeated(record: Record, ledger: Ledger) -> Iterator[tuple[str, Sentence]]:
    """Yield each field by which a record says what another one says."""
    for names in ONCE.get(type(record), ()):
        values = [getattr(record, name) for name in names]
        # Most others differ in the first field already, and there may be thousands.
        if all(values) and any(
            getattr(other, names[0]) == values[0]
            and other.id != record.id
            and [getattr(other, name) for name in names] == values
            for other in ledger.all(type(record))
        ):
            yield names[-1], _REPEATED
