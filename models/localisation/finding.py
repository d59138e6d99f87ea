"""Finding a text in another one as search does, with the places where it stands."""

from __future__ import annotations

from functools import cache

from models.localisation.text import search_key


class Findable:
    """A text that is searched several times."""

    def __init__(self, text: str) -> None:
        folded: list[str] = []
        self._origins: list[int] = []
        for place, character in enumerate(text):
            piece = _folded(character)
            if piece != " " or (folded and folded[-1] != " "):
                folded.append(piece)
                self._origins += [place] * len(piece)
        self._folded = "".join(folded)

    def places(self, wanted: str) -> list[tuple[int, int]]:
        """Return first and last character of each place where the wanted text stands, none within another.

        What is ignored is what `search_key` ignores; blanks and line ends count as one blank.
        """
        key = search_key(wanted)
        found: list[tuple[int, int]] = []
        at = self._folded.find(key) if key else -1
        while at >= 0:
            end = at + len(key)
            found.append((self._origins[at], self._origins[end - 1]))
            at = self._folded.find(key, end)
        return found


@cache
def _folded(character: str) -> str:
    return " " if character.isspace() else search_key(character)
