"""Which heading fills which field, by the words in `words.py`."""

import re
from functools import lru_cache

from dxdesk.domain.text import clean, folded
from dxdesk.exchange.words import GROUP_DECIDES, HEADINGS, PERSON, ROLES, SUMMARY, UNDER

_LONGEST = 120
_SEPARATOR = " / "


@lru_cache(maxsize=4096)
def heading_key(text: str) -> str:
    """*text* as headings are compared; empty for what is too long to be a heading."""
    if len(text) > _LONGEST:
        return ""
    bare = re.sub(r"\([^()]*\)", " ", folded(clean(text)))
    return " ".join("".join(ch if ch.isalnum() else " " for ch in bare).split())


def _keys(texts: str) -> list[str]:
    return [heading_key(text) for text in texts.split("|")]


def _persons() -> dict[str, str]:
    found = {}
    for person, roles in ROLES.items():
        for role in _keys(roles):
            found[role] = f"{person}_name"
            for part, leaves in PERSON.items():
                found |= {f"{leaf} {role}": f"{person}_{part}" for leaf in _keys(leaves)}
    for part, leaves in PERSON.items():
        found |= dict.fromkeys(_keys(leaves), f"owner_{part}")
    return found


_FIELDS = _persons() | {key: field for field, texts in HEADINGS.items() for key in _keys(texts)}
_GROUP_DECIDES = frozenset(_keys(GROUP_DECIDES))
_SUMMARY = frozenset(_keys(SUMMARY))
_UNDER = {(heading_key(group), heading_key(leaf)): key for (group, leaf), key in UNDER.items()}


def is_summary_heading(text: str) -> bool:
    """Tell whether *text*, or what stands before its colon, heads a column of figures."""
    return bool({heading_key(text), heading_key(text.split(":", maxsplit=1)[0])} & _SUMMARY)


def field_of(path: tuple[str, ...]) -> str | None:
    """Field of the column whose headings, from group to leaf, are *path*; None when unknown."""
    if not path:
        return None
    leaf = heading_key(path[-1])
    for group in reversed([heading_key(text) for text in path[:-1]]):
        found = _UNDER.get((group, leaf)) or _FIELDS.get(f"{leaf} {group}")
        if leaf in _GROUP_DECIDES:
            found = _FIELDS.get(group)
        if found:
            return found
    if leaf not in _FIELDS and len(path) == 1 and _SEPARATOR in path[0]:
        return field_of(tuple(path[0].split(_SEPARATOR)))
    return _FIELDS.get(leaf)


def heading_text(path: tuple[str, ...]) -> str:
    """*path* in one line, which `field_of` understands again."""
    return _SEPARATOR.join(path)
