"""Vietnamese text: one form (NFC), one order, one way to search without accents.

Stored key columns replace collations: a callback costs thousands of times more
than an index over a ready key (docs/decisions/0002).
"""

import re
import unicodedata
from functools import lru_cache

_LETTERS = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_RANK = {letter: chr(0x61 + rank) for rank, letter in enumerate(_LETTERS)}
_TONES = {"\u0300": "1", "\u0309": "2", "\u0303": "3", "\u0301": "4", "\u0323": "5"}
_SPACES = re.compile(r"\s+")
_DIGITS = re.compile(r"\d+", re.ASCII)
_SHORT = 500
"""Letters of a text whose words are worth remembering: names use the same ones again and again."""
_NAME = 60
"""Letters of a text that is worth remembering whole: persons come again and again."""
_REPLACED = {"Cc": " ", "Zs": " ", "Cf": "", "Cs": ""}
"""By Unicode category; what has no width (soft hyphen, zero-width space) splits no word."""


def clean(text: str) -> str:
    """*text* in NFC with single spaces and no control characters: the form in which it is kept."""
    if text.isprintable() and "  " not in text and unicodedata.is_normalized("NFC", text):
        return text.strip()
    text = "".join(_REPLACED.get(unicodedata.category(ch), ch) for ch in text)
    return _SPACES.sub(" ", unicodedata.normalize("NFC", text)).strip()


def clean_lines(text: str) -> str:
    """Like `clean`, for fields of several lines."""
    return "\n".join(clean(line) for line in text.splitlines()).strip()


def _bare(letter: str) -> str:
    parts = unicodedata.normalize("NFD", letter.replace("đ", "d"))
    return "".join(part for part in parts if not unicodedata.combining(part))


_FOLDS = str.maketrans(
    {
        letter: _bare(letter)
        for plain in _LETTERS
        for tone in ("", *_TONES)
        if len(letter := unicodedata.normalize("NFC", plain + tone)) == 1 and not letter.isascii()
    }
)


def folded(text: str) -> str:
    """*text* for search: lower case, no accents, đ as d, single spaces."""
    if text.isascii():
        return " ".join(text.casefold().split())
    return _folded_name(text) if len(text) <= _NAME else _folded(text)


def _folded(text: str) -> str:
    words = map(_folded_word if len(text) <= _SHORT else _fold, text.split())
    return " ".join(filter(None, words))


_folded_name = lru_cache(maxsize=32_768)(_folded)


def _fold(word: str) -> str:
    bare = word.casefold().translate(_FOLDS)
    return bare if bare.isascii() else _bare(bare)


_folded_word = lru_cache(maxsize=8192)(_fold)


def initials(text: str) -> str:
    """First letters of the folded words: `Đăng ký khai sinh` gives `dkks`."""
    return "".join(word[0] for word in re.findall(r"[a-z0-9]+", folded(text)))


@lru_cache(maxsize=8192)
def _word_key(word: str) -> tuple[str, str]:
    letters, tones = [], []
    for ch in unicodedata.normalize("NFC", word.casefold()):
        parts = unicodedata.normalize("NFD", ch)
        tone = "".join(_TONES[part] for part in parts if part in _TONES)
        base = unicodedata.normalize("NFC", "".join(p for p in parts if p not in _TONES))
        letters.append(_RANK.get(base, base))
        tones.append(tone or "0")
    return "".join(letters), "".join(tones)


def _key_of(words: list[str]) -> str:
    if not words:
        return "\t"
    letters, tones = zip(*map(_word_key, words), strict=True)
    return " ".join(letters) + "\t" + " ".join(tones)


def sort_key(text: str) -> str:
    """A key whose plain byte order is Vietnamese dictionary order: letters first, then tones."""
    return _key_of(text.split())


def person_sort_key(name: str) -> str:
    """`sort_key` of a person: by given name (the last word), then family and middle names."""
    return _name_key(name) if len(name) <= _NAME else _person_key(name)


def _person_key(name: str) -> str:
    words = name.split()
    return _key_of(words[-1:] + words[:-1])


_name_key = lru_cache(maxsize=32_768)(_person_key)


def place_key(name: str) -> str:
    """Order of places and teams by name, with 2 before 10."""
    return sort_key(_DIGITS.sub(lambda found: found[0].zfill(6), name))
