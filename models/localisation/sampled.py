"""What was picked to be looked at, as a line of text that leads back to its record."""

from __future__ import annotations

from collections.abc import Iterable

from models.domain.fields import Record
from models.domain.ledger import Ledger
from models.domain.marking import N_
from models.domain.names import name_of
from models.domain.records.operation import Breach
from models.domain.registers import REGISTERS, register_of
from models.domain.sentences import Sentence, Wording
from models.localisation.text import without_isolates


def line_of(record: Record, ledger: Ledger, wording: Wording) -> str:
    """Return register and name of a record in one line; two failures of one cause are told apart by day."""
    title = Sentence(register_of(record).title)
    if isinstance(record, Breach) and record.happened_on is not None:
        sentence = Sentence(
            N_("{title}: {name} ({day})"),
            title=title,
            name=name_of(record, ledger),
            day=record.happened_on,
        )
    elif register_of(record).is_sheet:
        sentence = title
    else:
        sentence = Sentence("{title}: {name}", title=title, name=name_of(record, ledger))
    return without_isolates(sentence.worded(wording))


def found(line: str, ledger: Ledger, wordings: Iterable[Wording]) -> Record | None:
    """Return the record that a line names; None when it is called otherwise now, or is not there any more.

    wordings: the languages in which the line may have been written.
    """
    for wording in wordings:
        for own in REGISTERS:
            if not line.startswith(wording.gettext(own.title)):
                continue
            records = (ledger.sheet(own.record),) if own.is_sheet else ledger.all(own.record)
            for record in records:
                if line_of(record, ledger, wording) == line:
                    return record
    return None
