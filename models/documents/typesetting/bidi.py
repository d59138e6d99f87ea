"""Embedding levels and visual order by the Unicode Bidirectional Algorithm (UAX #9), isolates included.

Levels are resolved once for a paragraph and reordered line by line: a line that is resolved by itself puts
numbers at its start on the wrong side.
"""

import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

_DEEPEST = 125
_STRONG = {"L": "L", "R": "R", "EN": "R", "AN": "R"}
_ISOLATES = frozenset({"LRI", "RLI", "FSI"})
_EMBEDDINGS = {"RLE": (1, ""), "LRE": (0, ""), "RLO": (1, "R"), "LRO": (0, "L")}
_REMOVED = frozenset({"RLE", "LRE", "RLO", "LRO", "PDF", "BN"})
_NEUTRAL = frozenset({"B", "S", "WS", "ON", "LRI", "RLI", "FSI", "PDI"})
_PLAIN_RTL = frozenset({"R", "AL", "NSM", "ON", "WS", "CS", "ET", "ES"})
_PLAIN_LTR = frozenset({"L", "EN", "NSM", "ON", "WS", "CS", "ET", "ES"})

_OPENING = "([{༺༼᚛⁅⁽₍⌈⌊〈❨❪❬❮❰❲❴⟅⟦⟨⟪⟬⟮⦃⦅⦇⦉⦋⦍⦏⦑⦓⦕⦗⧘⧚⧼⸢⸤⸦⸨⹕⹗⹙⹛〈《「『【〔〖〘〚﹙﹛﹝（［｛｟｢"
_CLOSING = ")]}༻༽᚜⁆⁾₎⌉⌋〉❩❫❭❯❱❳❵⟆⟧⟩⟫⟭⟯⦄⦆⦈⦊⦌⦐⦎⦒⦔⦖⦘⧙⧛⧽⸣⸥⸧⸩⹖⹘⹚⹜〉》」』】〕〗〙〛﹚﹜﹞）］｝｠｣"
_CANONICAL = {"\u2329": "\u3008", "\u232a": "\u3009"}
_OPENS = {
    opening: _CANONICAL.get(closing, closing) for opening, closing in zip(_OPENING, _CLOSING, strict=True)
}
_OPENS["\u2329"] = "\u3009"
_CLOSES = frozenset(_CLOSING) | {"\u232a"}
_DEEPEST_BRACKETS = 63


@lru_cache(maxsize=8192)
def bidi_class(character: str) -> str:
    """Return the Bidi_Class of one character, "L" for an unassigned one."""
    return unicodedata.bidirectional(character) or "L"


def levels(text: str, base: int) -> list[int]:
    """Return the resolved embedding level of each character (rules X1 to I2).

    Args:
        text: logical order; paragraph separators inside it end a paragraph of the same base.
        base: 0 for left-to-right, 1 for right-to-left; it comes from the style, never from the first letter.

    Characters that rule X9 removes take the level of the character before them.
    """
    classes = [bidi_class(character) for character in text]
    present = set(classes)
    if present <= (_PLAIN_RTL if base else _PLAIN_LTR):
        return [base] * len(text)
    resolved: list[int] = []
    start = 0
    for end in _paragraph_ends(classes):
        resolved.extend(_paragraph(text[start:end], classes[start:end], base))
        start = end
    return resolved


def visual_order(resolved: Sequence[int]) -> list[int]:
    """Return the indices of a line's items from left to right (rule L2), be they characters or runs."""
    order = list(range(len(resolved)))
    if not order:
        return order
    odd = [level for level in resolved if level % 2]
    if not odd:
        return order
    for level in range(max(resolved), min(odd) - 1, -1):
        start = 0
        while start < len(order):
            if resolved[order[start]] < level:
                start += 1
                continue
            end = start
            while end < len(order) and resolved[order[end]] >= level:
                end += 1
            order[start:end] = order[start:end][::-1]
            start = end
    return order


def _paragraph_ends(classes: Sequence[str]) -> Iterator[int]:
    for index, kind in enumerate(classes):
        if kind == "B":
            yield index + 1
    if not classes or classes[-1] != "B":
        yield len(classes)


def _paragraph(text: str, classes: list[str], base: int) -> list[int]:
    matches = _isolate_matches(classes)
    embedded, kinds = _explicit(classes, matches, base)
    # Each sequence looks at its neighbours' explicit levels: all are built before the first is resolved.
    sequences = _sequences(classes, embedded, matches)
    for sequence in [_Sequence(text, classes, kinds, embedded, indices, base) for indices in sequences]:
        sequence.resolve()
    return _fill_removed(classes, embedded, base)


def _isolate_matches(classes: Sequence[str]) -> dict[int, int]:
    """Return the matching PDI of each isolate initiator that has one (BD9)."""
    matches: dict[int, int] = {}
    open_isolates: list[int] = []
    for index, kind in enumerate(classes):
        if kind in _ISOLATES:
            open_isolates.append(index)
        elif kind == "PDI" and open_isolates:
            matches[open_isolates.pop()] = index
    return matches


def _first_strong(classes: Sequence[str], start: int, end: int) -> int:
    """Return the level that rules P2 and P3 give the text of a first-strong isolate."""
    depth = 0
    for kind in classes[start:end]:
        if kind in _ISOLATES:
            depth += 1
        elif kind == "PDI":
            depth = max(0, depth - 1)
        elif depth == 0 and kind in ("L", "R", "AL"):
            return 0 if kind == "L" else 1
    return 0


class _Stack:
    """The directional status stack of rule X1."""

    def __init__(self, base: int) -> None:
        self.entries: list[tuple[int, str, bool]] = [(base, "", False)]
        self.overflow_isolates = 0
        self.overflow_embeddings = 0
        self.valid_isolates = 0

    def next_level(self, direction: int) -> int:
        level = self.entries[-1][0]
        return level + 1 if (level + 1) % 2 == direction else level + 2

    def embed(self, direction: int, override: str) -> None:
        level = self.next_level(direction)
        if level <= _DEEPEST and not self.overflow_isolates and not self.overflow_embeddings:
            self.entries.append((level, override, False))
        elif not self.overflow_isolates:
            self.overflow_embeddings += 1

    def isolate(self, direction: int) -> None:
        level = self.next_level(direction)
        if level <= _DEEPEST and not self.overflow_isolates and not self.overflow_embeddings:
            self.valid_isolates += 1
            self.entries.append((level, "", True))
        else:
            self.overflow_isolates += 1

    def end_isolate(self) -> None:
        if self.overflow_isolates:
            self.overflow_isolates -= 1
        elif self.valid_isolates:
            self.overflow_embeddings = 0
            while not self.entries[-1][2]:
                self.entries.pop()
            self.entries.pop()
            self.valid_isolates -= 1

    def end_embedding(self) -> None:
        if self.overflow_isolates:
            return
        if self.overflow_embeddings:
            self.overflow_embeddings -= 1
        elif len(self.entries) > 1 and not self.entries[-1][2]:
            self.entries.pop()


def _explicit(classes: Sequence[str], matches: dict[int, int], base: int) -> tuple[list[int], list[str]]:
    """Return the explicit level and the class after overrides of each character (rules X1 to X8)."""
    stack = _Stack(base)
    embedded: list[int] = []
    kinds: list[str] = []
    for index, kind in enumerate(classes):
        if kind in _EMBEDDINGS:
            embedded.append(stack.entries[-1][0])
            stack.embed(*_EMBEDDINGS[kind])
        elif kind == "PDF":
            stack.end_embedding()
            embedded.append(stack.entries[-1][0])
        else:
            if kind == "PDI":
                stack.end_isolate()
            level, override, _ = stack.entries[-1]
            embedded.append(base if kind == "B" else level)
            if override and kind not in ("B", "BN"):
                kinds.append(override)
                if kind in _ISOLATES:
                    stack.isolate(_isolate_direction(classes, matches, index))
                continue
            if kind in _ISOLATES:
                stack.isolate(_isolate_direction(classes, matches, index))
        kinds.append(kind)
    return embedded, kinds


def _isolate_direction(classes: Sequence[str], matches: dict[int, int], index: int) -> int:
    kind = classes[index]
    if kind == "FSI":
        return _first_strong(classes, index + 1, matches.get(index, len(classes)))
    return 1 if kind == "RLI" else 0


def _sequences(classes: Sequence[str], embedded: Sequence[int], matches: dict[int, int]) -> list[list[int]]:
    """Return the isolating run sequences as lists of indices, characters removed by X9 left out (BD13)."""
    runs: list[list[int]] = []
    for index, kind in enumerate(classes):
        if kind in _REMOVED:
            continue
        if runs and embedded[runs[-1][-1]] == embedded[index]:
            runs[-1].append(index)
        else:
            runs.append([index])
    starts = {run[0]: run for run in runs}
    closers = set(matches.values())
    sequences = []
    for run in runs:
        if classes[run[0]] == "PDI" and run[0] in closers:
            continue
        sequence = list(run)
        while sequence[-1] in matches and matches[sequence[-1]] in starts:
            sequence.extend(starts[matches[sequence[-1]]])
        sequences.append(sequence)
    return sequences


class _Sequence:
    """One isolating run sequence on its way through rules W1 to I2."""

    def __init__(
        self,
        text: str,
        classes: list[str],
        kinds: list[str],
        embedded: list[int],
        indices: list[int],
        base: int,
    ) -> None:
        self.text = text
        self.original = classes
        self.embedded = embedded
        self.indices = indices
        self.kinds = [kinds[index] for index in indices]
        self.level = embedded[indices[0]]
        self.direction = "R" if self.level % 2 else "L"
        before = self._neighbour(range(indices[0] - 1, -1, -1), base)
        if classes[indices[-1]] in _ISOLATES:
            after = base
        else:
            after = self._neighbour(range(indices[-1] + 1, len(text)), base)
        self.sos = "R" if max(self.level, before) % 2 else "L"
        self.eos = "R" if max(self.level, after) % 2 else "L"

    def _neighbour(self, positions: range, base: int) -> int:
        for index in positions:
            if self.original[index] not in _REMOVED:
                return self.embedded[index]
        return base

    def resolve(self) -> None:
        """Write the resolved levels of the sequence into the paragraph."""
        self._weak()
        self._brackets()
        self._neutrals()
        for index, kind in zip(self.indices, self.kinds, strict=True):
            if self.level % 2:
                self.embedded[index] = self.level + (kind != "R")
            else:
                self.embedded[index] = self.level + {"L": 0, "R": 1}.get(kind, 2)

    def _weak(self) -> None:
        kinds = self.kinds
        last, strong = self.sos, self.sos
        for position, kind in enumerate(kinds):
            if kind == "NSM":
                kind = "ON" if last in _ISOLATES or last == "PDI" else last
            last = kind
            if kind in ("L", "R", "AL"):
                strong = kind
            elif kind == "EN" and strong == "AL":
                kind = "AN"
            kinds[position] = kind
        self.kinds = kinds = ["R" if kind == "AL" else kind for kind in kinds]
        for position in range(1, len(kinds) - 1):
            before, after = kinds[position - 1], kinds[position + 1]
            if before == after and (
                (kinds[position] == "ES" and before == "EN")
                or (kinds[position] == "CS" and before in ("EN", "AN"))
            ):
                kinds[position] = before
        self._terminators()
        strong = self.sos
        for position, kind in enumerate(kinds):
            if kind in ("L", "R"):
                strong = kind
            elif kind == "EN" and strong == "L":
                kinds[position] = "L"

    def _terminators(self) -> None:
        kinds = self.kinds
        position = 0
        while position < len(kinds):
            if kinds[position] != "ET":
                position += 1
                continue
            end = position
            while end < len(kinds) and kinds[end] == "ET":
                end += 1
            beside = (position and kinds[position - 1] == "EN") or (end < len(kinds) and kinds[end] == "EN")
            kinds[position:end] = ["EN" if beside else "ON"] * (end - position)
            position = end
        self.kinds[:] = ["ON" if kind in ("ES", "CS") else kind for kind in kinds]

    def _bracket_pairs(self) -> list[tuple[int, int]]:
        pairs: list[tuple[int, int]] = []
        waiting: list[tuple[str, int]] = []
        for position, index in enumerate(self.indices):
            if self.kinds[position] != "ON":
                continue
            character = self.text[index]
            if character in _OPENS:
                if len(waiting) == _DEEPEST_BRACKETS:
                    return []
                waiting.append((_OPENS[character], position))
            elif character in _CLOSES:
                closing = _CANONICAL.get(character, character)
                for depth in range(len(waiting) - 1, -1, -1):
                    if waiting[depth][0] == closing:
                        pairs.append((waiting[depth][1], position))
                        del waiting[depth:]
                        break
        return sorted(pairs)

    def _brackets(self) -> None:
        for opening, closing in self._bracket_pairs():
            inside = {_STRONG[kind] for kind in self.kinds[opening + 1 : closing] if kind in _STRONG}
            if not inside:
                continue
            direction = self.direction
            if self.direction not in inside:
                before = next(
                    (_STRONG[kind] for kind in self.kinds[opening - 1 :: -1] if kind in _STRONG), None
                )
                context = before if opening and before else self.sos
                direction = context if context != self.direction else self.direction
            for position in (opening, closing):
                self._set_bracket(position, direction)

    def _set_bracket(self, position: int, direction: str) -> None:
        self.kinds[position] = direction
        for later in range(position + 1, len(self.kinds)):
            if self.original[self.indices[later]] != "NSM":
                break
            self.kinds[later] = direction

    def _neutrals(self) -> None:
        kinds = self.kinds
        position = 0
        while position < len(kinds):
            if kinds[position] not in _NEUTRAL:
                position += 1
                continue
            end = position
            while end < len(kinds) and kinds[end] in _NEUTRAL:
                end += 1
            before = _STRONG[kinds[position - 1]] if position else self.sos
            after = _STRONG[kinds[end]] if end < len(kinds) else self.eos
            kinds[position:end] = [before if before == after else self.direction] * (end - position)
            position = end


def _fill_removed(classes: Sequence[str], embedded: list[int], base: int) -> list[int]:
    if not _REMOVED.isdisjoint(classes):
        previous = base
        for index, kind in enumerate(classes):
            if kind in _REMOVED:
                embedded[index] = previous
            previous = embedded[index]
    return embedded


def runs(resolved: Sequence[int]) -> list[tuple[int, int]]:
    """Return (start, end) of each stretch of one level, in logical order."""
    bounds = [0, *(i + 1 for i, (a, b) in enumerate(pairwise(resolved)) if a != b), len(resolved)]
    return [(start, end) for start, end in pairwise(bounds) if end > start]
