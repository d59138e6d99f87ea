"""What a function returned for a value, kept for the next time."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

Asked = TypeVar("Asked")
Said = TypeVar("Said")

_MOST = 10_000
_LONGEST = 100


class Known(dict[Asked, Said]):
    """What a function returns for each value: it is called where a value is first looked up.

    Among the answers of many people, the same few come again and again. Long texts are not kept, and no more
    than some thousands of others. What the function raises is raised where the value is looked up.
    """

    def __init__(self, find_out: Callable[[Asked], Said]) -> None:
        super().__init__()
        self._find_out = find_out

    def __missing__(self, asked: Asked) -> Said:
        said = self._find_out(asked)
        is_short = not isinstance(asked, str) or len(asked) < _LONGEST
        if is_short and len(self) < _MOST:
            self[asked] = said
        return said
