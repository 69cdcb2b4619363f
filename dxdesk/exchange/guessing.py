"""What a column may hold, guessed from its cells: an offer to the officer, never a decision."""

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from dxdesk.exchange.cells import UnreadableError, moment
from dxdesk.exchange.channels import channel_of

_FEWEST = 2
_MOST = 0.7
"""Part of the cells that must look alike."""
_DAYS = ("received", "due", "finished", "returned")
_PERSONS = ("owner_name", "applicant_name", "officer_name")
_LOOKS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("code", re.compile(r"[\w.]*[A-Z]\d{2}[\w.]*-\d{6}-\d{3,6}", re.IGNORECASE)),
    ("procedure_code", re.compile(r"\d\.\d{6}(?:\.\w+)*")),
    ("owner_id_no", re.compile(r"\d{12}|\d{9}")),
    ("owner_phone", re.compile(r"(?:\+?84|0)[235789]\d{8}")),
)
_NAME = re.compile(r"[^\W\d_]+(?: [^\W\d_]+){1,5}")
_NUMBER = re.compile(r"\d{1,5}")


def guess_fields(columns: Sequence[Sequence[str]], known: Sequence[str | None]) -> list[str | None]:
    """*known* with fields for columns that have none, each field once."""
    fields = list(known)
    for at, cells in enumerate(columns):
        texts = [text for text in cells if text]
        if fields[at] is not None or len(texts) < _FEWEST:
            continue
        fields[at] = next((one for one in _offers(texts) if one not in fields), None)
    return fields


def _offers(texts: Sequence[str]) -> Sequence[str]:
    for field, pattern in _LOOKS:
        if _most([text.replace(" ", "") for text in texts], pattern.fullmatch):
            return (field,)
    if _most(texts, _is_day):
        return _DAYS
    if _most(texts, channel_of):
        return ("channel",)
    if _counts_up(texts):
        return ("number",)
    if _most(texts, _is_name):
        return _PERSONS
    return ()


def _most(texts: Sequence[str], looks: Callable[[str], object]) -> bool:
    return sum(1 for text in texts if looks(text)) >= _MOST * len(texts)


def _is_day(text: str) -> bool:
    try:
        return moment(text) is not None and not text.isdigit()
    except UnreadableError:
        return False


def _is_name(text: str) -> bool:
    """Two to six words that each begin with a capital."""
    return bool(_NAME.fullmatch(text)) and all(word[0].isupper() for word in text.split())


def _counts_up(texts: Sequence[str]) -> bool:
    numbers = [int(text) for text in texts if _NUMBER.fullmatch(text)]
    return len(numbers) == len(texts) and all(
        after - before == 1 for before, after in pairwise(numbers)
    )
