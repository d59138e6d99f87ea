"""Whether a record can be kept as it is, and what is still missing in it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any

from models.domain.consistency.contradictions import contradictions
from models.domain.fields import NUMBER_LIMIT, FieldSpec, Kind, Record, field_of, fields_of
from models.domain.ledger import Ledger
from models.domain.marking import N_
from models.domain.registers import register
from models.domain.sentences import Sentence
from models.domain.text import LocalText
from models.domain.writing import Written, misplaced

FIRST_DAY = date(1900, 1, 1)
LAST_DAY = date(2200, 12, 31)
MOST_DIGITS = 18  # whole numbers of this length still fit the integers of a database

# Not printable, or impossible to write to a file: control characters but tab and line end, lone surrogates.
_FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")


class Gravity(Enum):
    """What a problem means for the value that has it."""

    REFUSAL = "refusal"  # it is not saved
    REMINDER = "reminder"  # it is saved, and the problem stays shown


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong with a field, as a whole sentence."""

    gravity: Gravity
    sentence: Sentence

    @property
    def is_refusal(self) -> bool:
        """Whether the value must not be saved."""
        return self.gravity is Gravity.REFUSAL


def problems(
    record: Record, ledger: Ledger, languages: Iterable[Written] = (), today: date | None = None
) -> dict[str, Problem]:
    """Return the problems of a record by field name, at most one a field, the weightiest first met.

    Args:
        record: as it is, or as it would be if it were saved.
        ledger: finds the records it refers to, and others that it must differ from.
        languages: by whose letters a text is found to stand under the wrong one.
        today: by which a day is found to lie in the future; None where that does not matter.
    """
    spoken = tuple(languages)
    found: dict[str, Problem] = {}
    for spec in fields_of(type(record)):
        value = getattr(record, spec.name)
        problem = (
            problem_of(spec, value) or _lost_reference(spec, value, ledger) or _wrong_language(value, spoken)
        )
        if problem is not None:
            found[spec.name] = problem
    for name, sentence in contradictions(record, ledger, today):
        found.setdefault(name, Problem(Gravity.REMINDER, sentence))
    return found


def problem_of(spec: FieldSpec, value: object) -> Problem | None:
    """Return what is wrong with a value by itself, None when nothing is."""
    refused = refusal_of(spec, value)
    if refused is not None:
        return Problem(Gravity.REFUSAL, refused)
    if spec.required and is_nothing(spec, value):
        return Problem(Gravity.REMINDER, Sentence(N_("This is still needed.")))
    return None


def refusal_of(spec: FieldSpec, value: object) -> Sentence | None:
    """Return why a value of the field's type cannot be kept, None when it can."""
    check = _CHECKS.get(spec.kind)
    return check(spec, value) if check is not None and value is not None else None


def is_nothing(spec: FieldSpec, value: object) -> bool:
    """Whether nothing was entered; blanks are nothing, a "no" is something."""
    if spec.kind is Kind.BOOLEAN:
        return False
    texts = list(_texts(value))
    return not any(text.strip() for text in texts) if texts else value == spec.empty


def first_blank(record: Record, names: Iterable[str], ledger: Ledger) -> str:
    """Return the first of these fields in which nothing stands, "" when all are filled in.

    A "no" is nothing here, and a person whose record was deleted is nobody.
    """
    for name in names:
        value, spec = getattr(record, name), field_of(type(record), name)
        if value is False or is_nothing(spec, value):
            return name
        if spec.kind is Kind.PERSON and ledger.find(register(spec.target).record, value) is None:
            return name
    return ""


def _texts(value: object) -> Iterator[str]:
    """Yield the texts that a value is made of."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, LocalText):
        yield from (text for _, text in value.items())
    elif isinstance(value, tuple):
        yield from value


def _check_text(spec: FieldSpec, value: Any) -> Sentence | None:
    texts = list(_texts(value))
    longest = max(map(len, texts), default=0)
    if spec.kind is Kind.LINES:
        longest = sum(map(len, texts)) + len(texts)
    if longest > spec.limit:
        return Sentence(
            N_("This text has {length} characters; at most {limit} can be kept. Shorten it."),
            length=longest,
            limit=spec.limit,
        )
    if any(_FORBIDDEN.search(text) for text in texts):
        return Sentence(N_("This text has characters that cannot be printed. Type it again without them."))
    return None


def _check_number(spec: FieldSpec, value: Any) -> Sentence | None:
    number = Decimal(value)
    if not number.is_finite() or _digits(number) > MOST_DIGITS:
        return Sentence(
            N_("This number has too many digits; at most {limit} can be kept."), limit=MOST_DIGITS
        )
    low, high = spec.minimum, spec.maximum
    if (low is None or number >= low) and (high is None or number <= high):
        return None
    # A limit that only keeps the number small enough to be stored says nothing about what is meant.
    if low is not None and high is not None and high < NUMBER_LIMIT:
        return Sentence(N_("Write a number from {minimum} to {maximum}."), minimum=low, maximum=high)
    if low is not None and number < low:
        return Sentence(N_("Write a number that is not less than {minimum}."), minimum=low)
    return Sentence(N_("Write a number that is not greater than {maximum}."), maximum=high)


def _digits(number: Decimal) -> int:
    """Return how many digits it takes to write a finite number without an exponent."""
    _, digits, exponent = number.as_tuple()
    assert isinstance(exponent, int)
    return len(digits) + exponent if exponent >= 0 else max(len(digits), -exponent)


def _check_day(_spec: FieldSpec, value: Any) -> Sentence | None:
    if FIRST_DAY <= value <= LAST_DAY:
        return None
    return Sentence(N_("Write a date from {first} to {last}."), first=FIRST_DAY, last=LAST_DAY)


def _check_choice(spec: FieldSpec, value: Any) -> Sentence | None:
    chosen = value if isinstance(value, tuple) else (value,)
    unknown = [key for key in chosen if key and key not in spec.choices]
    if not unknown:
        return None
    return Sentence(N_("{choice} is not one of the choices. Choose again."), choice=unknown[0])


_CHECKS: Mapping[Kind, Callable[[FieldSpec, Any], Sentence | None]] = {
    Kind.TEXT: _check_text,
    Kind.LONG_TEXT: _check_text,
    Kind.CODE: _check_text,
    Kind.BILINGUAL: _check_text,
    Kind.BILINGUAL_LONG: _check_text,
    Kind.LINES: _check_text,
    Kind.CONTENT: _check_text,
    Kind.INTEGER: _check_number,
    Kind.DECIMAL: _check_number,
    Kind.DATE: _check_day,
    Kind.CHOICE: _check_choice,
    Kind.CHOICES: _check_choice,
}


def _lost_reference(spec: FieldSpec, value: Any, ledger: Ledger) -> Problem | None:
    if spec.kind not in (Kind.PERSON, Kind.PEOPLE, Kind.REFERENCE, Kind.FILE) or not value:
        return None
    target = register(spec.target)
    ids = value if isinstance(value, tuple) else (value,)
    if all(ledger.find(target.record, record_id) is not None for record_id in ids):
        return None
    sentence = Sentence(
        N_("What stood here is no longer under “{register}”. Choose again, or take it back from the bin."),
        register=Sentence(target.title),
    )
    return Problem(Gravity.REMINDER, sentence)


def _wrong_language(value: object, languages: tuple[Written, ...]) -> Problem | None:
    language = misplaced(value, languages) if isinstance(value, LocalText) else None
    if language is None:
        return None
    sentence = Sentence(
        N_("What stands under {language} is written in the letters of another language. Check the fields."),
        language=language.name,
    )
    return Problem(Gravity.REMINDER, sentence)
