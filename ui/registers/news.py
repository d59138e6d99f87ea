"""What registers have to tell the user."""

from __future__ import annotations

from dataclasses import dataclass

from ui.widgets.notice_bar import NoticeKind


@dataclass(frozen=True)
class News:
    """A sentence for the window's notice bar; with `can_undo` it offers to take the last step back."""

    text: str
    kind: NoticeKind = NoticeKind.INFO
    can_undo: bool = False
