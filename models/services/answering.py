"""Who gave each gap answer the score it has, and when, as the journal tells it."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from models.domain.edits import Edit
from models.domain.ids import RecordId
from models.domain.records.organisation import GapAnswer
from models.domain.registers import register_of
from models.services.company import Change, OpenCompany


@dataclass(frozen=True)
class Trace:
    """Who did something, and when."""

    author: str
    at: datetime


class Answering:
    """Reads the whole journal when it is first asked, and follows the company from then on."""

    def __init__(self, company: OpenCompany) -> None:
        self._company = company
        self._traces: dict[RecordId, Trace] | None = None

    def of(self, answer_id: RecordId) -> Trace | None:
        """Return who gave an answer its score, and when; None where it has none."""
        if self._traces is None:
            self._traces = dict(self._told())
        return self._traces.get(answer_id)

    def follow(self, change: Change) -> None:
        """Take over what has just changed."""
        at = self._company.saved_at
        if self._traces is not None and at is not None:
            trace = Trace(self._company.author, at)
            self._traces.update((edit.record.id, trace) for edit in change.of(GapAnswer) if _scores(edit))

    def _told(self) -> Iterator[tuple[RecordId, Trace]]:
        """Yield the traces in the order of the journal: of several scores the last one counts."""
        mark = f'"{register_of(GapAnswer).code}"'
        for entry in reversed(self._company.history(limit=sys.maxsize)):
            if mark in entry.edits:
                trace = Trace(entry.author, entry.at)
                yield from ((edit.record.id, trace) for edit in entry.decoded_edits() if _scores(edit))


def _scores(edit: Edit) -> bool:
    """Return whether an edit gives a gap answer another score."""
    before, after = edit.before, edit.after
    if not isinstance(after, GapAnswer) or not after.score:
        return False
    return not isinstance(before, GapAnswer) or before.score != after.score
