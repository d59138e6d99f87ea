"""What registers have to tell the user."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from models.domain.fields import Record
from models.localisation.display import Display
from ui import language
from ui.language import _, ngettext
from ui.page import Notice
from ui.widgets.notice_bar import NoticeKind


@dataclass(frozen=True)
class News:
    """A sentence for the window's notice bar; with `can_undo` it offers to take the last step back."""

    text: str
    kind: NoticeKind = NoticeKind.INFO
    can_undo: bool = False


def notice_of(news: News | Notice) -> Notice:
    """Return the line for the window's notice bar."""
    return news if isinstance(news, Notice) else Notice(news.text, news.kind, news.can_undo)


def farewell(gone: Sequence[Record], display: Display) -> News:
    """Return the news that records were moved to the bin, which can be taken back."""
    speech = language.current()
    if len(gone) == 1:
        name = " ".join(display.name(gone[0])[:80].split())
        text = _("{name} was moved to the bin.").format(name=speech.isolate(name))
    else:
        sentence = ngettext(
            "{count} entry was moved to the bin.", "{count} entries were moved to the bin.", len(gone)
        )
        text = sentence.format(count=speech.number(len(gone)))
    return News(text, NoticeKind.UNDO, can_undo=True)
