"""What a record is called in a sentence."""

from __future__ import annotations

from models.domain.fields import REFERRING, Kind, Record
from models.domain.ledger import Ledger
from models.domain.registers import register, register_of
from models.domain.sentences import Sentence
from models.domain.text import LocalText, first_words
from models.domain.validation import is_nothing

_LONGEST = 60


def name_of(record: Record, ledger: Ledger) -> object:
    """Return what a record is called, as the field of a sentence; a long text is cut at a word."""
    own = register_of(record)
    spec = own.name_field
    value = getattr(record, own.name)
    if spec.kind in REFERRING:
        value = ledger.find(register(spec.target).record, value)
        return name_of(value, ledger) if value is not None else Sentence("an entry without a name")
    if is_nothing(spec, value):
        return Sentence("an entry without a name")
    if spec.kind is Kind.CHOICE:
        return Sentence(spec.choices[value])
    return _cut(value)


def _cut(value: object) -> object:
    if isinstance(value, LocalText):
        return LocalText.of({code: first_words(text, _LONGEST) for code, text in value.items()})
    return first_words(value, _LONGEST) if isinstance(value, str) else value
