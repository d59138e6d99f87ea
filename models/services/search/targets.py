"""What a search leads to, and what it shows of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from models.domain.gates.criterion import Place
from models.domain.marking import N_


@dataclass(frozen=True)
class PageKey:
    """A page of the window, by its key."""

    key: str


@dataclass(frozen=True)
class CommandKey:
    """Something the window can do, by its key."""

    key: str


@dataclass(frozen=True)
class Reading:
    """A passage of the help: its topic, and how many passages stand before it."""

    topic: str
    at: int


Target: TypeAlias = Place | PageKey | CommandKey | Reading


class Group(StrEnum):
    """The kinds of things that are found."""

    WINDOW = "window"
    PEOPLE = "people"
    RECORDS = "records"
    DOCUMENTS = "documents"
    WORK = "work"
    QUESTIONS = "questions"
    HELP = "help"
    MODELS = "models"


GROUP_TITLES: Mapping[Group, str] = {
    Group.WINDOW: N_("Pages and commands"),
    Group.PEOPLE: N_("People"),
    Group.RECORDS: N_("Entries"),
    Group.DOCUMENTS: N_("Documents"),
    Group.WORK: N_("Tasks and exit criteria"),
    Group.QUESTIONS: N_("Gap questions"),
    Group.HELP: N_("Help"),
    Group.MODELS: N_("Model promises"),
}


@dataclass(frozen=True)
class Command:
    """A page or a deed of the window that can be found; its text is a message of the catalogue."""

    target: PageKey | CommandKey
    text: str
    icon: str = ""


@dataclass(frozen=True)
class Entry:
    """Something that never changes and can be found.

    name: in the language shown. texts: what else it says, that language first. detail: where it belongs.
    keys: names and codes in every language. icon: the name of its sign, "" for that of its group. step: 1 to
    8, None where it belongs to none. found_by: more text it is found by, which is not shown.
    """

    group: Group
    target: Target
    name: str
    keys: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()
    detail: str = ""
    icon: str = ""
    step: int | None = None
    found_by: str = ""


@dataclass(frozen=True)
class Hit:
    """One thing that was found.

    passage: the part of its text in which the words stand, "" where its name holds them. detail: the register
    or kind it belongs to. The other fields are those of an `Entry`.
    """

    group: Group
    target: Target
    name: str
    detail: str = ""
    passage: str = ""
    icon: str = ""
    step: int | None = None


@dataclass(frozen=True)
class HitGroup:
    """The best hits of one kind, the best first; total: how many there are."""

    group: Group
    hits: tuple[Hit, ...]
    total: int


@dataclass(frozen=True)
class Found:
    """What a search found, the kind with the best hit first.

    words: the folded words that were looked for. is_whole: every record was looked through; it is not while
    they are still being read.
    """

    wanted: str
    words: tuple[str, ...]
    groups: tuple[HitGroup, ...]
    is_whole: bool = True

    @property
    def hits(self) -> tuple[Hit, ...]:
        """All hits in the order in which they are shown."""
        return tuple(hit for group in self.groups for hit in group.hits)
