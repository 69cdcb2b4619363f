"""Text of the fonts before Unicode, found by what it says and turned into Unicode.

A cell is only touched when it cannot be Vietnamese as it stands, or when all cells of its column
are of the old kind; what was turned is counted and told.
"""

import re
import tomllib
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import chain, islice
from typing import Any

from dxdesk.domain.syllables import is_syllable, words_of
from dxdesk.exchange.cells import Cell
from dxdesk.exchange.grid import Grid
from dxdesk.paths import RESOURCES

_LOOKED_AT = 1000
_FEWEST_WORDS = 3
_MOST_LEFT = 0.15
"""Part of the spoiled words that may still look spoiled: names of other peoples, misprints."""
_CAPITALS = 2
_STRANGE = re.compile(
    "[\x80-\xbf\xc3-\xc8\xcb\xce-\xd1\xd6-\xd8\xdb-\xdc\xde\xdf\xe4-\xe7\xeb\xee-\xf1\xf6-\xf8\xfb\xfc\xfe\xff]"
)
"""Letters of Latin-1 that Vietnamese has none of, and the capitals between them."""
Convert = Callable[[str], str]


@dataclass(frozen=True)
class Encoding:
    name: str
    convert: Convert
    whole: bool = False
    """Files are written in it whole, not only the cells of one font."""


@cache
def encodings() -> tuple[Encoding, ...]:
    data = tomllib.loads((RESOURCES / "imports" / "encodings.toml").read_text(encoding="utf-8"))
    return (
        Encoding(data["utf-8"]["name"], lambda text: _misread(text, "utf-8")),
        Encoding(data["cp1258"]["name"], lambda text: _misread(text, "cp1258"), whole=True),
        Encoding(data["tcvn3"]["name"], _letter_by_letter(data["tcvn3"])),
        Encoding(data["vni"]["name"], _letter_and_mark(data["vni"])),
    )


def strange(text: str) -> bool:
    """Tell, quickly, whether *text* has a letter that no Vietnamese text in Unicode has."""
    return not text.isascii() and _STRANGE.search(text) is not None


def spoiled(text: str) -> int:
    """How many words of *text* no Vietnamese can read."""
    return sum(not is_syllable(word) for word in words_of(text))


def encoding_of(texts: Sequence[str]) -> Encoding | None:
    """The old encoding that makes *texts* readable; None when they are, or none does."""
    old = {text for text in texts if not text.isascii() and (strange(text) or max(text) < "\u0100")}
    words = {word for text in old for word in words_of(text) if not is_syllable(word)}
    if len(words) < _FEWEST_WORDS:
        return None
    before = sum(map(spoiled, old))
    left = {one: sum(map(spoiled, map(one.convert, old))) for one in encodings()}
    best = min(left, key=lambda one: left[one])
    return best if left[best] <= _MOST_LEFT * before else None


@dataclass
class Modern:
    """A grid in Unicode, and what was done for that; counts grow while its rows are read."""

    grid: Grid
    encoding: str = ""
    turned: int = 0
    first: int = 0
    _old: frozenset[int] = field(default_factory=frozenset)

    def rows(self, given: Iterator[Sequence[Cell]], convert: Convert) -> Iterator[Sequence[Cell]]:
        known: dict[str, str] = {}
        for line, row in enumerate(given, start=1):
            yield [
                self._cell(at, cell, line, convert, known)
                if isinstance(cell, str) and not cell.isascii()
                else cell
                for at, cell in enumerate(row)
            ]

    def _cell(self, at: int, text: str, line: int, convert: Convert, known: dict[str, str]) -> str:
        if max(text) > "\xff" and not strange(text):
            return text
        turned = known.get(text)
        if turned is None:
            turned = convert(text)
            if spoiled(turned) > spoiled(text) or (at not in self._old and not spoiled(text)):
                turned = text
            known[text] = turned
        if turned != text:
            self.turned += 1
            self.first = self.first or line
        return turned


def modern(grid: Grid) -> Modern:
    """*grid* in Unicode, by what its first lines look like."""
    head = list(islice(grid.rows, _LOOKED_AT))
    rows = chain(head, grid.rows)
    texts = [cell for row in head for cell in row if isinstance(cell, str)]
    if not any(map(strange, texts)) or (found := encoding_of(texts)) is None:
        return Modern(replace(grid, rows=rows))
    made = Modern(grid, found.name, _old=_old_columns(head))
    made.grid = replace(grid, rows=made.rows(rows, found.convert))
    return made


def _old_columns(rows: Sequence[Sequence[Cell]]) -> frozenset[int]:
    """Columns with spoiled cells and none that is surely Unicode."""
    old: Counter[int] = Counter()
    new = set()
    for row in rows:
        for at, cell in enumerate(row):
            if isinstance(cell, str) and not cell.isascii():
                if not spoiled(cell) and max(cell) > "\xff":
                    new.add(at)
                elif spoiled(cell):
                    old[at] += 1
    return frozenset(at for at in old if at not in new)


def _letter_by_letter(data: dict[str, Any]) -> Convert:
    table = str.maketrans(data["from"], data["to"])

    def convert(text: str) -> str:
        if _in_capitals(text):
            return text.translate(table).upper()
        words = ((word, word.translate(table)) for word in text.split(" "))
        return " ".join(after.upper() if _in_capitals(word) else after for word, after in words)

    return convert


def _in_capitals(text: str) -> bool:
    """`CéNG` in a font of capitals keeps small accented letters: the others say what is meant."""
    letters = [ch for ch in text if ch.isascii() and ch.isalpha()]
    return len(letters) >= _CAPITALS and not any(ch.islower() for ch in letters)


def _letter_and_mark(data: dict[str, Any]) -> Convert:
    alone = str.maketrans(data["alone_from"], data["alone_to"])
    marks: dict[str, str] = {
        **data["marks"],
        **{key.upper(): mark for key, mark in data["marks"].items()},
    }
    pair = re.compile(f"([{data['bearers']}])([{''.join(marks)}])|(.)", re.DOTALL)

    def one(found: re.Match[str]) -> str:
        if found[3]:
            return found[3].translate(alone)
        return found[1].translate(alone) + marks[found[2]]

    return lambda text: unicodedata.normalize("NFC", pair.sub(one, text))


_BYTES = {bytes([byte]).decode("cp1252", errors="replace"): byte for byte in range(256)}
_BYTES |= {chr(byte): byte for byte in (0x81, 0x8D, 0x8F, 0x90, 0x9D)}


def as_1252(data: bytes) -> str:
    """Every byte as a letter, those without one in Windows-1252 as Windows itself shows them."""
    return data.decode("latin-1").translate(_LETTERS)


_LETTERS = {byte: letter for letter, byte in _BYTES.items() if letter != "\ufffd"}


def _misread(text: str, encoding: str) -> str:
    """*text* as it was before its bytes were read as Windows-1252; itself when it never was."""
    try:
        data = bytes(_BYTES[letter] for letter in text)
        return unicodedata.normalize("NFC", data.decode(encoding))
    except (KeyError, UnicodeDecodeError):
        return text
