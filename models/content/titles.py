"""The titles of the application's own content, for fields that hold an id of it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from models.content.names import names
from models.domain.text import LocalText

DOCUMENT = "document"


@cache
def titles(collection: str) -> Mapping[str, LocalText]:
    """Return the title of every entry of a collection by its id, in the order of the content.

    "document" holds the six documents and, after them, the record forms: both are controlled.

    Raises:
        KeyError: there is no such collection.
    """
    if collection == DOCUMENT:
        return {**names(DOCUMENT), **names("record_form")}
    return names(collection)


def title(collection: str, content_id: str) -> LocalText:
    """Return the title of one entry; an empty text where the collection has no such entry."""
    return titles(collection).get(content_id, LocalText())
