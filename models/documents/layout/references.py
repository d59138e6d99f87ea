"""Texts that lead elsewhere or come from a record, and page numbers that are known only at the end."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from models.documents.blocks import Inline
from models.documents.origin import Origin


def target_of(content: Inline) -> str:
    """Return the anchor to which a text leads, "" for none."""
    if isinstance(content, str):
        return ""
    return next((span.link or span.page_of for span in content if span.link or span.page_of), "")


def origins_of(content: Inline) -> Sequence[Origin]:
    """Return the records from which a text comes, each once."""
    if isinstance(content, str):
        return ()
    return tuple(dict.fromkeys(span.origin for span in content if span.origin))


def names_pages(content: Inline) -> bool:
    """Tell whether page numbers stand in a text."""
    return not isinstance(content, str) and any(span.page_of for span in content)


def with_pages(content: Inline, words: Callable[[str], str]) -> Inline:
    """Return a text with its page numbers in words; `words` takes the name of an anchor."""
    if isinstance(content, str):
        return content
    return tuple(replace(span, text=words(span.page_of)) if span.page_of else span for span in content)
