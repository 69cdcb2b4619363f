"""Numbers of persons and procedures, with the zeros that Excel takes away put back.

A number is only mended when its length can mean nothing else (law.md §8.2, §8.4); whatever still
looks wrong stays as it is and is counted, because the person at the counter knows better.
"""

import re
from typing import TypeAlias

from dxdesk.domain.text import folded
from dxdesk.exchange.cells import Cell, cell_text
from dxdesk.exchange.tally import Doubt

_Lost: TypeAlias = tuple[tuple[re.Pattern[str], str], ...]  # what is left, the zeros that it lost
_LOST_ANYWHERE: _Lost = ((re.compile(r"[1-9]\d{10}"), "0"),)  # citizen
_LOST_BY_ORGANISATIONS: _Lost = ((re.compile(r"[1-9]\d{8}"), "0"),)  # tax code
_LOST_BY_PERSONS: _Lost = (
    (re.compile(r"[1-9][0-3]\d{8}"), "00"),  # citizen of province 001–009, this century or the last
    (re.compile(r"[1-9]\d{7}"), "0"),  # old card of 9 digits
)
_CITIZEN = re.compile(r"0\d{11}", re.ASCII)
_KNOWN_ID = re.compile(r"\d{12}|\d{9}|\d{10}(?:\d{3})?")
_OTHER_ID = re.compile(r"\d{10}-\d{3}|[a-z]\d{7,8}", re.IGNORECASE | re.ASCII)
_PHONE = re.compile(r"0[235789]\d{8}|02\d{9}", re.ASCII)
_PHONE_IN_TEXT = re.compile(r"(?<!\d)(?:\+?84|0)[\d .-]{8,13}\d(?!\d)")
_ORGANISATIONS = ("cong ty", "doanh nghiep", "dntn", "hop tac xa", "htx", "ho kinh doanh", "truong")
_PROCEDURE = re.compile(r"(\d\.\d{6})(?:\.[A-Z0-9][A-Z0-9.]*)?", re.IGNORECASE)
_SHORTENED = re.compile(r"\d\.\d{1,5}")


def is_organisation(name: str) -> bool:
    """Tell whether *name* looks like an organisation, whose number is a tax code."""
    return folded(name).startswith(_ORGANISATIONS)


def id_number(cell: Cell, *, name: str = "") -> tuple[str, Doubt | None]:
    """Identity number of the person or organisation *name*, and what there is to doubt about it.

    12 digits for citizens; 9 for old cards; 10 or 13 for tax codes. 10 digits as text may be a
    tax code and stay; the same as a number in a person's row is a citizen of province 001–009.
    """
    if isinstance(cell, str) and _CITIZEN.fullmatch(cell):
        return cell, None
    text = cell_text(cell).strip("'’")
    digits = text.replace(" ", "").replace(".", "")
    if not (digits.isascii() and digits.isdigit()):
        return text, None if not text or _OTHER_ID.fullmatch(text) else Doubt.ID_ODD
    rules = _LOST_ANYWHERE
    if not isinstance(cell, str):
        rules += _LOST_BY_ORGANISATIONS if is_organisation(name) else _LOST_BY_PERSONS
    zeros = next((zeros for pattern, zeros in rules if pattern.fullmatch(digits)), "")
    if zeros:
        return zeros + digits, Doubt.ID_MENDED
    return digits, None if _KNOWN_ID.fullmatch(digits) else Doubt.ID_ODD


def phone_number(cell: Cell) -> tuple[str, Doubt | None]:
    """Phone number with its leading 0 (`+84` becomes 0), and what there is to doubt about it."""
    if isinstance(cell, str) and _PHONE.fullmatch(cell):
        return cell, None
    text = cell_text(cell).strip("'’")
    digits = re.sub(r"[ .()-]", "", text).removeprefix("+")
    if _PHONE.fullmatch(digits):
        return digits, None
    if digits.startswith("84") and _PHONE.fullmatch("0" + digits[2:]):
        return "0" + digits[2:], Doubt.PHONE_84
    if _PHONE.fullmatch("0" + digits):
        return "0" + digits, Doubt.PHONE_MENDED
    return text, Doubt.PHONE_ODD if text else None


def address_and_phone(text: str) -> tuple[str, str]:
    """The two parts of a cell that holds an address and a phone number."""
    found = _PHONE_IN_TEXT.search(text)
    if found is None:
        return text, ""
    rest = (text[: found.start()] + text[found.end() :]).strip(" ,;:-–")
    rest = re.sub(r"(?i)[,;: -]*\(?\b(?:sđt|số điện thoại|điện thoại|đt)\b[ :.]*\)?$", "", rest)
    return rest.strip(" ,;:-"), phone_number(found[0])[0]


def procedure_code(cell: Cell) -> str:
    """Catalogue code of a procedure: without the province's suffix, with all six decimals."""
    text = cell_text(cell)
    if _SHORTENED.fullmatch(text):
        return text.ljust(len("1.001193"), "0")
    found = _PROCEDURE.fullmatch(text)
    return found[1] if found else text


def split_procedure(text: str) -> tuple[str, str]:
    """(Code or "", name) of texts such as `1.001653 - Đổi giấy` or `Đổi giấy (1.001653.H42)`."""
    found = _PROCEDURE.search(text)
    if found is None:
        return "", text
    rest = text[: found.start()] + " " + text[found.end() :]
    return found[1], " ".join(rest.replace("()", " ").split()).strip(" -–—:.;()[]")
