"""Which texts of a record exist in some languages only."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from models.domain.fields import Record, fields_of
from models.domain.text import LocalText


def lagging(record: Record, codes: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
    """Return, by language, the fields in which it says nothing although another language does.

    codes: of the languages looked at; only those that lag are in the result, and none is preferred.
    """
    texts = {
        spec.name: value
        for spec in fields_of(type(record))
        if isinstance(value := getattr(record, spec.name), LocalText) and value
    }
    behind = {
        code: tuple(name for name, text in texts.items() if not text.get(code).strip()) for code in codes
    }
    return {code: names for code, names in behind.items() if names}
