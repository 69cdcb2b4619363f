"""The QR code of a citizen's card as a keyboard scanner types it (law.md §8.3).

Seven fields between bars: number, old number, name, birth, sex, address, issued. Newer cards add
fields, which are left out.
"""

import re
from dataclasses import dataclass
from datetime import date, datetime

from dxdesk.domain.dossier import Person
from dxdesk.domain.text import clean

BEGIN = re.compile(r"[0-9]{12}\|")
"""How every scan begins; nobody types this within a fraction of a second."""
WHOLE = re.compile(r"[0-9]{12}\|[0-9]{0,9}\|[^|]+\|[0-9]{8}\|[^|]*\|[^|]+\|[0-9]{8}(?:\|.*)?")
LONGEST = 1000
_INNER_D = re.compile(r"(?<=[^\W\d_])[đĐ]")
_LONE_W = re.compile(r"\b[ưƯ](?=[eéèẻẽẹêếềểễệoóòỏõọôốồổỗộyýỳỷỹỵ])", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class CitizenCard:
    person: Person
    old_number: str
    born: date | None
    sex: str
    issued: date | None
    repaired: bool = False
    """An input method had changed letters, and they were changed back."""


def read_card(text: str, *, composed: bool = False) -> CitizenCard | None:
    """The card that was scanned as *text*; None when it is something else.

    *composed*: an input method stood between; what it made of plain letters is undone.
    """
    whole = clean(text)
    if len(whole) > LONGEST or not WHOLE.fullmatch(whole):
        return None
    number, old_number, name, born, sex, address, issued = whole.split("|")[:7]
    plain = (untangled(name), untangled(address)) if composed else (clean(name), clean(address))
    return CitizenCard(
        Person(plain[0], number, "", plain[1]),
        old_number,
        _date(born),
        clean(sex),
        _date(issued),
        repaired=plain != (clean(name), clean(address)),
    )


def _date(text: str) -> date | None:
    try:
        return datetime.strptime(text, "%d%m%Y").date()
    except ValueError:
        return None


def untangled(text: str) -> str:
    """*text* without what an input method can be seen to have made of plain letters.

    Only what no Vietnamese or Central Highlands name holds is changed back: an inner `đ` was `dd`,
    `ư` before e, o or y was `w`.
    """
    text = _INNER_D.sub(lambda found: "dd" if found[0] == "đ" else "DD", clean(text))
    return _LONE_W.sub(lambda found: "w" if found[0] == "ư" else "W", text)
