"""Who changed what and when, in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from models.content.titles import title
from models.domain.edits import Deed, Edit
from models.domain.fields import FieldSpec, Record, fields_of
from models.domain.ids import RecordId
from models.domain.ledger import Ledger
from models.domain.marking import N_
from models.domain.registers import register_of
from models.domain.sentences import Sentence
from models.domain.text import LocalText
from models.localisation.display import Display
from models.localisation.language import Language
from models.storage.journal import Entry, EntryKind

_LONGEST = 160
_EDITS_SHOWN = 12


@dataclass(frozen=True)
class FieldChange:
    """One field of a record, before and after; "" stands for nothing."""

    label: str
    before: str
    after: str


@dataclass(frozen=True)
class RecordChange:
    """What happened to one record: `deed` is a sentence that names it; `fields` only where it was changed."""

    deed: str
    fields: tuple[FieldChange, ...] = ()
    record: RecordId | None = None


@dataclass(frozen=True)
class Told:
    """One entry of the journal in the words of a language.

    more: how many further records the same entry changed.
    """

    at: datetime
    author: str
    kind: EntryKind
    changes: tuple[RecordChange, ...]
    more: int = 0


_DEEDS: Mapping[Deed, str] = {
    Deed.CREATE: N_("Entered in “{register}”: {record}"),
    Deed.UPDATE: N_("Changed in “{register}”: {record}"),
    Deed.BIN: N_("Moved to the bin from “{register}”: {record}"),
    Deed.RESTORE: N_("Brought back to “{register}”: {record}"),
    Deed.REMOVE: N_("Taken out of “{register}”: {record}"),
}


def told(entry: Entry, ledger: Ledger, language: Language) -> Told:
    """Return an entry in the words of a language; people are called as they are called today."""
    display = Display(ledger, language, title)
    edits = entry.decoded_edits()
    # A whole company read in at once is told by its number.
    shown = edits[:_EDITS_SHOWN] if entry.kind is not EntryKind.IMPORT else ()
    changes = tuple(_record_change(edit, display, language) for edit in shown)
    return Told(entry.at, entry.author, entry.kind, changes, len(edits) - len(shown))


def _record_change(edit: Edit, display: Display, language: Language) -> RecordChange:
    described = register_of(edit.record)
    sentence = Sentence(
        _DEEDS[edit.deed], register=Sentence(described.title), record=_short(display.name(edit.record))
    )
    if edit.before is None or edit.after is None:
        return RecordChange(sentence.worded(language), (), edit.record.id)
    changes = tuple(_field_changes(edit.before, edit.after, display, language))
    return RecordChange(sentence.worded(language), changes, edit.record.id)


def _field_changes(
    before: Record, after: Record, display: Display, language: Language
) -> Iterator[FieldChange]:
    for spec in fields_of(type(after)):
        if getattr(before, spec.name) != getattr(after, spec.name):
            yield FieldChange(
                language.gettext(spec.label),
                _value(before, spec, display, language),
                _value(after, spec, display, language),
            )


def _value(record: Record, spec: FieldSpec, display: Display, language: Language) -> str:
    value = getattr(record, spec.name)
    if isinstance(value, LocalText):
        # A change in the other language must be seen as well.
        return language.join(language.isolate(_short(text)) for _, text in value.items())
    return _short(display.of(record, spec))


def _short(text: str) -> str:
    line = " ".join(text[: 4 * _LONGEST].split())
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST].rstrip()}…"
