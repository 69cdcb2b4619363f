"""Whether a text names somebody: accents, case and signs between words matter not."""

import re
from collections.abc import Iterable, Iterator

from dxdesk.domain.text import folded

GAP = "…"
_WORD = re.compile(r"\w+")
_FEWEST_DIGITS = 6
"""A single word names nobody, unless it is a number as long as a phone's."""


class Mentions:
    """Names and numbers to be looked for in any text."""

    def __init__(self, values: Iterable[str]) -> None:
        self._by_first: dict[str, set[tuple[str, ...]]] = {}
        for value in values:
            words = tuple(_WORD.findall(folded(value)))
            if len(words) > 1 or (words and _is_number(words[0])):
                self._by_first.setdefault(words[0], set()).add(words)

    def within(self, text: str) -> bool:
        return any(True for _span in self._spans(text))

    def without(self, text: str) -> str:
        """*text* with a gap in the place of each mention."""
        parts, end = [], 0
        for start, stop in self._spans(text):
            parts += [text[end:start], GAP]
            end = stop
        return "".join((*parts, text[end:]))

    def _spans(self, text: str) -> Iterator[tuple[int, int]]:
        if not self._by_first:
            return
        found = list(_WORD.finditer(text))
        words = [folded(one.group()) for one in found]
        at = 0
        while at < len(words):
            length = self._length(words, at)
            if length:
                yield found[at].start(), found[at + length - 1].end()
            at += max(length, 1)

    def _length(self, words: list[str], at: int) -> int:
        """Of the longest mention that begins at this word; 0: none does."""
        known = self._by_first.get(words[at], ())
        fitting = (len(one) for one in known if tuple(words[at : at + len(one)]) == one)
        return max(fitting, default=0)


def _is_number(word: str) -> bool:
    return word.isdigit() and len(word) >= _FEWEST_DIGITS
