"""Plain values as JSON text, as the file keeps them: without blanks, letters as they are."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any, cast

from models.domain.fields import Kind
from models.domain.known import Known

JSON_KINDS = frozenset({Kind.BILINGUAL, Kind.BILINGUAL_LONG, Kind.LINES, Kind.CHOICES, Kind.PEOPLE})
"""Kinds of fields that a table keeps as JSON."""

# Made once: a call of json.dumps with these options would make it first, which takes longer than its work.
json_text = json.JSONEncoder(ensure_ascii=False, check_circular=False, separators=(",", ":")).encode


def json_texts(values: Sequence[object]) -> list[str]:
    """Return the JSON text of each value, of which there is at least one.

    All are texts in languages, or all are lists of texts: records of one type have the same kinds of fields.
    """
    if isinstance(values[0], dict):
        return list(map(json_text, values))
    quoted: Known[str, str] = Known(json_text)
    lists = cast("Sequence[Sequence[str]]", values)
    return [f"[{','.join(map(quoted.__getitem__, texts))}]" for texts in lists]


def values_of(texts: Sequence[str | None]) -> list[Any]:
    """Return the value of each JSON text, None for None; many are read by one call as well.

    Raises:
        ValueError: a text is no JSON.
    """
    values: list[Any] = json.loads(f"[{','.join(['null' if text is None else text for text in texts])}]")
    if len(values) != len(texts):
        raise ValueError("not one value a text")
    return values
