"""A text made ready for checking: one form of letters, and the way back to the text as given.

Patterns look at `plain` (small letters without accents, numbers that count nothing hidden), which
is as long as `text`, so a place found in one is a place in the other.
"""

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property, lru_cache

from dxdesk.domain.claims.finding import Finding, FindingKind
from dxdesk.domain.text import folded

_CLUSTER = re.compile("[^\u0300-\u036f][\u0300-\u036f]*|[\u0300-\u036f]", re.DOTALL)
_KEPT = {"\n": "\n", "\t": "\t", "\v": "\n", "\f": "\n", "\u0085": "\n"}
_REPLACED = {"Cc": "", "Cf": "", "Cs": "", "Zs": " ", "Zl": "\n", "Zp": "\n"}
_HIDDEN = "_"
_NO_COUNTS = re.compile(
    r"""
    \d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{4}           # 23/08/2024
    | \b(?:ngay|sang|trua|chieu|toi|den|tu|hom)\s+\d{1,2}\s*[/-]\s*\d{1,2}(?![\d/])  # ngày 22/8
    | \b(?:thang|quy|nam|dot|tuan)\s+\d{1,4}(?:\s*/\s*\d{4})?\b   # tháng 8/2024
    | \d+(?:/\d{4})?/[a-z]{2,}[a-z0-9]*(?:-[a-z0-9]+)*   # 61/2018/NĐ-CP, 15/KH-UBND
    | \b(?:so|nghi\ dinh|quyet\ dinh|thong\ tu|luat|ke\ hoach)\s+\d+/\d+  # Kế hoạch 12/2024
    | \d{1,2}:\d{2}(?::\d{2})?                           # 10:03:00
    | \b\d{1,2}\s?h(?:\d{2})?\b                          # 7h30
    """,
    re.VERBOSE,
)


@dataclass(frozen=True)
class Prose:
    text: str
    origin: tuple[int, ...]
    """For each letter of `text` its place in the text as given, and one more for the end."""

    @cached_property
    def unmasked(self) -> str:
        return "".join(map(_bare, self.text))

    @cached_property
    def plain(self) -> str:
        return _NO_COUNTS.sub(lambda found: _HIDDEN * len(found[0]), self.unmasked)

    @cached_property
    def _lines(self) -> list[int]:
        return [0, *(found.end() for found in re.finditer("\n", self.text))]

    def line(self, place: int) -> int:
        """1-based."""
        return bisect_right(self._lines, place)

    def finding(
        self,
        kind: FindingKind,
        place: tuple[int, int],
        sentence: str,
        *,
        printed: str,
        computed: str,
        counts: str = "",
        left: int | None = None,
    ) -> Finding:
        start, end = place
        return Finding(
            kind=kind,
            start=self.origin[start],
            end=self.origin[end],
            line=self.line(start),
            quote=" ".join(self.text[start:end].split()),
            sentence=sentence,
            printed=printed,
            computed=computed,
            counts=counts,
            open=left,
        )


def read_prose(text: str) -> Prose:
    letters: list[str] = []
    origin: list[int] = []
    for found in _CLUSTER.finditer(text):
        for letter in unicodedata.normalize("NFC", found[0]):
            kept = _shown(letter)
            letters.append(kept)
            origin.extend([found.start()] * len(kept))
    return Prose("".join(letters), (*origin, len(text)))


@lru_cache(maxsize=4096)
def _shown(letter: str) -> str:
    kept = _KEPT.get(letter)
    return _REPLACED.get(unicodedata.category(letter), letter) if kept is None else kept


@lru_cache(maxsize=4096)
def _bare(letter: str) -> str:
    """One letter for one letter; white space stays what it is."""
    return letter if letter.isspace() else (folded(letter) or letter)[0]
